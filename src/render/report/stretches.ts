import type { Change, ChangeKind, ComparisonRow } from '../../model/index.js';
import { itemAt } from '../../text/index.js';

/** A piece of a cell's text that is drawn in one way. */
export interface Stretch {
  readonly text: string;
  /** Differs from the text of the side above, and how. */
  readonly above?: ChangeKind;
  /** Differs from the text of the side below. */
  readonly below?: ChangeKind;
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
  const above = (row.pairs[side - 1]?.changes ?? []).map(downRange);
  const below = (row.pairs[side]?.changes ?? []).map(upRange);
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

interface KindRange {
  readonly start: number;
  readonly end: number;
  readonly kind: ChangeKind;
}

function downRange({ startDown, endDown, kind }: Change): KindRange {
  return { start: startDown, end: endDown, kind };
}

function upRange({ startUp, endUp, kind }: Change): KindRange {
  return { start: startUp, end: endUp, kind };
}

function kindAt(ranges: readonly KindRange[], at: number): ChangeKind | undefined {
  return ranges.find((range) => range.start <= at && at < range.end)?.kind;
}
