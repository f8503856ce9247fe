import Table from 'cli-table3';
import { type AmbiguousWidth, displayWidth, harmless, wrapText } from '../../text/index.js';

export interface TableView {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Per column; left where absent. */
  readonly align?: readonly ('left' | 'right')[];
  /** Widest the table may be, in columns. */
  readonly width: number;
  readonly ambiguousWidth: AmbiguousWidth;
  readonly ascii: boolean;
  /** Colours a line of a cell after layout; `row` is -1 for the head. */
  readonly paint?: (line: string, row: number, column: number) => string;
}

const ASCII = {
  top: '-',
  'top-mid': '+',
  'top-left': '+',
  'top-right': '+',
  bottom: '-',
  'bottom-mid': '+',
  'bottom-left': '+',
  'bottom-right': '+',
  left: '|',
  'left-mid': '+',
  mid: '-',
  'mid-mid': '+',
  right: '|',
  'right-mid': '+',
  middle: '|',
} as const;

/** Cells get a blank on either side and a border on their left. */
const CELL_FRAME = 3;
/** Narrowest column that still holds two Han characters and a mark. */
const LEAST_COLUMN = 6;

/**
 * A small table that stays true with Chinese text.
 *
 * cli-table3 drops Chinese text when it wraps and knows one width of “ ” … only. So cells are
 * wrapped here, and it is given stand-ins of the right width, which are put back after layout.
 * Cost: fine for summary tables, slow beyond some hundred rows.
 */
export function renderTable(view: TableView): string {
  const columns = view.head.length;
  const widths = columnWidths(view);
  // Where borders are two columns wide, only ASCII ones keep the table true.
  const ascii = view.ascii || view.ambiguousWidth === 2;
  const lines: string[] = [];
  const standIn = (text: string, row: number, column: number): string =>
    wrapText(harmless(text), widths[column]!, { ambiguousWidth: view.ambiguousWidth })
      .map((line) => {
        const width = displayWidth(line, view.ambiguousWidth);
        if (width === 0) return '';
        lines.push(view.paint === undefined ? line : view.paint(line, row, column));
        return `\ue000${'x'.repeat(width - 1)}`;
      })
      .join('\n');
  const table = new Table({
    head: view.head.map((cell) => cell),
    colAligns: Array.from({ length: columns }, (_, i) => view.align?.[i] ?? 'left'),
    style: { head: [], border: [], 'padding-left': 1, 'padding-right': 1 },
    ...(ascii && { chars: ASCII }),
  });
  // Stand-ins are made in the order they are printed: line by line across a row.
  const cells = [view.head, ...view.rows].map((row, r) =>
    row.map((cell, c) => standIn(cell, r - 1, c)),
  );
  const order = printedOrder(cells);
  table.options.head = cells[0]!;
  table.push(...cells.slice(1));
  let next = 0;
  return `${table.toString().replaceAll(/\ue000x*/g, () => lines[order[next++]!]!)}\n`;
}

/** Stand-ins were made cell by cell; a row prints the first line of each cell, then the second. */
function printedOrder(cells: readonly (readonly string[])[]): number[] {
  const order: number[] = [];
  let made = 0;
  for (const row of cells) {
    const split = row.map((cell) =>
      cell.split('\n').map((line) => (line === '' ? undefined : made++)),
    );
    const height = Math.max(...split.map((cell) => cell.length));
    for (let line = 0; line < height; line += 1) {
      for (const cell of split) if (cell[line] !== undefined) order.push(cell[line]!);
    }
  }
  return order;
}

/** What each column wants, cut evenly from the widest where the sum is too wide. */
function columnWidths(view: TableView): number[] {
  const wanted = view.head.map((cell, column) => {
    const all = [cell, ...view.rows.map((row) => row[column] ?? '')];
    const widest = Math.max(
      ...all
        .flatMap((text) => text.split('\n'))
        .map((line) => displayWidth(line, view.ambiguousWidth)),
    );
    return Math.max(widest, 1);
  });
  const room = view.width - wanted.length * CELL_FRAME - 1;
  let sum = wanted.reduce((total, width) => total + width, 0);
  while (sum > room) {
    const widest = Math.max(...wanted);
    if (widest <= LEAST_COLUMN) break;
    wanted[wanted.indexOf(widest)] = widest - 1;
    sum -= 1;
  }
  return wanted;
}
