import { type AmbiguousWidth, clusters, displayWidth } from './display-width.js';
import { itemAt } from './item-at.js';

/** What stands for the text left out; `rest` is its number of characters. */
type TruncationMark = (rest: number) => string;

/** Counted marks in both languages: a cut is never silent. */
export const TRUNCATION_MARKS = {
  zh: (rest: number) => `…（还有 ${rest} 字）`,
  en: (rest: number) => `…(${rest} more)`,
} as const satisfies Record<string, TruncationMark>;

/**
 * Cuts a text to `width` columns and says how many characters are left out.
 *
 * Where not even the mark fits, `…` (or nothing below its width) stands alone.
 */
export function truncate(
  text: string,
  width: number,
  mark: TruncationMark,
  ambiguousWidth: AmbiguousWidth = 1,
): string {
  if (displayWidth(text, ambiguousWidth) <= width) return text;
  const parts = clusters(text);
  const widths = parts.map((part) => displayWidth(part, ambiguousWidth));
  let used = widths.reduce((sum, each) => sum + each, 0);
  for (let kept = parts.length - 1; kept >= 0; kept -= 1) {
    used -= itemAt(widths, kept);
    if (used > width) continue;
    const sign = mark(parts.length - kept);
    if (used + displayWidth(sign, ambiguousWidth) <= width) {
      return parts.slice(0, kept).join('') + sign;
    }
  }
  return displayWidth('…', ambiguousWidth) <= width ? '…' : '';
}
