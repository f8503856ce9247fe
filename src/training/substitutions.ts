import type { Vocabulary } from './vocabulary.js';

/** A pair of sentences is near-parallel when their words overlap this much (Dice): below is another subject, above nothing is swapped. */
const MIN_OVERLAP = 0.4;
const MAX_OVERLAP = 0.92;
/** A word in more sentences than this leads to no partner. */
const MAX_POSTINGS = 60;
/** Partners looked at for one sentence. */
const MAX_PARTNERS = 12;
/** Longest replaced stretch, in words, that is taken apart. */
const MAX_BLOCK = 3;
/** A substitution must be seen this often. */
const MIN_COUNT = 3;

export interface Substitutions {
  /** Triples of word, word, strength × 255; words in ascending order within a triple. */
  readonly table: Uint16Array;
  readonly pairs: number;
}

/**
 * Learn which words stand for each other from near-parallel sentences: where two sentences agree left and right of a short
 * stretch, the stretches replace each other.
 *
 * The strength is the normalised surprise of the pair (NPMI of being exchanged), so that frequent words do not
 * substitute everything.
 */
export function learnSubstitutions(vocabulary: Vocabulary, limit: number): Substitutions {
  const counts = new Map<number, number>();
  const single = new Float64Array(vocabulary.words.length);
  let events = 0;
  let pairs = 0;
  const note = (a: number, b: number, weight: number): void => {
    if (a < 0 || b < 0 || a === b) return;
    const key = a < b ? a * 65536 + b : b * 65536 + a;
    counts.set(key, (counts.get(key) ?? 0) + weight);
    single[a]! += weight;
    single[b]! += weight;
    events += weight;
  };
  const postings = buildPostings(vocabulary);
  for (const [left, ids] of vocabulary.segmented.entries()) {
    for (const right of partners(left, ids, postings)) {
      const other = vocabulary.segmented[right]!;
      const overlap = dice(ids, other);
      if (overlap < MIN_OVERLAP || overlap > MAX_OVERLAP) continue;
      pairs += 1;
      for (const block of replacedBlocks(ids, other)) {
        const weight = 1 / (block.left.length * block.right.length);
        for (const a of block.left) for (const b of block.right) note(a, b, weight);
      }
    }
  }
  const scored: [number, number][] = [];
  for (const [key, count] of counts) {
    if (count < MIN_COUNT) continue;
    const a = Math.floor(key / 65536);
    const b = key % 65536;
    const surprise = Math.log((count * events * 2) / (single[a]! * single[b]!));
    const strength = surprise / -Math.log(count / events);
    if (strength > 0.1) scored.push([key, strength]);
  }
  scored.sort((x, y) => y[1] - x[1] || x[0] - y[0]);
  const kept = scored.slice(0, limit).sort((x, y) => x[0] - y[0]);
  const table = new Uint16Array(kept.length * 3);
  for (const [i, [key, strength]] of kept.entries()) {
    table[3 * i] = Math.floor(key / 65536);
    table[3 * i + 1] = key % 65536;
    table[3 * i + 2] = Math.round(Math.min(1, strength) * 255);
  }
  return { table, pairs };
}

function buildPostings(vocabulary: Vocabulary): Map<number, number[]> {
  const postings = new Map<number, number[]>();
  for (const [sentence, ids] of vocabulary.segmented.entries()) {
    for (const key of bigramKeys(ids)) {
      const list = postings.get(key);
      if (list === undefined) postings.set(key, [sentence]);
      else if (list.length <= MAX_POSTINGS) list.push(sentence);
    }
  }
  return postings;
}

function bigramKeys(ids: readonly number[]): Set<number> {
  const keys = new Set<number>();
  for (let at = 1; at < ids.length; at += 1)
    if (ids[at - 1]! >= 0 && ids[at]! >= 0) keys.add(ids[at - 1]! * 65536 + ids[at]!);
  return keys;
}

/** Later sentences that share the most word pairs with this one. */
function partners(
  left: number,
  ids: readonly number[],
  postings: ReadonlyMap<number, number[]>,
): number[] {
  const shared = new Map<number, number>();
  for (const key of bigramKeys(ids)) {
    const list = postings.get(key) ?? [];
    if (list.length > MAX_POSTINGS) continue;
    for (const sentence of list)
      if (sentence > left) shared.set(sentence, (shared.get(sentence) ?? 0) + 1);
  }
  return [...shared]
    .filter(([, count]) => count >= 2)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MAX_PARTNERS)
    .map(([sentence]) => sentence);
}

function dice(a: readonly number[], b: readonly number[]): number {
  const left = new Set(a);
  const right = new Set(b);
  let both = 0;
  for (const id of left) if (right.has(id)) both += 1;
  return (2 * both) / (left.size + right.size);
}

interface Block {
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** Short stretches of different words between words that agree, by longest common subsequence. */
function replacedBlocks(a: readonly number[], b: readonly number[]): Block[] {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      table[i * width + j] =
        a[i] === b[j] && a[i]! >= 0
          ? table[(i + 1) * width + j + 1]! + 1
          : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!);
  const blocks: Block[] = [];
  let left: number[] = [];
  let right: number[] = [];
  const flush = (): void => {
    if (
      left.length > 0 &&
      right.length > 0 &&
      left.length <= MAX_BLOCK &&
      right.length <= MAX_BLOCK
    )
      blocks.push({ left, right });
    left = [];
    right = [];
  };
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j] && a[i]! >= 0) {
      flush();
      i += 1;
      j += 1;
    } else if (table[(i + 1) * width + j]! >= table[i * width + j + 1]!) left.push(a[i++]!);
    else right.push(b[j++]!);
  }
  left.push(...a.slice(i));
  right.push(...b.slice(j));
  flush();
  return blocks;
}
