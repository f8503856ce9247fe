import type { DocumentHead } from './document.js';
import type { TextQuality } from './quality.js';
import type { Responsibility } from './responsibility.js';
import type { SourcePlace, WayBack } from './source.js';
import type { MappedText, Span } from './span.js';

/** A section as a unit of alignment. */
export interface SectionUnit {
  readonly kind: 'section';
  readonly id: string;
  readonly documentId: string;
  readonly parent?: string;
  readonly label: string;
  readonly number?: number;
  readonly depth: number;
  readonly heading: string;
  readonly span: Span;
}

/**
 * A sentence, the unit of alignment: ends at 。！？； outside brackets and quotes.
 */
export interface SentenceUnit {
  readonly kind: 'sentence';
  /** `<document>/<section>.<n>`, n counted from 1 within the innermost section; section `0` is before the first. */
  readonly id: string;
  readonly documentId: string;
  /** Innermost section. */
  readonly section?: string;
  /** Paragraph the sentence stands in; the section's own id for a heading on a line of its own. */
  readonly paragraph: string;
  /** Joined and cleaned, marker included where the sentence opens a section. */
  readonly text: string;
  /**
   * Code units of `text` taken by the section marker (`1.`, `——`), 0 where there is none.
   */
  readonly markerLength: number;
  /** The sentence is a heading (on a line of its own, or run-in). */
  readonly heading: boolean;
  readonly span: Span;
  readonly content: MappedText;
}

/** A document cut into units; sections in document order (parents before children), sentences too. */
export interface DocumentUnits {
  readonly head: DocumentHead;
  readonly quality?: TextQuality;
  /** Where spans lead: the file as the user named it, its lines, pages or paragraphs. */
  readonly source?: UnitSource;
  readonly sections: readonly SectionUnit[];
  readonly sentences: readonly SentenceUnit[];
  /** Notes of who is responsible; absent where there are none. */
  readonly responsibilities?: readonly Responsibility[];
}

export interface UnitSource {
  readonly path: string;
  /** Offsets of the line starts of the file as decoded. */
  readonly lineStarts: readonly number[];
  /** From spans to the file, where the source text is made of it (Markdown, HTML). */
  readonly way?: WayBack;
  readonly places: readonly SourcePlace[];
}

/** One side of a comparison: one document or several (national is five). */
export interface Side {
  /** Id or alias as the user named it. */
  readonly name: string;
  readonly documents: readonly DocumentUnits[];
}

/** One token of a sentence: `[start, end)` in the sentence's text. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: TokenKind;
}

export type TokenKind =
  | 'word'
  | 'number' // with its unit: 12%, 5万亿元
  | 'date' // 2030年前, 二〇三五年
  | 'title' // 《…》
  | 'quoted' // “…”
  | 'latin'
  | 'punctuation';
