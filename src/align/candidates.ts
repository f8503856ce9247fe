import type { PreparedPair, PreparedSentence } from './prepare.js';

/** One pair of sentences worth measuring, with its n-gram cosine. */
export interface Candidate {
  readonly up: number;
  readonly down: number;
  readonly cosine: number;
}

/** Best partners kept for a sentence of either side; a careful reader never links more than six. */
const KEPT = 14;
/** A gram in more sentences of a side than this is no way to a partner; keeps the cost linear in long documents. */
const MAX_POSTINGS = 400;

/**
 * Pairs that share wording, through an inverted index: the `KEPT` best by n-gram cosine for each sentence of either side.
 *
 * *Cost* sentences × grams × at most `MAX_POSTINGS`; no n × m loop.
 */
export function wordingCandidates(pair: PreparedPair): Candidate[] {
  const postings = buildPostings(pair);
  const rows: Candidate[][] = pair.downstream.sentences.map((sentence) =>
    rowOf(sentence, pair, postings),
  );
  const columns: Candidate[][] = pair.upstream.sentences.map(() => []);
  for (const row of rows) for (const candidate of row) columns[candidate.up]!.push(candidate);
  const kept = new Map<number, Candidate>();
  const size = pair.upstream.sentences.length;
  for (const list of [...rows, ...columns])
    for (const candidate of list.sort(byCosine).slice(0, KEPT))
      kept.set(candidate.down * size + candidate.up, candidate);
  return [...kept.values()].sort((a, b) => a.down - b.down || a.up - b.up);
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

function rowOf(
  sentence: PreparedSentence,
  pair: PreparedPair,
  postings: readonly (number[] | undefined)[],
): Candidate[] {
  const dots = new Map<number, number>();
  for (const gram of sentence.grams) {
    const list = postings[gram];
    if (list === undefined || list.length > MAX_POSTINGS) continue;
    const square = pair.gramWeights[gram]! ** 2;
    for (const up of list) dots.set(up, (dots.get(up) ?? 0) + square);
  }
  const row: Candidate[] = [];
  for (const [up, dot] of dots)
    row.push({
      up,
      down: sentence.index,
      cosine: dot / (pair.upstream.sentences[up]!.gramLength * sentence.gramLength),
    });
  return row;
}
