/** What a text is found by: trigrams of its content, and the concepts it names. */

/** Numbers of the concepts that a stretch of text names, in whatever words. */
export type FindConcepts = (text: string) => Iterable<number>;

/** Concepts do not reach beyond a clause. */
const CLAUSE_END = /[，,。；;：:！!？?\n]+/u;

/**
 * Keys of a text, with repetitions: a 32-bit hash of each three characters that stand together, and one of each concept.
 *
 * Two texts that share a key share the characters but for one chance in some millions.
 */
export function keysOf(text: string, concepts?: FindConcepts): Uint32Array {
  const found =
    concepts === undefined ? [] : text.split(CLAUSE_END).flatMap((c) => [...concepts(c)]);
  const keys = new Uint32Array(text.length + found.length);
  let count = 0;
  // The two units before, 0 where a stretch of content has just begun.
  let a = 0;
  let b = 0;
  for (let at = 0; at < text.length; at += 1) {
    const c = text.charCodeAt(at);
    if (!isContent(c)) {
      a = 0;
      b = 0;
      continue;
    }
    if (a !== 0) keys[count++] = hashOf(a, b, c);
    a = b;
    b = c;
  }
  for (const concept of found) keys[count++] = hashOf(CONCEPTS, concept & 0xffff, concept >>> 16);
  return keys.subarray(0, count);
}

/** Han characters, digits and Latin letters. */
function isContent(unit: number): boolean {
  return (
    (unit >= 0x3400 && unit <= 0x9fff) ||
    unit === 0x3007 ||
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0xf900 && unit <= 0xfaff)
  );
}

/** A private-use character: no text has it as its first unit. */
const CONCEPTS = 0xf8ff;

/** *Source* the finaliser of MurmurHash3 (Appleby 2011). */
function hashOf(a: number, b: number, c: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Keys once each. */
export function distinctKeys(keys: Uint32Array): Uint32Array {
  const sorted = keys.slice().sort();
  let length = 0;
  for (let i = 0; i < sorted.length; i += 1)
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[length++] = sorted[i] ?? 0;
  return sorted.subarray(0, length);
}
