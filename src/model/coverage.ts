import type { ClauseState } from './clause.js';
import type { Level, Region } from './document.js';
import type { SentenceRelation } from './relation.js';

export interface CoverageSide {
  readonly units: number;
  readonly characters: number;
}

/** Coverage of one theme in one pair. */
export interface ThemeCoverage {
  readonly theme: string;
  readonly upstream: CoverageSide;
  readonly downstream: CoverageSide;
  readonly covered: Readonly<Record<SentenceRelation, number>>;
  readonly missing: number;
  readonly local: number;
  /** covered / upstream.units; absent when there are none. */
  readonly coverage?: number;
  readonly coverageByCharacters?: number;
}

export interface CoveragePair {
  readonly upstream: { readonly id: string; readonly level?: Level };
  readonly downstream: { readonly id: string; readonly level?: Level };
  readonly themes: readonly ThemeCoverage[];
}

/** What the rows of a coverage report stand for. */
export type CoverageGrouping = 'theme' | 'section' | 'chapter';

/** One covered upstream sentence: the best relation of its links, and the links. */
export interface CoveredUnit {
  readonly unit: string;
  readonly relation: SentenceRelation;
  readonly links: readonly string[];
}

/** The sentences behind a row; ids in document order. */
export interface CoverageEvidence {
  readonly covered: readonly CoveredUnit[];
  readonly missing: readonly string[];
  /** Downstream units of the row with a link. */
  readonly carried: readonly string[];
  readonly local: readonly string[];
}

/** What coverage counts. */
export const GRAINS = ['clause', 'sentence', 'character'] as const;
export type Grain = (typeof GRAINS)[number];

/** A clause of an upstream sentence that nothing carries, or a member of a list in one; `score`: how far it may be there all the same. */
export interface MissingClause {
  readonly unit: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
  /** A member of a list whose clause is carried in part: in no count. */
  readonly member?: true;
  /** A person has said so. */
  readonly decided?: true;
}

/** Coverage counted in clauses. */
export interface ClauseCoverage {
  readonly counts: Readonly<Record<ClauseState, number>>;
  /** (carried + ½ partly) / those with something to carry; absent when there are none. */
  readonly coverage?: number;
  /** Standard error of `coverage`, in shares: what the odds of the clauses leave open, and what documents were off by. */
  readonly expectedError?: number;
  /** Clauses, and members of lists in clauses carried in part; in document order. */
  readonly missing: readonly MissingClause[];
}

/** What both a theme and a section can tell about being taken up. */
export interface CoverageRow extends Omit<ThemeCoverage, 'theme'> {
  /** Theme id, or section id; a document id for the text before its first section. */
  readonly key: string;
  /** The section's label and heading as printed; absent for themes (their labels are in `Theme`). */
  readonly heading?: string;
  readonly document?: string;
  /** Absent where clauses were not judged. */
  readonly clauses?: ClauseCoverage;
  readonly evidence: CoverageEvidence;
}

/** A downstream section: how much of it has a link upstream, and how much is its own. */
export interface OriginRow {
  readonly key: string;
  readonly document: string;
  readonly heading: string;
  readonly units: number;
  readonly characters: number;
  readonly carried: Readonly<Record<SentenceRelation, number>>;
  readonly local: number;
  /** local / units. */
  readonly localShare: number;
}

export interface CoverageSideName {
  readonly id: string;
  /** As the user named the side: alias, id or path. */
  readonly name: string;
  readonly level?: Level;
  readonly region?: Region;
  readonly date?: string;
  readonly documents: readonly string[];
}

export interface CoverageReport {
  readonly upstream: CoverageSideName;
  readonly downstream: CoverageSideName;
  readonly by: CoverageGrouping;
  readonly minRelation: SentenceRelation;
  readonly rows: readonly CoverageRow[];
  /** All sentences, whatever their theme or section. */
  readonly total: CoverageRow;
  /** Downstream sections and what is local in them; empty for `by: 'theme'`. */
  readonly origins: readonly OriginRow[];
}

/** One end of a section matrix. */
export interface MatrixHead {
  readonly key: string;
  readonly document: string;
  readonly heading: string;
  readonly units: number;
}

/** How much of an upstream chapter went into a downstream chapter. */
export interface MatrixCell {
  readonly upstream: string;
  readonly downstream: string;
  /** Upstream sentences of the chapter with a link into the other. */
  readonly units: number;
  /** `units` / sentences of the upstream chapter. */
  readonly share: number;
  /** Downstream sentences of the cell / sentences of the downstream chapter. */
  readonly shareDownstream: number;
}

/** Upstream chapters × downstream chapters; only cells that hold a link. */
export interface SectionMatrix {
  readonly upstream: readonly MatrixHead[];
  readonly downstream: readonly MatrixHead[];
  readonly cells: readonly MatrixCell[];
}
