import type { BoostedTrees } from '../align/index.js';
import type { Example } from '../align/logistic-fit.js';
import { itemAt } from '../text/index.js';
import { fixedSeries } from './fixed-series.js';

export interface BoostingOptions {
  readonly names: readonly string[];
  /** Components that may only speak for a link (+1), only against it (−1). */
  readonly signs?: Readonly<Record<string, 1 | -1>>;
  readonly trees: number;
  readonly leaves: number;
  /** Share of a tree's step that is taken. */
  readonly rate: number;
  /** Ridge on a leaf's value. */
  readonly ridge: number;
  /** Examples a leaf holds at least. */
  readonly least: number;
  /** Share of the components that each tree may ask for. */
  readonly share: number;
}

/** Thresholds tried for each component; more did not help and cost time. */
const BINS = 63;
/** Least second derivative in a leaf: below it the step is a guess. */
const LEAST_CURVATURE = 0.001;

/**
 * Fit boosted trees to soft labels by second-order steps, leaf by leaf.
 *
 * Each tree sees a part of the components, drawn by a fixed series of numbers, so that strong ones do not answer for all; no
 * other chance is used, and the same examples give the same trees. *Sources* Friedman 2001; Chen & Guestrin 2016; Ke et al.
 * 2017 (growth by best leaf, monotone bounds).
 */
export function fitBoosting(examples: readonly Example[], options: BoostingOptions): BoostedTrees {
  const width = options.names.length;
  const columns = Array.from({ length: width }, (_, k) => binColumn(examples, k));
  let positive = 1e-6;
  let total = 1e-6;
  for (const { label, weight } of examples) {
    positive += label * weight;
    total += weight;
  }
  const bias = round(Math.log(positive / Math.max(1e-6, total - positive)));
  const scores = new Float64Array(examples.length).fill(bias);
  const slopes = new Float64Array(examples.length);
  const curvatures = new Float64Array(examples.length);
  const draw = drawer(width, Math.max(1, Math.round(options.share * width)));
  const signs = options.names.map((name) => options.signs?.[name] ?? 0);
  const trees: string[] = [];
  for (let t = 0; t < options.trees; t += 1) {
    for (const [i, { label, weight }] of examples.entries()) {
      const p = 1 / (1 + Math.exp(-scores[i]!));
      slopes[i] = weight * (p - label);
      curvatures[i] = weight * p * (1 - p);
    }
    const grower = new Grower(columns, { slopes, curvatures }, signs, options);
    const root = grower.grow(draw());
    for (const leaf of grower.leaves)
      for (const row of leaf.rows) scores[row]! += leafStep(leaf, options.rate);
    trees.push(write(root, options.rate, columns).join(' '));
  }
  return { bias, components: options.names, trees };
}

/** A component of all examples, as numbers of bins; bin `b` is below `edges[b]`. */
interface Column {
  readonly bins: Uint8Array;
  readonly edges: readonly number[];
}

/** Edges at quantiles, between values that occur; four decimals, as they are written. */
function binColumn(examples: readonly Example[], k: number): Column {
  const values = Float64Array.from(examples, (e) => e.row[k]!);
  const sorted = values.slice().sort();
  const edges = new Set<number>();
  for (let b = 1; b <= BINS; b += 1) {
    const at = Math.floor((b * sorted.length) / (BINS + 1));
    const value = itemAt(sorted, at);
    // The middle between the value and the next smaller one: many components are 0 for most pairs.
    let below = at;
    while (below >= 0 && sorted[below] === value) below -= 1;
    if (below >= 0) edges.add(round((itemAt(sorted, below) + value) / 2));
  }
  const list = [...edges].sort((a, b) => a - b);
  const bins = Uint8Array.from(values, (value) => {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (itemAt(list, middle) <= value) low = middle + 1;
      else high = middle;
    }
    return low;
  });
  return { bins, edges: list };
}

/** A part of the components for each tree, by a fixed series. */
function drawer(width: number, size: number): () => number[] {
  const next = fixedSeries(20201126);
  return () => {
    const all = Array.from({ length: width }, (_, k) => k);
    for (let i = 0; i < size; i += 1) {
      const j = i + next(width - i);
      [all[i], all[j]] = [itemAt(all, j), itemAt(all, i)];
    }
    return all.slice(0, size).sort((a, b) => a - b);
  };
}

interface Split {
  readonly component: number;
  /** Bins up to this one go to the first child. */
  readonly bin: number;
  readonly gain: number;
  /** Between the two children's values. */
  readonly middle: number;
}

interface Leaf {
  readonly rows: Int32Array;
  readonly slope: number;
  readonly curvature: number;
  readonly low: number;
  readonly high: number;
  readonly value: number;
  best: Split | undefined;
  split?: Split;
  children?: readonly [Leaf, Leaf];
}

/** A leaf's value after the rate, as it is written. */
function leafStep(leaf: Leaf, rate: number): number {
  return round(leaf.value * rate);
}

/** Grows one tree: the leaf with the best split is split next. */
class Grower {
  leaves: Leaf[] = [];
  private readonly slopes: Float64Array;
  private readonly curvatures: Float64Array;
  private readonly sums = {
    slope: new Float64Array(BINS + 1),
    curvature: new Float64Array(BINS + 1),
    count: new Int32Array(BINS + 1),
  };
  constructor(
    private readonly columns: readonly Column[],
    { slopes, curvatures }: { readonly slopes: Float64Array; readonly curvatures: Float64Array },
    private readonly signs: readonly number[],
    private readonly options: BoostingOptions,
  ) {
    this.slopes = slopes;
    this.curvatures = curvatures;
  }

  grow(components: readonly number[]): Leaf {
    const rows = Int32Array.from({ length: this.slopes.length }, (_, i) => i);
    const root = this.leaf(rows, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, components);
    this.leaves = [root];
    while (this.leaves.length < this.options.leaves) {
      let next: { readonly at: number; readonly leaf: Leaf; readonly split: Split } | undefined;
      for (const [at, leaf] of this.leaves.entries())
        if (leaf.best !== undefined && (next === undefined || leaf.best.gain > next.split.gain))
          next = { at, leaf, split: leaf.best };
      if (next === undefined) break;
      this.leaves.splice(next.at, 1, ...this.splitLeaf(next.leaf, next.split, components));
    }
    return root;
  }

  private leaf(rows: Int32Array, low: number, high: number, components: readonly number[]): Leaf {
    let slope = 0;
    let curvature = 0;
    for (const row of rows) {
      slope += this.slopes[row]!;
      curvature += this.curvatures[row]!;
    }
    const value = this.step(slope, curvature, low, high);
    const leaf: Leaf = { rows, slope, curvature, low, high, value, best: undefined };
    leaf.best = this.bestSplit(leaf, components);
    return leaf;
  }

  private step(slope: number, curvature: number, low: number, high: number): number {
    return Math.min(high, Math.max(low, -slope / (curvature + this.options.ridge)));
  }

  /** How much a leaf's value lowers the loss, doubled. */
  private worth(slope: number, curvature: number, value: number): number {
    return -(2 * slope * value + (curvature + this.options.ridge) * value * value);
  }

  private bestSplit(leaf: Leaf, components: readonly number[]): Split | undefined {
    const { least } = this.options;
    if (leaf.rows.length < 2 * least) return undefined;
    const here = this.worth(leaf.slope, leaf.curvature, leaf.value);
    let best: Split | undefined;
    for (const component of components) {
      const { bins, edges } = itemAt(this.columns, component);
      const sign = itemAt(this.signs, component);
      if (edges.length === 0) continue;
      const { slope, curvature, count } = this.sums;
      slope.fill(0);
      curvature.fill(0);
      count.fill(0);
      for (const row of leaf.rows) {
        const bin = bins[row]!;
        slope[bin]! += this.slopes[row]!;
        curvature[bin]! += this.curvatures[row]!;
        count[bin]! += 1;
      }
      let [g, h, n] = [0, 0, 0];
      for (let bin = 0; bin < edges.length; bin += 1) {
        g += slope[bin]!;
        h += curvature[bin]!;
        n += count[bin]!;
        if (n < least || h < LEAST_CURVATURE) continue;
        if (leaf.rows.length - n < least || leaf.curvature - h < LEAST_CURVATURE) break;
        const first = this.step(g, h, leaf.low, leaf.high);
        const second = this.step(leaf.slope - g, leaf.curvature - h, leaf.low, leaf.high);
        if ((second - first) * sign < 0) continue;
        const gain =
          this.worth(g, h, first) + this.worth(leaf.slope - g, leaf.curvature - h, second) - here;
        if (gain > 1e-6 && (best === undefined || gain > best.gain))
          best = { component, bin, gain, middle: (first + second) / 2 };
      }
    }
    return best;
  }

  private splitLeaf(leaf: Leaf, split: Split, components: readonly number[]): [Leaf, Leaf] {
    const { bins } = itemAt(this.columns, split.component);
    const below = (row: number): boolean => itemAt(bins, row) <= split.bin;
    const first = leaf.rows.filter(below);
    const second = leaf.rows.filter((row) => !below(row));
    const sign = itemAt(this.signs, split.component);
    // What lies below either child stays on its side of the middle, so that the sign holds everywhere.
    const { middle } = split;
    const [low, high] = [leaf.low, leaf.high];
    const children = [
      this.leaf(first, sign < 0 ? middle : low, sign > 0 ? middle : high, components),
      this.leaf(second, sign > 0 ? middle : low, sign < 0 ? middle : high, components),
    ] as const;
    leaf.split = split;
    leaf.children = children;
    return [...children];
  }
}

function write(leaf: Leaf, rate: number, columns: readonly Column[]): string[] {
  const value = leafStep(leaf, rate);
  if (leaf.split === undefined || leaf.children === undefined) return [String(value)];
  const { component, bin } = leaf.split;
  return [
    `${component}<${itemAt(itemAt(columns, component).edges, bin)}:${value}`,
    ...write(leaf.children[0], rate, columns),
    ...write(leaf.children[1], rate, columns),
  ];
}

function round(value: number): number {
  return Number(value.toFixed(4));
}
