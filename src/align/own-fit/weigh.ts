import { groupBy, itemAt } from '../../text/index.js';
import { sigmoid } from '../logistic.js';
import { thresholdHere } from '../threshold.js';
import { fitOwn } from './fit.js';
import type { PaperLessons } from './lessons.js';
import { type OwnFit, ownAddition } from './model.js';

/** How decisions that a fit has not seen come out. */
export interface Held {
  /** Decisions that the links agree with. */
  readonly right: number;
  /** Of the links among the decided pairs, and of the pairs that people link. */
  readonly f1: number;
  /** Mean −log of the probability given to what people said: 0 is certainty. */
  readonly surprise: number;
}

/** Why a fit is not made, or not kept. */
export type OwnRefusal = 'few' | 'only-yes' | 'only-no' | 'only-mistakes' | 'worse';

export interface OwnVerdict {
  readonly decided: { readonly yes: number; readonly no: number };
  /** What was held out in turn; absent where nothing was fitted. */
  readonly heldOut?: 'papers' | 'parts';
  readonly before?: Held;
  readonly after?: Held;
  /** Fitted on all decisions; absent where it is refused. */
  readonly fit?: OwnFit;
  readonly refused?: OwnRefusal;
}

/** Fewer decisions, or fewer of one answer, tell nothing of a line of forty components, however hard it is held. */
export const LEAST_DECIDED = { decisions: 30, each: 5 };
/** So many pairs of papers are held out one by one; fewer by their upstream sections, in so many parts. */
const PAPERS = 3;
const PARTS = 6;
/**
 * The engine is right about what is asked in `review` at .93 of the rate it expects or more (18 pairs of the dev gold); where it is right at less
 * than this share of it, people wrote down its mistakes, and what else they saw is not known.
 */
const HONEST = 0.7;

/**
 * Fit on decisions, and say whether it is worth keeping: each decision is judged by a fit that has seen none of its papers (or of
 * its section), beside the engine as it is. Kept only if it decides no fewer of them rightly and is less surprised, by more
 * than chance makes of so many.
 */
export function weighOwnFit(papers: readonly PaperLessons[], withModel: boolean): OwnVerdict {
  const decided = countOf(papers);
  const refused = refusalOf(papers, decided);
  if (refused !== undefined) return { decided, refused };
  const folds = foldsOf(papers);
  const judged = papers.flatMap((own) => judge(own, folds.of, folds.fits(withModel)));
  const [before, after] = [heldOf(judged, 'before'), heldOf(judged, 'after')];
  const figures = { decided, heldOut: folds.by, before, after };
  if (!isBetter(judged, figures)) return { ...figures, refused: 'worse' };
  return {
    ...figures,
    fit: fitOwn(
      papers.flatMap(({ lessons }) => lessons),
      withModel,
    ),
  };
}

function countOf(papers: readonly PaperLessons[]): OwnVerdict['decided'] {
  const words = papers.flatMap(({ lessons, beyond }) =>
    [...lessons, ...beyond].flatMap(({ linked }) => (linked === undefined ? [] : [linked])),
  );
  const yes = words.filter((linked) => linked).length;
  return { yes, no: words.length - yes };
}

function refusalOf(
  papers: readonly PaperLessons[],
  { yes, no }: OwnVerdict['decided'],
): OwnRefusal | undefined {
  if (yes + no < LEAST_DECIDED.decisions) return 'few';
  if (no < LEAST_DECIDED.each) return 'only-yes';
  if (yes < LEAST_DECIDED.each) return 'only-no';
  let [right, expected] = [0, 0];
  for (const { linked, logOdds } of papers.flatMap(({ lessons }) => lessons)) {
    if (linked === undefined) continue;
    right += Number(logOdds >= 0 === linked);
    expected += sigmoid(Math.abs(logOdds));
  }
  return right < HONEST * expected ? 'only-mistakes' : undefined;
}

interface Folds {
  readonly by: 'papers' | 'parts';
  readonly of: (papers: string, part: string) => number;
  /** A fit for each fold that has seen none of it. */
  readonly fits: (withModel: boolean) => readonly OwnFit[];
}

/** Groups by size, each into the emptiest fold, so that every fold has decisions. */
function foldsOf(papers: readonly PaperLessons[]): Folds {
  const taught = papers.filter(({ lessons }) => lessons.some(({ linked }) => linked !== undefined));
  const by = taught.length >= PAPERS ? 'papers' : 'parts';
  const keyOf = (name: string, part: string): string => (by === 'papers' ? name : part);
  const all = papers.flatMap((own) =>
    own.lessons.map((lesson) => ({ lesson, key: keyOf(own.papers, lesson.part) })),
  );
  const groups = [...groupBy(all, ({ key }) => key)].map(([key, own]) => ({
    key,
    size: own.filter(({ lesson }) => lesson.linked !== undefined).length,
  }));
  const count = by === 'papers' ? taught.length : PARTS;
  const filled = new Array<number>(count).fill(0);
  const places = new Map<string, number>();
  for (const { key, size } of groups.sort((a, b) => b.size - a.size || (a.key < b.key ? -1 : 1))) {
    const place = filled.indexOf(Math.min(...filled));
    places.set(key, place);
    filled[place] = itemAt(filled, place) + size;
  }
  return {
    by,
    of: (name, part) => places.get(keyOf(name, part)) ?? -1,
    fits: (withModel) =>
      filled.map((_, fold) =>
        fitOwn(
          all.flatMap(({ lesson, key }) => (places.get(key) === fold ? [] : [lesson])),
          withModel,
        ),
      ),
  };
}

/** A decision as it is judged before, and by a fit that has not seen it. */
interface Judged {
  readonly linked: boolean;
  readonly before: { readonly probability: number; readonly made: boolean };
  readonly after: { readonly probability: number; readonly made: boolean };
}

function judge(
  { papers, lessons, fixed, beyond, threshold }: PaperLessons,
  foldOf: Folds['of'],
  fits: readonly OwnFit[],
): Judged[] {
  const odds = lessons.map(({ logOdds }) => logOdds);
  const moved = lessons.map(({ row, part, logOdds }) => {
    const fit = fits[foldOf(papers, part)];
    return logOdds + (fit === undefined ? 0 : ownAddition(fit, row));
  });
  const thresholdOf = (values: readonly number[]): number =>
    thresholdHere(threshold, [...values.map(sigmoid), ...fixed]);
  const [least, leastAfter] = [thresholdOf(odds), thresholdOf(moved)];
  const word = (value: number, from: number) => ({ probability: value, made: value >= from });
  return [
    ...lessons.flatMap(({ linked }, i): Judged[] =>
      linked === undefined
        ? []
        : [
            {
              linked,
              before: word(sigmoid(itemAt(odds, i)), least),
              after: word(sigmoid(itemAt(moved, i)), leastAfter),
            },
          ],
    ),
    ...beyond.map(({ probability, linked }) => ({
      linked,
      before: word(probability, least),
      after: word(probability, leastAfter),
    })),
  ];
}

function heldOf(judged: readonly Judged[], when: 'before' | 'after'): Held {
  let [right, hits, made, yes, surprise] = [0, 0, 0, 0, 0];
  for (const own of judged) {
    right += Number(own[when].made === own.linked);
    hits += Number(own[when].made && own.linked);
    made += Number(own[when].made);
    yes += Number(own.linked);
    surprise += surpriseOf(own, when);
  }
  return {
    right,
    f1: made + yes === 0 ? 0 : (2 * hits) / (made + yes),
    surprise: surprise / judged.length,
  };
}

function surpriseOf(own: Judged, when: 'before' | 'after'): number {
  const { probability } = own[when];
  return -Math.log(Math.max(1e-6, own.linked ? probability : 1 - probability));
}

/**
 * By how many of its own standard errors surprise must fall. What other sections of the same papers gain says less of other
 * papers than papers do: of fits that passed by one error there, two of three made other papers of the dev gold worse.
 */
const MARGIN = { papers: 1, parts: 2 };

/** No fewer right, no lower F1, and less surprised by more than chance. */
function isBetter(
  judged: readonly Judged[],
  { heldOut, before, after }: Required<Pick<OwnVerdict, 'heldOut' | 'before' | 'after'>>,
): boolean {
  if (after.right < before.right || after.f1 < before.f1) return false;
  const gains = judged.map((own) => surpriseOf(own, 'before') - surpriseOf(own, 'after'));
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
  const square = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0);
  return mean > (MARGIN[heldOut] * Math.sqrt(square)) / gains.length;
}
