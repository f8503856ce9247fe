import { harmless } from '../../text/index.js';

/** Signs that open a formula, in half and full width, behind blanks too. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r]/;

/** What a server that reads along takes for a command, where it begins a line: GitHub's and Azure's. */
const COMMAND = /^(?=::|##(?:vso)?\[)/gm;

/** Quoted where it must be, never a formula, nothing that steers a terminal or a server that reads along. */
export function csvCell(value: string): string {
  const shown = FORMULA.test(value) ? `'${value}` : value;
  const lines = shown.replaceAll('\r\n', '\n').replace(COMMAND, "'");
  const safe = lines.split('\t').map(harmless).join('\t');
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
