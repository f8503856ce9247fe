/** One file of a zip archive, as its directory names it. */
export interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  /** CRC-32 of what it unpacks to. */
  readonly crc: number;
  /** Its name where its bytes stand; `undefined` where none stand there. */
  readonly localName: string | undefined;
}

const END_MARK = 0x06054b50;
const END_LENGTH = 22;
const WIDE_MARK = 0x07064b50;
const WIDE_LENGTH = 20;
/** What stands behind the directory: the end, its record of the wide kind, a signature. */
const BEHIND = new Set([END_MARK, 0x06064b50, 0x05054b50]);
const ENTRY_MARK = 0x02014b50;
const ENTRY_LENGTH = 46;
const LOCAL_MARK = 0x04034b50;
const LOCAL_LENGTH = 30;
/** Places and counts of the wide kind stand elsewhere. */
const WIDE = 0xffffffff;
const WIDE_COUNT = 0xffff;
/** The comment behind the end of an archive is at most this long. */
const LONGEST_COMMENT = 0xffff;

/**
 * The files that an archive's own directory names; `undefined` where it has none that can be read.
 *
 * Unpacks nothing. Cost: linear in the directory. Source: PKWARE APPNOTE 6.3.10, 4.3.
 */
export function zipEntries(view: Buffer): readonly ZipEntry[] | undefined {
  const start = directoryStart(view);
  if (start === undefined) return undefined;
  let at = start;
  const entries: ZipEntry[] = [];
  while (at + ENTRY_LENGTH <= view.length && view.readUInt32LE(at) === ENTRY_MARK) {
    const flags = view.readUInt16LE(at + 8);
    const nameEnd = at + ENTRY_LENGTH + view.readUInt16LE(at + 28);
    const name = zipName(view.toString('latin1', at + ENTRY_LENGTH, nameEnd));
    const crc = view.readUInt32LE(at + 16);
    const localName = localNameAt(view, view.readUInt32LE(at + 42), name);
    entries.push({ name, encrypted: (flags & 1) !== 0, crc, localName });
    at = nameEnd + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return entries;
}

/** The name before an entry's bytes, which is that of the directory in every archive that is whole. */
function localNameAt(view: Buffer, at: number, name: string): string | undefined {
  if (at === WIDE) return name;
  if (at + LOCAL_LENGTH > view.length || view.readUInt32LE(at) !== LOCAL_MARK) return undefined;
  const end = at + LOCAL_LENGTH + view.readUInt16LE(at + 26);
  return zipName(view.toString('latin1', at + LOCAL_LENGTH, end));
}

/** Whether the directory names as many files, and takes as many bytes, as the end of the archive says. */
export function isWholeDirectory(view: Buffer, entries: readonly ZipEntry[]): boolean {
  const at = endOf(view);
  if (at === undefined) return entries.length === 0;
  const count = view.readUInt16LE(at + 10);
  if (count !== WIDE_COUNT && count !== entries.length % 0x10000) return false;
  const [size, start] = [view.readUInt32LE(at + 12), view.readUInt32LE(at + 16)];
  if (size === WIDE || start === WIDE) return true;
  // Between the directory and the end there is nothing, or a record of its own kind.
  const behind = start + size;
  return behind + 4 <= view.length && BEHIND.has(view.readUInt32LE(behind));
}

function endOf(view: Buffer): number | undefined {
  const least = Math.max(0, view.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.length - END_LENGTH; at >= least; at -= 1) {
    if (view.readUInt32LE(at) === END_MARK) return at;
  }
  return undefined;
}

function directoryStart(view: Buffer): number | undefined {
  const at = endOf(view);
  if (at === undefined) return undefined;
  const start = view.readUInt32LE(at + 16);
  return start === WIDE ? wideStart(view, at) : start;
}

/** Archives of the wide kind (zip64) keep the place of the directory in a record before the end. */
function wideStart(view: Buffer, end: number): number | undefined {
  const locator = end - WIDE_LENGTH;
  if (locator < 0 || view.readUInt32LE(locator) !== WIDE_MARK) return undefined;
  const record = Number(view.readBigUInt64LE(locator + 8));
  return record + 56 > view.length ? undefined : Number(view.readBigUInt64LE(record + 48));
}

/**
 * A name whose bytes were taken for Latin-1: UTF-8 where they are that, else the code page of Chinese
 * Windows, whose packers state none.
 */
export function zipName(raw: string): string {
  if (!/[\x80-\xff]/.test(raw) || /[^\0-\xff]/.test(raw)) return raw;
  const bytes = Buffer.from(raw, 'latin1');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
