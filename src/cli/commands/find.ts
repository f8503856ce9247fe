import type { Command } from 'commander';
import { FINDINGS, findJson, findRows, renderFound } from '../../findings/index.js';
import { findPassage } from '../../pipeline/index.js';
import { isRowFormat, jsonText, renderRows } from '../../render/index.js';
import { action, type CommandContext, commandOf } from '../context.js';
import type { CommonOptions } from '../io.js';
import { analysisView, countOption, levelsOption } from './analysis.js';
import { reportSearched, textOrStandard } from './searched.js';

const FORMATS = FINDINGS.find.formats;

interface FindCommandOptions extends CommonOptions {
  readonly from?: string;
  readonly limit?: string;
}

/** `find <text>`: a passage across a corpus. */
export function findCommand(context: CommandContext): Command {
  const { say } = context;
  return commandOf(context, 'find', 'find.about', FORMATS)
    .argument('<text>', say('find.text'))
    .option('--from <levels>', say('search.from'))
    .option('--limit <n>', say('search.limit'))
    .action(
      action<FindCommandOptions>(context, FORMATS, async (run, given = '') => {
        const { options, screen, emit } = run;
        const from = levelsOption('--from', options.from);
        const limit = countOption('--limit', options.limit);
        const ws = run.workspace(true);
        const text = await textOrStandard(context, given);
        const found = await findPassage(ws, text, { folder: options.corpus, from, limit });
        reportSearched(context, found, options.corpus ?? ws.corpus.shownRoot);
        if (options.format === 'json') emit(jsonText(findJson(found)));
        else if (isRowFormat(options.format))
          emit(renderRows(findRows(found), options.format, screen.language));
        else emit(renderFound(found, analysisView(screen, ws)));
        return undefined;
      }),
    );
}
