/** A weighted term or pattern of a theme. */
export interface ThemeTerm {
  /** Literal text, or the source of a regular expression (flag `u`) for a pattern. */
  readonly text: string;
  /** Evidence of one match: 1 is enough by itself for grade 2, 0.5 needs company or context. */
  readonly weight: number;
}

/** A theme as data. */
export interface Theme {
  readonly id: string;
  readonly labels: { readonly zh: string; readonly en: string };
  readonly terms: readonly ThemeTerm[];
  readonly patterns: readonly ThemeTerm[];
  /** Longer strings that hold a term but do not mean the theme: 创新投融资模式. */
  readonly exclusions: readonly string[];
}

/** A unit belongs to a theme. */
export interface ThemeLabel {
  readonly unit: string;
  readonly theme: string;
  /** 2: about the theme; 1: mainly about something else, with a clause that belongs to it. */
  readonly grade: 1 | 2;
  readonly score: number;
  /** Strings of the unit (or of its section's heading, marked `section:`) that decided. */
  readonly evidence: readonly string[];
}

/** One sentence whose label an edit of a theme file changes. */
export interface ThemeChangeUnit {
  readonly document: string;
  readonly unit: string;
  readonly text: string;
  /** Absent for a gained unit. */
  readonly before?: ThemeLabel;
  /** Absent for a lost unit. */
  readonly after?: ThemeLabel;
}

/** What an edit of a theme does to a set of documents; all lists in document order. */
export interface ThemeChange {
  readonly theme: string;
  readonly gained: readonly ThemeChangeUnit[];
  readonly lost: readonly ThemeChangeUnit[];
  /** In the theme before and after, in another grade. */
  readonly regraded: readonly ThemeChangeUnit[];
  /** Labelled sentences before and after. */
  readonly counts: { readonly before: number; readonly after: number };
}

/** An entry of a theme file that does nothing in these documents. */
export interface IdleEntry {
  readonly theme: string;
  readonly kind: 'term' | 'pattern' | 'exclusion';
  readonly text: string;
}

/** A term that stands in the documents, but always inside a longer entry of its theme. */
export interface ShadowedTerm {
  readonly theme: string;
  readonly text: string;
  readonly occurrences: number;
  /** Longer entries that hold it, most frequent first. */
  readonly by: readonly string[];
}

/** How far two themes label the same sentences. */
export interface ThemeOverlap {
  readonly themes: readonly [string, string];
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  /** both / either, 0..1. */
  readonly jaccard: number;
}

export interface ThemeDiagnosis {
  /** Entries that never occur, in file order. */
  readonly idle: readonly IdleEntry[];
  readonly shadowed: readonly ShadowedTerm[];
  /** Pairs that share sentences, the closest first. */
  readonly overlaps: readonly ThemeOverlap[];
  /** Labelled sentences per theme, in the order of the themes. */
  readonly counts: readonly {
    readonly theme: string;
    readonly about: number;
    readonly partly: number;
  }[];
}

/** A sentence that belongs to a theme, or nearly does. */
export interface ThemeTrial {
  readonly document: string;
  readonly unit: string;
  readonly text: string;
  readonly labelled: boolean;
  readonly evidence: readonly string[];
  /** Distance from the border, 0 on it. */
  readonly doubt: number;
}

/** What a person says of a sentence: it belongs to the theme or not. */
export interface ThemeAnswer {
  readonly text: string;
  readonly yes: boolean;
}

/** A change of a theme file; a weight without `to` strikes the term out. */
export type ThemeEdit =
  | { readonly kind: 'weight'; readonly text: string; readonly from: number; readonly to?: number }
  | { readonly kind: 'exclusion'; readonly text: string };
