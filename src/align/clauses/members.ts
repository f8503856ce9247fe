import type { ClauseState } from '../../model/index.js';
import { itemAt } from '../../text/index.js';
import { type Concepts, conceptsOf } from '../concepts.js';
import { CONCEPT_KEY, eachGram } from '../cut.js';
import type { PreparedPair, PreparedSentence } from '../prepare.js';
import type { ClauseMatch } from './components.js';
import { type ListMember, membersOf } from './lists.js';
import { type Direction, sentencesByWording } from './measure.js';

/** A clause in its sentence's text, and where its partners are. */
interface MatchedClause {
  readonly start: number;
  readonly end: number;
  readonly matches: readonly ClauseMatch[];
}

/** A member of a list with what became of it; `by`: sentences of the other side, by index, the best first. */
export interface JudgedMember extends ListMember {
  readonly state: ClauseState;
  readonly score: number;
  readonly by: readonly number[];
}

/**
 * Members of lists in clauses of the eight documents of clause gold: of those of clauses carried whole nine in ten lie above the
 * first in a linked sentence, of those of clauses that nothing carries one in thirty; between the two readers differ.
 */
const HELD = 0.55;
const HALF_HELD = 0.3;
/** So much of a member in a sentence nobody links: the words are there, whether for this is open. */
const HELD_ELSEWHERE = 0.8;
/** What is held in an unlinked sentence counts half. */
const UNLINKED = 0.5;
/** A partner likelier than that is where a member is looked for first. */
const LIKELY = 0.3;
/** Partners named at most. */
const MAX_CARRIERS = 3;

/**
 * Makes what says of each member of the lists in a clause whether the other side has it. *In* clauses of which something is carried.
 *
 * *Out* nothing for a clause without such a list.
 */
export function memberJudge(
  pair: PreparedPair,
  direction: Direction,
): (sentence: PreparedSentence, clause: MatchedClause) => JudgedMember[] {
  const heldBy = holding(pair, direction);
  return (sentence, { start, end, matches }) => {
    const members = listedIn(sentence, { start, end });
    const cores = coresOf(members);
    return members.map((member, i) =>
      judgeMember(
        member,
        [member, ...(cores[i] ?? [])].flatMap((own) => heldBy(sentence, own, matches)),
      ),
    );
  };
}

/**
 * What frames a list is seldom told from its first and its last member (低碳建筑规模化): each may also be met by so much of its
 * inner end as the longest member between them has.
 */
function coresOf(members: readonly ListMember[]): (readonly ListMember[])[] {
  const most = Math.max(...members.slice(1, -1).map(({ end, start }) => end - start));
  return members.map(({ start, end }, i) => {
    if (most < 2 || end - start <= most) return [];
    if (i === 0) return [{ start: end - most, end }];
    return i === members.length - 1 ? [{ start, end: start + most }] : [];
  });
}

/** Members of the lists of a clause; a heading names what its sentences say. */
export function listedIn(
  { unit }: PreparedSentence,
  { start, end }: { readonly start: number; readonly end: number },
): ListMember[] {
  return unit.heading ? [] : membersOf(unit.text, start, end);
}

/** Where no member stands where it would be carried, the list is taken up in other words or not at all: its clause tells. */
export function isTold(members: readonly JudgedMember[]): boolean {
  return members.some(({ state }) => state === 'carried');
}

/** What a clause is by its members: in part where some are missing, whole where all are there. */
export function stateOfMembers(members: readonly JudgedMember[]): 'carried' | 'partly' | undefined {
  if (!isTold(members)) return undefined;
  if (members.some(({ state }) => state === 'missing')) return 'partly';
  return members.every(({ state }) => state === 'carried') ? 'carried' : undefined;
}

interface Holder {
  readonly other: number;
  readonly link: number;
  readonly held: number;
}

function judgeMember(member: ListMember, holders: readonly Holder[]): JudgedMember {
  const worth = ({ held, link }: Holder): number => (link >= LIKELY ? held : UNLINKED * held);
  const best = [...holders].sort((a, b) => worth(b) - worth(a) || a.other - b.other);
  const linked = Math.max(0, ...holders.map((own) => (own.link >= LIKELY ? own.held : 0)));
  const any = Math.max(0, ...holders.map(({ held }) => held));
  const score = Math.max(linked, UNLINKED * any);
  const state =
    linked >= HELD
      ? 'carried'
      : linked >= HALF_HELD || any >= HELD_ELSEWHERE
        ? 'partly'
        : 'missing';
  const least = Math.max(UNLINKED * HALF_HELD, score / 2);
  const by = new Set(best.filter((own) => worth(own) >= least).map(({ other }) => other));
  return { ...member, state, score, by: state === 'missing' ? [] : [...by].slice(0, MAX_CARRIERS) };
}

/** How much of a member the partners of its clause have, and the sentences that share most with it. */
function holding(
  pair: PreparedPair,
  { own, other, links, concepts }: Direction,
): (sentence: PreparedSentence, member: ListMember, matches: readonly ClauseMatch[]) => Holder[] {
  const { gramWeights } = pair;
  const marks = new Uint8Array(gramWeights.length);
  const byWording = sentencesByWording(other, pair);
  return (sentence, member, matches) => {
    const text = neutralOf(sentence, member);
    const grams = gramsOf(text, own.gramId);
    const linked = itemAt(links, sentence.index);
    const places = new Set(matches.map((match) => match.other));
    for (const place of byWording({ grams })) if (linked.get(place) !== 0) places.add(place);
    const named = conceptGrams(text, own.gramId, concepts);
    for (const gram of grams) marks[gram] = 1;
    const all = weightOf(grams, gramWeights);
    const holders = [...places].map((place): Holder => {
      const partner = itemAt(other.sentences, place);
      const both = weightOf(
        partner.grams.filter((gram) => marks[gram] === 1),
        gramWeights,
      );
      const held = all === 0 ? 0 : both / all;
      return {
        other: place,
        link: linked.get(place) ?? 0,
        held:
          held < HELD
            ? Math.max(held, nearOf(text, partner.neutral.text), namedBy(partner, named))
            : held,
      };
    });
    for (const gram of grams) marks[gram] = 0;
    return holders;
  };
}

function neutralOf({ neutral }: PreparedSentence, { start, end }: ListMember): string {
  const { text, origins, ends } = neutral;
  let from = 0;
  while (from < text.length && itemAt(origins, from) < start) from += 1;
  let to = from;
  while (to < text.length && itemAt(ends, to) <= end) to += 1;
  return text.slice(from, to);
}

function gramsOf(text: string, idOf: (key: number) => number): Int32Array {
  const ids = new Set<number>();
  eachGram(text, (key) => {
    const id = idOf(key);
    if (id >= 0) ids.add(id);
  });
  return Int32Array.from(ids);
}

/** The pair's grams of the concepts that a member names. */
function conceptGrams(
  text: string,
  idOf: (key: number) => number,
  concepts: Concepts | undefined,
): ReadonlySet<number> {
  if (concepts === undefined) return new Set();
  const ids = [...conceptsOf(concepts, text).keys()].map((concept) => idOf(CONCEPT_KEY + concept));
  return new Set(ids.filter((id) => id >= 0));
}

/** A concept is wider than a member: who names it may mean another part of it. */
function namedBy({ grams }: PreparedSentence, named: ReadonlySet<number>): number {
  return named.size > 0 && grams.some((gram) => named.has(gram)) ? HALF_HELD : 0;
}

function weightOf(grams: Int32Array, weights: Float32Array): number {
  let sum = 0;
  for (const gram of grams) sum += itemAt(weights, gram);
  return sum;
}

/** Letters beside the member's own among which they may stand apart. */
const APART = 4;
const MOST_LETTERS = 0.66;
const LETTER = /[\p{Script=Han}A-Za-z0-9]/u;

/** All letters of the member, or most, stand near each other, in whatever order: 工资福利, 工资和其他福利待遇. */
function nearOf(member: string, text: string): number {
  const letters = new Set([...member].filter((letter) => LETTER.test(letter)));
  if (letters.size < 3) return 0;
  const width = member.length + APART;
  const seen = new Map<string, number>();
  let most = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (!letters.has(letter)) continue;
    seen.set(letter, at);
    let near = 0;
    for (const last of seen.values()) if (at - last < width) near += 1;
    most = Math.max(most, near);
  }
  if (most === letters.size) return HELD;
  return most >= MOST_LETTERS * letters.size ? HALF_HELD : 0;
}
