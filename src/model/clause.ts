/** How much of an upstream clause the lower text has; `none`: there is nothing to carry (a citation, a date, responsible bodies). */
export const CLAUSE_STATES = ['carried', 'partly', 'missing', 'none'] as const;
export type ClauseState = (typeof CLAUSE_STATES)[number];

/** `[start, end)` of a sentence's text. */
interface ClauseRange {
  readonly start: number;
  readonly end: number;
}

/** A member of a 、-list that is a measure of its own: 开展甲、推进乙, or one of a long list of objects. */
export interface UpstreamMember extends ClauseRange {
  readonly state: ClauseState;
  /** How much of it the lower text has where it would carry it, 0..1; its clause's odds where no member stands there. */
  readonly score: number;
  readonly by: readonly string[];
}

export interface UpstreamClause extends ClauseRange {
  readonly state: ClauseState;
  /** Probability that the lower text has anything of it; 0 for `none`. */
  readonly score: number;
  /** Ids of the downstream sentences that carry it, the best first. */
  readonly by: readonly string[];
  /** Members of its lists in order, apart, inside the clause; absent where it has none. */
  readonly members?: readonly UpstreamMember[];
  /** A person's word, not the engine's. */
  readonly decided?: true;
}

export interface DownstreamMember extends ClauseRange {
  readonly state: DownstreamClause['state'];
}

export interface DownstreamClause extends ClauseRange {
  /** `new`: nothing of it comes from above. */
  readonly state: 'carried' | 'new' | 'none';
  readonly members?: readonly DownstreamMember[];
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
