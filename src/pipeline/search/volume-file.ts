/** Volumes as bytes. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { distinctKeys, type IndexedDocument, type VolumeParts } from '../../search/index.js';

/** First bytes of every file; the digit is the version of its layout and of what keys are. */
const MAGIC = 'duibiao-index/1';

/** `MAGIC`, check sum and sizes in one line of JSON, the documents in another, then the directory and the postings. */
export function writeVolume({ documents, bits, directory, postings }: VolumeParts): Uint8Array {
  const table = Buffer.from(`${JSON.stringify(documents)}\n`);
  const pointers = Buffer.from(directory.buffer, directory.byteOffset, directory.byteLength);
  const sizes = {
    bits,
    table: table.length,
    directory: pointers.length,
    postings: postings.length,
  };
  const check = crc32(postings, crc32(pointers, crc32(table, checkOf(sizes))));
  const head = `${MAGIC} ${JSON.stringify({ check, ...sizes })}`;
  // Numbers of four bytes begin at a multiple of four.
  const padding = ' '.repeat(3 - ((Buffer.byteLength(head) + table.length) % 4));
  return Buffer.concat([Buffer.from(`${head}${padding}\n`), table, pointers, postings]);
}

/** *Out* absent for bytes that are damaged or of another layout. *Errors*: those of the file system. */
export function readVolume(path: string): VolumeParts | undefined {
  return withFile(path, (file) => {
    const { bits, table, directory, postings } = file.sizes;
    const at = file.from + table;
    // From the beginning, so that the directory's numbers lie as they do in the file.
    const bytes = file.read(new Uint8Array(at + directory + postings), 0);
    if (crc32(bytes.subarray(file.from), file.check) !== file.expected) return undefined;
    return {
      documents: documentsIn(bytes.subarray(file.from, at)),
      bits,
      directory: wordsOf(bytes.subarray(at, at + directory)),
      postings: bytes.subarray(at + directory),
    };
  });
}

/** Read at once: more would be memory that the system has to find first, which takes longer than reading it. */
const PIECE = 1 << 18;

/**
 * The same with the lists of some keys alone; all of it is read and checked, piece by piece.
 *
 * *Cost* memory for the documents and those lists; a third of the time of `readVolume` for the 10,000 keys of a statute.
 */
export function readVolumePart(path: string, keys: Uint32Array): VolumeParts | undefined {
  return withFile(path, (file) => {
    const { bits, table, directory, postings } = file.sizes;
    const head = file.read(new Uint8Array(table), file.from);
    const buckets = distinctBuckets(keys, bits);
    const at = file.from + table;
    const places = placesOf(file, { at, length: directory }, buckets, crc32(head, file.check));
    const part = listsOf(file, { at: at + directory, length: postings }, places);
    if (part === undefined || part.check !== file.expected) return undefined;
    const { directory: own, postings: lists } = part;
    return { documents: documentsIn(head), bits, buckets, directory: own, postings: lists };
  });
}

interface OpenFile {
  readonly sizes: Omit<Sizes, 'check'>;
  /** Where the table begins. */
  readonly from: number;
  /** Check sum of the sizes, and of all. */
  readonly check: number;
  readonly expected: number;
  /** Fills the bytes from a place of the file on. *Errors*: `RangeError` where it is shorter. */
  readonly read: (into: Uint8Array, from: number) => Uint8Array;
}

/** *Out* absent for a file of another layout or length, and where `use` finds damage. */
function withFile(
  path: string,
  use: (file: OpenFile) => VolumeParts | undefined,
): VolumeParts | undefined {
  const number = openSync(path, 'r');
  try {
    const read = (into: Uint8Array, from: number): Uint8Array => {
      for (let done = 0; done < into.length; ) {
        const count = readSync(number, into, done, into.length - done, from + done);
        if (count === 0) throw new RangeError('the file is shorter than it says');
        done += count;
      }
      return into;
    };
    const { size } = fstatSync(number);
    const head = Buffer.from(read(new Uint8Array(Math.min(size, LONGEST_HEAD)), 0));
    const end = head.indexOf(10);
    const line = head.toString('utf8', 0, Math.max(0, end));
    if (!line.startsWith(`${MAGIC} `)) return undefined;
    const { check: expected, ...sizes } = JSON.parse(line.slice(MAGIC.length)) as Sizes;
    const from = end + 1;
    if (size !== from + sizes.table + sizes.directory + sizes.postings) return undefined;
    return use({ sizes, from, check: checkOf(sizes), expected, read });
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError) return undefined;
    throw error;
  } finally {
    closeSync(number);
  }
}

/** `MAGIC`, four sizes and a check sum. */
const LONGEST_HEAD = 256;

interface Stretch {
  readonly at: number;
  readonly length: number;
}

/** Pieces of a stretch in order, each in the same memory, and the check sum up to its end. */
function* piecesOf(
  file: OpenFile,
  { at, length }: Stretch,
  before: number,
): Generator<{ readonly piece: Uint8Array; readonly from: number; readonly check: number }> {
  const memory = new Uint8Array(Math.min(PIECE, length));
  let check = before;
  for (let from = 0; from < length; from += PIECE) {
    const piece = file.read(memory.subarray(0, Math.min(PIECE, length - from)), at + from);
    check = crc32(piece, check);
    yield { piece, from, check };
  }
}

interface Places {
  /** Where each bucket's lists begin and end. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly check: number;
}

function placesOf(file: OpenFile, stretch: Stretch, buckets: Uint32Array, before: number): Places {
  const starts = new Uint32Array(buckets.length);
  const ends = new Uint32Array(buckets.length);
  let [start, end, check] = [0, 0, before];
  for (const next of piecesOf(file, stretch, before)) {
    check = next.check;
    const words = wordsOf(next.piece);
    const first = next.from / 4;
    const last = first + words.length;
    for (; start < buckets.length && buckets[start]! < last; start += 1)
      starts[start] = words[buckets[start]! - first]!;
    for (; end < buckets.length && buckets[end]! + 1 < last; end += 1)
      ends[end] = words[buckets[end]! + 1 - first]!;
  }
  return { starts, ends, check };
}

/** *Out* absent where the places cannot be right. */
function listsOf(
  file: OpenFile,
  stretch: Stretch,
  { starts, ends, check: before }: Places,
): (Pick<VolumeParts, 'directory' | 'postings'> & { readonly check: number }) | undefined {
  const directory = new Uint32Array(starts.length + 1);
  for (let i = 0; i < starts.length; i += 1) {
    const begins = i === 0 ? 0 : ends[i - 1]!;
    if (starts[i]! < begins || ends[i]! < starts[i]! || ends[i]! > stretch.length) return undefined;
    directory[i + 1] = directory[i]! + ends[i]! - starts[i]!;
  }
  const postings = new Uint8Array(directory[starts.length]!);
  let [first, check] = [0, before];
  for (const { piece, from, check: own } of piecesOf(file, stretch, before)) {
    check = own;
    const to = from + piece.length;
    for (let i = first; i < starts.length && starts[i]! < to; i += 1) {
      const [begins, stops] = [Math.max(starts[i]!, from), Math.min(ends[i]!, to)];
      if (begins < stops)
        postings.set(
          piece.subarray(begins - from, stops - from),
          directory[i]! + begins - starts[i]!,
        );
      // What reaches beyond this piece goes on in the next.
      if (ends[i]! <= to) first = i + 1;
    }
  }
  return { directory, postings, check };
}

function distinctBuckets(keys: Uint32Array, bits: number): Uint32Array {
  const mask = 2 ** bits - 1;
  return distinctKeys(keys.map((key) => (key & mask) >>> 0));
}

function documentsIn(table: Uint8Array): IndexedDocument[] {
  return JSON.parse(new TextDecoder().decode(table)) as IndexedDocument[];
}

/** Where the parts begin is as good as what is in them. */
function checkOf(sizes: Omit<Sizes, 'check'>): number {
  return crc32(JSON.stringify(sizes));
}

interface Sizes {
  readonly check: number;
  readonly bits: number;
  readonly table: number;
  readonly directory: number;
  readonly postings: number;
}

/** Numbers of four bytes, little-endian as every machine that Node runs on writes them. */
function wordsOf(bytes: Uint8Array): Uint32Array {
  if (bytes.byteOffset % 4 === 0)
    return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  return new Uint32Array(Uint8Array.from(bytes).buffer);
}
