import type { Command } from 'commander';
import { FINDINGS, renderSources, sourcesJson, sourcesRows } from '../../findings/index.js';
import { sourcesOfDocument } from '../../pipeline/index.js';
import { isRowFormat, jsonText, renderRows } from '../../render/index.js';
import { action, type CommandContext, commandOf } from '../context.js';
import { analysisView, countOption, levelsOption } from './analysis.js';
import { addReadingOptions, type ReadingOptions, readOptions } from './parse.js';
import { reportSearched } from './searched.js';

const FORMATS = FINDINGS.sources.formats;

/** As many as show what kind of borrowing it is. */
const USUAL_PASSAGES = 3;

interface SourcesCommandOptions extends ReadingOptions {
  readonly from?: string;
  readonly earlier?: boolean;
  readonly limit?: string;
  readonly passages?: string;
}

/** `sources <document>`: which papers of a corpus it draws on. */
export function sourcesCommand(context: CommandContext): Command {
  const { say } = context;
  const command = commandOf(context, 'sources', 'sources.about', FORMATS)
    .argument('<document>', say('sources.document'))
    .option('--from <levels>', say('search.from'))
    .option('--earlier', say('sources.earlier'))
    .option('--limit <n>', say('sources.limit'))
    .option('--passages <n>', say('sources.passages'));
  return addReadingOptions(command, context).action(
    action<SourcesCommandOptions>(context, FORMATS, async (run, name = '') => {
      const { options, screen, emit } = run;
      const from = levelsOption('--from', options.from);
      const [limit, passages] = [
        countOption('--limit', options.limit),
        countOption('--passages', options.passages) ?? USUAL_PASSAGES,
      ];
      const ws = run.workspace(true);
      const found = await sourcesOfDocument(ws, name, {
        ...readOptions(ws, options, context),
        ...{ folder: options.corpus, from, earlier: options.earlier, limit },
      });
      reportSearched(context, found, options.corpus ?? ws.corpus.shownRoot);
      if (options.format === 'json') emit(jsonText(sourcesJson(found)));
      else if (isRowFormat(options.format))
        emit(renderRows(sourcesRows(found), options.format, screen.language));
      else emit(renderSources(found, analysisView(screen, ws), passages));
      return undefined;
    }),
  );
}
