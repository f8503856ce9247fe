import type { DocumentElement, ElementKind } from '../model/index.js';
import { endsSentence, itemAt, spanOf } from '../text/index.js';
import {
  datelineOf,
  headLineKind,
  isAuthorLine,
  isContentsEntry,
  isContentsTitle,
  isPreamble,
  isSignature,
  isTitleLike,
  PAGE_REFERENCE,
  TITLE_NOUN,
} from './head-lines.js';
import type { Layout } from './layout.js';
import type { Line } from './lines.js';
import { markerOf } from './markers.js';

/** The lines before the body, understood. */
interface Head {
  readonly title: string;
  readonly subtitles: readonly string[];
  readonly elements: readonly DocumentElement[];
  /** Lines of a table of contents without page numbers. */
  readonly contents: readonly Line[];
  /** Index of the first body line. */
  readonly bodyStart: number;
}

/** Longest head seen: a red-head notice with contents of 200 lines. Everything after is body. */
const MOST_HEAD_LINES = 400;
/** Longest heading in a table of contents, in characters. */
const LONGEST_ENTRY = 60;
/** Longest title in lines. */
const MOST_TITLE_LINES = 8;

/** Read title, subtitles, number, addressee … from the first lines of a document. Cost: linear in the head. */
export function readHead(lines: readonly Line[], layout: Layout): Head {
  const elements: DocumentElement[] = [];
  const titleLines: Line[] = [];
  const contents: Line[] = [];
  // Lines of a headline: what a site prints of its own above where it has the paper from.
  let headline = 0;
  let at = 0;
  while (at < Math.min(lines.length, MOST_HEAD_LINES)) {
    const line = itemAt(lines, at);
    const annex = at > 0 && headLineKind(line.text) === 'annex-label';
    const occasion = titleLines.length > 0 && OCCASION.test(line.text);
    const pieces = brokenEntryAt(lines, at);
    if (pieces > 0) {
      elements.push(elementOf('contents', lines.slice(at, at + pieces)));
      at += pieces;
      continue;
    }
    if (datelineOf(line.text) !== undefined || (isMarkedBody(line) && !occasion) || annex) break;
    if (at > 0 && isPreamble(line.text)) break;
    const group =
      contentsAt(lines, at, titleLines.length > 0) ??
      letterheadAt(lines, at) ??
      siteOfficeAt(lines, at) ??
      orderNumberAt(lines, at) ??
      coverAt(lines, at, titleLines.length > 0) ??
      headGroup(lines, at);
    if (group !== undefined) {
      const own = lines.slice(at, at + group.count);
      if (group.kind === 'contents') contents.push(...own);
      if (group.kind === 'source-note') headline = titleLines.length;
      elements.push(elementOf(group.kind, own, group.kind === 'issuer-line' ? ' ' : ''));
      at += group.count;
      if (group.kind === 'addressee') break;
      continue;
    }
    if (wantsAuthor(titleLines) && isAuthorLine(line.text)) {
      elements.push(elementOf('author', [line]));
      at += 1;
      continue;
    }
    if (!occasion && !isTitleLine(lines, at, titleLines, layout)) break;
    titleLines.push(line);
    at += 1;
  }
  const reported = datelineOf(lines[at]?.text ?? '') !== undefined;
  const own = isWholeTitle(titleLines.slice(headline)) ? headline : 0;
  const { title, subtitles, titleElements } = splitTitle(titleLines.slice(own), reported);
  for (const line of titleLines.slice(0, own)) elements.push(elementOf('subtitle', [line]));
  const all = [...titleElements, ...elements].sort((a, b) => a.span.start - b.span.start);
  return { title, subtitles, elements: all, contents, bodyStart: at };
}

/** `——在某次会议上的报告` below the title of a speech. */
const OCCASION =
  /^[—―─–-]{1,2}(?:\d{4}年\d{1,2}月\d{1,2}日)?在.{4,40}(?:上|时|期间)(?:的(?:报告|讲话|发言|说明|致辞))?$/;

/** Below a headline: a title that says by itself what paper it is. */
function isWholeTitle(lines: readonly Line[]): boolean {
  const joined = lines.map(({ text }) => text).join('');
  return TITLE_NOUN.test(joined) && /关于|印发|转发|公布/.test(joined);
}

/** How many lines from here are an element of the head. */
interface Group {
  readonly kind: ElementKind;
  readonly count: number;
}

/** Contents pages list marked headings; only a marker without a page reference opens the body. */
function isMarkedBody({ text, told }: Line): boolean {
  if (told === true) return true;
  const kind = headLineKind(text);
  return markerOf(text) !== undefined && kind !== 'contents' && kind !== 'annex-label';
}

/**
 * A table of contents without page numbers: 目录 and headings up to where the first of them comes again.
 * With page numbers each of its lines is told by itself (`headLineKind`).
 */
function contentsAt(lines: readonly Line[], at: number, titled: boolean): Group | undefined {
  const first = lines[at + 1]?.text;
  if (!isContentsTitle(itemAt(lines, at).text) || first === undefined) return undefined;
  const bare = first.replace(PAGE_REFERENCE, '');
  for (let i = at + 2; i < Math.min(lines.length, MOST_HEAD_LINES); i += 1) {
    const { text } = itemAt(lines, i);
    if (text === first || text === bare)
      return { kind: 'contents', count: contentsEnd(lines.slice(0, i), at + 1, titled) - at };
    if (isContentsEntry(text)) continue;
    if (text.length > LONGEST_ENTRY || endsSentence(text)) return undefined;
  }
  return undefined;
}

/** Most lines of one entry. */
const MOST_PIECES = 4;

/** How many lines from here are an entry of the contents whose dots and page stand on a later line; 0: none. */
function brokenEntryAt(lines: readonly Line[], at: number): number {
  const before = lines[at - 1]?.text ?? '';
  if (!isContentsTitle(before) && !isContentsEntry(before)) return 0;
  for (let i = at; i < Math.min(lines.length, at + MOST_PIECES); i += 1) {
    const { text, marker } = itemAt(lines, i);
    if (i > at && marker !== undefined) return 0;
    if (isContentsEntry(text)) return i === at ? 0 : i - at + 1;
    if (text.length > LONGEST_ENTRY || endsSentence(text)) return 0;
  }
  return 0;
}

/**
 * Where the entries end: before an adoption note that is printed below them, and before the title above it
 * where the contents come first.
 */
function contentsEnd(lines: readonly Line[], from: number, titled: boolean): number {
  for (let i = from; i < lines.length; i += 1) {
    if (headGroup(lines, i)?.kind !== 'adoption-note') continue;
    let start = i;
    while (!titled && start > from && isTitleLike(itemAt(lines, start - 1).text)) start -= 1;
    return start;
  }
  return lines.length;
}

/** `第722号` below `中华人民共和国国务院令`. */
function orderNumberAt(lines: readonly Line[], at: number): Group | undefined {
  const order = /(?:令|公告)$/.test(lines[at - 1]?.text ?? '');
  const number = /^[（(]?(?:\d{4}年)?第\d{1,4}号[）)]?$/.test(itemAt(lines, at).text);
  return order && number ? { kind: 'document-number', count: 1 } : undefined;
}

/** The month on a cover, and the page of the contents in Roman figures above them. */
function coverAt(lines: readonly Line[], at: number, titled: boolean): Group | undefined {
  const { text } = itemAt(lines, at);
  if (!titled) return undefined;
  if (/^\d{4}年\d{1,2}月$/.test(text)) return { kind: 'date-line', count: 1 };
  const listed = isContentsTitle(lines[at + 1]?.text ?? '');
  return listed && /^[IVXⅠ-Ⅻ]{1,4}$/i.test(text) ? { kind: 'contents', count: 1 } : undefined;
}

/** Most lines of a red head: six offices is many. */
const MOST_OFFICES = 8;

/**
 * A red head of several lines: the offices under each other, closed by 文件, or by the number of the paper
 * where 文件 is not printed.
 */
function letterheadAt(lines: readonly Line[], at: number): Group | undefined {
  let offices = 0;
  let closed = false;
  for (let i = at; i < Math.min(lines.length, at + MOST_OFFICES); i += 1) {
    const { text } = itemAt(lines, i);
    if (!closed && text === '文件') closed = true;
    else if (isSignature(text)) offices += 1;
    else {
      const numbered = !closed && headLineKind(text) === 'document-number';
      const last = !closed && offices > 0 && headLineKind(text) === 'issuer-line';
      if (last) return { kind: 'issuer-line', count: i - at + 1 };
      return offices > 0 && (closed || numbered)
        ? { kind: 'issuer-line', count: i - at }
        : undefined;
    }
  }
  return undefined;
}

/** The office whose site it is as the heading of a page, above the heading of the paper. */
function siteOfficeAt(lines: readonly Line[], at: number): Group | undefined {
  const { text, outline } = itemAt(lines, at);
  const below = lines[at + 1];
  if (outline === undefined || below?.outline !== outline + 1 || !isSignature(text))
    return undefined;
  const own = TITLE_NOUN.test(below.text) && !/^(?:关于|印发|转发)/.test(below.text);
  return own ? { kind: 'issuer-line', count: 1 } : undefined;
}

/** An element that may run over several lines: an adoption note until its ）, an addressee until its ：. */
function headGroup(lines: readonly Line[], at: number): Group | undefined {
  const first = itemAt(lines, at).text;
  const bracketed = /^[（(]/.test(first);
  const addressed = /^(?:各|有关|市直|省直|区直)/.test(first);
  let joined = '';
  for (let count = 1; count <= 4 && at + count <= lines.length; count += 1) {
    joined += itemAt(lines, at + count - 1).text;
    const kind = headLineKind(joined);
    if (kind === 'annex-label' && at > 0) return undefined;
    if (kind !== undefined && (!bracketed || /[）)]$/.test(joined))) return { kind, count };
    if (!(bracketed && !/[）)]/.test(joined)) && !(addressed && !endsSentence(joined)))
      return undefined;
  }
  return undefined;
}

function wantsAuthor(titleLines: readonly Line[]): boolean {
  return /(?:说明|讲话|报告|发言|致辞)$/.test(titleLines.at(-1)?.text ?? '');
}

function isTitleLine(
  lines: readonly Line[],
  at: number,
  titleLines: readonly Line[],
  layout: Layout,
): boolean {
  const line = itemAt(lines, at);
  if (line.role === 'table-row' && line.text.includes('\t')) return false;
  const complete = TITLE_NOUN.test(titleLines.map((item) => item.text).join(''));
  // A title set in pieces breaks after the 、 between its issuers.
  const text = complete ? line.text : line.text.replace(/、$/, '');
  if (!isTitleLike(text) || titleLines.length >= MOST_TITLE_LINES) return false;
  if (line.outline !== undefined && titleLines.length > 0 && line.outline > 1) return false;
  const occasion = lines.slice(at + 1, at + 3).some(({ text: below }) => OCCASION.test(below));
  if (
    !occasion &&
    /^(?:为(?:了|深入|全面|认真|进一步|贯彻|落实|加快|推动|推进|做好|切实|加强)|根据|按照|经.{2,20}同意|近年来|现将|(?:近日|日前|今天)，)/.test(
      line.text,
    )
  )
    return false;
  if (complete && /[，：；]/.test(line.text) && !TITLE_NOUN.test(line.text)) return false;
  if (!layout.wrapped) return line.text.length <= 50 || TITLE_NOUN.test(line.text);
  const next = lines[at + 1];
  const full = line.width >= layout.width - 6;
  if (!full || TITLE_NOUN.test(line.text)) return true;
  return !complete && next !== undefined && TITLE_NOUN.test(next.text) && isTitleLike(next.text);
}

/**
 * Which of the title lines are the title: up to the first that ends with a kind of paper (决议, 建议 …);
 * reports of meetings have none, there the first line is the title. The rest are subtitles.
 */
function splitTitle(lines: readonly Line[], reported: boolean) {
  const occasion = lines.findIndex(({ text }) => OCCASION.test(text));
  const last = reported
    ? Math.min(0, lines.length - 1)
    : occasion > 0
      ? occasion - 1
      : titleEnd(lines);
  const titleElements: DocumentElement[] = [];
  if (last >= 0) titleElements.push(elementOf('title', lines.slice(0, last + 1)));
  const rest = lines.slice(last + 1);
  const title = titleElements[0]?.text ?? '';
  // Web pages print the title twice: the second time it is no subtitle.
  const repeated = rest.length > 0 && rest.map((line) => line.text).join('') === title;
  if (repeated) titleElements.push(elementOf('title', rest));
  else for (const line of rest) titleElements.push(elementOf('subtitle', [line]));
  return {
    title,
    subtitles: titleElements
      .filter((element) => element.kind === 'subtitle')
      .map((element) => element.text)
      .filter((text) => text !== title),
    titleElements,
  };
}

function titleEnd(lines: readonly Line[]): number {
  let joined = '';
  let open = 0;
  for (const [i, line] of lines.entries()) {
    joined += line.text;
    if (!TITLE_NOUN.test(joined)) continue;
    open = i;
    if (!isBalanced(joined)) continue;
    const next = lines[i + 1];
    const tail = next !== undefined && next.text.length <= 8 && TITLE_NOUN.test(next.text);
    return handsOn(lines, i, joined) ?? (tail ? i + 1 : i);
  }
  // A mark of the title was lost: as far as its last noun.
  return lines.length > 0 ? open : -1;
}

/** Lines after which a title that hands on another paper may still say so: `（2021—2025年）`, `的通知`. */
const MOST_TAIL_LINES = 2;

/** The line on which a title that hands on a paper ends as such: 关于印发某规划⏎（2021—2025年）的通知. */
function handsOn(lines: readonly Line[], last: number, joined: string): number | undefined {
  const notice = /的?(?:通知|公告|决定|函|批复)$/;
  if (!/印发|转发|公布|发布/.test(joined) || notice.test(joined)) return undefined;
  const tail = lines.slice(last + 1, last + 1 + MOST_TAIL_LINES);
  const index = tail.findIndex(({ text }) => notice.test(text));
  return index < 0 ? undefined : last + 1 + index;
}

function isBalanced(text: string): boolean {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return count(/[《〈]/g) === count(/[》〉]/g);
}

/** An element made of whole lines; offices stay apart. */
function elementOf(kind: ElementKind, lines: readonly Line[], between = ''): DocumentElement {
  const first = itemAt(lines, 0);
  const last = itemAt(lines, lines.length - 1);
  return {
    type: 'element',
    kind,
    text: lines.map((line) => line.text).join(between),
    span: { start: spanOf(first.content).start, end: spanOf(last.content).end },
  };
}
