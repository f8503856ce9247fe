import type {
  Alignment,
  ClauseCoverage,
  ComparisonRow,
  ComparisonSummary,
  SentenceRelation,
  Side,
} from '../../model/index.js';
import { itemAt } from '../../text/index.js';
import { clauseCounter } from '../coverage/clauses.js';
import { linkIndex } from '../shared/link-index.js';
import { sideSentences } from '../shared/sides.js';

/** What is compared: units in scope count in the summary. */
export interface ComparisonScope {
  /** Units that belong to the theme asked for. */
  readonly units?: ReadonlySet<string>;
  /**
   * Section ids by side, from the top; a section holds its sub-sections. A side left open takes the
   * sections linked to the one given.
   */
  readonly sections?: readonly (string | undefined)[];
}

/** Which of the rows in scope are shown. */
export interface RowFilters {
  readonly relations?: readonly SentenceRelation[];
  readonly only?: 'missing' | 'local' | 'changed';
  /** Matches the text of any cell. */
  readonly grep?: RegExp | { [Symbol.search](text: string): number };
  /** Linked rows below this score are left out. */
  readonly minScore?: number;
}

/** Ids of the sentences in scope, side by side. */
export function unitsInScope(
  sides: readonly Side[],
  alignments: readonly Alignment[],
  scope: ComparisonScope,
): ReadonlySet<string>[] {
  const sections = scope.sections && spreadSections(sides, alignments, scope.sections);
  return sides.map((side, index) => {
    const wanted = sections?.[index];
    const inside = wanted && withDescendants(side, wanted);
    const units = sideSentences(side).filter(
      (sentence) =>
        (scope.units?.has(sentence.id) ?? true) &&
        (inside === undefined || (sentence.section !== undefined && inside.has(sentence.section))),
    );
    return new Set(units.map((sentence) => sentence.id));
  });
}

export function passes(row: ComparisonRow, filters: RowFilters): boolean {
  const pairs = row.pairs.filter((pair) => pair !== undefined);
  const { relations, only, grep, minScore } = filters;
  if (relations && !pairs.some((pair) => relations.includes(pair.relation))) return false;
  if (only === 'changed' && !pairs.some((pair) => pair.changes.length > 0)) return false;
  if (only === 'missing' && !isMissing(row) && !leavesOut(row)) return false;
  if (only === 'local' && !isLocal(row)) return false;
  if (minScore !== undefined && pairs.some((pair) => pair.score < minScore)) return false;
  return grep === undefined || row.cells.some((cell) => cell.text.search(grep) >= 0);
}

/** Counts of one pair of sides. */
export function summarise(
  alignment: Alignment,
  upstream: ReadonlySet<string>,
  downstream: ReadonlySet<string>,
): ComparisonSummary {
  const index = linkIndex(alignment.links);
  const covered = { verbatim: 0, adapted: 0, paraphrased: 0 };
  let missing = 0;
  for (const unit of upstream) {
    const links = index.upstream.get(unit);
    if (links) covered[links.best] += 1;
    else missing += 1;
  }
  const local = [...downstream].filter((unit) => !index.downstream.has(unit)).length;
  const sentences = sideSentences(alignment.upstream).filter(({ id }) => upstream.has(id));
  const clauses = clauseCounter(alignment.clauses)(sentences);
  return {
    ...(clauses && { clauses: withoutEvidence(clauses) }),
    upstreamUnits: upstream.size,
    downstreamUnits: downstream.size,
    covered,
    missing,
    local,
    ...(upstream.size > 0 && { coverage: (upstream.size - missing) / upstream.size }),
  };
}

function withoutEvidence({
  missing: _,
  ...figures
}: ClauseCoverage): Omit<ClauseCoverage, 'missing'> {
  return figures;
}

/** Some side has sentences that the next one does not carry. */
function isMissing(row: ComparisonRow): boolean {
  return row.pairs.some(
    (pair, index) => pair === undefined && itemAt(row.cells, index).sentences.length > 0,
  );
}

/** Some clause of a linked sentence is carried by nothing. */
function leavesOut(row: ComparisonRow): boolean {
  return row.cells.some(({ sentences }) =>
    sentences.some(({ missing = [] }) => missing.length > 0),
  );
}

function isLocal(row: ComparisonRow): boolean {
  return row.pairs.some(
    (pair, index) => pair === undefined && itemAt(row.cells, index + 1).sentences.length > 0,
  );
}

function spreadSections(
  sides: readonly Side[],
  alignments: readonly Alignment[],
  given: readonly (string | undefined)[],
): (ReadonlySet<string> | undefined)[] {
  const found: (ReadonlySet<string> | undefined)[] = sides.map((_, index) =>
    given[index] === undefined ? undefined : new Set([given[index]]),
  );
  const spread = (from: number, to: number) => {
    const known = found[from];
    if (known === undefined || found[to] !== undefined) return;
    const down = to > from;
    const alignment = itemAt(alignments, Math.min(from, to));
    const inside = withDescendants(itemAt(sides, from), known);
    found[to] = new Set(
      alignment.links
        .filter((link) => link.grain === 'section')
        .filter((link) => (down ? link.upstream : link.downstream).some((id) => inside.has(id)))
        .flatMap((link) => (down ? link.downstream : link.upstream)),
    );
  };
  for (let index = 1; index < sides.length; index += 1) spread(index - 1, index);
  for (let index = sides.length - 1; index > 0; index -= 1) spread(index, index - 1);
  return found;
}

function withDescendants(side: Side, sections: ReadonlySet<string>): ReadonlySet<string> {
  const inside = new Set(sections);
  for (const { id, parent } of side.documents.flatMap((document) => document.sections)) {
    if (parent !== undefined && inside.has(parent)) inside.add(id);
  }
  return inside;
}
