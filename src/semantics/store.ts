import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { dropLitter, keptFile, markUsed, removeKept } from '../corpus/index.js';
import { contentKey, sha256 } from '../text/index.js';

/**
 * Vectors kept between runs, by content.
 *
 * Each write is a file of its own, written to a temporary name and renamed: runs in parallel see whole files and never
 * write the same one. A damaged record is as none. What cannot be written is not kept, and nothing else goes wrong.
 */
export interface VectorStore {
  /** The vectors known of these keys. */
  readonly read: (keys: readonly string[]) => Map<string, Float32Array>;
  readonly write: (vectors: ReadonlyMap<string, Float32Array>) => void;
  readonly count: () => number;
  /** How long its vectors are; absent while it has none. */
  readonly dimensions: () => number | undefined;
}

/** Nothing is kept. */
export const NO_STORE: VectorStore = {
  read: () => new Map(),
  write: () => undefined,
  count: () => 0,
  dimensions: () => undefined,
};

/** First bytes of every file; the digit is the version of the layout. */
const MAGIC = Buffer.from('DBVEC/1\n');
/** Magic, dimensions, count. */
const HEAD = MAGIC.length + 8;
const KEY = 32;
const CHECK = 8;
/** So many small files are joined into one. */
const MOST_SMALL = 24;
const SMALL_BYTES = 32 * 2 ** 20;
/** All models together; a hundred thousand sentences of 1024 numbers are 400 MB. Longest unused files go first. */
const MOST_BYTES = 2 ** 30;

/** Vectors of one model below `folder`; `model` names it. Keys are SHA-256 in hex. */
export function openStore(folder: string, model: string): VectorStore {
  const own = join(folder, model);
  return {
    read: (keys) => readVectors(own, new Set(keys)),
    write: (vectors) => {
      if (vectors.size === 0 || writeFile(own, vectors) === undefined) return;
      joinSmall(own);
      tidy(folder);
    },
    count: () => new Set(filesIn(own).flatMap((path) => headOf(path)?.keys ?? [])).size,
    dimensions: () => {
      for (const path of filesIn(own)) {
        const head = headOf(path);
        if (head !== undefined) return head.dimensions;
      }
      return undefined;
    },
  };
}

/** A file joined away while it was looked for: its vectors are in a newer one. */
function readVectors(folder: string, wanted: Set<string>): Map<string, Float32Array> {
  const found = new Map<string, Float32Array>();
  for (let round = 0; round < 2 && found.size < wanted.size; round += 1)
    for (const path of filesIn(folder)) readFrom(path, wanted, found);
  return found;
}

function readFrom(path: string, wanted: Set<string>, found: Map<string, Float32Array>): void {
  withFile(path, (file, { dimensions, keys }) => {
    const size = dimensions * 4;
    const start = HEAD + keys.length * (KEY + CHECK);
    let used = false;
    for (const [i, key] of keys.entries()) {
      if (!wanted.has(key) || found.has(key)) continue;
      const check = bytesAt(file, HEAD + keys.length * KEY + i * CHECK, CHECK);
      const bytes = bytesAt(file, start + i * size, size);
      if (!check.equals(checkOf(key, bytes))) continue;
      found.set(key, new Float32Array(new Uint8Array(bytes).buffer));
      used = true;
    }
    if (used) markUsed(path);
  });
}

interface Head {
  readonly dimensions: number;
  readonly keys: readonly string[];
}

function headOf(path: string): Head | undefined {
  return withFile(path, (_, head) => head);
}

/** Open a file of vectors and read its head; whatever is wrong with it is the same as not having it. */
function withFile<Value>(
  path: string,
  use: (file: number, head: Head) => Value,
): Value | undefined {
  try {
    const file = openSync(path, 'r');
    try {
      const head = bytesAt(file, 0, HEAD);
      const [dimensions, count] = [
        head.readUInt32LE(MAGIC.length),
        head.readUInt32LE(MAGIC.length + 4),
      ];
      const whole = HEAD + count * (KEY + CHECK + dimensions * 4);
      if (!head.subarray(0, MAGIC.length).equals(MAGIC) || fstatSync(file).size !== whole)
        return undefined;
      const names = bytesAt(file, HEAD, count * KEY).toString('hex');
      const keys = Array.from({ length: count }, (_, i) =>
        names.slice(i * KEY * 2, (i + 1) * KEY * 2),
      );
      return use(file, { dimensions, keys });
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

function bytesAt(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  if (readSync(file, bytes, 0, length, position) !== length) throw new Error('cut short');
  return bytes;
}

function checkOf(key: string, bytes: Uint8Array): Buffer {
  return Buffer.from(contentKey(key, bytes), 'hex').subarray(0, CHECK);
}

function bytesOf(vector: Float32Array): Buffer {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
}

/** *In* vectors of one length. *Out* the path, absent where it could not be written. */
function writeFile(folder: string, vectors: ReadonlyMap<string, Float32Array>): string | undefined {
  const keys = [...vectors.keys()];
  const [first] = vectors.values();
  const head = Buffer.alloc(8);
  head.writeUInt32LE(first?.length ?? 0, 0);
  head.writeUInt32LE(keys.length, 4);
  const content = Buffer.concat([
    MAGIC,
    head,
    Buffer.from(keys.join(''), 'hex'),
    ...[...vectors].map(([key, vector]) => checkOf(key, bytesOf(vector))),
    ...[...vectors.values()].map(bytesOf),
  ]);
  const path = join(folder, `${sha256(keys.join(''))}.f32`);
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(temporary, content, { mode: 0o600 });
    renameSync(temporary, path);
    for (const name of readdirSync(folder)) if (TEMPORARY.test(name)) dropLitter(folder, name);
    return path;
  } catch {
    removeKept(temporary);
    return undefined;
  }
}

/** Join small files into one; what another run has joined meanwhile is left to it. */
function joinSmall(folder: string): void {
  const small = filesIn(folder).filter(
    (path) => (keptFile(path)?.bytes ?? SMALL_BYTES) < SMALL_BYTES,
  );
  if (small.length <= MOST_SMALL) return;
  const vectors = new Map<string, Float32Array>();
  const read: string[] = [];
  for (const path of small) {
    const head = headOf(path);
    if (head === undefined) continue;
    readFrom(path, new Set(head.keys), vectors);
    read.push(path);
  }
  const joined = writeFile(folder, vectors);
  if (joined !== undefined) for (const path of read) if (path !== joined) removeKept(path);
}

function tidy(folder: string): void {
  const files = foldersIn(folder)
    .flatMap(filesIn)
    .flatMap((path) => {
      const found = keptFile(path);
      return found === undefined ? [] : [{ path, ...found }];
    })
    .sort((a, b) => a.used - b.used || (a.path < b.path ? -1 : 1));
  let total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { path, bytes } of files) {
    if (total <= MOST_BYTES) return;
    removeKept(path);
    total -= bytes;
  }
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** What runs that were killed left half-written. */
const TEMPORARY = /^[0-9a-f]{64}\.f32\.\d+\.tmp$/;

/** Only files the store itself has written. */
function filesIn(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => /^[0-9a-f]{64}\.f32$/.test(name));
    return names.sort().map((name) => join(folder, name));
  } catch {
    return [];
  }
}
