/** How far two reviewers agree beyond chance. */

/**
 * Cohen's kappa (1960) of two reviewers' yes and no; absent where they judged nothing in common, 1 where both say one thing
 * throughout.
 */
export function kappaOf(
  pairs: readonly (readonly [first: boolean, second: boolean])[],
): number | undefined {
  if (pairs.length === 0) return undefined;
  const share = (test: (pair: readonly [boolean, boolean]) => boolean): number =>
    pairs.filter(test).length / pairs.length;
  const same = share(([a, b]) => a === b);
  const [first, second] = [share(([a]) => a), share(([, b]) => b)];
  const chance = first * second + (1 - first) * (1 - second);
  return chance === 1 ? 1 : (same - chance) / (1 - chance);
}
