import { itemAt } from '../text/index.js';
import { addScaled, dot, scaleRow, zeros } from './arithmetic.js';
import type { LogisticModel } from './logistic.js';

export interface Example {
  readonly row: ArrayLike<number>;
  /** 1 linked, 0 not; in between where annotators disagree. */
  readonly label: number;
  readonly weight: number;
  /** Log-odds that stand before anything is fitted; absent: none. What is fitted is added to them. */
  readonly offset?: number;
}

interface FitOptions {
  readonly names: readonly string[];
  /** Strength of the ridge on standardised weights, in units of one example; one for all, or one a name. */
  readonly ridge: number | readonly number[];
  /** The same for the constant, which is else free. */
  readonly biasRidge?: number;
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
  const components = standards(examples, options);
  const problem: Problem = {
    cases: examples.map(({ row, label, weight, offset = 0 }) => ({
      row: standardised(row, components),
      label,
      weight,
      offset,
    })),
    // The bias is the component before the first: always 1, without a sign.
    limits: [
      { ridge: options.biasRidge ?? 0, sign: 0 },
      ...components.map(({ sign }, k) => ({ ridge: ridgeOf(options, k), sign })),
    ],
  };
  const weights = new Float64Array(problem.limits.length);
  let loss = lossOf(problem, weights);
  for (let step = 0; step < STEPS; step += 1) {
    const change = newtonStep(problem, weights);
    // A Newton step far from the optimum overshoots.
    let next = lossOf(problem, plus(weights, change));
    for (let halving = 0; next > loss && halving < 20; halving += 1) {
      scaleRow(change, 0.5);
      next = lossOf(problem, plus(weights, change));
    }
    if (next > loss) break;
    weights.set(plus(weights, change));
    loss = next;
    if (change.every((value) => Math.abs(value) < SMALL)) break;
  }
  const [bias = 0, ...rest] = weights;
  return {
    bias,
    components: components.map(({ name, mean, deviation }, k) => ({
      name,
      mean,
      deviation,
      weight: itemAt(rest, k),
    })),
  };
}

function ridgeOf({ ridge }: FitOptions, k: number): number {
  return typeof ridge === 'number' ? ridge : itemAt(ridge, k);
}

/** An example whose row is standardised, with 1 for the bias first. */
interface Case {
  readonly row: Float64Array;
  readonly label: number;
  readonly weight: number;
  readonly offset: number;
}

interface Problem {
  readonly cases: readonly Case[];
  /** What binds each weight: its ridge, and the sign it may not leave (0: either). */
  readonly limits: readonly { readonly ridge: number; readonly sign: number }[];
}

function plus(a: Float64Array, b: Float64Array): Float64Array {
  const sum = Float64Array.from(a);
  addScaled(sum, 1, b);
  return sum;
}

/** Half the ridges' pull at these weights. */
function pull({ limits }: Problem, weights: Float64Array): number {
  return limits.reduce((sum, { ridge }, k) => sum + 0.5 * ridge * itemAt(weights, k) ** 2, 0);
}

/** What is made least: the weighted log-loss and the ridge. */
function lossOf(problem: Problem, weights: Float64Array): number {
  let loss = 0;
  for (const { row, label, weight, offset } of problem.cases) {
    const score = offset + dot(weights, row);
    // log(1 + e^s) − label · s, without overflow.
    loss += weight * (Math.max(0, score) + Math.log1p(Math.exp(-Math.abs(score))) - label * score);
  }
  return loss + pull(problem, weights);
}

/** The change that makes the second-order picture of the loss least, no weight leaving its sign. */
function newtonStep(problem: Problem, weights: Float64Array): Float64Array {
  const { gradient, curvature } = slopesOf(problem, weights);
  const bound = problem.limits.map(({ sign }, k) => ({
    sign,
    slope: itemAt(gradient, k),
    bends: itemAt(curvature, k),
    bend: itemAt(itemAt(curvature, k), k),
    weight: itemAt(weights, k),
  }));
  const change = new Float64Array(bound.length);
  for (let pass = 0; pass < PASSES; pass += 1) {
    let largest = 0;
    for (const [k, { sign, slope, bends, bend, weight }] of bound.entries()) {
      const here = itemAt(change, k);
      let next = weight + here + (slope - dot(bends, change)) / bend;
      if (next * sign < 0) next = 0;
      change[k] = next - weight;
      largest = Math.max(largest, Math.abs(next - weight - here));
    }
    if (largest < SMALL / 10) break;
  }
  return change;
}

/** First and second derivatives of what is made least, the first with its sign turned. */
function slopesOf(
  { cases, limits }: Problem,
  weights: Float64Array,
): { readonly gradient: Float64Array; readonly curvature: readonly Float64Array[] } {
  const gradient = Float64Array.from(limits, ({ ridge }, k) => -ridge * itemAt(weights, k));
  const curvature = zeros(limits.length, limits.length);
  for (const { row, label, weight, offset } of cases) {
    const p = 1 / (1 + Math.exp(-(offset + dot(weights, row))));
    addScaled(gradient, weight * (label - p), row);
    const bend = weight * p * (1 - p);
    // The lower half; the upper one is its mirror.
    let k = 0;
    for (const line of curvature) {
      addScaled(line, bend * row[k]!, row, k + 1);
      k += 1;
    }
  }
  for (const [k, line] of curvature.entries()) {
    line[k]! += itemAt(limits, k).ridge + 1e-9;
    for (let j = 0; j < k; j += 1) itemAt(curvature, j)[k] = line[j]!;
  }
  return { gradient, curvature };
}

interface Standard {
  readonly name: string;
  readonly sign: number;
  readonly mean: number;
  readonly deviation: number;
}

function standardised(row: ArrayLike<number>, components: readonly Standard[]): Float64Array {
  const out = new Float64Array(components.length + 1).fill(1);
  for (const [k, { mean, deviation }] of components.entries())
    out[k + 1] = (row[k]! - mean) / deviation;
  return out;
}

function standards(examples: readonly Example[], { names, signs }: FitOptions): Standard[] {
  return names.map((name, k) => {
    let sum = 0;
    let square = 0;
    for (const { row } of examples) {
      const value = row[k]!;
      sum += value;
      square += value ** 2;
    }
    const mean = sum / examples.length;
    const variance = square / examples.length - mean * mean;
    const deviation = variance > 1e-12 ? Math.sqrt(variance) : 1;
    return { name, sign: signs?.[name] ?? 0, mean, deviation };
  });
}
