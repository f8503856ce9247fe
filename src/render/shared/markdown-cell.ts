import { harmless } from '../../text/index.js';
import { escapeText } from './markup.js';

/** A text as text of a table cell: nothing of it is markup. */
export function markdownCell(text: string): string {
  return escapeText(harmless(text).replace(/(?<!\s)\s*\n\s*/g, ' ')).replace(
    /[\\`*_[\]|~#]/g,
    '\\$&',
  );
}
