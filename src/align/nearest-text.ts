/** Of two texts that share less than this of their pairs of characters nobody would say that one became the other. */
const LEAST_ALIKE = 0.3;

/** The text that shares most pairs of characters with another (Dice), the first of equals; absent where none is like it. */
export function nearestText<T extends { readonly text: string }>(
  wanted: string,
  texts: readonly T[],
): T | undefined {
  const own = pairsOf(wanted);
  let best: T | undefined;
  let most = LEAST_ALIKE;
  for (const candidate of texts) {
    const other = pairsOf(candidate.text);
    let both = 0;
    for (const pair of other) if (own.has(pair)) both += 1;
    const alike = (2 * both) / Math.max(1, own.size + other.size);
    if (alike <= most) continue;
    most = alike;
    best = candidate;
  }
  return best;
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < text.length; i += 1) pairs.add(text.slice(i, i + 2));
  return pairs;
}
