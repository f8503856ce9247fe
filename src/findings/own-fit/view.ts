/** How decisions come out that a fit has not seen. */
export interface HeldOutView {
  readonly right: number;
  readonly f1: number;
  readonly surprise: number;
}

/** What an own fit is worth, as its renderers take it. */
export interface OwnFitView {
  /** Where it is kept, as shown. */
  readonly file: string;
  readonly written: boolean;
  /** A file of an earlier fit was there before. */
  readonly there: boolean;
  readonly verdict: 'better' | 'worse';
  /** Version of the engine it stands beside. */
  readonly engine: string;
  /** Whether a user's own model was weighed. */
  readonly model: boolean;
  readonly decided: { readonly yes: number; readonly no: number };
  /** Decisions about papers that the corpus does not have, about units that changed, and pairs answered both ways. */
  readonly unknown: number;
  readonly stale: number;
  readonly twice: number;
  readonly papers: readonly {
    readonly upstream: string;
    readonly downstream: string;
    readonly yes: number;
    readonly no: number;
  }[];
  readonly heldOut: {
    readonly by: 'papers' | 'parts';
    readonly before: HeldOutView;
    readonly after: HeldOutView;
  };
}
