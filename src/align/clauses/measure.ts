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
        const claim = met / Math.max(1e-9, claimed[place]!);
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
      for (const c of clauses) itemAt(matches, c).push({ other, link, ...likeness.nearest(c) });
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
      const end = starts[own + 1]!;
      if (end - starts[own]! > MAX_POSTINGS) continue;
      const weight = gramWeights[gram]!;
      for (let k = starts[own]!; k < end; k += 1) {
        const place = places[k]!;
        if (sums[place] === 0) touched[count++] = place;
        sums[place]! += weight;
      }
    }
    const best = firstOf(touched.subarray(0, count), sums);
    for (let i = 0; i < count; i += 1) sums[touched[i]!] = 0;
    return best;
  };
}

/** The `BY_WORDING` places with the greatest sums; of equals the earlier. */
function firstOf(places: Int32Array, sums: Float64Array): number[] {
  const first: number[] = [];
  for (let i = 0; i < places.length; i += 1) {
    const place = places[i]!;
    const sum = sums[place]!;
    let at = first.length;
    while (at > 0 && isBefore(sum, place, sums[first[at - 1]!]!, first[at - 1]!)) at -= 1;
    if (at === BY_WORDING) continue;
    first.splice(at, 0, place);
    if (first.length > BY_WORDING) first.pop();
  }
  return first;
}

function isBefore(sum: number, place: number, otherSum: number, other: number): boolean {
  return sum > otherSum || (sum === otherSum && place < other);
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
  private partner: PreparedSentence | undefined;
  private readonly marks: Int32Array;
  /** Weight that clause `c` of the sentence held shares with clause `k` of the partner, at `c * width + k`. */
  private shared = new Float64Array(0);
  private readonly width: number;
  private readonly wordings: Float64Array;
  constructor(
    side: PreparedSide,
    private readonly pair: PreparedPair,
  ) {
    this.marks = new Int32Array(pair.gramWeights.length);
    this.width = side.sentences.reduce((most, { clauses }) => Math.max(most, clauses.length), 0);
    this.wordings = new Float64Array(this.width);
  }
  hold(sentence: PreparedSentence): void {
    if (this.held !== undefined) for (const gram of this.held.grams) this.marks[gram] = 0;
    this.held = sentence;
    this.mark(0);
    const size = sentence.clauses.length * this.width;
    if (this.shared.length < size) this.shared = new Float64Array(size);
  }
  /** Mark the grams of up to `BITS` clauses. */
  private mark(from: number): void {
    const clauses = this.held?.clauses ?? [];
    for (let c = from; c < Math.min(clauses.length, from + BITS); c += 1)
      for (const gram of clauses[c]!.grams) this.marks[gram]! |= 1 << (c - from);
  }
  compare(partner: PreparedSentence): void {
    this.partner = partner;
    const count = this.held?.clauses.length ?? 0;
    this.shared.fill(0, 0, count * this.width);
    this.add(partner, 0);
    if (count <= BITS) return;
    for (let from = BITS; from < count; from += BITS) {
      for (const gram of this.held!.grams) this.marks[gram] = 0;
      this.mark(from);
      this.add(partner, from);
    }
    for (const gram of this.held!.grams) this.marks[gram] = 0;
    this.mark(0);
  }
  private add({ clauses }: PreparedSentence, from: number): void {
    const { marks, shared, width } = this;
    const { gramWeights } = this.pair;
    for (let k = 0; k < clauses.length; k += 1) {
      const { grams } = clauses[k]!;
      for (let i = 0; i < grams.length; i += 1) {
        const gram = grams[i]!;
        for (let bits = marks[gram]!; bits !== 0; bits &= bits - 1)
          shared[(from + 31 - Math.clz32(bits & -bits)) * width + k]! += gramWeights[gram]!;
      }
    }
  }
  /** The partner's clause that is likest to a clause of the sentence held. */
  nearest(c: number): Pick<RawMatch, 'met' | 'place'> {
    const own = this.held!.clauses[c]!;
    const { clauses, index } = this.partner!;
    const { wordings, shared, width } = this;
    let best = 0;
    for (let k = 0; k < clauses.length; k += 1) {
      const both = shared[c * width + k]!;
      wordings[k] = WORDING_SHARE * overlapOf(both, own.gramWeight, clauses[k]!.gramWeight);
      if (wordings[k]! > wordings[best]!) best = k;
    }
    const likest = wordings[best]! + meaningOf(own, clauses[best]!);
    let met = 0;
    let place = 0;
    for (let k = 0; k < clauses.length; k += 1) {
      // Vectors are costly to compare: a clause that the likest by wording leaves behind whatever it means is passed over.
      if (wordings[k]! + (1 - WORDING_SHARE) * MOST_MEANING < likest) continue;
      const value = k === best ? likest : wordings[k]! + meaningOf(own, clauses[k]!);
      if (value <= met) continue;
      met = value;
      place = k;
    }
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
      for (const { place, met } of matches) if (met > claimed[place]!) claimed[place] = met;
  return claimed;
}
