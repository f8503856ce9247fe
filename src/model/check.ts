import type { Severity } from './diagnostic.js';
import type { ThemeChange } from './theme.js';

/** A text in both languages. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** A place in a file with the words around it, so that no renderer has to read the file again. */
export interface FindingPlace {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in code points. */
  readonly column: number;
  /** Column after the last marked character. */
  readonly endColumn: number;
  /** Words of the line before, at and after the place; cut to what a screen shows. */
  readonly before: string;
  readonly marked: string;
  readonly after: string;
  /** Something of the line was cut off at its start, its end. */
  readonly cut: readonly [start: boolean, end: boolean];
}

/** One thing `check` has to say about a corpus. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Bilingual;
  /** As shown to the user; never absolute. */
  readonly path: string;
  readonly place: FindingPlace;
  /** Id of the document, of its innermost section at the place. */
  readonly document?: string;
  readonly section?: string;
  /** By content, not by line: sixteen hex digits. */
  readonly fingerprint: string;
  /** Known before this edit: in the lock file, or at the revision compared with. */
  readonly baseline: boolean;
  readonly fixable: boolean;
  /** Other places of the same document that it holds for. */
  readonly more?: readonly { readonly line: number; readonly column: number }[];
  /** It comes of what the corpus is measured with; absent: of its texts. */
  readonly cause?: 'yardstick';
}

/** Coverage of a theme in a pair of sides, before and now. */
export interface CoverageShift {
  readonly upstream: string;
  readonly downstream: string;
  readonly theme: string;
  /** Absent where the theme has no upstream sentence, or nothing to compare with. */
  readonly before?: number;
  readonly after?: number;
  /** Where the yardstick changed: the texts then and now, measured with the old and with the new one. */
  readonly measured?: { readonly old: CoverageStep; readonly new: CoverageStep };
}

/** One figure before and after, measured alike. */
export interface CoverageStep {
  readonly before?: number;
  readonly after?: number;
}

/** Part of what a corpus is measured with. */
export interface YardstickPart {
  readonly kind: 'engine' | 'decisions' | 'lexicon' | 'theme';
  /** Id of a theme, name of a word list. */
  readonly name: string;
  /** As shown. */
  readonly path: string;
  readonly change: 'added' | 'edited' | 'removed';
}

/** What was measured otherwise before, and what that moved in texts that are the same. */
export interface YardstickChange {
  readonly parts: readonly YardstickPart[];
  /** Sentences of the texts as they are; empty where only hashes of the earlier themes are known. */
  readonly themes: readonly ThemeChange[];
}

export interface CheckSummary {
  /** New findings only; known and ignored ones are in `suppressed`. */
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Ignored by configuration or in a text, or known before. */
  readonly suppressed: number;
  readonly coverage: readonly CoverageShift[];
}

export interface CheckReport {
  /** By path, line, column, rule; those of the baseline are marked, ignored ones left out. */
  readonly findings: readonly Finding[];
  readonly summary: CheckSummary;
  /** Files that differ from the revision compared with, as shown; absent without one. */
  readonly changed?: readonly string[];
  /** Absent where everything is measured as before. */
  readonly yardstick?: YardstickChange;
  readonly failed: boolean;
}

/** What a renderer may say about a rule. */
export interface RuleNote {
  readonly id: string;
  readonly severity: Severity;
  readonly title: Bilingual;
  readonly help: Bilingual;
}
