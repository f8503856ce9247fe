import { itemAt, valueAt } from '../text/index.js';

/** A link as a point: where its first unit stands on either side, and what it weighs. */
interface OrderedPoint {
  readonly up: number;
  readonly down: number;
  readonly weight: number;
}

/**
 * Which points lie outside the heaviest sequence that does not decrease on either side.
 *
 * *In* any order. *Out* one flag for each point. *Cost* n log n (Fenwick tree over upstream places).
 * *Source* heaviest increasing subsequence, Jacobson & Vo 1992.
 */
export function markMoved(points: readonly OrderedPoint[]): boolean[] {
  const order = [...points.keys()].sort(
    (a, b) =>
      itemAt(points, a).down - itemAt(points, b).down ||
      itemAt(points, a).up - itemAt(points, b).up ||
      a - b,
  );
  const places = [...new Set(points.map((point) => point.up))].sort((a, b) => a - b);
  const rank = new Map(places.map((place, i) => [place, i + 1]));
  const best = new Int32Array(places.length + 1).fill(-1);
  const totals = new Float64Array(points.length);
  const previous = new Int32Array(points.length).fill(-1);
  const total = (point: number): number => (point < 0 ? 0 : itemAt(totals, point));
  for (const point of order) {
    const at = valueAt(rank, itemAt(points, point).up);
    let before = -1;
    for (let i = at; i > 0; i -= i & -i)
      if (total(itemAt(best, i)) > total(before)) before = itemAt(best, i);
    previous[point] = before;
    totals[point] = total(before) + itemAt(points, point).weight;
    for (let i = at; i <= places.length; i += i & -i)
      if (itemAt(totals, point) > total(itemAt(best, i))) best[i] = point;
  }
  let last = -1;
  for (const point of order) if (itemAt(totals, point) > total(last)) last = point;
  const moved = points.map(() => true);
  for (let at = last; at >= 0; at = itemAt(previous, at)) moved[at] = false;
  return moved;
}
