import { z } from 'zod';
import { SENTENCE_RELATIONS } from '../../model/index.js';
import { count, doubtful, id, level, share } from '../shared/schema-parts.js';

const offset = z.int().min(0);

const change = z
  .object({
    startUp: offset,
    endUp: offset,
    startDown: offset,
    endDown: offset,
    kind: z.enum([
      'swap',
      'number',
      'commitment',
      'list-member',
      'set-phrase',
      'added',
      'dropped',
      'changed',
    ]),
  })
  .meta({
    id: 'change',
    description: 'UTF-16 offsets in the texts of the upper and the lower cell, half-open.',
  });

const pair = z
  .object({
    link: id.describe('the best link'),
    relation: z.enum(SENTENCE_RELATIONS),
    score: share,
    moved: z.boolean(),
    doubtful: z.boolean(),
    decided: z.literal(true).optional().describe('a person’s word (links.yaml)'),
    links: z
      .array(
        z.object({
          id,
          upstream: z.array(id),
          downstream: z.array(id),
          relation: z.enum(SENTENCE_RELATIONS),
          score: share,
          moved: z.boolean(),
          doubtful: z.boolean(),
          decided: z.literal(true).optional(),
        }),
      )
      .describe('all links between the two cells, the best first, doubtful ones last'),
    changes: z
      .array(change)
      .describe('against all that are linked: what another partner carries is in none'),
    shared: z
      .array(
        z.object({
          startUp: offset,
          endUp: offset,
          startDown: offset,
          endDown: offset,
          kind: z.enum(['wording', 'number', 'concept']),
        }),
      )
      .optional()
      .describe('of a paraphrase: what both say, in the same words or as the same concept'),
  })
  .meta({ id: 'pair' });

const row = z
  .object({
    status: z.enum(['linked', 'missing', 'local']),
    cells: z
      .array(
        z.object({
          units: z.array(id),
          text: z.string(),
          missing: z
            .array(
              z.object({
                start: offset,
                end: offset,
                member: z
                  .literal(true)
                  .optional()
                  .describe('a member of a list in a clause carried in part'),
                decided: z.literal(true).optional(),
              }),
            )
            .describe(
              'clauses and members of lists that nothing of the next side carries, ranges of `text`',
            ),
          decided: z
            .literal(true)
            .optional()
            .describe('a person has said that the next side has nothing of it (links.yaml)'),
        }),
      )
      .describe('one a side'),
    pairs: z.array(pair.nullable()).describe('between neighbouring cells'),
  })
  .meta({ id: 'row' });

const section = z.object({ id, document: id, label: z.string(), heading: z.string() });

/** `duibiao.comparison/1`: `compare --format json`. */
export const COMPARISON = z.object({
  schema: z.literal('duibiao.comparison/1'),
  doubtful,
  sides: z.array(
    z.object({
      name: z.string(),
      level,
      titles: z.array(z.string()),
      units: count,
      unitsInScope: count,
    }),
  ),
  summaries: z
    .array(
      z.object({
        upstreamUnits: count,
        downstreamUnits: count,
        covered: z.object({ verbatim: count, adapted: count, paraphrased: count }),
        missing: count,
        local: count,
        coverage: share.nullable().describe('by sentence'),
        clauses: z
          .object({
            carried: count,
            partly: count,
            missing: count,
            none: count,
            coverage: share.nullable(),
            expectedError: share.nullable(),
          })
          .nullable()
          .describe('by clause; null where clauses were not judged'),
      }),
    )
    .describe('one for each pair of neighbouring sides'),
  notes: z
    .array(
      z.object({
        kind: z.enum([
          'same-document',
          'same-level',
          'upside-down',
          'nothing-linked',
          'no-sections',
        ]),
        sides: z.array(z.number().int().min(0)).describe('indices into `sides`'),
      }),
    )
    .describe('what makes the comparison other than expected'),
  blocks: z.array(
    z.object({
      sections: z.array(z.array(section)).describe('one list a side'),
      relations: z.array(z.enum(['counterpart', 'related']).nullable()),
      rows: z.array(row),
    }),
  ),
});

export type ComparisonJson = z.infer<typeof COMPARISON>;
