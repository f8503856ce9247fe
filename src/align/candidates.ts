import type { PreparedPair, PreparedSentence } from './prepare.js';

/** One pair of sentences worth measuring, with its n-gram cosine. */
export interface Candidate {
  readonly up: number;
  readonly down: number;
  readonly cosine: number;
}

/** Best partners kept for a sentence of either side; a careful reader never links more than six. */
const KEPT = 8;
/** Pairs below this share a word of everyday use and nothing else; those inside linked items are looked at anyway. */
const MIN_COSINE = 0.02;
/** A gram in more sentences of a side than this is no way to a partner; keeps the cost linear in long documents. */
const MAX_POSTINGS = 150;

/**
 * Pairs that share wording, through an inverted index: the `KEPT` best by n-gram cosine for each sentence of either side.
 *
 * *Cost* sentences × grams × at most `MAX_POSTINGS`; no n × m loop.
 */
export function wordingCandidates(pair: PreparedPair): Candidate[] {
  const postings = buildPostings(pair);
  const dots = new Float64Array(pair.upstream.sentences.length);
  const columns: Candidate[][] = pair.upstream.sentences.map(() => []);
  const kept = new Set<Candidate>();
  for (const sentence of pair.downstream.sentences)
    for (const candidate of rowOf(sentence, pair, postings, dots, columns)) kept.add(candidate);
  for (const column of columns) for (const candidate of column) kept.add(candidate);
  return [...kept].sort((a, b) => a.down - b.down || a.up - b.up);
}

/** Whether a cosine would enter a list of the `KEPT` best. Of equals the earlier stays: candidates come in order. */
function enters(top: readonly Candidate[], cosine: number): boolean {
  return top.length < KEPT || cosine > top[KEPT - 1]!.cosine;
}

function insert(top: Candidate[], candidate: Candidate): void {
  let at = top.length;
  while (at > 0 && byCosine(candidate, top[at - 1]!) < 0) at -= 1;
  top.splice(at, 0, candidate);
  if (top.length > KEPT) top.pop();
}

function byCosine(a: Candidate, b: Candidate): number {
  return b.cosine - a.cosine || a.down - b.down || a.up - b.up;
}

function buildPostings(pair: PreparedPair): (number[] | undefined)[] {
  const postings: (number[] | undefined)[] = new Array(pair.gramWeights.length);
  for (const sentence of pair.upstream.sentences) {
    for (const gram of sentence.grams) {
      if (pair.gramOrder[gram] === 1) continue;
      const list = postings[gram];
      if (list === undefined) postings[gram] = [sentence.index];
      else list.push(sentence.index);
    }
  }
  return postings;
}

/**
 * The best partners of one downstream sentence; good ones are noted in their columns too.
 * `dots` is zero everywhere on entry and on return.
 */
function rowOf(
  sentence: PreparedSentence,
  pair: PreparedPair,
  postings: readonly (number[] | undefined)[],
  dots: Float64Array,
  columns: readonly Candidate[][],
): Candidate[] {
  const touched: number[] = [];
  for (const gram of sentence.grams) {
    const list = postings[gram];
    if (list === undefined || list.length > MAX_POSTINGS) continue;
    const square = pair.gramWeights[gram]! ** 2;
    for (let i = 0; i < list.length; i += 1) {
      const up = list[i]!;
      if (dots[up] === 0) touched.push(up);
      dots[up]! += square;
    }
  }
  const row: Candidate[] = [];
  for (const up of touched) {
    const cosine = dots[up]! / (pair.upstream.sentences[up]!.gramLength * sentence.gramLength);
    dots[up] = 0;
    if (cosine < MIN_COSINE) continue;
    const column = columns[up]!;
    const inRow = enters(row, cosine);
    const inColumn = enters(column, cosine);
    if (!inRow && !inColumn) continue;
    const candidate = { up, down: sentence.index, cosine };
    if (inRow) insert(row, candidate);
    if (inColumn) insert(column, candidate);
  }
  return row;
}
