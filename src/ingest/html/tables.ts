import type { ResolvedText } from '../../model/index.js';
import { resolvedBuilder } from '../../text/index.js';
import type { HtmlBlock } from './page.js';

/** A table that is being read: rows of cells of lines. */
export interface OpenTable {
  readonly node: number;
  readonly rows: HtmlBlock[][][];
  /** Holds another table: then it lays out the page. */
  nested: boolean;
}

export function openTable(node: number): OpenTable {
  return { node, rows: [], nested: false };
}

/** A cell with more lines or characters than this is a column of a page, not a cell of data. */
const MOST_LINES = 12;
const MOST_CHARACTERS = 1500;

/** Lines of a finished table: row by row where it holds data, cell by cell where it lays out the page. */
export function closeTable(table: OpenTable): HtmlBlock[] {
  const rows = table.rows.filter((row) => row.some((cell) => cell.length > 0));
  if (table.nested || !holdsData(rows)) return rows.flat(2);
  return rows.map((row) => ({
    ...rowText(row),
    node: table.node,
    linked: row.flat().reduce((sum, { linked }) => sum + linked, 0),
    role: 'table-row' as const,
  }));
}

/** Lines of a cell are parted by blanks, cells by tabs. */
function rowText(row: readonly (readonly HtmlBlock[])[]): ResolvedText {
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

function holdsData(rows: readonly (readonly (readonly HtmlBlock[])[])[]): boolean {
  const wide = rows.filter((row) => row.filter((cell) => cell.length > 0).length > 1);
  if (wide.length < 2) return false;
  return rows.every((row) =>
    row.every(
      (cell) =>
        cell.length <= MOST_LINES &&
        cell.reduce((sum, { text }) => sum + text.length, 0) <= MOST_CHARACTERS,
    ),
  );
}
