/** What is said of a document's furniture and head, and the furniture itself. */
import type { Diagnostic, Furniture, FurnitureKind, PolicyDocument } from '../model/index.js';
import { itemAt, spanOf } from '../text/index.js';
import type { Line } from './lines.js';

export function furnitureOf(line: Line, kind: FurnitureKind): Furniture {
  return { kind, text: line.text, span: spanOf(line.content) };
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

export function furnitureRemark(line: Line, kind: FurnitureKind): Diagnostic {
  return {
    code: `parse/${kind}`,
    severity: kind === 'noise' ? 'warning' : 'info',
    message: `"${line.text}" was taken for ${kind === 'noise' ? 'scanner noise' : kind.replace('-', ' ')} and left out.`,
    span: spanOf(line.content),
    params: { text: line.text },
  };
}

export function headRemarks(document: PolicyDocument): Diagnostic[] {
  const remarks: Diagnostic[] = [];
  const at = { start: document.span.start, end: document.span.start };
  if (document.title === '') {
    remarks.push({
      code: 'parse/no-title',
      severity: 'warning',
      message: 'No title was found.',
      span: at,
    });
  }
  if (document.children.length === 0) {
    remarks.push({
      code: 'parse/no-body',
      severity: 'warning',
      message: 'No body text was found.',
      span: at,
    });
  }
  return remarks;
}
