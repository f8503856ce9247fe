import { itemAt } from '../../text/index.js';
/**
 * Likeness of two strings by their character bigrams, 0..1: twice the common ones over all of them (Dice 1945).
 * Strings of one character are compared as such.
 */
export function dice(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  const [left, right] = [bigrams(a), bigrams(b)];
  const total = left.length + right.length;
  if (total === 0) return 0;
  const counts = new Map<string, number>();
  for (const gram of left) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  let common = 0;
  for (const gram of right) {
    const left = counts.get(gram) ?? 0;
    if (left === 0) continue;
    common += 1;
    counts.set(gram, left - 1);
  }
  return (2 * common) / total;
}

function bigrams(text: string): string[] {
  const chars = [...text];
  return chars.slice(1).map((char, at) => itemAt(chars, at) + char);
}
