/** What belongs to the pages of a text, as values: furniture, remarks, lines without it. */
import type { Diagnostic, Furniture, FurnitureKind } from '../model/index.js';
import { itemAt, sliceMapped, spanOf } from '../text/index.js';
import { type Line, openingAndEnd, setWidth } from './lines.js';

/** A line less its first characters. */
export function withoutStart(line: Line, length: number): Line {
  if (length === 0) return line;
  const content = sliceMapped(line.content, length);
  return {
    ...line,
    content,
    text: content.text,
    width: setWidth(content.text),
    ...openingAndEnd(content.text),
    start: spanOf(content).start,
  };
}

export function gluedFurniture(line: Line, length: number): Furniture {
  return {
    kind: 'page-number',
    text: line.text.slice(0, length),
    span: spanOf(line.content, 0, length),
  };
}

export function gluedRemarks(
  lines: readonly Line[],
  glued: ReadonlyMap<number, number>,
): Diagnostic[] {
  return [...glued].map(([index, length]) => {
    const { text, span } = gluedFurniture(itemAt(lines, index), length);
    return {
      code: 'parse/page-number-glued',
      severity: 'info',
      message: `"${text}" at the start of a line was taken for page number and left out.`,
      span,
      params: { text },
    };
  });
}

export function furnitureRemarks(
  lines: readonly Line[],
  furniture: ReadonlyMap<number, FurnitureKind>,
): Diagnostic[] {
  const remarks: Diagnostic[] = [];
  for (const [index, kind] of [...furniture].sort((a, b) => a[0] - b[0])) {
    const line = itemAt(lines, index);
    remarks.push(furnitureRemark(line, kind));
  }
  return remarks;
}

const KIND_WORDS: Readonly<Record<FurnitureKind, string>> = {
  'page-number': 'page number',
  'running-head': 'running head',
  noise: 'scanner noise',
  site: 'part of a web page',
};

export function furnitureRemark(line: Line, kind: FurnitureKind): Diagnostic {
  return {
    code: `parse/${kind}`,
    severity: kind === 'noise' ? 'warning' : 'info',
    message: `"${line.text}" was taken for ${KIND_WORDS[kind]} and left out.`,
    span: spanOf(line.content),
    params: { text: line.text },
  };
}

export function furnitureOf(line: Line, kind: FurnitureKind): Furniture {
  return { kind, text: line.text, span: spanOf(line.content) };
}
