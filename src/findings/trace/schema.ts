import { z } from 'zod';
import { SENTENCE_RELATIONS } from '../../model/index.js';
import { count, documentRef, id, level, sentenceUnit, share } from '../shared/schema-parts.js';

const relation = z.enum(SENTENCE_RELATIONS).nullable();

const node = z
  .object({
    unit: id,
    document: id,
    level,
    step: count.describe('position of its side'),
    relation,
    link: id.nullable(),
    score: share.nullable(),
    stops: z.boolean().describe('there is a next side and no link to it'),
    differences: z.array(
      z.object({ kind: z.string(), upstream: z.string(), downstream: z.string() }),
    ),
    get children() {
      return z.array(node);
    },
  })
  .meta({ id: 'node' });

/** `duibiao.trace/1`: `trace --format json`. */
export const TRACE = z.object({
  schema: z.literal('duibiao.trace/1'),
  topic: z.object({ type: z.string(), name: z.string() }),
  direction: z.enum(['down', 'up']),
  sides: z.array(z.string()),
  documents: z.array(documentRef),
  steps: z.array(z.object({ side: z.string(), arrive: count, stop: count, fresh: count })),
  roots: z.array(node),
  fresh: z.array(z.object({ unit: id, step: count })).describe('new at that side'),
  descents: z.array(
    z.object({
      upstream: id,
      downstream: id,
      descent: z
        .enum(['both', 'through', 'past'])
        .describe('by way of the side between, past it, or both'),
      through: z.array(id),
      composed: relation,
      direct: relation,
    }),
  ),
  follows: z.array(
    z.object({
      unit: id,
      above: relation,
      highest: relation,
      follows: z.enum(['above', 'highest', 'both', 'neither']),
    }),
  ),
  units: z.array(sentenceUnit),
});

export type TraceJson = z.infer<typeof TRACE>;
