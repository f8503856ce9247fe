import { itemAt } from '../text/index.js';
import type { Candidate } from './candidates.js';
import { MEANING_SHARE, type MeasuredWording, PAIR_COMPONENTS } from './measure.js';

/** What a user's own model says of the sentences: one vector a sentence, of one length, in the order of the side's sentences. */
export interface OwnVectors {
  readonly upstream: readonly Float32Array[];
  readonly downstream: readonly Float32Array[];
}

const MEANING = PAIR_COMPONENTS.findIndex(({ name }) => name === 'meaning');

/**
 * Let a user's own model speak in the component `meaning`.
 *
 * Models differ in what their cosines are like (in one, strangers score .7), and the weights have seen none of them. So
 * only the model's *order* is taken: the pair it holds for nearest gets the highest value that the engine's own `meaning`
 * has in this comparison, and so on; the component is the mean of both. Its distribution stays what the weights were
 * fitted on (src/decisions/0054).
 *
 * Without a background the engine's own `meaning` is 0 throughout, and so is what the model is mapped onto.
 *
 * *In* all measured candidates. *Out* the same with `meaning` and the likeness that it is part of, and what the model sees more,
 * by which an own fit weighs it (`own-fit/`).
 * *Cost* candidates × dimensions, and a sort. *Errors*: `RangeError` where a side's vectors are not its sentences'.
 */
export function withOwnModel(
  wording: MeasuredWording,
  candidates: readonly Candidate[],
  own: OwnVectors,
): MeasuredWording {
  const width = PAIR_COMPONENTS.length;
  const components = wording.components.slice();
  const likeness = wording.likeness.slice();
  const engine = Float64Array.from(candidates, (_, i) => itemAt(components, i * width + MEANING));
  const ranked = ontoDistribution(cosines(candidates, centred(own)), engine);
  const ownModel = ranked.map((value, i) => value - itemAt(engine, i));
  for (let i = 0; i < candidates.length; i += 1) {
    const meaning = (itemAt(engine, i) + itemAt(ranked, i)) / 2;
    components[i * width + MEANING] = meaning;
    likeness[i]! += MEANING_SHARE * (Math.max(0, meaning) - Math.max(0, itemAt(engine, i)));
  }
  return { ...wording, components, likeness, ownModel };
}

/** Errors: `RangeError`. */
export function checkOwnVectors(
  own: OwnVectors,
  counts: { readonly up: number; readonly down: number },
): void {
  const { upstream, downstream } = own;
  if (upstream.length !== counts.up || downstream.length !== counts.down)
    throw new RangeError('semantics holds one vector for each sentence of a side');
  const size = upstream[0]?.length ?? downstream[0]?.length;
  if ([...upstream, ...downstream].some((vector) => vector.length !== size))
    throw new RangeError('all vectors of semantics have one length');
}

/** Less what all sentences of the pair have in common: texts of one genre lie close together in any model. */
function centred({ upstream, downstream }: OwnVectors): {
  readonly upstream: readonly Float64Array[];
  readonly downstream: readonly Float64Array[];
} {
  const all = [...upstream, ...downstream];
  const mean = new Float64Array(all[0]?.length ?? 0);
  for (const vector of all)
    for (let i = 0; i < mean.length; i += 1) mean[i]! += itemAt(vector, i) / all.length;
  const less = (vector: Float32Array): Float64Array =>
    unit(mean.map((m, i) => itemAt(vector, i) - m));
  return { upstream: upstream.map(less), downstream: downstream.map(less) };
}

function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(product(vector, vector));
  return length > 0 ? vector.map((value) => value / length) : vector;
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += itemAt(a, i) * itemAt(b, i);
  return sum;
}

/** Steps of a cosine that are told apart: finer ones depend on the order in which numbers were added. */
const STEPS = 1e6;

function cosines(
  candidates: readonly Candidate[],
  { upstream, downstream }: ReturnType<typeof centred>,
): Float64Array {
  return Float64Array.from(
    candidates,
    ({ up, down }) =>
      Math.round(product(itemAt(upstream, up), itemAt(downstream, down)) * STEPS) / STEPS,
  );
}

/**
 * Values by rank onto the values of another distribution of as many: the lowest gets the lowest. Equal values get the mean of
 * their places.
 *
 * @example
 * ontoDistribution([0.1, 0.9, 0.9], [5, 1, 3]); // [1, 4, 4]
 */
export function ontoDistribution(
  values: ArrayLike<number>,
  distribution: ArrayLike<number>,
): Float64Array {
  const sorted = Float64Array.from(distribution).sort();
  const order = Int32Array.from({ length: values.length }, (_, i) => i);
  order.sort((a, b) => itemAt(values, a) - itemAt(values, b));
  const out = new Float64Array(values.length);
  for (let start = 0; start < order.length; ) {
    const value = itemAt(values, itemAt(order, start));
    let end = start;
    let sum = 0;
    while (end < order.length && values[itemAt(order, end)] === value) {
      sum += itemAt(sorted, end);
      end += 1;
    }
    for (let i = start; i < end; i += 1) out[itemAt(order, i)] = sum / (end - start);
    start = end;
  }
  return out;
}
