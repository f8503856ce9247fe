import { z } from 'zod';
import { count, documentRef, id, share } from '../shared/schema-parts.js';

const reuse = z
  .object({ verbatim: count, adapted: count, paraphrased: count, local: count })
  .meta({ id: 'reuse' });

/** `duibiao.stats/1`: `stats --format json`. */
export const STATS = z.object({
  schema: z.literal('duibiao.stats/1'),
  documents: z.array(
    z.object({
      document: documentRef,
      against: z
        .string()
        .nullable()
        .describe('the side that reuse and distinctive terms are measured against'),
      characters: count,
      sentences: count,
      sections: count,
      chapters: count,
      themes: z.array(
        z.object({
          theme: id,
          sentences: count,
          characters: count,
          share,
          shareByCharacters: share,
        }),
      ),
      reuse: z.object({ sentences: reuse, characters: reuse }).nullable(),
      distinctive: z
        .array(
          z.object({
            term: z.string(),
            count,
            reference: count.describe('occurrences in the side it is held against'),
            g2: z.number().describe('log-likelihood (Dunning)'),
            logRatio: z.number().describe('log2 of the ratio of relative frequencies'),
          }),
        )
        .nullable(),
    }),
  ),
});

export type StatsJson = z.infer<typeof STATS>;
