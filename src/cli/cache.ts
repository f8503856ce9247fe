import { fileURLToPath } from 'node:url';
import {
  type Cache,
  cacheFolder,
  NO_CACHE,
  openCache,
  programFingerprint,
} from '../corpus/index.js';
import type { CliIo, CommonOptions } from './io.js';

/** Parts of the program whose code decides what is kept. */
const ENGINE = ['align', 'corpus', 'ingest', 'model', 'parse', 'segment', 'text'];

/** The cache of this run, or none with `--no-cache` and where the system names no place for it. */
export function cacheOf(io: CliIo, options: Pick<CommonOptions, 'cache'>): Cache {
  const folder = options.cache === false ? undefined : placeOfCache(io);
  if (folder === undefined) return NO_CACHE;
  const root = fileURLToPath(new URL('..', import.meta.url));
  return openCache({ folder, version: programFingerprint(root, ENGINE) });
}

export function placeOfCache(io: CliIo): string | undefined {
  return cacheFolder(io.env, io.platform, io.cwd);
}
