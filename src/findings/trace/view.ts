import type { ChangeKind, DocumentUnits, Swap, TraceReport } from '../../model/index.js';

/** One difference between a traced sentence and the one it comes from, as text. */
export interface TraceDifference extends Swap {
  readonly kind: ChangeKind;
}

/** A cascade with what its renderers need besides. */
export interface TraceView {
  readonly topic: {
    readonly type: 'theme' | 'section' | 'sentence' | 'phrase';
    readonly name: string;
  };
  /** `up`: the sides are ordered from the lowest to the highest. */
  readonly direction: 'down' | 'up';
  readonly report: TraceReport;
  readonly documents: readonly DocumentUnits[];
  /** Between two units of neighbouring sides, the one the trace comes from first; each from the higher side's view. */
  readonly differences: (from: string, to: string) => readonly TraceDifference[];
}
