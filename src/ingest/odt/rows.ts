import type { Meter } from '../budget.js';
import { type ParagraphLine, repeatedBelow, rowLines } from '../paragraphs.js';
import { type Attributes, numberOf } from '../xml.js';

/** A table that is open: its row, and the cells above that reach over rows to come, by their column. */
export interface OpenTable {
  readonly above: Map<number, Reaching>;
  row: OpenRow | undefined;
}

interface Reaching {
  /** None where a cell reaches over columns and this is not its first: it stands there once. */
  readonly lines: readonly ParagraphLine[] | undefined;
  left: number;
}

interface OpenRow {
  readonly cells: (readonly ParagraphLine[])[];
  column: number;
  /** How far the cell that was read last reaches. */
  columns: number;
  rows: number;
  /** Covered cells to come that it reaches over. */
  covered: number;
}

export function openRow(table: OpenTable | undefined): void {
  if (table !== undefined) table.row = { cells: [], column: 0, columns: 1, rows: 1, covered: 0 };
}

/** As many equal cells as a writer folds into one; sheets fold empty ones by the thousand. */
const MOST_REPEATED = 64;

const countOf = (stated: string | undefined): number =>
  Math.min(Math.max(1, numberOf(stated) ?? 1), MOST_REPEATED);

/** The cells before the one that is open, where several are folded into it. */
export function openCells(table: OpenTable | undefined, attributes: Attributes): void {
  const row = table?.row;
  if (row === undefined) return;
  row.columns = countOf(attributes['number-columns-spanned']);
  row.rows = Math.max(1, numberOf(attributes['number-rows-spanned']) ?? 1);
  row.covered = row.columns - 1;
  const repeated = countOf(attributes['number-columns-repeated']);
  for (let i = 1; i < repeated; i += 1) row.cells.push([]);
  row.column += repeated - 1;
}

export function closeCell(table: OpenTable | undefined, lines: readonly ParagraphLine[]): void {
  const row = table?.row;
  if (table === undefined || row === undefined) return;
  row.cells.push(lines);
  for (let i = 0; i < row.columns; i += 1) {
    const left = row.rows - 1;
    table.above.set(row.column + i, { lines: i === 0 ? lines : undefined, left });
  }
  row.column += 1;
}

/** Cells that lie under another: none in the same row; below, what is merged downwards stands in every row, as in the other formats. */
export function passCovered(
  { row, above }: OpenTable,
  attributes: Attributes,
  paragraph: number,
  meter: Meter,
): void {
  if (row === undefined) return;
  const repeated = countOf(attributes['number-columns-repeated']);
  for (let i = 0; i < repeated; i += 1) {
    const upper = above.get(row.column);
    row.column += 1;
    if (row.covered > 0) row.covered -= 1;
    else if (upper === undefined || upper.left <= 0) row.cells.push([]);
    else {
      upper.left -= 1;
      if (upper.lines !== undefined) row.cells.push(repeatedBelow(upper.lines, paragraph, meter));
    }
  }
}

export function closeRow(
  table: OpenTable | undefined,
  paragraph: number,
): readonly ParagraphLine[] {
  const row = table?.row;
  if (table !== undefined) table.row = undefined;
  return row === undefined ? [] : rowLines(row.cells, paragraph);
}
