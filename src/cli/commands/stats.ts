import type { Command } from 'commander';
import { FINDINGS, renderStats, statsJson, statsRows } from '../../findings/index.js';
import { statsOf } from '../../pipeline/index.js';
import { isRowFormat, jsonText, renderRows } from '../../render/index.js';
import { action, type CommandContext, commandOf } from '../context.js';
import { reportDoubts } from '../doubts.js';
import { reportStale } from '../stale.js';
import { analysisView, countOption } from './analysis.js';
import { addReadingOptions, type ReadingOptions, readOptions } from './parse.js';

const FORMATS = FINDINGS.stats.formats;

/** A table on half a screen. */
const USUAL_TERMS = 15;

interface StatsOptions extends ReadingOptions {
  readonly against?: string;
  readonly terms?: string;
}

/** `stats [docs…]`: size, themes, reuse, distinctive terms. */
export function statsCommand(context: CommandContext): Command {
  const { say } = context;
  const command = commandOf(context, 'stats', 'stats.about', FORMATS)
    .argument('[documents...]', say('stats.documents'))
    .option('--against <name>', say('stats.against'))
    .option('--terms <n>', say('stats.terms'));
  return addReadingOptions(command, context).action(
    action<StatsOptions>(
      context,
      FORMATS,
      async ({ options, screen, workspace, emit }, ...names) => {
        const terms = countOption('--terms', options.terms) ?? USUAL_TERMS;
        const ws = workspace();
        const { documents, themes, alignments } = await statsOf(ws, names, {
          ...readOptions(ws, options, context),
          against: options.against,
          terms,
        });
        reportStale(context, alignments);
        reportDoubts(
          context,
          { options, screen, emit },
          documents.map(({ document }) => document),
        );
        if (options.format === 'json') emit(jsonText(statsJson(documents)));
        else if (isRowFormat(options.format))
          emit(renderRows(statsRows(documents), options.format, screen.language));
        else emit(renderStats(documents, themes, analysisView(screen, ws)));
        return undefined;
      },
    ),
  );
}
