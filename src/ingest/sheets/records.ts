import type { Damage } from '../damage.js';
import { checkSharedStrings } from './shared-strings.js';

/** Records of a workbook in its binary form. Source: MS-XLS 2.3, 2.4. */
const ID = {
  end: 0x000a,
  sheet: 0x0085,
  strings: 0x00fc,
  continued: 0x003c,
  row: 0x0208,
} as const;

/** A stream of records begins with one of these, by version. */
const BEGINS: ReadonlySet<number> = new Set([0x0009, 0x0209, 0x0409, 0x0809]);
const HEAD = 4;
/** No record is longer; what is, is continued. */
const LONGEST = 8224;

/** Records that hold one cell or several: formula, numbers, texts, blanks. Row and column come first. */
const CELLS: ReadonlySet<number> = new Set([
  0x0006, 0x0206, 0x0406, 0x00bd, 0x00be, 0x00d6, 0x00fd, 0x0201, 0x0203, 0x0204, 0x0205, 0x027e,
]);
/** Of those, the ones that go on over several columns, the last of which comes last. */
const SEVERAL: ReadonlySet<number> = new Set([0x00bd, 0x00be]);
const TEXT_BY_NUMBER = 0x00fd;

interface XlsRecord {
  readonly at: number;
  readonly id: number;
  readonly body: Buffer;
}

/** What one sheet says of its rows, and what it holds. */
interface Rows {
  /** One more than the last column in use, by row, and where that is said. */
  readonly stated: Map<number, { readonly end: number; readonly at: number }>;
  /** One more than the last column that holds a cell, by row. */
  readonly held: Map<number, number>;
  readonly cells: Set<number>;
}

/**
 * Hold the records of a workbook against what they say of each other: a reader passes over a record
 * it does not know, and over a sheet it does not find, in silence.
 *
 * What the file does not state twice cannot be told. Cost: linear.
 */
export function checkRecords(stream: Uint8Array, damage: Damage): void {
  const view = Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength);
  const begun = new Set<number>();
  const sheets: { readonly at: number; readonly start: number }[] = [];
  const strings: { readonly at: number; readonly bodies: Buffer[] }[] = [];
  const texts: { readonly at: number; readonly index: number }[] = [];
  let rows = noRows();
  let depth = 0;
  let last = 0;
  for (const { at, id, body } of records(view, damage)) {
    if (BEGINS.has(id)) {
      if (depth === 0) begun.add(at);
      depth += 1;
    } else if (depth === 0) damage.place(at);
    else if (id === ID.end) {
      depth -= 1;
      if (depth === 0) {
        checkRows(rows, damage);
        rows = noRows();
      }
    } else if (id === ID.sheet && body.length >= HEAD)
      sheets.push({ at, start: body.readUInt32LE(0) });
    else if (id === ID.strings) strings.push({ at, bodies: [body] });
    else if (id === ID.continued && (last === ID.strings || last === ID.continued))
      strings.at(-1)?.bodies.push(body);
    else if (depth === 1) readRow(rows, { at, id, body }, texts, damage);
    last = id === ID.continued && last !== ID.strings ? last : id;
  }
  if (depth > 0) damage.place(view.length);
  for (const { at, start } of sheets) if (!begun.has(start)) damage.place(at);
  // The first is the workbook itself.
  if (sheets.length > 0 && begun.size - 1 > sheets.length) damage.place(Math.max(...begun));
  const count = strings.map(({ at, bodies }) => {
    const found = checkSharedStrings(bodies);
    if (found === undefined) damage.place(at);
    return found ?? Number.POSITIVE_INFINITY;
  });
  const known = count[0] ?? 0;
  for (const { at, index } of texts) if (index >= known) damage.place(at);
}

function* records(view: Buffer, damage: Damage): Generator<XlsRecord> {
  let at = 0;
  let last = -1;
  while (at + HEAD <= view.length) {
    const id = view.readUInt16LE(at);
    const length = view.readUInt16LE(at + 2);
    // The stream may be filled up to its sector.
    if (id === 0 && last === ID.end && isEmpty(view.subarray(at))) return;
    const isNone = id === 0 && length === 0;
    if (isNone || length > LONGEST || at + HEAD + length > view.length) {
      damage.place(at);
      return;
    }
    yield { at, id, body: view.subarray(at + HEAD, at + HEAD + length) };
    last = id;
    at += HEAD + length;
  }
}

function isEmpty(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}

function noRows(): Rows {
  return { stated: new Map(), held: new Map(), cells: new Set() };
}

/** A cell takes a number of its own: as many columns as any version has. */
const COLUMNS = 0x4000;

function readRow(
  rows: Rows,
  { at, id, body }: XlsRecord,
  texts: { readonly at: number; readonly index: number }[],
  damage: Damage,
): void {
  if (id === ID.row && body.length >= 6) {
    const [row, start, end] = [0, 2, 4].map((place) => body.readUInt16LE(place));
    if (row !== undefined && end !== undefined && end > (start ?? 0))
      rows.stated.set(row, { end, at });
    return;
  }
  if (!CELLS.has(id) || body.length < 6) return;
  const [row, column] = [body.readUInt16LE(0), body.readUInt16LE(2)];
  const end = SEVERAL.has(id) ? body.readUInt16LE(body.length - 2) : column;
  rows.held.set(row, Math.max(rows.held.get(row) ?? 0, end + 1));
  const cell = row * COLUMNS + column;
  // The second of two cells at one place is the one that is shown.
  if (rows.cells.has(cell)) damage.place(at);
  rows.cells.add(cell);
  if (id === TEXT_BY_NUMBER && body.length >= 10) texts.push({ at, index: body.readUInt32LE(6) });
}

/** A row that says it goes on to a column holds a cell there. Some writers state the last column, not the one after it. */
function checkRows({ stated, held }: Rows, damage: Damage): void {
  for (const [row, { end, at }] of stated)
    if ((held.get(row) ?? 0) < end - 1 || !held.has(row)) damage.place(at);
}
