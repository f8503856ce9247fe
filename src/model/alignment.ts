import type { AlignmentClauses } from './clause.js';
import type { StaleDecision } from './decision.js';
import type { SectionRelation, SentenceRelation } from './relation.js';
import type { Side } from './units.js';

/** A change of place or level only: 全省→全市, 湖北→武汉. */
export interface Swap {
  readonly upstream: string;
  readonly downstream: string;
}

/** One named part of a score: `value` as measured, `weight` × (standardised) value is what it adds. */
export interface ScoreComponent {
  readonly name: string;
  readonly value: number;
  readonly contribution: number;
}

interface LinkBase {
  /** Content-based, stable while the linked units keep their ids. */
  readonly id: string;
  readonly upstream: readonly string[];
  readonly downstream: readonly string[];
  /** Calibrated: the probability that a careful reader would accept the link; 1 is identical. */
  readonly score: number;
  /** Outside the heaviest increasing sequence of links of its grain. */
  readonly moved: boolean;
  /** In the doubtful band: worth a person's look. */
  readonly doubtful: boolean;
  /** A person's word, not the engine's. */
  readonly decided?: true;
}

export interface SectionLink extends LinkBase {
  readonly grain: 'section';
  readonly relation: SectionRelation;
}

export interface SentenceLink extends LinkBase {
  readonly grain: 'sentence';
  readonly relation: SentenceRelation;
  readonly swaps: readonly Swap[];
  /** Changes of what is asked for; absent where there are none, and for paraphrases. */
  readonly differences?: readonly LinkDifference[];
}

/** A figure, deadline, bound, word of must and may, or member of a list that only one side has or has otherwise. */
export interface LinkDifference {
  readonly kind: 'number' | 'deadline' | 'bound' | 'polarity' | 'list-member';
  /** As printed; empty where it was added. */
  readonly upstream: string;
  /** Empty where it was dropped. */
  readonly downstream: string;
}

export type Link = SectionLink | SentenceLink;

/** A swap seen in several linked pairs. */
export interface LearnedSwap extends Swap {
  readonly count: number;
  /** In the lexicon, or only learned from this pair. */
  readonly listed: boolean;
}

export interface Alignment {
  readonly upstream: Side;
  readonly downstream: Side;
  /** Section links first, then sentence links; each in downstream, then upstream order. */
  readonly links: readonly Link[];
  /** Ids of sentences in no link, in document order. */
  readonly unlinked: {
    readonly upstream: readonly string[];
    readonly downstream: readonly string[];
    /** Those upstream that a person has said to be missing; absent where there are none. */
    readonly decided?: readonly string[];
  };
  readonly swaps: readonly LearnedSwap[];
  /** What of each sentence is carried, what is new; absent where nobody asked (`alignPrepared`). */
  readonly clauses?: AlignmentClauses;
  /** Decisions that no longer fit the texts; absent when all do. */
  readonly staleDecisions?: readonly StaleDecision[];
}
