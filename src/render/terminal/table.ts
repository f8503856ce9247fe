import Table from 'cli-table3';
import {
  type AmbiguousWidth,
  displayWidth,
  harmless,
  itemAt,
  padCentre,
  padEnd,
  padStart,
  wrapText,
} from '../../text/index.js';

export type TableAlign = 'left' | 'right' | 'centre';

interface TableOptions {
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
        itemAt(wrapped, column)[line] ?? '',
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
  const count = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const natural = Array.from({ length: count }, (_, column) =>
    rows.reduce((widest, row) => {
      const lines = (row[column] ?? '').split('\n');
      return lines.reduce(
        (most, line) => Math.max(most, displayWidth(line, ambiguousWidth)),
        widest,
      );
    }, 1),
  );
  const frameWidth = 3 * count + 1;
  const room = Math.max(count * NARROWEST_COLUMN, width - frameWidth);
  const widths = [...natural];
  // Takes from the widest column first: short ones stay whole.
  while (widths.reduce((sum, each) => sum + each, 0) > room) {
    const width = Math.max(...widths);
    if (width <= NARROWEST_COLUMN) break;
    widths[widths.indexOf(width)] = width - 1;
  }
  return widths;
}

function aligned(
  text: string,
  width: number,
  align: TableAlign | undefined,
  ambiguousWidth: AmbiguousWidth,
): string {
  const line = text.replace(/(?<! ) +$/u, '');
  if (align === 'right') return padStart(line, width, ambiguousWidth);
  if (align === 'centre') return padCentre(line, width, ambiguousWidth);
  return padEnd(line, width, ambiguousWidth);
}

const ASCII_FRAME = {
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
};
/** The line above rows that follow others. */
const CONTINUED = { 'top-left': '├', 'top-mid': '┼', 'top-right': '┤' };

/** Rows framed at a time: cli-table3 takes the square of the rows it is given. */
const AT_ONCE = 100;

function frame(
  filled: readonly (readonly (readonly string[])[])[],
  widths: readonly number[],
  options: TableOptions,
): string {
  const rows = filled.map((lines) =>
    widths.map((width) => lines.map(() => STAND_IN.repeat(width)).join('\n')),
  );
  // Box drawing is ambiguous too: where it takes two columns the frame would not meet.
  const ascii = options.ascii === true || options.ambiguousWidth === 2;
  const pieces: string[] = [];
  for (let from = 0; from < Math.max(1, rows.length); from += AT_ONCE) {
    const chars = { ...(from > 0 && CONTINUED), ...(ascii && ASCII_FRAME) };
    const table = new Table({
      chars,
      colWidths: widths.map((width) => width + 2),
      style: { head: [], border: [] },
    });
    table.push(...rows.slice(from, from + AT_ONCE));
    const drawn = table.toString();
    const isLast = from + AT_ONCE >= rows.length;
    // The line below is that above the next piece.
    pieces.push(isLast ? drawn : drawn.slice(0, drawn.lastIndexOf('\n')));
  }
  return `${pieces.join('\n')}\n`;
}
