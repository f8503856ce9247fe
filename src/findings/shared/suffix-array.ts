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
  for (let code = 0; code < largest; code += 1) starts[code + 1]! += starts[code]!;
  const order = new Int32Array(codes.length);
  for (let i = 0; i < codes.length; i += 1) order[starts[codes[i]!]!++] = i;
  const rank = new Int32Array(codes.length);
  let current = 0;
  for (let i = 1; i < order.length; i += 1) {
    if (codes[order[i]!] !== codes[order[i - 1]!]) current += 1;
    rank[order[i]!] = current;
  }
  return { order, rank };
}

/** Order by twice the width; gives the number of distinct prefixes. */
function refine(order: Int32Array, rank: Int32Array, width: number): number {
  const n = order.length;
  const bySecond = new Int32Array(n);
  let at = 0;
  for (let i = Math.max(0, n - width); i < n; i += 1) bySecond[at++] = i;
  for (let i = 0; i < n; i += 1) if (order[i]! >= width) bySecond[at++] = order[i]! - width;
  const counts = new Int32Array(n + 1);
  for (let i = 0; i < n; i += 1) counts[rank[i]! + 1]! += 1;
  for (let i = 0; i < n; i += 1) counts[i + 1]! += counts[i]!;
  for (let i = 0; i < n; i += 1) {
    const suffix = bySecond[i]!;
    order[counts[rank[suffix]!]!++] = suffix;
  }
  return rerank(order, rank, width);
}

function rerank(order: Int32Array, rank: Int32Array, width: number): number {
  const next = new Int32Array(order.length);
  const second = (suffix: number) => (suffix + width < rank.length ? rank[suffix + width]! : -1);
  let current = 0;
  for (let i = 1; i < order.length; i += 1) {
    const [a, b] = [order[i - 1]!, order[i]!];
    if (rank[a] !== rank[b] || second(a) !== second(b)) current += 1;
    next[b] = current;
  }
  rank.set(next);
  return current + 1;
}

function commonPrefixes(codes: Int32Array, order: Int32Array, depth: number): Int32Array {
  const place = new Int32Array(codes.length);
  for (let i = 0; i < order.length; i += 1) place[order[i]!] = i;
  const lcp = new Int32Array(codes.length);
  let length = 0;
  for (let suffix = 0; suffix < codes.length; suffix += 1) {
    const i = place[suffix]!;
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
    const code = start + i < codes.length ? codes[start + i]! : -1;
    if (code !== pattern[i]) return code < pattern[i]! ? -1 : 1;
  }
  return 0;
}
