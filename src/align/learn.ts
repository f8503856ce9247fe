import { itemAt } from '../text/index.js';
import { sigmoid } from './logistic.js';

/** A pair of sentences as learning sees it. */
export interface Lesson {
  /** Log-odds by the engine, which has not heard of this very pair. */
  readonly logit: number;
  /** Which two items it stands in. */
  readonly items: number;
  /** Which two texts it is of: equal for equal wording. */
  readonly wording: number;
  /** A person's word. */
  readonly linked?: boolean | undefined;
}

/**
 * How far decisions may move log-odds, as variances: of all pairs, of all in proportion to their own log-odds, of those in the
 * same two items, of those in the same words.
 */
const VARIANCE = { level: 0.5, slope: 0.05, items: 1, wording: 4 };
/** Enough for three decimals of the odds. */
const STEPS = 40;
/** The greatest slope of the logistic function: steps taken by it never overshoot (Böhning & Lindsay 1988). */
const STEEPEST = 0.25;

/**
 * What decisions about some pairs say of all pairs of the same two texts, as an addition to their log-odds.
 *
 * A logistic model whose offset is the engine and whose every effect is held to nothing by its variance: few decisions move
 * little, and what is said of one section pair stays there unless others say the same. The mode, effect by effect.
 * *Out* one addition a pair. *Cost* decided pairs × steps.
 */
export function learn(pairs: readonly Lesson[]): Float64Array {
  const taught = pairs.filter(({ linked }) => linked !== undefined);
  const add = new Float64Array(pairs.length);
  if (taught.length === 0) return add;
  const level = { groups: [taught], of: () => 0, factor: () => 1, variance: VARIANCE.level };
  const slope = { ...level, factor: ({ logit }: Lesson) => logit, variance: VARIANCE.slope };
  const effects = [
    level,
    slope,
    grouped(taught, ({ items }) => items, VARIANCE.items),
    grouped(taught, ({ wording }) => wording, VARIANCE.wording),
  ];
  const found = fitEffects(taught, effects);
  return Float64Array.from(pairs, (pair) =>
    effects.reduce((sum, effect, k) => {
      const group = effect.of(pair);
      return group < 0 ? sum : sum + itemAt(itemAt(found, k), group) * effect.factor(pair);
    }, 0),
  );
}

/** One number for each group of pairs. */
interface Effect {
  readonly groups: readonly (readonly Lesson[])[];
  /** The group of a pair, −1 where nothing was said of it. */
  readonly of: (pair: Lesson) => number;
  readonly factor: (pair: Lesson) => number;
  readonly variance: number;
}

function grouped(
  taught: readonly Lesson[],
  keyOf: (pair: Lesson) => number,
  variance: number,
): Effect {
  const places = new Map<number, number>();
  const groups: Lesson[][] = [];
  for (const pair of taught) {
    const key = keyOf(pair);
    const place = places.get(key) ?? groups.length;
    places.set(key, place);
    if (place === groups.length) groups.push([pair]);
    else groups[place]?.push(pair);
  }
  return { groups, of: (pair) => places.get(keyOf(pair)) ?? -1, factor: () => 1, variance };
}

function fitEffects(taught: readonly Lesson[], effects: readonly Effect[]): Float64Array[] {
  const found = effects.map(({ groups }) => new Float64Array(groups.length));
  const odds = new Map(taught.map((pair) => [pair, pair.logit]));
  for (let step = 0; step < STEPS; step += 1)
    for (const [k, { groups, factor, variance }] of effects.entries())
      for (const [g, members] of groups.entries()) {
        const values = itemAt(found, k);
        const own = itemAt(values, g);
        let slope = -own / variance;
        let curve = 1 / variance;
        for (const pair of members) {
          const p = sigmoid(odds.get(pair) ?? 0);
          slope += factor(pair) * ((pair.linked === true ? 1 : 0) - p);
          curve += factor(pair) ** 2 * STEEPEST;
        }
        const move = slope / curve;
        values[g] = own + move;
        for (const pair of members) odds.set(pair, (odds.get(pair) ?? 0) + move * factor(pair));
      }
  return found;
}
