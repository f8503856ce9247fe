import { z } from 'zod';
import { count, severity, share } from '../shared/schema-parts.js';

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
  })
  .meta({ id: 'finding' });

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
      }),
    ),
  }),
  failed: z.boolean().describe('the exit code is 1'),
  changed: z.array(z.string()).nullable().describe('documents looked at, with --base; else null'),
});

export type CheckJson = z.infer<typeof CHECK>;
