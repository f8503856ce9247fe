import { harmless } from '../../text/index.js';

/** Signs that open a formula, in half and full width, behind blanks too. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r]/;

/** Quoted where it must be, never a formula, nothing that steers a terminal. */
export function csvCell(value: string): string {
  const shown = FORMULA.test(value) ? `'${value}` : value;
  const safe = shown.replaceAll('\r\n', '\n').split('\t').map(harmless).join('\t');
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
