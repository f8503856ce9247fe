import { addScaled, dot, rowsOf, scaleRow } from '../align/arithmetic.js';
import { itemAt } from '../text/index.js';
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
  // Softplus of these is the weight.
  const weights = information.map((value) => Math.log(Math.expm1(Math.max(0.2, value))));
  const model: Model = { dimensions, vectors: rowsOf(vectors, dimensions), weights };
  const steps = { vectors: adam(vectors.length), weights: adam(weights.length) };
  const batch = Math.min(BATCH, usable.length);
  const shuffle = shuffler();
  for (let epoch = 1; epoch <= EPOCHS; epoch += 1) {
    const order = shuffle(usable);
    let loss = 0;
    let batches = 0;
    for (let at = 0; at + batch <= order.length && batch > 1; at += batch) {
      const gradient = gradientOf(model, order.slice(at, at + batch));
      steps.vectors(vectors, gradient.vectors, RATE.vectors);
      steps.weights(weights, gradient.weights, RATE.weights);
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
  /** A vector for each word. */
  readonly vectors: readonly Float32Array[];
  readonly weights: Float32Array;
}

interface Gradient {
  readonly loss: number;
  /** Of all vectors, one after the other. */
  readonly vectors: Float32Array;
  readonly weights: Float32Array;
}

/** A sentence of a batch: the direction of its words' sum, and the sum's length. */
interface Sentence {
  readonly words: readonly number[];
  readonly length: number;
  readonly unit: Float32Array;
}

function softplus(value: number): number {
  return value > 30 ? value : Math.log1p(Math.exp(value));
}

function sentenceOf({ dimensions, vectors, weights }: Model, words: readonly number[]): Sentence {
  const unit = new Float32Array(dimensions);
  for (const id of words) addScaled(unit, softplus(itemAt(weights, id)), itemAt(vectors, id));
  const length = Math.sqrt(1e-12 + dot(unit, unit));
  scaleRow(unit, 1 / length);
  return { words, length, unit };
}

function gradientOf(model: Model, batch: readonly WordPair[]): Gradient {
  const a = batch.map(([words]) => sentenceOf(model, words));
  const b = batch.map(([, words]) => sentenceOf(model, words));
  const { slopes, loss } = contrast(a, b);
  const gradient = {
    loss,
    vectors: new Float32Array(model.vectors.length * model.dimensions),
    weights: new Float32Array(model.weights.length),
  };
  push(model, a, multiply(slopes, b), gradient);
  push(model, b, multiply(transposed(slopes), a), gradient);
  return gradient;
}

/** The loss of a batch, and its slope along each cosine (a row for each of `a`, a column for each of `b`). */
function contrast(
  a: readonly Sentence[],
  b: readonly Sentence[],
): { readonly slopes: readonly Float32Array[]; readonly loss: number } {
  // Cosines are at most 1: taken off, nothing overflows.
  const scaled = a.map(({ unit }) =>
    Float32Array.from(b, (other) => (dot(unit, other.unit) - 1) / TEMPERATURE),
  );
  const exps = scaled.map((row) => row.map(Math.exp));
  const columns = new Float64Array(b.length);
  for (const row of exps) addScaled(columns, 1, row);
  const scale = 1 / (2 * a.length * TEMPERATURE);
  let loss = 0;
  const slopes = exps.map((row, i) => {
    const sum = row.reduce((total, value) => total + value, 0);
    loss += (Math.log(sum) + Math.log(itemAt(columns, i))) / 2 - itemAt(itemAt(scaled, i), i);
    const out = row.map((value, j) => scale * (value / sum + value / columns[j]!));
    out[i]! -= 2 * scale;
    return out;
  });
  return { slopes, loss: loss / a.length };
}

/** Rows of slopes times the directions of the other side's sentences. */
function multiply(
  slopes: readonly Float32Array[],
  sentences: readonly Sentence[],
): readonly Float32Array[] {
  return slopes.map((row) => {
    const out = new Float32Array(sentences[0]?.unit.length ?? 0);
    for (const [j, { unit }] of sentences.entries()) addScaled(out, row[j]!, unit);
    return out;
  });
}

function transposed(rows: readonly Float32Array[]): Float32Array[] {
  return rows.map((_, k) => Float32Array.from(rows, (row) => row[k]!));
}

/** Hand the slopes along sentences' directions on to their words' vectors and weights. */
function push(
  { dimensions, vectors, weights }: Model,
  sentences: readonly Sentence[],
  slopes: readonly Float32Array[],
  out: Gradient,
): void {
  const outVectors = rowsOf(out.vectors, dimensions);
  for (const [i, { words, length, unit }] of sentences.entries()) {
    const along = Float64Array.from(itemAt(slopes, i));
    addScaled(along, -dot(along, unit), unit);
    scaleRow(along, 1 / length);
    for (const id of words) {
      const weight = itemAt(weights, id);
      addScaled(itemAt(outVectors, id), softplus(weight), along);
      out.weights[id]! += dot(along, itemAt(vectors, id)) / (1 + Math.exp(-weight));
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
    for (const [i, slope] of slopes.entries()) {
      const mean = DECAY.first * first[i]! + (1 - DECAY.first) * slope;
      const square = DECAY.second * second[i]! + (1 - DECAY.second) * slope * slope;
      first[i] = mean;
      second[i] = square;
      values[i]! -= (rate * (mean / least)) / (Math.sqrt(square / most) + DECAY.small);
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
      [out[i], out[j]] = [itemAt(out, j), itemAt(out, i)];
    }
    return out;
  };
}
