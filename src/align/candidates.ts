import type { PreparedPair, PreparedSentence, PreparedSide } from './prepare.js';

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
 * Places looked up for one sentence, the rarest grams first; common grams are left out once it is used up. In the dev gold a
 * few long sentences need more (at most 2,386): their links stay, two scores change in the fourth decimal.
 */
const MAX_LOOKUPS = 1500;

/**
 * Pairs that share wording, through an inverted index: the `KEPT` best by n-gram cosine for each sentence of either side.
 *
 * *Cost* sentences × at most `MAX_LOOKUPS`; no n × m loop.
 */
export function wordingCandidates(pair: PreparedPair): Candidate[] {
  const search: Search = {
    dots: new Float64Array(pair.upstream.sentences.length),
    touched: new Int32Array(pair.upstream.sentences.length),
    lengths: Float64Array.from(pair.upstream.sentences, (sentence) => sentence.gramLength),
  };
  const columns: Candidate[][] = pair.upstream.sentences.map(() => []);
  const kept = new Set<Candidate>();
  for (const sentence of pair.downstream.sentences)
    for (const candidate of rowOf(sentence, pair, search, columns)) kept.add(candidate);
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

/** Grams of a sentence that lead to partners, by the upstream numbering: all, or the rarest where there are too many places to look up. */
function leadsOf(sentence: PreparedSentence, { postings, ownGrams }: PreparedSide): Lead[] {
  const { starts } = postings;
  const leads: Lead[] = [];
  let lookups = 0;
  const { grams } = sentence;
  for (let i = 0; i < grams.length; i += 1) {
    const gram = grams[i]!;
    const own = ownGrams[gram]!;
    if (own < 0) continue;
    const count = starts[own + 1]! - starts[own]!;
    if (count === 0 || count > MAX_POSTINGS) continue;
    leads.push({ gram, own, count });
    lookups += count;
  }
  if (lookups <= MAX_LOOKUPS) return leads;
  leads.sort((a, b) => a.count - b.count || a.gram - b.gram);
  let used = 0;
  return leads.filter(({ count }) => {
    used += count;
    return used <= MAX_LOOKUPS;
  });
}

/** A gram by the pair's numbering and by the upstream side's own, and how many sentences there hold it. */
interface Lead {
  readonly gram: number;
  readonly own: number;
  readonly count: number;
}

/** What the rows share. Flat arrays: the search visits thousands of sentences for each. */
interface Search {
  /** Scalar products with the sentence at hand; zero everywhere between two rows. */
  readonly dots: Float64Array;
  /** Upstream sentences met by the sentence at hand. */
  readonly touched: Int32Array;
  /** Lengths of the upstream gram vectors. */
  readonly lengths: Float64Array;
}

/** The best partners of one downstream sentence; good ones are noted in their columns too. */
function rowOf(
  sentence: PreparedSentence,
  pair: PreparedPair,
  { dots, touched, lengths }: Search,
  columns: readonly Candidate[][],
): Candidate[] {
  let count = 0;
  const { starts, places } = pair.upstream.postings;
  for (const { gram, own } of leadsOf(sentence, pair.upstream)) {
    const square = pair.gramWeights[gram]! ** 2;
    const end = starts[own + 1]!;
    for (let i = starts[own]!; i < end; i += 1) {
      const up = places[i]!;
      if (dots[up] === 0) touched[count++] = up;
      dots[up]! += square;
    }
  }
  const row: Candidate[] = [];
  for (let i = 0; i < count; i += 1) {
    const up = touched[i]!;
    const cosine = dots[up]! / (lengths[up]! * sentence.gramLength);
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
