import type { CoverageReport, CoverageRow, MatrixHead, SectionMatrix } from '../../model/index.js';

interface CountsJsonV1 {
  verbatim: number;
  adapted: number;
  paraphrased: number;
}

interface RowJsonV1 {
  upstream: { units: number; characters: number };
  downstream: { units: number; characters: number };
  covered: CountsJsonV1;
  missing: number;
  local: number;
  coverage: number | null;
  coverageByCharacters: number | null;
  evidence: {
    covered: { unit: string; relation: string; links: string[] }[];
    missing: string[];
    local: string[];
  };
}

interface MatrixHeadJsonV1 {
  section: string;
  document: string;
  heading: string;
  units: number;
}

interface MatrixJsonV1 {
  upstream: MatrixHeadJsonV1[];
  downstream: MatrixHeadJsonV1[];
  cells: {
    upstream: string;
    downstream: string;
    units: number;
    share: number;
    shareDownstream: number;
  }[];
}

interface PairJsonV1 {
  /** With --matrix. */
  matrix?: MatrixJsonV1;
  upstream: { id: string; level: string | null; documents: string[] };
  downstream: { id: string; level: string | null; documents: string[] };
  minRelation: string;
  themes?: ({ theme: string } & RowJsonV1)[];
  sections?: ({ section: string; heading: string; document: string } & RowJsonV1)[];
  total: RowJsonV1;
}

/** `duibiao.coverage/1`, see the published schema. */
export interface CoverageJsonV1 {
  schema: 'duibiao.coverage/1';
  by: string;
  pairs: PairJsonV1[];
}

/** *In* the matrices of the reports' pairs, where they were asked for. */
export function coverageJson(
  reports: readonly CoverageReport[],
  matrices: readonly SectionMatrix[] = [],
): CoverageJsonV1 {
  return {
    schema: 'duibiao.coverage/1',
    by: reports[0]?.by ?? 'theme',
    pairs: reports.map((report, i) => ({
      ...pairJson(report),
      ...(matrices[i] !== undefined && { matrix: matrixJson(matrices[i]) }),
    })),
  };
}

function matrixJson({ upstream, downstream, cells }: SectionMatrix): MatrixJsonV1 {
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

function pairJson(report: CoverageReport): PairJsonV1 {
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

function rowJson(row: CoverageRow): RowJsonV1 {
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
    evidence: {
      covered: evidence.covered.map((unit) => ({
        unit: unit.unit,
        relation: unit.relation,
        links: [...unit.links],
      })),
      missing: [...evidence.missing],
      local: [...evidence.local],
    },
  };
}

/** Four decimals: enough for any share of sentences, and the same bytes everywhere. */
function rounded(share: number): number {
  return Math.round(share * 1e4) / 1e4;
}
