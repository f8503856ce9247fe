import type { CoverageReport, CoverageRow } from '../../model/index.js';

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

interface PairJsonV1 {
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

export function coverageJson(reports: readonly CoverageReport[]): CoverageJsonV1 {
  return {
    schema: 'duibiao.coverage/1',
    by: reports[0]?.by ?? 'theme',
    pairs: reports.map(pairJson),
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
