import type { Block, PolicyDocument, Span } from '../model/index.js';
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

/** A corpus document as a file: YAML head, then the clean text. */
export function documentFileText(head: DocumentFileHead, document: PolicyDocument): string {
  const yaml = stringify(head, { lineWidth: 0, flowCollectionPadding: false });
  return `---\n${yaml}---\n${cleanTextOf(document)}`;
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
