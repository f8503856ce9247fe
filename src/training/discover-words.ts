import { itemAt } from '../text/index.js';
import { hanRuns } from './rough-sentences.js';

export interface DiscoveredWord {
  readonly text: string;
  readonly occurrences: number;
}

/** Longest word looked for: 中华人民共和国 is seven, 高标准农田建设 too; longer ones are phrases. */
const LONGEST = 6;
/** A string seen less often is not worth a vector. */
const MIN_COUNT = 12;
/** Cohesion: the string is this many times as frequent (in nats) as its best split by chance. */
const MIN_COHESION = 2.2;
/** Freedom: entropy in nats of what stands on its poorer side. */
const MIN_ENTROPY = 0.9;

/**
 * Find the words of a language by counting: strings that hold together and stand free.
 *
 * Cohesion is pointwise mutual information against the best split, freedom is the entropy of the neighbouring characters on
 * the poorer side (Source: matrix67's word-discovery, itself after Harris 1955 on branching).
 * A first list is then pruned by segmenting the texts with it and counting what is used (see `countWords`).
 *
 * *In* distinct sentences. *Out* words with their counts, single characters included.
 */
export function discoverWords(sentences: readonly string[]): DiscoveredWord[] {
  const runs = sentences.flatMap(hanRuns);
  const counts = countStrings(runs);
  let total = 0;
  for (const [text, count] of counts) if (text.length === 1) total += count;
  const entropies = sideEntropies(runs, counts);
  const words: DiscoveredWord[] = [];
  for (const [text, occurrences] of counts) {
    const isWord =
      text.length === 1 ||
      (cohesion(text, counts, total) >= MIN_COHESION && (entropies.get(text) ?? 0) >= MIN_ENTROPY);
    if (isWord) words.push({ text, occurrences });
  }
  return words;
}

/** Counts of strings up to `LONGEST`, grown by length: a string is counted only where its parts are frequent. */
function countStrings(runs: readonly string[]): Map<string, number> {
  const all = new Map<string, number>();
  for (let length = 1; length <= LONGEST; length += 1) {
    const counts = new Map<string, number>();
    for (const run of runs) {
      for (let at = 0; at + length <= run.length; at += 1) {
        const text = run.slice(at, at + length);
        if (length > 1 && !(all.has(text.slice(0, -1)) && all.has(text.slice(1)))) continue;
        counts.set(text, (counts.get(text) ?? 0) + 1);
      }
    }
    for (const [text, count] of counts) if (count >= MIN_COUNT) all.set(text, count);
  }
  return all;
}

function cohesion(text: string, counts: ReadonlyMap<string, number>, total: number): number {
  let best = Number.NEGATIVE_INFINITY;
  for (let cut = 1; cut < text.length; cut += 1) {
    const left = counts.get(text.slice(0, cut)) ?? 1;
    const right = counts.get(text.slice(cut)) ?? 1;
    best = Math.max(best, Math.log(left) + Math.log(right));
  }
  return Math.log(counts.get(text) ?? 1) + Math.log(total) - best;
}

function sideEntropies(
  runs: readonly string[],
  counts: ReadonlyMap<string, number>,
): Map<string, number> {
  const result = new Map<string, number>();
  for (let length = 2; length <= LONGEST; length += 1) {
    const left = new Map<string, Map<string, number>>();
    const right = new Map<string, Map<string, number>>();
    for (const run of runs) {
      for (let at = 0; at + length <= run.length; at += 1) {
        const text = run.slice(at, at + length);
        if (!counts.has(text)) continue;
        // The border of a run stands for many different neighbours: each border counts as its own.
        note(left, text, at > 0 ? itemAt(run, at - 1) : `<${left.get(text)?.size ?? 0}`);
        note(
          right,
          text,
          at + length < run.length ? itemAt(run, at + length) : `>${right.get(text)?.size ?? 0}`,
        );
      }
    }
    for (const [text, neighbours] of left)
      result.set(text, Math.min(entropy(neighbours), entropy(right.get(text) ?? new Map())));
  }
  return result;
}

function note(table: Map<string, Map<string, number>>, text: string, neighbour: string): void {
  let row = table.get(text);
  if (row === undefined) {
    row = new Map();
    table.set(text, row);
  }
  row.set(neighbour, (row.get(neighbour) ?? 0) + 1);
}

function entropy(counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  let sum = 0;
  for (const count of counts.values()) sum -= (count / total) * Math.log(count / total);
  return sum;
}
