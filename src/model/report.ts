import type { Alignment } from './alignment.js';
import type { Brief } from './brief.js';
import type { ComparisonView } from './comparison.js';
import type { CoverageReport, SectionMatrix } from './coverage.js';
import type { Phrase } from './phrases.js';
import type { NamedBody } from './responsibility.js';
import type { TargetPair } from './targets.js';
import type { Theme } from './theme.js';
import type { SectionUnit, SentenceUnit, Side } from './units.js';

/** A comparison to be handed on: everything a renderer of reports draws, facts only. */
export interface Report {
  readonly head: ReportHead;
  /** Two or three, from the top level down. */
  readonly sides: readonly ReportSide[];
  /** All rows, nothing folded. */
  readonly comparison: ComparisonView;
  /** Neighbouring sides from the top down, then the first with the last of three. */
  readonly pairs: readonly ReportPair[];
  readonly themes: readonly Pick<Theme, 'id' | 'labels'>[];
  /** What filters left of it; absent where nothing was asked to be left out. */
  readonly shown?: { readonly links: ReadonlySet<string>; readonly units: ReadonlySet<string> };
  /** Set phrases of all sides, and who carries, varies or drops them. */
  readonly phrases: readonly Phrase[];
}

/** What is needed to make the same report again. */
export interface ReportHead {
  readonly program: string;
  readonly version: string;
  /** SHA-256 over lexicon, themes and parameters, hex. */
  readonly data: string;
  /** SHA-256 over the texts of the sides, hex. */
  readonly texts: string;
  /** Options that change the result, by name. */
  readonly configuration: Readonly<Record<string, string>>;
}

export interface ReportSide {
  readonly side: Side;
  /** Sentences by id, in document order. */
  readonly units: ReadonlyMap<string, ReportUnit>;
  readonly sections: ReadonlyMap<string, ReportSection>;
}

/** A sentence with what a reader wants to know of it. */
export interface ReportUnit {
  readonly unit: SentenceUnit;
  /** `hubei:11.3`: stable, short, unique in the report; made for links and citations. */
  readonly address: string;
  /** Theme ids, in the order of the themes. */
  readonly themes: readonly string[];
  /** Who is responsible, where a note says so. */
  readonly bodies?: readonly NamedBody[];
}

export interface ReportSection {
  readonly section: SectionUnit;
  readonly address: string;
}

export interface ReportPair {
  /** Positions in `Report.sides`. */
  readonly upstream: number;
  readonly downstream: number;
  readonly alignment: Alignment;
  /** What a reader asks first; the first page of every medium. */
  readonly brief: Brief;
  /** By theme, with the sentences behind each figure. */
  readonly coverage: CoverageReport;
  /** Chapters by chapters. */
  readonly matrix: SectionMatrix;
  /** Quantities and deadlines side by side. */
  readonly targets: readonly TargetPair[];
}
