/** How links get better while a person answers questions, the gold speaking for the person. */
import {
  type AlignmentGold,
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

type Say = (up: string, down: string) => boolean | undefined;

/**
 * F1 of sentence links after so many answers: in the order that is worth most, weakest link first, and at random.
 *
 * An answer says of every sentence shown whether it is a counterpart, and nothing of those that are not shown. The same
 * questions are asked in every order, and what is answered is learned from in every order.
 */
export function reviewCurves(session: ReviewSession, gold: AlignmentGold): ReviewCurve[] {
  const say = goldPerson(session, gold);
  return (['worth', 'weakest', 'random'] as const).map((order) => ({
    order,
    points: pointsOf(session, gold, order, say),
  }));
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

function pointsOf(
  session: ReviewSession,
  gold: AlignmentGold,
  order: CurveOrder,
  say: Say,
): ReviewCurve['points'] {
  const decisions: Decision[] = [];
  const random = series();
  const last = itemAt(POINTS, POINTS.length - 1);
  const points: { decisions: number; f1: number }[] = [];
  for (let made = 0; ; ) {
    const { alignment, questions } = session.judge(decisions);
    if (POINTS.includes(made)) {
      const { links } = scoreAlignment(gold, predictionOf(alignment));
      points.push({ decisions: made, f1: links?.sentences.f1 ?? 0 });
    }
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
  order: CurveOrder,
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
