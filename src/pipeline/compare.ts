/** Two or three levels side by side. */
import { lexiconFile } from '../corpus/index.js';
import {
  type ComparisonOptions,
  compareSides,
  extractTargets,
  missingWeights,
} from '../findings/index.js';
import type {
  Alignment,
  ComparisonEntry,
  ComparisonRow,
  ComparisonView,
  Side,
} from '../model/index.js';
import { contentKey } from '../text/index.js';
import { alignLevels, comparisonTools } from './align.js';
import { commitmentLexicon, targetLexicon } from './knowledge.js';
import { once } from './once.js';
import { sideKey } from './papers.js';
import { type ReadOptions, readSides } from './read.js';
import { type ScopeOptions, scopeOf } from './scope.js';
import { withinTime } from './within-time.js';
import type { Workspace } from './workspace.js';

export interface ComparisonOfOptions
  extends ReadOptions,
    ScopeOptions,
    Omit<ComparisonOptions, 'tokenize' | 'differ' | 'scope'> {}

export interface ComparisonResult {
  readonly view: ComparisonView;
  /** From the highest level down, one for each step. */
  readonly alignments: readonly Alignment[];
}

/**
 * Sides next to each other, row by row, with the changes in each.
 *
 * *In* two or three names, highest level first. *Errors*: `corpus/unknown-document`, `corpus/unknown-theme`,
 * `cli/unknown-section`, those of reading; `RangeError` for another number of names.
 *
 * @example
 * const ws = openWorkspace(process.cwd());
 * const { view } = await comparisonOf(ws, ['hubei', 'wuhan'], { theme: 'housing' });
 */
export async function comparisonOf(
  ws: Workspace,
  names: readonly string[],
  options: ComparisonOfOptions = {},
): Promise<ComparisonResult> {
  const asked = await askedOf(ws, names, options);
  return { view: await viewOf(ws, asked, options), alignments: asked.alignments };
}

/** How a comparison is drawn. */
export interface Drawing {
  /** Stands for all that decides how, beside the program and the corpus. */
  readonly key: string;
  readonly draw: (view: ComparisonView) => string;
}

/** A comparison as it is drawn: for the same texts, data, program and drawing once for all runs. *Errors*: as `comparisonOf`. */
export async function comparisonDrawn(
  ws: Workspace,
  names: readonly string[],
  { key, draw }: Drawing,
  options: ComparisonOfOptions,
): Promise<{ readonly text: string } & Pick<ComparisonResult, 'alignments'>> {
  const asked = await askedOf(ws, names, options);
  const text = await ws.cache.rememberLater(
    'drawn',
    () => contentKey(asked.key(), key),
    async () => draw(await viewOf(ws, asked, options)),
  );
  return { text, alignments: asked.alignments };
}

interface AskedComparison {
  readonly sides: readonly Side[];
  readonly alignments: Levels;
  /** Stands for all that the comparison follows from. */
  readonly key: () => string;
}

async function askedOf(
  ws: Workspace,
  names: readonly string[],
  options: ComparisonOfOptions,
): Promise<AskedComparison> {
  const sides = await readSides(ws, names, options);
  const alignments = await alignLevels(ws, sides);
  return { sides, alignments, key: once(() => comparisonKey(ws, alignments, options)) };
}

async function viewOf(
  ws: Workspace,
  { sides, alignments, key }: AskedComparison,
  options: ComparisonOfOptions,
): Promise<ComparisonView> {
  const make = () => compareNow(ws, sides, alignments, options);
  return withGaps(await ws.cache.rememberLater('comparison', key, make));
}

type Levels = Awaited<ReturnType<typeof alignLevels>>;

async function compareNow(
  ws: Workspace,
  sides: readonly Side[],
  alignments: Levels,
  { theme, section, ignoreSwaps, filters, context }: ComparisonOfOptions,
): Promise<ComparisonView> {
  const scope = scopeOf(ws, sides, { theme, section });
  return compareSides(alignments, {
    ...(await comparisonTools(ws, alignments)),
    ...(ignoreSwaps !== undefined && { ignoreSwaps }),
    scope,
    ...(filters !== undefined && { filters: watched(filters) }),
    ...(filters?.only === 'missing' && { weights: weightsOf(ws, alignments) }),
    ...(context !== undefined && { context }),
  });
}

/** A pattern that was typed may run long. */
function watched(filters: NonNullable<ComparisonOfOptions['filters']>) {
  const { grep } = filters;
  return grep instanceof RegExp ? { ...filters, grep: withinTime(grep) } : filters;
}

/** Word lists that decide how differences are told, and what a row weighs. */
const LISTS = [
  ...['policy-words.txt', 'set-phrases.yaml', 'commitment.yaml', 'units.yaml', 'swaps.yaml'],
];

/** Stands for all that a comparison follows from. */
function comparisonKey(
  ws: Workspace,
  alignments: Levels,
  { theme, section, ignoreSwaps, filters, context }: ComparisonOfOptions,
): string {
  const { grep, ...plain } = filters ?? {};
  const asked = { theme, section, ignoreSwaps, ...plain };
  const scope = theme === undefined ? [] : ws.themes();
  return contentKey(
    ...alignments.flatMap(({ upstream, downstream, ...found }) => [
      ...[upstream, downstream].flatMap((side) => [side.name, sideKey(side)]),
      JSON.stringify(found),
    ]),
    JSON.stringify([asked, String(grep), String(context), scope, ws.corpus.file.aliases]),
    ...LISTS.map((name) => lexiconFile(ws.corpus, name).content),
    ws.engine().key,
  );
}

/** A comparison as it was before it was kept: JSON has no way to say that nothing stands at a place of a list. */
function withGaps(view: ComparisonView): ComparisonView {
  const gaps = <Value>(values: readonly (Value | undefined)[]): readonly (Value | undefined)[] =>
    values.map((value) => value ?? undefined);
  const rowOf = (row: ComparisonRow): ComparisonRow => ({ ...row, pairs: gaps(row.pairs) });
  const entryOf = (entry: ComparisonEntry): ComparisonEntry => {
    if (entry.type === 'row') return rowOf(entry);
    return entry.type === 'folded' ? { ...entry, rows: entry.rows.map(rowOf) } : entry;
  };
  const blocks = view.blocks.map(({ head: { relations, row, ...head }, rows }) => ({
    head: { ...head, relations: gaps(relations), ...(row !== undefined && { row: rowOf(row) }) },
    rows: rows.map(entryOf),
  }));
  return { ...view, blocks };
}

/** What each upper sentence lost, to put the heaviest first. */
function weightsOf(ws: Workspace, alignments: readonly Alignment[]): ReadonlyMap<string, number> {
  const [lexicon, commitment] = [targetLexicon(ws), commitmentLexicon(ws)];
  return new Map(
    alignments.flatMap((alignment) => {
      const targets = alignment.upstream.documents.flatMap((document) =>
        extractTargets(document, lexicon),
      );
      return [...missingWeights(alignment, targets, commitment)];
    }),
  );
}
