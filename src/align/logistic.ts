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

/** Log-odds of a row of components, in the model's order. */
export function logit(model: LogisticModel, row: ArrayLike<number>): number {
  const { components } = model;
  let sum = model.bias;
  for (let i = 0; i < components.length; i += 1) {
    const component = components[i]!;
    sum += (component.weight * (row[i]! - component.mean)) / component.deviation;
  }
  return sum;
}

/** Probability from log-odds. */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
