import { z } from 'zod';
import { SENTENCE_RELATIONS } from '../../model/index.js';
import { corpusPath, count, id, paperOfCorpus, span } from '../shared/schema-parts.js';

/** `duibiao.find/1`: `find --format json`. */
export const FIND = z.object({
  schema: z.literal('duibiao.find/1'),
  text: z.string().describe('the passage that was looked for'),
  papers: count.describe('papers of the corpus'),
  left: z.array(corpusPath).describe('files that could not be read'),
  places: z.array(
    z.object({
      rank: z.int().min(1),
      document: paperOfCorpus,
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
