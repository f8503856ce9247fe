import { z } from 'zod';
import { DOUBTS } from '../../model/index.js';
import { count, date, id, kind, level, severity, share, span } from '../shared/schema-parts.js';

const paragraph = z
  .object({
    type: z.literal('paragraph'),
    id,
    text: z.string(),
    lead: z.string().optional().describe('the marker it begins with, where it opens no section'),
    span,
  })
  .meta({ id: 'paragraph' });

const section = z
  .object({
    type: z.literal('section'),
    id,
    marker: z.string().describe('kind of marker'),
    label: z.string().describe('the marker as printed'),
    number: z.int().nullable(),
    depth: z.int().min(1).describe('level inside the document: 1 is outermost'),
    heading: z
      .string()
      .describe('without the marker, and without the final 。 of a run-in heading'),
    runIn: z.boolean().describe('the heading opens the paragraph that follows'),
    span,
    headingSpan: span,
    get children() {
      return z.array(z.union([paragraph, section]));
    },
  })
  .meta({ id: 'section' });

const place = z.object({ kind: z.string(), text: z.string(), span });

const source = z
  .object({
    path: z.string(),
    format: z.string(),
    encoding: z.string(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}(\+[0-9a-f]{64})*$/)
      .describe('of the bytes; for a name of several files theirs, joined by "+"'),
  })
  .meta({ id: 'source' });

const document = z
  .object({
    type: z.literal('document'),
    source: source.optional().describe('where a name stands for several files'),
    id,
    title: z.string(),
    subtitles: z.array(z.string()),
    level,
    region: z.object({ code: z.string(), name: z.string() }).nullable(),
    kind,
    date,
    issuer: z.string().nullable(),
    number: z.string().nullable().describe('发文字号'),
    span,
    elements: z.array(place).describe('title, dateline, signature … : what is not body text'),
    furniture: z.array(place).describe('page numbers, running heads and the like'),
    confidence: z.record(z.string(), share).describe('how sure each field of the head is'),
    quality: z
      .object({
        open: share.describe(
          'of the paragraphs of running text, those that end without 。！？；：',
        ),
        damaged: share.describe('of the lines, scraps and those nobody can read'),
        doubts: z.array(z.enum(DOUBTS)),
      })
      .describe('how far text and head can be trusted'),
    evidence: z.array(z.string()).describe('why the document begins where it does'),
    children: z.array(z.union([paragraph, section])),
  })
  .meta({ id: 'document' });

/** `duibiao.tree/1`: `parse --format json`. */
export const TREE = z.object({
  schema: z.literal('duibiao.tree/1'),
  source,
  documents: z.array(document),
  cleanup: z.record(z.string(), count).describe('what was cleaned up, and how often'),
  diagnostics: z.array(
    z.object({
      code: z.string().describe('<stage>/<what>'),
      severity,
      message: z.string(),
      span: span.nullable(),
      path: z.string().optional().describe('where a name stands for several files'),
    }),
  ),
  lineBreaks: z
    .array(
      z.object({
        line: z.int().min(1).describe('raw line, counted from 1: the one after the border'),
        decision: z.enum(['join', 'break']).describe('with the line before: one paragraph, or two'),
        rule: z.string().describe('the rule of the parser that decided, named after its evidence'),
        path: z.string().optional().describe('where a name stands for several files'),
      }),
    )
    .optional()
    .describe(
      'with --diagnostics: how printed lines became paragraphs; of a text that is not wrapped, only what was joined',
    ),
});

export type TreeJson = z.infer<typeof TREE>;
export type DocumentJson = z.infer<typeof document>;
export type BlockJson = DocumentJson['children'][number];
export type DiagnosticJson = TreeJson['diagnostics'][number];
