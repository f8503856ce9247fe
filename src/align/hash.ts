/** Slots of the n-gram table: 2^20 bytes hold the n-grams of ten million characters with few collisions. */
export const NGRAM_SLOTS = 1 << 20;

/**
 * Hash of two or three code units, for the background's n-gram table.
 *
 * *In* the code units of the n-gram, `c` 0 for a bigram. *Out* an integer in `[0, NGRAM_SLOTS)`.
 */
export function ngramSlot(a: number, b: number, c: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  hash = Math.imul(hash, 0x297a2d39);
  hash ^= hash >>> 15;
  return hash & (NGRAM_SLOTS - 1);
}

/** Slots of a table by the first two characters of a string. */
const PAIR_SLOTS = 1 << 16;

/** Slot of the two characters at a place. */
export function pairSlot(text: string, at: number): number {
  // Past the end there is NaN, which | turns to 0.
  const second = text.charCodeAt(at + 1) | 0;
  return (Math.imul(text.charCodeAt(at), 0x9e37) ^ second) & (PAIR_SLOTS - 1);
}

/** Bits of a set of lengths, the lowest for 0. */
const MAX_LENGTH = 30;

/**
 * Lengths of the words that begin with two characters, one bit a length, by the characters' slot: few substrings need be looked
 * up. Slots are shared by chance, which costs a look-up and nothing else.
 */
export function lengthsByBeginning(words: readonly string[]): Int32Array {
  const out = new Int32Array(PAIR_SLOTS);
  for (const word of words) {
    if (word.length > MAX_LENGTH) throw new Error(`a word of ${word.length} characters`);
    if (word.length > 1) out[pairSlot(word, 0)]! |= 1 << word.length;
  }
  return out;
}
