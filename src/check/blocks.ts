import type { Block, PolicyDocument, Section } from '../model/index.js';
import { itemAt } from '../text/index.js';
import type { BodyLine, DocumentInput } from './types.js';

/** Lines of the body that hold something. In: offset where the body begins. */
export function bodyLines(text: string, from: number): BodyLine[] {
  const lines: BodyLine[] = [];
  const pattern = /[^\r\n]+/g;
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (match[0].trim() === '') continue;
    // `\\heading-1 前言`: what a stored text says of a line is none of its words.
    const mark = /^\\[a-z]+(?:-[a-z0-9]+)*(?::\S+)? /.exec(match[0])?.[0].length ?? 0;
    const end = match.index + match[0].length;
    lines.push({ start: match.index + mark, end, text: match[0].slice(mark) });
  }
  return lines;
}

/** All sections, parents before children. */
export function sectionsOf(document: PolicyDocument | undefined): Section[] {
  const visit = (blocks: readonly Block[]): Section[] =>
    blocks.flatMap((block) => (block.type === 'section' ? [block, ...visit(block.children)] : []));
  return document === undefined ? [] : visit(document.children);
}

/** What a line of the body is. */
type LineKind = 'heading' | 'element' | 'furniture' | 'table' | 'text';

/** Kind of each body line, in order; all `text` where the document could not be parsed. */
export function lineKinds({ lines, document }: DocumentInput): LineKind[] {
  if (document === undefined) return lines.map(() => 'text');
  const marks: { start: number; end: number; kind: LineKind }[] = [
    ...sectionsOf(document)
      .filter((section) => !section.runIn && section.heading !== '')
      .map(({ headingSpan }) => ({ ...headingSpan, kind: 'heading' as const })),
    ...document.elements.map(({ span }) => ({ ...span, kind: 'element' as const })),
    ...document.furniture.map(({ span }) => ({ ...span, kind: 'furniture' as const })),
    ...tables(document.children),
  ].sort((a, b) => a.start - b.start);
  let next = 0;
  return lines.map((line) => {
    while (next < marks.length && itemAt(marks, next).end <= line.start) next += 1;
    const mark = marks[next];
    // A note that closes a line of text (（责任编辑…）) does not make the line one.
    const opens = mark !== undefined && mark.start < line.end && opensLine(line, mark.start);
    return opens ? mark.kind : 'text';
  });
}

/** What a line of a marked text says of itself: `\\source-note `, `\\heading-2 `, `\\han:一 `. */
const MARK = /^\\[a-z]+(?:-[a-z\d]+)*(?::\S+)? $/;

function opensLine(line: BodyLine, start: number): boolean {
  const before = line.text.slice(0, Math.max(0, start - line.start));
  return before.trim() === '' || MARK.test(before);
}

function tables(blocks: readonly Block[]): { start: number; end: number; kind: LineKind }[] {
  return blocks.flatMap((block) => {
    if (block.type === 'section') return tables(block.children);
    return block.table === true ? [{ ...block.span, kind: 'table' as const }] : [];
  });
}
