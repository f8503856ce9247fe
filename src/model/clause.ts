/** How much of an upstream clause the lower text has; `none`: there is nothing to carry (a citation, a date, responsible bodies). */
export const CLAUSE_STATES = ['carried', 'partly', 'missing', 'none'] as const;
export type ClauseState = (typeof CLAUSE_STATES)[number];

/** `[start, end)` of a sentence's text. */
interface ClauseRange {
  readonly start: number;
  readonly end: number;
}

export interface UpstreamClause extends ClauseRange {
  readonly state: ClauseState;
  /** Probability that the lower text has anything of it; 0 for `none`. */
  readonly score: number;
  /** Ids of the downstream sentences that carry it, the best first. */
  readonly by: readonly string[];
  /** A person's word, not the engine's. */
  readonly decided?: true;
}

export interface DownstreamClause extends ClauseRange {
  /** `new`: nothing of it comes from above. */
  readonly state: 'carried' | 'new' | 'none';
}

/** A sentence's clauses in order, apart, together its whole text. */
export interface SentenceClauses<Clause> {
  readonly unit: string;
  readonly clauses: readonly Clause[];
}

/** Both sides of an alignment clause by clause, every sentence once, in document order. */
export interface AlignmentClauses {
  readonly upstream: readonly SentenceClauses<UpstreamClause>[];
  readonly downstream: readonly SentenceClauses<DownstreamClause>[];
}
