import { crc32 } from 'node:zlib';
import { unzipSync } from 'fflate';
import { UserError } from '../text/index.js';
import type { Damage } from './damage.js';
import type { ImportContext } from './importer.js';
import { isWellFormed } from './xml-form.js';
import { isWholeDirectory, type ZipEntry, zipEntries, zipName } from './zip-directory.js';

/** The parts of an archive that were asked for, by path. */
export interface Archive {
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  /** A part, held against its checksum and, XML, against the rules of XML: what is damaged is told. */
  readonly get: (name: string) => Uint8Array | undefined;
  /** A part of which no text is read. */
  readonly unchecked: (name: string) => Uint8Array | undefined;
}

/** Office XML is packed 5 to 30 times; more than this in a large part is no document. */
const MOST_RATIO = 200;
/** Parts smaller than this may be packed at any ratio, in bytes. */
const SMALL_PART = 4 * 2 ** 20;

/** Where nobody tells of damage, damage is refused. */
type ArchiveContext = Pick<ImportContext, 'path' | 'maxBytes'> & { readonly damage?: Damage };

/**
 * Unpack the parts of a zip archive that `wants` names. All that is unpacked anywhere is unpacked here.
 *
 * Sizes are checked as declared, before anything is unpacked; fflate unpacks into a buffer of the
 * declared size, so a file that lies cannot take more.
 * Errors: `UserError` for damage, passwords and for archives that unpack to more than the limit.
 */
export function openArchive(
  bytes: Uint8Array,
  context: ArchiveContext,
  wants: (name: string) => boolean,
): Archive {
  const { path } = context;
  try {
    const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const entries = zipEntries(view) ?? [];
    if (entries.some(({ name, encrypted }) => encrypted && wants(name)))
      throw new UserError('ingest/password', { path });
    const unpacked = unpack(bytes, context, wants);
    const tell = context.damage ?? refusal(path);
    if (!isWholeDirectory(view, entries)) tell.part('zip');
    for (const name of misnamed(entries, wants)) tell.part(name);
    return archiveOf(unpacked, entries, tell);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError('ingest/zip-broken', { path }, { cause: error });
  }
}

function refusal(path: string): Pick<Damage, 'part'> {
  return {
    part: () => {
      throw new UserError('ingest/zip-broken', { path });
    },
  };
}

function unpack(
  bytes: Uint8Array,
  { path, maxBytes }: ArchiveContext,
  wants: (name: string) => boolean,
): ReadonlyMap<string, Uint8Array> {
  let total = 0;
  const bomb = (): UserError =>
    new UserError('ingest/zip-bomb', { path, limit: Math.round(maxBytes / 2 ** 20) });
  const parts = unzipSync(bytes, {
    filter: ({ name, size, originalSize }) => {
      if (!wants(zipName(name))) return false;
      total += originalSize;
      const ratio = originalSize / Math.max(1, size);
      if (total > maxBytes || (originalSize > SMALL_PART && ratio > MOST_RATIO)) throw bomb();
      return true;
    },
  });
  return new Map(Object.entries(parts).map(([name, part]) => [zipName(name), part]));
}

/** Parts that the directory names otherwise than the archive where their bytes stand, or twice: one of them would be passed over. */
function misnamed(entries: readonly ZipEntry[], wants: (name: string) => boolean): string[] {
  const seen = new Set<string>();
  return entries.flatMap(({ name, localName }) => {
    const twice = seen.has(name) && wants(name);
    seen.add(name);
    // Packers write names that are no ASCII in two code pages.
    const sure = localName === undefined || isAscii(name + localName);
    const other = sure && localName !== name;
    return twice || (other && (wants(name) || wants(localName ?? name))) ? [name] : [];
  });
}

function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}

function archiveOf(
  parts: ReadonlyMap<string, Uint8Array>,
  entries: readonly ZipEntry[],
  { part: tell }: Pick<Damage, 'part'>,
): Archive {
  const sums = new Map(entries.map(({ name, crc }) => [name, crc]));
  const checked = new Set<string>();
  return {
    names: [...parts.keys()],
    has: (name) => parts.has(name),
    unchecked: (name) => parts.get(name),
    get: (name) => {
      const part = parts.get(name);
      if (part === undefined || checked.has(name)) return part;
      checked.add(name);
      const sum = sums.get(name);
      const isWhole = sum === undefined || sum === crc32(part);
      if (!isWhole || (/\.(?:xml|rels)$/i.test(name) && !isWellFormed(part))) tell(name);
      return part;
    },
  };
}
