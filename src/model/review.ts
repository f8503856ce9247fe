import type { SentenceRelation } from './relation.js';

/** A downstream sentence that may answer an upstream one. */
export interface ReviewPartner {
  readonly unit: string;
  readonly score: number;
  /** As things stand. */
  readonly linked: boolean;
  /** What the link is, or would be. */
  readonly relation: SentenceRelation;
  /** A person's word on this pair. */
  readonly decided?: boolean;
}

/** What a person is asked about an upstream sentence: which of these answer it? */
export interface ReviewQuestion {
  readonly unit: string;
  /** Linked ones first, then the best of the others; the likeliest first in both. */
  readonly partners: readonly ReviewPartner[];
  /** How many links the answer is expected to put right. */
  readonly worth: number;
  /** Why it is asked: a link that is doubtful, none where there is a fair candidate, or nothing in particular. */
  readonly why: 'doubtful' | 'unlinked' | 'clear';
  /** A person has answered it. */
  readonly answered: boolean;
  /** Other upstream sentences in the same words with partners in the same words: one answer is theirs too. */
  readonly alike: readonly string[];
}
