import type { Candidate } from './candidates.js';
import type { PreparedPair, PreparedSentence } from './prepare.js';

/** Names of a pair's own components, in the order of `MeasuredWording.row`. */
export const PAIR_COMPONENTS = [
  'held-downstream',
  'clause-information',
  'meaning',
  'rarest',
  'length-ratio',
  'shorter-length',
  'both-headings',
  'one-heading',
] as const;

/** A pair of sentences measured by itself. */
export interface MeasuredWording {
  readonly up: number;
  readonly down: number;
  readonly row: readonly number[];
  /** A plain mean of the usual measures, by which rivals are compared before anything is fitted. */
  readonly likeness: number;
  /** For each clause of either side, how well its best clause of the other side meets it (0..1). */
  readonly downClauses: Float32Array;
  readonly upClauses: Float32Array;
}

/** Half of a clause's likeness is shared wording, half the angle of the vectors: neither alone finds both kinds of partner. */
const WORDING_SHARE = 0.5;

/**
 * Measure candidate pairs by themselves.
 *
 * *In* candidates in downstream order. *Out* in the same order.
 * *Cost* grams of the upstream sentence + clauses × clauses × dimensions for each pair: the grams of a downstream sentence
 * are marked once for all its partners.
 */
export function measureWording(
  pair: PreparedPair,
  candidates: readonly Candidate[],
): MeasuredWording[] {
  const marks = new Int32Array(pair.gramWeights.length);
  const out: MeasuredWording[] = [];
  let marked: PreparedSentence | undefined;
  for (const candidate of candidates) {
    const down = pair.downstream.sentences[candidate.down]!;
    if (marked !== down) {
      if (marked !== undefined) unmark(marked, marks);
      mark(down, marks);
      marked = down;
    }
    const up = pair.upstream.sentences[candidate.up]!;
    out.push(measureOne(pair, up, down, marks));
  }
  return out;
}

/** Marks hold which clauses of the sentence have the gram, one bit a clause; later clauses share the last bit. */
const MAX_CLAUSES = 24;

function clauseBit(clause: number): number {
  return 1 << Math.min(clause, MAX_CLAUSES - 1);
}

function mark(sentence: PreparedSentence, marks: Int32Array): void {
  for (const [i, clause] of sentence.clauses.entries())
    for (const gram of clause.grams) marks[gram]! |= clauseBit(i);
}

function unmark(sentence: PreparedSentence, marks: Int32Array): void {
  for (const gram of sentence.grams) marks[gram] = 0;
}

function measureOne(
  pair: PreparedPair,
  up: PreparedSentence,
  down: PreparedSentence,
  marks: Int32Array,
): MeasuredWording {
  const shared = sharedGrams(pair, up, marks);
  const clauses = matchClauses(pair, up, down, marks);
  const upLength = up.neutral.text.length;
  const downLength = down.neutral.text.length;
  const shorter = Math.min(upLength, downLength);
  const lengths = up.gramLength * down.gramLength;
  const cosine = lengths > 0 ? shared.square / lengths : 0;
  const heldDown = down.gramWeight > 0 ? shared.weight / down.gramWeight : 0;
  const heldUp = up.gramWeight > 0 ? shared.weight / up.gramWeight : 0;
  const meaning = dot(up.vector, down.vector);
  const row = [
    heldDown,
    Math.log1p(clauses.information),
    meaning,
    shared.rarest,
    shorter / Math.max(1, upLength, downLength),
    Math.log1p(shorter),
    up.unit.heading && down.unit.heading ? 1 : 0,
    up.unit.heading !== down.unit.heading ? 1 : 0,
  ];
  const likeness =
    0.4 * cosine + 0.2 * (heldDown + heldUp) + 0.2 * clauses.best + 0.2 * Math.max(0, meaning);
  return {
    up: up.index,
    down: down.index,
    row,
    likeness,
    downClauses: clauses.down,
    upClauses: clauses.up,
  };
}

interface Shared {
  readonly weight: number;
  readonly square: number;
  /** Information of the rarest bigram or trigram both hold, 0 where none. */
  readonly rarest: number;
}

function sharedGrams(pair: PreparedPair, up: PreparedSentence, marks: Int32Array): Shared {
  let weight = 0;
  let square = 0;
  let rarest = 0;
  for (const gram of up.grams) {
    if (marks[gram] === 0) continue;
    const w = pair.gramWeights[gram]!;
    weight += w;
    square += w * w;
    if (w > rarest && pair.gramOrder[gram]! > 1) rarest = w;
  }
  return { weight, square, rarest };
}

interface ClauseMatch {
  readonly best: number;
  /** Most information any two clauses share. */
  readonly information: number;
  readonly down: Float32Array;
  readonly up: Float32Array;
}

function matchClauses(
  pair: PreparedPair,
  up: PreparedSentence,
  down: PreparedSentence,
  marks: Int32Array,
): ClauseMatch {
  const bestDown = new Float32Array(down.clauses.length);
  const bestUp = new Float32Array(up.clauses.length);
  let best = 0;
  let information = 0;
  for (let u = 0; u < up.clauses.length; u += 1) {
    const shared = sharedByClause(pair, up.clauses[u]!.grams, marks, down.clauses.length);
    for (let d = 0; d < down.clauses.length; d += 1) {
      const both = shared[Math.min(d, MAX_CLAUSES - 1)]!;
      const weights = up.clauses[u]!.gramWeight + down.clauses[d]!.gramWeight;
      const overlap = weights > 0 ? (2 * both) / weights : 0;
      const near = Math.max(0, dot(up.clauses[u]!.vector, down.clauses[d]!.vector));
      const value = WORDING_SHARE * overlap + (1 - WORDING_SHARE) * near;
      if (value > bestDown[d]!) bestDown[d] = value;
      if (value > bestUp[u]!) bestUp[u] = value;
      if (value > best) best = value;
      if (both > information) information = both;
    }
  }
  return { best, information, down: bestDown, up: bestUp };
}

/** Weight of the grams that one upstream clause shares with each marked downstream clause. */
function sharedByClause(
  pair: PreparedPair,
  grams: Int32Array,
  marks: Int32Array,
  clauses: number,
): Float64Array {
  const sums = new Float64Array(Math.min(clauses, MAX_CLAUSES));
  for (const gram of grams) {
    let bits = marks[gram]!;
    while (bits !== 0) {
      const clause = 31 - Math.clz32(bits & -bits);
      if (clause < sums.length) sums[clause]! += pair.gramWeights[gram]!;
      bits &= bits - 1;
    }
  }
  return sums;
}

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}
