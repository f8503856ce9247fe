import type {
  ClauseCoverage,
  CoverageReport,
  CoverageRow,
  DocumentUnits,
  Grain,
  MatrixHead,
  SectionMatrix,
} from '../../model/index.js';
import { rounded } from '../../text/index.js';
import { doubtsJson } from '../shared/doubts.js';
import type { CoverageJson, CoveragePairJson } from './schema.js';

/** *In* the matrices of the reports' pairs, where they were asked for, and the documents the figures rest on. */
export function coverageJson(
  reports: readonly CoverageReport[],
  matrices: readonly SectionMatrix[] = [],
  grain: Grain = 'clause',
  documents: readonly DocumentUnits[] = [],
): CoverageJson {
  return {
    schema: 'duibiao.coverage/1',
    grain,
    by: reports[0]?.by ?? 'theme',
    ...doubtsJson(documents),
    pairs: reports.map((report, i) => ({
      ...pairJson(report),
      ...(matrices[i] !== undefined && { matrix: matrixJson(matrices[i]) }),
    })),
  };
}

function matrixJson({
  upstream,
  downstream,
  cells,
}: SectionMatrix): NonNullable<CoveragePairJson['matrix']> {
  const head = ({ key, document, heading, units }: MatrixHead) => ({
    section: key,
    document,
    heading,
    units,
  });
  return {
    upstream: upstream.map(head),
    downstream: downstream.map(head),
    cells: cells.map((cell) => ({
      upstream: cell.upstream,
      downstream: cell.downstream,
      units: cell.units,
      share: rounded(cell.share),
      shareDownstream: rounded(cell.shareDownstream),
    })),
  };
}

function pairJson(report: CoverageReport): CoveragePairJson {
  const side = ({ id, level, documents }: CoverageReport['upstream']) => ({
    id,
    level: level ?? null,
    documents: [...documents],
  });
  return {
    upstream: side(report.upstream),
    downstream: side(report.downstream),
    minRelation: report.minRelation,
    ...(report.by === 'theme'
      ? { themes: report.rows.map((row) => ({ theme: row.key, ...rowJson(row) })) }
      : {
          sections: report.rows.map((row) => ({
            section: row.key,
            heading: row.heading ?? '',
            document: row.document ?? '',
            ...rowJson(row),
          })),
        }),
    total: rowJson(report.total),
  };
}

function rowJson(row: CoverageRow): CoveragePairJson['total'] {
  const { upstream, downstream, covered, missing, local, evidence } = row;
  return {
    upstream: { units: upstream.units, characters: upstream.characters },
    downstream: { units: downstream.units, characters: downstream.characters },
    covered: {
      verbatim: covered.verbatim,
      adapted: covered.adapted,
      paraphrased: covered.paraphrased,
    },
    missing,
    local,
    coverage: row.coverage === undefined ? null : rounded(row.coverage),
    coverageByCharacters:
      row.coverageByCharacters === undefined ? null : rounded(row.coverageByCharacters),
    ...(row.clauses !== undefined && clausesJson(row.clauses)),
    evidence: {
      covered: evidence.covered.map((unit) => ({
        unit: unit.unit,
        relation: unit.relation,
        links: [...unit.links],
      })),
      missing: [...evidence.missing],
      local: [...evidence.local],
      ...(row.clauses !== undefined && {
        missingClauses: row.clauses.missing.map((clause) => ({ ...clause })),
      }),
    },
  };
}

function clausesJson({
  counts,
  coverage,
  expectedError,
}: ClauseCoverage): Pick<
  CoveragePairJson['total'],
  'clauses' | 'coverageByClause' | 'expectedError'
> {
  return {
    clauses: { ...counts },
    coverageByClause: coverage === undefined ? null : rounded(coverage),
    expectedError: expectedError === undefined ? null : rounded(expectedError),
  };
}
