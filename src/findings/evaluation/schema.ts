import { z } from 'zod';
import { count, kind, share } from '../shared/schema-parts.js';

const measure = z
  .object({
    precision: share,
    recall: share,
    f1: share,
    predicted: count,
    sure: count.describe('gold that has to be found'),
    possible: count.describe('gold that may be found'),
  })
  .meta({ id: 'measure' });

const themes = z
  .object({
    type: z.literal('themes'),
    gold: z.string().describe('the file'),
    documents: z.array(z.string()),
    themes: z.record(z.string(), z.object({ any: measure, about: measure })),
    macroF1Any: share,
  })
  .meta({ id: 'themesResult' });

const minutes = z
  .number()
  .describe('of reading at 500 letters a minute and keys at two seconds: a rate, nobody was timed');

const band = z
  .object({ from: share, to: share, links: count, meanScore: share, right: share })
  .meta({ id: 'band' });

const alignment = z
  .object({
    type: z.literal('alignment'),
    gold: z.string().describe('the file'),
    upstream: z.string(),
    downstream: z.string(),
    mapped: z
      .object({ upstream: share, downstream: share })
      .describe('share of the units of the gold found in the texts'),
    sentences: measure.nullable().describe('null, as what follows, where no sentences are scored'),
    relationAccuracy: share.nullable(),
    confusion: z.record(z.string(), z.record(z.string(), count)).nullable(),
    local: measure.nullable(),
    crossing: measure.nullable(),
    manyToMany: measure.nullable(),
    reliability: z
      .array(band)
      .nullable()
      .describe('links by score: how many of each bin are right'),
    sections: measure,
    reviewCurves: z
      .array(
        z.object({
          order: z.enum(['worth', 'weakest', 'random', 'perfect', 'links']),
          points: z.array(z.object({ decisions: count, f1: share, mended: count, minutes })),
          thirty: z
            .object({ decisions: count, minutes })
            .nullable()
            .describe('when thirty wrong links were put right'),
        }),
      )
      .optional()
      .describe('F1 of sentence links by decisions made, the gold as the person (--review-curve)'),
  })
  .meta({ id: 'alignmentResult' });

const clauses = z
  .object({
    type: z.literal('clauses'),
    gold: z.string().describe('the file'),
    upstream: z.string(),
    downstream: z.string(),
    mapped: share.describe('share of the annotated clauses found in the text'),
    clauses: count,
    accuracy: share.describe('right states; where annotators differ, either is right'),
    missing: z.object({ precision: share, recall: share, f1: share }),
    coverage: z
      .object({ gold: share, predicted: share, error: share })
      .describe('carried 1, partly ½, over clauses both call something to carry'),
  })
  .meta({ id: 'clausesResult' });

/** `duibiao.eval/1`: `eval --format json`. */
export const EVALUATION = z.object({
  schema: z.literal('duibiao.eval/1'),
  peer: z.string().nullable().describe('the file that was scored; null for the engine'),
  results: z.array(z.discriminatedUnion('type', [alignment, themes, clauses])),
  reliability: z
    .array(z.object({ genre: kind, pairs: count, rows: z.array(band), error: share }))
    .describe(
      'where several pairs are scored: their links by score, by kind of the upper document',
    ),
  coverage: z.array(
    z.object({
      links: z.string(),
      themes: z.string(),
      errors: z.array(
        z.object({ theme: z.string(), gold: share, predicted: share, error: z.number() }),
      ),
    }),
  ),
});

export type EvalJson = z.infer<typeof EVALUATION>;
export type MeasureJson = z.infer<typeof measure>;
