import {
  type Background,
  EMPTY_BACKGROUND,
  lengthsByBeginning,
  segmentWords,
} from '../align/index.js';
import { itemAt } from '../text/index.js';
import type { DiscoveredWord } from './discover-words.js';
import { hanRuns } from './rough-sentences.js';

export interface Vocabulary {
  /** Most frequent first; ties by code unit. */
  readonly words: readonly string[];
  readonly occurrences: readonly number[];
  readonly sentenceCounts: readonly number[];
  /** Word ids of each sentence, −1 for a character outside the vocabulary. */
  readonly segmented: readonly (readonly number[])[];
}

/** Passes of segment-and-count; the list is stable after three. */
const PASSES = 3;

/**
 * Prune a word list by use: segment all sentences with it, count, keep the `size` most used, again.
 */
export function settleVocabulary(
  sentences: readonly string[],
  discovered: readonly DiscoveredWord[],
  size: number,
): Vocabulary {
  let words: readonly DiscoveredWord[] = discovered;
  let counted = countWords(sentences, words);
  for (let pass = 1; pass < PASSES; pass += 1) {
    words = counted.words
      .slice(0, size)
      .map((text, id) => ({ text, occurrences: itemAt(counted.occurrences, id) }));
    counted = countWords(sentences, words);
  }
  return counted;
}

function countWords(sentences: readonly string[], words: readonly DiscoveredWord[]): Vocabulary {
  const background = segmenter(words);
  const occurrences = new Int32Array(words.length);
  const sentenceCounts = new Int32Array(words.length);
  const segmented = sentences.map((sentence) =>
    hanRuns(sentence).flatMap((run) => segmentWords(background, run)),
  );
  for (const ids of segmented) {
    for (const id of ids) if (id >= 0) occurrences[id]! += 1;
    for (const id of new Set(ids)) if (id >= 0) sentenceCounts[id]! += 1;
  }
  const order = [...words.keys()]
    .filter((id) => itemAt(occurrences, id) > 0)
    .sort(
      (a, b) =>
        itemAt(occurrences, b) - itemAt(occurrences, a) ||
        (itemAt(words, a).text < itemAt(words, b).text ? -1 : 1),
    );
  const renumbered = new Int32Array(words.length).fill(-1);
  for (const [to, id] of order.entries()) renumbered[id] = to;
  return {
    words: order.map((id) => itemAt(words, id).text),
    occurrences: order.map((id) => itemAt(occurrences, id)),
    sentenceCounts: order.map((id) => itemAt(sentenceCounts, id)),
    segmented: segmented.map((ids) => ids.map((id) => (id < 0 ? -1 : itemAt(renumbered, id)))),
  };
}

function segmenter(words: readonly DiscoveredWord[]): Background {
  const total = words.reduce((sum, word) => sum + word.occurrences, 0);
  return {
    ...EMPTY_BACKGROUND,
    words: words.map((word) => word.text),
    wordIds: new Map(words.map((word, id) => [word.text, id])),
    wordCosts: Float32Array.from(words, (word) => Math.log(total / word.occurrences)),
    wordLengths: lengthsByBeginning(words.map(({ text }) => text)),
  };
}
