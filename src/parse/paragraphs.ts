import type { LineBreak, LineRole, MappedText } from '../model/index.js';
import { isAsciiLetter, itemAt, joinMapped, mappedBuilder, sliceMapped } from '../text/index.js';
import type { Layout } from './layout.js';
import { fitsPrintedLine, LineBorder } from './line-border.js';
import { decideBorder, LINE_BREAK_RULES, type LineBreakRule } from './line-breaks.js';
import type { Line } from './lines.js';
import { type Marker, markerOf } from './markers.js';

/** Printed lines joined into one paragraph or heading. */
export interface RawParagraph {
  readonly content: MappedText;
  readonly marker?: Marker;
  readonly role?: LineRole;
  readonly outline?: number;
  readonly lines: readonly Line[];
}

/** Paragraphs, and how each border between two lines was decided. */
interface JoinedLines {
  readonly paragraphs: readonly RawParagraph[];
  readonly lineBreaks: readonly LineBreak[];
}

/**
 * Join printed lines into paragraphs, by the first rule that speaks at each border (`line-breaks.ts`).
 *
 * A marker opens a section only where the text before it has ended, so that a wrapped line that
 * happens to begin with `一、` stays in its paragraph.
 */
export function joinLines(
  lines: readonly Line[],
  layout: Layout,
  source: string,
  rules: readonly LineBreakRule[] = LINE_BREAK_RULES,
): JoinedLines {
  const paragraphs: RawParagraph[] = [];
  const lineBreaks: LineBreak[] = [];
  let current: Line[] = [];
  let printed = 0;
  lines.forEach((line, index) => {
    if (current.length > 0) {
      const border = new LineBorder(current, [line, lines[index + 1]], printed, layout);
      const decided = decideBorder(border, rules);
      if (layout.wrapped || decided.decision === 'join') lineBreaks.push(decided);
      if (decided.decision === 'break') {
        paragraphs.push(paragraphOf(current, source));
        current = [];
        printed = 0;
      }
    }
    const piece = layout.pieces && printed > 0 && fitsPrintedLine(printed, line, layout);
    printed = piece ? printed + line.width : line.width;
    current.push(line);
  });
  if (current.length > 0) paragraphs.push(paragraphOf(current, source));
  return { paragraphs, lineBreaks };
}

function paragraphOf(lines: readonly Line[], source: string): RawParagraph {
  const first = itemAt(lines, 0);
  const content = joinContents(lines, source);
  const marker = first.told === true ? first.marker : markerOf(content.text);
  return {
    content,
    lines,
    ...(marker !== undefined && { marker }),
    ...(first.role !== undefined && { role: first.role }),
    ...(first.outline !== undefined && { outline: first.outline }),
  };
}

/** A paragraph parted at offsets in its text. What is parted from it opens no section of itself. */
export function cutParagraph(raw: RawParagraph, borders: readonly number[]): RawParagraph[] {
  const ends = [...borders, raw.content.text.length];
  const first: RawParagraph = { ...raw, content: sliceMapped(raw.content, 0, ends[0]) };
  const { lines } = raw;
  return [
    first,
    ...borders.map((start, at) => ({
      content: sliceMapped(raw.content, start, ends[at + 1]),
      lines,
    })),
  ];
}

/** Lines end to end; between two Latin words the line break itself becomes the blank. */
function joinContents(lines: readonly Line[], source: string): MappedText {
  if (lines.length === 1) return itemAt(lines, 0).content;
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
