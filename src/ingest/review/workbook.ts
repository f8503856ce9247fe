import { strToU8, zipSync } from 'fflate';
import type { FilledRow } from '../../model/index.js';
import { UserError } from '../../text/index.js';
import { openArchive } from '../archive.js';
import { filledRows, type RawCell, type RawRow } from './table.js';

/** In the stead of an ODS's styles: the reader of workbooks warns of their number formats on the console. */
const NO_STYLES =
  '<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>';

const WANTED =
  /^(?:xl|docProps|_rels|META-INF|Basic)\/.*\.(?:xml|rels|bin)$|^(?:\[Content_Types\]|content)\.xml$|^mimetype$/i;

interface Context {
  readonly path: string;
  readonly maxBytes: number;
}

/**
 * Rows of the sheet that holds the headings, in XLSX or ODS.
 *
 * Errors: `review/macros`, `review/no-table`, those of archives.
 */
export async function readWorkbook(bytes: Uint8Array, context: Context): Promise<FilledRow[]> {
  const { path } = context;
  const parts = openArchive(bytes, context, (name) => WANTED.test(name));
  if (parts.names.some((name) => /vbaProject\.bin$|^Basic\//i.test(name)))
    throw new UserError('review/macros', { path });
  const xlsx = await import('@e965/xlsx');
  const contents = Object.fromEntries(
    parts.names.map((name) => [name, parts.get(name) ?? new Uint8Array()]),
  );
  const stub = parts.has('content.xml') ? { 'styles.xml': strToU8(NO_STYLES) } : {};
  const packed = zipSync({ ...contents, ...stub }, { level: 0 });
  let book: import('@e965/xlsx').WorkBook;
  try {
    book = xlsx.read(packed, { type: 'array', cellFormula: true, cellHTML: false });
  } catch (cause) {
    throw new UserError('ingest/sheet-broken', { path }, { cause });
  }
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name];
    const rows = sheet === undefined ? undefined : filledRows(rowsOf(sheet, xlsx), path);
    if (rows !== undefined) return rows;
  }
  throw new UserError('review/no-table', { path });
}

function rowsOf(
  sheet: import('@e965/xlsx').WorkSheet,
  { utils }: typeof import('@e965/xlsx'),
): RawRow[] {
  if (sheet['!ref'] === undefined) return [];
  const { s, e } = utils.decode_range(sheet['!ref']);
  const merges = sheet['!merges'] ?? [];
  const isMerged = (r: number, c: number): boolean =>
    merges.some((m) => r >= m.s.r && r <= m.e.r && c >= m.s.c && c <= m.e.c);
  const cellAt = (r: number, c: number): RawCell | undefined => {
    const cell = sheet[utils.encode_cell({ r, c })] as
      | { readonly v?: unknown; readonly w?: string; readonly t?: string; readonly f?: string }
      | undefined;
    const shown = cell?.t === 's' ? String(cell.v ?? '') : (cell?.w ?? String(cell?.v ?? ''));
    const text = shown.replace(/\r\n?/g, '\n');
    if (cell?.f !== undefined) return { text, fault: 'formula' };
    if (isMerged(r, c)) return { text, fault: 'merged' };
    return cell === undefined ? undefined : { text };
  };
  return Array.from({ length: e.r - s.r + 1 }, (_, i) => ({
    line: s.r + i + 1,
    cells: Array.from({ length: e.c + 1 }, (_unused, c) => cellAt(s.r + i, c)),
  }));
}
