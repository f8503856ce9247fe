import { itemAt } from '../../text/index.js';
import type { PrintedLine } from './lines.js';
import type { Page, Roles } from './roles.js';

/** Left and right edge of the text block of a page, in points. */
export interface Edges {
  readonly left: number;
  readonly right: number;
}

/** Size of the running text: the one that most characters have, in points. */
export function usualSize(pages: readonly Page[]): number {
  const counts = new Map<number, number>();
  for (const { lines } of pages) {
    for (const line of lines) {
      const size = Math.round(2 * line.size) / 2;
      const length = line.cells.reduce((sum, { text }) => sum + text.length, 0);
      counts.set(size, (counts.get(size) ?? 0) + length);
    }
  }
  const best = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
  return best?.[0] || 10.5;
}

/** Usual distance between baselines, in points: the lower quartile, as headings and paragraphs only add to it. */
export function usualPitch(pages: readonly Page[]): number | undefined {
  const gaps: number[] = [];
  for (const { lines } of pages) {
    for (let i = 1; i < lines.length; i += 1) {
      const gap = itemAt(lines, i).baseline - itemAt(lines, i - 1).baseline;
      if (gap > 0) gaps.push(gap);
    }
  }
  gaps.sort((a, b) => a - b);
  // Fewer gaps than this do not tell what is usual.
  return gaps.length < 4 ? undefined : gaps[gaps.length >> 2];
}

/** An edge is where this share of the lines (and at least this many) begins or ends. */
const EDGE_SHARE = 0.15;
const EDGE_LINES = 3;

/**
 * Edges of the text block: those of the page where it has enough lines, else those of the file.
 * Pages of bound documents have margins that change sides.
 */
export function blockEdges(
  pages: readonly Page[],
  roles: Roles,
  body: number,
): (page: Page) => Edges {
  const running = (lines: readonly PrintedLine[]): PrintedLine[] =>
    lines.filter((line) => !roles.has(line) && Math.abs(line.size - body) <= 0.2 * body);
  const all = running(pages.flatMap(({ lines }) => lines));
  const common = commonEdge(
    all.map(({ left }) => left),
    body,
  );
  const whole: Edges = {
    left:
      common === undefined
        ? least(all.map(({ left }) => left))
        : (outdented(all, common, body) ?? common),
    right: -(
      commonEdge(
        all.map(({ right }) => -right),
        body,
      ) ?? least(all.map(({ right }) => -right))
    ),
  };
  return (page) => {
    const own = running(page.lines);
    const left = commonEdge(
      own.map((line) => line.left),
      body,
    );
    const right = commonEdge(
      own.map((line) => -line.right),
      body,
    );
    return {
      left:
        left !== undefined && Math.abs(left - whole.left) <= MARGIN_SHIFT * body
          ? left
          : whole.left,
      right:
        right !== undefined && Math.abs(right + whole.right) <= MARGIN_SHIFT * body
          ? -right
          : whole.right,
    };
  };
}

/** Margins of facing pages differ by less than this, in Han characters; an indent is two. */
const MARGIN_SHIFT = 1.4;

/** The least place that enough of the values share, half a character apart at most. */
function commonEdge(values: readonly number[], body: number): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const needed = Math.max(EDGE_LINES, EDGE_SHARE * sorted.length);
  for (let i = 0; i < sorted.length; i += 1) {
    const end = sorted.findLastIndex((value) => value <= itemAt(sorted, i) + body / 2);
    if (end - i + 1 >= needed) return sorted[(i + end) >> 1];
  }
  return undefined;
}

/** A first line is indented by two Han characters; what a typesetter rounds is less than this, in Han characters. */
const INDENT = 2;
const INDENT_ERROR = 0.3;

/**
 * The edge of a short paper whose paragraphs have a line each: the edge most lines share is the indent,
 * and a line that goes on from a full one begins two characters before it.
 */
function outdented(
  lines: readonly PrintedLine[],
  common: number,
  body: number,
): number | undefined {
  const full = Math.max(...lines.map(({ right }) => right)) - body;
  const found = lines.find((line, i) => {
    const before = lines[i - 1];
    const shift = (common - line.left) / body;
    return (
      Math.abs(shift - INDENT) <= INDENT_ERROR &&
      before !== undefined &&
      before.right >= full &&
      Math.abs(before.left - common) <= INDENT_ERROR * body
    );
  });
  return found?.left;
}

function least(values: readonly number[]): number {
  return values.length === 0 ? 0 : Math.min(...values);
}
