import type {
  Alignment,
  Change,
  ComparisonBlock,
  ComparisonEntry,
  ComparisonRow,
  ComparisonSide,
  ComparisonView,
  SentenceUnit,
  Side,
} from '../../model/index.js';
import { itemAt, valueAt } from '../../text/index.js';
import { sideSentences } from '../shared/sides.js';
import { inOrderOfWeight } from './by-weight.js';
import { notesOf } from './notes.js';
import { type Arrangement, arrange, type DraftBlock } from './order.js';
import {
  type ComparisonTools,
  completeRow,
  draftPairRows,
  draftTripleRows,
  isIdentical,
  linksByUnit,
  missingByUnit,
  type RowSetting,
} from './pair-rows.js';
import { type ComparisonScope, passes, type RowFilters, summarise, unitsInScope } from './scope.js';

export interface ComparisonOptions extends ComparisonTools {
  readonly scope?: ComparisonScope;
  readonly filters?: RowFilters;
  /**
   * Identical rows kept next to a row that differs; the rest of a run is folded.
   * `Infinity` folds nothing.
   */
  readonly context?: number;
  /** Order rows by the heaviest of their sentences, not by the text. */
  readonly weights?: ReadonlyMap<string, number>;
}

/** One identical row above and below tells where one is; the next ones tell nothing new. */
const DEFAULT_CONTEXT = 1;

/**
 * What to show of two or three sides: rows of linked, missing and local sentences under section heads.
 *
 * *In*: one alignment, or two that share the middle side. *Out*: document order of the lower side (of
 * the middle one, where there are three); an upstream sentence that is not carried stands next to its
 * neighbours of the same section. Every sentence in scope that passes the filters is in some row.
 * *Cost*: one diff for each row in scope.
 */
export function compareSides(
  alignments: readonly [Alignment] | readonly [Alignment, Alignment],
  options: ComparisonOptions,
): ComparisonView {
  const [upper, lower] = alignments;
  const sides = [upper.upstream, upper.downstream, ...(lower ? [lower.downstream] : [])];
  const drafts = lower ? draftTripleRows(upper, lower) : draftPairRows(upper);
  const scope = unitsInScope(sides, alignments, options.scope ?? {});
  const inScope = drafts.filter((draft) =>
    draft.units.some((units, side) => units.some((unit) => itemAt(scope, side).has(unit))),
  );
  const arranged = arrange(inScope, sides, alignments);
  const inText = completeBlocks(
    arranged,
    sides,
    {
      scope,
      linksOf: alignments.map(linksByUnit),
      missing: new Map(alignments.flatMap((own) => [...missingByUnit(own)])),
      calledMissing: new Set(alignments.flatMap(({ unlinked }) => unlinked.decided ?? [])),
    },
    options,
  );
  const blocks = options.weights === undefined ? inText : inOrderOfWeight(inText, options.weights);
  return {
    sides: sides.map((side, index) => describe(side, itemAt(scope, index))),
    blocks,
    summaries: alignments.map((alignment, index) =>
      summarise(alignment, itemAt(scope, index), itemAt(scope, index + 1)),
    ),
    notes: notesOf(sides, alignments),
    rows: { inScope: inScope.length, shown: countRows(blocks) },
  };
}

function completeBlocks(
  arranged: Arrangement,
  sides: readonly Side[],
  fixed: Pick<RowSetting, 'scope' | 'linksOf' | 'missing' | 'calledMissing'>,
  options: ComparisonOptions,
): ComparisonBlock[] {
  const sentences = new Map(
    sides.flatMap((side) => sideSentences(side)).map((sentence) => [sentence.id, sentence]),
  );
  const seen = new Set<string>();
  const compared = new Map<string, readonly Change[]>();
  return arranged.flatMap((draft) => {
    const block = completeBlock(draft, { ...fixed, sentences, compared, seen }, options);
    return block ? [block] : [];
  });
}

function completeBlock(
  draft: DraftBlock,
  setting: RowSetting & { readonly seen: Set<string> },
  options: ComparisonOptions,
): ComparisonBlock | undefined {
  const filters = options.filters ?? {};
  const filtered = Object.values(filters).some((value) => value !== undefined);
  const entries: ComparisonEntry[] = [];
  for (const entry of draft.entries) {
    if (entry.type === 'moved') {
      if (!filtered) entries.push(entry);
      continue;
    }
    const row = completeRow(entry.draft, entry.elsewhere, setting, options);
    for (const unit of entry.draft.units.flat()) setting.seen.add(unit);
    if (passes(row, filters)) entries.push(row);
  }
  const [first] = entries;
  const isHead = first?.type === 'row' && isHeadingOf(first, draft, setting.sentences);
  const rows = fold(isHead ? entries.slice(1) : entries, options.context ?? DEFAULT_CONTEXT);
  if (entries.length === 0) return undefined;
  return {
    head: {
      sections: draft.sections,
      relations: draft.relations,
      ...(isHead && { row: first }),
    },
    rows,
  };
}

/** The row holds headings of the block's own sections and nothing else. */
function isHeadingOf(
  row: ComparisonRow,
  draft: DraftBlock,
  sentences: ReadonlyMap<string, SentenceUnit>,
): boolean {
  return row.cells.every((cell, side) => {
    const own = new Set(itemAt(draft.sections, side).map((section) => section.id));
    return (
      (cell.sentences.length === 0 || cell.sentences.length === own.size) &&
      cell.sentences.every(
        ({ unit, heading }) => heading && own.has(valueAt(sentences, unit).section ?? ''),
      )
    );
  });
}

function fold(entries: readonly ComparisonEntry[], context: number): ComparisonEntry[] {
  if (context === Number.POSITIVE_INFINITY) return [...entries];
  const plain = entries.map((entry) => entry.type === 'row' && isIdentical(entry));
  const folded: ComparisonEntry[] = [];
  for (let start = 0; start < entries.length; ) {
    let end = start;
    while (end < entries.length && plain[end]) end += 1;
    const from = start === 0 ? start : start + context;
    const to = end === entries.length ? end : end - context;
    const run = entries.slice(from, Math.max(from, to)) as ComparisonRow[];
    if (run.length > 1) {
      folded.push(...entries.slice(start, from), { type: 'folded', rows: run });
      folded.push(...entries.slice(to, end));
    } else folded.push(...entries.slice(start, end));
    if (end < entries.length) folded.push(itemAt(entries, end));
    start = end + 1;
  }
  return folded;
}

function describe(side: Side, scope: ReadonlySet<string>): ComparisonSide {
  const levels = new Set(side.documents.map((document) => document.head.level));
  const [level] = levels;
  return {
    name: side.name,
    titles: side.documents.map((document) => document.head.title),
    units: sideSentences(side).length,
    unitsInScope: scope.size,
    ...(levels.size === 1 && level !== undefined && { level }),
  };
}

function countRows(blocks: readonly ComparisonBlock[]): number {
  const countOf = (entry: ComparisonEntry) =>
    entry.type === 'folded' ? entry.rows.length : entry.type === 'row' ? 1 : 0;
  return blocks.reduce(
    (sum, { head, rows }) =>
      sum + (head.row ? 1 : 0) + rows.reduce((total, entry) => total + countOf(entry), 0),
    0,
  );
}
