import type { Command } from 'commander';
import {
  type ComparisonRenderOptions,
  comparisonJson,
  FINDINGS,
  renderComparison,
} from '../../findings/index.js';
import { phrase } from '../../messages/index.js';
import type { Alignment } from '../../model/index.js';
import {
  addressMaker,
  type ComparisonOfOptions,
  comparisonDrawn,
  comparisonOf,
  type Drawing,
  type ReadOptions,
  type Workspace,
} from '../../pipeline/index.js';
import { COMPARE_WORDS, jsonText } from '../../render/index.js';
import { UserError } from '../../text/index.js';
import { action, type CommandContext, checkChoice, colorMode, commandOf } from '../context.js';
import { documentsOf, reportDoubts } from '../doubts.js';
import type { Screen } from '../io.js';
import { reportStale } from '../stale.js';
import { addFilterOptions, type FilterOptions, rowFilters } from './filters.js';
import { addReadingOptions, type ReadingOptions, readOptions } from './parse.js';

const FORMATS = FINDINGS.comparison.formats;
const LAYOUTS = ['side-by-side', 'stacked', 'inline', 'unified'] as const;

interface CompareOptions extends ReadingOptions, FilterOptions {
  readonly layout?: string;
  readonly grep?: string;
  readonly minScore?: string;
  readonly context?: string;
  readonly full?: boolean;
  readonly summary?: boolean;
  readonly swaps: boolean;
  readonly score?: boolean;
  readonly signs?: boolean;
}

/** `compare <up> <down> [down2]`: read levels side by side. */
export function compareCommand(context: CommandContext): Command {
  return addReadingOptions(declared(context), context).action(
    action<CompareOptions>(
      context,
      FORMATS,
      async ({ options, screen, workspace, emit }, ...names) => {
        checkChoice('--layout', options.layout, LAYOUTS);
        const ws = workspace();
        const sides = names.filter(Boolean);
        const asked = askedOf(options, readOptions(ws, options, context));
        const tell = (alignments: readonly Alignment[]): void => {
          reportStale(context, alignments);
          reportDoubts(context, { options, screen, emit }, documentsOf(alignments));
        };
        if (options.format === 'json') {
          const { view, alignments } = await comparisonOf(ws, sides, asked);
          tell(alignments);
          emit(jsonText(comparisonJson(view, documentsOf(alignments))));
        } else {
          const drawing = drawingOf(canvasOf(options, screen, ws, context), screen);
          const { text, alignments } = await comparisonDrawn(ws, sides, drawing, asked);
          tell(alignments);
          emit(text);
        }
        return undefined;
      },
    ),
  );
}

/** What is compared, and which rows of it. Errors: `cli/bad-value`. */
function askedOf(options: CompareOptions, reading: ReadOptions): ComparisonOfOptions {
  return {
    ...reading,
    ignoreSwaps: !options.swaps,
    filters: filtersOf(options),
    context:
      options.full === true
        ? Number.POSITIVE_INFINITY
        : (numberOf('--context', options.context, 0, 1000) ?? 1),
    ...(options.theme !== undefined && { theme: options.theme }),
    ...(options.section !== undefined && { section: options.section }),
  };
}

/** Words follow from the language and the program, addresses from the corpus. */
function drawingOf(canvas: ComparisonRenderOptions, { language }: Screen): Drawing {
  const { words: _words, addressOf: _addressOf, ...plain } = canvas;
  return {
    key: JSON.stringify([plain, language]),
    draw: (view) => renderComparison(view, canvas),
  };
}

function declared(context: CommandContext): Command {
  const { say } = context;
  const command = commandOf(context, 'compare', 'compare.about', FORMATS)
    .argument('<up>', say('argument.upstream'))
    .argument('<down>', say('argument.downstream'))
    .argument('[down2]', say('argument.downstream'));
  return addFilterOptions(command, context)
    .option('--grep <pattern>', say('compare.grep'))
    .option('--min-score <score>', say('compare.minScore'))
    .option('--layout <name>', say('compare.layout'))
    .option('--context <n>', say('compare.context'))
    .option('--full', say('compare.full'))
    .option('--summary', say('compare.summary'))
    .option('--no-swaps', say('compare.noSwaps'))
    .option('--score', say('compare.score'))
    .option('--signs', say('compare.signs'));
}

function canvasOf(
  options: CompareOptions,
  screen: Screen,
  ws: Workspace,
  { io }: CommandContext,
): ComparisonRenderOptions {
  return {
    width: screen.width,
    ...(options.layout !== undefined && { layout: options.layout as (typeof LAYOUTS)[number] }),
    ambiguousWidth: screen.ambiguousWidth,
    color: colorMode(screen.color, io.env),
    ascii: screen.ascii,
    words: COMPARE_WORDS[screen.language],
    addressOf: addressMaker(ws),
    showScore: options.score === true,
    ...(options.signs === true && { signs: true }),
    summaryOnly: options.summary === true,
  };
}

/** Errors: `cli/bad-value`. */
function filtersOf(options: CompareOptions) {
  const minScore = numberOf('--min-score', options.minScore, 0, 1);
  return {
    ...rowFilters(options),
    ...(options.grep !== undefined && { grep: patternOf(options.grep) }),
    ...(minScore !== undefined && { minScore }),
  };
}

function patternOf(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    throw new UserError('cli/bad-value', {
      value: pattern,
      option: '--grep',
      allowed: phrase('allowed/regexp'),
    });
  }
}

function numberOf(
  option: string,
  text: string | undefined,
  least: number,
  most: number,
): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() !== '' && value >= least && value <= most) return value;
  throw new UserError('cli/bad-value', { value: text, option, allowed: `${least} … ${most}` });
}
