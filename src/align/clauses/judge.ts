import type {
  ClauseState,
  SentenceClauses,
  UpstreamClause,
  UpstreamMember,
} from '../../model/index.js';
import { itemAt, rounded, valueAt } from '../../text/index.js';
import { type LogisticModel, logit, sigmoid } from '../logistic.js';
import type { PreparedPair, PreparedSentence } from '../prepare.js';
import { type ClauseMatch, claimOf } from './components.js';
import { type Direction, type MeasuredClause, measureClauses } from './measure.js';
import { isTold, type JudgedMember, listedIn, memberJudge, stateOfMembers } from './members.js';
import type { ClauseSpan, SentenceSpan } from './spans.js';

/** What says how much of a clause is carried. */
export interface ClauseModels {
  /** That anything of it is. */
  readonly touched: LogisticModel;
  /** That it is carried whole. */
  readonly whole: LogisticModel;
}

/** A span with its probabilities; absent where there is nothing to carry. */
interface Judged {
  readonly span: ClauseSpan;
  readonly odds?: { readonly touched: number; readonly whole: number };
  readonly matches: readonly ClauseMatch[];
}

/**
 * Say of every clause of the own side whether the other one carries it.
 *
 * *Out* for each sentence its clauses, together its whole text.
 */
export function judgeClauses(
  pair: PreparedPair,
  direction: Direction,
  models: ClauseModels,
): SentenceClauses<UpstreamClause>[] {
  const judged = oddsOf(pair, direction, models);
  const sentenceOf = new Map(
    judged.flatMap((spans, s) =>
      spans.map((own) => [own, itemAt(direction.own.sentences, s)] as const),
    ),
  );
  const lists = new Map<Judged, readonly JudgedMember[]>();
  const membersIn = memberJudge(pair, direction);
  const states = decideStates(judged.flat(), (own) => {
    const members = membersIn(valueAt(sentenceOf, own), { ...own.span, matches: own.matches });
    lists.set(own, members);
    return stateOfMembers(members);
  });
  const idOf = (other: number): string => itemAt(direction.other.sentences, other).unit.id;
  return direction.own.sentences.map((sentence, s) => ({
    unit: sentence.unit.id,
    clauses: itemAt(judged, s).map((own): UpstreamClause => {
      const state = states.get(own) ?? 'none';
      const score = rounded(own.odds?.touched ?? 0);
      const { start, end } = own.span;
      const clause = { start, end, state, score, by: carriers(own, state).map(idOf) };
      const members = membersOf(clause, sentence, lists.get(own), idOf);
      return members.length === 0 ? clause : { ...clause, members };
    }),
  }));
}

/** Members as they were judged; where none of them was found, the list is taken up in other words or not at all, as its clause is. */
function membersOf(
  clause: UpstreamClause,
  sentence: PreparedSentence,
  judged: readonly JudgedMember[] | undefined,
  idOf: (other: number) => string,
): UpstreamMember[] {
  const { state, score, by } = clause;
  if (state === 'none') return [];
  if (judged !== undefined && isTold(judged))
    return judged.map((own) => ({ ...own, score: rounded(own.score), by: own.by.map(idOf) }));
  return listedIn(sentence, clause).map((own) => ({ ...own, state, score, by }));
}

function oddsOf(pair: PreparedPair, direction: Direction, models: ClauseModels): Judged[][] {
  const measured = measureClauses(pair, direction);
  return direction.own.sentences.map((sentence, s) =>
    sentence.spans.map((span) => judgeSpan(span, measured[s]?.[span.clause], models)),
  );
}

function judgeSpan(
  span: SentenceSpan,
  measured: MeasuredClause | undefined,
  models: ClauseModels,
): Judged {
  if (measured === undefined || span.idle) return { span, matches: [] };
  // Neither a link nor a word in common.
  if (measured.matches.length === 0) return { span, matches: [], odds: { touched: 0, whole: 0 } };
  const touched = sigmoid(logit(models.touched, measured.row));
  const whole = Math.min(touched, sigmoid(logit(models.whole, measured.row)));
  return { span, odds: { touched, whole }, matches: measured.matches };
}

/** Beyond these the likeliest threshold says little: texts that share nothing, or everything. */
const LEAST = 0.2;
const MOST = 0.6;

/**
 * States of all clauses of a side, so that both what is said to be missing and the coverage are the best that the odds let expect.
 *
 * Missing is what is likeliest to be, down to the odds where the expected F1 is greatest (Lewis 1995), but never so many that the rest
 * cannot make up the expected coverage; of the rest as many are carried whole as make it up, the likeliest first.
 * *In* `known`: what the members of a clause's lists say of one that is not missing.
 */
export function decideStates(
  judged: readonly Judged[],
  known: (own: Judged) => 'carried' | 'partly' | undefined = () => undefined,
): Map<Judged, ClauseState> {
  const asked = judged.flatMap((own) => (own.odds === undefined ? [] : [{ own, ...own.odds }]));
  const expected = asked.reduce((sum, { touched, whole }) => sum + (touched + whole) / 2, 0);
  const doubtful = [...asked].sort((a, b) => a.touched - b.touched);
  const room = Math.round(asked.length - expected);
  const missing = doubtful.slice(0, Math.min(room, countMissing(doubtful)));
  const rest = doubtful
    .slice(missing.length)
    .map((own) => ({ ...own, state: known(own.own) }))
    .sort((a, b) => KNOWN[b.state ?? 'open'] - KNOWN[a.state ?? 'open'] || b.whole - a.whole);
  const carried = Math.round(Math.min(rest.length, Math.max(0, 2 * expected - rest.length)));
  return new Map([
    ...missing.map(({ own }) => [own, 'missing'] as const),
    ...rest.map(
      ({ own, state }, i) => [own, state ?? (i < carried ? 'carried' : 'partly')] as const,
    ),
  ]);
}

/** In which order clauses are taken to be carried whole. */
const KNOWN = { carried: 2, open: 1, partly: 0 } as const;

/** How many of the clauses, the least likely carried first, are missing. */
function countMissing(doubtful: readonly { readonly touched: number }[]): number {
  const all = doubtful.reduce((sum, { touched }) => sum + 1 - touched, 0);
  let taken = 0;
  let best = 0;
  let count = 0;
  for (const [k, { touched }] of doubtful.entries()) {
    const odds = 1 - touched;
    taken += odds;
    const value = (2 * taken) / (k + 1 + all);
    if (odds >= MOST || (odds >= LEAST && value > best)) {
      best = Math.max(best, value);
      count = k + 1;
    }
  }
  return count;
}

/** Partners named at most. */
const MAX_CARRIERS = 3;
/** A link that is no link counts a little: the clause may stand where nobody looked. */
const UNLINKED_SHARE = 0.3;

/** A partner whose clauses are unlike all the same is one: it is named where nobody does better. */
const BARE_LINK = 0.01;

/** Sentences that carry the clause: the best, and those half as good. */
function carriers({ matches }: Judged, state: ClauseState): number[] {
  if (state !== 'carried' && state !== 'partly') return [];
  const ranked = matches
    .map((match) => ({
      other: match.other,
      worth:
        claimOf(match) * (UNLINKED_SHARE + (1 - UNLINKED_SHARE) * match.link) +
        BARE_LINK * match.link,
    }))
    .sort((a, b) => b.worth - a.worth || a.other - b.other);
  const [best] = ranked;
  return ranked
    .filter(({ worth }) => best !== undefined && worth >= best.worth / 2 && worth > 0)
    .slice(0, MAX_CARRIERS)
    .map(({ other }) => other);
}
