import { z } from 'zod';
import { DOUBTS, SENTENCE_RELATIONS } from '../../model/index.js';
import { count, date, id, kind, level, region, share } from '../shared/schema-parts.js';

const paper = z
  .object({
    id,
    path: z.string().describe('from the corpus folder, with /'),
    title: z.string(),
    level,
    region,
    kind,
    date,
    doubts: z.array(z.enum(DOUBTS)).describe('what is doubtful about its text or head'),
  })
  .meta({ id: 'matrixPaper' });

const half = z.number().min(0).describe('one carried in part counts half');

/** `duibiao.matrix/1`: each line of `matrix --format ndjson`. */
export const MATRIX = z.object({
  schema: z.literal('duibiao.matrix/1'),
  upstream: paper,
  downstream: paper,
  lagDays: z
    .int()
    .nullable()
    .describe('days from the upper to the lower date; null unless both are known to the day'),
  clauses: count.describe('upstream clauses with something to carry'),
  carried: half,
  coverage: share.nullable().describe('carried / clauses; null where there are none'),
  expectedError: share.describe('standard error of coverage'),
  downstreamClauses: count,
  downstreamCarried: count.describe('downstream clauses of which anything comes from above'),
  taken: share.nullable().describe('downstreamCarried / downstreamClauses'),
  verbatim: count.describe('sentence links by relation'),
  adapted: count,
  paraphrased: count,
  doubtful: count.describe('sentence links worth a person’s look'),
  targetsRaised: count,
  targetsLowered: count,
  deadlinesEarlier: count,
  deadlinesLater: count,
  themes: z.array(
    z.object({ theme: id, clauses: count, carried: half, coverage: share.nullable() }),
  ),
});

/** `duibiao.matrix-link/1`: each line of `matrix --detail --format ndjson`. */
export const MATRIX_LINK = z.object({
  schema: z.literal('duibiao.matrix-link/1'),
  upstream: id.describe('paper'),
  downstream: id.describe('paper'),
  upstreamUnit: z.string(),
  downstreamUnit: z.string(),
  upstreamSection: z.string(),
  downstreamSection: z.string(),
  relation: z.enum(SENTENCE_RELATIONS),
  score: share,
  doubtful: z.boolean(),
  upstreamText: z.string(),
  downstreamText: z.string(),
});

export type MatrixJson = z.infer<typeof MATRIX>;
export type MatrixLinkJson = z.infer<typeof MATRIX_LINK>;
