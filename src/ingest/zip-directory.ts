/** One file of a zip archive, as its directory names it. */
interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
}

const END_MARK = 0x06054b50;
const END_LENGTH = 22;
const WIDE_MARK = 0x07064b50;
const WIDE_LENGTH = 20;
const ENTRY_MARK = 0x02014b50;
const ENTRY_LENGTH = 46;
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
    entries.push({ name, encrypted: (flags & 1) !== 0 });
    at = nameEnd + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return entries;
}

function directoryStart(view: Buffer): number | undefined {
  const least = Math.max(0, view.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.length - END_LENGTH; at >= least; at -= 1) {
    if (view.readUInt32LE(at) !== END_MARK) continue;
    const start = view.readUInt32LE(at + 16);
    return start === 0xffffffff ? wideStart(view, at) : start;
  }
  return undefined;
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
