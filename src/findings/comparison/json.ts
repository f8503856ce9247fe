import type {
  ComparisonEntry,
  ComparisonPair,
  ComparisonRow,
  ComparisonSummary,
  ComparisonView,
  DocumentUnits,
  SectionRef,
} from '../../model/index.js';
import { rounded } from '../../text/index.js';
import { doubtsJson } from '../shared/doubts.js';
import type { ComparisonJson } from './schema.js';

type SummaryJson = ComparisonJson['summaries'][number];
type BlockJson = ComparisonJson['blocks'][number];
type SectionJson = BlockJson['sections'][number][number];
type RowJson = BlockJson['rows'][number];
type PairJson = NonNullable<RowJson['pairs'][number]>;

/** `duibiao.comparison/1`: the rows of `compare`, folded ones unfolded. */
export function comparisonJson(
  view: ComparisonView,
  documents: readonly DocumentUnits[] = [],
): ComparisonJson {
  return {
    schema: 'duibiao.comparison/1',
    ...doubtsJson(documents),
    sides: view.sides.map(({ name, level, titles, units, unitsInScope }) => ({
      name,
      level: level ?? null,
      titles: [...titles],
      units,
      unitsInScope,
    })),
    summaries: view.summaries.map(({ coverage, clauses, ...counts }) => ({
      ...counts,
      coverage: coverage ?? null,
      clauses: clauses === undefined ? null : clausesJson(clauses),
    })),
    notes: view.notes.map(({ kind, sides }) => ({ kind, sides: [...sides] })),
    blocks: view.blocks.map(({ head, rows }) => ({
      sections: head.sections.map((sections) => sections.map(sectionJson)),
      relations: head.relations.map((relation) => relation ?? null),
      rows: [...(head.row === undefined ? [] : [head.row]), ...rows].flatMap(rowsOf),
    })),
  };
}

function clausesJson({
  counts,
  coverage,
  expectedError,
}: NonNullable<ComparisonSummary['clauses']>): SummaryJson['clauses'] {
  return {
    ...counts,
    coverage: coverage === undefined ? null : rounded(coverage),
    expectedError: expectedError === undefined ? null : rounded(expectedError),
  };
}

function rowsOf(entry: ComparisonEntry): RowJson[] {
  if (entry.type === 'folded') return entry.rows.map(rowJson);
  return entry.type === 'moved' ? [] : [rowJson(entry)];
}

function rowJson(row: ComparisonRow): RowJson {
  return {
    status: row.status,
    cells: row.cells.map(({ sentences, text }) => ({
      units: sentences.map(({ unit }) => unit),
      text,
      missing: sentences.flatMap(({ missing = [] }) => missing.map((range) => ({ ...range }))),
      ...(sentences.some(({ decided }) => decided === true) && { decided: true as const }),
    })),
    pairs: row.pairs.map((pair) => (pair === undefined ? null : pairJson(pair))),
  };
}

function sectionJson({ id, document, label, heading }: SectionRef): SectionJson {
  return { id, document, label, heading };
}

function pairJson(pair: ComparisonPair): PairJson {
  const { link, relation, score, moved, doubtful, decided, links, changes, shared } = pair;
  return {
    link,
    relation,
    score,
    moved,
    doubtful,
    ...(decided === true && { decided }),
    links: links.map((own) => ({
      ...own,
      upstream: [...own.upstream],
      downstream: [...own.downstream],
    })),
    changes: changes.map(({ startUp, endUp, startDown, endDown, kind }) => ({
      startUp,
      endUp,
      startDown,
      endDown,
      kind,
    })),
    ...(shared && { shared: shared.map((range) => ({ ...range })) }),
  };
}
