import type { Block, PolicyDocument, Section, Span } from '../model/index.js';
import type { DocumentFileHead } from './document-file.js';
import { stringify } from './yaml.js';

interface Piece {
  readonly text: string;
  readonly span: Span;
  /** Stands on the line of the piece before it (a note), or the next one does (a dateline). */
  readonly joins: 'none' | 'before' | 'after';
}

/**
 * The clean text of a document: one paragraph or heading a line, so that git shows edits by paragraph.
 * Everything but page furniture is in it, in source order; it parses to the same tree.
 */
export function cleanTextOf(document: PolicyDocument): string {
  const pieces: Piece[] = [
    ...document.elements.map((element): Piece => {
      const joins =
        element.kind === 'dateline'
          ? 'after'
          : element.kind === 'responsible-note'
            ? 'before'
            : 'none';
      return { text: element.text, span: element.span, joins };
    }),
    ...document.children.flatMap(piecesOf),
  ].sort((a, b) => a.span.start - b.span.start);
  let out = '';
  pieces.forEach((piece, index) => {
    const before = pieces[index - 1];
    const sameLine = index === 0 || piece.joins === 'before' || before?.joins === 'after';
    out += (sameLine ? '' : '\n') + piece.text;
  });
  return `${out}\n`;
}

function piecesOf(block: Block): Piece[] {
  if (block.type === 'paragraph')
    return [{ text: block.content.text, span: block.span, joins: 'none' }];
  const inner = block.children.flatMap(piecesOf);
  const alone = !block.runIn && block.heading !== '';
  return alone
    ? [{ text: block.content.text, span: block.headingSpan, joins: 'none' }, ...inner]
    : inner;
}

/** How a text is written, from the plainest: each says more of what its lines are. */
export const TEXT_FORMS = ['plain', 'marked', 'all-marked'] as const;
type TextForm = (typeof TEXT_FORMS)[number];

/** A corpus document as a file: YAML head, then the text. */
export function documentFileText(
  head: DocumentFileHead,
  document: PolicyDocument,
  form: TextForm = 'plain',
): string {
  const plain = form === 'plain';
  const whole = plain ? head : { ...head, lines: 'marked' };
  const yaml = stringify(whole, { lineWidth: 0, flowCollectionPadding: false });
  const text = plain ? cleanTextOf(document) : markedTextOf(document, form === 'all-marked');
  return `---\n${yaml}---\n${text}`;
}

interface MarkedLine {
  readonly mark?: string;
  readonly text: string;
  readonly at: number;
}

/**
 * The text of a document with one piece a line, each that is no body paragraph with its mark (`\title …`).
 * `all`: body paragraphs that open nothing have one too.
 */
function markedTextOf(document: PolicyDocument, all: boolean): string {
  const lines: MarkedLine[] = [
    ...document.elements.map(({ kind, text, span }) => ({ mark: kind, text, at: span.start })),
    ...document.children.flatMap((block) => markedLines(block, all, false)),
  ].sort((a, b) => a.at - b.at);
  return lines
    .map(({ mark, text }) => {
      const stated = mark ?? (text.startsWith('\\') ? 'text' : undefined);
      return `${stated === undefined ? '' : `\\${stated} `}${text}\n`;
    })
    .join('');
}

function markedLines(block: Block, all: boolean, opens: boolean): MarkedLine[] {
  if (block.type === 'paragraph') {
    const mark = block.table === true ? 'table' : all && !opens ? 'text' : undefined;
    const { content, span } = block;
    return [{ text: content.text, at: span.start, ...(mark !== undefined && { mark }) }];
  }
  const alone = !block.runIn && block.heading !== '';
  const inner = block.children.flatMap((child, i) => markedLines(child, all, !alone && i === 0));
  if (!alone) return inner;
  const { text } = block.content;
  const mark = markOf(block);
  return [{ text, at: block.headingSpan.start, ...(mark !== undefined && { mark }) }, ...inner];
}

/** What a heading is, where its text does not show it: styled, or with a number that other lines tell of. */
function markOf({ marker, label, depth, id }: Section): string | undefined {
  if (marker === 'outline') return `heading-${depth}`;
  if (label !== '' && !/^\d+$/.test(label)) return undefined;
  return `${marker}:${id.slice(id.lastIndexOf('/') + 1).replace(/~\d+$/, '')}`;
}

/** The head to write for a parsed document; fields nothing tells of are left out. */
export function fileHeadOf(
  document: PolicyDocument,
  source: DocumentFileHead['source'],
): DocumentFileHead {
  return {
    id: document.id,
    title: document.title,
    ...(document.subtitles.length > 0 && { subtitles: document.subtitles }),
    ...(document.level !== undefined && { level: document.level }),
    ...(document.region !== undefined && { region: document.region.code }),
    kind: document.kind,
    ...(document.date !== undefined && { date: document.date }),
    ...(document.issuer !== undefined && { issuer: document.issuer }),
    ...(document.number !== undefined && { number: document.number }),
    ...(source !== undefined && { source }),
  };
}
