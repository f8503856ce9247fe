import type { Level } from './document.js';
import type { SentenceRelation } from './relation.js';

/** A term used more in a document than in what it is compared with. */
export interface DistinctiveTerm {
  readonly term: string;
  readonly count: number;
  readonly reference: number;
  /** Log-likelihood ratio G² (Dunning 1993; Rayson and Garside 2000). */
  readonly g2: number;
  /** Binary logarithm of the ratio of relative frequencies, with half a count added where it is 0. */
  readonly logRatio: number;
}

/** How much of a document has a link to the level above, by the closest relation of each sentence. */
export interface ReuseShares {
  readonly sentences: Readonly<Record<SentenceRelation | 'local', number>>;
  readonly characters: Readonly<Record<SentenceRelation | 'local', number>>;
}

export interface DocumentStats {
  readonly document: string;
  readonly level?: Level;
  readonly characters: number;
  readonly sentences: number;
  readonly sections: number;
  /** Outermost sections. */
  readonly chapters: number;
  /** Sentences and characters of each theme, and their shares of the document. */
  readonly themes: readonly {
    readonly theme: string;
    readonly sentences: number;
    readonly characters: number;
    readonly share: number;
    readonly shareByCharacters: number;
  }[];
  /** Counts; absent without an alignment that has the document downstream. */
  readonly reuse?: ReuseShares;
  /** Absent without something to compare with. */
  readonly distinctive?: readonly DistinctiveTerm[];
}
