import { z } from 'zod';
import { count, severity } from '../shared/schema-parts.js';

const finding = z
  .object({
    rule: z.string(),
    severity,
    message: z.string(),
    path: z.string(),
    line: z.int().min(1),
    column: z.int().min(1),
    document: z.string().nullable().optional(),
    section: z.string().nullable().optional(),
    fingerprint: z.string().describe('stable while what it is about stays the same'),
    baseline: z.boolean().describe('known before: does not fail the check'),
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
    coverage: z.array(z.unknown()),
  }),
});
