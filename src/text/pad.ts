import { type AmbiguousWidth, displayWidth } from './display-width.js';

/** Fills a text with spaces on the right up to `width` columns; a wider text stays as it is. */
export function padEnd(text: string, width: number, ambiguousWidth: AmbiguousWidth = 1): string {
  return text + blanks(width - displayWidth(text, ambiguousWidth));
}

/** Fills a text with spaces on the left up to `width` columns. */
export function padStart(text: string, width: number, ambiguousWidth: AmbiguousWidth = 1): string {
  return blanks(width - displayWidth(text, ambiguousWidth)) + text;
}

/** Puts a text in the middle of `width` columns; the odd space goes to the right. */
export function padCentre(text: string, width: number, ambiguousWidth: AmbiguousWidth = 1): string {
  const free = Math.max(0, width - displayWidth(text, ambiguousWidth));
  return blanks(Math.floor(free / 2)) + text + blanks(Math.ceil(free / 2));
}

function blanks(count: number): string {
  return ' '.repeat(Math.max(0, count));
}
