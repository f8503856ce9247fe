import { itemAt } from '../text/index.js';
import type { Background } from './background.js';

/** Cost in nats of a character that is in no known word: dearer than any known word of one character. */
const UNKNOWN_COST = 16;

/**
 * Cut a run of characters into the background's words by the cheapest path (unigram Viterbi).
 *
 * *Out* word ids in order, −1 for a character that is in no word. *Cost* length × longest word.
 */
export function segmentWords(background: Background, text: string): number[] {
  const best = new Float64Array(text.length + 1);
  const from = new Int32Array(text.length + 1);
  const word = new Int32Array(text.length + 1).fill(-1);
  for (let end = 1; end <= text.length; end += 1) {
    best[end] = itemAt(best, end - 1) + UNKNOWN_COST;
    from[end] = end - 1;
    for (let start = Math.max(0, end - background.longestWord); start < end; start += 1) {
      const id = background.wordIds.get(text.slice(start, end));
      if (id === undefined) continue;
      const cost = itemAt(best, start) + itemAt(background.wordCosts, id);
      if (cost < itemAt(best, end)) {
        best[end] = cost;
        from[end] = start;
        word[end] = id;
      }
    }
  }
  const path: number[] = [];
  for (let at = text.length; at > 0; at = itemAt(from, at)) path.push(itemAt(word, at));
  return path.reverse();
}
