/** A logistic model over named components. */
export interface LogisticModel {
  readonly bias: number;
  readonly components: readonly LogisticComponent[];
}

export interface LogisticComponent {
  readonly name: string;
  /** Mean and deviation of the component in the gold it was fitted on: what it is standardised by. */
  readonly mean: number;
  readonly deviation: number;
  readonly weight: number;
}

/** A line in one product a component: a long document asks for a hundred thousand. */
interface Compiled {
  readonly constant: number;
  readonly slopes: Float64Array;
}

const compiled = new WeakMap<LogisticModel, Compiled>();

function compile(model: LogisticModel): Compiled {
  const known = compiled.get(model);
  if (known !== undefined) return known;
  const slopes = Float64Array.from(model.components, ({ weight, deviation }) => weight / deviation);
  const out = {
    constant: model.components.reduce((sum, { mean }, i) => sum - slopes[i]! * mean, model.bias),
    slopes,
  };
  compiled.set(model, out);
  return out;
}

/** Log-odds of a row of components, in the model's order. */
export function logit(model: LogisticModel, row: ArrayLike<number>): number {
  const { constant, slopes } = compile(model);
  let sum = constant;
  let i = 0;
  for (const slope of slopes) sum += slope * row[i++]!;
  return sum;
}

/** What each component adds to a row's log-odds; with a constant they sum to `logit`. */
export function contributionsOf(
  { components }: LogisticModel,
  row: ArrayLike<number>,
): Float64Array {
  return Float64Array.from(
    components,
    ({ mean, deviation, weight }, i) => (weight * (row[i]! - mean)) / deviation,
  );
}

/** Probability from log-odds. */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
