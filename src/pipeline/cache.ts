/** Where results of earlier runs are kept. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Cache, cacheFolder, openCache, programFingerprint } from '../corpus/index.js';

/** Parts of the program whose code decides what is kept. */
const KEEPS = [
  ...['align', 'corpus', 'findings', 'ingest', 'model', 'parse', 'segment', 'semantics', 'text'],
];

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
  const shipped = shippedWith();
  const root = fileURLToPath(new URL('..', import.meta.url));
  const version = shipped?.version ?? programFingerprint(root, KEEPS);
  return openCache({ folder, version, shipped });
}

/**
 * What is known of the embedded corpus from the start (`bin/bundle.mjs`), and the version that the build gave the program, which
 * follows from all of its code. Single modules have none, and nothing is shipped with them.
 */
function shippedWith(): { readonly folder: string; readonly version: string } | undefined {
  if (!basename(fileURLToPath(import.meta.url)).startsWith('part-')) return undefined;
  const folder = fileURLToPath(new URL('../prepared', import.meta.url));
  try {
    return { folder, version: readFileSync(join(folder, 'version'), 'utf8') };
  } catch {
    return undefined;
  }
}
