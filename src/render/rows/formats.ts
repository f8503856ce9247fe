import { COLUMN_LABELS } from '../../messages/index.js';
import { csvCell } from '../shared/csv-cell.js';
import { markdownCell } from '../shared/markdown-cell.js';
import type { CellValue, RowFormat, RowTable, TableRow } from './rows.js';

/**
 * A row table as text.
 *
 * `jsonl`: one object a line, `schema` first. `csv`: RFC 4180 with a byte order mark and cells that no
 * spreadsheet takes for a formula, column names in English. `markdown`: a table for people, in their language.
 */
export function renderRows(table: RowTable, format: RowFormat, language: 'zh' | 'en'): string {
  switch (format) {
    case 'jsonl':
      return linesOf(table);
    case 'csv':
      return csvOf(table);
    case 'markdown':
      return markdownOf(table, language);
    default:
      return format satisfies never;
  }
}

function linesOf({ schema, columns, rows }: RowTable): string {
  return rows
    .map((row) => {
      const cells = columns.map((column) => [column, row[column] ?? null] as const);
      return `${JSON.stringify({ schema, ...Object.fromEntries(cells) })}\n`;
    })
    .join('');
}

function csvOf({ schema, columns, rows }: RowTable): string {
  return [...csvLines({ schema, names: columns, rows })].join('');
}

/** CSV line by line, as `renderRows` writes it. */
export function* csvLines({
  schema,
  names,
  rows,
}: {
  readonly schema: string;
  readonly names: readonly string[];
  readonly rows: Iterable<TableRow>;
}): Generator<string> {
  yield `\ufeff${[...names, 'schema'].join(',')}\r\n`;
  for (const row of rows) {
    const cells = names.map((name) => csvText(row[name] ?? null));
    yield `${[...cells, schema].join(',')}\r\n`;
  }
}

/** A number is no formula, even below zero. */
function csvText(value: CellValue): string {
  return typeof value === 'number' ? String(value) : csvCell(plainText(value));
}

function markdownOf({ columns, rows }: RowTable, language: 'zh' | 'en'): string {
  const shown = columns.filter((column) => rows.some((row) => plainText(row[column] ?? null)));
  if (shown.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(shown.map((column) => markdownCell(COLUMN_LABELS[column]?.[language] ?? column))),
    line(shown.map(() => '---')),
    ...rows.map((row) => line(shown.map((column) => markdownCell(plainText(row[column] ?? null))))),
    '',
  ].join('\n');
}

/** A cell as text: lists joined by blanks, nothing for null. */
export function plainText(value: CellValue): string {
  if (value === null) return '';
  return typeof value === 'object' ? value.join(' ') : String(value);
}
