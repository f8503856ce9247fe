import { z } from 'zod';
import { SENTENCE_RELATIONS } from '../../model/index.js';
import { count, documentRef, id, share } from '../shared/schema-parts.js';

const entry = z
  .object({
    unit: id,
    start: count.describe("offset in the unit's text"),
    end: count,
    text: z.string(),
    theme: id.nullable().describe("the unit's first theme"),
    weight: share.describe('orders the list; no probability'),
    ids: z.array(id).describe("sentences, links and targets it rests on, the unit's own first"),
    change: z.object({ from: z.string(), to: z.string() }).nullable(),
    relation: z.enum(SENTENCE_RELATIONS).nullable().describe('of a doubtful link'),
    decided: z.literal(true).optional().describe('a person has said so (links.yaml)'),
    elsewhere: z
      .array(z.string())
      .optional()
      .describe('of a missing clause: other places that it is addressed to, as printed'),
  })
  .meta({ id: 'briefEntry' });

const entries = z.array(entry).describe('in order of weight');

/** `duibiao.brief/1`: `brief --format json`. */
export const BRIEF = z.object({
  schema: z.literal('duibiao.brief/1'),
  upstream: z.object({ name: id, documents: z.array(documentRef) }),
  downstream: z.object({ name: id, documents: z.array(documentRef) }),
  coverage: share.nullable().describe('by clause, of the whole text'),
  expectedError: share.nullable(),
  themes: z
    .array(z.object({ theme: id, coverage: share.nullable(), missing: count, weight: z.number() }))
    .describe('of the upper side, what lost most first'),
  missing: entries,
  weakened: entries,
  lowered: entries,
  postponed: entries,
  local: entries,
  doubtful: entries,
});

export type BriefJson = z.infer<typeof BRIEF>;
