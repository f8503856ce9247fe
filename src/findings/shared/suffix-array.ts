import { runningSums } from '../../text/index.js';

/** A text of integers with its suffixes in order. */
export interface SuffixArray {
  readonly codes: Int32Array;
  /** Starts of the suffixes, ordered by their first `depth` codes. */
  readonly order: Int32Array;
  /** Length of the common prefix with the suffix before, at most `depth`. */
  readonly lcp: Int32Array;
}

/**
 * Suffixes of a text, ordered by their first `depth` codes (Manber and Myers 1993: prefix doubling with
 * counting sorts, ended as soon as `depth` is reached; common prefixes by Kasai et al. 2001).
 *
 * *Cost*: linear in the text for a fixed depth: log2(depth) passes.
 */
export function suffixArray(codes: Int32Array, depth: number): SuffixArray {
  const { order, rank } = firstOrder(codes);
  for (let width = 1; width < depth; width *= 2) {
    if (refine(order, rank, width) === codes.length) break;
  }
  return { codes, order, lcp: commonPrefixes(codes, order, depth) };
}

function firstOrder(codes: Int32Array): { order: Int32Array; rank: Int32Array } {
  const largest = codes.reduce((max, code) => Math.max(max, code), 0);
  const starts = new Int32Array(largest + 2);
  for (const code of codes) starts[code + 1]! += 1;
  runningSums(starts);
  const order = new Int32Array(codes.length);
  let at = 0;
  for (const code of codes) order[starts[code]!++] = at++;
  const rank = new Int32Array(codes.length);
  let current = -1;
  let before: number | undefined;
  for (const suffix of order) {
    const code = codes[suffix];
    if (code !== before) current += 1;
    rank[suffix] = current;
    before = code;
  }
  return { order, rank };
}

/** Order by twice the width; gives the number of distinct prefixes. */
function refine(order: Int32Array, rank: Int32Array, width: number): number {
  const n = order.length;
  const bySecond = new Int32Array(n);
  let at = 0;
  for (let i = Math.max(0, n - width); i < n; i += 1) bySecond[at++] = i;
  for (const suffix of order) if (suffix >= width) bySecond[at++] = suffix - width;
  const counts = new Int32Array(n + 1);
  for (const place of rank) counts[place + 1]! += 1;
  runningSums(counts);
  for (const suffix of bySecond) order[counts[rank[suffix]!]!++] = suffix;
  return rerank(order, rank, width);
}

function rerank(order: Int32Array, rank: Int32Array, width: number): number {
  const next = new Int32Array(order.length);
  const second = (suffix: number) => (suffix + width < rank.length ? rank[suffix + width]! : -1);
  let current = 0;
  let before = order[0] ?? 0;
  for (const suffix of order) {
    if (rank[suffix] !== rank[before] || second(suffix) !== second(before)) current += 1;
    next[suffix] = current;
    before = suffix;
  }
  rank.set(next);
  return current + 1;
}

function commonPrefixes(codes: Int32Array, order: Int32Array, depth: number): Int32Array {
  const place = new Int32Array(codes.length);
  let at = 0;
  for (const suffix of order) place[suffix] = at++;
  const lcp = new Int32Array(codes.length);
  let length = 0;
  let suffix = -1;
  for (const i of place) {
    suffix += 1;
    if (i === 0) {
      length = 0;
      continue;
    }
    const other = order[i - 1]!;
    while (
      length < depth &&
      suffix + length < codes.length &&
      other + length < codes.length &&
      codes[suffix + length] === codes[other + length]
    )
      length += 1;
    lcp[i] = length;
    length = Math.max(0, length - 1);
  }
  return lcp;
}

/** Positions in `order` of the suffixes that begin with `pattern`: `[start, end)`. *Cost*: |pattern| · log n. */
export function findRange(
  array: SuffixArray,
  pattern: ArrayLike<number>,
): readonly [start: number, end: number] {
  return [bound(array, pattern, false), bound(array, pattern, true)];
}

function bound({ codes, order }: SuffixArray, pattern: ArrayLike<number>, after: boolean): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const sign = comparePrefix(codes, order[middle]!, pattern);
    if (sign < 0 || (after && sign === 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function comparePrefix(codes: Int32Array, start: number, pattern: ArrayLike<number>): number {
  for (let i = 0; i < pattern.length; i += 1) {
    const code = codes[start + i] ?? -1;
    const wanted = pattern[i]!;
    if (code !== wanted) return code < wanted ? -1 : 1;
  }
  return 0;
}
