import type { DocumentUnits, SentenceUnit } from '../../model/index.js';
import { itemAt } from '../../text/index.js';
import { type SuffixArray, suffixArray } from '../shared/suffix-array.js';

/** Set phrases are not longer than this: 房子是用来住的、不是用来炒的 has 13; a power of two ends the sort early. */
export const LONGEST_PHRASE = 32;

/** Where a character of the joined text comes from. */
export interface PhraseText {
  readonly documents: readonly DocumentUnits[];
  readonly sentences: readonly SentenceUnit[];
  /** Index of the document of each sentence. */
  readonly documentOf: readonly number[];
  /** Letters only; clause marks inside a sentence are dropped or separate, sentences are always apart. */
  readonly array: SuffixArray;
  /** Sentence index of every code; -1 for separators. */
  readonly sentenceAt: Int32Array;
  /** Offset in the sentence's text of every code. */
  readonly offsetAt: Int32Array;
}

/** Codes from here on are separators; each is used once, so that no repeated string holds one. */
export const SEPARATOR = 0x20000;

const LETTER = /[\p{L}\p{N}]/u;
/** Marks a set phrase may have inside: dropped when phrases are looked up, separators when they are discovered. */
const INNER = '、，,·—-';
/** Marks that never separate. */
const INVISIBLE = '“”‘’「」『』" ';

/**
 * The letters of all sentences laid end to end, as a suffix array with the way back.
 *
 * `whole` drops the marks inside a sentence (for looking phrases up whatever their punctuation);
 * without it they separate (for discovery: 教育、医疗 is a list, not a phrase).
 */
export function joinText(documents: readonly DocumentUnits[], whole: boolean): PhraseText {
  const sentences = documents.flatMap((document) => document.sentences);
  const documentOf = documents.flatMap((document, at) => document.sentences.map(() => at));
  const size = sentences.reduce((sum, sentence) => sum + sentence.text.length + 1, 0);
  const codes = new Int32Array(size);
  const sentenceAt = new Int32Array(size).fill(-1);
  const offsetAt = new Int32Array(size);
  let n = 0;
  for (const [index, { text, markerLength }] of sentences.entries()) {
    for (let offset = markerLength; offset < text.length; offset += 1) {
      const char = text.charAt(offset);
      if (isLetter(char)) {
        codes[n] = char.charCodeAt(0);
        sentenceAt[n] = index;
        offsetAt[n] = offset;
        n += 1;
      } else if (
        !INVISIBLE.includes(char) &&
        !(whole && INNER.includes(char)) &&
        n > 0 &&
        itemAt(codes, n - 1) < SEPARATOR
      ) {
        codes[n] = SEPARATOR + n;
        n += 1;
      }
    }
    if (n > 0 && itemAt(codes, n - 1) < SEPARATOR) {
      codes[n] = SEPARATOR + n;
      n += 1;
    }
  }
  const array = suffixArray(codes.slice(0, n), LONGEST_PHRASE);
  return {
    documents,
    sentences,
    documentOf,
    array,
    sentenceAt: sentenceAt.slice(0, n),
    offsetAt: offsetAt.slice(0, n),
  };
}

function isLetter(char: string): boolean {
  const code = char.charCodeAt(0);
  return (
    (code >= 0x4e00 && code <= 0x9fff) || (code >= 0xd800 && code <= 0xdfff) || LETTER.test(char)
  );
}

/** Letters of a string as codes: what `joinText` makes of it. */
export function letterCodes(text: string): number[] {
  return [...lettersOf(text)].flatMap((char) =>
    [...char].length === char.length
      ? [char.charCodeAt(0)]
      : [char.charCodeAt(0), char.charCodeAt(1)],
  );
}

/** A phrase without its marks: the form in which two wordings are the same. */
export function lettersOf(text: string): string {
  return text.match(/[\p{L}\p{N}]/gu)?.join('') ?? '';
}
