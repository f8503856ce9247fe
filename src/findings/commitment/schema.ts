import { z } from 'zod';
import { count, documentRef, id, sentenceUnit, share } from '../shared/schema-parts.js';

const counts = z
  .object({
    units: count,
    grades: z.object({ 1: count, 2: count, 3: count, 4: count }),
    none: count.describe('sentences that do not commit'),
    mean: z.number().nullable(),
  })
  .meta({ id: 'counts' });

const clause = z
  .object({
    unit: id,
    start: count,
    end: count,
    grade: z.number().describe('4 必须 确保 … 1 探索 研究'),
    word: z.string(),
  })
  .meta({ id: 'clause' });

/** `duibiao.commitment/1`: `commitment --format json`. */
export const COMMITMENT = z.object({
  schema: z.literal('duibiao.commitment/1'),
  documents: z.array(documentRef),
  pairs: z.array(
    z.object({
      upstream: id,
      downstream: id,
      summary: z.array(
        z.object({
          theme: id,
          upstream: counts,
          downstream: counts,
          shifts: z.object({ stronger: count, weaker: count, same: count }),
        }),
      ),
      shifts: z.array(
        z.object({
          link: id,
          shift: z.enum(['stronger', 'weaker', 'same']),
          difference: z.number(),
          basis: z.enum(['clauses', 'sentences']),
          upstream: z.array(id),
          downstream: z.array(id),
          clauses: z.array(z.object({ upstream: clause, downstream: clause, similarity: share })),
        }),
      ),
      grades: z.array(z.object({ unit: id, grade: z.number(), mean: z.number() })),
    }),
  ),
  units: z.array(sentenceUnit),
});

export type CommitmentJson = z.infer<typeof COMMITMENT>;
