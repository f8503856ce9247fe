/** Word lists under `corpus/lexicon/`, as values. Their files say why each group is there. */

export type TargetKind =
  | 'quantity'
  | 'share'
  | 'money'
  | 'ratio'
  | 'count'
  | 'deadline'
  | 'span'
  | 'name';

/**
 * How a stated number limits what is promised.
 *
 * `by` and `from` belong to deadlines and spans; `change` is a rise or fall by the number (增长 6%).
 */
export type TargetBound = 'exact' | 'at-least' | 'at-most' | 'about' | 'by' | 'from';

/** A unit or measure word as written: `公里` is 1000 of `m`. */
export interface UnitWord {
  readonly text: string;
  /** The unit values are given in: `yuan`, `m2`, `minute`, or the measure word itself for counts. */
  readonly unit: string;
  readonly factor: number;
  readonly kind: Exclude<TargetKind, 'deadline' | 'name'>;
}

export interface BoundWord {
  readonly text: string;
  readonly bound: TargetBound;
  readonly place: 'before' | 'after';
}

/** What `extractTargets` needs to know of the language: `corpus/lexicon/units.yaml`. */
export interface TargetLexicon {
  readonly units: readonly UnitWord[];
  readonly bounds: readonly BoundWord[];
  /** Words that say the number is striven for (力争, 努力). */
  readonly aspirations: readonly string[];
  /** Verbs that make a small number after them a promise (新增三个), and that end an indicator phrase. */
  readonly verbs: readonly string[];
  readonly increases: readonly string[];
  readonly decreases: readonly string[];
  /** Strings with a number in them that only name something (两个维护). */
  readonly names: readonly string[];
  /** Place and level words left out when indicators are compared (全省, 我市). */
  readonly places: readonly string[];
}

export type CommitmentGrade = 1 | 2 | 3 | 4;

export interface CommitmentWord {
  readonly text: string;
  readonly grade: CommitmentGrade;
  /** Reads as a verb only before an object or at a clause's start, since it is a noun too (建设, 发展). */
  readonly ambiguous: boolean;
}

/** `corpus/lexicon/commitment.yaml`. */
export interface CommitmentLexicon {
  readonly words: readonly CommitmentWord[];
  /** Longer strings that hold a listed word but commit to nothing (研究生, 推进器). */
  readonly exclusions: readonly string[];
  /** Adverbs that may stand between a clause's start and its verb (全面, 进一步). */
  readonly adverbs: readonly string[];
  readonly negations: readonly string[];
  /** Words after which a verb is part of a noun phrase or a modifier (的, 成果). */
  readonly nounTails: readonly string[];
}

/** A set phrase known beforehand. */
export interface PhraseSeed {
  readonly text: string;
  /** Other wordings of the same phrase that are listed because they differ much. */
  readonly variants: readonly string[];
  readonly note?: string;
}

/** `corpus/lexicon/set-phrases.yaml`. */
export interface PhraseLexicon {
  readonly seeds: readonly PhraseSeed[];
  /** Characters a set phrase does not begin or end with (的, 和). */
  readonly edges: { readonly start: string; readonly end: string };
}
