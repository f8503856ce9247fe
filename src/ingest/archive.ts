import { unzipSync } from 'fflate';
import { UserError } from '../text/index.js';
import type { ImportContext } from './importer.js';
import { zipEntries, zipName } from './zip-directory.js';

/** The parts of an archive that were asked for, by path. */
export type Archive = ReadonlyMap<string, Uint8Array>;

/** Office XML is packed 5 to 30 times; more than this in a large part is no document. */
const MOST_RATIO = 200;
/** Parts smaller than this may be packed at any ratio, in bytes. */
const SMALL_PART = 4 * 2 ** 20;

/**
 * Unpack the parts of a zip archive that `wants` names. All that is unpacked anywhere is unpacked here.
 *
 * Sizes are checked as declared, before anything is unpacked; fflate unpacks into a buffer of the
 * declared size, so a file that lies cannot take more.
 * Errors: `UserError` for damage, passwords and for archives that unpack to more than the limit.
 */
export function openArchive(
  bytes: Uint8Array,
  context: Pick<ImportContext, 'path' | 'maxBytes'>,
  wants: (name: string) => boolean,
): Archive {
  const { path, maxBytes } = context;
  let total = 0;
  const bomb = (): UserError =>
    new UserError('ingest/zip-bomb', { path, limit: Math.round(maxBytes / 2 ** 20) });
  try {
    const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const locked = zipEntries(view)?.some(({ name, encrypted }) => encrypted && wants(name));
    if (locked === true) throw new UserError('ingest/password', { path });
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
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError('ingest/zip-broken', { path }, { cause: error });
  }
}
