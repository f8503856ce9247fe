import { fixedSeries } from './fixed-series.js';

/** Sentences as word ids, in pairs that say the same. */
type WordPair = readonly [a: readonly number[], b: readonly number[]];

/** A batch's pairs are each other's strangers: more make the task harder and the step steadier. */
const BATCH = 1024;
const EPOCHS = 6;
/** Divides the cosines: small ones make the nearest strangers count most. */
const TEMPERATURE = 0.07;
const RATE = { vectors: 0.001, weights: 0.01 };
/** Adam (Kingma & Ba 2015), its usual decays. */
const DECAY = { first: 0.9, second: 0.999, small: 1e-8 };
/** Sentences of fewer known words are left out. */
const LEAST_WORDS = 3;

/**
 * Draw word vectors so that sentences which say the same in different words come near, and nearer than the others of their
 * batch (InfoNCE: van den Oord et al. 2018). A sentence is the sum of its words' vectors, each by its weight.
 *
 * *In* `vectors`: words × dimensions, changed in place; `information` of each word, by which the weights begin: they are
 * learned too, so that the vectors need not say what is common, and are thrown away after.
 * Nothing is random but the order of the pairs, drawn by a fixed series.
 */
export function tuneVectors(
  vectors: Float32Array,
  information: Float32Array,
  pairs: readonly WordPair[],
  report: (line: string) => void,
): void {
  const usable = pairs.filter(([a, b]) => a.length >= LEAST_WORDS && b.length >= LEAST_WORDS);
  const dimensions = vectors.length / information.length;
  const model: Model = {
    dimensions,
    vectors,
    // Softplus of these is the weight.
    weights: information.map((value) => Math.log(Math.expm1(Math.max(0.2, value)))),
  };
  const steps = { vectors: adam(vectors.length), weights: adam(information.length) };
  const batch = Math.min(BATCH, usable.length);
  const shuffle = shuffler();
  for (let epoch = 1; epoch <= EPOCHS; epoch += 1) {
    const order = shuffle(usable);
    let loss = 0;
    let batches = 0;
    for (let at = 0; at + batch <= order.length && batch > 1; at += batch) {
      const gradient = gradientOf(model, order.slice(at, at + batch));
      steps.vectors(vectors, gradient.vectors, RATE.vectors);
      steps.weights(model.weights, gradient.weights, RATE.weights);
      loss += gradient.loss;
      batches += 1;
    }
    report(
      `vectors tuned on ${usable.length} pairs, pass ${epoch}: loss ${(loss / Math.max(1, batches)).toFixed(3)}`,
    );
  }
}

interface Model {
  readonly dimensions: number;
  readonly vectors: Float32Array;
  readonly weights: Float32Array;
}

interface Gradient {
  readonly loss: number;
  readonly vectors: Float32Array;
  readonly weights: Float32Array;
}

/** Sentences of one side of a batch: their sums' lengths and directions. */
interface Sentences {
  readonly words: readonly (readonly number[])[];
  readonly lengths: Float64Array;
  readonly units: Float32Array;
}

function softplus(value: number): number {
  return value > 30 ? value : Math.log1p(Math.exp(value));
}

function sentencesOf(model: Model, words: Sentences['words']): Sentences {
  const { dimensions, vectors, weights } = model;
  const units = new Float32Array(words.length * dimensions);
  const lengths = new Float64Array(words.length);
  for (const [i, ids] of words.entries()) {
    const at = i * dimensions;
    for (const id of ids) {
      const weight = softplus(weights[id]!);
      for (let k = 0; k < dimensions; k += 1)
        units[at + k]! += weight * vectors[id * dimensions + k]!;
    }
    let square = 1e-12;
    for (let k = 0; k < dimensions; k += 1) square += units[at + k]! ** 2;
    lengths[i] = Math.sqrt(square);
    for (let k = 0; k < dimensions; k += 1) units[at + k]! /= lengths[i]!;
  }
  return { words, lengths, units };
}

function gradientOf(model: Model, batch: readonly WordPair[]): Gradient {
  const a = sentencesOf(
    model,
    batch.map(([words]) => words),
  );
  const b = sentencesOf(
    model,
    batch.map(([, words]) => words),
  );
  const { slopes, loss } = contrast(a.units, b.units, batch.length, model.dimensions);
  const gradient = {
    loss,
    vectors: new Float32Array(model.vectors.length),
    weights: new Float32Array(model.weights.length),
  };
  const size = batch.length;
  push(model, a, multiply(slopes, b.units, size, model.dimensions), gradient);
  push(model, b, multiply(transpose(slopes, size), a.units, size, model.dimensions), gradient);
  return gradient;
}

/** The loss of a batch, and its slope along each cosine (a row for each of `a`, a column for each of `b`). */
function contrast(
  a: Float32Array,
  b: Float32Array,
  size: number,
  dimensions: number,
): { readonly slopes: Float32Array; readonly loss: number } {
  const exps = new Float32Array(size * size);
  const rows = new Float64Array(size);
  const columns = new Float64Array(size);
  let loss = 0;
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < size; j += 1) {
      let sum = 0;
      for (let k = 0; k < dimensions; k += 1)
        sum += a[i * dimensions + k]! * b[j * dimensions + k]!;
      // Cosines are at most 1: taken off, nothing overflows.
      const value = Math.exp((sum - 1) / TEMPERATURE);
      exps[i * size + j] = value;
      rows[i]! += value;
      columns[j]! += value;
      if (i === j) loss -= (sum - 1) / TEMPERATURE;
    }
  const slopes = new Float32Array(size * size);
  const scale = 1 / (2 * size * TEMPERATURE);
  for (let i = 0; i < size; i += 1) {
    loss += (Math.log(rows[i]!) + Math.log(columns[i]!)) / 2;
    for (let j = 0; j < size; j += 1) {
      const value = exps[i * size + j]!;
      slopes[i * size + j] = scale * (value / rows[i]! + value / columns[j]! - (i === j ? 2 : 0));
    }
  }
  return { slopes, loss: loss / size };
}

/** A square of slopes times units. */
function multiply(
  slopes: Float32Array,
  units: Float32Array,
  size: number,
  dimensions: number,
): Float32Array {
  const out = new Float32Array(size * dimensions);
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < size; j += 1) {
      const slope = slopes[i * size + j]!;
      for (let k = 0; k < dimensions; k += 1)
        out[i * dimensions + k]! += slope * units[j * dimensions + k]!;
    }
  return out;
}

function transpose(slopes: Float32Array, size: number): Float32Array {
  const out = new Float32Array(slopes.length);
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < size; j += 1) out[j * size + i] = slopes[i * size + j]!;
  return out;
}

/** Hand the slopes along sentences' directions on to their words' vectors and weights. */
function push(
  { dimensions, vectors, weights }: Model,
  { words, lengths, units }: Sentences,
  slopes: Float32Array,
  out: Gradient,
): void {
  const along = new Float64Array(dimensions);
  for (const [i, ids] of words.entries()) {
    const at = i * dimensions;
    let radial = 0;
    for (let k = 0; k < dimensions; k += 1) radial += slopes[at + k]! * units[at + k]!;
    for (let k = 0; k < dimensions; k += 1)
      along[k] = (slopes[at + k]! - radial * units[at + k]!) / lengths[i]!;
    for (const id of ids) {
      const weight = softplus(weights[id]!);
      let slope = 0;
      for (let k = 0; k < dimensions; k += 1) {
        out.vectors[id * dimensions + k]! += weight * along[k]!;
        slope += along[k]! * vectors[id * dimensions + k]!;
      }
      out.weights[id]! += slope / (1 + Math.exp(-weights[id]!));
    }
  }
}

function adam(size: number): (values: Float32Array, slopes: Float32Array, rate: number) => void {
  const first = new Float32Array(size);
  const second = new Float32Array(size);
  let step = 0;
  return (values, slopes, rate) => {
    step += 1;
    const least = 1 - DECAY.first ** step;
    const most = 1 - DECAY.second ** step;
    for (let i = 0; i < size; i += 1) {
      const slope = slopes[i]!;
      first[i] = DECAY.first * first[i]! + (1 - DECAY.first) * slope;
      second[i] = DECAY.second * second[i]! + (1 - DECAY.second) * slope * slope;
      values[i]! -= (rate * (first[i]! / least)) / (Math.sqrt(second[i]! / most) + DECAY.small);
    }
  };
}

/** Orders by a fixed series. */
function shuffler(): <T>(list: readonly T[]) => T[] {
  const next = fixedSeries(20211127);
  return (list) => {
    const out = [...list];
    for (let i = out.length - 1; i > 0; i -= 1) {
      const j = next(i + 1);
      [out[i], out[j]] = [out[j]!, out[i]!];
    }
    return out;
  };
}
