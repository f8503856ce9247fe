import { z } from 'zod';
import { CLAUSE_STATES, DOCUMENT_KINDS, DOUBTS, LEVELS } from '../../model/index.js';

/** Pieces that several formats share. Enumerations come from the model, so that the two cannot drift apart. */

const offset = z.int().min(0);
const pair = z.tuple([z.int().min(1), z.int().min(1)]);

export const span = z
  .object({
    start: offset.describe('UTF-16 code units of the source text as decoded, before any clean-up'),
    end: offset.describe('first code unit after the span'),
    lines: pair.describe('1-based raw lines, first and last'),
    pages: pair.optional().describe('1-based pages, where the source has them'),
    paragraphs: pair.optional().describe('1-based paragraphs, where the source has them'),
  })
  .meta({ id: 'span', description: 'A half-open range of the source text.' });

export const level = z.enum(LEVELS).nullable().describe('null where nothing tells');
export const kind = z.enum(DOCUMENT_KINDS);
export const share = z.number().min(0).max(1);
export const count = z.int().min(0);
export const id = z.string().min(1);
export const date = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .nullable()
  .describe('ISO 8601, as precise as it is known');

export const region = z
  .string()
  .regex(/^\d{6}$/)
  .nullable()
  .describe('code of GB/T 2260');

/** Documents on which the figures rest and that are doubtful. */
export const doubtful = z
  .array(z.object({ document: id, doubts: z.array(z.enum(DOUBTS)).min(1) }))
  .optional()
  .describe('documents whose text or head is doubtful; absent where none is');

export const documentRef = z
  .object({
    id,
    title: z.string(),
    level,
    region,
    kind,
    date,
    doubts: z
      .array(z.enum(DOUBTS))
      .optional()
      .describe('what is doubtful about its text or head; absent where nothing is'),
    path: z.string().nullable().describe('as the user named it; never absolute unless named so'),
  })
  .meta({ id: 'documentRef', description: 'A document as a side of a comparison names it.' });

export const corpusPath = z.string().describe('relative to the corpus');

/** A paper of a searched corpus, or of any folder. */
export const paperOfCorpus = z.object({
  id,
  title: z.string(),
  path: corpusPath,
  level,
  region: z.string().nullable().describe('code of GB/T 2260'),
  date,
});

export const sectionUnit = z
  .object({
    id,
    kind: z.literal('section'),
    document: id,
    section: z.null(),
    parent: id.nullable(),
    label: z.string().describe('the marker as printed: 一、 （一） 1. ——'),
    number: z.int().nullable(),
    depth: z.int().min(1),
    heading: z.string(),
    span,
  })
  .meta({ id: 'sectionUnit' });

const clauseRange = { start: offset, end: offset };
const downstreamState = z.enum(['carried', 'new', 'none']);
const MEMBERS =
  'members of its 、-lists that are measures of their own: offsets in the same text, in order, apart; absent where it has none';

/** A clause of an upstream sentence, and one of a downstream sentence. */
export const clause = z.union([
  z
    .object({
      ...clauseRange,
      state: z.enum(CLAUSE_STATES),
      score: share.describe('probability that the lower text has anything of it'),
      by: z.array(id).describe('downstream sentences that carry it, the best first'),
      members: z
        .array(
          z
            .object({
              ...clauseRange,
              state: z.enum(CLAUSE_STATES),
              score: share.describe(
                'how much of it stands where it would be carried; the odds of its clause where no member stands there',
              ),
              by: z.array(id),
            })
            .meta({ id: 'upstreamMember' }),
        )
        .optional()
        .describe(MEMBERS),
      decided: z.literal(true).optional().describe('a person’s word (links.yaml)'),
    })
    .meta({ id: 'upstreamClause' }),
  z
    .object({
      ...clauseRange,
      state: downstreamState,
      members: z
        .array(
          z.object({ ...clauseRange, state: downstreamState }).meta({ id: 'downstreamMember' }),
        )
        .optional()
        .describe(MEMBERS),
    })
    .meta({ id: 'downstreamClause' }),
]);

export const sentenceUnit = z
  .object({
    id,
    kind: z.literal('sentence'),
    document: id,
    section: id.nullable().describe('innermost section'),
    text: z.string().describe('joined and cleaned: no line breaks, no stray blanks'),
    heading: z.boolean(),
    span,
    clauses: z
      .array(clause)
      .optional()
      .describe('of an alignment: offsets in `text`, in order, together the whole text'),
  })
  .meta({ id: 'sentenceUnit' });

export const unit = z.union([sectionUnit, sentenceUnit]);
export const severity = z.enum(['info', 'warning', 'error']);

export type DocumentRefJson = z.infer<typeof documentRef>;
export type SectionUnitJson = z.infer<typeof sectionUnit>;
export type ClauseJson = z.infer<typeof clause>;
export type SentenceUnitJson = z.infer<typeof sentenceUnit>;
export type UnitJson = z.infer<typeof unit>;
