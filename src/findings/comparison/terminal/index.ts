import type { ComparisonView } from '../../../model/index.js';
import { type Line, paint, span } from '../../../render/index.js';
import { itemAt } from '../../../text/index.js';
import { headLines } from './head.js';
import {
  type Canvas,
  type ComparisonLayout,
  type ComparisonRenderOptions,
  canvasOf,
} from './options.js';
import { sideBySide } from './panes.js';
import { inline, stacked, unified } from './stacked.js';

/** Two panes need this much: below it a line holds fewer than sixteen Han characters. */
const NARROWEST_PAIR = 72;
/** Three panes need this much: twenty-three Han characters each. */
const NARROWEST_TRIPLE = 150;

/**
 * A comparison as text for a terminal or a pipe.
 *
 * *Out*: lines of at most `width` columns, ended by a line feed. With the colour codes taken out, and the same `signs`, it is
 * the same text as without colours; it holds every character of every sentence shown.
 */
export function renderComparison(view: ComparisonView, options: ComparisonRenderOptions): string {
  const canvas = canvasOf(
    options,
    view.sides.map((side) => side.name),
  );
  const lines = [...headLines(view, canvas), []];
  if (!options.summaryOnly) lines.push(...bodyOf(view, options.layout, canvas));
  if (view.blocks.length === 0 && !options.summaryOnly) lines.push([span(canvas.words.empty)]);
  while (lines.length > 0 && itemAt(lines, lines.length - 1).length === 0) lines.pop();
  return lines.map((line) => `${paint(withoutTail(line), canvas.color)}\n`).join('');
}

function bodyOf(view: ComparisonView, asked: ComparisonLayout | undefined, canvas: Canvas): Line[] {
  const layout = asked ?? (canvas.width < NARROWEST_PAIR ? 'stacked' : 'side-by-side');
  switch (layout) {
    case 'side-by-side':
      return sideBySide(view, panesFor(view, canvas), canvas);
    case 'stacked':
      return stacked(view, canvas);
    case 'inline':
      return inline(view, canvas);
    case 'unified':
      return unified(view, canvas);
    default:
      return layout satisfies never;
  }
}

function panesFor(view: ComparisonView, canvas: Canvas): number {
  return canvas.width < NARROWEST_TRIPLE ? Math.min(2, view.sides.length) : view.sides.length;
}

/** Without blanks at the end, so that a pipe and a copy are clean. */
function withoutTail(line: Line): Line {
  const last = line.at(-1);
  if (last === undefined) return line;
  const text = last.text.replace(/(?<! ) +$/u, '');
  if (text === last.text) return line;
  const rest = line.slice(0, -1);
  return text === '' ? withoutTail(rest) : [...rest, { ...last, text }];
}
