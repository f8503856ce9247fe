import { z } from 'zod';
import { count, share } from '../shared/schema-parts.js';

const answers = { yes: count, no: count };

const held = z
  .object({
    right: count.describe('decisions that the links agree with'),
    f1: share.describe('of the links among the decided pairs'),
    surprise: z
      .number()
      .min(0)
      .describe('mean negative logarithm of the probability given to what people said'),
  })
  .meta({ id: 'heldOut' });

/** `duibiao.own-fit/1`: `fit --format json`. */
export const OWN_FIT = z.object({
  schema: z.literal('duibiao.own-fit/1'),
  file: z.string().describe('where an own fit is kept, as shown'),
  written: z.boolean(),
  there: z.boolean().describe('whether a file of an earlier fit was there before'),
  verdict: z
    .enum(['better', 'worse'])
    .describe('worse: not better beyond doubt on decisions held out, so that nothing is written'),
  engine: z.string().describe('version of the engine it stands beside'),
  model: z.boolean().describe('whether a user’s own model was weighed'),
  decisions: z.object({
    ...answers,
    unknown: count.describe('about papers that the corpus does not have'),
    stale: count.describe('whose units changed or are gone'),
    twice: count.describe('pairs answered both ways: the later answer counts'),
  }),
  papers: z.array(z.object({ upstream: z.string(), downstream: z.string(), ...answers })),
  heldOut: z.object({
    by: z
      .enum(['papers', 'parts'])
      .describe('each decision judged by a fit without its papers, or without its section'),
    before: held.describe('the engine as it is'),
    after: held.describe('with what the other decisions taught'),
  }),
});

export type OwnFitJson = z.infer<typeof OWN_FIT>;
