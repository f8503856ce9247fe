/**
 * Length of a text as a reader counts it: letters, digits and Han characters by code point;
 * punctuation and blanks are left out, so that a change of punctuation does not move a figure.
 */
export function characterCount(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
