import type { Background } from './background.js';
import type { WordTable } from './numbering.js';

/** What of a prepared side holds vectors. */
interface VectorsOfSide {
  readonly sentences: readonly {
    readonly vector: Float64Array;
    readonly clauses: readonly { readonly vector: Float64Array }[];
  }[];
  readonly sections: readonly { readonly heading: { readonly vector: Float64Array } }[];
}

/**
 * Take out of all vectors what the sentences of the pair have in common, and make them units again: two texts on one subject
 * are near each other everywhere, and what tells their sentences apart is what is left.
 *
 * *Source* Mu & Viswanath 2018 ("all but the top"), with this pair's own mean. Changes the vectors just made, nothing else.
 */
export function centreVectors(sides: readonly VectorsOfSide[], dimensions: number): void {
  const mean = new Float64Array(dimensions);
  let count = 0;
  for (const { sentences } of sides)
    for (const { vector } of sentences) {
      count += 1;
      for (let k = 0; k < dimensions; k += 1) mean[k]! += vector[k]!;
    }
  for (let k = 0; k < dimensions; k += 1) mean[k]! /= Math.max(1, count);
  for (const { sentences, sections } of sides) {
    for (const { vector, clauses } of sentences) {
      centre(vector, mean);
      for (const clause of clauses) centre(clause.vector, mean);
    }
    for (const { heading } of sections) centre(heading.vector, mean);
  }
}

/** Zero stays zero: a text without a known word is near nothing. */
function centre(vector: Float64Array, mean: Float64Array): void {
  if (vector.every((value) => value === 0)) return;
  for (let k = 0; k < vector.length; k += 1) vector[k]! -= mean[k]!;
  makeUnit(vector);
}

function makeUnit(vector: Float64Array): void {
  let square = 0;
  for (const value of vector) square += value * value;
  const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
  for (let k = 0; k < vector.length; k += 1) vector[k]! *= scale;
}

/** Unit vector of the weighted mean of word vectors; zero where no word has one. */
export function meanVector(
  ids: Int32Array,
  weights: Float32Array,
  words: WordTable,
  background: Background,
): Float64Array {
  const { dimensions, vectors, vectorScales } = background;
  const out = new Float64Array(dimensions);
  for (const id of ids) {
    const known = words.backgroundIds[id]!;
    if (known < 0) continue;
    const scale = weights[id]! * vectorScales[known]!;
    const from = known * dimensions;
    for (let k = 0; k < dimensions; k += 1) out[k]! += scale * vectors[from + k]!;
  }
  makeUnit(out);
  return out;
}
