import { z } from 'zod';
import { count, id, share } from '../shared/schema-parts.js';

const label = z
  .object({
    grade: z.union([z.literal(1), z.literal(2)]),
    score: z.number(),
    evidence: z.array(z.string()),
  })
  .nullable();

/** A sentence whose label changed. */
export const changedUnit = z
  .object({ document: id, unit: id, text: z.string(), before: label, after: label })
  .meta({ id: 'unit' });

/** `duibiao.theme-changes/1`: `themes check --format json`. */
export const THEME_CHANGES = z.object({
  schema: z.literal('duibiao.theme-changes/1'),
  themes: z.array(
    z.object({
      theme: id,
      before: count.describe('labelled sentences before the edit'),
      after: count,
      gained: z.array(changedUnit),
      lost: z.array(changedUnit),
      regraded: z.array(changedUnit),
      idle: z
        .array(z.object({ kind: z.enum(['term', 'pattern', 'exclusion']), text: z.string() }))
        .describe('entries that occur in none of the documents'),
    }),
  ),
  overlaps: z.array(z.object({ themes: z.tuple([id, id]), both: count, jaccard: share })),
});

export type ThemeChangesJson = z.infer<typeof THEME_CHANGES>;
