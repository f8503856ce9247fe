/** What a cell of a row table may hold; a list is joined by blanks where a format has no lists. */
export type CellValue = string | number | boolean | null | readonly string[];

export type TableRow = Readonly<Record<string, CellValue>>;

/** Findings as rows: one record each, every column in every row, names in English and fixed by `schema`. */
export interface RowTable {
  /** `duibiao.<what>-rows/1`; stands in every row of CSV and JSONL. */
  readonly schema: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/** Columns of a table that is written as it comes, with what their cells hold: whole numbers, numbers, yes and no, or text. */
export type TypedColumns = Readonly<Record<string, 'count' | 'number' | 'boolean' | 'text'>>;

/** A table whose rows may be millions. */
export interface RowStream {
  readonly schema: string;
  readonly columns: TypedColumns;
  readonly rows: Iterable<TableRow>;
}

export const ROW_FORMATS = ['jsonl', 'csv', 'markdown'] as const;
export type RowFormat = (typeof ROW_FORMATS)[number];

/** Whether a format of a command is one of row tables. */
export function isRowFormat(format: string | undefined): format is RowFormat {
  return (ROW_FORMATS as readonly (string | undefined)[]).includes(format);
}
