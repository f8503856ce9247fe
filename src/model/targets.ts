import type { TargetBound, TargetKind } from './lexicon.js';

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
