import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { contentKey, sha256 } from '../text/index.js';
import { keptFile, markUsed, removeKept } from './kept-file.js';
import { makeFolder } from './make-folder.js';

/**
 * Results that are costly to make again, by content.
 *
 * A cache only ever saves time: what it gives is what would have been computed, and whatever goes wrong with
 * it (no folder, no room, a damaged entry) is the same as not having it.
 */
export interface Cache {
  /** Where entries lie; absent: nothing is kept. */
  readonly folder?: string;
  /**
   * The value kept under `key`, which is plain JSON data; else made now and kept.
   * The key is only asked for where it is used.
   */
  readonly remember: <Value>(kind: CacheKind, key: () => string, make: () => Value) => Value;
  /** The same for what is made asynchronously. */
  readonly rememberLater: <Value>(
    kind: CacheKind,
    key: () => string,
    make: () => Promise<Value>,
  ) => Promise<Value>;
}

/** What is kept; the first part of the names of the files. */
export type CacheKind =
  | 'alignment'
  | 'corpus'
  | 'heads'
  | 'labels'
  | 'lexicon'
  | 'model'
  | 'themes'
  | 'tokens'
  | 'units';

interface CacheOptions {
  readonly folder: string;
  /** Goes into every key: what else the results depend on (the program's own code). */
  readonly version: string;
  /** Entries are dropped, longest unused first, when together they hold more. */
  readonly maxBytes?: number;
}

/** A corpus of a hundred documents, all pairs aligned, takes about half of this. */
const DEFAULT_CACHE_BYTES = 128 * 2 ** 20;

/** After tidying, so that not every write tidies. */
const TIDY_TO = 0.75;

/** First word of every entry; the digit is the version of the layout. */
const MAGIC = 'duibiao-cache/2';

/** Temporary files older than this belong to a run that was killed. One write takes milliseconds. */
const ABANDONED_MS = 3_600_000;

/** Nothing is kept: everything is made each time. */
export const NO_CACHE: Cache = {
  remember: (_kind, _key, make) => make(),
  rememberLater: (_kind, _key, make) => make(),
};

/**
 * A cache in a folder, made when first written to.
 *
 * Entries are written to a name of their own and renamed, so runs in parallel see a whole entry or none.
 * Each carries a checksum: a damaged one is dropped and made again.
 * *Cost*: reading is one file; each write also lists the folder.
 */
export function openCache({
  folder,
  version,
  maxBytes = DEFAULT_CACHE_BYTES,
}: CacheOptions): Cache {
  const pathOf = (kind: string, key: string): string =>
    join(folder, `${kind}-${contentKey(version, key).slice(0, 40)}.json`);
  const keep = (path: string, value: unknown): void => {
    if (writeEntry(folder, path, version, JSON.stringify(value))) tidy(folder, maxBytes);
  };
  return {
    folder,
    remember: (kind, key, make) => {
      const path = pathOf(kind, key());
      const known = readEntry(path, version);
      if (known !== undefined) return known.value as ReturnType<typeof make>;
      const value = make();
      keep(path, value);
      return value;
    },
    rememberLater: async (kind, key, make) => {
      const path = pathOf(kind, key());
      const known = readEntry(path, version);
      if (known !== undefined) return known.value as Awaited<ReturnType<typeof make>>;
      const value = await make();
      keep(path, value);
      return value;
    },
  };
}

function readEntry(path: string, version: string): { readonly value: unknown } | undefined {
  try {
    const content = readFileSync(path, 'utf8');
    const headEnd = content.indexOf('\n');
    const body = content.slice(headEnd + 1);
    if (content.slice(0, headEnd) !== headOf(path, version, body)) throw new Error('damaged');
    const value: unknown = JSON.parse(body);
    markUsed(path);
    return { value };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') removeKept(path);
    return undefined;
  }
}

/** Names the place and the program too: what was written for another question, or by another hand, is no answer. */
function headOf(path: string, version: string, body: string): string {
  return `${MAGIC} ${sha256(`${basename(path)}\n${version}\n${body}`)}`;
}

function writeEntry(
  folder: string,
  path: string,
  version: string,
  body: string | undefined,
): boolean {
  if (body === undefined) return false;
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    makeFolder(folder, 0o700);
    writeFileSync(temporary, `${headOf(path, version, body)}\n${body}`, { mode: 0o600 });
    renameSync(temporary, path);
    return true;
  } catch {
    removeKept(temporary);
    return false;
  }
}

/** Drop what was used longest ago until the rest fits, and what killed runs left behind. */
function tidy(folder: string, maxBytes: number): void {
  const now = Date.now();
  const entries = namesIn(folder).flatMap((name) => {
    const path = join(folder, name);
    const found = keptFile(path);
    if (found === undefined) return [];
    if (!name.endsWith('.tmp')) return [{ path, ...found }];
    if (now - found.used > ABANDONED_MS) removeKept(path);
    return [];
  });
  let total = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  if (total <= maxBytes) return;
  entries.sort((a, b) => a.used - b.used || (a.path < b.path ? -1 : 1));
  for (const entry of entries) {
    if (total <= maxBytes * TIDY_TO) return;
    removeKept(entry.path);
    total -= entry.bytes;
  }
}

/** Only files the cache itself has written: the folder may be anyone's. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) =>
      /^[a-z]+-[0-9a-f]{40}\.json(?:\.\d+\.tmp)?$/.test(name),
    );
  } catch {
    return [];
  }
}
