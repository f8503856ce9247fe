/** Where results of earlier runs are kept. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Cache,
  cacheFolder,
  openCache,
  programContent,
  programFingerprint,
} from '../corpus/index.js';
import { keptByKey } from '../text/index.js';

/** Parts of the program whose code decides what is kept. */
const KEEPS = [
  ...['align', 'corpus', 'findings', 'ingest', 'messages', 'model', 'parse', 'render'],
  ...['segment', 'semantics', 'text'],
];

/** What the gate keeps depends on its rules and on what puts them together too. */
const GATE = [...KEEPS, 'check', 'pipeline'];

/** Found once: what runs was loaded from the files as they were. */
const versions = keptByKey<string>(2);

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
  const version =
    shipped?.version ?? versions('run', () => programFingerprint(programRoot(), KEEPS));
  return openCache({ folder, version, shipped });
}

/**
 * Stands for the rules of `check` and all they are told by, as built: what it keeps in a project goes from machine to
 * machine, so that times of files say nothing.
 */
export function gateVersion(): string {
  return shippedWith()?.version ?? versions('gate', () => programContent(programRoot(), GATE));
}

/** Where the parts lie: this module's own part is one of them, and so is `cli`, into which it may be joined. */
function programRoot(): string {
  return fileURLToPath(new URL('..', import.meta.url));
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
