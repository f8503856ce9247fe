import type { Command } from 'commander';
import { FINDINGS, renderStats, statsJson, statsRows } from '../../findings/index.js';
import { statsOf } from '../../pipeline/index.js';
import { isRowFormat, jsonText, renderRows } from '../../render/index.js';
import { action, type CommandContext } from '../context.js';
import { reportStale } from '../stale.js';
import { analysisCommand, analysisView, countOption } from './analysis.js';
import { analysisWord } from './analysis-words.js';
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
  const word = analysisWord(context);
  const command = analysisCommand(context, 'stats', 'stats.about', FORMATS)
    .argument('[documents...]', word('stats.documents'))
    .option('--against <name>', word('stats.against'))
    .option('--terms <n>', word('stats.terms'));
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
        if (options.format === 'json') emit(jsonText(statsJson(documents)));
        else if (isRowFormat(options.format))
          emit(renderRows(statsRows(documents), options.format, screen.language));
        else emit(renderStats(documents, themes, analysisView(screen, ws)));
        return undefined;
      },
    ),
  );
}
