/** Where results of earlier runs are kept. */
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Cache, cacheFolder, openCache, programFingerprint } from '../corpus/index.js';

/** Parts of the program whose code decides what is kept. */
const ENGINE = ['align', 'corpus', 'ingest', 'model', 'parse', 'segment', 'semantics', 'text'];

interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly cwd: string;
}

/** The folder for kept results; absent where the system names no place for it. */
export function cachePlace({ env, platform, cwd }: Surroundings): string | undefined {
  return cacheFolder(env, platform, cwd);
}

/** The results kept in a folder by this program, as its code is now. */
export function openRunCache(folder: string): Cache {
  const root = fileURLToPath(new URL('..', import.meta.url));
  return openCache({ folder, version: programFingerprint(root, ENGINE), shipped: shippedWith() });
}

/**
 * What is known of the embedded corpus from the start (`bin/bundle.mjs`). Its version is the name of the file that this code was
 * joined into, which follows from all that is in it; single modules have no such name, and nothing is shipped with them.
 */
function shippedWith(): { readonly folder: string; readonly version: string } | undefined {
  const version = basename(fileURLToPath(import.meta.url));
  if (!version.startsWith('part-')) return undefined;
  return { folder: fileURLToPath(new URL('../prepared', import.meta.url)), version };
}
