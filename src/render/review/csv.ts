import { REVIEW_WORDS } from '../../messages/index.js';
import { type ReviewSheet, SHEET_COLUMNS } from '../../model/index.js';
import { csvCell } from '../index.js';
import { cellsOf, type SheetOptions } from './cells.js';

/** RFC 4180 with a byte order mark, so that spreadsheets read it as UTF-8. */
export function reviewCsv(sheet: ReviewSheet, { language }: SheetOptions): string {
  const { columns } = REVIEW_WORDS[language];
  const rows = sheet.rows.map((row) => {
    const cells = cellsOf(row, sheet, language);
    return SHEET_COLUMNS.map((column) => cells[column]);
  });
  const lines = [SHEET_COLUMNS.map((column) => columns[column]), ...rows];
  return `\ufeff${lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
