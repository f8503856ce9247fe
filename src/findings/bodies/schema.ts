import { z } from 'zod';
import { BODY_RELATIONS, BODY_ROLES } from '../../model/index.js';
import { documentRef, id, sentenceUnit } from '../shared/schema-parts.js';

const side = z
  .object({
    units: z.array(id),
    bodies: z
      .array(z.object({ name: z.string().describe('as printed'), role: z.enum(BODY_ROLES) }))
      .describe('those that lead first; empty where nobody is named'),
  })
  .meta({ id: 'bodySide' });

/** `duibiao.bodies/1`: `bodies --format json`. */
export const BODIES = z.object({
  schema: z.literal('duibiao.bodies/1'),
  documents: z.array(documentRef),
  pairs: z.array(
    z.object({
      upstream: id,
      downstream: id,
      links: z
        .array(
          z.object({
            link: id,
            relation: z.enum(BODY_RELATIONS),
            upstream: side,
            downstream: side,
          }),
        )
        .describe('links of which a side names who is responsible'),
    }),
  ),
  units: z.array(sentenceUnit),
});

export type BodiesJson = z.infer<typeof BODIES>;
