import type { DocumentKind, Level, Region } from './document.js';
import type { Doubt } from './quality.js';
import type { SentenceRelation } from './relation.js';

/** A paper of a collection, as tables name it. */
export interface MatrixPaper {
  readonly id: string;
  /** From the collection's folder, with `/`. */
  readonly path: string;
  readonly title: string;
  readonly level?: Level;
  readonly region?: Region;
  readonly kind: DocumentKind;
  readonly date?: string;
}

/** Clauses of the upper paper on a theme, and how many of them the lower one carries. */
export interface ThemeShare {
  readonly clauses: number;
  readonly carried: number;
}

/** What aligning two papers came to. */
export interface PairFigures {
  /** Upstream clauses with something to carry. */
  readonly clauses: number;
  /** Those carried, one carried in part counting half. */
  readonly carried: number;
  /** Standard error of carried / clauses. */
  readonly error: number;
  /** Downstream clauses with something to carry, and those that come from above. */
  readonly clausesBelow: number;
  readonly taken: number;
  /** Sentence links by relation, and those worth a person's look. */
  readonly verbatim: number;
  readonly adapted: number;
  readonly paraphrased: number;
  readonly doubtful: number;
  /** Targets of the upper paper that the lower one raises, lowers, brings forward, puts off. */
  readonly raised: number;
  readonly lowered: number;
  readonly earlier: number;
  readonly later: number;
  /** What is doubtful about either text. */
  readonly doubtsAbove: readonly Doubt[];
  readonly doubtsBelow: readonly Doubt[];
  /** By theme id; only those the upper paper is about. */
  readonly themes: Readonly<Record<string, ThemeShare>>;
}

/** One link of a pair. */
export interface MatrixLink {
  /** Unit ids, labels of their sections, texts. */
  readonly upstream: string;
  readonly downstream: string;
  readonly sectionAbove: string;
  readonly sectionBelow: string;
  readonly textAbove: string;
  readonly textBelow: string;
  readonly relation: SentenceRelation;
  readonly score: number;
  readonly doubtful: boolean;
}

/**
 * A clause below that says what a clause above says: sentence and clause by index, likeness 0..1 of their wording.
 * A tuple, since a corpus has millions.
 */
export type ClauseTrace = readonly [
  sentenceAbove: number,
  startAbove: number,
  sentenceBelow: number,
  startBelow: number,
  likeness: number,
];

/** A pair that was aligned. */
export interface MatrixRow {
  readonly upstream: MatrixPaper;
  readonly downstream: MatrixPaper;
  readonly figures: PairFigures;
  readonly links?: readonly MatrixLink[];
  readonly traces?: readonly ClauseTrace[];
}

/** What could not be read or compared, and why, in both languages. */
export interface MatrixFault {
  readonly path: string;
  readonly why: Readonly<Record<'en' | 'zh', string>>;
}
