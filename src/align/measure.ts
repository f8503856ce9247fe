import { itemAt } from '../text/index.js';
import type { Candidate } from './candidates.js';
import { type Component, fillRow, speaksAgainst, speaksEitherWay, speaksFor } from './component.js';
import { CONCEPT } from './cut.js';
import type { PreparedPair, PreparedSentence } from './prepare.js';

/** What the components ask of two sentences by themselves. */
interface PairContext {
  readonly up: PreparedSentence;
  readonly down: PreparedSentence;
  readonly shared: Shared;
  /** Cosine of the weighted grams, and the same read with the openings of the sentences' lists. */
  readonly cosine: number;
  readonly listCosine: number;
  /** Share of the downstream sentence's grams, by weight, that the upstream one holds. */
  readonly heldDown: number;
  /** Cosine of the vectors. */
  readonly meaning: number;
  /** Most information any two clauses share. */
  readonly information: number;
}

const lengthOf = ({ neutral }: PreparedSentence): number => neutral.text.length;
const shorterOf = ({ up, down }: PairContext): number => Math.min(lengthOf(up), lengthOf(down));

/** What two sentences say by themselves. */
export const PAIR_COMPONENTS: readonly Component<PairContext>[] = [
  speaksFor('held-downstream', (c) => c.heldDown),
  speaksFor('clause-information', (c) => Math.log1p(c.information)),
  speaksFor('meaning', (c) => c.meaning),
  speaksFor('rarest', (c) => c.shared.rarest),
  speaksEitherWay(
    'length-ratio',
    (c) => shorterOf(c) / Math.max(1, lengthOf(c.up), lengthOf(c.down)),
  ),
  speaksEitherWay('shorter-length', (c) => Math.log1p(shorterOf(c))),
  speaksEitherWay('both-headings', (c) => (c.up.unit.heading && c.down.unit.heading ? 1 : 0)),
  speaksAgainst('one-heading', (c) => (c.up.unit.heading !== c.down.unit.heading ? 1 : 0)),
  speaksFor('anchor', (c) => c.shared.anchor),
  speaksAgainst('unmet-downstream', (c) => c.down.unmet),
  speaksAgainst('unmet-upstream', (c) => c.up.unmet),
  speaksFor('concept', (c) => c.shared.concept),
  speaksFor('concepts', ({ up, down, shared }) => {
    const named = Math.min(up.conceptWeight, down.conceptWeight);
    return named > 0 ? shared.concepts / named : 0;
  }),
  speaksFor('with-list', (c) => c.listCosine),
  speaksAgainst('one-listed', (c) => (c.up.lead < 0 !== c.down.lead < 0 ? 1 : 0)),
  speaksAgainst('one-penal', (c) => (c.up.provision.penal !== c.down.provision.penal ? 1 : 0)),
  speaksEitherWay('both-penal', (c) => (c.up.provision.penal && c.down.provision.penal ? 1 : 0)),
  speaksAgainst('one-ban', (c) => (c.up.provision.ban !== c.down.provision.ban ? 1 : 0)),
];

/**
 * Candidate pairs measured by themselves, in the candidates' order.
 *
 * Flat arrays: a long document has a hundred thousand pairs, and an object for each costs more than measuring it.
 */
export interface MeasuredWording {
  /** Values of `PAIR_COMPONENTS`, pair after pair. */
  readonly components: Float64Array;
  /** A plain mean of the usual measures, by which rivals are compared before anything is fitted. */
  readonly likeness: Float64Array;
  /**
   * How well a clause is met by its best clause of the other side (0..1): from `starts[pair]` on, the downstream clauses, then
   * the upstream ones.
   */
  readonly clauses: Float32Array;
  readonly starts: Int32Array;
  /** Where a user has a model of their own: how much more of `meaning` it sees in each pair than the engine does. */
  readonly ownModel?: Float64Array;
}

/** Share of `meaning` in the likeness of two sentences. */
export const MEANING_SHARE = 0.2;

/** Half of a clause's likeness is shared wording, half the angle of the vectors: neither alone finds both kinds of partner. */
export const WORDING_SHARE = 0.5;

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
): MeasuredWording {
  const marks = new Int32Array(pair.gramWeights.length);
  const out = tableFor(pair, candidates);
  const shared = new Shared(pair.gramWeights.length);
  let marked: PreparedSentence | undefined;
  for (const [i, candidate] of candidates.entries()) {
    const down = pair.downstream.sentences[candidate.down]!;
    const up = pair.upstream.sentences[candidate.up]!;
    if (marked !== down) {
      if (marked !== undefined) unmark(marked, marks);
      mark(down, marks);
      marked = down;
    }
    measureOne(pair, up, down, { marks, shared, out, i });
  }
  return out;
}

function tableFor(pair: PreparedPair, candidates: readonly Candidate[]): MeasuredWording {
  const starts = new Int32Array(candidates.length);
  let size = 0;
  for (const [i, { up, down }] of candidates.entries()) {
    starts[i] = size;
    size += itemAt(pair.downstream.sentences, down).clauses.length;
    size += itemAt(pair.upstream.sentences, up).clauses.length;
  }
  return {
    components: new Float64Array(candidates.length * PAIR_COMPONENTS.length),
    likeness: new Float64Array(candidates.length),
    clauses: new Float32Array(size),
    starts,
  };
}

/** Where one pair is measured: the marked downstream grams, a place for sums, the table to fill and the pair's place in it. */
interface Bench {
  readonly marks: Int32Array;
  readonly shared: Shared;
  readonly out: MeasuredWording;
  readonly i: number;
}

/** Marks hold which clauses of the sentence have the gram, one bit a clause; later clauses share the last bit. */
const MAX_CLAUSES = 24;

function clauseBit(clause: number): number {
  return 1 << Math.min(clause, MAX_CLAUSES - 1);
}

function mark(sentence: PreparedSentence, marks: Int32Array): void {
  for (const [i, { grams }] of sentence.clauses.entries()) {
    const bit = clauseBit(i);
    for (let at = 0; at < grams.length; at += 1) marks[grams[at]!]! |= bit;
  }
}

function unmark({ grams }: PreparedSentence, marks: Int32Array): void {
  for (let at = 0; at < grams.length; at += 1) marks[grams[at]!] = 0;
}

function measureOne(
  pair: PreparedPair,
  up: PreparedSentence,
  down: PreparedSentence,
  bench: Bench,
): void {
  const { out, i, shared } = bench;
  shared.clear();
  const clauses = matchClauses(pair, up, down, bench);
  const lengths = up.gramLength * down.gramLength;
  const heldUp = up.gramWeight > 0 ? shared.weight / up.gramWeight : 0;
  const cosine = lengths > 0 ? shared.square / lengths : 0;
  const listed = up.lead >= 0 || down.lead >= 0;
  const context: PairContext = {
    up,
    down,
    shared,
    cosine,
    listCosine: listed ? listCosine(pair, up, down) : cosine,
    heldDown: down.gramWeight > 0 ? shared.weight / down.gramWeight : 0,
    meaning: dot(up.vector, down.vector),
    information: clauses.information,
  };
  fillRow(PAIR_COMPONENTS, context, out.components, i * PAIR_COMPONENTS.length);
  out.likeness[i] =
    0.4 * context.cosine +
    0.2 * (context.heldDown + heldUp) +
    0.2 * clauses.best +
    MEANING_SHARE * Math.max(0, context.meaning);
}

/** Cosine of two sentences, each read with the opening of its list. */
function listCosine(
  { gramWeights }: PreparedPair,
  { listed: up, listedLength }: PreparedSentence,
  { listed: down, listedLength: downLength }: PreparedSentence,
): number {
  let square = 0;
  for (let i = 0, j = 0; i < up.length && j < down.length; ) {
    const a = up[i]!;
    const b = down[j]!;
    if (a === b) square += gramWeights[a]! ** 2;
    if (a <= b) i += 1;
    if (b <= a) j += 1;
  }
  const lengths = listedLength * downLength;
  return lengths > 0 ? square / lengths : 0;
}

/** What two sentences share, summed up clause by clause. */
class Shared {
  /** Weight of the grams that the upstream clause at hand shares with each marked downstream clause. */
  readonly byClause = new Float64Array(MAX_CLAUSES);
  weight = 0;
  square = 0;
  /** Information of the rarest bigram or trigram both hold, 0 where none. */
  rarest = 0;
  /** The same by `gramAnchors`: what few other sentences of either side hold. */
  anchor = 0;
  /** Weight of the weightiest concept both name, 0 where none, and of all of them. */
  concept = 0;
  concepts = 0;
  /** The pair that last counted a gram: one that stands in two clauses counts once. */
  private readonly counted: Int32Array;
  private pair = 0;
  constructor(grams: number) {
    this.counted = new Int32Array(grams);
  }
  clear(): void {
    this.pair += 1;
    this.weight = 0;
    this.square = 0;
    this.rarest = 0;
    this.anchor = 0;
    this.concept = 0;
    this.concepts = 0;
  }
  /** Add the grams of one upstream clause. */
  add(
    { gramWeights, gramAnchors, gramOrder }: PreparedPair,
    grams: Int32Array,
    marks: Int32Array,
  ): void {
    const { byClause, counted, pair } = this;
    byClause.fill(0);
    let { weight, square, rarest, anchor, concept, concepts } = this;
    for (let i = 0; i < grams.length; i += 1) {
      const gram = grams[i]!;
      const mark = marks[gram]!;
      if (mark === 0) continue;
      const w = gramWeights[gram]!;
      for (let bits = mark; bits !== 0; bits &= bits - 1)
        byClause[31 - Math.clz32(bits & -bits)]! += w;
      if (counted[gram] === pair) continue;
      counted[gram] = pair;
      weight += w;
      square += w * w;
      const order = gramOrder[gram]!;
      if (order === CONCEPT) {
        concepts += w;
        if (w > concept) concept = w;
      } else if (order > 1) {
        if (w > rarest) rarest = w;
        anchor = Math.max(anchor, gramAnchors[gram]!);
      }
    }
    this.weight = weight;
    this.square = square;
    this.rarest = rarest;
    this.anchor = anchor;
    this.concept = concept;
    this.concepts = concepts;
  }
}

interface ClauseMatch {
  readonly best: number;
  /** Most information any two clauses share. */
  readonly information: number;
}

/** Compare all clauses of two sentences; how well each is met goes into the table. */
function matchClauses(
  pair: PreparedPair,
  up: PreparedSentence,
  down: PreparedSentence,
  { marks, shared, out, i }: Bench,
): ClauseMatch {
  const { clauses } = out;
  const downs = out.starts[i]!;
  let best = 0;
  let information = 0;
  let u = downs + down.clauses.length;
  for (const a of up.clauses) {
    shared.add(pair, a.grams, marks);
    let d = 0;
    for (const b of down.clauses) {
      const both = shared.byClause[Math.min(d, MAX_CLAUSES - 1)]!;
      const overlap = overlapOf(both, a.gramWeight, b.gramWeight);
      const near = Math.max(0, dot(a.vector, b.vector));
      const value = WORDING_SHARE * overlap + (1 - WORDING_SHARE) * near;
      if (value > clauses[downs + d]!) clauses[downs + d] = value;
      if (value > clauses[u]!) clauses[u] = value;
      if (value > best) best = value;
      if (both > information) information = both;
      d += 1;
    }
    u += 1;
  }
  return { best, information };
}

/**
 * How much of the longer text counts against two clauses: a clause taken up whole inside a longer one is met nearly as well as
 * one that stands alone. 0.5 would be Dice, 0 the overlap coefficient; 0.15 to 0.3 do equally well on the gold.
 */
const LONGER_SHARE = 0.2;

/** Tversky index of two weighted sets (Tversky 1977), symmetric: 0 apart, 1 equal. */
export function overlapOf(both: number, a: number, b: number): number {
  const whole = LONGER_SHARE * Math.max(a, b) + (1 - LONGER_SHARE) * Math.min(a, b);
  return whole > 0 ? both / whole : 0;
}

/** Scalar product of vectors (doubles, which need no conversion at each step); four sums at once, since each addition waits for the one before. */
export function dot(a: Float64Array, b: Float64Array): number {
  let s = 0;
  let t = 0;
  let u = 0;
  let v = 0;
  let i = 0;
  for (; i + 3 < a.length; i += 4) {
    s += a[i]! * b[i]!;
    t += a[i + 1]! * b[i + 1]!;
    u += a[i + 2]! * b[i + 2]!;
    v += a[i + 3]! * b[i + 3]!;
  }
  for (; i < a.length; i += 1) s += a[i]! * b[i]!;
  return s + t + (u + v);
}
