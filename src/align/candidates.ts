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
  for (const sentence of pair.downstream.sentences) {
    const row = rowOf(sentence, pair, postings, dots);
    for (const candidate of best(row)) kept.add(candidate);
    for (const candidate of row) columns[candidate.up]!.push(candidate);
  }
  for (const column of columns) for (const candidate of best(column)) kept.add(candidate);
  return [...kept].sort((a, b) => a.down - b.down || a.up - b.up);
}

/** The `KEPT` best of a list, by one pass that keeps a short sorted list. */
function best(list: readonly Candidate[]): Candidate[] {
  const top: Candidate[] = [];
  for (const candidate of list) {
    if (top.length === KEPT && byCosine(candidate, top[KEPT - 1]!) > 0) continue;
    let at = top.length;
    while (at > 0 && byCosine(candidate, top[at - 1]!) < 0) at -= 1;
    top.splice(at, 0, candidate);
    if (top.length > KEPT) top.pop();
  }
  return top;
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

/** Partners of one downstream sentence. `dots` is zero everywhere on entry and on return. */
function rowOf(
  sentence: PreparedSentence,
  pair: PreparedPair,
  postings: readonly (number[] | undefined)[],
  dots: Float64Array,
): Candidate[] {
  const touched: number[] = [];
  for (const gram of sentence.grams) {
    const list = postings[gram];
    if (list === undefined || list.length > MAX_POSTINGS) continue;
    const square = pair.gramWeights[gram]! ** 2;
    for (const up of list) {
      if (dots[up] === 0) touched.push(up);
      dots[up]! += square;
    }
  }
  const row: Candidate[] = [];
  for (const up of touched) {
    const cosine = dots[up]! / (pair.upstream.sentences[up]!.gramLength * sentence.gramLength);
    dots[up] = 0;
    if (cosine >= MIN_COSINE) row.push({ up, down: sentence.index, cosine });
  }
  return row;
}
