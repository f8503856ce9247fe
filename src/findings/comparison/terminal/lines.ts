import { type Line, type Span, type Style, span } from '../../../render/index.js';
import { displayWidth, wrapStyled } from '../../../text/index.js';
import type { Canvas } from './options.js';

/** Blank columns before lines. */
interface Margin {
  /** Before each. */
  readonly indent?: number;
  /** More before all but the first. */
  readonly hang?: number;
}

/** Lines of at most `width` columns, margins included. */
export function wrapLine(
  line: Line,
  width: number,
  canvas: Canvas,
  { indent = 0, hang = 0 }: Margin = {},
): Line[] {
  const margin = indent + hang;
  const wrapped = wrapStyled(line, Math.max(2, width - margin), {
    ambiguousWidth: canvas.ambiguousWidth,
  });
  return wrapped.map((each, index) => {
    const blank = ' '.repeat(index === 0 ? indent : margin);
    return blank === '' ? each : [span(blank), ...each];
  });
}

/** Items in a row with two spaces between them, each whole; a new line where the next does not fit. */
export function flow(items: readonly Line[], width: number, canvas: Canvas, hang = 0): Line[] {
  const lines: Line[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    const gap = span('  ');
    if (last && widthOf([...last, gap, ...item], canvas) <= width) {
      lines[lines.length - 1] = [...last, gap, ...item];
    } else lines.push(...wrapLine(item, width, canvas, { indent: lines.length === 0 ? 0 : hang }));
  }
  return lines;
}

export function widthOf(line: Line, canvas: Canvas): number {
  return displayWidth(line.map((each) => each.text).join(''), canvas.ambiguousWidth);
}

/** The line filled with spaces up to `width`. */
export function padLine(line: Line, width: number, canvas: Canvas): Line {
  const missing = width - widthOf(line, canvas);
  return missing > 0 ? [...line, span(' '.repeat(missing))] : line;
}

/** A glyph repeated to exactly `width` columns, whatever its own width is. */
export function ruleOf(glyph: string, width: number, canvas: Canvas, style: Style = 'rule'): Span {
  const each = displayWidth(glyph, canvas.ambiguousWidth);
  const count = Math.max(0, Math.floor(width / each));
  return { text: glyph.repeat(count) + ' '.repeat(Math.max(0, width - count * each)), style };
}

/** A title in a rule: `── 3 rows folded ──────`; alone where it does not fit. */
export function titledRule(title: Line, glyph: string, width: number, canvas: Canvas): Line[] {
  const start = ruleOf(glyph, 2 * displayWidth(glyph, canvas.ambiguousWidth), canvas);
  const body: Line = [start, span(' '), ...title, span(' ')];
  const rest = width - widthOf(body, canvas);
  return rest < 0 ? wrapLine(title, width, canvas) : [[...body, ruleOf(glyph, rest, canvas)]];
}

/** Columns side by side, each filled to its width, with a divider between them. */
export function joinColumns(
  columns: readonly (readonly Line[])[],
  width: number,
  canvas: Canvas,
): Line[] {
  const height = Math.max(0, ...columns.map((column) => column.length));
  const divider = span(` ${canvas.glyphs.divider} `, 'rule');
  return Array.from({ length: height }, (_, row) =>
    columns.flatMap((column, index) => {
      const line = column[row] ?? [];
      if (index === columns.length - 1) return line;
      return [...padLine(line, width, canvas), divider];
    }),
  );
}

/** Width of each of `count` equal panes. */
export function paneWidth(count: number, canvas: Canvas): number {
  const divider = displayWidth(canvas.glyphs.divider, canvas.ambiguousWidth) + 2;
  return Math.floor((canvas.width - (count - 1) * divider) / count);
}

/** A rule over the panes that meets their dividers. */
export function columnRule(panes: number, width: number, canvas: Canvas): Line {
  const { rule, crossing } = canvas.glyphs;
  if (displayWidth(rule, canvas.ambiguousWidth) > 1) return [ruleOf(rule, canvas.width, canvas)];
  const part = rule.repeat(width);
  const line = Array.from({ length: panes }, () => part).join(rule + crossing + rule);
  return [span(line + rule.repeat(Math.max(0, canvas.width - displayWidth(line))), 'rule')];
}
