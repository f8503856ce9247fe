import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { contentKey, sha256 } from '../text/index.js';
import { dropLitter } from './folder-lock.js';
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
  /** Stands for the program's code that results depend on. */
  readonly version?: string;
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
  /** The same for bytes, which are kept as they are. */
  readonly rememberBytes: (
    kind: CacheKind,
    key: () => string,
    make: () => Uint8Array,
  ) => Uint8Array;
}

/** What is kept; the first part of the names of the files. */
export type CacheKind =
  | 'alignment'
  | 'comparison'
  | 'corpus'
  | 'drawn'
  | 'heads'
  | 'labels'
  | 'lexicon'
  | 'model'
  | 'paper'
  | 'ranking'
  | 'source'
  | 'themes'
  | 'tokens'
  | 'units';

interface CacheOptions {
  readonly folder: string;
  /** Goes into every key: what else the results depend on (the program's own code). */
  readonly version: string;
  /** Entries that came with the program, looked up where the folder has none; never written to. */
  readonly shipped?: { readonly folder: string; readonly version: string } | undefined;
  /** Entries are dropped, longest unused first, when together they hold more. */
  readonly maxBytes?: number;
}

/** A corpus of a hundred documents, all pairs aligned, takes about half of this. */
const DEFAULT_CACHE_BYTES = 128 * 2 ** 20;

/** After tidying, so that not every write tidies. */
const TIDY_TO = 0.75;
/** A run tidies with its first write, and again when it has written this share of what may be kept. */
const TIDY_AFTER = 1 / 16;

/** First word of every entry; the digit is the version of the layout. */
const MAGIC = 'duibiao-cache/3';

/** Temporary files older than this belong to a run that was killed, whichever has its number now. One write takes milliseconds. */
const ABANDONED_MS = 3_600_000;

/** Nothing is kept: everything is made each time. */
export const NO_CACHE: Cache = {
  remember: (_kind, _key, make) => make(),
  rememberLater: (_kind, _key, make) => make(),
  rememberBytes: (_kind, _key, make) => make(),
};

/**
 * A cache in a folder, made when first written to.
 *
 * Entries are written to a name of their own and renamed, so runs in parallel see a whole entry or none.
 * Each carries a checksum: a damaged one is dropped and made again.
 * *Cost*: reading is one file; some writes also list the folder.
 */
export function openCache({
  folder,
  version,
  shipped,
  maxBytes = DEFAULT_CACHE_BYTES,
}: CacheOptions): Cache {
  const pathIn = (place: string, own: string, kind: string, key: string): string =>
    join(place, `${kind}-${contentKey(own, key).slice(0, 40)}.json`);
  const find = (kind: string, key: string): { path: string; known: Uint8Array | undefined } => {
    const path = pathIn(folder, version, kind, key);
    const known =
      (shipped &&
        readShipped(pathIn(shipped.folder, shipped.version, kind, key), shipped.version)) ??
      readEntry(path, version);
    return { path, known };
  };
  let untidied = Number.POSITIVE_INFINITY;
  const keep = (path: string, body: Uint8Array | string | undefined): void => {
    if (body === undefined) return;
    if (untidied === Number.POSITIVE_INFINITY) sweep(folder);
    if (!writeEntry(folder, path, version, body)) return;
    // Listing the folder after each of a thousand writes would cost more than the writes.
    untidied += body.length;
    if (untidied < maxBytes * TIDY_AFTER) return;
    tidy(folder, maxBytes);
    untidied = 0;
  };
  return {
    folder,
    version,
    remember: (kind, key, make) => {
      const { path, known } = find(kind, key());
      if (known !== undefined) return valueIn(known) as ReturnType<typeof make>;
      const value = make();
      keep(path, JSON.stringify(value));
      return value;
    },
    rememberLater: async (kind, key, make) => {
      const { path, known } = find(kind, key());
      if (known !== undefined) return valueIn(known) as Awaited<ReturnType<typeof make>>;
      const value = await make();
      keep(path, JSON.stringify(value));
      return value;
    },
    rememberBytes: (kind, key, make) => {
      const { path, known } = find(kind, key());
      if (known !== undefined) return known;
      const bytes = make();
      keep(path, bytes);
      return bytes;
    },
  };
}

function valueIn(body: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(body));
}

/** *Errors*: that of reading, and one for a damaged entry. */
function bodyOf(path: string, version: string): Uint8Array {
  const content = readFileSync(path);
  const headEnd = content.indexOf(10);
  const body = content.subarray(headEnd + 1);
  if (content.toString('latin1', 0, headEnd) !== headOf(path, version, body))
    throw new Error('damaged');
  return body;
}

/** What came with the program is as good as none where it is damaged: it stays as it is. */
function readShipped(path: string, version: string): Uint8Array | undefined {
  try {
    return bodyOf(path, version);
  } catch {
    return undefined;
  }
}

function readEntry(path: string, version: string): Uint8Array | undefined {
  try {
    const body = bodyOf(path, version);
    markUsed(path);
    return body;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') removeKept(path);
    return undefined;
  }
}

/** Names the place and the program too: what was written for another question, or by another hand, is no answer. */
function headOf(path: string, version: string, body: Uint8Array): string {
  return `${MAGIC} ${sha256(`${basename(path)}\n${version}\n${sha256(body)}`)}`;
}

function writeEntry(
  folder: string,
  path: string,
  version: string,
  content: Uint8Array | string,
): boolean {
  const body = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    makeFolder(folder, 0o700);
    const head = new TextEncoder().encode(`${headOf(path, version, body)}\n`);
    writeFileSync(temporary, Buffer.concat([head, body]), { mode: 0o600 });
    renameSync(temporary, path);
    return true;
  } catch {
    removeKept(temporary);
    return false;
  }
}

/** Drop what killed runs left behind: before a first write, so that who has nothing more to write leaves nothing either. */
function sweep(folder: string): void {
  const now = Date.now();
  for (const name of namesIn(folder)) {
    if (!name.endsWith('.tmp')) continue;
    const path = join(folder, name);
    if (now - (keptFile(path)?.used ?? now) > ABANDONED_MS) removeKept(path);
    else dropLitter(folder, name);
  }
}

/** Drop what was used longest ago until the rest fits. */
function tidy(folder: string, maxBytes: number): void {
  const entries = namesIn(folder).flatMap((name) => {
    const path = join(folder, name);
    const found = name.endsWith('.tmp') ? undefined : keptFile(path);
    return found === undefined ? [] : [{ path, ...found }];
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
