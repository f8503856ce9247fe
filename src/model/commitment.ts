import type { CommitmentGrade } from './lexicon.js';

/** One clause of a sentence with the word that decides how firmly it commits. */
export interface ClauseCommitment {
  /** `[start, end)` of the clause in the sentence's text. */
  readonly start: number;
  readonly end: number;
  readonly grade: CommitmentGrade;
  readonly word: string;
  /** Place of the word in the sentence's text. */
  readonly at: number;
}

/** How firmly a sentence commits; a sentence without a commitment has none of this. */
export interface Commitment {
  readonly unit: string;
  /** The strongest clause. */
  readonly grade: CommitmentGrade;
  /** Mean grade of the clauses that commit. */
  readonly mean: number;
  readonly clauses: readonly ClauseCommitment[];
}

/** Two clauses about the same thing in linked sentences. */
export interface ClauseShift {
  readonly upstream: ClauseCommitment & { readonly unit: string };
  readonly downstream: ClauseCommitment & { readonly unit: string };
  readonly similarity: number;
}

export interface CommitmentShift {
  readonly link: string;
  readonly shift: 'stronger' | 'weaker' | 'same';
  /** Downstream minus upstream, in grades. */
  readonly difference: number;
  /** `clauses`: from pairs of like clauses; `sentences`: from the mean grades, since no clauses are alike. */
  readonly basis: 'clauses' | 'sentences';
  readonly upstream: readonly string[];
  readonly downstream: readonly string[];
  readonly clauses: readonly ClauseShift[];
}

export interface CommitmentCounts {
  readonly units: number;
  /** Sentences by grade; those without a commitment are `none`. */
  readonly grades: Readonly<Record<CommitmentGrade, number>>;
  readonly none: number;
  /** Mean of the sentences' mean grades; absent if none commits. */
  readonly mean?: number;
}

export interface CommitmentSummary {
  /** Theme id, or `total`. */
  readonly theme: string;
  readonly upstream: CommitmentCounts;
  readonly downstream: CommitmentCounts;
  /** Links whose upstream or downstream sentences have the theme. */
  readonly shifts: { readonly stronger: number; readonly weaker: number; readonly same: number };
}
