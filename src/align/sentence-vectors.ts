import { addScaled, makeUnit, sumAt } from './arithmetic.js';
import type { Background } from './background.js';
import { MAX_INFORMATION } from './numbering.js';

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
      addScaled(mean, 1, vector);
    }
  for (const k of mean.keys()) mean[k]! /= Math.max(1, count);
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
  addScaled(vector, -1, mean);
  makeUnit(vector);
}

/** Words of one side with their weights in the pair, and what vectors are made of them. */
export interface WordVectors {
  /** Sum of the words' weights. */
  readonly weightOf: (ids: Int32Array) => number;
  /** Room for so many vectors, in one block. */
  readonly room: (vectors: number) => VectorRoom;
}

export interface VectorRoom {
  /** A vector of zeros. */
  readonly next: () => Float64Array;
  /** Unit vector of the weighted mean of words' vectors, zero where no word has one; the words are added to `whole` too. */
  readonly meanOf: (ids: Int32Array, whole?: Float64Array) => Float64Array;
  /** A vector that words were added to, as a unit. */
  readonly done: (whole: Float64Array) => Float64Array;
}

/** *In* the words' keys (the background's number, or a text it does not know) and how their information in the background weighs. */
export function wordVectors(
  keys: readonly (number | string)[],
  weigh: (id: number, information: number) => number,
  background: Background,
): WordVectors {
  const { dimensions, vectors, vectorScales } = background;
  const weights = Float32Array.from(keys, (key, id) => weigh(id, informationOf(key, background)));
  const scales = Float64Array.from(keys, (key, id) =>
    typeof key === 'number' ? weights[id]! * vectorScales[key]! : 0,
  );
  const add = (id: number, to: Float64Array, whole: Float64Array | undefined): void => {
    const key = keys[id]!;
    if (typeof key === 'string') return;
    const scale = scales[id]!;
    const from = key * dimensions;
    if (whole === undefined)
      for (let k = 0; k < dimensions; k += 1) to[k]! += scale * vectors[from + k]!;
    else
      for (let k = 0; k < dimensions; k += 1) {
        const part = scale * vectors[from + k]!;
        to[k]! += part;
        whole[k]! += part;
      }
  };
  return {
    weightOf: (ids) => sumAt(weights, ids),
    room: (count) => {
      const block = new Float64Array(count * dimensions);
      let at = 0;
      const next = (): Float64Array => {
        at += dimensions;
        return block.subarray(at - dimensions, at);
      };
      return {
        next,
        meanOf: (ids, whole) => {
          const out = next();
          for (let i = 0; i < ids.length; i += 1) add(ids[i]!, out, whole);
          makeUnit(out);
          return out;
        },
        done: (whole) => {
          makeUnit(whole);
          return whole;
        },
      };
    },
  };
}

/** What a word says where the background does not know it. */
const UNKNOWN_INFORMATION = 6;

function informationOf(key: number | string, { wordInformation }: Background): number {
  return typeof key === 'string'
    ? UNKNOWN_INFORMATION
    : Math.min(MAX_INFORMATION, wordInformation[key]!);
}
