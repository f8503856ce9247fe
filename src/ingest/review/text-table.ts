import type { FilledRow } from '../../model/index.js';
import { UserError } from '../../text/index.js';
import { filledRows, type RawRow } from './table.js';

/** Rows of a CSV file (RFC 4180), its cells apart by commas, semicolons or tabs. Errors: `review/no-table`. */
export function readCsv(text: string, path: string): FilledRow[] {
  const first = text.slice(0, text.indexOf('\n') + 1 || text.length);
  const count = (sign: string): number => first.split(sign).length;
  const sign = [',', ';', '\t'].reduce((best, own) => (count(own) > count(best) ? own : best));
  const rows = filledRows(cellsOf(text, sign), path);
  if (rows === undefined) throw new UserError('review/no-table', { path });
  return rows;
}

/** What was marked as text for spreadsheets. */
const MARKED = /^'(?=\s*[=+\-@＝＋－＠])/;

function cellsOf(text: string, sign: string): RawRow[] {
  const rows: RawRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let start = 1;
  const endCell = (): void => {
    cells.push(cell.replace(MARKED, ''));
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    rows.push({ line: start, cells: cells.map((own) => ({ text: own })) });
    cells = [];
    start = line;
  };
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charAt(i);
    if (char === '\n') line += 1;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text.charAt(i + 1) === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === sign) endCell();
    else if (char === '\n') endRow();
    else if (char !== '\r') cell += char;
  }
  if (cell !== '' || cells.length > 0) endRow();
  return rows;
}
