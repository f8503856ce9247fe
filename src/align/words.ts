import type { Background } from './background.js';
import { pairSlot } from './hash.js';

/** Cost in nats of a character that is in no known word: dearer than any known word of one character. */
const UNKNOWN_COST = 16;

/**
 * Cut a run of characters into the background's words by the cheapest path (unigram Viterbi).
 *
 * Of paths that cost the same, the one whose last word begins first; an unknown character before any word.
 * *Out* word ids in order, −1 for a character that is in no word. *Cost* length × the different lengths of words that begin alike.
 */
export function segmentWords(background: Background, text: string): number[] {
  const { wordIds, wordCosts, wordLengths: lengths } = background;
  const size = text.length;
  const best = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(size + 1);
  const word = new Int32Array(size + 1).fill(-1);
  best[0] = 0;
  const reach = (start: number, end: number, id: number): void => {
    const cost = best[start]! + wordCosts[id]!;
    if (cost >= best[end]!) return;
    best[end] = cost;
    from[end] = start;
    word[end] = id;
  };
  for (let start = 0; start < size; start += 1) {
    const unknown = best[start]! + UNKNOWN_COST;
    if (unknown <= best[start + 1]!) {
      best[start + 1] = unknown;
      from[start + 1] = start;
      word[start + 1] = -1;
    }
    const known = wordIds.get(text.charAt(start));
    if (known !== undefined) reach(start, start + 1, known);
    for (let rest = lengths[pairSlot(text, start)]!; rest !== 0; rest &= rest - 1) {
      const end = start + 31 - Math.clz32(rest & -rest);
      if (end > size) break;
      const id = wordIds.get(text.slice(start, end));
      if (id !== undefined) reach(start, end, id);
    }
  }
  const path: number[] = [];
  for (let at = size; at > 0; at = from[at]!) path.push(word[at]!);
  return path.reverse();
}
