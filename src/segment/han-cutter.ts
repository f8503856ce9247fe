import type { Match, Word } from 'segmentit';
import { type WordsAt, wordsOnDemand } from './dictionary.js';
import { LONGEST_RUN, shortRuns } from './short-runs.js';

/** Cuts a run of Han characters into words; the words put together are the run. */
export type HanCutter = (run: string) => readonly string[];

/**
 * Cuts runs by segmentit's dictionary and rules, with policy words added to it.
 *
 * *Cost*: loading takes 0.1 s, so segmentit is imported here and nowhere else; its dictionary is read as runs need
 * it (`wordsOnDemand`). Each run is cut once; one too long for segmentit is handed to it in pieces (`shortRuns`).
 */
export async function createHanCutter(words: readonly string[]): Promise<HanCutter> {
  const { default: segmentit } = await import('segmentit');
  const segmenter = new segmentit.Segment().loadDict('');
  const table = segmenter.getDict('TABLE');
  const lists = [...segmentit.dicts, words.map(asDictionaryLine).join('\n')];
  const wordsAt = wordsOnDemand(lists, ({ text, kinds, frequency }) => {
    table[text] = { p: kinds, f: frequency };
  });

  /** Its own looks every length of word up in the whole dictionary, at every place. */
  class Tokenizer extends segmentit.DictTokenizer {
    override matchWord(text: string, _from: number, before: Word): readonly Match[] {
      return this.filterWord(matches(text, wordsAt), before, text);
    }
  }

  segmenter.use([Tokenizer, segmentit.DictOptimizer]);
  const lengthsAt = (run: string, at: number): readonly number[] =>
    wordsAt(run, at).map(({ text }) => text.length);
  const segmented = (piece: string): readonly string[] => {
    // A heap of combining marks on one character: there is nothing in it to cut.
    if (piece.length > LONGEST_RUN) return [piece];
    return segmenter.doSegment(piece).map(({ w }) => w);
  };
  const seen = new Map<string, readonly string[]>();
  return (run) => {
    const known = seen.get(run);
    if (known) return known;
    const found = shortRuns(run, lengthsAt).flatMap(segmented);
    seen.set(run, found);
    return found;
  };
}

/** Every word that stands somewhere in a text. Segmentit writes into what it is given. */
function matches(text: string, wordsAt: WordsAt): Match[] {
  const found: Match[] = [];
  for (let at = 0; at < text.length; at += 1) {
    for (const word of wordsAt(text, at)) {
      found.push({ w: word.text, c: at, f: word.frequency });
    }
  }
  return found;
}

function asDictionaryLine(word: string): string {
  const noun = '0x00100000';
  const frequency = 100_000;
  return `${word}|${noun}|${frequency}`;
}
