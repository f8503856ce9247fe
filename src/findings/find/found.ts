import type { DocumentUnits, SentenceRelation, SentenceUnit } from '../../model/index.js';

/** A sentence of a corpus that says what a passage says. */
export interface FoundPassage {
  /** Of its paper, relative to the corpus. */
  readonly path: string;
  readonly document: DocumentUnits;
  readonly unit: SentenceUnit;
  readonly relation: SentenceRelation;
  readonly score: number;
}

/** What `find` found. */
export interface FoundView {
  readonly text: string;
  /** The likest first. */
  readonly places: readonly FoundPassage[];
  /** Papers of the corpus, and files of it that could not be read. */
  readonly papers: number;
  readonly left: readonly string[];
}
