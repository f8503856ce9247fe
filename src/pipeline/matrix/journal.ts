/** Results kept as they come: what a killed run has found, the next one need not find again. */
import {
  closeSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { itemAt } from '../../text/index.js';
import { beginningOf, checkedLine, isWhole } from './checked-line.js';
import type { Paper } from './collection.js';
import type { PairCodes } from './pairs.js';
import type { PairResult } from './paper-work.js';

/** One line: what two texts came to under one engine. */
interface Kept extends PairResult {
  readonly up: string;
  readonly down: string;
}

/** The results of a run's pairs, each once. */
export interface Journal {
  readonly has: (code: number) => boolean;
  readonly done: () => number;
  /** *Out* false where there was one already: it stays. */
  readonly add: (code: number, result: PairResult) => boolean;
  readonly read: (code: number) => PairResult | undefined;
  readonly close: () => void;
}

const NONE = -1;
/** Seconds of work that a failure of the machine itself may cost; a killed program loses nothing that is written. */
const SYNC_MS = 2000;
const CHUNK = 1 << 20;
const LINE_FEED = 10;

/**
 * *In* a folder that no other run writes to; results of other texts and damaged lines in it are passed over, a last line cut
 * short is cut off.
 * *Cost*: sixteen bytes of memory a pair.
 */
export function openJournal(folder: string, papers: readonly Paper[], codes: PairCodes): Journal {
  const file = openSync(join(folder, 'results.ndjson'), 'a+');
  const offsets = new Float64Array(codes.length).fill(NONE);
  const lengths = new Uint32Array(codes.length);
  const keys = new Map(papers.map(({ key }, index) => [key, index]));
  const state = { end: 0, done: 0, synced: performance.now() };
  const keep = (code: number, start: number, length: number): boolean => {
    const at = indexOf(codes, code);
    if (at < 0 || itemAt(offsets, at) !== NONE) return false;
    offsets[at] = start;
    lengths[at] = length;
    state.done += 1;
    return true;
  };
  for (const { line, start } of linesOf(file)) {
    const code = isWhole(line) ? codeOf(line, keys, papers.length) : undefined;
    if (code !== undefined) keep(code, start, line.length);
    state.end = start + line.length + 1;
  }
  // What a killed run was writing.
  if (statSync(join(folder, 'results.ndjson')).size > state.end) ftruncateSync(file, state.end);
  return {
    has: (code) => (offsets[indexOf(codes, code)] ?? NONE) !== NONE,
    done: () => state.done,
    add: (code, result) => {
      const [up, down] = [Math.floor(code / papers.length), code % papers.length];
      const kept: Kept = { up: itemAt(papers, up).key, down: itemAt(papers, down).key, ...result };
      const line = checkedLine(kept);
      if (!keep(code, state.end, line.length - 1)) return false;
      writeAll(file, line);
      state.end += line.length;
      if (performance.now() - state.synced > SYNC_MS) {
        fsyncSync(file);
        state.synced = performance.now();
      }
      return true;
    },
    read: (code) => {
      const at = indexOf(codes, code);
      const start = offsets[at] ?? NONE;
      if (start === NONE) return undefined;
      const buffer = Buffer.alloc(itemAt(lengths, at));
      readSync(file, buffer, 0, buffer.length, start);
      return JSON.parse(buffer.toString('utf8')) as Kept;
    },
    close: () => closeSync(file),
  };
}

function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/** Where a code stands in the ascending list; −1 where it does not. */
function indexOf(codes: PairCodes, code: number): number {
  let [low, high] = [0, codes.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = itemAt(codes, middle);
    if (value === code) return middle;
    if (value < code) low = middle + 1;
    else high = middle - 1;
  }
  return NONE;
}

function codeOf(
  line: Buffer,
  keys: ReadonlyMap<string, number>,
  papers: number,
): number | undefined {
  const [, above = '', below = ''] =
    /^\{"up":"([^"]*)","down":"([^"]*)"/.exec(beginningOf(line, 100)) ?? [];
  const [up, down] = [keys.get(above), keys.get(below)];
  return up === undefined || down === undefined ? undefined : up * papers + down;
}

/** Whole lines with their places; a last one without a line feed is none. */
function* linesOf(file: number): Generator<{ line: Buffer; start: number }> {
  const buffer = Buffer.alloc(CHUNK);
  let rest: Buffer = Buffer.alloc(0);
  let start = 0;
  for (let at = 0; ; ) {
    const count = readSync(file, buffer, 0, CHUNK, at);
    if (count === 0) return;
    at += count;
    let bytes = Buffer.concat([rest, buffer.subarray(0, count)]);
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED)) {
      yield { line: bytes.subarray(0, end), start };
      start += end + 1;
      bytes = bytes.subarray(end + 1);
    }
    rest = Buffer.from(bytes);
  }
}
