import { itemAt } from '../text/index.js';
import { squareOf } from './arithmetic.js';
import { lengthsByBeginning, NGRAM_SLOTS, ngramSlot } from './hash.js';

/**
 * What the engine knows of the language of policy beyond the two sides it compares.
 *
 * Trained by `npm run train` (src/training) from any folder of texts.
 */
export interface Background {
  /** Sentences it was counted on. */
  readonly sentences: number;
  /** Words by length and code unit; the index of a word is its id. */
  readonly words: readonly string[];
  readonly wordIds: ReadonlyMap<string, number>;
  /** Cost of a word in nats (−ln of its relative frequency), for segmentation. */
  readonly wordCosts: Float32Array;
  /** Information of a word in nats (−ln of the share of sentences that hold it). */
  readonly wordInformation: Float32Array;
  /** `lengthsByBeginning` of the words. */
  readonly wordLengths: Int32Array;
  readonly dimensions: number;
  /** Word vectors, `dimensions` signed bytes a word, each scaled so that its largest part is 127. */
  readonly vectors: Int8Array;
  /** 1 / length of each vector, 0 for a word without one. */
  readonly vectorScales: Float32Array;
  /** Log-quantised sentence counts of bigrams and trigrams by `ngramSlot`. */
  readonly ngrams: Uint8Array;
}

/** First bytes of a background file; the digit is the version of its layout. */
const BACKGROUND_MAGIC = 'DBBG1\n';

/** Steps per doubling in the quantised counts: one byte spans counts up to 2^21. */
const COUNT_STEPS = 12;

/** Everything the file stores, before the derived tables are made. */
interface BackgroundData {
  readonly sentences: number;
  readonly words: readonly string[];
  /** Quantised counts of occurrences and of sentences, by word. */
  readonly occurrences: Uint8Array;
  readonly sentenceCounts: Uint8Array;
  readonly dimensions: number;
  readonly vectors: Int8Array;
  readonly ngrams: Uint8Array;
}

/** A count as one byte, `COUNT_STEPS` to the doubling. */
export function quantiseCount(count: number): number {
  return count <= 0 ? 0 : Math.min(255, 1 + Math.round(Math.log2(count) * COUNT_STEPS));
}

/** The count that each byte stands for, 0 for none. */
const COUNTS = Float64Array.from({ length: 256 }, (_, byte) =>
  byte === 0 ? 0 : 2 ** ((byte - 1) / COUNT_STEPS),
);

/** Serialise a background. *Out* the bytes of `background.bin`: magic, header line (JSON), then the arrays. */
export function writeBackground(data: BackgroundData): Uint8Array {
  const header = `${JSON.stringify({
    sentences: data.sentences,
    words: data.words.length,
    dimensions: data.dimensions,
    wordBytes: new TextEncoder().encode(data.words.join('\n')).length,
  })}\n`;
  const parts = [
    new TextEncoder().encode(BACKGROUND_MAGIC + header + data.words.join('\n')),
    data.occurrences,
    data.sentenceCounts,
    new Uint8Array(data.vectors.buffer, data.vectors.byteOffset, data.vectors.length),
    data.ngrams,
  ];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/**
 * Read the bytes of `background.bin`.
 *
 * *Errors* a plain `Error` when the bytes are not a background of this version or are cut short.
 * *Cost* some 100 ms for 4 MB where a process has just begun, which is when it is read.
 */
export function parseBackground(bytes: Uint8Array): Background {
  const decoder = new TextDecoder();
  const magic = BACKGROUND_MAGIC.length;
  if (decoder.decode(bytes.subarray(0, magic)) !== BACKGROUND_MAGIC)
    throw new Error('not a duibiao background (or of another version)');
  const headerEnd = bytes.indexOf(10, magic);
  const header = JSON.parse(decoder.decode(bytes.subarray(magic, headerEnd))) as {
    sentences: number;
    words: number;
    dimensions: number;
    wordBytes: number;
  };
  let at = headerEnd + 1;
  const take = (length: number): Uint8Array => {
    at += length;
    if (at > bytes.length) throw new Error('the background is cut short');
    return bytes.subarray(at - length, at);
  };
  const words = decoder.decode(take(header.wordBytes)).split('\n');
  const occurrences = take(header.words);
  const sentenceCounts = take(header.words);
  const vectorBytes = take(header.words * header.dimensions);
  const ngrams = take(NGRAM_SLOTS);
  let total = 0;
  for (let word = 0; word < occurrences.length; word += 1) total += COUNTS[occurrences[word]!]!;
  const vectors = new Int8Array(vectorBytes.buffer, vectorBytes.byteOffset, vectorBytes.length);
  return {
    sentences: header.sentences,
    words,
    wordIds: new Map(words.map((word, id) => [word, id])),
    wordCosts: byByte(occurrences, (count) => Math.log(total / count)),
    wordInformation: byByte(sentenceCounts, (count) =>
      Math.log((header.sentences + 1) / (count + 0.5)),
    ),
    wordLengths: lengthsByBeginning(words),
    dimensions: header.dimensions,
    vectors,
    vectorScales: inverseLengths(vectors, header.words, header.dimensions),
    ngrams,
  };
}

/** What follows from the count of each word: counts are 256 in all. */
function byByte(bytes: Uint8Array, ofCount: (count: number) => number): Float32Array {
  const values = Float32Array.from(COUNTS, ofCount);
  const out = new Float32Array(bytes.length);
  for (let word = 0; word < bytes.length; word += 1) out[word] = values[bytes[word]!]!;
  return out;
}

function inverseLengths(vectors: Int8Array, words: number, dimensions: number): Float32Array {
  const scales = new Float32Array(words);
  for (let word = 0; word < words; word += 1) {
    const square = squareOf(vectors.subarray(word * dimensions, (word + 1) * dimensions));
    scales[word] = square > 0 ? 1 / Math.sqrt(square) : 0;
  }
  return scales;
}

/** A background that knows nothing: every n-gram is rare, no word has a vector. For tests and as a fallback. */
export const EMPTY_BACKGROUND: Background = {
  sentences: 0,
  words: [],
  wordIds: new Map(),
  wordCosts: new Float32Array(0),
  wordInformation: new Float32Array(0),
  wordLengths: lengthsByBeginning([]),
  dimensions: 0,
  vectors: new Int8Array(0),
  vectorScales: new Float32Array(0),
  ngrams: new Uint8Array(NGRAM_SLOTS),
};

/** Sentences of the background that hold a bigram (`c` 0) or trigram; approximate, never too low by much. */
export function ngramCount(background: Background, a: number, b: number, c: number): number {
  return itemAt(COUNTS, itemAt(background.ngrams, ngramSlot(a, b, c)));
}
