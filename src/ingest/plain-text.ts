import { decodeText } from './decode.js';
import type { ImportContext, Imported } from './importer.js';

/** Plain text as it is: line breaks, blanks and printed lines are the parser's business. */
export function importPlainText(bytes: Uint8Array, context: ImportContext): Imported {
  const { text, encoding, diagnostics } = decodeText(bytes, context);
  return { encoding, text, layout: 'unknown', places: [], hints: [], counts: {}, diagnostics };
}
