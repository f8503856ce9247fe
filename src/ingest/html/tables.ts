import type { ResolvedText } from '../../model/index.js';
import { resolvedBuilder } from '../../text/index.js';
import type { HtmlBlock } from './page.js';

/** A table that is being read: rows of cells of lines. */
export interface OpenTable {
  readonly node: number;
  readonly rows: OpenCell[][];
  /** Holds another table: then it lays out the page. */
  nested: boolean;
}

export interface OpenCell {
  readonly lines: HtmlBlock[];
  /** How many rows and columns it is stated to reach over. */
  readonly rows: number;
  readonly columns: number;
}

export function openTable(node: number): OpenTable {
  return { node, rows: [], nested: false };
}

/** Wider tables are not laid out: their merged cells are read once, where they begin. */
const MOST_COLUMNS = 100;

export function openCell(rows: string | undefined, columns: string | undefined): OpenCell {
  const span = (stated: string | undefined): number => {
    const count = Number.parseInt(stated ?? '1', 10);
    return count >= 1 ? count : 1;
  };
  // `rowspan="0"`: to the table's end.
  return {
    lines: [],
    rows: /^\s*0+\s*$/.test(rows ?? '') ? Number.POSITIVE_INFINITY : span(rows),
    columns: Math.min(MOST_COLUMNS, span(columns)),
  };
}

/** A cell with more lines or characters than this is a column of a page, not a cell of data. */
const MOST_LINES = 12;
const MOST_CHARACTERS = 1500;

type Row = readonly (readonly HtmlBlock[])[];

/** Lines of a finished table: row by row where it holds data, cell by cell where it lays out the page. */
export function closeTable(table: OpenTable): HtmlBlock[] {
  const rows = table.nested ? [] : laidOut(table.rows).filter(isFilled);
  if (!holdsData(rows)) return table.rows.flat().flatMap(({ lines }) => lines);
  return rows.map((row) => ({
    ...rowText(row),
    node: table.node,
    linked: row.flat().reduce((sum, { linked }) => sum + linked, 0),
    role: 'table-row' as const,
  }));
}

function isFilled(row: Row): boolean {
  return row.some((cell) => cell.length > 0);
}

/** How often the text of a table may be repeated by its merged cells, as a whole. Real tables stay under three. */
const MOST_REPEATED = 20;

/** A cell that reaches over rows stands in each of them; one that reaches over columns leaves those after it empty. */
function laidOut(rows: readonly (readonly OpenCell[])[]): Row[] {
  let left = MOST_REPEATED * rows.flat(1).reduce((sum, { lines }) => sum + lengthOf(lines), 0);
  const reaching: ({ readonly cell: OpenCell; left: number } | undefined)[] = [];
  return rows.map((row) => {
    const filled: (readonly HtmlBlock[])[] = [];
    const takeOver = (): boolean => {
      const above = reaching[filled.length];
      if (above === undefined || above.left <= 0 || filled.length >= MOST_COLUMNS) return false;
      above.left -= 1;
      left -= lengthOf(above.cell.lines);
      filled.push(left >= 0 ? above.cell.lines : []);
      return true;
    };
    for (const cell of row) {
      while (takeOver());
      for (let i = 0; i < cell.columns; i += 1) {
        const at = filled.length;
        filled.push(i === 0 ? cell.lines : []);
        if (at >= MOST_COLUMNS) break;
        const kept = i === 0 ? cell : { ...cell, lines: [] };
        reaching[at] = cell.rows > 1 ? { cell: kept, left: cell.rows - 1 } : undefined;
      }
    }
    while (takeOver());
    return filled;
  });
}

function lengthOf(lines: readonly HtmlBlock[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}

/** Lines of a cell are parted by blanks, cells by tabs. */
function rowText(row: Row): ResolvedText {
  const builder = resolvedBuilder();
  for (const [i, cell] of row.entries()) {
    if (i > 0) builder.insert('\t');
    for (const [j, line] of cell.entries()) {
      if (j > 0) builder.insert(' ');
      builder.add({ ...line, text: line.text.replaceAll('\t', ' ') });
    }
  }
  return builder.build();
}

function holdsData(rows: readonly Row[]): boolean {
  const wide = rows.filter((row) => row.filter((cell) => cell.length > 0).length > 1);
  if (wide.length < 2) return false;
  return rows.every((row) =>
    row.every((cell) => cell.length <= MOST_LINES && lengthOf(cell) <= MOST_CHARACTERS),
  );
}
