import { squareAt, sumAt } from './arithmetic.js';
import { CONCEPT } from './cut.js';
import type { PaperClause, PaperSection, PaperSentence, PreparedPaper } from './paper.js';
import type { Postings } from './paper-grams.js';
import { AS_THEY_ARE, type Renumbering, renumberBags, renumberer } from './renumber.js';
import { centreVectors, type WordVectors, wordVectors } from './sentence-vectors.js';

/** A clause with what it weighs in this pair, and its vector. */
export interface PreparedClause extends PaperClause {
  /** Distinct, in no order. */
  readonly grams: Int32Array;
  /** Sums of the grams' weights and of the words'. */
  readonly gramWeight: number;
  readonly weight: number;
  readonly vector: Float64Array;
}

/** A sentence ready for comparing; ids of grams are shared by both sides. */
export interface PreparedSentence extends PaperSentence {
  readonly clauses: readonly PreparedClause[];
  /** Sum of the grams' weights, and the length of the weighted gram vector. */
  readonly gramWeight: number;
  readonly gramLength: number;
  /** Sum of the weights of the concepts among the grams. */
  readonly conceptWeight: number;
  /** Share of the grams' weight that the other side has nowhere, 0..1. */
  readonly unmet: number;
  /** Length of the weighted vector of the grams `listed`. */
  readonly listedLength: number;
  readonly wordWeight: number;
  readonly vector: Float64Array;
}

export interface PreparedSection extends PaperSection {
  readonly heading: PreparedText;
}

export interface PreparedText {
  readonly grams: Int32Array;
  readonly words: Int32Array;
  readonly vector: Float64Array;
}

export interface PreparedSide {
  readonly sentences: readonly PreparedSentence[];
  readonly sections: readonly PreparedSection[];
  readonly postings: Postings;
  /** The number that each of the pair's grams has in `postings`, −1 for one that the side has nowhere. */
  readonly ownGrams: Int32Array;
  /** The pair's id of a gram of this side by its key, −1 for one it has nowhere. */
  readonly gramId: (key: number) => number;
}

/** Both sides over one numbering of grams: the upstream paper's, then what only the downstream one has. */
export interface PreparedPair {
  readonly upstream: PreparedSide;
  readonly downstream: PreparedSide;
  /** Information of each gram by id: mean of what the pair and what the background say. */
  readonly gramWeights: Float32Array;
  /** A gram's weight by how few sentences share it: divided by the root of its counts on either side; 0 where one lacks it. */
  readonly gramAnchors: Float32Array;
  readonly gramOrder: Uint8Array;
}

/** How many sentences either side has. */
export function sentenceCounts({ upstream, downstream }: PreparedPair): {
  readonly up: number;
  readonly down: number;
} {
  return { up: upstream.sentences.length, down: downstream.sentences.length };
}

/** Weight of a single character beside bigrams and trigrams: it says little, but ties 房 to 住房. */
const UNIGRAM_SHARE = 0.35;
/** What weighs less is everywhere. */
const LEAST_WEIGHT = 0.05;

/**
 * Two papers as a pair: grams under one numbering, weights from the pair and the background, vectors.
 *
 * *Cost* linear in the length of the texts.
 */
export function pairPapers(up: PreparedPaper, down: PreparedPaper): PreparedPair {
  const merged = mergeGrams(up, down);
  const information = pairInformation(up.sentences.length + down.sentences.length);
  const scales = weighGrams(merged, information);
  const words = weighWords(up, down, information);
  const sides = {
    upstream: weighSide(up, scales, {
      others: merged.downCounts,
      words: words.up,
      numbers: AS_THEY_ARE,
      ownGrams: merged.upIds,
      gramId: (key) => up.grams.table.find(key),
    }),
    downstream: weighSide(down, scales, {
      others: merged.upCounts,
      words: words.down,
      numbers: renumberer(down, merged),
      ownGrams: merged.ownDown,
      gramId: (key) => merged.downIds[down.grams.table.find(key)] ?? -1,
    }),
  };
  centreVectors([sides.upstream, sides.downstream], up.background.dimensions);
  return { ...sides, ...scales };
}

/** Information of what so many sentences of the pair hold, in nats. */
function pairInformation(sentences: number): Float64Array {
  const size = sentences + 1;
  return Float64Array.from({ length: size }, (_, count) => Math.log(size / (count + 0.5)));
}

/** Grams of both sides under one numbering. */
interface MergedGrams {
  readonly orders: Uint8Array;
  readonly background: Float64Array;
  /** In how many sentences of either side each stands. */
  readonly upCounts: Int32Array;
  readonly downCounts: Int32Array;
  /** The pair's id of each gram of the downstream paper; from `own` on those that only it has, which keep their order. */
  readonly downIds: Int32Array;
  readonly own: number;
  /** Each paper's id of the pair's grams, −1 for none. */
  readonly upIds: Int32Array;
  readonly ownDown: Int32Array;
}

function mergeGrams({ grams: up }: PreparedPaper, { grams: down }: PreparedPaper): MergedGrams {
  const own = up.orders.length;
  const { keys } = down.table;
  const downIds = new Int32Array(keys.length);
  let size = own;
  for (let id = 0; id < keys.length; id += 1) {
    const known = up.table.find(keys[id]!);
    downIds[id] = known >= 0 ? known : size++;
  }
  const orders = new Uint8Array(size);
  const background = new Float64Array(size);
  const upCounts = new Int32Array(size);
  const downCounts = new Int32Array(size);
  orders.set(up.orders);
  background.set(up.information);
  upCounts.set(up.counts);
  const upIds = new Int32Array(size).fill(-1);
  for (let id = 0; id < own; id += 1) upIds[id] = id;
  const ownDown = new Int32Array(size).fill(-1);
  for (let id = 0; id < keys.length; id += 1) {
    const to = downIds[id]!;
    ownDown[to] = id;
    downCounts[to] = down.counts[id]!;
    if (to < own) continue;
    orders[to] = down.orders[id]!;
    background[to] = down.information[id]!;
  }
  return { orders, background, upCounts, downCounts, downIds, own, upIds, ownDown };
}

type GramScales = Pick<PreparedPair, 'gramWeights' | 'gramAnchors' | 'gramOrder'>;

function weighGrams(
  { orders, background, upCounts, downCounts }: MergedGrams,
  information: Float64Array,
): GramScales {
  const gramWeights = new Float32Array(orders.length);
  const gramAnchors = new Float32Array(orders.length);
  for (let id = 0; id < orders.length; id += 1) {
    const order = orders[id]!;
    const ups = upCounts[id]!;
    const downs = downCounts[id]!;
    const here = information[ups + downs]!;
    // The background has not counted concepts: what the pair says must do.
    const mean = order === CONCEPT ? here : (background[id]! + here) / 2;
    const weight = Math.max(LEAST_WEIGHT, mean) * (order === 1 ? UNIGRAM_SHARE : 1);
    gramWeights[id] = weight;
    if (ups * downs > 0) gramAnchors[id] = Math.fround(weight) / Math.sqrt(ups * downs);
  }
  return { gramWeights, gramAnchors, gramOrder: orders };
}

/** Weights of either side's words, by its own numbering. */
function weighWords(
  { words: up, background }: PreparedPaper,
  { words: down }: PreparedPaper,
  information: Float64Array,
): { readonly up: WordVectors; readonly down: WordVectors } {
  const counts = up.counts.slice();
  const both = down.keys.map((key, id) => {
    const known = up.ids.get(key);
    if (known === undefined) return down.counts[id]!;
    counts[known]! += down.counts[id]!;
    return -1 - known;
  });
  const downCounts = Int32Array.from(both, (count) => (count < 0 ? counts[-1 - count]! : count));
  const weigh = (keys: readonly (number | string)[], of: Int32Array): WordVectors =>
    wordVectors(
      keys,
      (id, known) => Math.max(LEAST_WEIGHT, (known + information[of[id]!]!) / 2),
      background,
    );
  return { up: weigh(up.keys, counts), down: weigh(down.keys, downCounts) };
}

/** What weighing a side asks for beside the weights of grams. */
interface SideScales {
  /** In how many sentences of the other side each gram stands. */
  readonly others: Int32Array;
  readonly words: WordVectors;
  readonly numbers: Renumbering;
  readonly ownGrams: Int32Array;
  readonly gramId: (key: number) => number;
}

function weighSide(paper: PreparedPaper, scales: GramScales, side: SideScales): PreparedSide {
  const { words, numbers, ownGrams, gramId } = side;
  const { gramWeights } = scales;
  const vectors = words.room(
    paper.sections.length +
      paper.sentences.reduce((sum, { clauses }) => sum + clauses.length + 1, 0),
  );
  const sentences = paper.sentences.map((sentence): PreparedSentence => {
    const grams = numbers.ordered(sentence.grams);
    const listed = sentence.listed === sentence.grams ? grams : numbers.ordered(sentence.listed);
    const vector = vectors.next();
    const clauses = sentence.clauses.map((clause): PreparedClause => {
      const own = numbers.loose(clause.grams);
      return {
        words: clause.words,
        grams: own,
        reserved: clause.reserved,
        weight: words.weightOf(clause.words),
        gramWeight: sumAt(gramWeights, own),
        vector: vectors.meanOf(clause.words, vector),
      };
    });
    const sums = sumsOf(grams, scales, side.others);
    const { unit, index, section, neutral, content, provision, spans, lead, words: all } = sentence;
    // Written out: copying by spread takes longer than all that is counted here.
    return {
      unit,
      index,
      section,
      neutral,
      content,
      provision,
      spans,
      lead,
      grams,
      listed,
      words: all,
      clauses,
      gramWeight: sums.gramWeight,
      gramLength: sums.gramLength,
      conceptWeight: sums.conceptWeight,
      unmet: sums.unmet,
      listedLength: listed === grams ? sums.gramLength : Math.sqrt(squareAt(gramWeights, listed)),
      wordWeight: words.weightOf(all),
      vector: vectors.done(vector),
    };
  });
  const sections = paper.sections.map((section): PreparedSection => {
    const { grams, words: own } = section.heading;
    const heading = { grams: numbers.ordered(grams), words: own, vector: vectors.meanOf(own) };
    return { ...section, heading, bags: renumberBags(section.bags, numbers) };
  });
  return { sentences, sections, postings: paper.postings, ownGrams, gramId };
}

function sumsOf(
  grams: Int32Array,
  { gramWeights, gramOrder }: GramScales,
  others: Int32Array,
): Pick<PreparedSentence, 'gramWeight' | 'gramLength' | 'conceptWeight' | 'unmet'> {
  let gramWeight = 0;
  let square = 0;
  let conceptWeight = 0;
  let unmet = 0;
  for (let i = 0; i < grams.length; i += 1) {
    const id = grams[i]!;
    const weight = gramWeights[id]!;
    gramWeight += weight;
    square += weight * weight;
    if (gramOrder[id] === CONCEPT) conceptWeight += weight;
    if (others[id] === 0) unmet += weight;
  }
  return {
    gramWeight,
    gramLength: Math.sqrt(square),
    conceptWeight,
    unmet: gramWeight > 0 ? unmet / gramWeight : 0,
  };
}
