import type { PreparedPair } from './prepare.js';

/** For each pair the best value another pair of its downstream sentence (row) and of its upstream sentence (column) reaches. */
export function rivalsOf(
  pair: PreparedPair,
  pairs: readonly { readonly up: number; readonly down: number }[],
  values: ArrayLike<number>,
): { readonly row: Float64Array; readonly column: Float64Array } {
  const rows = new BestTwo(pair.downstream.sentences.length);
  const columns = new BestTwo(pair.upstream.sentences.length);
  for (let i = 0; i < pairs.length; i += 1) {
    rows.add(pairs[i]!.down, values[i]!);
    columns.add(pairs[i]!.up, values[i]!);
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
    if (value > this.first[unit]!) {
      this.second[unit] = this.first[unit]!;
      this.first[unit] = value;
    } else if (value > this.second[unit]!) this.second[unit] = value;
  }
  /** The best of the others, for the holder of one of the unit's values. */
  rival(unit: number, value: number): number {
    return value >= this.first[unit]! ? this.second[unit]! : this.first[unit]!;
  }
}
