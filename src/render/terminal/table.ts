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

/**
 * A summary table that stays aligned with Chinese text: the table libraries count ambiguous characters as one column, lose Chinese
 * text when they wrap it, and take the square of the rows.
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
  return framed(filled, widths, options);
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
  const line = text.replace(/ +$/u, '');
  if (align === 'right') return padStart(line, width, ambiguousWidth);
  if (align === 'centre') return padCentre(line, width, ambiguousWidth);
  return padEnd(line, width, ambiguousWidth);
}

/** Left, between columns and right, for the line above all rows, between two and below all; then what a row's cells stand between. */
const BOX = { line: '─', ends: ['┌┬┐', '├┼┤', '└┴┘'], side: '│' } as const;
const ASCII_BOX = { line: '-', ends: ['+++', '+++', '+++'], side: '|' } as const;

function framed(
  filled: readonly (readonly (readonly string[])[])[],
  widths: readonly number[],
  options: TableOptions,
): string {
  // Box drawing is ambiguous too: where it takes two columns the frame would not meet.
  const box = options.ascii || options.ambiguousWidth === 2 ? ASCII_BOX : BOX;
  const [top, between, bottom] = box.ends.map((ends) => {
    const parts = widths.map((width) => box.line.repeat(width + 2));
    return `${ends.charAt(0)}${parts.join(ends.charAt(1))}${ends.charAt(2)}`;
  });
  const rows = filled.map((lines) =>
    lines.map((cells) => `${box.side} ${cells.join(` ${box.side} `)} ${box.side}\n`).join(''),
  );
  return `${top}\n${rows.join(`${between}\n`)}${bottom}\n`;
}
