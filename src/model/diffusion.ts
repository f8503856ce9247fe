import type { Level, Region } from './document.js';
import type { MatrixPaper, ThemeShare } from './matrix.js';

/** A paper by its place in `Diffusion.papers`. */
type PaperIndex = number;

/** Whose wording goes furthest. */
export interface Giver {
  readonly paper: PaperIndex;
  /** Papers of whose clauses a tenth or more come from this one, out of those it was compared with. */
  readonly takers: number;
  readonly compared: number;
  /** Clauses below that come from this one. */
  readonly clauses: number;
  /** Days until half of the takers had appeared. */
  readonly lag?: number;
}

/** Whom a paper takes from, who gives most first. */
export interface Taker {
  readonly paper: PaperIndex;
  readonly from: readonly {
    readonly paper: PaperIndex;
    /** Share of the taker's clauses. */
    readonly share: number;
    readonly clauses: number;
    readonly lag?: number;
  }[];
}

/** What went from one level to another. */
export interface LevelFlow extends ThemeShare {
  readonly from: Level | undefined;
  readonly to: Level | undefined;
  readonly pairs: number;
  readonly verbatim: number;
  readonly adapted: number;
  readonly paraphrased: number;
  readonly lag?: number;
}

/** What the papers of a region took up, by theme: of each upper paper, in the one of theirs that carries most. */
export interface RegionUptake {
  readonly region: Region;
  readonly papers: number;
  readonly themes: Readonly<Record<string, ThemeShare>>;
}

/** What lower papers of a year carry of a theme. */
export interface YearUptake extends ThemeShare {
  readonly year: string;
  readonly theme: string;
  readonly pairs: number;
}

/** A paper in which a wording stands, and the one it comes from. */
export interface SpreadStep {
  readonly paper: PaperIndex;
  /** Nothing for the first appearance. */
  readonly from?: PaperIndex;
  /** Likeness to the wording it comes from, 0..1. */
  readonly likeness: number;
}

/** A clause with the papers it went to: by its first appearance, then by date. */
export interface Spread {
  readonly text: string;
  readonly papers: number;
  readonly regions: number;
  readonly steps: readonly SpreadStep[];
  /** Where the clause stands in its first paper: sentence by index, and the offset in it. */
  readonly sentence: number;
  readonly start: number;
}

/** How wordings went through the papers of a matrix. */
export interface Diffusion {
  readonly papers: readonly MatrixPaper[];
  readonly pairs: number;
  /** Pairs left out: the lower paper is the older one. */
  readonly backward: number;
  readonly themes: readonly string[];
  readonly givers: readonly Giver[];
  readonly takers: readonly Taker[];
  readonly levels: readonly LevelFlow[];
  readonly regions: readonly RegionUptake[];
  readonly years: readonly YearUptake[];
  readonly spreads: readonly Spread[];
}
