import { itemAt } from '../../text/index.js';
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
/** Bodies that only the state has. */
const RESERVED = /国务院|全国性|中央/u;

/**
 * Measure all clauses of one side.
 *
 * *Cost* for each clause: the postings of its grams, and its likeness to the clauses of ten sentences.
 */
export function measureClauses(pair: PreparedPair, direction: Direction): MeasuredClause[] {
  const postings = postingsOf(direction.other, pair);
  const found = direction.own.sentences.map((sentence) =>
    sentence.clauses.map((clause) =>
      matchesOf(clause, itemAt(direction.links, sentence.index), pair, {
        other: direction.other,
        postings,
      }),
    ),
  );
  const claimed = bestClaims(found);
  return found.flatMap((clauses, s) => {
    const sentence = itemAt(direction.own.sentences, s);
    const links = [...itemAt(direction.links, s).values()].reduce((sum, value) => sum + value, 0);
    const texts = sentence.neutral.text.split('\n');
    return clauses.map((raw, c): MeasuredClause => {
      const matches = raw.map((match) => withClaim(match, claimed));
      const context = {
        sentence,
        clause: itemAt(sentence.clauses, c),
        matches,
        links,
        reserved: RESERVED.test(itemAt(texts, c)),
      };
      const row = Float64Array.from(CLAUSE_COMPONENTS, (component) => component.of(context));
      return { sentence: s, clause: c, matches, row };
    });
  });
}

/** A match and the other side's clause that makes it. */
interface RawMatch extends Omit<ClauseMatch, 'claim'> {
  readonly place: number;
}

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

function matchesOf(
  clause: PreparedClause,
  own: ReadonlyMap<number, number>,
  pair: PreparedPair,
  { other, postings }: { readonly other: PreparedSide; readonly postings: Postings },
): RawMatch[] {
  const partners = new Set(
    [...own]
      .filter(([, link]) => link >= LEAST_LINK)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, LIKELY_PARTNERS)
      .map(([partner]) => partner),
  );
  for (const partner of byWording(clause, pair, postings))
    if (own.get(partner) !== 0) partners.add(partner);
  return [...partners].map((partner) => ({
    other: partner,
    link: own.get(partner) ?? 0,
    ...nearestClause(clause, itemAt(other.sentences, partner), pair),
  }));
}

/** Sentences that hold most of the clause's rarer grams. */
function byWording(clause: PreparedClause, pair: PreparedPair, postings: Postings): number[] {
  const sums = new Map<number, number>();
  for (const gram of clause.grams) {
    const list = postings[gram];
    if (list === undefined || list.length > MAX_POSTINGS) continue;
    const weight = pair.gramWeights[gram]!;
    for (const place of list) sums.set(place, (sums.get(place) ?? 0) + weight);
  }
  return [...sums]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, BY_WORDING)
    .map(([place]) => place);
}

/** The clause of a sentence that is likest, by the measure the engine compares clauses with. */
function nearestClause(
  clause: PreparedClause,
  other: PreparedSentence,
  pair: PreparedPair,
): Pick<RawMatch, 'met' | 'place'> {
  let met = 0;
  let place = 0;
  for (const [k, candidate] of other.clauses.entries()) {
    const both = sharedWeight(clause.grams, candidate.grams, pair.gramWeights);
    const value =
      WORDING_SHARE * overlapOf(both, clause.gramWeight, candidate.gramWeight) +
      (1 - WORDING_SHARE) * Math.max(0, dot(clause.vector, candidate.vector));
    if (value <= met) continue;
    met = value;
    place = k;
  }
  return { met, place: other.index * MAX_CLAUSES + Math.min(MAX_CLAUSES - 1, place) };
}

/** Clauses of one sentence are told apart up to here. */
const MAX_CLAUSES = 64;

/** *In* ids in ascending order. */
function sharedWeight(grams: Int32Array, others: Int32Array, weights: Float32Array): number {
  let sum = 0;
  let at = 0;
  for (const gram of grams) {
    while (at < others.length && others[at]! < gram) at += 1;
    if (others[at] === gram) sum += weights[gram]!;
  }
  return sum;
}

/** For each clause of the other side how well the best clause of this one meets it. */
function bestClaims(found: readonly (readonly (readonly RawMatch[])[])[]): Map<number, number> {
  const claimed = new Map<number, number>();
  for (const { place, met } of found.flat(2))
    claimed.set(place, Math.max(claimed.get(place) ?? 0, met));
  return claimed;
}

function withClaim(
  { place, ...match }: RawMatch,
  claimed: ReadonlyMap<number, number>,
): ClauseMatch {
  return { ...match, claim: match.met / Math.max(1e-9, claimed.get(place) ?? 0) };
}
