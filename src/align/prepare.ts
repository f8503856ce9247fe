import type { SectionUnit, SentenceUnit, Side } from '../model/index.js';
import { itemAt } from '../text/index.js';
import { type Background, ngramCount } from './background.js';
import type { Concepts } from './concepts.js';
import { CONCEPT, type CutSentence, type CutSide, cutSide, distinct, orderOf } from './cut.js';
import type { Neutral } from './neutralise.js';
import { Interner, MAX_INFORMATION, WordTable } from './numbering.js';
import { type Provision, provisionOf } from './provision.js';
import { centreVectors, meanVector } from './sentence-vectors.js';

/** A clause as a range of a prepared sentence's words, with its weight and vector. */
export interface PreparedClause {
  /** Sum of the grams' weights. */
  readonly gramWeight: number;
  readonly words: Int32Array;
  readonly weight: number;
  readonly grams: Int32Array;
  readonly vector: Float64Array;
}

/** A sentence ready for comparing; ids of grams and words are shared by both sides. */
export interface PreparedSentence {
  readonly unit: SentenceUnit;
  readonly index: number;
  /** Index of its section in the side, −1 before the first. */
  readonly section: number;
  /** Position among the sentences of its section, and how many there are. */
  readonly place: number;
  readonly neutral: Neutral;
  /** Distinct grams in ascending order. */
  readonly grams: Int32Array;
  /** Sum of the grams' weights, and the length of the weighted gram vector. */
  readonly gramWeight: number;
  readonly gramLength: number;
  /** Sum of the weights of the concepts among the grams. */
  readonly conceptWeight: number;
  /** Share of the grams' weight that the other side has nowhere, 0..1. */
  readonly unmet: number;
  readonly provision: Provision;
  /** Index of the sentence that opens the list this one is of (…履行下列职责：), −1 where it is of none. */
  readonly lead: number;
  /** Grams of this sentence and of its list's opening, in ascending order, and the length of their weighted vector. */
  readonly context: { readonly grams: Int32Array; readonly length: number };
  readonly words: Int32Array;
  readonly wordWeight: number;
  readonly clauses: readonly PreparedClause[];
  readonly vector: Float64Array;
}

export interface PreparedSection {
  readonly unit: SectionUnit;
  readonly index: number;
  readonly parent: number;
  /** Belongs to an item rather than standing beside it: a point (`——`, `一是`), or anything below an article. */
  readonly point: boolean;
  /** Neutral heading's grams. */
  readonly heading: PreparedText;
  /** Sentences whose innermost section this is. */
  readonly own: readonly number[];
  /** Own sentences and those of all sections below. */
  readonly all: readonly number[];
}

export interface PreparedText {
  readonly grams: Int32Array;
  readonly words: Int32Array;
  readonly vector: Float64Array;
}

export interface PreparedSide {
  readonly sentences: readonly PreparedSentence[];
  readonly sections: readonly PreparedSection[];
}

/** Both sides over one numbering of grams and words. */
export interface PreparedPair {
  readonly upstream: PreparedSide;
  readonly downstream: PreparedSide;
  /** Information of each gram by id: mean of what the pair and what the background say. */
  readonly gramWeights: Float32Array;
  /** A gram's weight by how few sentences share it: divided by the root of its counts on either side; 0 where one lacks it. */
  readonly gramAnchors: Float32Array;
  readonly gramOrder: Uint8Array;
  readonly wordWeights: Float32Array;
  /** Background id of each word, −1 for words it does not know. */
  readonly wordIds: Int32Array;
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

/** What is known of a side before comparing. */
interface SideNames {
  /** Names and short names of the side's own places. */
  readonly placeNames: readonly string[];
}

/** What the engine knows of words before it has seen the pair. */
interface Knowledge {
  readonly background: Background;
  readonly concepts?: Concepts | undefined;
}

/**
 * Make both sides ready: neutral texts, grams and words under one numbering, weights from the pair and the background.
 *
 * *Cost* linear in the length of the texts.
 */
export function preparePair(
  upstream: Side,
  downstream: Side,
  names: { readonly upstream: SideNames; readonly downstream: SideNames },
  { background, concepts }: Knowledge,
): PreparedPair {
  const grams = new Interner();
  const words = new WordTable(background);
  const cut = { grams, words, concepts };
  const up = cutSide(upstream, names.upstream.placeNames, cut);
  const down = cutSide(downstream, names.downstream.placeNames, cut);
  const sentences = [...up.sentences, ...down.sentences];
  const countGrams = (side: CutSide): Int32Array =>
    documentCounts(
      side.sentences.map((s) => s.grams),
      grams.size,
    );
  const gramCounts = { up: countGrams(up), down: countGrams(down) };
  const wordCounts = documentCounts(
    sentences.map((s) => distinct(s.words)),
    words.size,
  );
  const pairSize = sentences.length + 1;
  const gramWeights = Float32Array.from({ length: grams.size }, (_, id) => {
    const here = Math.log(
      pairSize / (itemAt(gramCounts.up, id) + itemAt(gramCounts.down, id) + 0.5),
    );
    // The background has not counted concepts: what the pair says must do.
    if (orderOf(itemAt(grams.keys, id)) === CONCEPT) return Math.max(0.05, here);
    const weight = Math.max(0.05, (gramInformation(itemAt(grams.keys, id), background) + here) / 2);
    return orderOf(itemAt(grams.keys, id)) === 1 ? weight * UNIGRAM_SHARE : weight;
  });
  const wordWeights = Float32Array.from({ length: words.size }, (_, id) => {
    const here = Math.log(pairSize / (itemAt(wordCounts, id) + 0.5));
    return Math.max(0.05, (words.information(id) + here) / 2);
  });
  const gramOrder = Uint8Array.from({ length: grams.size }, (_, id) =>
    orderOf(itemAt(grams.keys, id)),
  );
  const gramAnchors = gramWeights.map((weight, id) => {
    const places = itemAt(gramCounts.up, id) * itemAt(gramCounts.down, id);
    return places > 0 ? weight / Math.sqrt(places) : 0;
  });
  const vectorOf = (ids: Int32Array): Float64Array =>
    meanVector(ids, wordWeights, words, background);
  const weigh = (side: CutSide, others: Int32Array): PreparedSide =>
    weighSide(side, { others, gramWeights, gramOrder, wordWeights, vectorOf });
  const sides = { upstream: weigh(up, gramCounts.down), downstream: weigh(down, gramCounts.up) };
  centreVectors([sides.upstream, sides.downstream], background.dimensions);
  return {
    ...sides,
    gramWeights,
    gramAnchors,
    gramOrder,
    wordWeights,
    wordIds: Int32Array.from(words.backgroundIds),
  };
}

function documentCounts(rows: readonly Int32Array[], size: number): Int32Array {
  const counts = new Int32Array(size);
  for (const row of rows) for (const id of row) counts[id]! += 1;
  return counts;
}

function gramInformation(key: number, background: Background): number {
  const order = orderOf(key);
  const total = background.sentences + 1;
  if (order === 1) {
    const id = background.wordIds.get(String.fromCharCode(key));
    return id === undefined ? 5 : Math.min(MAX_INFORMATION, itemAt(background.wordInformation, id));
  }
  const last = key % 65536;
  const rest = Math.floor(key / 65536);
  const count =
    order === 2
      ? ngramCount(background, rest, last, 0)
      : ngramCount(background, Math.floor(rest / 65536), rest % 65536, last);
  return Math.min(MAX_INFORMATION, Math.log(total / (count + 1) + 1));
}

/** What weighing a side asks for: the weights of its grams and words, and the background's vectors. */
interface Scales {
  /** In how many sentences of the other side each gram stands. */
  readonly others: Int32Array;
  readonly gramWeights: Float32Array;
  readonly gramOrder: Uint8Array;
  readonly wordWeights: Float32Array;
  readonly vectorOf: (words: Int32Array) => Float64Array;
}

function weighSide(side: CutSide, scales: Scales): PreparedSide {
  const indexOf = new Map(side.sections.map((section, index) => [section.unit.id, index]));
  const sectionOf = (id: string | undefined): number =>
    id === undefined ? -1 : (indexOf.get(id) ?? -1);
  const own: number[][] = side.sections.map(() => []);
  for (const [index, sentence] of side.sentences.entries())
    own[sectionOf(sentence.unit.section)]?.push(index);
  const ranks = new Int32Array(side.sentences.length);
  for (const list of own) for (const [rank, index] of list.entries()) ranks[index] = rank;
  const parents = side.sections.map(({ unit }) => sectionOf(unit.parent));
  const leads = leadsOf(side, sectionOf, parents);
  const sentences = side.sentences.map((sentence, index): PreparedSentence => {
    const section = sectionOf(sentence.unit.section);
    const together = own[section];
    const place = together === undefined ? 0.5 : (itemAt(ranks, index) + 0.5) / together.length;
    const lead = itemAt(leads, index);
    const context = contextOf(sentence, side.sentences[lead], scales);
    return { ...weighSentence(sentence, scales), index, section, place, lead, context };
  });
  return { sentences, sections: weighSections(side, own, parents, scales) };
}

function weighSentence(
  sentence: CutSide['sentences'][number],
  { others, gramWeights, gramOrder, wordWeights, vectorOf }: Scales,
): Omit<PreparedSentence, 'index' | 'section' | 'place' | 'lead' | 'context'> {
  let gramWeight = 0;
  let square = 0;
  let unmet = 0;
  for (const id of sentence.grams) {
    const weight = gramWeights[id]!;
    gramWeight += weight;
    square += weight ** 2;
    if (others[id] === 0) unmet += weight;
  }
  const concepts = sentence.grams.filter((id) => gramOrder[id] === CONCEPT);
  return {
    ...sentence,
    gramWeight,
    gramLength: Math.sqrt(square),
    conceptWeight: sum(concepts, gramWeights),
    unmet: gramWeight > 0 ? unmet / gramWeight : 0,
    provision: provisionOf(sentence.unit.text, sentence.neutral),
    wordWeight: sum(sentence.words, wordWeights),
    clauses: sentence.clauses.map((clause) => ({
      ...clause,
      weight: sum(clause.words, wordWeights),
      gramWeight: sum(clause.grams, gramWeights),
      vector: vectorOf(clause.words),
    })),
    vector: vectorOf(sentence.words),
  };
}

const OPENS_LIST = /[：:]\s*$/u;
/** How a member of a list begins. */
const LIST_MEMBER = /^(?:[（(][一二三四五六七八九十百]+[）)]|\d{1,3}[.．、](?!\d))/u;

/** For each sentence of a list: the sentence that opens it, in the same section or in the one above. */
function leadsOf(
  side: CutSide,
  sectionOf: (id: string | undefined) => number,
  parents: readonly number[],
): number[] {
  const opened = new Map<number, number>();
  return side.sentences.map(({ unit }, index) => {
    const section = sectionOf(unit.section);
    if (OPENS_LIST.test(unit.text)) opened.set(section, index);
    if (!LIST_MEMBER.test(unit.text)) return -1;
    const lead = opened.get(section) ?? opened.get(parents[section] ?? -1);
    return lead === undefined || lead === index ? -1 : lead;
  });
}

function contextOf(
  { grams }: CutSentence,
  lead: CutSentence | undefined,
  { gramWeights }: Scales,
): PreparedSentence['context'] {
  const all = lead === undefined ? grams : distinct(Int32Array.from([...grams, ...lead.grams]));
  let square = 0;
  for (const id of all) square += gramWeights[id]! ** 2;
  return { grams: all, length: Math.sqrt(square) };
}

function weighSections(
  side: CutSide,
  own: readonly (readonly number[])[],
  parents: readonly number[],
  { vectorOf }: Scales,
): PreparedSection[] {
  const all = own.map((list) => [...list]);
  // Parents stand before their children, so going backwards hands everything up.
  for (let i = parents.length - 1; i >= 0; i -= 1) {
    const above = all[itemAt(parents, i)];
    above?.push(...itemAt(all, i));
  }
  const points = pointsOf(side, parents);
  return side.sections.map(
    (section, index): PreparedSection => ({
      unit: section.unit,
      index,
      parent: itemAt(parents, index),
      point: itemAt(points, index),
      heading: { ...section.heading, vector: vectorOf(section.heading.words) },
      own: itemAt(own, index),
      all: itemAt(all, index).sort((a, b) => a - b),
    }),
  );
}

/** Labels of points inside an item. */
const POINT_LABEL = /^(——|[一二三四五六七八九十]+是|第[一二三四五六七八九十]+[，、,]|[①-⑳])$/u;
/** An article is what statutes are compared by: its paragraphs and lists are of it. */
const ARTICLE_LABEL = /^第[〇零一二三四五六七八九十百千\d]+条/u;

/** *In* the index of each section's parent, −1 for none; parents stand before their children. */
function pointsOf(side: CutSide, parents: readonly number[]): boolean[] {
  const inArticle: boolean[] = [];
  return side.sections.map(({ unit }, index) => {
    const above = inArticle[itemAt(parents, index)] ?? false;
    inArticle.push(above || ARTICLE_LABEL.test(unit.label));
    return above || POINT_LABEL.test(unit.label);
  });
}

function sum(ids: Int32Array, weights: Float32Array): number {
  let total = 0;
  for (const id of ids) total += weights[id]!;
  return total;
}
