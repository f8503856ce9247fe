import { itemAt } from '../../text/index.js';
import { fillRow } from '../component.js';
import type { Concepts } from '../concepts.js';
import { dot, overlapOf, WORDING_SHARE } from '../measure.js';
import type { PreparedClause, PreparedPair, PreparedSentence, PreparedSide } from '../prepare.js';
import { CLAUSE_COMPONENTS, type ClauseMatch } from './components.js';

/** One direction of a pair: whose clauses are asked about, and whose sentences may carry them. */
export interface Direction {
  readonly own: PreparedSide;
  readonly other: PreparedSide;
  /** Probabilities of the links of each own sentence, by the other sentence's index; 0 where a person says that there is none. */
  readonly links: readonly ReadonlyMap<number, number>[];
  /** What different words name the same measure: for members of lists, which are too short to be met by likeness. */
  readonly concepts?: Concepts | undefined;
}

/** A clause with what was found out about it. */
export interface MeasuredClause {
  readonly sentence: number;
  /** Which of the sentence's prepared clauses. */
  readonly clause: number;
  readonly matches: readonly ClauseMatch[];
  /** Values of `CLAUSE_COMPONENTS`. */
  readonly row: Float64Array;
}

/** Partners of a sentence that are looked at whatever they say: the likeliest. */
const LIKELY_PARTNERS = 6;
const LEAST_LINK = 0.03;
/** Sentences that hold most of a clause, linked or not, that are looked at too. */
const BY_WORDING = 4;
/** A gram found in more sentences leads nowhere. */
const MAX_POSTINGS = 80;
/**
 * Measure all clauses of one side. *Out* by sentence, in the order of its prepared clauses.
 *
 * *Cost* for each clause: the postings of its grams, and its likeness to the clauses of ten sentences.
 */
export function measureClauses(pair: PreparedPair, direction: Direction): MeasuredClause[][] {
  const { own, other, links } = direction;
  const search = searchIn(other, pair);
  const found = own.sentences.map((sentence) => search(sentence, itemAt(links, sentence.index)));
  const claimed = bestClaims(found, other);
  return found.map((clauses, s) => {
    const sentence = itemAt(own.sentences, s);
    let sum = 0;
    for (const link of itemAt(links, s).values()) sum += link;
    return clauses.map((raw, c): MeasuredClause => {
      const matches = raw.map(({ other: partner, link, met, place }): ClauseMatch => {
        const claim = met / Math.max(1e-9, itemAt(claimed, place));
        return { other: partner, link, met, claim };
      });
      const row = new Float64Array(CLAUSE_COMPONENTS.length);
      const clause = itemAt(sentence.clauses, c);
      fillRow(CLAUSE_COMPONENTS, { sentence, clause, matches, links: sum }, row, 0);
      return { sentence: s, clause: c, matches, row };
    });
  });
}

/** A match and which of the other side's clauses makes it. */
interface RawMatch extends Omit<ClauseMatch, 'claim'> {
  readonly place: number;
}

type Links = ReadonlyMap<number, number>;

function likelyPartners(linked: Links): readonly number[] {
  return [...linked]
    .filter(([, link]) => link >= LEAST_LINK)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, LIKELY_PARTNERS)
    .map(([partner]) => partner);
}

/** Looks for the partners of all clauses of a sentence among the sentences of a side. */
function searchIn(
  side: PreparedSide,
  pair: PreparedPair,
): (sentence: PreparedSentence, linked: Links) => RawMatch[][] {
  const byWording = sentencesByWording(side, pair);
  const likeness = new ClauseLikeness(side, pair);
  return (sentence, linked) => {
    const likely = likelyPartners(linked);
    const matches: RawMatch[][] = sentence.clauses.map(() => []);
    /** Which clauses each partner is to be compared with. */
    const asked = new Map<number, number[]>();
    const ask = (partner: number, clause: number): void => {
      const known = asked.get(partner);
      if (known === undefined) asked.set(partner, [clause]);
      else if (known.at(-1) !== clause) known.push(clause);
    };
    for (const [c, clause] of sentence.clauses.entries()) {
      for (const partner of likely) ask(partner, c);
      for (const partner of byWording(clause)) if (linked.get(partner) !== 0) ask(partner, c);
    }
    likeness.hold(sentence);
    for (const [other, clauses] of asked) {
      const link = linked.get(other) ?? 0;
      likeness.compare(itemAt(side.sentences, other));
      for (const c of clauses) {
        const nearest = likeness.nearest(itemAt(sentence.clauses, c), c);
        itemAt(matches, c).push({ other, link, ...nearest });
      }
    }
    return matches;
  };
}

/** Sentences of a side that hold most of a clause's rarer grams. */
export function sentencesByWording(
  { sentences, postings: { starts, places }, ownGrams }: PreparedSide,
  { gramWeights }: PreparedPair,
): (clause: Pick<PreparedClause, 'grams'>) => number[] {
  const sums = new Float64Array(sentences.length);
  const touched = new Int32Array(sentences.length);
  return ({ grams }) => {
    let count = 0;
    for (let i = 0; i < grams.length; i += 1) {
      const gram = grams[i]!;
      const own = ownGrams[gram]!;
      if (own < 0) continue;
      const from = starts[own]!;
      const to = starts[own + 1]!;
      if (to - from > MAX_POSTINGS) continue;
      const weight = gramWeights[gram]!;
      for (let at = from; at < to; at += 1) {
        const place = places[at]!;
        if (sums[place] === 0) touched[count++] = place;
        sums[place]! += weight;
      }
    }
    const met = touched.subarray(0, count);
    const best = firstOf(met, sums);
    for (let i = 0; i < count; i += 1) sums[touched[i]!] = 0;
    return best;
  };
}

/** The `BY_WORDING` places with the greatest sums; of equals the earlier. */
function firstOf(places: Int32Array, sums: Float64Array): number[] {
  const first: { readonly place: number; readonly sum: number }[] = [];
  for (const place of places) {
    const sum = sums[place]!;
    const after = first.findIndex((o) => sum > o.sum || (sum === o.sum && place < o.place));
    const at = after < 0 ? first.length : after;
    if (at === BY_WORDING) continue;
    first.splice(at, 0, { place, sum });
    if (first.length > BY_WORDING) first.pop();
  }
  return first.map(({ place }) => place);
}

/** Clauses of one sentence are told apart up to here. */
const MAX_CLAUSES = 64;
/** Clauses of the held sentence that are marked at once, one bit each. */
const BITS = 31;
/** What the likeness of two vectors reaches at most, rounding allowed for. */
const MOST_MEANING = 1 + 1e-9;

/**
 * Finds, for each clause of the sentence held, the clause of another sentence that is likest by the measure the engine compares
 * clauses with. Grams of the held clauses are marked once for all partners; sums of 32-bit weights are exact in any order.
 */
class ClauseLikeness {
  private held: PreparedSentence | undefined;
  /** Which sentence of the side is being compared with. */
  private partner = 0;
  private readonly marks: Int32Array;
  /** Weight that clause `c` of the sentence held shares with clause `k` of the partner, at `c * width + k`. */
  private shared = new Float64Array(0);
  private readonly width: number;
  private readonly wordings: Float64Array;
  constructor(
    private readonly side: PreparedSide,
    private readonly pair: PreparedPair,
  ) {
    this.marks = new Int32Array(pair.gramWeights.length);
    this.width = side.sentences.reduce((most, { clauses }) => Math.max(most, clauses.length), 0);
    this.wordings = new Float64Array(this.width);
  }
  hold(sentence: PreparedSentence): void {
    this.unmark();
    this.held = sentence;
    this.mark(0);
    const size = sentence.clauses.length * this.width;
    if (this.shared.length < size) this.shared = new Float64Array(size);
  }
  /** Mark the grams of up to `BITS` clauses. */
  private mark(from: number): void {
    const { marks } = this;
    const clauses = this.held?.clauses ?? [];
    const to = Math.min(clauses.length, from + BITS);
    for (let c = from; c < to; c += 1) {
      const { grams } = itemAt(clauses, c);
      for (let i = 0; i < grams.length; i += 1) marks[grams[i]!]! |= 1 << (c - from);
    }
  }
  compare(partner: PreparedSentence): void {
    this.partner = partner.index;
    const count = this.held?.clauses.length ?? 0;
    this.shared.fill(0, 0, count * this.width);
    this.add(partner, 0);
    if (count <= BITS) return;
    for (let from = BITS; from < count; from += BITS) {
      this.unmark();
      this.mark(from);
      this.add(partner, from);
    }
    this.unmark();
    this.mark(0);
  }
  private unmark(): void {
    const { marks } = this;
    const grams = this.held?.grams ?? [];
    for (let i = 0; i < grams.length; i += 1) marks[grams[i]!] = 0;
  }
  private add({ clauses }: PreparedSentence, from: number): void {
    const { marks, shared, width } = this;
    const { gramWeights } = this.pair;
    clauses.forEach(({ grams }, k) => {
      for (let i = 0; i < grams.length; i += 1)
        for (let bits = marks[grams[i]!]!; bits !== 0; bits &= bits - 1)
          shared[(from + 31 - Math.clz32(bits & -bits)) * width + k]! += gramWeights[grams[i]!]!;
    });
  }
  /** The partner's clause that is likest to clause `c` (`own`) of the sentence held. */
  nearest(own: PreparedClause, c: number): Pick<RawMatch, 'met' | 'place'> {
    const { clauses, index } = itemAt(this.side.sentences, this.partner);
    const { wordings, shared, width } = this;
    let best = 0;
    let most = 0;
    clauses.forEach(({ gramWeight }, k) => {
      const both = shared[c * width + k]!;
      const wording = WORDING_SHARE * overlapOf(both, own.gramWeight, gramWeight);
      wordings[k] = wording;
      if (wording <= most) return;
      most = wording;
      best = k;
    });
    const likest = most + meaningOf(own, itemAt(clauses, best));
    let met = 0;
    let place = 0;
    clauses.forEach((clause, k) => {
      const wording = wordings[k]!;
      // Vectors are costly to compare: a clause that the likest by wording leaves behind whatever it means is passed over.
      if (wording + (1 - WORDING_SHARE) * MOST_MEANING < likest) return;
      const value = k === best ? likest : wording + meaningOf(own, clause);
      if (value <= met) return;
      met = value;
      place = k;
    });
    return { met, place: index * MAX_CLAUSES + Math.min(MAX_CLAUSES - 1, place) };
  }
}

function meaningOf(a: PreparedClause, b: PreparedClause): number {
  return (1 - WORDING_SHARE) * Math.max(0, dot(a.vector, b.vector));
}

/** For each clause of the other side how well the best clause of this one meets it. */
function bestClaims(
  found: readonly (readonly (readonly RawMatch[])[])[],
  other: PreparedSide,
): Float64Array {
  const claimed = new Float64Array(other.sentences.length * MAX_CLAUSES);
  for (const clauses of found)
    for (const matches of clauses)
      for (const { place, met } of matches) claimed[place] = Math.max(itemAt(claimed, place), met);
  return claimed;
}
