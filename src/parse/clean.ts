import type { MappedText, Span } from '../model/index.js';
import {
  isAsciiDigit,
  isAsciiLetter,
  isBlank,
  isInvisible,
  mappedBuilder,
  unifiedIdeograph,
} from '../text/index.js';
import { type CleanupCounts, partsNumber } from './mend.js';

interface CleanOptions {
  /** A tab stays, as the border of table cells; so do two blanks where the row has no tab. */
  readonly keepTabs?: boolean;
  /** Digits that blanks part one by one are one number. */
  readonly spacedDigits?: boolean;
}

/** Anything `cleanRange` would touch: most lines have none of it. */
const DIRTY =
  /[\s\u00a0\u3000\u2000-\u200f\u2028-\u202f\u205f-\u2069\ufeff\u00ad\u2e80-\u2fdf\uff05\uff0e\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u0000-\u001f\u007f]/;

/**
 * Clean text of `[start, end)` of a source: blanks that typesetting left are removed, full-width
 * digits and letters and radicals become the characters they stand for.
 *
 * A blank stays (as one space) only between Latin letters or digits. In, out: offsets of `source`; the way back is in the result.
 * Cost: linear; a line without anything to clean is copied at once.
 */
export function cleanRange(
  source: string,
  { start, end }: Span,
  counts: CleanupCounts,
  { keepTabs = false, spacedDigits = false }: CleanOptions = {},
): MappedText {
  const builder = mappedBuilder();
  const raw = source.slice(start, end);
  if (!DIRTY.test(raw)) {
    builder.append(raw, start);
    return builder.build();
  }
  let previous = 0;
  let blankAt = -1;
  let blanks = 0;
  let sawTab = false;
  const columns = keepTabs && !raw.includes('\t');
  const count = (kind: string, by = 1): void => {
    counts[kind] = (counts[kind] ?? 0) + by;
  };
  for (let i = start; i < end; i += 1) {
    const code = source.charCodeAt(i);
    if (isBlank(code) || code === 10 || code === 13) {
      if (blankAt < 0) blankAt = i;
      blanks += 1;
      sawTab ||= code === 9;
      continue;
    }
    if (isInvisible(code)) {
      count(code === 0xad ? 'soft-hyphen' : 'zero-width');
      continue;
    }
    if (code < 32 || code === 127) {
      count('control');
      continue;
    }
    const point = code === 0xff0e && isPoint(source, previous, i + 1);
    const { text, kind } = point
      ? { text: '.', kind: 'full-width' }
      : cleanCharacter(source.charAt(i), code);
    if (kind !== undefined) count(kind);
    if (blanks > 0) {
      const keep =
        isWordlike(previous) &&
        isWordlike(text.charCodeAt(0)) &&
        !(spacedDigits && partsNumber(source, blankAt - 1, i));
      if (keepTabs && (sawTab || (columns && blanks > 1)) && previous !== 0)
        builder.append('\t', blankAt);
      else if (keep) builder.append(' ', blankAt);
      const removed = blanks - (keep ? 1 : 0);
      if (removed > 0) count(previous === 0 ? 'indent' : 'blank', removed);
      blanks = 0;
      blankAt = -1;
      sawTab = false;
    }
    builder.append(text, i);
    previous = text.charCodeAt(0);
  }
  if (blanks > 0) count('trailing-blank', blanks);
  return builder.build();
}

/** `１．５`: the dot between the digits of a figure. */
function isPoint(source: string, previous: number, after: number): boolean {
  let at = after;
  while (isBlank(source.charCodeAt(at))) at += 1;
  const next = source.charCodeAt(at);
  return isAsciiDigit(previous) && (isAsciiDigit(next) || (next >= 0xff10 && next <= 0xff19));
}

function isWordlike(code: number): boolean {
  return isAsciiDigit(code) || isAsciiLetter(code);
}

function cleanCharacter(char: string, code: number): { text: string; kind?: string } {
  if (code === 0xff05) return { text: '%', kind: 'full-width' };
  if (
    (code >= 0xff10 && code <= 0xff19) ||
    (code >= 0xff21 && code <= 0xff3a) ||
    (code >= 0xff41 && code <= 0xff5a)
  ) {
    return { text: String.fromCharCode(code - 0xfee0), kind: 'full-width' };
  }
  const ideograph = unifiedIdeograph(code);
  return ideograph === undefined ? { text: char } : { text: ideograph, kind: 'radical' };
}
