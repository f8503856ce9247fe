import { z } from 'zod';
import { SENTENCE_RELATIONS } from '../../model/index.js';
import { count, documentRef, id, share, unit } from '../shared/schema-parts.js';

const side = z.object({ name: z.string(), documents: z.array(documentRef) });
const ids = z.array(id);
const swap = z.object({ upstream: z.string(), downstream: z.string() });

const link = {
  id: id.describe('stable while the linked units keep their ids'),
  upstream: ids.min(1),
  downstream: ids.min(1),
  score: share.describe('1 is identical'),
  moved: z.boolean(),
  doubtful: z.boolean().describe('worth a look by a person'),
  decided: z.literal(true).optional().describe('a person’s word (links.yaml)'),
  pinned: z.literal(true).optional().describe('the same as decided, its name before'),
};

const sectionLink = z
  .object({
    ...link,
    grain: z.literal('section'),
    relation: z.enum(['counterpart', 'related']),
  })
  .meta({ id: 'sectionLink' });

const sentenceLink = z
  .object({
    ...link,
    grain: z.literal('sentence'),
    relation: z.enum(SENTENCE_RELATIONS),
    swaps: z.array(swap).describe('changes of place or level only: 全省 → 全市'),
    differences: z
      .array(
        z.object({
          kind: z.enum(['number', 'deadline', 'bound', 'polarity', 'list-member']),
          upstream: z.string().describe('empty where added'),
          downstream: z.string().describe('empty where dropped'),
        }),
      )
      .describe('changes of what is asked for: 15个 → 2个, 应当 → 可以; none of a verbatim link'),
  })
  .meta({ id: 'sentenceLink' });

/** `duibiao.alignment/1`: `align --format json`. */
export const ALIGNMENT = z.object({
  schema: z.literal('duibiao.alignment/1'),
  upstream: side,
  downstream: side,
  units: z.object({ upstream: z.array(unit), downstream: z.array(unit) }),
  links: z.array(z.union([sectionLink, sentenceLink])),
  unlinked: z
    .object({
      upstream: ids,
      downstream: ids,
      decided: ids.optional().describe('those upstream that a person has said to be missing'),
    })
    .describe('sentences in no link, in document order'),
  swaps: z.array(
    swap.extend({ count, listed: z.boolean().describe('in the lexicon, or only learned here') }),
  ),
  staleOverrides: z
    .array(
      z.object({
        upstream: id,
        downstream: id.nullable().describe('null for a decision about a clause'),
        side: z.enum(['upstream', 'downstream']),
        problem: z.enum(['unknown-unit', 'quote-not-found', 'kinds-differ']),
        movedTo: id.nullable(),
        nearest: id.nullable().describe('the unit that reads most like the quotation now'),
      }),
    )
    .describe('decisions of links.yaml that could not be honoured as written'),
});

export type AlignmentJson = z.infer<typeof ALIGNMENT>;
