import type { ClauseModels } from './clauses/judge.js';
import type { LogisticModel } from './logistic.js';
import type { Mixture } from './mixture.js';
import type { RelationModels } from './relation.js';
import type { BoostedTrees } from './trees.js';

/** Everything that was fitted on gold; one value of it is in `parameters.ts`, written by `npm run fit`. */
export interface Parameters {
  /** Pairs of sections by their wording: which sentences are looked at together. */
  readonly sections: LogisticModel;
  /** First pass: a pair by itself, in its sections, among its rivals. */
  readonly first: LogisticModel;
  /** Second pass: the same, and the probabilities around the pair. */
  readonly second: BoostedTrees;
  /** Pairs of sections once their sentences are judged: which are counterparts. */
  readonly counterparts: Mixture;
  readonly relation: RelationModels;
  /** Which clauses are carried; written by `npm run fit:clauses`. */
  readonly clauses: ClauseModels;
  readonly thresholds: Thresholds;
}

/** What is fitted on links; clauses are fitted after it, on their own gold. */
export type FittedLinks = Omit<Parameters, 'clauses'>;

export interface Thresholds {
  /** A pair of sentences at least this probable is linked: where F1 on the gold is best. */
  readonly link: number;
  /** A link below this is marked for a person's look. */
  readonly doubtful: number;
  /** A pair of sections at least this probable is one of counterparts. */
  readonly counterpart: number;
  /** Two items whose sentences are linked at least to this share are related. */
  readonly related: number;
}
