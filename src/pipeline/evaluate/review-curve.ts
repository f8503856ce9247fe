/** How links get better while a person answers questions, the gold speaking for the person. */
import { lettersIn, readingMinutes, spokenOf } from '../../align/index.js';
import {
  type AlignmentGold,
  type AlignmentPrediction,
  mapSide,
  predictedUnits,
  predictionOf,
  scoreAlignment,
} from '../../evaluate/index.js';
import type { CurveOrder, ReviewCurve, ReviewPoint } from '../../findings/index.js';
import type { Decision, ReviewQuestion } from '../../model/index.js';
import { itemAt } from '../../text/index.js';
import type { ReviewSession } from '../review/session.js';

/** Decisions after which F1 is measured. */
const POINTS = [0, 10, 20, 50, 100];
/** Answers between two judgements. */
const BATCH = 10;
/** Links put right whose time is told. */
const WANTED = 30;

/** Orders in which questions are asked. */
type AskedOrder = Exclude<CurveOrder, 'links'>;

type Say = (up: string, down: string) => boolean | undefined;

/**
 * F1 of sentence links after so many answers: in the order that is worth most, weakest link first, at random, and in the order that
 * puts most right, which only the gold knows: no order does better.
 *
 * An answer says of every sentence that had to be read whether it is a counterpart, and nothing of the others: what is aside is
 * read where nothing else fits. The same questions are asked in these orders, and what is answered is learned from in all four.
 * Beside them what a list of the links gives that is read from the weakest on: an answer says of one link whether it is right,
 * and nothing follows from it.
 */
export function reviewCurves(session: ReviewSession, gold: AlignmentGold): ReviewCurve[] {
  const say = goldPerson(session, gold);
  const lengthOf = lengths(session);
  const asked = (['worth', 'weakest', 'random', 'perfect'] as const).map((order) => ({
    order,
    ...answered(session, gold, order, { say, lengthOf }),
  }));
  return [...asked, { order: 'links', ...listed(session, gold, { say, lengthOf }) }];
}

/** Whom the gold plays, and what there is to read. */
interface Person {
  readonly say: Say;
  /** Letters of a sentence. */
  readonly lengthOf: (unit: string) => number;
}

function lengths({ upstream, downstream }: ReviewSession): Person['lengthOf'] {
  const known = new Map(
    [...upstream.documents, ...downstream.documents].flatMap(({ sentences }) =>
      sentences.map(({ id, text }) => [id, text.length] as const),
    ),
  );
  return (unit) => known.get(unit) ?? 0;
}

/** What an answer took, and how many links it put right. */
interface Work {
  readonly letters: number;
  readonly keys: number;
  readonly mended: number;
}

/** *Out* minutes to the hundredth. */
function sumOf(work: readonly Work[]): Pick<ReviewPoint, 'mended' | 'minutes'> {
  const of = (name: keyof Work): number => work.reduce((sum, own) => sum + own[name], 0);
  const minutes = readingMinutes({ letters: of('letters'), keys: of('keys') });
  return { mended: of('mended'), minutes: Math.round(minutes * 100) / 100 };
}

function thirtyOf(work: readonly Work[]): Pick<ReviewCurve, 'thirty'> {
  let mended = 0;
  const last = work.findIndex((own) => {
    mended += own.mended;
    return mended >= WANTED;
  });
  if (last < 0) return {};
  const decisions = last + 1;
  return { thirty: { decisions, minutes: sumOf(work.slice(0, decisions)).minutes } };
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

function listed(
  session: ReviewSession,
  gold: AlignmentGold,
  { say, lengthOf }: Person,
): Omit<ReviewCurve, 'order'> {
  const { alignment } = session.judge([]);
  const prediction = predictionOf(alignment);
  const asked = prediction.links
    .filter(({ grain }) => grain === 'sentence')
    .map((link) => ({ link, word: wordOn(link, say) }))
    .filter(({ word }) => word !== undefined)
    .sort((a, b) => (a.link.score ?? 1) - (b.link.score ?? 1));
  const work = asked.map(({ link, word }): Work => {
    const units = [...link.upstream, ...link.downstream];
    const letters = units.reduce((sum, unit) => sum + lengthOf(unit), 0);
    return { letters, keys: 1, mended: word === false ? 1 : 0 };
  });
  const points = POINTS.map((decisions) => {
    const answered = asked.slice(0, decisions);
    const wrong = new Set(answered.filter(({ word }) => word === false).map(({ link }) => link));
    const links = prediction.links.filter((link) => !wrong.has(link));
    const f1 = f1Of(gold, { ...prediction, links });
    return { decisions, f1, ...sumOf(work.slice(0, decisions)) };
  });
  return { points, ...thirtyOf(work) };
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

function answered(
  session: ReviewSession,
  gold: AlignmentGold,
  order: AskedOrder,
  person: Person,
): Omit<ReviewCurve, 'order'> {
  const decisions: Decision[] = [];
  const work: Work[] = [];
  const random = series();
  const last = itemAt(POINTS, POINTS.length - 1);
  const points: ReviewPoint[] = [];
  for (let made = 0; ; ) {
    const { alignment, questions } = session.judge(decisions);
    if (POINTS.includes(made))
      points.push({
        decisions: made,
        f1: f1Of(gold, predictionOf(alignment)),
        ...sumOf(work),
      });
    if (made >= last) return { points, ...thirtyOf(work) };
    const open = questions.filter((own) => isOpen(own, person));
    const asked = open.map((question) => ({ question, answer: answerOf(question, person) }));
    const keys: Readonly<Record<AskedOrder, (own: Asked) => number>> = {
      worth: () => 0,
      weakest: ({ question }) => weakestOf(question),
      random,
      perfect: ({ answer }) => -answer.mended,
    };
    for (const { answer } of sortedBy(asked, keys[order]).slice(0, BATCH)) {
      decisions.push(...answer.decisions);
      work.push(answer);
    }
    // Where all is answered, the curve stays where it is.
    made += BATCH;
  }
}

/** Clauses are not asked here: what has a counterpart is answered. */
function isOpen({ unit, partners }: ReviewQuestion, { say }: Person): boolean {
  return (
    !partners.some(({ decided }) => decided === true) &&
    partners.some((own) => own.decided === undefined && say(unit, own.unit) !== undefined)
  );
}

interface Answer extends Work {
  readonly decisions: readonly Decision[];
}

interface Asked {
  readonly question: ReviewQuestion;
  readonly answer: Answer;
}

function answerOf(question: ReviewQuestion, { say, lengthOf }: Person): Answer {
  const { unit } = question;
  const fits = question.partners
    .filter((own) => !own.aside && say(unit, own.unit))
    .map((own) => own.unit);
  const read = spokenOf(question, fits).filter(({ decided }) => decided === undefined);
  const spoken = read.flatMap((own) => {
    const word = say(unit, own.unit);
    return word === undefined ? [] : [{ ...own, word }];
  });
  const changed = spoken.filter(({ linked, word }) => linked !== word).length;
  return {
    decisions: spoken.map(
      ({ unit: lower, word }): Decision => ({
        action: word ? 'pin' : 'reject',
        upstream: { id: unit },
        downstream: { id: lower },
      }),
    ),
    letters: read.reduce((sum, { about }) => sum + lettersIn(about), lengthOf(unit)),
    // One counterpart, or none, is one key; several are ticked, then saved.
    keys: spoken.filter(({ word }) => word).length > 1 ? changed + 1 : 1,
    mended: changed,
  };
}

/** Lowest key first; of equals as they stood. */
function sortedBy(asked: readonly Asked[], keyOf: (own: Asked) => number): Asked[] {
  const keyed = asked.map((own) => ({ own, key: keyOf(own) }));
  return keyed.sort((a, b) => a.key - b.key).map(({ own }) => own);
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
