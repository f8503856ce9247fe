import { z } from 'zod';
import { SENTENCE_RELATIONS } from '../../model/index.js';
import { id, unit } from '../shared/schema-parts.js';

const rival = z.object({ unit: id, score: z.number() }).meta({ id: 'rival' });
const relation = z.enum([...SENTENCE_RELATIONS, 'counterpart', 'related']);

const explained = z
  .object({
    grain: z.enum(['sentence', 'section']),
    sides: z.object({ upstream: z.string(), downstream: z.string() }),
    upstream: id,
    downstream: id,
    link: z
      .object({ id, relation, score: z.number(), pinned: z.boolean() })
      .nullable()
      .describe('null where the two are not linked'),
    score: z.number(),
    threshold: z.number().describe('score from which two units are linked'),
    relation: z
      .enum(SENTENCE_RELATIONS)
      .nullable()
      .describe('what the relation would be; null for sections'),
    components: z.array(
      z.object({ name: z.string(), value: z.number(), contribution: z.number() }),
    ),
    ownModel: z
      .boolean()
      .describe('whether a user’s own model spoke: half of the component meaning is its own then'),
    sharedWording: z.array(z.string()),
    sharedConcepts: z.array(
      z.object({ name: z.string(), upstream: z.string(), downstream: z.string() }),
    ),
    swaps: z.array(z.object({ upstream: z.string(), downstream: z.string() })),
    rivals: z
      .object({ upstream: z.array(rival), downstream: z.array(rival) })
      .describe('the next best candidates of either side'),
  })
  .meta({ id: 'explained' });

/** `duibiao.explanation/1`: `explain --format json`. */
export const EXPLANATION = z.object({
  schema: z.literal('duibiao.explanation/1'),
  explanations: z.array(explained),
  units: z.array(unit).describe('the units that are named'),
});

export type ExplanationJson = z.infer<typeof EXPLANATION>;
