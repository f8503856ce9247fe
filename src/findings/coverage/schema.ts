import { z } from 'zod';
import { GRAINS, SENTENCE_RELATIONS } from '../../model/index.js';
import { count, date, doubtful, id, level, region, share } from '../shared/schema-parts.js';

const side = z.object({
  id,
  level,
  region: region.optional(),
  date: date.optional(),
  documents: z.array(id),
});
const size = z.object({ units: count, characters: count });

const figures = {
  upstream: size,
  downstream: size,
  covered: z.object({ verbatim: count, adapted: count, paraphrased: count }),
  missing: count.describe('upstream units without a link'),
  local: count.describe('downstream units without a link'),
  coverage: share.nullable().describe('covered / upstream.units; null when there are none'),
  coverageByCharacters: share.nullable(),
  clauses: z
    .object({ carried: count, partly: count, missing: count, none: count })
    .optional()
    .describe('upstream clauses by what became of them; none: nothing to carry'),
  coverageByClause: share
    .nullable()
    .optional()
    .describe('(carried + ½ partly) / those with something to carry'),
  expectedError: share.nullable().optional().describe('standard error of coverageByClause'),
  evidence: z.object({
    covered: z.array(
      z.object({ unit: id, relation: z.enum(SENTENCE_RELATIONS), links: z.array(id) }),
    ),
    missing: z.array(id),
    local: z.array(id),
    missingClauses: z
      .array(
        z.object({
          unit: id,
          start: z.int().min(0),
          end: z.int().min(0),
          score: share.describe('probability that something of it is carried'),
          member: z
            .literal(true)
            .optional()
            .describe('a member of a list whose clause is carried in part: in no count'),
          decided: z.literal(true).optional().describe('a person has said so (links.yaml)'),
        }),
      )
      .optional()
      .describe('clauses nothing carries, of linked sentences too'),
  }),
};

const head = z
  .object({ section: id, document: z.string(), heading: z.string(), units: count })
  .meta({ id: 'matrixHead' });

/** `duibiao.coverage/1`: `coverage --format json`. */
export const COVERAGE = z.object({
  schema: z.literal('duibiao.coverage/1'),
  grain: z.enum(GRAINS).describe('what the figures shown first count'),
  by: z.string().describe('theme, section or chapter'),
  doubtful,
  pairs: z.array(
    z.object({
      upstream: side,
      downstream: side,
      minRelation: z.enum(SENTENCE_RELATIONS).describe('weakest relation that counts'),
      themes: z
        .array(z.object({ theme: id, ...figures }))
        .optional()
        .describe('with --by theme'),
      sections: z
        .array(z.object({ section: id, heading: z.string(), document: z.string(), ...figures }))
        .optional()
        .describe('with --by section or chapter'),
      total: z.object(figures),
      matrix: z
        .object({
          upstream: z.array(head),
          downstream: z.array(head),
          cells: z.array(
            z.object({
              upstream: id,
              downstream: id,
              units: count.describe('upstream sentences of the one linked into the other'),
              share: share.describe('of the upstream chapter'),
              shareDownstream: share.describe('of the downstream chapter'),
            }),
          ),
        })
        .optional()
        .describe('chapters by chapters, with --matrix'),
    }),
  ),
});

export type CoverageJson = z.infer<typeof COVERAGE>;
export type CoveragePairJson = CoverageJson['pairs'][number];
