import { itemAt } from '../../text/index.js';
import { fillRow } from '../component.js';
import { dot, overlapOf, WORDING_SHARE } from '../measure.js';
import type { PreparedClause, PreparedPair, PreparedSentence, PreparedSide } from '../prepare.js';
import { CLAUSE_COMPONENTS, type ClauseMatch } from './components.js';

/** One direction of a pair: whose clauses are asked about, and whose sentences may carry them. */
export interface Direction {
  readonly own: PreparedSide;
  readonly other: PreparedSide;
  /** Probabilities of the links of each own sentence, by the other sentence's index; 0 where a person says that there is none. */
  readonly links: readonly ReadonlyMap<number, number>[];
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
  const found = own.sentences.map((sentence) => {
    const linked = itemAt(links, sentence.index);
    const likely = likelyPartners(linked);
    return sentence.clauses.map((clause) => search(clause, linked, likely));
  });
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
type Postings = readonly (readonly number[] | undefined)[];

function postingsOf(side: PreparedSide, pair: PreparedPair): Postings {
  const postings: (number[] | undefined)[] = new Array(pair.gramWeights.length);
  for (const { grams, index } of side.sentences) {
    for (const gram of grams) {
      if (pair.gramOrder[gram] === 1) continue;
      const list = postings[gram];
      if (list === undefined) postings[gram] = [index];
      else list.push(index);
    }
  }
  return postings;
}

function likelyPartners(linked: Links): readonly number[] {
  return [...linked]
    .filter(([, link]) => link >= LEAST_LINK)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, LIKELY_PARTNERS)
    .map(([partner]) => partner);
}

/** Looks for the partners of a clause among the sentences of a side. */
function searchIn(
  side: PreparedSide,
  pair: PreparedPair,
): (clause: PreparedClause, linked: Links, likely: readonly number[]) => RawMatch[] {
  const nearest = nearestIn(side, pair);
  const byWording = wordingIn(side, pair);
  return (clause, linked, likely) => {
    const partners = new Set(likely);
    for (const partner of byWording(clause))
      if (linked.get(partner) !== 0) partners.add(partner);
    const matches: RawMatch[] = [];
    nearest.hold(clause);
    for (const partner of partners)
      matches.push({
        other: partner,
        link: linked.get(partner) ?? 0,
        ...nearest.of(itemAt(side.sentences, partner)),
      });
    return matches;
  };
}

/** Sentences of a side that hold most of a clause's rarer grams. */
function wordingIn(side: PreparedSide, pair: PreparedPair): (clause: PreparedClause) => number[] {
  const postings = postingsOf(side, pair);
  const sums = new Float64Array(side.sentences.length);
  return ({ grams }) => {
    const touched: number[] = [];
    for (let i = 0; i < grams.length; i += 1) {
      const gram = grams[i]!;
      const list = postings[gram];
      if (list === undefined || list.length > MAX_POSTINGS) continue;
      const weight = pair.gramWeights[gram]!;
      for (let k = 0; k < list.length; k += 1) {
        const place = list[k]!;
        if (sums[place] === 0) touched.push(place);
        sums[place]! += weight;
      }
    }
    const best = firstOf(touched, (a, b) => sums[b]! - sums[a]! || a - b);
    for (const place of touched) sums[place] = 0;
    return best;
  };
}

/** The first `BY_WORDING` by an order. */
function firstOf(places: readonly number[], order: (a: number, b: number) => number): number[] {
  const first: number[] = [];
  for (const place of places) {
    let at = first.length;
    while (at > 0 && order(place, first[at - 1]!) < 0) at -= 1;
    if (at === BY_WORDING) continue;
    first.splice(at, 0, place);
    if (first.length > BY_WORDING) first.pop();
  }
  return first;
}

/** Clauses of one sentence are told apart up to here. */
const MAX_CLAUSES = 64;
/** What the likeness of two vectors reaches at most, rounding allowed for. */
const MOST_MEANING = 1 + 1e-9;

/** Finds the clause of a sentence that is likest to the one held, by the measure the engine compares clauses with. */
function nearestIn(
  side: PreparedSide,
  { gramWeights }: PreparedPair,
): {
  readonly hold: (clause: PreparedClause) => void;
  readonly of: (sentence: PreparedSentence) => Pick<RawMatch, 'met' | 'place'>;
} {
  const most = side.sentences.reduce((max, { clauses }) => Math.max(max, clauses.length), 0);
  const wordings = new Float64Array(most);
  /** Weights of the held clause's grams, 0 for all others: sums of 32-bit weights are exact, in whatever order. */
  const held = new Float32Array(gramWeights.length);
  let own: PreparedClause | undefined;
  const meaningOf = (clause: PreparedClause, candidate: PreparedClause): number =>
    Math.max(0, dot(clause.vector, candidate.vector));
  return {
    hold: (clause) => {
      if (own !== undefined) for (const gram of own.grams) held[gram] = 0;
      for (const gram of clause.grams) held[gram] = gramWeights[gram]!;
      own = clause;
    },
    of: (sentence) => {
      const clause = own!;
      const { clauses, index } = sentence;
      let best = 0;
      for (let k = 0; k < clauses.length; k += 1) {
        const { grams, gramWeight } = clauses[k]!;
        let both = 0;
        for (let i = 0; i < grams.length; i += 1) both += held[grams[i]!]!;
        wordings[k] = WORDING_SHARE * overlapOf(both, clause.gramWeight, gramWeight);
        if (wordings[k]! > wordings[best]!) best = k;
      }
      // Vectors are costly to compare: a clause that the likest by wording leaves behind whatever it means is passed over.
      const least =
        clauses.length > 1
          ? wordings[best]! + (1 - WORDING_SHARE) * meaningOf(clause, clauses[best]!)
          : 0;
      let met = 0;
      let place = 0;
      for (let k = 0; k < clauses.length; k += 1) {
        if (wordings[k]! + (1 - WORDING_SHARE) * MOST_MEANING < least) continue;
        const value = wordings[k]! + (1 - WORDING_SHARE) * meaningOf(clause, clauses[k]!);
        if (value <= met) continue;
        met = value;
        place = k;
      }
      return { met, place: index * MAX_CLAUSES + Math.min(MAX_CLAUSES - 1, place) };
    },
  };
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
