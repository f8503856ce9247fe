import { z } from 'zod';
import { SENTENCE_RELATIONS } from '../../model/index.js';
import { corpusPath, count, id, paperOfCorpus, share } from '../shared/schema-parts.js';

/** `duibiao.sources/1`: `sources --format json`. */
export const SOURCES = z.object({
  schema: z.literal('duibiao.sources/1'),
  document: z.object({
    id,
    path: z.string().nullable().describe('as the user named it'),
  }),
  papers: count.describe('papers of the corpus that were looked through'),
  left: z.array(corpusPath).describe('files that could not be read'),
  sources: z.array(
    z.object({
      rank: z.int().min(1),
      document: paperOfCorpus,
      share: share.describe(
        'of the clauses that have something to say, those credited to this source',
      ),
      clauses: count.describe('how many those are'),
      found: share.describe('share of clauses that stand in it, whoever is credited with them'),
      passages: z
        .array(
          z.object({
            upstream: z.array(id),
            downstream: z.array(id),
            relation: z.enum(SENTENCE_RELATIONS),
            score: z.number().min(0).max(1),
            upstreamText: z.string(),
            downstreamText: z.string(),
          }),
        )
        .describe('sentences of the clauses credited to it, in the order of the document'),
    }),
  ),
});

export type SourcesJson = z.infer<typeof SOURCES>;
