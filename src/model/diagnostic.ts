import type { Span } from './span.js';

export type Severity = 'info' | 'warning' | 'error';

/** A remark about a user's text: a value, never thrown. `code` is `<stage>/<what>`. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  /** English and Chinese are made on output from `code` and `params`; this is the English text. */
  readonly message: string;
  readonly span?: Span;
  readonly params?: Readonly<Record<string, string | number>>;
}
