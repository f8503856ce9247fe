import type { SentenceRelation } from './alignment.js';
import type { Level } from './document.js';
import type { CommitmentGrade, TargetBound, TargetKind } from './lexicon.js';

/**
 * One change between two token sequences: four numbers, no text, as in CodeMirror's merge.
 * `[startUp, endUp)` of the upstream sentence's text became `[startDown, endDown)` of the downstream one's.
 */
export interface Change {
  readonly startUp: number;
  readonly endUp: number;
  readonly startDown: number;
  readonly endDown: number;
  readonly kind: ChangeKind;
}

export type ChangeKind =
  | 'swap'
  | 'number'
  | 'commitment'
  | 'list-member'
  | 'set-phrase'
  | 'added'
  | 'dropped'
  | 'changed';

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

/** What both a theme and a section can tell about being taken up. */
export interface CoverageRow extends Omit<ThemeCoverage, 'theme'> {
  /** Theme id, or section id; a document id for the text before its first section. */
  readonly key: string;
  /** The section's label and heading as printed; absent for themes (their labels are in `Theme`). */
  readonly heading?: string;
  readonly document?: string;
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

/** A number or date a document commits to, or reports. */
export interface Target {
  /** `<sentence>#<start>`. */
  readonly id: string;
  readonly document: string;
  readonly sentence: string;
  /** `[start, end)` in the sentence's text: number, unit and bound words after it. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: TargetKind;
  /** In `unit`; a year for deadlines, the first year of a span of years, a length for a span of time. */
  readonly value: number;
  /** Upper end of a range; last year of a span of years. */
  readonly upper?: number;
  /** Canonical unit; `year` for deadlines, `years` for spans between two years, `1` for shares and ratios. */
  readonly unit: string;
  readonly bound: TargetBound;
  /** The number is a rise or a fall, not a level: 增长 6%. */
  readonly change?: 'increase' | 'decrease';
  readonly approximate: boolean;
  /** Striven for: 力争. */
  readonly aspired: boolean;
  /** Year by which, from a deadline or plan period earlier in the sentence. */
  readonly due?: number;
  /** Year compared with: 比2010年翻一番. */
  readonly base?: number;
  /** The noun phrase the number is about, as printed. */
  readonly indicator?: string;
}

export type TargetShift =
  | 'same'
  | 'raised'
  | 'lowered'
  | 'earlier'
  | 'later'
  | 'changed'
  | 'only-upstream'
  | 'only-downstream';

/** Two targets about the same thing, or one without a counterpart. */
export interface TargetPair {
  readonly shift: TargetShift;
  readonly upstream?: Target;
  readonly downstream?: Target;
  /** How alike the indicators are, 0..1; absent without a counterpart. */
  readonly similarity?: number;
  /** Their sentences are linked. */
  readonly linked?: boolean;
}

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

export type PhraseStatus = 'identical' | 'variant' | 'absent';

/** A wording of a set phrase that is not quite the same. */
export interface PhraseVariant {
  /** As printed. */
  readonly text: string;
  /** `punctuation`: only marks differ; `wording`: characters were changed, added or dropped. */
  readonly kind: 'punctuation' | 'wording';
  /** Number of characters added, dropped or replaced, marks left out. */
  readonly distance: number;
  readonly units: readonly string[];
}

/** A set phrase in one document. */
export interface PhraseUse {
  readonly document: string;
  readonly level?: Level;
  readonly date?: string;
  readonly status: PhraseStatus;
  /** Occurrences in the very words. */
  readonly count: number;
  readonly units: readonly string[];
  readonly variants: readonly PhraseVariant[];
}

export interface PhraseDefinition {
  readonly document: string;
  readonly unit: string;
  /** What the phrase is said to mean. */
  readonly text: string;
  /** `annex`: a list of terms; `colon`: “主城做优”：…; otherwise the word that introduces it. */
  readonly by: 'annex' | 'colon' | '即' | '就是' | '是指' | '包括';
}

/** A set phrase at one level of government. */
export interface PhraseLevel {
  readonly level: Level;
  readonly status: PhraseStatus;
  readonly count: number;
  readonly variants: number;
}

/** A set phrase (提法) and who carries it. */
export interface Phrase {
  readonly text: string;
  /** Where it comes from: the seed list, quotation marks, or repetition in the corpus. */
  readonly sources: readonly ('seed' | 'quoted' | 'repeated')[];
  readonly frequency: number;
  /** Pointwise mutual information of the weakest joint, in bits; absent below two occurrences. */
  readonly cohesion?: number;
  /** Entropy of the characters before and after, in bits: the smaller of the two. */
  readonly entropy?: number;
  readonly score: number;
  /** One entry a document, in the order given. */
  readonly uses: readonly PhraseUse[];
  /** The best status among the documents of each level, highest level first. */
  readonly levels: readonly PhraseLevel[];
  /** Document with the earliest date (then the higher level) that has it, in its words or varied. */
  readonly first?: {
    readonly document: string;
    readonly unit: string;
    readonly date?: string;
    readonly level?: Level;
  };
  readonly definitions: readonly PhraseDefinition[];
}

/** One step of a cascade: a sentence, and what became of it at the next level. */
export interface TraceNode {
  readonly unit: string;
  readonly document: string;
  readonly level?: Level;
  /** Position of the unit's side in the chain: 0 is the highest. */
  readonly step: number;
  /** How it is related to its parent; absent for the units the trace starts from. */
  readonly relation?: SentenceRelation;
  readonly link?: string;
  readonly score?: number;
  /** No link to the next side although there is one. */
  readonly stops: boolean;
  readonly children: readonly TraceNode[];
}

/** How a lower sentence came to say what a higher one two steps above says. */
export type Descent =
  /** Through the level between, and directly alike too. */
  | 'both'
  /** Only through the level between: it carried the change. */
  | 'through'
  /** Only directly: it follows the higher level past the one between. */
  | 'past';

/** A pair of a highest and a lowest sentence of a chain of three, by composition and by direct links. */
export interface DescentPair {
  readonly upstream: string;
  readonly downstream: string;
  readonly descent: Descent;
  /** The units between, where there are any. */
  readonly through: readonly string[];
  /** The weaker relation of the best way through. */
  readonly composed?: SentenceRelation;
  readonly direct?: SentenceRelation;
}

/** Which side a lowest sentence is closer to, where it is linked to both. */
export interface Follows {
  readonly unit: string;
  /** Relation to the side directly above, and to the highest side. */
  readonly above?: SentenceRelation;
  readonly highest?: SentenceRelation;
  readonly follows: 'above' | 'highest' | 'both' | 'neither';
}

export interface TraceReport {
  /** Names of the sides, highest first. */
  readonly sides: readonly string[];
  readonly roots: readonly TraceNode[];
  /** Units that a step adds: on the topic asked for (or in a traced unit's section), without a link from above. */
  readonly fresh: readonly { readonly unit: string; readonly step: number }[];
  /** For each step, how many units of the trace arrive there, and how many of these go no further. */
  readonly steps: readonly {
    readonly side: string;
    readonly arrive: number;
    readonly stop: number;
    readonly fresh: number;
  }[];
  /** Only with direct links from the highest to the lowest side. */
  readonly descents: readonly DescentPair[];
  readonly follows: readonly Follows[];
}

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
