import type { DocumentKind } from '../../model/index.js';

/** Figures of an evaluation as its renderers take them; they come from `evaluate`, which a renderer does not import. */
export interface MeasureView {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly predicted: number;
  readonly sure: number;
  readonly possible: number;
}

interface ReliabilityRowView {
  readonly from: number;
  readonly to: number;
  readonly links: number;
  readonly meanScore: number;
  readonly right: number;
}

/** Scores of all annotated pairs of one genre as probabilities. */
export interface GenreReliabilityView {
  /** Kind of the upper document: law, plan, proposal … */
  readonly genre: DocumentKind;
  readonly pairs: number;
  readonly rows: readonly ReliabilityRowView[];
  /** Mean distance of score and share right, by links. */
  readonly error: number;
}

export interface AlignmentScoreView {
  readonly mapped: { readonly upstream: number; readonly downstream: number };
  readonly links?: {
    readonly sentences: MeasureView;
    readonly relationAccuracy: number;
    readonly confusion: Readonly<Record<string, Readonly<Record<string, number>>>>;
    readonly local: MeasureView;
    readonly crossing: MeasureView;
    readonly manyToMany: MeasureView;
    readonly reliability: readonly ReliabilityRowView[];
  };
  readonly sections: MeasureView;
}

export interface ThemesScoreView {
  readonly themes: Readonly<
    Record<string, { readonly any: MeasureView; readonly about: MeasureView }>
  >;
  readonly macroF1Any: number;
}

export interface ClauseScoreView {
  readonly mapped: number;
  readonly clauses: number;
  readonly accuracy: number;
  readonly missing: { readonly precision: number; readonly recall: number; readonly f1: number };
  readonly coverage: { readonly gold: number; readonly predicted: number; readonly error: number };
}

/**
 * In which order questions are asked. `perfect`: by what the gold will say to them, which nobody can know and no order can do better;
 * `links`: no questions, the links themselves, weakest first, each right or wrong.
 */
export type CurveOrder = 'worth' | 'weakest' | 'random' | 'perfect' | 'links';

/** F1 of sentence links by the number of decisions made. */
export interface ReviewCurve {
  readonly order: CurveOrder;
  readonly points: readonly ReviewPoint[];
  /** When thirty wrong links were put right; absent where it was not reached. */
  readonly thirty?: Pick<ReviewPoint, 'decisions' | 'minutes'>;
}

/** What so many answers gave, and took. */
export interface ReviewPoint {
  readonly decisions: number;
  readonly f1: number;
  /** Links that answers put right themselves: wrong ones refused, missing ones made. */
  readonly mended: number;
  /** By a rate of reading, not by a person. */
  readonly minutes: number;
}

/** One gold file and what came of it. */
export type EvaluationView =
  | {
      readonly type: 'alignment';
      readonly gold: string;
      readonly upstream: string;
      readonly downstream: string;
      readonly score: AlignmentScoreView;
      /** Where it was asked for. */
      readonly curves?: readonly ReviewCurve[];
    }
  | {
      readonly type: 'clauses';
      readonly gold: string;
      readonly upstream: string;
      readonly downstream: string;
      readonly score: ClauseScoreView;
    }
  | {
      readonly type: 'themes';
      readonly gold: string;
      readonly documents: readonly string[];
      readonly score: ThemesScoreView;
    };

export interface EvalView {
  /** File of another tool's result; absent for the engine. */
  readonly peer?: string;
  readonly results: readonly EvaluationView[];
  /** Where several pairs are scored: by genre. */
  readonly reliability: readonly GenreReliabilityView[];
  readonly coverage: readonly {
    readonly links: string;
    readonly themes: string;
    readonly errors: readonly {
      readonly theme: string;
      readonly gold: number;
      readonly predicted: number;
      readonly error: number;
    }[];
  }[];
}
