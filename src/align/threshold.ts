/**
 * From what probability on a pair of units is taken in this very pair of documents: halfway between what was best over the gold
 * and what should be best here.
 *
 * With calibrated probabilities the expected F1 of taking the `k` likeliest is 2 Σ(taken) / (k + Σ(all)); the threshold that makes
 * it greatest is high where two texts are near copies, low where one rewrites the other (Lewis 1995; Ye et al. 2012). By itself it
 * follows the errors of the probabilities, by the gold alone it ignores the pair: half of each did best.
 */
export function thresholdHere(fitted: number, probabilities: ArrayLike<number>): number {
  const sorted = Float64Array.from(probabilities).sort().reverse();
  const all = sorted.reduce((sum, value) => sum + value, 0);
  let taken = 0;
  let best = 0;
  let here = fitted;
  for (const [k, value] of sorted.entries()) {
    taken += value;
    const expected = (2 * taken) / (k + 1 + all);
    if (expected <= best) continue;
    best = expected;
    here = value;
  }
  return (fitted + Math.min(MOST, Math.max(LEAST, here))) / 2;
}

/** The expected threshold is half of the expected F1, and texts that share nothing or everything say little of it. */
const LEAST = 0.1;
const MOST = 0.6;
