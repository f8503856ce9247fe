import { z } from 'zod';
import { id, kind, level } from '../shared/schema-parts.js';

/** `duibiao.corpus/1`: `corpus list --format json`. */
export const CORPUS = z.object({
  schema: z.literal('duibiao.corpus/1'),
  documents: z.array(
    z.object({
      id,
      path: z.string(),
      title: z.string(),
      level,
      region: z.string().nullable().describe('code of GB/T 2260'),
      kind,
      date: z.string().nullable(),
      aliases: z.array(z.string()),
    }),
  ),
  aliases: z.record(z.string(), z.array(id)).describe('what a person means by a name'),
});

export type CorpusJson = z.infer<typeof CORPUS>;
