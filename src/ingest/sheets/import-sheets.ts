import { zipSync } from 'fflate';
import { UserError } from '../../text/index.js';
import { openArchive } from '../archive.js';
import type { Meter } from '../budget.js';
import { BrokenCompound, openCompound } from '../compound.js';
import { checkSectors, checkText } from '../damage.js';
import type { ImportContext, Imported } from '../importer.js';
import { type ParagraphLine, writeParagraphs } from '../paragraphs.js';
import { checkRecords } from './records.js';
import { type Sheet, type SheetCell, type SheetRow, sheetLines } from './rows.js';

type Xlsx = typeof import('@e965/xlsx');
type WorkBook = import('@e965/xlsx').WorkBook;
type WorkSheet = import('@e965/xlsx').WorkSheet;

/**
 * The sheets of a workbook, a row a line with its headings.
 *
 * Errors: `UserError` for damage, passwords, zip bombs and workbooks without text.
 */
export async function importXlsx(bytes: Uint8Array, context: ImportContext): Promise<Imported> {
  const parts = openArchive(
    bytes,
    context,
    (name) =>
      /\.(?:xml|rels)$/i.test(name) &&
      !/^xl\/(?:drawings|media|charts|worksheets\/_rels)\//.test(name),
  );
  // The library unpacks without a limit: it gets what was unpacked within ours.
  const contents = parts.names.flatMap((name) => {
    const part = isRead(name) ? parts.get(name) : parts.unchecked(name);
    return part === undefined ? [] : [[name, part] as const];
  });
  const packed = zipSync(Object.fromEntries(contents), { level: 0 });
  return importBook(packed, context, await import('@e965/xlsx'));
}

/** Parts that hold, or lead to, what stands in cells. */
function isRead(name: string): boolean {
  return /^(?:_rels\/|xl\/(?:workbook|sharedStrings|styles)\.xml$|xl\/(?:_rels|worksheets)\/)/i.test(
    name,
  );
}

/** Workbooks of Excel 97 and before, and of WPS (.et). */
export async function importXls(bytes: Uint8Array, context: ImportContext): Promise<Imported> {
  const xlsx = await import('@e965/xlsx');
  // Books before Excel 97 are written in a code page.
  const pages = await import('@e965/xlsx/dist/cpexcel.full.mjs');
  xlsx.set_cptable(pages);
  return importBook(streamOf(bytes, context), context, xlsx);
}

/**
 * The stream of the workbook inside the file, its records checked: all that the library is given, as
 * it follows a list of sectors that goes round until memory ends. Books before Excel 5 are bare.
 */
function streamOf(bytes: Uint8Array, { path, damage }: ImportContext): Uint8Array {
  if (bytes[0] !== OLE) return bytes;
  try {
    checkSectors(bytes, damage);
    const compound = openCompound(bytes);
    const locked = compound.stream('EncryptedPackage') !== undefined;
    if (locked) throw new UserError('ingest/password', { path });
    const stream = compound.stream('Workbook') ?? compound.stream('Book');
    // The library would take what does not begin as one for a file of another format.
    if (stream?.bytes[0] !== BEGINS) throw new BrokenCompound('no workbook');
    if (stream.isCut) damage.place(stream.bytes.length);
    checkRecords(stream.bytes, damage);
    return stream.bytes;
  } catch (cause) {
    if (!(cause instanceof BrokenCompound || cause instanceof RangeError)) throw cause;
    throw new UserError('ingest/sheet-broken', { path }, { cause });
  }
}

/** First byte of a file of streams. */
const OLE = 0xd0;
/** First byte of a workbook. */
const BEGINS = 0x09;

function importBook(bytes: Uint8Array, context: ImportContext, xlsx: Xlsx): Imported {
  const { path, maxBytes, meter, damage } = context;
  const book = openBook(bytes, path, xlsx);
  const visible = book.SheetNames.filter((_, i) => (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) === 0);
  const lines: ParagraphLine[] = [];
  let hidden = 0;
  let size = 0;
  for (const [i, name] of book.SheetNames.entries()) {
    const worksheet = book.Sheets[name];
    if (worksheet === undefined) damage.part(name);
    const sheet = worksheet === undefined ? undefined : sheetOf(name, worksheet, meter);
    if (sheet === undefined || sheet.rows.length === 0) continue;
    const own = sheetLines(sheet);
    const length = own.reduce((sum, { text }) => sum + text.length, 0);
    size += length;
    if (size > maxBytes)
      throw new UserError('ingest/too-large', { path, limit: Math.round(maxBytes / 2 ** 20) });
    if (!visible.includes(name)) {
      hidden += length;
      continue;
    }
    const page = visible.length > 1 ? { page: i + 1 } : {};
    if (visible.length > 1 && !UNNAMED.test(name))
      lines.push({ text: name, paragraph: 1, outline: 1, ...page });
    lines.push(...own.map((line) => ({ ...line, ...page })));
  }
  if (lines.every(({ text }) => text.trim() === '')) throw new UserError('ingest/empty', { path });
  const written = writeParagraphs(lines);
  checkText(written.text, damage);
  const counts = hidden > 0 ? { 'hidden-text': hidden } : {};
  return {
    encoding: 'binary',
    layout: 'paragraphs',
    ...written,
    counts,
    diagnostics: [],
  };
}

/** Names that the program gave. */
const UNNAMED = /^(?:sheet|工作表)\s*\d*$/i;

function openBook(bytes: Uint8Array, path: string, xlsx: Xlsx): WorkBook {
  // The library tells its user's user, a line each, of records that it does not know.
  const { error } = console;
  console.error = () => undefined;
  try {
    return xlsx.read(bytes, {
      type: 'array',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      dateNF: 'yyyy-mm-dd',
    });
  } catch (cause) {
    const locked = /password|encrypt/i.test((cause as Error).message);
    throw new UserError(locked ? 'ingest/password' : 'ingest/sheet-broken', { path }, { cause });
  } finally {
    console.error = error;
  }
}

/** Filled cells row by row; a value that is merged downwards stands in every row it reaches over. */
function sheetOf(name: string, worksheet: WorkSheet, meter: Meter): Sheet {
  const merges = worksheet['!merges'] ?? [];
  const starts = new Map(merges.map((merge) => [`${merge.s.r} ${merge.s.c}`, merge]));
  const data = (worksheet as unknown as { '!data'?: (DenseCell | undefined)[][] })['!data'] ?? [];
  const rows = new Map<number, SheetCell[]>();
  const put = (row: number, cell: SheetCell): void => {
    const cells = rows.get(row);
    if (cells === undefined) {
      meter.spend('units', 1);
      rows.set(row, [cell]);
    } else {
      meter.spend('characters', cell.text.length);
      cells.push(cell);
    }
  };
  for (const [r, cells] of data.entries()) {
    for (const [c, cell] of (cells ?? []).entries()) {
      const text = textOf(cell);
      if (text === '') continue;
      const merge = starts.get(`${r} ${c}`);
      const bottom = Math.min(merge?.e.r ?? r, Math.max(r, data.length - 1));
      const wide = merge === undefined ? 1 : merge.e.c - c + 1;
      for (let at = r; at <= bottom; at += 1)
        put(at, { column: c, text, wide, tall: bottom - at + 1 });
    }
  }
  const ordered = [...rows].sort(([a], [b]) => a - b);
  return {
    name,
    rows: ordered.map(
      ([row, cells]): SheetRow => ({
        row: row + 1,
        cells: cells.sort((a, b) => a.column - b.column),
      }),
    ),
  };
}

interface DenseCell {
  readonly t?: string;
  readonly v?: unknown;
  readonly w?: string;
}

/** As the sheet shows it. */
function textOf(cell: DenseCell | undefined): string {
  if (cell === undefined || cell.v === undefined || cell.t === 'z') return '';
  const text = cell.t === 's' ? String(cell.v) : (cell.w ?? String(cell.v));
  return text.replace(/\r\n?/g, '\n').trim();
}
