import { type AmbiguousWidth, clusterEnd, clusterWidth } from './display-width.js';
import { itemAt } from './item-at.js';
import { DATE, LATIN, QUANTITY, TITLE, URL_PATTERN } from './wrap-whole.js';

/** A stretch of text of one style; what a style is, the renderer knows. */
export interface StyledText<S> {
  readonly text: string;
  readonly style: S;
  /** No line break after this stretch where it can be helped: an opening sign. */
  readonly glued?: true;
}

interface WrapOptions {
  readonly ambiguousWidth?: AmbiguousWidth;
  /** Offsets no line begins at where it can be helped, beside those of punctuation. */
  readonly glue?: ReadonlySet<number>;
}

/** Characters that never begin a line. Source: GB/T 15834, W3C CLREQ. */
export const NEVER_FIRST = '。，、；：？！）〕】》〉」』”’›»％%‰℃°·．,.;:?!)]}／';
/** Characters that never end a line. */
export const NEVER_LAST = '（〔【《〈「『“‘‹«([{';

/**
 * How much a place between two characters resists a break; a stronger place is broken only
 * inside something that does not fit the width otherwise.
 */
const FREE = 0;
const TITLE_INSIDE = 1;
const WORD_INSIDE = 2;
const KINSOKU = 3;

const WHOLE = new RegExp(
  `${URL_PATTERN}|(?<!\\d)\\d+/\\d+|${DATE}|${QUANTITY}|${LATIN}|[—…─]{2,}|[█-▏]{2,}`,
  'gu',
);
const TITLES = new RegExp(TITLE, 'gu');
const URL_AT_START = /^(?:[a-z]+:\/\/|www\.)/u;
const BLANK = /^[\s\u3000]$/u;

/**
 * Breaks a text into lines of at most `width` columns and loses no character.
 *
 * - Closing punctuation never begins a line, opening punctuation never ends one.
 * - A number with its unit, a date, a Latin word, a URL and a 《title》 stay whole where they fit
 *   a line of their own; else they are split.
 * - Blanks stay at the end of the line they follow.
 * - `\n` begins a new line and is the only character left out.
 *
 * A character wider than `width` gets a line of its own. *Cost*: linear.
 */
export function wrapText(text: string, width: number, options: WrapOptions = {}): string[] {
  return wrapRanges(text, width, options).map(([start, end]) => text.slice(start, end));
}

/** `wrapText` for styled text: the lines are made as if the stretches were one text. */
export function wrapStyled<S>(
  stretches: readonly StyledText<S>[],
  width: number,
  options: WrapOptions = {},
): StyledText<S>[][] {
  const text = stretches.map((stretch) => stretch.text).join('');
  const lines: StyledText<S>[][] = [];
  let index = 0;
  let offset = 0;
  const glue = glueOf(stretches);
  for (const [start, end] of wrapRanges(text, width, { ...options, glue })) {
    const line: StyledText<S>[] = [];
    while (index < stretches.length && offset < end) {
      const stretch = itemAt(stretches, index);
      const stretchEnd = offset + stretch.text.length;
      const from = Math.max(start, offset);
      const to = Math.min(end, stretchEnd);
      if (from < to) {
        line.push({ text: stretch.text.slice(from - offset, to - offset), style: stretch.style });
      }
      if (stretchEnd > end) break;
      offset = stretchEnd;
      index += 1;
    }
    lines.push(line);
  }
  return lines;
}

function glueOf(stretches: readonly StyledText<unknown>[]): ReadonlySet<number> {
  const glue = new Set<number>();
  let offset = 0;
  for (const stretch of stretches) {
    offset += stretch.text.length;
    if (stretch.glued) glue.add(offset);
  }
  return glue;
}

type Range = readonly [start: number, end: number];

function wrapRanges(text: string, width: number, options: WrapOptions): Range[] {
  const lines: Range[] = [];
  for (let start = 0; ; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    for (const line of wrapParagraph(text.slice(start, end), start, width, options))
      lines.push(line);
    if (newline < 0) return lines;
    start = newline + 1;
  }
}

function wrapParagraph(text: string, origin: number, width: number, options: WrapOptions): Range[] {
  const lines: Range[] = [];
  const { starts, widthsBefore } = measure(text, options.ambiguousWidth ?? 1);
  const resistance = resistanceOf(text, starts);
  if (options.glue) {
    for (let cluster = 1; cluster < starts.length - 1; cluster += 1) {
      if (options.glue.has(origin + starts[cluster]!)) resistance[cluster] = KINSOKU;
    }
  }
  const count = starts.length - 1;
  let lineStart = 0;

  const widthOf = (from: number, to: number) => widthsBefore[to]! - widthsBefore[from]!;
  const breakAt = (cluster: number) => {
    if (cluster > lineStart) lines.push([origin + starts[lineStart]!, origin + starts[cluster]!]);
    lineStart = cluster;
  };
  /** A group too wide for a line is split somewhere; not before closing punctuation where what it closes can come along. */
  const earlier = (from: number, to: number): number => {
    let at = from;
    while (resistance[at] === KINSOKU && at - 1 > lineStart && widthOf(at - 1, to) <= width)
      at -= 1;
    return resistance[at]! < WORD_INSIDE ? at : from;
  };
  const place = (from: number, to: number, level: number): void => {
    if (widthOf(lineStart, to) <= width) return;
    if (widthOf(from, to) <= width || to - from === 1) {
      breakAt(earlier(from, to));
      return;
    }
    placeParts(from, to, level + 1);
  };
  const placeParts = (from: number, to: number, level: number): void => {
    let partStart = from;
    for (let next = from + 1; next <= to; next += 1) {
      if (next < to && level <= KINSOKU && resistance[next]! > level) continue;
      place(partStart, next, level);
      partStart = next;
    }
  };

  placeParts(0, count, FREE);
  lines.push([origin + starts[lineStart]!, origin + text.length]);
  return lines;
}

interface Measured {
  /** Offset of each cluster, and the text's length at the end. */
  readonly starts: Int32Array;
  /** Columns before each cluster, and in all at the end. */
  readonly widthsBefore: Int32Array;
}

function measure(text: string, ambiguousWidth: AmbiguousWidth): Measured {
  const starts = new Int32Array(text.length + 1);
  const widthsBefore = new Int32Array(text.length + 1);
  let count = 0;
  let width = 0;
  for (let start = 0; start < text.length; count += 1) {
    const end = clusterEnd(text, start);
    starts[count] = start;
    widthsBefore[count] = width;
    width += clusterWidth(text, start, end, ambiguousWidth);
    start = end;
  }
  starts[count] = text.length;
  widthsBefore[count] = width;
  return {
    starts: starts.subarray(0, count + 1),
    widthsBefore: widthsBefore.subarray(0, count + 1),
  };
}

/** Resistance of the place before each cluster. */
function resistanceOf(text: string, starts: Int32Array): Uint8Array {
  const byOffset = new Uint8Array(text.length + 1);
  markTitles(text, byOffset);
  markWhole(text, byOffset);
  const resistance = new Uint8Array(starts.length);
  for (let cluster = 1; cluster < starts.length - 1; cluster += 1) {
    const offset = starts[cluster]!;
    const before = text.charAt(starts[cluster - 1]!);
    const after = text.charAt(offset);
    const kinsoku = NEVER_FIRST.includes(after) || NEVER_LAST.includes(before);
    const own = kinsoku ? KINSOKU : BLANK.test(after) ? WORD_INSIDE : FREE;
    resistance[cluster] = Math.max(own, byOffset[offset]!);
  }
  return resistance;
}

function markTitles(text: string, byOffset: Uint8Array): void {
  for (const match of text.matchAll(TITLES)) {
    byOffset.fill(TITLE_INSIDE, match.index + 1, match.index + match[0].length);
  }
}

function markWhole(text: string, byOffset: Uint8Array): void {
  for (const match of text.matchAll(WHOLE)) {
    const [whole] = match;
    byOffset.fill(WORD_INSIDE, match.index + 1, match.index + whole.length);
    if (URL_AT_START.test(whole)) softenUrl(whole, match.index, byOffset);
  }
}

/** A URL too long for a line breaks after its own separators first. */
function softenUrl(url: string, start: number, byOffset: Uint8Array): void {
  for (let at = 1; at < url.length; at += 1) {
    if ('/?&=#'.includes(url.charAt(at - 1)) && !'/?&=#'.includes(url.charAt(at))) {
      byOffset[start + at] = TITLE_INSIDE;
    }
  }
}
