import { itemAt } from '../text/index.js';
import { addScaled, makeUnit, squareOf } from './arithmetic.js';
import type { GramBag } from './gram-bag.js';
import type { PreparedPair, PreparedSection, PreparedSide } from './prepare.js';

interface SparseText {
  readonly ids: Int32Array;
  readonly values: Float32Array;
  readonly length: number;
}

/** What a section says, by its own sentences or by all. */
interface Content {
  readonly text: SparseText;
  readonly centroid: Float64Array;
  /** Sum of the sentences' weights. */
  readonly weight: number;
}

interface Description {
  readonly own: readonly Content[];
  readonly all: readonly Content[];
  readonly heading: readonly { readonly text: SparseText }[];
}

/** What every section of a side says: by its own sentences, by all below it, by its heading. */
export function describe(pair: PreparedPair, side: PreparedSide): Description {
  const content = (
    section: PreparedSection,
    grams: GramBag,
    members: readonly number[],
  ): Content => ({
    text: weighed(pair, grams),
    centroid: centroidOf(side, section.heading.vector.length, members),
    weight: members.reduce((sum, index) => sum + itemAt(side.sentences, index).gramWeight, 0),
  });
  const all = side.sections.map((section) => content(section, section.bags.all, section.all));
  return {
    all,
    own: side.sections.map((section, i) =>
      section.bags.own === section.bags.all
        ? itemAt(all, i)
        : content(section, section.bags.own, section.own),
    ),
    heading: side.sections.map((section) => ({ text: headingText(pair, section) })),
  };
}

/** A bag with what they weigh in this pair: `(1 + ln count) × weight`. */
function weighed({ gramWeights }: PreparedPair, { ids, factors }: GramBag): SparseText {
  const values = new Float32Array(ids.length);
  for (let i = 0; i < ids.length; i += 1) values[i] = factors[i]! * gramWeights[ids[i]!]!;
  return sparse(ids, values);
}

function headingText(pair: PreparedPair, section: PreparedSection): SparseText {
  const ids = section.heading.grams;
  return sparse(
    ids,
    Float32Array.from(ids, (id) => pair.gramWeights[id]!),
  );
}

function sparse(ids: Int32Array, values: Float32Array): SparseText {
  return { ids, values, length: Math.sqrt(squareOf(values)) };
}

/** Holds one text spread out over all grams, so that others are compared with it in one walk over their own grams. */
export function spreadOver(pair: PreparedPair): {
  hold(text: SparseText): void;
  cosine(text: SparseText): number;
} {
  const dense = new Float32Array(pair.gramWeights.length);
  let held: SparseText = { ids: new Int32Array(0), values: new Float32Array(0), length: 0 };
  return {
    hold(text) {
      for (let i = 0; i < held.ids.length; i += 1) dense[held.ids[i]!] = 0;
      held = text;
      for (let i = 0; i < text.ids.length; i += 1) dense[text.ids[i]!] = text.values[i]!;
    },
    cosine({ ids, values, length }) {
      let sum = 0;
      for (let i = 0; i < ids.length; i += 1) sum += dense[ids[i]!]! * values[i]!;
      return length * held.length > 0 ? sum / (length * held.length) : 0;
    },
  };
}

function centroidOf(
  side: PreparedSide,
  dimensions: number,
  members: readonly number[],
): Float64Array {
  const out = new Float64Array(dimensions);
  for (const index of members) {
    const { vector, wordWeight } = itemAt(side.sentences, index);
    addScaled(out, wordWeight, vector);
  }
  makeUnit(out);
  return out;
}
