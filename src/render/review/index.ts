import type { ReviewSheet } from '../../model/index.js';
import type { SheetOptions } from './cells.js';
import { reviewCsv } from './csv.js';
import { reviewDocx } from './docx.js';
import { reviewLines } from './jsonl.js';
import { reviewXlsx } from './xlsx.js';

export { reviewPage } from './html/index.js';

/** A form of the sheet that people or programs fill in. */
export interface SheetRenderer {
  /** Also the file's ending. */
  readonly format: 'xlsx' | 'docx' | 'csv' | 'jsonl';
  readonly binary: boolean;
  readonly render: (sheet: ReviewSheet, options: SheetOptions) => string | Uint8Array;
}

/** Every form there is. */
export const SHEET_RENDERERS: readonly SheetRenderer[] = [
  { format: 'xlsx', binary: true, render: reviewXlsx },
  { format: 'docx', binary: true, render: reviewDocx },
  { format: 'csv', binary: false, render: reviewCsv },
  { format: 'jsonl', binary: false, render: reviewLines },
];
