import type { Link, SentenceLink } from './alignment.js';
import type { Change, Shared } from './change.js';
import type { ClauseCoverage } from './coverage.js';
import type { Level } from './document.js';
import type { SectionRelation, SentenceRelation } from './relation.js';

/** What a comparison shows, ready to be drawn: renderers of all formats take it and derive no facts. */
export interface ComparisonView {
  /** Two or three, from the top level down. */
  readonly sides: readonly ComparisonSide[];
  readonly blocks: readonly ComparisonBlock[];
  /** One for each pair of neighbouring sides; counts the units in scope, before row filters. */
  readonly summaries: readonly ComparisonSummary[];
  /** What a reader should know before reading on, with the sides it is about. */
  readonly notes: readonly ComparisonNote[];
  /** Rows in scope, and those that passed the row filters (folded ones included). */
  readonly rows: { readonly inScope: number; readonly shown: number };
}

/**
 * - `same-document`: both sides hold the same documents;
 * - `same-level`: neighbouring sides stand on one level;
 * - `upside-down`: the upper side stands below the lower one;
 * - `nothing-linked`: neighbouring sides have no sentence in common;
 * - `no-sections`: a side is not divided into sections.
 */
export interface ComparisonNote {
  readonly kind: 'same-document' | 'same-level' | 'upside-down' | 'nothing-linked' | 'no-sections';
  /** Indices of the sides: the upper and the lower one, or the one. */
  readonly sides: readonly number[];
}

export interface ComparisonSide {
  /** Id or alias as the user named it. */
  readonly name: string;
  readonly level?: Level;
  readonly titles: readonly string[];
  /** Sentences of the side, and those in scope. */
  readonly units: number;
  readonly unitsInScope: number;
}

export interface ComparisonSummary {
  readonly upstreamUnits: number;
  readonly downstreamUnits: number;
  /** Upstream units in scope by the closest relation they are carried with. */
  readonly covered: Readonly<Record<SentenceRelation, number>>;
  readonly missing: number;
  /** Downstream units in scope without a link. */
  readonly local: number;
  /** covered / upstreamUnits; absent when there are none. */
  readonly coverage?: number;
  /** The same by clause, with its expected error; absent where clauses were not judged. */
  readonly clauses?: Omit<ClauseCoverage, 'missing'>;
}

/** Rows under one pair (or triple) of sections. */
export interface ComparisonBlock {
  readonly head: ComparisonHead;
  readonly rows: readonly ComparisonEntry[];
}

export interface ComparisonHead {
  /** For each side the sections this block is about; empty where there is no counterpart. */
  readonly sections: readonly (readonly SectionRef[])[];
  /** Of the section link between neighbouring sides, where there is one. */
  readonly relations: readonly (SectionRelation | undefined)[];
  /** The headings themselves as a row, when they are sentences of the selection. */
  readonly row?: ComparisonRow;
}

export interface SectionRef {
  readonly id: string;
  readonly document: string;
  readonly label: string;
  readonly heading: string;
}

export type ComparisonEntry = ComparisonRow | FoldedRows | MovedNote;

/** Units that correspond, one cell a side; an empty cell has no sentences. */
export interface ComparisonRow {
  readonly type: 'row';
  readonly cells: readonly ComparisonCell[];
  /** Between neighbouring cells; absent where one of them has nothing linked to the other. */
  readonly pairs: readonly (ComparisonPair | undefined)[];
  /** What to say of a row without pairs: upstream only is `missing`, downstream only is `local`. */
  readonly status: 'linked' | 'missing' | 'local';
}

export interface ComparisonCell {
  readonly sentences: readonly CellSentence[];
  /** Texts of the sentences put together: what the changes of `pairs` count in. */
  readonly text: string;
}

export interface CellSentence {
  readonly unit: string;
  /** Where the sentence stands in the cell's text. */
  readonly start: number;
  readonly end: number;
  readonly heading: boolean;
  /** Its section, where that is none of the block's head. */
  readonly elsewhere?: SectionRef;
  /** Not part of what was asked for (theme, section): shown as the partner of a sentence that is. */
  readonly outside: boolean;
  /** Stands in an earlier row too: the unit is in several links. */
  readonly again: boolean;
  /** A person has said that nothing below carries it. */
  readonly decided?: true;
  /** What of it nothing below carries, as ranges of the cell's text; absent where there is none, or nobody judged. */
  readonly missing?: readonly MissingRange[];
}

/** `[start, end)` of a cell's text. */
export interface CellRange {
  readonly start: number;
  readonly end: number;
  /** A person has said so. */
  readonly decided?: true;
}

/** A clause that nothing carries, or a member of a list in one that is carried in part. */
export interface MissingRange extends CellRange {
  readonly member?: true;
}

export interface ComparisonPair {
  /** Of the best link, which says what the row is. */
  readonly link: Link['id'];
  readonly relation: SentenceRelation;
  readonly score: number;
  readonly moved: boolean;
  readonly doubtful: boolean;
  /** Any of its links is a person's word. */
  readonly decided?: true;
  /** All links between the two cells, the best first, doubtful ones last. */
  readonly links: readonly SentenceLinkRef[];
  /**
   * Against all that are linked: what another partner carries is in no change. Ranges of one side do not overlap; with several
   * links they need not rise on both sides.
   */
  readonly changes: readonly Change[];
  /**
   * Of a paraphrase, where nearly everything differs: what is shared, by place upstream; ranges of one side do not overlap. Drawn
   * instead of `changes` that only say that words differ. Absent for closer relations.
   */
  readonly shared?: readonly Shared[];
}

/** A link as a row shows it. */
export type SentenceLinkRef = Pick<
  SentenceLink,
  'id' | 'upstream' | 'downstream' | 'relation' | 'score' | 'moved' | 'doubtful' | 'decided'
>;

/** A run of rows with the same text on all sides. */
export interface FoldedRows {
  readonly type: 'folded';
  readonly rows: readonly ComparisonRow[];
}

/** At the place an upstream unit would have: it is shown elsewhere. */
export interface MovedNote {
  readonly type: 'moved';
  readonly unit: string;
  /** Downstream units it moved to. */
  readonly to: readonly string[];
}
