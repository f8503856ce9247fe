import { z } from 'zod';
import { count, id, severity, share } from '../shared/schema-parts.js';
import { changedUnit } from '../theme-changes/schema.js';

const finding = z
  .object({
    rule: z.string(),
    severity,
    message: z.string(),
    path: z.string(),
    line: z.int().min(1),
    column: z.int().min(1),
    endColumn: z.int().min(1),
    document: z.string().nullable(),
    section: z.string().nullable(),
    fingerprint: z.string().describe('stable while what it is about stays the same'),
    baseline: z.boolean().describe('known before: does not fail the check'),
    fixable: z.boolean().describe('`check --fix` can put it right'),
    more: z
      .array(z.object({ line: z.int().min(1), column: z.int().min(1) }))
      .describe('other places of the document that say the same'),
    cause: z
      .enum(['texts', 'yardstick'])
      .describe('what changed: a text, or a theme, word list, decision or engine'),
  })
  .meta({ id: 'finding' });

const step = z.object({ before: share.nullable(), after: share.nullable() }).meta({ id: 'step' });

/** `duibiao.check/1`: `check --format json`. */
export const CHECK = z.object({
  schema: z.literal('duibiao.check/1'),
  findings: z.array(finding),
  summary: z.object({
    errors: count,
    warnings: count,
    infos: count,
    suppressed: count,
    coverage: z.array(
      z.object({
        upstream: z.string(),
        downstream: z.string(),
        theme: z.string(),
        before: share.nullable(),
        after: share.nullable(),
        measured: z
          .object({ old: step, new: step })
          .nullable()
          .describe('where the yardstick changed: both states under the old and the new one'),
      }),
    ),
  }),
  yardstick: z
    .object({
      parts: z.array(
        z.object({
          kind: z.enum(['engine', 'decisions', 'lexicon', 'theme']),
          name: z.string(),
          path: z.string(),
          change: z.enum(['added', 'edited', 'removed']),
        }),
      ),
      themes: z
        .array(
          z.object({
            theme: id,
            before: count.describe('labelled sentences of the texts as they are'),
            after: count,
            gained: z.array(changedUnit),
            lost: z.array(changedUnit),
            regraded: z.array(changedUnit),
          }),
        )
        .describe('empty where a lock is all there is to compare with'),
    })
    .nullable()
    .describe('what is measured otherwise than before; null: nothing'),
  failed: z.boolean().describe('the exit code is 1'),
  changed: z.array(z.string()).nullable().describe('documents looked at, with --base; else null'),
});

export type CheckJson = z.infer<typeof CHECK>;
