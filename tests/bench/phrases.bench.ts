import { bench, describe } from 'vitest';
import { createPhraseIndex, findPhrases } from '../../src/findings/index.js';
import { sampleDocument } from '../support/alignment.js';

/** A text of about `characters` made of words whose frequencies fall as in real text (Zipf), the same every time. */
function text(characters: number): string[] {
  let state = 42;
  const random = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const word = (n: number) =>
    String.fromCharCode(0x4e00 + ((n * 7919) % 3000), 0x4e00 + ((n * 104729) % 3000));
  const sentences: string[] = [];
  for (let length = 0; length < characters; ) {
    const sentence = `${Array.from({ length: 20 }, () => word(Math.floor(3000 ** random()))).join('')}。`;
    sentences.push(sentence);
    length += sentence.length;
  }
  return sentences;
}

const lexicon = { seeds: [], edges: { start: '的', end: '的' } };

/** Doubling series: time per character should stay about the same. Read the `mean` column. */
describe('discovery of set phrases', () => {
  for (const size of [50_000, 100_000, 200_000, 400_000]) {
    const documents = [
      sampleDocument(
        'd',
        'city',
        text(size).map((sentence) => ['', sentence] as const),
      ),
    ];
    bench(
      `${size} characters`,
      () => void findPhrases(createPhraseIndex(documents), lexicon, { limit: 500 }),
      { iterations: 3, warmupIterations: 1, time: 0 },
    );
  }
});
