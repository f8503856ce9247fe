import type { Alignment, Side } from '../model/index.js';

export interface PredictedUnit {
  readonly id: string;
  readonly kind: string;
  readonly section?: string | null | undefined;
  readonly text?: string | undefined;
}

/** The part of `duibiao.alignment/1` that is scored. */
export interface AlignmentPrediction {
  readonly units: {
    readonly upstream: readonly PredictedUnit[];
    readonly downstream: readonly PredictedUnit[];
  };
  readonly links: readonly {
    readonly grain: string;
    readonly relation: string;
    readonly upstream: readonly string[];
    readonly downstream: readonly string[];
    readonly score?: number | undefined;
    readonly moved?: boolean | undefined;
  }[];
}

/** The part of `duibiao.themes/1` that is scored. */
export interface ThemesPrediction {
  readonly documents: readonly {
    readonly document: { readonly id: string };
    readonly units: readonly PredictedUnit[];
    readonly labels: readonly {
      readonly unit: string;
      readonly theme: string;
      readonly grade: number;
    }[];
  }[];
}

/** An alignment of the engine in the shape that is scored. */
export function predictionOf(alignment: Alignment): AlignmentPrediction {
  return {
    units: {
      upstream: predictedUnits(alignment.upstream),
      downstream: predictedUnits(alignment.downstream),
    },
    links: alignment.links,
  };
}

/** Units of a side in the shape that is scored. */
export function predictedUnits(side: Side): PredictedUnit[] {
  return side.documents.flatMap((document): PredictedUnit[] => [
    ...document.sections.map((section) => ({ id: section.id, kind: 'section' })),
    ...document.sentences.map((s) => ({
      id: s.id,
      kind: 'sentence',
      section: s.section ?? null,
      text: s.text,
    })),
  ]);
}
