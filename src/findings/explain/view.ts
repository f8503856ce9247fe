import type {
  DocumentUnits,
  ScoreComponent,
  SectionRelation,
  SentenceRelation,
  Swap,
} from '../../model/index.js';

/** Why two units were linked or not, as its renderers take it; it comes from `align`, which a renderer does not import. */
export interface ExplanationView {
  readonly grain: 'sentence' | 'section';
  readonly upstream: string;
  readonly downstream: string;
  readonly score: number;
  readonly threshold: number;
  readonly relation?: SentenceRelation;
  readonly components: readonly ScoreComponent[];
  readonly ownModel: boolean;
  readonly sharedWording: readonly string[];
  readonly sharedConcepts: readonly {
    readonly name: string;
    readonly upstream: string;
    readonly downstream: string;
  }[];
  readonly swaps: readonly Swap[];
  readonly rivals: {
    readonly upstream: readonly { readonly id: string; readonly score: number }[];
    readonly downstream: readonly { readonly id: string; readonly score: number }[];
  };
}

/** One explained pair of units, with the link that joins them where there is one. */
export interface ExplainedPair {
  readonly sides: { readonly upstream: string; readonly downstream: string };
  readonly explanation: ExplanationView;
  readonly link?: {
    readonly id: string;
    readonly relation: SentenceRelation | SectionRelation;
    readonly score: number;
    readonly pinned: boolean;
  };
}

export interface ExplainView {
  readonly pairs: readonly ExplainedPair[];
  readonly documents: readonly DocumentUnits[];
}
