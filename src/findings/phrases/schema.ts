import { z } from 'zod';
import { count, date, documentRef, id, level, sentenceUnit } from '../shared/schema-parts.js';

const status = z.enum(['identical', 'variant', 'absent']);

/** `duibiao.phrases/1`: `phrases --format json`. */
export const PHRASES = z.object({
  schema: z.literal('duibiao.phrases/1'),
  documents: z.array(documentRef),
  phrases: z.array(
    z.object({
      text: z.string(),
      sources: z.array(z.enum(['seed', 'quoted', 'repeated'])),
      frequency: count,
      score: z.number(),
      cohesion: z
        .number()
        .nullable()
        .describe('lowest pointwise mutual information of its cuts, bits'),
      entropy: z.number().nullable().describe('lower of the two boundary entropies, bits'),
      first: z
        .object({ document: id, unit: id, date, level })
        .nullable()
        .describe('earliest document, then highest level'),
      levels: z.array(z.object({ level, status, count, variants: count })),
      uses: z.array(
        z.object({
          document: id,
          level,
          date,
          status,
          count,
          units: z.array(id),
          variants: z.array(
            z.object({
              text: z.string(),
              kind: z.enum(['punctuation', 'abbreviation', 'wording']),
              distance: z.number(),
              units: z.array(id),
            }),
          ),
        }),
      ),
      definitions: z.array(
        z.object({
          document: id,
          unit: id,
          text: z.string(),
          by: z.enum(['annex', 'colon', '即', '就是', '是指', '包括']),
        }),
      ),
    }),
  ),
  absent: z.array(z.string()).describe('phrases of the list that no document has'),
  units: z.array(sentenceUnit),
});

export type PhrasesJson = z.infer<typeof PHRASES>;
