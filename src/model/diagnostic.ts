import type { Span } from './span.js';

export type Severity = 'info' | 'warning' | 'error';

/** Everything remarked about a text: `<stage>/<what>`. */
export type DiagnosticCode =
  | 'ingest/blank-columns'
  | 'ingest/by-office'
  | 'ingest/damaged-pages'
  | 'ingest/damaged-parts'
  | 'ingest/damaged-places'
  | 'ingest/doubtful-line'
  | 'ingest/embedded-part'
  | 'ingest/encoding-ignored'
  | 'ingest/found-encoding'
  | 'ingest/markdown-as-text'
  | 'ingest/lost-characters'
  | 'ingest/lost-numbers'
  | 'ingest/no-automatic-numbers'
  | 'ingest/number-format'
  | 'ingest/office-failed'
  | 'ingest/pages-without-text'
  | 'ingest/recognised'
  | 'ingest/tracked-changes'
  | 'ingest/turned-text'
  | 'parse/glued-heading'
  | 'parse/glued-signature'
  | 'parse/no-body'
  | 'parse/no-title'
  | 'parse/noise'
  | 'parse/site'
  | 'parse/numbering-gap'
  | 'parse/numbering-repeat'
  | 'parse/page-number'
  | 'parse/page-number-glued'
  | 'parse/running-head';

/** A remark about a user's text: a value, never thrown. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** English and Chinese are made on output from `code` and `params`; this is the English text. */
  readonly message: string;
  readonly span?: Span;
  readonly params?: Readonly<Record<string, string | number>>;
}
