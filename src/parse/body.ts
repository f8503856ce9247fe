import type { Diagnostic, DocumentElement } from '../model/index.js';
import { itemAt, sliceMapped, spanOf } from '../text/index.js';
import { withoutAnnexLists } from './annex-list.js';
import { withHeadingsApart } from './glued-headings.js';
import {
  datelineOf,
  headLineKind,
  isContentsEntry,
  isOfficer,
  isSignature,
  isTitleLike,
  responsibleNotes,
  TITLE_NOUN,
} from './head-lines.js';
import { innerContents } from './inner-contents.js';
import { markerOf } from './markers.js';
import type { RawParagraph } from './paragraphs.js';
import { isDatedSignature, withSignaturesApart } from './signatures.js';

/** Body paragraphs with what is not body text taken out. */
interface Body {
  readonly paragraphs: readonly RawParagraph[];
  readonly elements: readonly DocumentElement[];
  readonly remarks: readonly Diagnostic[];
}

/**
 * Take dateline, responsible-body notes, signature, date line, copy and print notes, and the title of a
 * text attached to a notice out of the body. Nothing is lost: each becomes an element with its place.
 */
export function takeElements(joined: readonly RawParagraph[]): Body {
  const headed = withHeadingsApart(joined);
  const signed = withSignaturesApart(headed.paragraphs);
  const paragraphs = withoutAnnexLists(signed.paragraphs);
  const remarks = [...headed.remarks, ...signed.remarks];
  const contents = innerContents(paragraphs);
  const kept: RawParagraph[] = [];
  const elements: DocumentElement[] = [];
  let attached = false;
  let titled = 0;
  paragraphs.forEach((raw, index) => {
    if (index < titled) return;
    const { text } = raw.content;
    const plain = raw.marker === undefined || isContentsEntry(text);
    const listed = contents.has(index) ? 'contents' : undefined;
    const kind = listed ?? (plain ? lineKind(paragraphs, index, attached) : undefined);
    if (kind === 'title') {
      titled = index + attachedTitle(paragraphs, index);
      elements.push(joinedElement('title', paragraphs.slice(index, titled)));
      return;
    }
    if (kind !== undefined) {
      elements.push({ type: 'element', kind, text, span: spanOf(raw.content) });
      attached = kind !== 'contents';
      return;
    }
    attached = false;
    const rest = withoutNotes(index === 0 ? withoutDateline(raw, elements) : raw, elements);
    if (rest.content.text !== '') kept.push(rest);
  });
  return { paragraphs: kept, elements, remarks };
}

function lineKind(
  paragraphs: readonly RawParagraph[],
  index: number,
  attached: boolean,
): DocumentElement['kind'] | undefined {
  const { content, role } = itemAt(paragraphs, index);
  if (role !== undefined) return undefined;
  const { text } = content;
  const kind = headLineKind(text);
  if (
    kind !== undefined &&
    kind !== 'issuer-line' &&
    // Further down a number by itself is one that the text speaks of, left alone by an extractor.
    ((kind !== 'addressee' && kind !== 'document-number') || index < 3 || attached)
  )
    return kind;
  if ((isSignature(text) || isOfficer(text)) && signsDate(paragraphs, index)) return 'signature';
  const last = paragraphs.length - 1;
  if (index >= last - 6 && isDatedSignature(text)) return 'signature';
  if (attached && isOfficer(text)) return 'signature';
  if (attached && attachedTitle(paragraphs, index) > 0) return 'title';
  return undefined;
}

/** Most offices that sign under each other: fifteen ministries do. */
const MOST_SIGNATURES = 24;

/** One or several signatures in a row, then the date. */
function signsDate(paragraphs: readonly RawParagraph[], index: number): boolean {
  for (let i = index + 1; i < Math.min(index + MOST_SIGNATURES, paragraphs.length); i += 1) {
    const { text } = itemAt(paragraphs, i).content;
    if (headLineKind(text) === 'date-line') return true;
    if (!isSignature(text) && !isOfficer(text)) return false;
  }
  return false;
}

/** How many paragraphs from here are the title of an attached text; 0: none. */
function attachedTitle(paragraphs: readonly RawParagraph[], index: number): number {
  let joined = '';
  for (let count = 1; count <= 4; count += 1) {
    const raw = paragraphs[index + count - 1];
    if (raw === undefined || raw.marker !== undefined || !isTitleLike(raw.content.text)) return 0;
    joined += raw.content.text;
    if (TITLE_NOUN.test(joined)) return count;
  }
  return 0;
}

function joinedElement(
  kind: DocumentElement['kind'],
  raws: readonly RawParagraph[],
): DocumentElement {
  return {
    type: 'element',
    kind,
    text: raws.map((raw) => raw.content.text).join(''),
    span: {
      start: spanOf(itemAt(raws, 0).content).start,
      end: spanOf(itemAt(raws, raws.length - 1).content).end,
    },
  };
}

function withoutDateline(raw: RawParagraph, elements: DocumentElement[]): RawParagraph {
  const dateline = datelineOf(raw.content.text);
  if (dateline === undefined) return raw;
  elements.push({
    type: 'element',
    kind: 'dateline',
    text: dateline,
    span: spanOf(raw.content, 0, dateline.length),
  });
  return { ...raw, content: sliceMapped(raw.content, dateline.length) };
}

/** Notes stand at a paragraph's end or as one of its own; one inside a sentence is left where it is. */
function withoutNotes(raw: RawParagraph, elements: DocumentElement[]): RawParagraph {
  let { content } = raw;
  for (const note of [...responsibleNotes(content.text)].reverse()) {
    const tail = content.text.slice(note.end);
    const before = content.text.slice(0, note.start);
    if (!/^[。；]?$/.test(tail) || !(before === '' || /[。；！？]$/.test(before) || tail !== ''))
      continue;
    const withStop = tail !== '' && !/[。；！？]$/.test(before) && before !== '';
    elements.push({
      type: 'element',
      kind: 'responsible-note',
      text: content.text.slice(note.start, withStop ? note.end : content.text.length),
      span: spanOf(content, note.start, withStop ? note.end : content.text.length),
    });
    if (withStop) continue;
    content = sliceMapped(content, 0, note.start);
  }
  if (content === raw.content) return raw;
  const marker = markerOf(content.text);
  const { marker: _, ...rest } = raw;
  return { ...rest, content, ...(marker !== undefined && { marker }) };
}
