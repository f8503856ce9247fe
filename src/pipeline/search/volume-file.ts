/** Volumes as bytes. */
import { crc32 } from 'node:zlib';
import type { IndexedDocument, VolumeParts } from '../../search/index.js';

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

/** *Out* absent for bytes that are damaged or of another layout. */
export function readVolume(bytes: Uint8Array): VolumeParts | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = file.indexOf(10);
  const head = file.toString('utf8', 0, Math.max(0, end));
  if (!head.startsWith(`${MAGIC} `)) return undefined;
  try {
    const { check, ...sizes } = JSON.parse(head.slice(MAGIC.length)) as Sizes;
    const { bits, table, directory, postings } = sizes;
    const from = end + 1;
    if (file.length !== from + table + directory + postings) return undefined;
    if (crc32(file.subarray(from), checkOf(sizes)) !== check) return undefined;
    const at = from + table;
    return {
      documents: JSON.parse(file.toString('utf8', from, at)) as IndexedDocument[],
      bits,
      directory: wordsOf(file.subarray(at, at + directory)),
      postings: file.subarray(at + directory),
    };
  } catch {
    return undefined;
  }
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
function wordsOf(bytes: Buffer): Uint32Array {
  if (bytes.byteOffset % 4 === 0)
    return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  return new Uint32Array(Uint8Array.from(bytes).buffer);
}
