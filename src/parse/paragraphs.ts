import type { LineRole, MappedText } from '../model/index.js';
import { isAsciiDigit, isAsciiLetter, joinMapped, mappedBuilder } from '../text/index.js';
import { headLineKind, isSignature, isTitleLike, TITLE_NOUN } from './head-lines.js';
import { INDENT_CELLS, type Layout } from './layout.js';
import { leadOf } from './leads.js';
import { type Line, setWidth } from './lines.js';
import { type Marker, markerOf } from './markers.js';

/** Printed lines joined into one paragraph or heading. */
export interface RawParagraph {
  readonly content: MappedText;
  readonly marker?: Marker;
  readonly role?: LineRole;
  readonly outline?: number;
  readonly lines: readonly Line[];
}

/**
 * Join printed lines into paragraphs.
 *
 * A line that still had room for what follows ended on purpose; one that is full went on unless
 * the next is indented. Lost indents are seen by width: a line that broke off in mid-sentence
 * although the next characters would have fitted had been pushed right by its indent.
 * A marker opens a section only where the text before it has ended, so that a wrapped line that
 * happens to begin with `一、` stays in its paragraph.
 */
export function joinLines(lines: readonly Line[], layout: Layout, source: string): RawParagraph[] {
  const paragraphs: RawParagraph[] = [];
  let current: Line[] = [];
  // Width of the printed line so far: where lines come in pieces, several make one.
  let printed = 0;
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i]!;
    if (current.length > 0 && breaksBefore(lines, i, current, printed, layout)) {
      paragraphs.push(paragraphOf(current, source));
      current = [];
      printed = 0;
    }
    const piece = layout.pieces && printed > 0 && printed + line.width <= layout.width + 1.5;
    printed = piece ? printed + line.width : line.width;
    current.push(line);
  }
  if (current.length > 0) paragraphs.push(paragraphOf(current, source));
  return paragraphs;
}

function paragraphOf(lines: readonly Line[], source: string): RawParagraph {
  const first = lines[0]!;
  const content = joinContents(lines, source);
  const marker = markerOf(content.text);
  return {
    content,
    lines,
    ...(marker !== undefined && { marker }),
    ...(first.role !== undefined && { role: first.role }),
    ...(first.outline !== undefined && { outline: first.outline }),
  };
}

/** Lines end to end; between two Latin words the line break itself becomes the blank. */
function joinContents(lines: readonly Line[], source: string): MappedText {
  if (lines.length === 1) return lines[0]!.content;
  const parts: MappedText[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before !== undefined) {
      const a = before.text.charCodeAt(before.text.length - 1);
      const b = line.text.charCodeAt(0);
      const gap = source.slice(before.end, line.start).search(/[\n\r]/);
      if (isAsciiLetter(a) && isAsciiLetter(b) && gap >= 0) {
        const builder = mappedBuilder();
        builder.append(' ', before.end + gap);
        parts.push(builder.build());
      }
    }
    parts.push(line.content);
  });
  return joinMapped(parts);
}

function breaksBefore(
  lines: readonly Line[],
  index: number,
  current: readonly Line[],
  printed: number,
  layout: Layout,
): boolean {
  const line = lines[index]!;
  const before = current.at(-1)!;
  if (line.role !== undefined || before.role !== undefined) {
    return !(
      layout.wrapped &&
      line.role === before.role &&
      line.role === 'footnote' &&
      !before.ended &&
      !/^[①-⑳\d]/.test(line.text)
    );
  }
  if (line.outline !== undefined || before.outline !== undefined) return true;
  if (!layout.wrapped) return !/[，、]$/.test(before.text) || line.marker !== undefined;
  if (isBareMarker(current) || /^[。，、；：？！）》”’]/.test(line.text)) return false;
  if (isSetRight(line) !== isSetRight(before) || (isSetRight(line) && signs(line))) return true;
  if (isHeadLine(line, layout) || (current.length === 1 && isHeadLine(before, layout))) return true;
  return breaksWrapped(lines, index, current, printed, layout);
}

/** Set to the right edge, as signatures and dates are: far from the left one, in Han characters. */
function isSetRight(line: Line): boolean {
  return (line.left ?? 0) >= 10 && (line.right ?? 99) <= 4;
}

/** `（七）` on a line of its own: the heading is on the next. */
function isBareMarker(current: readonly Line[]): boolean {
  const { text } = current[0]!;
  return current.length === 1 && markerOf(text)?.label === text && !/^[附专]/.test(text);
}

/** A date, a document number, a publication note by itself: no part of a paragraph. */
function isHeadLine(line: Line, layout: Layout): boolean {
  if (line.width >= layout.width - 4) return false;
  const kind = headLineKind(line.text);
  return (
    kind !== undefined &&
    kind !== 'addressee' &&
    kind !== 'issuer-line' &&
    line.width < layout.width - 4
  );
}

function breaksWrapped(
  lines: readonly Line[],
  index: number,
  current: readonly Line[],
  printed: number,
  layout: Layout,
): boolean {
  const line = lines[index]!;
  const before = current.at(-1)!;
  const ended = before.ended || /[）】〕]$/.test(before.text);
  const marker = line.marker;
  const opener = current[0]!.marker;
  const heading =
    current.length <= 3 && isHeadingStart(opener, current) && !/[，、]$/.test(before.text);
  const width = layout.pieces ? printed : before.width;
  const room = hasRoom(before, width, line, current.length === 1, layout);
  const indented = isIndented(lines, index, layout);
  if (layout.blanksSeparate && line.blanksBefore > 0 && (ended || heading || room)) return true;
  if (/[，、]$/.test(before.text) && !(marker !== undefined && indented === true)) return false;
  if (indented === true && (ended || (heading && current.length === 1) || (heading && room)))
    return true;
  if (indented === true && room && !layout.pieces && isBareLine(before, layout)) return true;
  // A typesetter squeezes marks, so a width alone does not deny a numbered item that follows a finished text.
  if (marker !== undefined && ended && !isPoint(marker)) return true;
  if (indented === false && !(heading && room) && !(ended && room)) return false;
  if (marker !== undefined && (ended || (heading && !continuesNumber(marker, before)))) return true;
  if (room) {
    if (ended) return !(layout.pieces && printed + line.width <= layout.width + 1.5);
    if (heading || opensText(before, line) || (isSignature(before.text) && signs(line)))
      return true;
    return (
      !layout.pieces && current.length === 1 && opener === undefined && isBareLine(before, layout)
    );
  }
  if (ended) return leadOf(line.text) !== undefined && indented !== false;
  if (heading) return line.ended && isChapterLike(opener);
  return false;
}

/** Markers that also number points inside a paragraph (`…10点要求。一是…。二是…`). */
function isPoint(marker: Marker): boolean {
  return marker.kind === 'enumerated' || marker.kind === 'ordinal' || marker.kind === 'han';
}

/** Short, without any punctuation: a heading without a marker, a signature, a line of a title. */
function isBareLine(line: Line, layout: Layout): boolean {
  return line.width <= 0.8 * layout.width && !/[，。；：、]/.test(line.text);
}

/** `“十四五”规划和二〇` + `三五年远景目标`: what looks like a marker completes a number. */
function continuesNumber(marker: Marker, before: Line): boolean {
  return marker.kind === 'han' ? false : /\d$/.test(before.text) && /^\d/.test(marker.label);
}

function isHeadingStart(opener: Marker | undefined, current: readonly Line[]): boolean {
  if (opener === undefined) return false;
  if (opener.kind === 'dash' || opener.kind === 'enumerated' || opener.kind === 'article')
    return false;
  return current.every((item) => !/[。；！？]/.test(item.text));
}

function isChapterLike(marker: Marker | undefined): boolean {
  return (
    marker !== undefined &&
    ['part', 'chapter', 'clause-section', 'han', 'annex', 'box'].includes(marker.kind)
  );
}

/** The line could have taken the first piece of the next one, and did not. */
function hasRoom(line: Line, width: number, next: Line, first: boolean, layout: Layout): boolean {
  // Printed edges are exact to about half a character.
  if (line.right !== undefined) return line.right >= firstPieceWidth(next.text) / 2 + 0.6;
  const lost = first && layout.indentation === 'lost' ? INDENT_CELLS : 0;
  const kept = layout.indentation === 'kept' ? line.indent : 0;
  return width + kept + firstPieceWidth(next.text) <= layout.width - lost;
}

/** One signature below another, or the date below it. */
function signs(line: Line): boolean {
  return isSignature(line.text) || headLineKind(line.text) === 'date-line';
}

/** The title of an attached text, and the sentence every such text opens with. */
function opensText(title: Line, next: Line): boolean {
  return (
    TITLE_NOUN.test(title.text) && isTitleLike(title.text) && /^(?:为|根据|按照)/.test(next.text)
  );
}

/** Is this line the indented first line of a paragraph? `undefined` where nothing tells. */
function isIndented(lines: readonly Line[], index: number, layout: Layout): boolean | undefined {
  const line = lines[index]!;
  if (line.left !== undefined) return line.left >= 1.4 ? true : line.left < 0.7 ? false : undefined;
  if (layout.indentation === 'none') return undefined;
  if (layout.indentation === 'kept') return line.indent >= 2;
  if (line.width > layout.width - INDENT_CELLS + 2) return false;
  const next = lines[index + 1];
  if (next === undefined || line.ended) return undefined;
  if (next.marker !== undefined && next.blanksBefore > 1) return undefined;
  const full = line.width + firstPieceWidth(next.text);
  const atIndentEdge = full > layout.width - INDENT_CELLS - 0.5;
  return atIndentEdge && full <= layout.width ? true : undefined;
}

/** Width of what a typesetter keeps together at the start of a line: a Han character or a Latin word, with the marks that may not open a line. */
function firstPieceWidth(text: string): number {
  let end = 1;
  const code = text.charCodeAt(0);
  if ('（《“‘「『【〔'.includes(text[0]!)) end = 2;
  else if (isAsciiDigit(code) || isAsciiLetter(code)) {
    while (end < text.length && /[0-9A-Za-z.%]/.test(text[end]!)) end += 1;
  }
  let marks = end;
  while (marks < text.length && '，。、；：？！）》”’」』】〕'.includes(text[marks]!)) marks += 1;
  return setWidth(text.slice(0, marks));
}
