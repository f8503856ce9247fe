import type { LineHint, LineRole, MappedText, SourceText } from '../model/index.js';
import { endsSentence, isBlank, isInvisible } from '../text/index.js';
import { cleanRange } from './clean.js';
import { isPreamble } from './head-lines.js';
import { hanInteger, type Marker, markerOf } from './markers.js';
import { type CleanupCounts, mend } from './mend.js';

/** One printed line that holds something. */
export interface Line {
  /** Raw range in the source, line break left out. */
  readonly start: number;
  readonly end: number;
  readonly content: MappedText;
  readonly text: string;
  /** Blanks at the start of the raw line, in half-width cells. */
  readonly indent: number;
  /** Printed width of the clean text in half-width cells (a Han character is 2), as a typesetter sets it. */
  readonly width: number;
  /** Blank lines before it. */
  readonly blanksBefore: number;
  /** First on its page, as far as the text shows (form feed, or a lone blank where blank lines separate). */
  readonly pageStart: boolean;
  readonly role?: LineRole;
  readonly outline?: number;
  /** The section marker it begins with, if any. */
  readonly marker?: Marker;
  /** The document tells the marker, not the line's own text. */
  readonly told?: true;
  /** Its neighbours break off in mid-sentence at the same edge: the next line goes on. */
  readonly breaksOff?: true;
  /** Ends as a sentence or an introduction does. */
  readonly ended: boolean;
  /** Left edge in Han characters from the text block's edge, where the importer knows it. */
  readonly left?: number;
  /** Free space to the block's right edge, in Han characters, where the importer knows it. */
  readonly right?: number;
}

/** Lines of a source with their hints. Cost: linear. */
export function readLines(source: SourceText, counts: CleanupCounts, from = 0): Line[] {
  const { text, spacedDigits } = mend(source.text, counts);
  const hints = new Map<number, LineHint>(source.hints.map((hint) => [hint.start, hint]));
  const pages = source.places
    .filter((place) => place.page !== undefined)
    .map((place) => place.start);
  const lines: Line[] = [];
  let page = 0;
  let number = 0;
  let before = 0;
  let at = from;
  let blanks = 0;
  let afterFormFeed = false;
  while (at <= text.length) {
    let end = at;
    while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end += 1;
    const hint = hints.get(at);
    const glued =
      hint?.role === undefined ? gluedHeading(text.slice(at, end), number + 1) : undefined;
    if (glued !== undefined) {
      end = at + glued;
      counts['glued-heading'] = (counts['glued-heading'] ?? 0) + 1;
    }
    const lead = leadingBlanks(text, at, end);
    const content = cleanRange(text, { start: at, end }, counts, {
      keepTabs: hint?.role === 'table-row',
      spacedDigits,
    });
    if (lead.formFeed) afterFormFeed = true;
    while ((pages[page] ?? Number.POSITIVE_INFINITY) <= at) {
      afterFormFeed = true;
      page += 1;
    }
    if (content.text === '') blanks += 1;
    else {
      const opening = openingAndEnd(content.text);
      if (opening.marker?.kind === 'han') number = opening.marker.number ?? number;
      lines.push({
        start: at,
        end,
        ...printedLine(content, opening, hint),
        indent: lead.cells,
        width: setWidth(content.text) + before,
        blanksBefore: blanks,
        pageStart: afterFormFeed || (lead.cells > 0 && lead.cells < 2 && blanks === 0),
      });
      blanks = 0;
      afterFormFeed = false;
    }
    // What stands behind a glued heading is set as far to the right as the line that it was on.
    before = glued === undefined ? 0 : setWidth(content.text);
    if (glued !== undefined) {
      at = end;
      continue;
    }
    if (text[end] === '\r' && text[end + 1] === '\n') end += 1;
    at = end + 1;
  }
  return lines;
}

/** A line as its text and the importer tell it. */
function printedLine(
  content: MappedText,
  opening: Pick<Line, 'marker' | 'ended'>,
  hint: LineHint | undefined,
) {
  return {
    content,
    text: content.text,
    ...opening,
    ...(hint?.role !== undefined && { role: hint.role }),
    ...outlineOf(content.text, hint),
    ...(hint?.left !== undefined && { left: hint.left }),
    ...(hint?.right !== undefined && { right: hint.right }),
  };
}

function outlineOf(text: string, hint: LineHint | undefined): Pick<Line, 'outline'> {
  const outline = hint?.outline ?? (isPreamble(text) ? 1 : undefined);
  return outline === undefined ? {} : { outline };
}

/**
 * `…取得成效。　三、重点任务`: a heading that an extractor left on the last line of the text before it. Without a blank
 * only the heading that is next: `二、` opened its line.
 */
const GLUED = /[。！？）]([ \t\u3000]*)([一二三四五六七八九十]{1,3})、[^。；，：]{2,30}$/;

/** Where the glued heading begins in a line. */
function gluedHeading(line: string, next: number): number | undefined {
  const match = line.length < 200 ? GLUED.exec(line) : null;
  if (match === null) return undefined;
  const follows = next > 1 && hanInteger(match[2] ?? '') === next;
  return match[1] === '' && !follows ? undefined : match.index + 1;
}

/** What a line begins and ends with: asked for many times, so found once. */
export function openingAndEnd(text: string): Pick<Line, 'marker' | 'ended'> {
  const marker = markerOf(text);
  return { ended: endsSentence(text), ...(marker !== undefined && { marker }) };
}

function leadingBlanks(text: string, start: number, end: number) {
  let cells = 0;
  let formFeed = false;
  for (let i = start; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 12) formFeed = true;
    else if (isInvisible(code)) continue;
    else if (isBlank(code)) cells += code === 0x3000 ? 2 : code === 9 ? 4 : 1;
    else break;
  }
  return { cells, formFeed };
}

/** Full-width punctuation that a typesetter squeezes: the CJK and full-width blocks, quotes, dash and ellipsis. */
function isMark(code: number): boolean {
  if (code < 0x2014) return false;
  if (code <= 0x2026)
    return code === 0x2014 || code === 0x2026 || (code >= 0x2018 && code <= 0x201d);
  return (
    (code >= 0x3001 && code <= 0x3015) ||
    code === 0xff01 ||
    code === 0xff08 ||
    code === 0xff09 ||
    code === 0xff0c ||
    code === 0xff1a ||
    code === 0xff1b ||
    code === 0xff1f
  );
}

/**
 * Width of a line as Chinese typesetting makes it: a Han character takes 2 cells, Latin 1; where two
 * punctuation marks meet one cell is squeezed out, and a mark at the line's end may lose one.
 */
export function setWidth(text: string): number {
  let width = 0;
  let marks = 0;
  let lastWide = false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const mark = isMark(code);
    const wide = code > 0xff;
    if (code >= 0xdc00 && code <= 0xdfff) continue;
    width += wide || mark ? 2 : 1;
    if (mark) {
      if (marks > 0) width -= 1;
      marks += 1;
    } else marks = 0;
    // Word adds a quarter em between Han and Latin.
    if (i > 0 && !mark && wide !== lastWide && text[i] !== ' ') width += 0.5;
    lastWide = wide;
  }
  return marks > 0 ? width - 1 : width;
}
