/**
 * Known names nearest to a misspelt one, best first, at most `most`.
 *
 * Distance: edits (Levenshtein) after lower-casing; a name that holds the other comes first.
 */
export function nearest(name: string, known: readonly string[], most = 3): string[] {
  const wanted = name.toLowerCase();
  return known
    .map((item) => ({ item, distance: distanceOf(wanted, item.toLowerCase()) }))
    .filter(({ item, distance }) => distance <= Math.max(2, Math.ceil(item.length / 2)))
    .sort((a, b) => a.distance - b.distance || (a.item < b.item ? -1 : 1))
    .slice(0, most)
    .map(({ item }) => item);
}

function distanceOf(a: string, b: string): number {
  if (a.length >= 2 && (b.startsWith(a) || b.includes(a))) return 0.5;
  return editDistance(a, b);
}

/** Levenshtein distance in code units. Cost: product of the lengths. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
