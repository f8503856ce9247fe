/** How links get better while a person answers questions, the gold speaking for the person. */
import {
  type AlignmentGold,
  type AlignmentPrediction,
  mapSide,
  predictedUnits,
  predictionOf,
  scoreAlignment,
} from '../../evaluate/index.js';
import type { CurveOrder, ReviewCurve } from '../../findings/index.js';
import type { Decision, ReviewQuestion } from '../../model/index.js';
import { itemAt } from '../../text/index.js';
import type { ReviewSession } from '../review/session.js';

/** Decisions after which F1 is measured. */
const POINTS = [0, 10, 20, 50, 100];
/** Answers between two judgements. */
const BATCH = 10;

/** Orders in which questions are asked. */
type AskedOrder = Exclude<CurveOrder, 'links'>;

type Say = (up: string, down: string) => boolean | undefined;

/**
 * F1 of sentence links after so many answers: in the order that is worth most, weakest link first, and at random.
 *
 * An answer says of every sentence shown whether it is a counterpart, and nothing of those that are not shown. The same
 * questions are asked in these orders, and what is answered is learned from in all three. Beside them what a list of the links
 * gives that is read from the weakest on: an answer says of one link whether it is right, and nothing follows from it.
 */
export function reviewCurves(session: ReviewSession, gold: AlignmentGold): ReviewCurve[] {
  const say = goldPerson(session, gold);
  const asked = (['worth', 'weakest', 'random'] as const).map((order) => ({
    order,
    points: pointsOf(session, gold, order, say),
  }));
  return [...asked, { order: 'links', points: pointsOfList(session, gold, say) }];
}

/** The word of the gold on a pair of the session's sentences; none where it does not speak of them. */
function goldPerson({ upstream, downstream }: ReviewSession, gold: AlignmentGold): Say {
  const up = mapSide(gold.upstream.sentences, predictedUnits(upstream)).at;
  const down = mapSide(gold.downstream.sentences, predictedUnits(downstream)).at;
  const scope = new Set(gold.scope);
  const inScope = new Set(
    gold.downstream.sentences.filter(({ section }) => scope.has(section)).map(({ id }) => id),
  );
  const linked = new Set(gold.sentences.map((link) => `${link.downstream} ${link.upstream}`));
  return (upper, lower) => {
    const ups = up.get(upper) ?? [];
    const downs = (down.get(lower) ?? []).filter((id) => inScope.has(id));
    if (ups.length === 0 || downs.length === 0) return undefined;
    return downs.some((d) => ups.some((u) => linked.has(`${d} ${u}`)));
  };
}

function pointsOfList(
  session: ReviewSession,
  gold: AlignmentGold,
  say: Say,
): ReviewCurve['points'] {
  const { alignment } = session.judge([]);
  const prediction = predictionOf(alignment);
  const asked = prediction.links
    .filter(({ grain }) => grain === 'sentence')
    .map((link) => ({ link, word: wordOn(link, say) }))
    .filter(({ word }) => word !== undefined)
    .sort((a, b) => (a.link.score ?? 1) - (b.link.score ?? 1));
  return POINTS.map((decisions) => {
    const answered = asked.slice(0, decisions);
    const wrong = new Set(answered.filter(({ word }) => word === false).map(({ link }) => link));
    const links = prediction.links.filter((link) => !wrong.has(link));
    return { decisions, f1: f1Of(gold, { ...prediction, links }) };
  });
}

/** The gold's word on a link as it stands: right where any of its pairs is. */
function wordOn(
  { upstream, downstream }: AlignmentPrediction['links'][number],
  say: Say,
): boolean | undefined {
  const words = upstream.flatMap((up) => downstream.map((down) => say(up, down)));
  const known = words.filter((word) => word !== undefined);
  return known.length === 0 ? undefined : known.includes(true);
}

function f1Of(gold: AlignmentGold, prediction: AlignmentPrediction): number {
  return scoreAlignment(gold, prediction).links?.sentences.f1 ?? 0;
}

function pointsOf(
  session: ReviewSession,
  gold: AlignmentGold,
  order: AskedOrder,
  say: Say,
): ReviewCurve['points'] {
  const decisions: Decision[] = [];
  const random = series();
  const last = itemAt(POINTS, POINTS.length - 1);
  const points: { decisions: number; f1: number }[] = [];
  for (let made = 0; ; ) {
    const { alignment, questions } = session.judge(decisions);
    if (POINTS.includes(made))
      points.push({ decisions: made, f1: f1Of(gold, predictionOf(alignment)) });
    if (made >= last) return points;
    const open = questions.filter(({ unit, partners }) =>
      partners.some((own) => own.decided === undefined && say(unit, own.unit) !== undefined),
    );
    const asked = ordered(open, order, random).slice(0, BATCH);
    decisions.push(...asked.flatMap((question) => answerOf(question, say)));
    // Where all is answered, the curve stays where it is.
    made += BATCH;
  }
}

function answerOf({ unit, partners }: ReviewQuestion, say: Say): Decision[] {
  return partners.flatMap((own): Decision[] => {
    const word = own.decided === undefined ? say(unit, own.unit) : undefined;
    if (word === undefined) return [];
    const ends = { upstream: { id: unit }, downstream: { id: own.unit } };
    return [{ action: word ? 'pin' : 'reject', ...ends }];
  });
}

function ordered(
  questions: readonly ReviewQuestion[],
  order: AskedOrder,
  random: () => number,
): readonly ReviewQuestion[] {
  if (order === 'worth') return questions;
  const keyed = questions.map((question) => ({
    question,
    key: order === 'weakest' ? weakestOf(question) : random(),
  }));
  return keyed.sort((a, b) => a.key - b.key).map(({ question }) => question);
}

/** Sentences without a link come after those with one. */
function weakestOf({ partners }: ReviewQuestion): number {
  return Math.min(2, ...partners.filter(({ linked }) => linked).map(({ score }) => score));
}

/** The same numbers in every run (Lehmer 1951). */
function series(): () => number {
  let state = 20201202;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
