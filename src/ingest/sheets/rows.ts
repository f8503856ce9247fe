import type { ParagraphLine } from '../paragraphs.js';

/** A sheet as its filled cells, merged ones resolved. */
export interface Sheet {
  readonly name: string;
  /** Rows that hold something, from the top; `row` is 1-based. */
  readonly rows: readonly SheetRow[];
}

export interface SheetRow {
  readonly row: number;
  readonly cells: readonly SheetCell[];
}

export interface SheetCell {
  readonly column: number;
  readonly text: string;
  /** Rows and columns that it reaches over; 1 for a cell of its own. */
  readonly tall: number;
  readonly wide: number;
}

/**
 * A sheet as lines: a row with one cell is a line of text (titles, notes), the first row with more is
 * the heading, and every row below says its headings, so that it can stand alone.
 */
export function sheetLines(sheet: Sheet): ParagraphLine[] {
  const lines: ParagraphLine[] = [];
  let headings: ReadonlyMap<number, string> | undefined;
  let headingRows = 0;
  let first = '';
  for (const [i, { row, cells }] of sheet.rows.entries()) {
    const [only] = cells;
    if (only === undefined) continue;
    if (cells.length === 1) {
      lines.push(...only.text.split('\n').map((text) => ({ text, paragraph: row })));
      continue;
    }
    if (headings === undefined || (headingRows === 0 && only.text === first)) {
      headingRows = headingDepth(sheet.rows, i);
      headings = headingRows === 0 ? new Map() : headingsOf(sheet.rows.slice(i, i + headingRows));
      first = only.text;
    }
    const isHeading = headingRows > 0;
    if (isHeading) headingRows -= 1;
    const texts = cells.map((cell) =>
      isHeading ? flat(cell.text) : withHeading(cell, headings?.get(cell.column)),
    );
    lines.push({ text: texts.join('\t'), paragraph: row, role: 'table-row' });
  }
  return lines;
}

/** Rows of a heading: as many as its merged cells are tall; one below cells that are wide. */
function headingDepth(rows: readonly SheetRow[], at: number): number {
  const cells = rows[at]?.cells ?? [];
  const next = rows[at + 1];
  // A table of one row has no heading, and figures are none.
  if (next === undefined || cells.some(({ text }) => /^[\d.,%\s-]*$/.test(text))) return 0;
  const tall = Math.max(...cells.map((cell) => cell.tall));
  return tall === 1 && cells.some(({ wide }) => wide > 1) && next.cells.length > 1 ? 2 : tall;
}

/** What stands over each column, from the top down, each text once. */
function headingsOf(rows: readonly SheetRow[]): ReadonlyMap<number, string> {
  const parts = new Map<number, string[]>();
  for (const { cells } of rows) {
    for (const { column, wide, text } of cells) {
      for (let at = column; at < column + wide; at += 1) {
        const above = parts.get(at) ?? [];
        if (!above.includes(flat(text))) parts.set(at, [...above, flat(text)]);
      }
    }
  }
  return new Map([...parts].map(([column, texts]) => [column, texts.join('·')]));
}

/** Numbers of rows need no heading. */
const ROW_NUMBER = /^(?:序号|No\.?|#)$/i;

function withHeading({ text }: SheetCell, heading: string | undefined): string {
  const value = flat(text);
  return heading === undefined || ROW_NUMBER.test(heading) || heading === value
    ? value
    : `${heading}：${value}`;
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
