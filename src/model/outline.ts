import type { SectionRef } from './comparison.js';
import type { SectionRelation } from './relation.js';

/** Section trees of two or three sides, linked sections on one row: the map of a comparison. */
export interface OutlineView {
  readonly sides: readonly { readonly name: string; readonly sections: number }[];
  readonly rows: readonly OutlineRow[];
}

export interface OutlineRow {
  /** Sections of each side; empty where there is no counterpart. */
  readonly cells: readonly (readonly OutlineSection[])[];
  /** Between neighbouring cells. */
  readonly links: readonly (OutlineLink | undefined)[];
}

export interface OutlineSection extends SectionRef {
  /** 1 is the outermost. */
  readonly depth: number;
  /** Sentences in the section and below it. */
  readonly units: number;
  /** Of those, how many the next side carries; absent on the lowest side. */
  readonly carried?: number;
  /** Stands in an earlier row too: the counterpart of several sections. */
  readonly again: boolean;
}

export interface OutlineLink {
  readonly relation: SectionRelation;
  readonly score: number;
  readonly moved: boolean;
}
