/**
 * For each pair of units the best value another pair of its downstream unit (row) and of its upstream unit (column) reaches.
 *
 * *In* how many units either side has, pairs by their indices, and the pairs' values.
 */
export function rivalsOf(
  sizes: { readonly up: number; readonly down: number },
  pairs: readonly { readonly up: number; readonly down: number }[],
  values: ArrayLike<number>,
): { readonly row: Float64Array; readonly column: Float64Array } {
  const rows = new BestTwo(sizes.down);
  const columns = new BestTwo(sizes.up);
  for (const [i, { up, down }] of pairs.entries()) {
    const value = values[i]!;
    rows.add(down, value);
    columns.add(up, value);
  }
  return {
    row: Float64Array.from(pairs, ({ down }, i) => rows.rival(down, values[i]!)),
    column: Float64Array.from(pairs, ({ up }, i) => columns.rival(up, values[i]!)),
  };
}

/** The two best values (at least 0) of each of `size` units. */
class BestTwo {
  private readonly first: Float64Array;
  private readonly second: Float64Array;
  constructor(size: number) {
    this.first = new Float64Array(size);
    this.second = new Float64Array(size);
  }
  add(unit: number, value: number): void {
    const first = this.first[unit]!;
    if (value > first) {
      this.second[unit] = first;
      this.first[unit] = value;
    } else if (value > this.second[unit]!) this.second[unit] = value;
  }
  /** The best of the others, for the holder of one of the unit's values. */
  rival(unit: number, value: number): number {
    const first = this.first[unit]!;
    return value >= first ? this.second[unit]! : first;
  }
}
