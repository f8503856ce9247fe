import { REVIEW_WORDS } from '../../messages/index.js';
import { type FilledRow, SHEET_COLUMNS, type SheetColumn } from '../../model/index.js';
import { UserError } from '../../text/index.js';

/** A cell as a file holds it. */
export interface RawCell {
  readonly text: string;
  readonly fault?: FilledRow['faults'][number]['kind'];
}

/** Cells of one line of a table. */
export interface RawRow {
  readonly line: number;
  readonly cells: readonly (RawCell | undefined)[];
}

/** Headings that must be there for rows to be read. */
const REQUIRED: readonly SheetColumn[] = SHEET_COLUMNS.filter(
  // Sheets of before do not have them.
  (column) =>
    !(['clauses', 'lacking', 'alike', 'others'] as readonly SheetColumn[]).includes(column),
);
/** The headings stand in one of the first lines. */
const HEAD_WITHIN = 5;

const NAMES: ReadonlyMap<string, SheetColumn> = new Map(
  Object.values(REVIEW_WORDS).flatMap(({ columns }) =>
    SHEET_COLUMNS.map((column) => [columns[column], column] as const),
  ),
);

/**
 * Rows below the headings, columns found by their names in either language, wherever they stand; empty lines are passed over.
 *
 * *Out* undefined where no line is one of headings. *Errors*: `review/changed-head` naming the headings that are gone.
 */
export function filledRows(rows: readonly RawRow[], path: string): FilledRow[] | undefined {
  const at = rows
    .slice(0, HEAD_WITHIN)
    .findIndex(
      ({ cells }) => cells.some((cell) => isHeading(cell, 'decision')) || countNames(cells) >= 4,
    );
  const head = rows[at];
  if (head === undefined) return undefined;
  const places = new Map<SheetColumn, number>();
  for (const [place, cell] of head.cells.entries()) {
    const column = NAMES.get(cell?.text.trim() ?? '');
    if (column === undefined) continue;
    if (places.has(column))
      throw new UserError('review/changed-head', {
        path,
        columns: cell?.text ?? '',
        line: head.line,
      });
    places.set(column, place);
  }
  const gone = REQUIRED.filter((column) => !places.has(column));
  if (gone.length > 0)
    throw new UserError('review/changed-head', {
      path,
      columns: inWordsOf(head, gone),
      line: head.line,
    });
  return rows.slice(at + 1).flatMap((row) => filledRow(row, places) ?? []);
}

/** Columns as the sheet calls the others. */
function inWordsOf({ cells }: RawRow, gone: readonly SheetColumn[]): string {
  const there = new Set(cells.map((cell) => cell?.text.trim()));
  const known = ({ columns }: (typeof REVIEW_WORDS)['en' | 'zh']): number =>
    SHEET_COLUMNS.filter((column) => there.has(columns[column])).length;
  const { en, zh } = REVIEW_WORDS;
  return known(en) > known(zh)
    ? gone.map((column) => en.columns[column]).join(', ')
    : gone.map((column) => zh.columns[column]).join('、');
}

function isHeading(cell: RawCell | undefined, column: SheetColumn): boolean {
  return NAMES.get(cell?.text.trim() ?? '') === column;
}

function countNames(cells: RawRow['cells']): number {
  return cells.filter((cell) => NAMES.has(cell?.text.trim() ?? '')).length;
}

function filledRow(
  { line, cells }: RawRow,
  places: ReadonlyMap<SheetColumn, number>,
): FilledRow | undefined {
  const at = (column: SheetColumn): RawCell | undefined => cells[places.get(column) ?? -1];
  const faults = SHEET_COLUMNS.flatMap((column) => {
    const kind = at(column)?.fault;
    return kind === undefined ? [] : [{ kind, column }];
  });
  const texts = Object.fromEntries(
    SHEET_COLUMNS.map((column) => [column, at(column)?.text.trim() ?? '']),
  ) as Record<SheetColumn, string>;
  const isEmpty = SHEET_COLUMNS.every((column) => texts[column] === '');
  return isEmpty && faults.length === 0 ? undefined : { line, cells: texts, faults };
}
