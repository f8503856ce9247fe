import { type CellMark, type MarkKind, marksOfCell } from '../../findings/index.js';
import type { ComparisonRow } from '../../model/index.js';
import { itemAt } from '../../text/index.js';

/** A piece of a cell's text that is drawn in one way. */
export interface Stretch {
  readonly text: string;
  /** Differs from the text of the side above, and how; or what a paraphrase shares with it. */
  readonly above?: MarkKind;
  /** The same against the side below. */
  readonly below?: MarkKind;
}

/**
 * Cuts `[start, end)` of a cell's text at its differences from its neighbours.
 *
 * *Out*: stretches that put together are the text; empty ranges (something stands only on the other
 * side) leave no stretch.
 */
export function stretchesOf(
  row: ComparisonRow,
  side: number,
  start: number,
  end: number,
): Stretch[] {
  const { text } = itemAt(row.cells, side);
  const above = side > 0 ? marksOfCell(row, side, side - 1) : [];
  const below = marksOfCell(row, side, side + 1);
  const cuts = new Set([start, end]);
  for (const range of [...above, ...below]) {
    for (const cut of [range.start, range.end]) if (cut > start && cut < end) cuts.add(cut);
  }
  const borders = [...cuts].sort((a, b) => a - b);
  return borders.slice(1).map((to, index): Stretch => {
    const from = itemAt(borders, index);
    const [up, down] = [kindAt(above, from), kindAt(below, from)];
    return {
      text: text.slice(from, to),
      ...(up !== undefined && { above: up }),
      ...(down !== undefined && { below: down }),
    };
  });
}

function kindAt(ranges: readonly CellMark[], at: number): MarkKind | undefined {
  return ranges.find((range) => range.start <= at && at < range.end)?.kind;
}
