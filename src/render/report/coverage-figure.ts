import type { CoverageReport, CoverageRow, SentenceRelation } from '../../model/index.js';
import { SENTENCE_RELATIONS } from '../../model/index.js';
import { percent } from '../../text/index.js';
import { PART_SIGNS, type Part } from '../index.js';
import { clauseShare } from './first-page.js';

/** One part of a bar of coverage, in the colour of a part of the comparison. */
interface CoveragePart {
  readonly part: Part;
  readonly sign: string;
  readonly count: number;
  readonly of: number;
}

/** A row of coverage as it is drawn: by clause, or by sentence where a closer relation was asked for. */
export interface CoverageFigure {
  readonly grain: 'clause' | 'sentence';
  /** `67% ±3`; by sentence `75%`. */
  readonly share: string;
  /** Carried of all, carried in part counting half. */
  readonly ratio: string;
  readonly parts: readonly CoveragePart[];
  /** `=260 ~40 -112`, and what is local where sentences are counted. */
  readonly counts: string;
}

/** Carried and partly carried clauses in the colours of the relations that are as close. */
const CARRIED: Part = 'adapted';
const PARTLY: Part = 'paraphrased';

export function coverageFigure(
  row: CoverageRow,
  { minRelation }: Pick<CoverageReport, 'minRelation'>,
): CoverageFigure {
  return row.clauses === undefined || minRelation !== 'paraphrased'
    ? bySentence(row)
    : byClause(row.clauses);
}

function byClause({
  counts,
  coverage,
  expectedError,
}: NonNullable<CoverageRow['clauses']>): CoverageFigure {
  const { carried, partly, missing } = counts;
  const all = carried + partly + missing;
  return {
    grain: 'clause',
    share: clauseShare(coverage, expectedError),
    ratio: `${carried + partly / 2}/${all}`,
    parts: [
      { part: CARRIED, sign: '=', count: carried, of: all },
      { part: PARTLY, sign: '~', count: partly, of: all },
      { part: 'missing', sign: '-', count: missing, of: all },
    ],
    counts: `=${carried} ~${partly} -${missing}`,
  };
}

function bySentence(row: CoverageRow): CoverageFigure {
  const { covered, missing, local, upstream } = row;
  const part = (own: SentenceRelation | 'missing', count: number): CoveragePart => ({
    part: own,
    sign: PART_SIGNS[own],
    count,
    of: upstream.units,
  });
  const parts = [
    ...SENTENCE_RELATIONS.map((relation) => part(relation, covered[relation])),
    part('missing', missing),
  ];
  return {
    grain: 'sentence',
    share: percent(row.coverage),
    ratio: `${upstream.units - missing}/${upstream.units}`,
    parts,
    counts: [...parts.map(({ sign, count }) => `${sign}${count}`), `+${local}`].join(' '),
  };
}
