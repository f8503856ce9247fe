import type { LogisticModel } from './logistic.js';
import type { RelationModels } from './relation.js';

/** Everything that was fitted on gold; one value of it is in `parameters.ts`, written by `npm run fit`. */
export interface Parameters {
  readonly sections: LogisticModel;
  /** First pass: a pair by itself, in its sections, among its rivals. */
  readonly first: LogisticModel;
  /** Second pass: the first pass's odds and the probabilities around the pair. */
  readonly second: LogisticModel;
  readonly relation: RelationModels;
  readonly thresholds: Thresholds;
}

export interface Thresholds {
  /** A pair of sentences at least this probable is linked: where F1 on the gold is best. */
  readonly link: number;
  /** A link below this is marked for a person's look. */
  readonly doubtful: number;
  /** A counterpart's plain score is at least this many times what strangers score in the same pair of documents, */
  readonly nullPrice: number;
  /** at least this share of the best of one of its two items, */
  readonly bestShare: number;
  /** and at least this share of the best of the other. */
  readonly otherShare: number;
  /** Two items whose sentences are linked at least to this share are related. */
  readonly related: number;
}
