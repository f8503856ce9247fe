import { itemAt } from './item-at.js';
/**
 * Known names nearest to a misspelt one, best first, at most `most`.
 *
 * Distance: edits after lower-casing, at most a third of the longer name; a name that holds the other comes first.
 */
export function nearest(name: string, known: readonly string[], most = 3): string[] {
  const wanted = name.toLowerCase();
  return known
    .map((item) => ({ item, distance: distanceOf(wanted, item.toLowerCase()) }))
    .filter(
      ({ item, distance }) =>
        distance <= Math.max(1, Math.floor(Math.max(item.length, name.length) / 3)),
    )
    .sort((a, b) => a.distance - b.distance || (a.item < b.item ? -1 : 1))
    .slice(0, most)
    .map(({ item }) => item);
}

function distanceOf(a: string, b: string): number {
  if (a.length >= 2 && (b.startsWith(a) || b.includes(a))) return 0.5;
  return editDistance(a, b);
}

/** Edits between two words, in code units; neighbours that changed places count as one. Cost: product of the lengths. */
function editDistance(a: string, b: string): number {
  let above: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = itemAt(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const turn = swapped ? itemAt(above, j - 2) + 1 : Number.POSITIVE_INFINITY;
      next.push(Math.min(change, itemAt(row, j) + 1, itemAt(next, j - 1) + 1, turn));
    }
    above = row;
    row = next;
  }
  return itemAt(row, b.length);
}
