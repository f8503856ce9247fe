/**
 * Numbers that look drawn and are always the same: whole numbers from 0 up to, not including, what is asked.
 *
 * A linear congruential generator, its high bits (Knuth and Lewis, in Press et al. 1992).
 */
export function fixedSeries(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}
