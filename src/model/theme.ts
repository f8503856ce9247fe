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
