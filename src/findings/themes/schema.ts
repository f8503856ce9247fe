import { z } from 'zod';
import { documentRef, id, unit } from '../shared/schema-parts.js';

const label = z
  .object({
    unit: id,
    theme: id,
    grade: z.union([z.literal(1), z.literal(2)]).describe('2: about it; 1: holds a clause of it'),
    score: z.number(),
    evidence: z.array(z.string()).describe('strings of the unit or its section that decided'),
  })
  .meta({ id: 'label' });

/** `duibiao.themes/1`: `themes --format json`. */
export const THEMES = z.object({
  schema: z.literal('duibiao.themes/1'),
  documents: z.array(
    z.object({ document: documentRef, units: z.array(unit), labels: z.array(label) }),
  ),
});

export type ThemesJson = z.infer<typeof THEMES>;
