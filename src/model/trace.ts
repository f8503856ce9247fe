import type { Level } from './document.js';
import type { SentenceRelation } from './relation.js';

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
