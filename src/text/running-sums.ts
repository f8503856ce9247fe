/** Turn counts into running sums, in place: each number becomes the sum of itself and all before it. */
export function runningSums(counts: Int32Array): Int32Array {
  let sum = 0;
  let at = 0;
  for (const count of counts) {
    sum += count;
    counts[at++] = sum;
  }
  return counts;
}
