/**
 * Cuts long runs of Han characters before they reach the word segmenter, whose work grows with the number of ways
 * to read a run as words: ways double with every few characters, and it looks at each.
 */
import { clusterEnd } from '../text/index.js';

/** Lengths, in UTF-16 units, of the dictionary's words that begin at a place of a run; empty where none does. */
export type WordLengthsAt = (run: string, at: number) => readonly number[];

/**
 * Longest run that is not cut, in UTF-16 units: the longest of some 34,000 runs of the corpus and the fixtures has
 * 49. The segmenter also recurses once a word and copies what it has at each.
 */
export const LONGEST_RUN = 64;

/**
 * Most ways of reading a run that is not cut: of the same runs one in two hundred has more than 100 and the
 * worst has 7,488, which take 60 ms.
 */
const MOST_WAYS = 2 ** 13;

/** Most ways of reading a piece of a run that is cut: a text of nothing but the worst pieces must end too. */
const MOST_WAYS_OF_PIECE = 2 ** 6;

/** A run of this length has at most `MOST_WAYS` ways: at each place inside it a word ends or not. */
const NEVER_TOO_MANY = 14;

/**
 * A run whole where the segmenter can bear it, else pieces that put together are the run.
 *
 * Pieces end, in this order of preference, where no word of the dictionary spans the border; where the longest
 * words counted from the left and from the right both end; where the longest words counted from the left end.
 *
 * *Out*: pieces of at most `LONGEST_RUN` units, save a single cluster that is longer. *Cost*: linear.
 */
export function shortRuns(run: string, wordsAt: WordLengthsAt): readonly string[] {
  if (run.length <= NEVER_TOO_MANY) return [run];
  const words = Array.from({ length: run.length }, (_, at) => lengthsAt(run, at, wordsAt));
  if (run.length <= LONGEST_RUN && waysEnd(words, 0, run.length, MOST_WAYS) === run.length)
    return [run];
  const borders = gradeBorders(run, words);
  const pieces: string[] = [];
  for (let start = 0; start < run.length; ) {
    const end = pieceEnd(words, borders, start);
    pieces.push(run.slice(start, end));
    start = end;
  }
  return pieces;
}

/** As the segmenter has it, a character with which no word begins is a word itself. */
function lengthsAt(run: string, at: number, wordsAt: WordLengthsAt): readonly number[] {
  const found = wordsAt(run, at);
  return found.length > 0 ? found : [1];
}

type Words = readonly (readonly number[])[];

/** The first place whose next one is reached from `start` in more than `most` ways; `limit` where there is none. */
function waysEnd(words: Words, start: number, limit: number, most: number): number {
  const ways = new Float64Array(limit - start + 1);
  ways[0] = 1;
  for (let at = start; at < limit; at += 1) {
    const here = ways[at - start] ?? 0;
    for (const length of words[at] ?? []) {
      const there = at + length - start;
      ways[there] = (ways[there] ?? 0) + here;
    }
    if ((ways[at + 1 - start] ?? 0) > most) return at;
  }
  return limit;
}

/** How good a place is to cut at; 0 is inside a cluster, or of no word. */
const SAFE = 3;
const AGREED = 2;
const FROM_LEFT = 1;

function gradeBorders(run: string, words: Words): Uint8Array {
  const borders = new Uint8Array(run.length + 1);
  for (let at = 0; at < run.length; ) {
    at += Math.max(...(words[at] ?? [1]));
    if (at <= run.length) borders[at] = FROM_LEFT;
  }
  for (const at of bordersFromRight(words)) if (borders[at] === FROM_LEFT) borders[at] = AGREED;
  let reach = 0;
  words.forEach((lengths, at) => {
    if (reach <= at) borders[at] = SAFE;
    reach = Math.max(reach, at + Math.max(...lengths));
  });
  borders[run.length] = SAFE;
  return keepClusters(run, borders);
}

function bordersFromRight(words: Words): number[] {
  const longestEndingAt = new Uint32Array(words.length + 1).fill(1);
  words.forEach((lengths, at) => {
    for (const length of lengths) {
      const end = at + length;
      longestEndingAt[end] = Math.max(longestEndingAt[end] ?? 1, length);
    }
  });
  const borders: number[] = [];
  for (let at = words.length; at > 0; at -= longestEndingAt[at] ?? 1) borders.push(at);
  return borders;
}

function keepClusters(run: string, borders: Uint8Array): Uint8Array {
  for (let start = 0; start < run.length; ) {
    const end = clusterEnd(run, start);
    borders.fill(0, start + 1, end);
    start = end;
  }
  return borders;
}

/** Where the piece that begins at `start` ends: the furthest border of the best grade that is near and light enough. */
function pieceEnd(words: Words, borders: Uint8Array, start: number): number {
  const limit = Math.min(words.length, start + LONGEST_RUN);
  const far = waysEnd(words, start, limit, MOST_WAYS_OF_PIECE);
  for (const grade of [SAFE, AGREED, FROM_LEFT]) {
    for (let at = far; at > start; at -= 1) if ((borders[at] ?? 0) >= grade) return at;
  }
  // One word or one cluster that alone is too much: it is not divided.
  let at = start + 1;
  while (at < words.length && borders[at] === 0) at += 1;
  return at;
}
