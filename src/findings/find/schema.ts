import { z } from 'zod';
import { SENTENCE_RELATIONS } from '../../model/index.js';
import { count, date, id, level, span } from '../shared/schema-parts.js';

const path = z.string().describe('relative to the corpus');

/** `duibiao.find/1`: `find --format json`. */
export const FIND = z.object({
  schema: z.literal('duibiao.find/1'),
  text: z.string().describe('the passage that was looked for'),
  papers: count.describe('papers of the corpus'),
  left: z.array(path).describe('files that could not be read'),
  places: z.array(
    z.object({
      rank: z.int().min(1),
      document: z.object({
        id,
        title: z.string(),
        path,
        level,
        region: z.string().nullable().describe('code of GB/T 2260'),
        date,
      }),
      unit: id,
      section: id.nullable(),
      text: z.string(),
      span,
      relation: z.enum(SENTENCE_RELATIONS),
      score: z
        .number()
        .min(0)
        .max(1)
        .describe('how much of the passage it says, in whatever words'),
    }),
  ),
});

export type FindJson = z.infer<typeof FIND>;
