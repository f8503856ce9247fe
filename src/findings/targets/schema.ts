import { z } from 'zod';
import { count, documentRef, id, sentenceUnit, share } from '../shared/schema-parts.js';

const year = z.int().nullable();

const target = z
  .object({
    id,
    document: id,
    sentence: id.describe('id in `units`'),
    start: count.describe('UTF-16 code units in the text of the sentence'),
    end: count,
    text: z.string().describe('as printed'),
    kind: z.enum(['quantity', 'share', 'money', 'ratio', 'count', 'deadline', 'span', 'name']),
    value: z.number().describe('in `unit`; of a deadline the year'),
    upper: z.number().nullable().describe('where the text names a range'),
    unit: z.string(),
    bound: z.enum(['exact', 'at-least', 'at-most', 'about', 'by', 'from']),
    change: z.enum(['increase', 'decrease']).nullable(),
    approximate: z.boolean(),
    aspired: z.boolean().describe('力争, 争取'),
    due: year.describe('year by which'),
    base: year.describe('year against which'),
    indicator: z.string().nullable(),
  })
  .meta({ id: 'target' });

/** `duibiao.targets/1`: `targets --format json`. */
export const TARGETS = z.object({
  schema: z.literal('duibiao.targets/1'),
  documents: z.array(documentRef),
  targets: z.array(target).describe('of one document; empty where sides are compared'),
  pairs: z.array(
    z.object({
      upstream: id,
      downstream: id,
      targets: z.array(
        z.object({
          shift: z.enum([
            'same',
            'raised',
            'lowered',
            'earlier',
            'later',
            'changed',
            'only-upstream',
            'only-downstream',
          ]),
          similarity: share.nullable().describe('of the two indicators'),
          linked: z.boolean().nullable().describe('the sentences are linked'),
          upstream: target.nullable(),
          downstream: target.nullable(),
        }),
      ),
    }),
  ),
  units: z.array(sentenceUnit).describe('the sentences the targets stand in'),
});

export type TargetsJson = z.infer<typeof TARGETS>;
