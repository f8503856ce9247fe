import type {
  Alignment,
  CoverageReport,
  CoverageRow,
  SectionMatrix,
  Theme,
} from '../../model/index.js';
import {
  type CellValue,
  type PlaceOf,
  placeCells,
  placeColumns,
  type RowTable,
  type TableRow,
} from '../../render/index.js';
import { itemAt, rounded } from '../../text/index.js';
import { pairFactCells, pairFactColumns, type SideFacts } from '../shared/side-facts.js';

/** A matrix with the names of its sides. */
export interface MatrixPair {
  readonly upstream: SideFacts;
  readonly downstream: SideFacts;
  readonly matrix: SectionMatrix;
}

const FIGURES = [
  'sentences',
  'characters',
  'verbatim',
  'adapted',
  'paraphrased',
  'missing',
  'local',
  'coverage',
  'coverage_by_characters',
  'clauses_carried',
  'clauses_partly',
  'clauses_missing',
  'clauses_none',
  'coverage_by_clause',
  'expected_error',
] as const;

/** `duibiao.coverage-rows/1`: one row for each theme (or section) of each pair of sides, and one for all sentences. */
export function coverageRows(
  reports: readonly CoverageReport[],
  themes: readonly Theme[],
  language: 'zh' | 'en',
): RowTable {
  return {
    schema: 'duibiao.coverage-rows/1',
    columns: ['pair', ...pairFactColumns(), 'key', 'name', ...FIGURES],
    rows: reports.flatMap((report) => {
      const pair = pairName(report);
      const row = (key: string, name: string, figures: Omit<CoverageRow, 'key'>): TableRow => ({
        pair,
        ...pairFactCells(report.upstream, report.downstream),
        key,
        name,
        sentences: figures.upstream.units,
        characters: figures.upstream.characters,
        verbatim: figures.covered.verbatim,
        adapted: figures.covered.adapted,
        paraphrased: figures.covered.paraphrased,
        missing: figures.missing,
        local: figures.local,
        coverage: shareOf(figures.coverage),
        coverage_by_characters: shareOf(figures.coverageByCharacters),
        clauses_carried: figures.clauses?.counts.carried ?? null,
        clauses_partly: figures.clauses?.counts.partly ?? null,
        clauses_missing: figures.clauses?.counts.missing ?? null,
        clauses_none: figures.clauses?.counts.none ?? null,
        coverage_by_clause: shareOf(figures.clauses?.coverage),
        expected_error: shareOf(figures.clauses?.expectedError),
      });
      return [
        ...report.rows.map((own) => row(own.key, nameOf(own, themes, language), own)),
        row('', '', report.total),
      ];
    }),
  };
}

/** `duibiao.coverage-evidence-rows/1`: one row for each sentence behind a figure, with its counterparts. */
export function coverageEvidenceRows(
  reports: readonly CoverageReport[],
  alignments: readonly Alignment[],
  themes: readonly Theme[],
  { placeOf, language }: { readonly placeOf: PlaceOf; readonly language: 'zh' | 'en' },
): RowTable {
  const columns = [
    'pair',
    ...pairFactColumns(),
    ...['key', 'name', 'status'],
    ...placeColumns('upstream_'),
    ...placeColumns('downstream_'),
  ];
  return {
    schema: 'duibiao.coverage-evidence-rows/1',
    columns,
    rows: reports.flatMap((report, at) => {
      const links = new Map(itemAt(alignments, at).links.map((link) => [link.id, link]));
      return report.rows.flatMap((own) => {
        const row = (status: string, up: readonly string[], down: readonly string[]): TableRow => ({
          pair: pairName(report),
          ...pairFactCells(report.upstream, report.downstream),
          key: own.key,
          name: nameOf(own, themes, language),
          status,
          ...placeCells(up, placeOf, 'upstream_'),
          ...placeCells(down, placeOf, 'downstream_'),
        });
        return [
          ...own.evidence.covered.map(({ unit, relation, links: ids }) =>
            row(
              relation,
              [unit],
              [...new Set(ids.flatMap((id) => links.get(id)?.downstream ?? []))],
            ),
          ),
          ...own.evidence.missing.map((unit) => row('missing', [unit], [])),
          ...own.evidence.local.map((unit) => row('local', [], [unit])),
        ];
      });
    }),
  };
}

/** `duibiao.matrix-rows/1`: one row for each pair of chapters with a link. */
export function matrixRows(pairs: readonly MatrixPair[]): RowTable {
  return {
    schema: 'duibiao.matrix-rows/1',
    columns: [
      'pair',
      ...pairFactColumns(),
      ...['upstream_unit', 'upstream_section', 'downstream_unit', 'downstream_section'],
      ...['sentences', 'share', 'share_downstream'],
    ],
    rows: pairs.flatMap(({ upstream, downstream, matrix }) => {
      const headings = new Map(
        [...matrix.upstream, ...matrix.downstream].map(({ key, heading }) => [key, heading]),
      );
      return matrix.cells.map((cell) => ({
        pair: `${upstream.name} → ${downstream.name}`,
        ...pairFactCells(upstream, downstream),
        upstream_unit: cell.upstream,
        upstream_section: headings.get(cell.upstream) ?? '',
        downstream_unit: cell.downstream,
        downstream_section: headings.get(cell.downstream) ?? '',
        sentences: cell.units,
        share: rounded(cell.share),
        share_downstream: rounded(cell.shareDownstream),
      }));
    }),
  };
}

function pairName({ upstream, downstream }: CoverageReport): string {
  return `${upstream.name} → ${downstream.name}`;
}

function nameOf(row: CoverageRow, themes: readonly Theme[], language: 'zh' | 'en'): string {
  return row.heading ?? themes.find(({ id }) => id === row.key)?.labels[language] ?? row.key;
}

function shareOf(share: number | undefined): CellValue {
  return share === undefined ? null : rounded(share);
}
