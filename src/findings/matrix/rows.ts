import type { MatrixPaper, MatrixRow } from '../../model/index.js';
import type { TableRow, TypedColumns } from '../../render/index.js';
import { matrixJson, matrixLinksJson } from './json.js';

/** A table whose rows are made as they are asked for: columns with their types, and the rows of one pair. */
export interface MatrixTable {
  readonly schema: string;
  readonly columns: TypedColumns;
  readonly rowsOf: (row: MatrixRow) => readonly TableRow[];
}

const PAPER = ['id', 'path', 'title', 'level', 'region', 'kind', 'date', 'doubts'] as const;

function paperColumns(prefix: string): TypedColumns {
  return Object.fromEntries(PAPER.map((name) => [prefix + name, 'text'] as const));
}

const FIGURES = {
  lag_days: 'count',
  clauses: 'count',
  carried: 'number',
  coverage: 'number',
  expected_error: 'number',
  downstream_clauses: 'count',
  downstream_carried: 'count',
  taken: 'number',
  verbatim: 'count',
  adapted: 'count',
  paraphrased: 'count',
  doubtful: 'count',
  targets_raised: 'count',
  targets_lowered: 'count',
  deadlines_earlier: 'count',
  deadlines_later: 'count',
} as const satisfies TypedColumns;

/** One row a pair. */
export const MATRIX_PAIRS: MatrixTable = {
  schema: 'duibiao.pair-rows/1',
  columns: { ...paperColumns('upstream_'), ...paperColumns('downstream_'), ...FIGURES },
  rowsOf: (row) => [pairCells(row)],
};

/** One row for each theme of each pair: its clauses above, and what is carried of them. */
export const MATRIX_THEMES: MatrixTable = {
  schema: 'duibiao.pair-theme-rows/1',
  columns: {
    ...paperColumns('upstream_'),
    ...paperColumns('downstream_'),
    ...{ lag_days: 'count', theme: 'text', clauses: 'count', carried: 'number' },
    coverage: 'number',
  },
  rowsOf: (row) => {
    const pair = pairCells(row);
    return matrixJson(row).themes.map((own) => ({ ...pair, ...own }));
  },
};

/** One row a link; `corpus list` has what else there is to know of the papers. */
export const MATRIX_LINKS: MatrixTable = {
  schema: 'duibiao.pair-link-rows/1',
  columns: {
    ...{ upstream_id: 'text', upstream_path: 'text', downstream_id: 'text' },
    ...{ downstream_path: 'text', upstream_unit: 'text', downstream_unit: 'text' },
    ...{ upstream_section: 'text', downstream_section: 'text', relation: 'text' },
    ...{ score: 'number', doubtful: 'boolean', upstream_text: 'text', downstream_text: 'text' },
  },
  rowsOf: (row) =>
    matrixLinksJson(row).map((link) => ({
      upstream_id: row.upstream.id,
      upstream_path: row.upstream.path,
      downstream_id: row.downstream.id,
      downstream_path: row.downstream.path,
      upstream_unit: link.upstreamUnit,
      downstream_unit: link.downstreamUnit,
      upstream_section: link.upstreamSection,
      downstream_section: link.downstreamSection,
      relation: link.relation,
      score: link.score,
      doubtful: link.doubtful,
      upstream_text: link.upstreamText,
      downstream_text: link.downstreamText,
    })),
};

function pairCells(row: MatrixRow): TableRow {
  const json = matrixJson(row);
  return {
    ...paperCells(row.upstream, json.upstream.doubts, 'upstream_'),
    ...paperCells(row.downstream, json.downstream.doubts, 'downstream_'),
    lag_days: json.lagDays,
    clauses: json.clauses,
    carried: json.carried,
    coverage: json.coverage,
    expected_error: json.expectedError,
    downstream_clauses: json.downstreamClauses,
    downstream_carried: json.downstreamCarried,
    taken: json.taken,
    verbatim: json.verbatim,
    adapted: json.adapted,
    paraphrased: json.paraphrased,
    doubtful: json.doubtful,
    targets_raised: json.targetsRaised,
    targets_lowered: json.targetsLowered,
    deadlines_earlier: json.deadlinesEarlier,
    deadlines_later: json.deadlinesLater,
  };
}

function paperCells(paper: MatrixPaper, doubts: readonly string[], prefix: string): TableRow {
  const { id, path, title, level = null, region, kind, date = null } = paper;
  const cells = { id, path, title, level, region: region?.code ?? null, kind, date, doubts };
  return Object.fromEntries(PAPER.map((name) => [prefix + name, cells[name]]));
}
