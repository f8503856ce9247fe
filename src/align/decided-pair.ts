import type { ResolvedPair } from './decisions.js';

/** A pair of sentences that will be a link. */
export interface DecidedPair {
  readonly up: number;
  readonly down: number;
  readonly score: number;
  readonly pin?: ResolvedPair;
}
