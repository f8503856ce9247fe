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

/** Newton steps; the objective is convex, and steps fall below `SMALL` in about ten. */
const STEPS = 50;
const SMALL = 1e-5;
/** Passes over the weights inside one step, which cost nothing beside summing the curvature. */
const PASSES = 500;

/**
 * Fit a logistic model with a ridge and signs by Newton steps, each solved under the signs by coordinate descent (as glmnet
 * does: Friedman, Hastie & Tibshirani 2010).
 *
 * Signs keep a component from being used against its meaning where the gold is small: they are what carries best to
 * chains that were not seen. *Cost* examples × components² a step.
 */
export function fitLogistic(examples: readonly Example[], options: FitOptions): LogisticModel {
  const width = options.names.length;
  const { means, deviations } = standards(examples, width);
  // The bias is the component before the first: always 1, without ridge or sign.
  const size = width + 1;
  const rows = new Float64Array(examples.length * size);
  for (const [i, { row }] of examples.entries()) {
    rows[i * size] = 1;
    for (let k = 0; k < width; k += 1)
      rows[i * size + k + 1] = (row[k]! - means[k]!) / deviations[k]!;
  }
  const problem: Problem = {
    rows,
    labels: Float64Array.from(examples, ({ label }) => label),
    importance: Float64Array.from(examples, ({ weight }) => weight),
    ridges: Float64Array.from({ length: size }, (_, k) => (k === 0 ? 0 : options.ridge)),
    signs: Int8Array.from({ length: size }, (_, k) =>
      k === 0 ? 0 : (options.signs?.[options.names[k - 1]!] ?? 0),
    ),
  };
  const weights = new Float64Array(size);
  let loss = lossOf(problem, weights);
  for (let step = 0; step < STEPS; step += 1) {
    const change = newtonStep(problem, weights);
    // A Newton step far from the optimum overshoots.
    let next = lossOf(problem, plus(weights, change));
    for (let halving = 0; next > loss && halving < 20; halving += 1) {
      for (let k = 0; k < size; k += 1) change[k]! /= 2;
      next = lossOf(problem, plus(weights, change));
    }
    if (next > loss) break;
    weights.set(plus(weights, change));
    loss = next;
    if (change.every((value) => Math.abs(value) < SMALL)) break;
  }
  return {
    bias: weights[0]!,
    components: options.names.map((name, k) => ({
      name,
      mean: means[k]!,
      deviation: deviations[k]!,
      weight: weights[k + 1]!,
    })),
  };
}

interface Problem {
  /** Standardised components of each example, row after row, 1 for the bias first. */
  readonly rows: Float64Array;
  readonly labels: Float64Array;
  readonly importance: Float64Array;
  readonly ridges: Float64Array;
  readonly signs: Int8Array;
}

function plus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, k) => value + b[k]!);
}

function scoreOf(rows: Float64Array, at: number, weights: Float64Array): number {
  let score = 0;
  for (let k = 0; k < weights.length; k += 1) score += rows[at + k]! * weights[k]!;
  return score;
}

/** What is made least: the weighted log-loss and the ridge. */
function lossOf({ rows, labels, importance, ridges }: Problem, weights: Float64Array): number {
  let loss = 0;
  for (let i = 0; i < labels.length; i += 1) {
    const score = scoreOf(rows, i * weights.length, weights);
    // log(1 + e^s) − label · s, without overflow.
    loss +=
      importance[i]! *
      (Math.max(0, score) + Math.log1p(Math.exp(-Math.abs(score))) - labels[i]! * score);
  }
  for (let k = 0; k < weights.length; k += 1) loss += 0.5 * ridges[k]! * weights[k]! ** 2;
  return loss;
}

/** The change that makes the second-order picture of the loss least, no weight leaving its sign. */
function newtonStep(
  { rows, labels, importance, ridges, signs }: Problem,
  weights: Float64Array,
): Float64Array {
  const size = weights.length;
  const gradient = Float64Array.from(weights, (weight, k) => -ridges[k]! * weight);
  const curvature = new Float64Array(size * size);
  for (let i = 0; i < labels.length; i += 1) {
    const at = i * size;
    const p = 1 / (1 + Math.exp(-scoreOf(rows, at, weights)));
    const slope = importance[i]! * (labels[i]! - p);
    const bend = importance[i]! * p * (1 - p);
    for (let k = 0; k < size; k += 1) {
      const x = rows[at + k]!;
      gradient[k]! += slope * x;
      const y = bend * x;
      for (let j = 0; j <= k; j += 1) curvature[k * size + j]! += y * rows[at + j]!;
    }
  }
  for (let k = 0; k < size; k += 1) {
    curvature[k * size + k]! += ridges[k]! + 1e-9;
    for (let j = 0; j < k; j += 1) curvature[j * size + k] = curvature[k * size + j]!;
  }
  const change = new Float64Array(size);
  for (let pass = 0; pass < PASSES; pass += 1) {
    let largest = 0;
    for (let k = 0; k < size; k += 1) {
      let rest = gradient[k]!;
      for (let j = 0; j < size; j += 1) rest -= curvature[k * size + j]! * change[j]!;
      let next = weights[k]! + change[k]! + rest / curvature[k * size + k]!;
      if (next * signs[k]! < 0) next = 0;
      const moved = next - weights[k]! - change[k]!;
      change[k]! += moved;
      largest = Math.max(largest, Math.abs(moved));
    }
    if (largest < SMALL / 10) break;
  }
  return change;
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
