import { findRange, type SuffixArray } from '../shared/suffix-array.js';
import { LONGEST_PHRASE, type PhraseText, SEPARATOR } from './text.js';

export interface RepeatOptions {
  /** Least number of occurrences; default 3. */
  readonly minFrequency?: number;
  /** Least number of characters; default 4, the length of 一主引领. */
  readonly minLength?: number;
}

/** A string that occurs again and again, and cannot be made longer without losing occurrences. */
export interface Repeat {
  readonly text: string;
  readonly frequency: number;
  readonly cohesion: number;
  readonly entropy: number;
}

/** Bits. Below 4 the weakest joint of a string is no stronger than that of 我省经济 (chance neighbours of frequent words). */
const MIN_COHESION = 4;
/** Bits. Three different neighbours in equal parts make 1.58; less means that the string is a part of longer ones. */
const MIN_ENTROPY = 1.5;

/**
 * Maximal repeated strings that hold together inside and stand free outside.
 *
 * Right-maximal repeats are the internal nodes of the suffix tree, read off the suffix and LCP arrays with a
 * stack (Abouelhoda et al. 2004). Kept are those with
 * cohesion = min over splits ab of log2(p(ab) / p(a)p(b)) and entropy = min of the entropies of the
 * characters before and after (Feng et al. 2004, accessor variety; a mark counts as a different character each time).
 *
 * *Cost*: linear in the text for phrases of bounded length, and |s|² log n for each string that is kept.
 */
export function findRepeats(text: PhraseText, options: RepeatOptions = {}): Repeat[] {
  const { minFrequency = 3, minLength = 4 } = options;
  const { array } = text;
  const frequency = frequencies(array);
  const letters = array.codes.reduce((sum, code) => (code < SEPARATOR ? sum + 1 : sum), 0);
  const found: Repeat[] = [];
  for (const node of repeatNodes(array.lcp)) {
    const size = node.end - node.start;
    if (size < minFrequency || node.length < minLength || node.length >= LONGEST_PHRASE) continue;
    const entropy = Math.min(leftEntropy(array, node), rightEntropy(array, node));
    if (entropy < MIN_ENTROPY) continue;
    const start = array.order[node.start]!;
    const codes = array.codes.subarray(start, start + node.length);
    const cohesion = weakestJoint(codes, size, letters, frequency);
    if (cohesion >= MIN_COHESION)
      found.push({ text: String.fromCharCode(...codes), frequency: size, cohesion, entropy });
  }
  return found;
}

interface Node {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

/** Intervals of suffixes that share a prefix longer than their neighbours do. */
function* repeatNodes(lcp: Int32Array): Generator<Node> {
  const open: { start: number; length: number }[] = [];
  for (let i = 1; i <= lcp.length; i += 1) {
    const length = i < lcp.length ? lcp[i]! : 0;
    let start = i - 1;
    for (let top = open.at(-1); top !== undefined && top.length > length; top = open.at(-1)) {
      open.pop();
      start = top.start;
      yield { start, end: i, length: top.length };
    }
    if (length > 0 && (open.at(-1)?.length ?? 0) < length) open.push({ start, length });
  }
}

function leftEntropy({ codes, order }: SuffixArray, { start, end }: Node): number {
  const counts = new Map<number, number>();
  for (let i = start; i < end; i += 1) {
    const at = order[i]!;
    const code = at === 0 ? -1 : codes[at - 1]!;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return entropyOf(counts, end - start);
}

function rightEntropy({ codes, order }: SuffixArray, { start, end, length }: Node): number {
  const counts = new Map<number, number>();
  for (let i = start; i < end; i += 1) {
    const code = codes[order[i]! + length] ?? -1;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return entropyOf(counts, end - start);
}

function entropyOf(counts: ReadonlyMap<number, number>, total: number): number {
  let bits = 0;
  for (const count of counts.values()) bits -= (count / total) * Math.log2(count / total);
  return bits;
}

type Frequency = (codes: Int32Array) => number;

/** Number of occurrences of any string, remembered. */
function frequencies(array: SuffixArray): Frequency {
  const known = new Map<string, number>();
  return (codes) => {
    const key = String.fromCharCode(...codes);
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const [start, end] = findRange(array, codes);
    known.set(key, end - start);
    return end - start;
  };
}

function weakestJoint(
  codes: Int32Array,
  size: number,
  total: number,
  frequency: Frequency,
): number {
  let weakest = Number.POSITIVE_INFINITY;
  for (let cut = 1; cut < codes.length; cut += 1) {
    const parts = frequency(codes.subarray(0, cut)) * frequency(codes.subarray(cut));
    weakest = Math.min(weakest, Math.log2((size * total) / parts));
  }
  return weakest;
}
