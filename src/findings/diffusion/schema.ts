import { z } from 'zod';
import { count, date, id, kind, level, region, share } from '../shared/schema-parts.js';

const paper = z
  .object({ id, path: z.string(), title: z.string(), level, region, kind, date })
  .meta({ id: 'diffusionPaper' });

const place = count.describe('index in papers');
const lag = z.int().nullable().describe('median of days; null where dates do not tell');
const half = z.number().min(0).describe('one carried in part counts half');

/** `duibiao.diffusion/1`: `trace --format json` without a topic, `matrix --summary --format json`. */
export const DIFFUSION = z.object({
  schema: z.literal('duibiao.diffusion/1'),
  papers: z.array(paper),
  pairs: count,
  backward: count.describe('pairs left out: the lower paper is the older one'),
  levels: z.array(
    z.object({
      from: level,
      to: level,
      pairs: count,
      clauses: count,
      carried: half,
      verbatim: count,
      adapted: count,
      paraphrased: count,
      lagDays: lag,
    }),
  ),
  regions: z.array(
    z.object({
      region,
      name: z.string(),
      papers: count,
      themes: z.array(z.object({ theme: id, clauses: count, carried: half })),
    }),
  ),
  years: z.array(
    z.object({ year: z.string(), theme: id, pairs: count, clauses: count, carried: half }),
  ),
  givers: z.array(
    z.object({
      paper: place,
      takers: count.describe('papers a tenth or more of whose clauses come from it'),
      compared: count,
      clauses: count,
      lagDays: lag,
    }),
  ),
  takers: z.array(
    z.object({
      paper: place,
      from: z.array(z.object({ paper: place, share, clauses: count, lagDays: z.int().nullable() })),
    }),
  ),
  spreads: z.array(
    z.object({
      text: z.string(),
      papers: count,
      regions: count,
      steps: z
        .array(z.object({ paper: place, from: place.nullable(), likeness: share }))
        .describe('the first appearance, then by date'),
    }),
  ),
});

export type DiffusionJson = z.infer<typeof DIFFUSION>;
