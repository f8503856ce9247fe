/** A volume of an index: some documents, their blocks, and where each key stands. Written once, never changed. */
import type { DocumentKind, Level, Region } from '../model/index.js';
import { PackedReader, PackedWriter } from '../text/index.js';

/** A document as an index knows it: enough to choose it and to name it. */
export interface IndexedDocument {
  /** Of its file, relative to the corpus, with `/`. */
  readonly path: string;
  /** Which document of its file. */
  readonly ordinal: number;
  /** SHA-256 of its file. */
  readonly sha256: string;
  readonly id: string;
  readonly title: string;
  readonly kind: DocumentKind;
  readonly level?: Level;
  readonly region?: Region;
  readonly date?: string;
  /** How many blocks it has, and keys in them. */
  readonly blocks: number;
  readonly keys: number;
}

/** Fewer buckets than keys: a bucket is read whole to find one. */
const KEYS_A_BUCKET = 4;
const MOST_BUCKET_BITS = 22;

/** Gathers documents for a volume. */
export class VolumeBuilder {
  readonly documents: IndexedDocument[] = [];
  private keys = new Uint32Array(1 << 16);
  private size = 0;
  /** Where the keys of each block end. */
  private readonly ends: number[] = [];
  /** Keys so far: what a volume's size is measured by. */
  get weight(): number {
    return this.size;
  }
  /** *In* distinct keys by block. */
  add(document: Omit<IndexedDocument, 'blocks' | 'keys'>, blocks: readonly Uint32Array[]): void {
    const before = this.size;
    for (const keys of blocks) {
      this.room(keys.length);
      this.keys.set(keys, this.size);
      this.size += keys.length;
      this.ends.push(this.size);
    }
    this.documents.push({ ...document, blocks: blocks.length, keys: this.size - before });
  }
  private room(more: number): void {
    if (this.size + more <= this.keys.length) return;
    const larger = new Uint32Array(Math.max(2 * this.keys.length, this.size + more));
    larger.set(this.keys.subarray(0, this.size));
    this.keys = larger;
  }
  /** *Out* the parts of the volume's file. */
  done(): VolumeParts {
    const bits = bucketBits(this.size);
    const { starts, keys, blocks } = this.inBuckets(bits);
    const out = new PackedWriter(2 * this.size + 1024);
    const list = new PackedWriter();
    const directory = new Uint32Array(starts.length);
    for (let bucket = 0; bucket + 1 < starts.length; bucket += 1) {
      directory[bucket] = out.length;
      const range = [starts[bucket]!, starts[bucket + 1]!] as const;
      if (range[0] < range[1])
        writeBucket({ out, list, bits }, keys.subarray(...range), blocks.subarray(...range));
    }
    directory[starts.length - 1] = out.length;
    return { documents: this.documents, bits, directory, postings: out.done() };
  }
  /** Keys with their blocks, bucket by bucket, each in order of blocks. */
  private inBuckets(bits: number): {
    readonly starts: Uint32Array;
    readonly keys: Uint32Array;
    readonly blocks: Uint32Array;
  } {
    const mask = 2 ** bits - 1;
    const starts = new Uint32Array(2 ** bits + 1);
    for (let i = 0; i < this.size; i += 1) starts[(this.keys[i]! & mask) + 1]! += 1;
    for (let i = 1; i < starts.length; i += 1) starts[i]! += starts[i - 1]!;
    const next = starts.slice();
    const keys = new Uint32Array(this.size);
    const blocks = new Uint32Array(this.size);
    let block = 0;
    for (let i = 0; i < this.size; i += 1) {
      while (i >= this.ends[block]!) block += 1;
      const key = this.keys[i]!;
      const to = next[key & mask]!++;
      keys[to] = key;
      blocks[to] = block;
    }
    return { starts, keys, blocks };
  }
}

function bucketBits(keys: number): number {
  return Math.max(4, Math.min(MOST_BUCKET_BITS, Math.round(Math.log2(1 + keys / KEYS_A_BUCKET))));
}

/** Each key of a bucket: what of it the bucket does not say, in how many blocks it stands, how many bytes follow, the blocks' steps. */
function writeBucket(
  { out, list, bits }: { out: PackedWriter; list: PackedWriter; bits: number },
  keys: Uint32Array,
  blocks: Uint32Array,
): void {
  const done: number[] = [];
  for (let first = 0; first < keys.length; first += 1) {
    const key = keys[first]!;
    if (done.includes(key)) continue;
    done.push(key);
    list.clear();
    let count = 0;
    let last = -1;
    for (let i = first; i < keys.length; i += 1) {
      if (keys[i] !== key || blocks[i] === last) continue;
      list.number(blocks[i]! - last - 1);
      last = blocks[i]!;
      count += 1;
    }
    out.number(Math.floor(key / 2 ** bits));
    out.number(count);
    if (count > 1) out.number(list.length);
    out.append(list);
  }
}

/** What a volume's file is made of. */
export interface VolumeParts {
  readonly documents: readonly IndexedDocument[];
  readonly bits: number;
  /** Buckets that are here, in order; absent: all are. */
  readonly buckets?: Uint32Array;
  /** Where each bucket begins in `postings`, and where the last ends. */
  readonly directory: Uint32Array;
  readonly postings: Uint8Array;
}

/** A volume ready for looking up. */
export interface Volume {
  readonly documents: readonly IndexedDocument[];
  readonly blockCount: number;
  /** Index of the document that each block is of. */
  readonly documentOf: Uint32Array;
  /** All keys, each once. *Errors*: `RangeError` for a damaged volume. */
  readonly keys: () => Generator<number>;
  /** In how many blocks a key stands. */
  readonly count: (key: number) => number;
  /** Those blocks, in order, written into `out`; returns how many. *Errors*: `RangeError` for a damaged volume. */
  readonly blocksOf: (key: number, out: Uint32Array) => number;
}

export function openVolume(parts: VolumeParts): Volume {
  const { documents, bits, buckets, directory, postings } = parts;
  const blockCount = documents.reduce((sum, { blocks }) => sum + blocks, 0);
  const documentOf = new Uint32Array(blockCount);
  let next = 0;
  for (const [index, { blocks }] of documents.entries()) {
    documentOf.fill(index, next, next + blocks);
    next += blocks;
  }
  const mask = 2 ** bits - 1;
  const places = buckets && new Map(Array.from(buckets, (bucket, place) => [bucket, place]));
  const reader = new PackedReader(postings);
  /** Goes to a key's list. *Out* its length, 0 where there is none. */
  const find = (key: number): number => {
    const bucket = (key & mask) >>> 0;
    const place = places === undefined ? bucket : places.get(bucket);
    if (place === undefined) return 0;
    const rest = Math.floor(key / 2 ** bits);
    const end = directory[place + 1] ?? 0;
    reader.goTo(directory[place] ?? 0);
    while (reader.place < end) {
      const here = reader.number();
      const count = reader.number();
      const bytes = count > 1 ? reader.number() : 0;
      if (here === rest) return count;
      if (count > 1) reader.goTo(reader.place + bytes);
      else reader.number();
    }
    return 0;
  };
  return {
    documents,
    blockCount,
    documentOf,
    keys: () => keysIn(parts),
    count: find,
    blocksOf: (key, out) => {
      const count = find(key);
      let last = -1;
      for (let i = 0; i < count; i += 1) {
        last += reader.number() + 1;
        out[i] = last;
      }
      if (last >= blockCount) throw new RangeError('an index names blocks that it has not');
      return count;
    },
  };
}

function* keysIn({ bits, buckets, directory, postings }: VolumeParts): Generator<number> {
  const reader = new PackedReader(postings);
  for (let place = 0; place + 1 < directory.length; place += 1) {
    const bucket = buckets === undefined ? place : buckets[place]!;
    const end = directory[place + 1]!;
    reader.goTo(directory[place]!);
    while (reader.place < end) {
      const key = reader.number() * 2 ** bits + bucket;
      const bytes = reader.number() > 1 ? reader.number() : 0;
      if (bytes > 0) reader.goTo(reader.place + bytes);
      else reader.number();
      yield key;
    }
  }
}
