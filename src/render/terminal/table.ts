import Table from 'cli-table3';
<<<<<<< HEAD
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
=======
import {
  type AmbiguousWidth,
  displayWidth,
  harmless,
  padCentre,
  padEnd,
  padStart,
  wrapText,
} from '../../text/index.js';

export type TableAlign = 'left' | 'right' | 'centre';

export interface TableOptions {
  readonly head?: readonly string[];
  /** Cells may hold line feeds. */
  readonly rows: readonly (readonly string[])[];
  /** By column; `left` where not given. */
  readonly align?: readonly TableAlign[];
  /** Columns of the terminal: cells are wrapped so that no line is wider. */
  readonly width: number;
  readonly ambiguousWidth?: AmbiguousWidth;
  readonly ascii?: boolean;
  /** Changes the look of a cell's line (colour), not its text. Row -1 is the head. */
  readonly paint?: (text: string, row: number, column: number) => string;
}

/** A column is not squeezed below this: two Han characters. */
const NARROWEST_COLUMN = 4;

/** Stands for one column of text while the frame is drawn. */
const STAND_IN = '\ue000';

/**
 * A summary table that stays aligned with Chinese text. cli-table3 draws the frame around stand-ins only:
 * it counts ambiguous characters as one column and loses Chinese text when it wraps, so cells are wrapped,
 * filled and put in here.
 *
 * *Out*: lines ended by a line feed, none wider than `width` as long as every column has room for two Han
 * characters.
 */
export function renderTable(options: TableOptions): string {
  const ambiguousWidth = options.ambiguousWidth ?? 1;
  const all = options.head ? [options.head, ...options.rows] : options.rows;
  const widths = columnWidths(all, options.width, ambiguousWidth);
  const firstRow = options.head ? -1 : 0;
  const filled = all.map((cells, index) => fillRow(cells, firstRow + index, widths, options));
  const texts = filled.flat(2);
  let next = 0;
  return frame(filled, widths, options).replace(/\ue000+/gu, () => texts[next++] ?? '');
}

/** Lines of a row, each with one text a column, filled to the column's width. */
function fillRow(
  cells: readonly string[],
  row: number,
  widths: readonly number[],
  options: TableOptions,
): string[][] {
  const ambiguousWidth = options.ambiguousWidth ?? 1;
  const wrapped = widths.map((width, column) =>
    wrapText(harmless(cells[column] ?? ''), width, { ambiguousWidth }),
  );
  const height = Math.max(1, ...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    widths.map((width, column) => {
      const text = aligned(
        wrapped[column]![line] ?? '',
        width,
        options.align?.[column],
        ambiguousWidth,
      );
      return options.paint ? options.paint(text, row, column) : text;
    }),
  );
}

function columnWidths(
  rows: readonly (readonly string[])[],
  width: number,
  ambiguousWidth: AmbiguousWidth,
): number[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const natural = Array.from({ length: count }, (_, column) =>
    Math.max(
      1,
      ...rows.flatMap((row) =>
        (row[column] ?? '').split('\n').map((line) => displayWidth(line, ambiguousWidth)),
      ),
    ),
  );
  const frameWidth = 3 * count + 1;
  const room = Math.max(count * NARROWEST_COLUMN, width - frameWidth);
  const widths = [...natural];
  // Takes from the widest column first: short ones stay whole.
  while (widths.reduce((sum, each) => sum + each, 0) > room) {
    const widest = widths.indexOf(Math.max(...widths));
    if (widths[widest]! <= NARROWEST_COLUMN) break;
    widths[widest]! -= 1;
  }
  return widths;
}

function aligned(
  text: string,
  width: number,
  align: TableAlign | undefined,
  ambiguousWidth: AmbiguousWidth,
): string {
  const line = text.replace(/ +$/u, '');
  if (align === 'right') return padStart(line, width, ambiguousWidth);
  if (align === 'centre') return padCentre(line, width, ambiguousWidth);
  return padEnd(line, width, ambiguousWidth);
}

const ASCII_FRAME = {
>>>>>>> 32be899 (Show aligned section trees and summary tables)
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
<<<<<<< HEAD
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
=======
};

function frame(
  filled: readonly (readonly (readonly string[])[])[],
  widths: readonly number[],
  options: TableOptions,
): string {
  const standIns = filled.map((lines) =>
    widths.map((width) => lines.map(() => STAND_IN.repeat(width)).join('\n')),
  );
  const [head, ...rows] = options.head ? standIns : [undefined, ...standIns];
  // Box drawing is ambiguous too: where it takes two columns the frame would not meet.
  const ascii = options.ascii || options.ambiguousWidth === 2;
  const table = new Table({
    ...(head && { head }),
    ...(ascii && { chars: ASCII_FRAME }),
    colWidths: widths.map((width) => width + 2),
    style: { head: [], border: [] },
  });
  table.push(...rows.map((row) => row ?? []));
  return `${table.toString()}\n`;
>>>>>>> 32be899 (Show aligned section trees and summary tables)
}
