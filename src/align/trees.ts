/** A sum of small decision trees over named components: log-odds. Written by `npm run fit`. */
export interface BoostedTrees {
  /** Log-odds before any tree. */
  readonly bias: number;
  readonly components: readonly string[];
  /**
   * One line a tree, its nodes in pre-order: `k<t:v` asks whether component `k` is below `t` (yes: the next node), `v` alone is a
   * leaf. `v` is what the tree would give if it stopped there.
   */
  readonly trees: readonly string[];
}

/** The trees laid end to end. */
interface Compiled {
  /** Component asked for, −1 at a leaf. */
  readonly components: Int16Array;
  readonly thresholds: Float64Array;
  readonly values: Float64Array;
  /** Where to go when the component is not below the threshold; the other way is the next node. */
  readonly others: Int32Array;
  readonly roots: Int32Array;
}

const compiled = new WeakMap<BoostedTrees, Compiled>();

function compile(model: BoostedTrees): Compiled {
  const known = compiled.get(model);
  if (known !== undefined) return known;
  const nodes = model.trees.map((tree) => tree.split(' '));
  const size = nodes.reduce((sum, tree) => sum + tree.length, 0);
  const out = {
    components: new Int16Array(size).fill(-1),
    thresholds: new Float64Array(size),
    values: new Float64Array(size),
    others: new Int32Array(size),
    roots: new Int32Array(nodes.length),
  };
  let at = 0;
  for (const [index, tree] of nodes.entries()) {
    out.roots[index] = at;
    // Splits whose "no" branch has not begun.
    const open: number[] = [];
    for (const [i, token] of tree.entries()) {
      const node = at + i;
      const [ask, value] = token.includes(':') ? token.split(':') : [undefined, token];
      out.values[node] = Number(value);
      if (ask !== undefined) {
        const [component, threshold] = ask.split('<');
        out.components[node] = Number(component);
        out.thresholds[node] = Number(threshold);
        open.push(node);
      } else if (i + 1 < tree.length) out.others[open.pop()!] = node + 1;
    }
    at += tree.length;
  }
  compiled.set(model, out);
  return out;
}

/** Log-odds of a row of components, in the model's order. */
export function treeLogit(model: BoostedTrees, row: ArrayLike<number>): number {
  const { components, thresholds, values, others, roots } = compile(model);
  let sum = model.bias;
  for (const root of roots) {
    let node = root;
    for (let k = components[node]!; k >= 0; k = components[node]!)
      node = row[k]! < thresholds[node]! ? node + 1 : others[node]!;
    sum += values[node]!;
  }
  return sum;
}

/**
 * What each component adds to a row's log-odds: along each tree's path, how much its answers move the value.
 *
 * The parts and `treeBase` sum to `treeLogit`. *Source* path attribution (Saabas 2014).
 */
export function treeContributions(model: BoostedTrees, row: ArrayLike<number>): Float64Array {
  const { components, thresholds, values, others, roots } = compile(model);
  const out = new Float64Array(model.components.length);
  for (const root of roots) {
    let node = root;
    for (let k = components[node]!; k >= 0; k = components[node]!) {
      const next = row[k]! < thresholds[node]! ? node + 1 : others[node]!;
      out[k]! += values[next]! - values[node]!;
      node = next;
    }
  }
  return out;
}

/** Log-odds of a pair of which nothing is known. */
export function treeBase(model: BoostedTrees): number {
  const { values, roots } = compile(model);
  return roots.reduce((sum, root) => sum + values[root]!, model.bias);
}
