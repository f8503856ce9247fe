import { type Background, substitutionStrength } from './background.js';
import type { Candidate } from './candidates.js';
import type { PreparedClause, PreparedPair, PreparedSentence } from './prepare.js';

/** Names of a pair's own components, in the order of `measurePair`'s row. */
export const PAIR_COMPONENTS = [
  'cosine',
  'held-downstream',
  'held-upstream',
  'soft-downstream',
  'soft-upstream',
  'best-clause',
  'clauses-downstream',
  'clauses-upstream',
  'meaning',
  'best-clause-meaning',
  'rarest',
  'longest',
  'length-ratio',
  'shorter-length',
  'both-headings',
  'one-heading',
  'numbers',
] as const;

/** Similarity of words below this is chance. */
const MIN_SOFT = 0.55;
/** A related word counts for at most this share of the same word. */
const SOFT_SHARE = 0.8;

/** Looks up how alike two words of the pair are, and remembers. */
export interface WordSimilarity {
  readonly of: (a: number, b: number) => number;
}

export function createWordSimilarity(pair: PreparedPair, background: Background): WordSimilarity {
  const size = pair.wordIds.length;
  const seen = new Map<number, number>();
  const { dimensions, vectors, vectorScales } = background;
  const compute = (a: number, b: number): number => {
    const left = pair.wordIds[a]!;
    const right = pair.wordIds[b]!;
    if (left < 0 || right < 0) return 0;
    let dot = 0;
    const from = left * dimensions;
    const to = right * dimensions;
    for (let k = 0; k < dimensions; k += 1) dot += vectors[from + k]! * vectors[to + k]!;
    const cosine = dot * vectorScales[left]! * vectorScales[right]!;
    const soft = cosine > MIN_SOFT ? ((cosine - MIN_SOFT) / (1 - MIN_SOFT)) * SOFT_SHARE : 0;
    const learned = substitutionStrength(background, left, right);
    return Math.max(soft, learned * SOFT_SHARE);
  };
  return {
    of: (a, b) => {
      if (a === b) return 1;
      const key = a < b ? a * size + b : b * size + a;
      let value = seen.get(key);
      if (value === undefined) {
        value = compute(a, b);
        seen.set(key, value);
      }
      return value;
    },
  };
}

/** Measure one pair of sentences by itself. *Out* a row in the order of `PAIR_COMPONENTS`. */
export function measurePair(
  pair: PreparedPair,
  up: PreparedSentence,
  down: PreparedSentence,
  similarity: WordSimilarity,
): number[] {
  const shared = sharedGrams(pair, up, down);
  const soft = softMatch(pair, up, down, similarity);
  const clauses = clauseMatch(pair, up, down);
  const shorter = Math.min(up.neutral.text.length, down.neutral.text.length);
  const longer = Math.max(up.neutral.text.length, down.neutral.text.length);
  return [
    up.gramLength * down.gramLength > 0 ? shared.square / (up.gramLength * down.gramLength) : 0,
    down.gramWeight > 0 ? shared.weight / down.gramWeight : 0,
    up.gramWeight > 0 ? shared.weight / up.gramWeight : 0,
    soft.downstream,
    soft.upstream,
    clauses.best,
    clauses.downstream,
    clauses.upstream,
    dot(up.vector, down.vector),
    clauses.meaning,
    shared.rarest,
    Math.log1p(longestShared(up.neutral.text, down.neutral.text)),
    longer > 0 ? shorter / longer : 1,
    Math.log1p(shorter),
    up.unit.heading && down.unit.heading ? 1 : 0,
    up.unit.heading !== down.unit.heading ? 1 : 0,
    numberMatch(up.numbers, down.numbers),
  ];
}

interface Shared {
  readonly weight: number;
  readonly square: number;
  /** Information of the rarest bigram or trigram both hold, 0 where none. */
  readonly rarest: number;
}

function sharedGrams(
  pair: PreparedPair,
  up: { grams: Int32Array },
  down: { grams: Int32Array },
): Shared {
  let weight = 0;
  let square = 0;
  let rarest = 0;
  let i = 0;
  let j = 0;
  while (i < up.grams.length && j < down.grams.length) {
    const a = up.grams[i]!;
    const b = down.grams[j]!;
    if (a === b) {
      const w = pair.gramWeights[a]!;
      weight += w;
      square += w * w;
      if (pair.gramOrder[a]! > 1) rarest = Math.max(rarest, w);
      i += 1;
      j += 1;
    } else if (a < b) i += 1;
    else j += 1;
  }
  return { weight, square, rarest };
}

/** Share of each side's words, by information, that the other side holds or has a near word for. */
function softMatch(
  pair: PreparedPair,
  up: PreparedSentence,
  down: PreparedSentence,
  similarity: WordSimilarity,
): { upstream: number; downstream: number } {
  const bestUp = new Float32Array(up.words.length);
  let held = 0;
  for (const a of down.words) {
    let best = 0;
    for (let i = 0; i < up.words.length; i += 1) {
      const value = similarity.of(a, up.words[i]!);
      if (value > best) best = value;
      if (value > bestUp[i]!) bestUp[i] = value;
    }
    held += best * pair.wordWeights[a]!;
  }
  let heldUp = 0;
  for (let i = 0; i < up.words.length; i += 1)
    heldUp += bestUp[i]! * pair.wordWeights[up.words[i]!]!;
  return {
    downstream: down.wordWeight > 0 ? held / down.wordWeight : 0,
    upstream: up.wordWeight > 0 ? heldUp / up.wordWeight : 0,
  };
}

interface ClauseMatch {
  readonly best: number;
  readonly downstream: number;
  readonly upstream: number;
  readonly meaning: number;
}

/** Best pair of clauses, and how well each side's clauses are met on average (by information). */
function clauseMatch(
  pair: PreparedPair,
  up: PreparedSentence,
  down: PreparedSentence,
): ClauseMatch {
  let best = 0;
  let meaning = 0;
  const bestUp = new Float32Array(up.clauses.length);
  let sumDown = 0;
  let weightDown = 0;
  for (const clause of down.clauses) {
    let here = 0;
    for (const [i, other] of up.clauses.entries()) {
      const near = dot(clause.vector, other.vector);
      const value = 0.5 * clauseOverlap(pair, clause, other) + 0.5 * Math.max(0, near);
      here = Math.max(here, value);
      bestUp[i] = Math.max(bestUp[i]!, value);
      meaning = Math.max(meaning, near);
    }
    best = Math.max(best, here);
    sumDown += here * clause.weight;
    weightDown += clause.weight;
  }
  let sumUp = 0;
  let weightUp = 0;
  for (const [i, clause] of up.clauses.entries()) {
    sumUp += bestUp[i]! * clause.weight;
    weightUp += clause.weight;
  }
  return {
    best,
    downstream: weightDown > 0 ? sumDown / weightDown : 0,
    upstream: weightUp > 0 ? sumUp / weightUp : 0,
    meaning,
  };
}

/** Dice of two clauses' grams by weight. */
function clauseOverlap(pair: PreparedPair, a: PreparedClause, b: PreparedClause): number {
  const both = sharedGrams(pair, a, b).weight;
  if (both === 0) return 0;
  const sum = weightOf(pair, a.grams) + weightOf(pair, b.grams);
  return sum > 0 ? (2 * both) / sum : 0;
}

function weightOf(pair: PreparedPair, grams: Int32Array): number {
  let total = 0;
  for (const gram of grams) total += pair.gramWeights[gram]!;
  return total;
}

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}

/** Length of the longest common substring, gaps included. */
function longestShared(a: string, b: string): number {
  let longest = 0;
  let previous = new Uint16Array(b.length + 1);
  let current = new Uint16Array(b.length + 1);
  for (let i = 0; i < a.length; i += 1) {
    const unit = a.charCodeAt(i);
    for (let j = 0; j < b.length; j += 1) {
      const length = unit === b.charCodeAt(j) ? previous[j]! + 1 : 0;
      current[j + 1] = length;
      if (length > longest) longest = length;
    }
    [previous, current] = [current, previous];
  }
  return longest;
}

/** +1 where numbers agree, −1 where both have numbers and none agrees, 0 where one has none. */
function numberMatch(up: readonly string[], down: readonly string[]): number {
  if (up.length === 0 || down.length === 0) return 0;
  const shared = down.filter((number) => up.includes(number)).length;
  return shared === 0 ? -1 : shared / Math.max(up.length, down.length);
}

export type { Candidate };
