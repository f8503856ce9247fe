import { z } from 'zod';
import { BODY_ROLES, SENTENCE_RELATIONS } from '../../model/index.js';
import { COVERAGE } from '../coverage/schema.js';
import { documentRef, id, share, span } from '../shared/schema-parts.js';

const head = {
  program: z.string(),
  version: z.string(),
  data: z.string().describe('fingerprint of lexicons, themes and weights'),
  texts: z.string().describe('fingerprint of the documents'),
  configuration: z.record(z.string(), z.string()),
  sides: z.array(z.object({ name: z.string(), documents: z.array(documentRef) })),
};

const unit = z
  .object({
    id,
    address: z.string(),
    document: id,
    section: z.string().describe('label and heading of the innermost section'),
    text: z.string(),
    path: z.string().nullable(),
    bodies: z
      .array(z.object({ name: z.string(), role: z.enum(BODY_ROLES) }))
      .optional()
      .describe('who is responsible, where a note says so'),
    span,
  })
  .meta({ id: 'reportUnit' });

const row = z
  .object({
    type: z.enum(['section', 'sentence', 'missing', 'local']),
    pair: z.string().describe('names of the sides: hubei>wuhan'),
    link: id.nullable(),
    relation: z.enum([...SENTENCE_RELATIONS, 'counterpart', 'related', 'missing', 'local']),
    score: share.nullable(),
    moved: z.boolean().nullable(),
    doubtful: z.boolean().nullable(),
    decided: z.literal(true).optional().describe('a person’s word (links.yaml)'),
    themes: z.array(id),
    upstream: z.array(unit),
    downstream: z.array(unit),
  })
  .meta({ id: 'reportRow' });

/** `duibiao.report/1`: `report --format json`; a row for each link, missing and local sentence. */
export const REPORT = z.object({
  schema: z.literal('duibiao.report/1'),
  head: z.object(head),
  coverage: COVERAGE.shape.pairs,
  rows: z.array(row),
});

const firstLine = z
  .object({ schema: z.literal('duibiao.report-rows/1'), ...head })
  .meta({ id: 'reportHead' });

/** `duibiao.report-rows/1`: a line of `report --format jsonl`; the first is the head. */
export const REPORT_LINE = z.union([firstLine, row]);

export type ReportJson = z.infer<typeof REPORT>;
export type ReportLineJson = z.infer<typeof REPORT_LINE>;
