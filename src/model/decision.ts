import type { SectionRelation, SentenceRelation } from './relation.js';

/** One unit as a person names it: by id, and by quotation so that a renumbered text is noticed. */
export interface DecidedUnit {
  readonly id: string;
  /** Words of the unit's text (a heading's for a section); absent: the id alone counts. */
  readonly quote?: string;
}

/** What goes with every decision. */
interface Remarks {
  readonly reason?: string;
  /** Who decided. */
  readonly by?: string;
  /** When, `2026-11-27`. */
  readonly at?: string;
}

/** A person's word on a pair of units (`links.yaml`): they correspond, or they do not. */
export interface PairDecision extends Remarks {
  readonly action: 'pin' | 'reject';
  readonly upstream: DecidedUnit;
  readonly downstream: DecidedUnit;
  /** For a pin: overrides the computed relation. */
  readonly relation?: SentenceRelation | SectionRelation;
}

/** A person's word on a clause of an upstream sentence, or on the whole of it: carried below, or not. */
export interface ClauseDecision extends Remarks {
  readonly action: 'carried' | 'missing';
  /** The quotation is the clause's, where one is meant. */
  readonly upstream: DecidedUnit;
  /** `[start, end)` of the sentence's text; absent: where the quotation stands, or all of it. */
  readonly range?: { readonly start: number; readonly end: number };
}

export type Decision = PairDecision | ClauseDecision;

/** A decision that could not be honoured as written. */
export interface StaleDecision {
  readonly decision: Decision;
  /** Which side's unit is gone or no longer holds the quotation. */
  readonly side: 'upstream' | 'downstream';
  readonly problem: 'unknown-unit' | 'quote-not-found' | 'kinds-differ';
  /** Where the quotation stands now, when exactly one unit holds it: it was honoured there. */
  readonly movedTo?: string;
  /** The unit that reads most like the quotation, where the decision was not honoured. */
  readonly nearest?: string;
}
