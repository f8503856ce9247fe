import { itemAt } from '../text/index.js';
import { contributionsOf, type LogisticModel, logit } from './logistic.js';
import { type BoostedTrees, treeContributions, treeLogit } from './trees.js';

/**
 * A line and trees over the same components, whose log-odds are averaged: the line carries over to documents unlike those it
 * was fitted on, the trees know what components mean together, and their errors are not the same.
 */
export interface Mixture {
  readonly line: LogisticModel;
  readonly trees: BoostedTrees;
}

/** Log-odds of the line below which the trees are not asked: most pairs are far below any threshold, and trees cost time. */
const HOPELESS = -5;

/** Log-odds of a row of components, in the models' order. */
export function mixtureLogit({ line, trees }: Mixture, row: ArrayLike<number>): number {
  const ofLine = logit(line, row);
  return ofLine < HOPELESS ? ofLine : (ofLine + treeLogit(trees, row)) / 2;
}

/** What each component adds to a row's log-odds; with a constant they sum to `mixtureLogit`. */
export function mixtureContributions(
  { line, trees }: Mixture,
  row: ArrayLike<number>,
): Float64Array {
  const ofLine = contributionsOf(line, row);
  if (logit(line, row) < HOPELESS) return ofLine;
  const ofTrees = treeContributions(trees, row);
  return ofLine.map((value, i) => (value + itemAt(ofTrees, i)) / 2);
}
