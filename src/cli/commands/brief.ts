import type { Command } from 'commander';
import { briefJson, briefRows, FINDINGS, renderBrief } from '../../findings/index.js';
import { type BriefResult, briefOfPair } from '../../pipeline/index.js';
import {
  type AnalysisView,
  isRowFormat,
  jsonText,
  placeFinder,
  renderRows,
} from '../../render/index.js';
import { action, type CommandContext, commandOf } from '../context.js';
import { documentsOf, reportDoubts } from '../doubts.js';
import { reportStale } from '../stale.js';
import { analysisView, countOption } from './analysis.js';
import { addReadingOptions, type ReadingOptions, readOptions } from './parse.js';

const FORMATS = FINDINGS.brief.formats;
/** Twice as many of what is missing: a screen of 24 lines with a head and six lists. */
const ONE_SCREEN = 2;

interface BriefOptions extends ReadingOptions {
  readonly theme?: string;
  readonly limit?: string;
  readonly whole?: boolean;
}

/** `brief <up> <down>`: one screen of what a reader asks first. */
export function briefCommand(context: CommandContext): Command {
  const { say } = context;
  const command = commandOf(context, 'brief', 'brief.about', FORMATS)
    .argument('<up>', say('argument.upstream'))
    .argument('<down>', say('argument.downstream'))
    .option('--theme <id>', say('option.theme'))
    .option('--limit <n>', say('brief.limit'))
    .option('--whole', say('brief.whole'));
  return addReadingOptions(command, context).action(
    action<BriefOptions>(
      context,
      FORMATS,
      async ({ options, screen, workspace, emit }, ...names) => {
        const limit = countOption('--limit', options.limit) ?? ONE_SCREEN;
        const ws = workspace();
        const found = await briefOfPair(ws, names.filter(Boolean), {
          ...readOptions(ws, options, context),
          theme: options.theme,
        });
        reportStale(context, found.alignments);
        reportDoubts(context, { options, screen, emit }, documentsOf(found.alignments));
        emit(drawn(found, options, limit, analysisView(screen, ws)));
        return undefined;
      },
    ),
  );
}

function drawn(
  { brief, themes, alignments }: BriefResult,
  { format, whole }: BriefOptions,
  limit: number,
  view: AnalysisView,
): string {
  if (format === 'json') return jsonText(briefJson(brief));
  if (isRowFormat(format))
    return renderRows(
      briefRows(brief, placeFinder(documentsOf(alignments))),
      format,
      view.language,
    );
  return renderBrief(brief, { themes, limit, whole: whole === true }, view);
}
