import { blankColumns } from './blank-columns.js';
import { decodeText } from './decode.js';
import type { ImportContext, Imported } from './importer.js';
import { tabRows } from './tab-rows.js';

/** Plain text as it is, rows of tables told by their tabs or columns: line breaks, blanks and printed lines are the parser's business. */
export function importPlainText(bytes: Uint8Array, context: ImportContext): Imported {
  const { text, encoding, diagnostics } = decodeText(bytes, context);
  const columns = blankColumns(text);
  const hints = [...tabRows(text), ...columns.hints].sort((a, b) => a.start - b.start);
  return {
    encoding,
    text,
    layout: 'unknown',
    places: [],
    hints,
    counts: {},
    diagnostics: [...diagnostics, ...columns.diagnostics],
  };
}
