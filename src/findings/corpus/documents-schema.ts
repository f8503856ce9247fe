import { z } from 'zod';
import { LEVELS } from '../../model/index.js';
import { id, kind } from '../shared/schema-parts.js';

/** `duibiao.documents/1`: `corpus show --format json`. */
export const DOCUMENTS = z.object({
  schema: z.literal('duibiao.documents/1'),
  documents: z.array(
    z.object({
      head: z
        .object({
          id,
          title: z.string(),
          subtitles: z.array(z.string()).optional(),
          level: z.enum(LEVELS).optional(),
          region: z.string().optional().describe('code of GB/T 2260'),
          kind,
          date: z.string().optional(),
          issuer: z.string().optional(),
          number: z.string().optional(),
        })
        .describe('as it stands in the YAML head'),
      text: z.string().describe('clean text, one paragraph or heading a line'),
    }),
  ),
});
