import { NGRAM_SLOTS, ngramSlot, quantiseCount } from '../align/index.js';

/** Rarer n-grams are left out: they would fill the table with noise, and unseen means rare anyway. */
const MIN_COUNT = 3;

/**
 * Count the sentences that hold each bigram and trigram of Han characters, letters and digits.
 *
 * *Out* the table of the background: where two n-grams share a slot, the greater count wins, so that a common string never
 * looks rare.
 */
export function countNgrams(sentences: readonly string[]): Uint8Array {
  const counts = new Map<number, number>();
  for (const sentence of sentences) {
    const seen = new Set<number>();
    for (const run of sentence.match(/[\p{Script=Han}0-9A-Za-z]+/gu) ?? []) {
      for (let at = 0; at + 1 < run.length; at += 1) {
        seen.add(run.charCodeAt(at) * 65536 + run.charCodeAt(at + 1));
        if (at + 2 < run.length)
          seen.add(
            (run.charCodeAt(at) * 65536 + run.charCodeAt(at + 1)) * 65536 + run.charCodeAt(at + 2),
          );
      }
    }
    for (const key of seen) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const table = new Uint8Array(NGRAM_SLOTS);
  for (const [key, count] of counts) {
    if (count < MIN_COUNT) continue;
    const slot = slotOf(key);
    table[slot] = Math.max(table[slot]!, quantiseCount(count));
  }
  return table;
}

function slotOf(key: number): number {
  const last = key % 65536;
  const rest = Math.floor(key / 65536);
  if (rest < 65536) return ngramSlot(rest, last, 0);
  return ngramSlot(Math.floor(rest / 65536), rest % 65536, last);
}
