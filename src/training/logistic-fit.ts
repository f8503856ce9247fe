import type { LogisticModel } from '../align/index.js';

export interface Example {
  readonly row: ArrayLike<number>;
  /** 1 linked, 0 not; in between where annotators disagree. */
  readonly label: number;
  readonly weight: number;
}

interface FitOptions {
  readonly names: readonly string[];
  /** Strength of the ridge on standardised weights, in units of one example. */
  readonly ridge: number;
  /** Components that may only speak for a link (+1), only against it (−1). */
  readonly signs?: Readonly<Record<string, 1 | -1>>;
}

/** Passes of coordinate descent; the objective is convex, and changes fall below 1e-5 well before. */
const PASSES = 200;

/**
 * Fit a logistic model with a ridge and signs by cyclic coordinate Newton steps.
 *
 * Signs keep a component from being used against its meaning where the gold is small: they are what carries best to
 * chains that were not seen.
 */
export function fitLogistic(examples: readonly Example[], options: FitOptions): LogisticModel {
  const width = options.names.length;
  const { means, deviations } = standards(examples, width);
  const columns = Array.from({ length: width }, (_, k) =>
    Float64Array.from(examples, (example) => (example.row[k]! - means[k]!) / deviations[k]!),
  );
  const weights = new Float64Array(width);
  const scores = new Float64Array(examples.length);
  let bias = 0;
  for (let pass = 0; pass < PASSES; pass += 1) {
    let change = Math.abs(stepBias());
    for (let k = 0; k < width; k += 1) change = Math.max(change, Math.abs(stepWeight(k)));
    if (change < 1e-5) break;
  }
  return {
    bias,
    components: options.names.map((name, k) => ({
      name,
      mean: means[k]!,
      deviation: deviations[k]!,
      weight: weights[k]!,
    })),
  };

  function stepBias(): number {
    let gradient = 0;
    let curvature = 1e-6;
    for (const [i, example] of examples.entries()) {
      const p = 1 / (1 + Math.exp(-scores[i]!));
      gradient += example.weight * (example.label - p);
      curvature += example.weight * p * (1 - p);
    }
    const step = clampStep(gradient / curvature);
    bias += step;
    for (let i = 0; i < scores.length; i += 1) scores[i]! += step;
    return step;
  }

  function stepWeight(k: number): number {
    const column = columns[k]!;
    let gradient = -options.ridge * weights[k]!;
    let curvature = options.ridge;
    for (let i = 0; i < examples.length; i += 1) {
      const example = examples[i]!;
      const p = 1 / (1 + Math.exp(-scores[i]!));
      const x = column[i]!;
      gradient += example.weight * (example.label - p) * x;
      curvature += example.weight * p * (1 - p) * x * x;
    }
    let next = weights[k]! + clampStep(gradient / curvature);
    const sign = options.signs?.[options.names[k]!];
    if (sign !== undefined && next * sign < 0) next = 0;
    const step = next - weights[k]!;
    weights[k] = next;
    if (step !== 0) for (let i = 0; i < scores.length; i += 1) scores[i]! += step * column[i]!;
    return step;
  }
}

/** A Newton step far from the optimum overshoots. */
function clampStep(step: number): number {
  return Math.max(-1, Math.min(1, step));
}

function standards(
  examples: readonly Example[],
  width: number,
): { means: number[]; deviations: number[] } {
  const means: number[] = [];
  const deviations: number[] = [];
  for (let k = 0; k < width; k += 1) {
    let sum = 0;
    let square = 0;
    for (const example of examples) {
      sum += example.row[k]!;
      square += example.row[k]! ** 2;
    }
    const mean = sum / examples.length;
    const variance = square / examples.length - mean * mean;
    means.push(mean);
    deviations.push(variance > 1e-12 ? Math.sqrt(variance) : 1);
  }
  return { means, deviations };
}
