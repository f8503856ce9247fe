import type { MarkerKind } from '../model/index.js';
import { isAsciiDigit, isAsciiLetter, itemAt } from '../text/index.js';
import {
  headLineKind,
  isContentsEntry,
  isSignature,
  isTitleLike,
  TITLE_NOUN,
} from './head-lines.js';
import { INDENT_CELLS, type Layout } from './layout.js';
import { type Line, setWidth } from './lines.js';
import { type Marker, markerOf } from './markers.js';

/** Cells by which a line in pieces may pass the full width. */
const PIECE_SLACK = 1.5;

/**
 * The border between two printed lines, as the rules of `line-breaks.ts` see it.
 *
 * A class, unlike the rest of the parser: its costly facts are getters that remember, so that a rule
 * asks for what it needs and no border pays for a fact that no rule came to.
 */
export class LineBorder {
  readonly before: Line;
  /** The text so far has ended, as a sentence, an introduction or a bracketed note does. */
  readonly ended: boolean;
  #heading: boolean | undefined;
  #room: boolean | undefined;
  #indented: boolean | undefined | null = null;

  /** The line after the border and the one after that. */
  readonly line: Line;
  readonly next: Line | undefined;

  constructor(
    /** The text so far: the printed lines joined before this border, at least one. */
    readonly current: readonly Line[],
    [line, next]: readonly [Line, Line | undefined],
    /** Width of the printed line so far: where lines come in pieces, several make one. */
    readonly printed: number,
    readonly layout: Layout,
  ) {
    this.line = line;
    this.next = next;
    this.before = itemAt(current, current.length - 1);
    this.ended = this.before.ended || '）】〕'.includes(this.before.text.slice(-1));
  }

  /** The text so far is one line. */
  get first(): boolean {
    return this.current.length === 1;
  }

  /** Marker the text so far begins with. */
  get opener(): Marker | undefined {
    return this.current[0]?.marker;
  }

  /** The text so far stops at a comma. */
  get comma(): boolean {
    return '，、'.includes(this.before.text.slice(-1));
  }

  /** The text so far may be a heading with its marker: no sentence in it yet. */
  get heading(): boolean {
    this.#heading ??=
      this.current.length <= 3 && isHeadingStart(this.opener, this.current) && !this.comma;
    return this.#heading;
  }

  /** The line before could have taken the first piece of this one, and did not. */
  get room(): boolean {
    this.#room ??= hasRoom(this);
    return this.#room;
  }

  /** This line is the indented first line of a paragraph; `undefined` where nothing tells. */
  get indented(): boolean | undefined {
    if (this.#indented === null) this.#indented = isIndented(this.line, this.next, this.layout);
    return this.#indented;
  }

  /** Lines come in pieces, and this one fits on the printed line so far. */
  get fitsPrintedLine(): boolean {
    return this.layout.pieces && fitsPrintedLine(this.printed, this.line, this.layout);
  }
}

/** The piece still fits on the printed line. */
export function fitsPrintedLine(printed: number, piece: Line, layout: Layout): boolean {
  return printed + piece.width <= layout.width + PIECE_SLACK;
}

/** The importer says what the line is: a heading by its style, a table row, a list item, a note. */
export function isMarkedByFile(line: Line): boolean {
  return line.role !== undefined || line.outline !== undefined;
}

/** Set to the right edge, as signatures and dates are: far from the left one, in Han characters. */
export function isSetRight(line: Line): boolean {
  return (line.left ?? 0) >= 10 && (line.right ?? 99) <= 4;
}

/** `（七）` on a line of its own: the heading is on the next. */
export function isBareMarker(text: string): boolean {
  return markerOf(text)?.label === text && !/^[附专]/.test(text);
}

/** `第二章` and what it is called, on two lines. */
export function isChapterHeading({ marker }: Line, below: Line): boolean {
  const numbered = marker !== undefined && CHAPTERS.has(marker.kind);
  return numbered && below.marker === undefined && /^[^，。；：！？]{2,30}$/.test(below.text);
}

const CHAPTERS: ReadonlySet<MarkerKind> = new Set(['part', 'chapter', 'clause-section']);

/** A date, a document number, a publication note by itself: no part of a paragraph. */
export function isHeadLine(line: Line, layout: Layout): boolean {
  // An entry of a table of contents fills its line with dots.
  if (!isContentsEntry(line.text) && line.width >= layout.width - INDENT_CELLS) return false;
  const kind = headLineKind(line.text);
  return kind !== undefined && kind !== 'addressee' && kind !== 'issuer-line';
}

/** Markers that also number points inside a paragraph (`…10点要求。一是…。二是…`). */
export function isPoint(marker: Marker): boolean {
  return marker.kind === 'enumerated' || marker.kind === 'ordinal' || marker.kind === 'han';
}

/** Markers that number sections and hardly ever anything inside a sentence. */
export function opensSection({ kind, label }: Marker): boolean {
  return (
    kind === 'han' ||
    kind === 'chapter' ||
    kind === 'clause-section' ||
    (kind === 'han-paren' && /^[（(]/.test(label))
  );
}

/** Short, without any punctuation: a heading without a marker, a signature, a line of a title. */
export function isBareLine(line: Line, layout: Layout): boolean {
  return line.width <= 0.8 * layout.width && !/[，。；：、]/.test(line.text);
}

/** A marker and a heading, short and without a mark; a bracket closed there was opened in a sentence before. */
export function isNumberedBareLine(line: Line, marker: Marker, layout: Layout): boolean {
  const text = line.text.slice(marker.label.length);
  return (
    isBareLine({ ...line, text }, layout) &&
    /[\u4e00-\u9fff]{2}$/.test(line.text) &&
    !/^[^（(]*[）)]/.test(text)
  );
}

/** `“十四五”规划和20` + `35年远景目标`: what looks like a marker completes a number. */
export function continuesNumber(marker: Marker, before: Line): boolean {
  return marker.kind === 'han' ? false : /\d$/.test(before.text) && /^\d/.test(marker.label);
}

/** One signature below another, or the date below it. */
export function signs(line: Line): boolean {
  return isSignature(line.text) || headLineKind(line.text) === 'date-line';
}

/** The title of an attached text, and the sentence every such text opens with. */
export function opensText(title: Line, next: Line): boolean {
  return (
    TITLE_NOUN.test(title.text) && isTitleLike(title.text) && /^(?:为|根据|按照)/.test(next.text)
  );
}

function isHeadingStart(opener: Marker | undefined, current: readonly Line[]): boolean {
  if (opener === undefined) return false;
  if (opener.kind === 'dash' || opener.kind === 'enumerated' || opener.kind === 'article')
    return false;
  return current.every((item) => !/[。；！？]/.test(item.text));
}

function hasRoom({ before, line, first, printed, layout }: LineBorder): boolean {
  // Printed edges are exact to about half a character.
  if (before.right !== undefined) return before.right >= firstPieceWidth(line.text) / 2 + 0.6;
  const width = layout.pieces ? printed : before.width;
  const lost = first && layout.indentation === 'lost' ? INDENT_CELLS : 0;
  const kept = layout.indentation === 'kept' ? before.indent : 0;
  return width + kept + firstPieceWidth(line.text) <= layout.width - lost;
}

function isIndented(line: Line, next: Line | undefined, layout: Layout): boolean | undefined {
  if (line.left !== undefined) return line.left >= 1.4 ? true : line.left < 0.7 ? false : undefined;
  if (layout.indentation === 'none') return undefined;
  if (layout.indentation === 'kept') return line.indent >= 2;
  if (line.width > layout.width - INDENT_CELLS + 2) return false;
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
  if ('（《“‘「『【〔'.includes(text.charAt(0))) end = 2;
  else if (isAsciiDigit(code) || isAsciiLetter(code)) {
    while (end < text.length && /[0-9A-Za-z.%]/.test(text.charAt(end))) end += 1;
  }
  let marks = end;
  while (marks < text.length && '，。、；：？！）》”’」』】〕'.includes(text.charAt(marks)))
    marks += 1;
  return setWidth(text.slice(0, marks));
}
