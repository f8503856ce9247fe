import type { Diagnostic } from './diagnostic.js';

export type SourceFormat = 'text' | 'markdown' | 'html' | 'docx' | 'pdf';

/**
 * What an importer knows about the layout of its text.
 *
 * - `unknown`: nothing; `parse` finds out whether lines are wrapped (plain text).
 * - `paragraphs`: one paragraph or heading a line (DOCX, HTML, Markdown, clean corpus text).
 * - `wrapped`: lines are printed lines (PDF).
 */
export type SourceLayout = 'unknown' | 'paragraphs' | 'wrapped';

/** What a source line is, where the importer can tell. */
export type LineRole =
  | 'heading'
  | 'table-row'
  | 'footnote'
  | 'header'
  | 'footer'
  | 'page-number'
  | 'list-item';

/** A place of the original that a text offset cannot name: page of a PDF, paragraph of a DOCX. */
export interface SourcePlace {
  /** Offset in the source text from which this place holds, until the next entry. */
  readonly start: number;
  /** 1-based page. */
  readonly page?: number;
  /** 1-based paragraph number in the original file. */
  readonly paragraph?: number;
}

/** What an importer knows about one line of its text. */
export interface LineHint {
  /** Offset of the first code unit of the line in the source text. */
  readonly start: number;
  readonly role?: LineRole;
  /** Outline level from the file's own styles (h1…h6, Heading 1…9): 1 is the outermost. */
  readonly outline?: number;
  /** Printed left edge and right edge of the line, in Han characters from the text block's edge (PDF). */
  readonly left?: number;
  readonly right?: number;
}

/**
 * One file as text. `text` is what all spans count in.
 */
export interface SourceText {
  /** As the user wrote it, `-` for standard input. Never made absolute. */
  readonly path: string;
  readonly format: SourceFormat;
  /** WHATWG label of the decoder used (`utf-8`, `gb18030`, …); `binary` for DOCX and PDF. */
  readonly encoding: string;
  /** SHA-256 of the bytes, lower-case hex. */
  readonly sha256: string;
  readonly text: string;
  readonly layout: SourceLayout;
  readonly places: readonly SourcePlace[];
  readonly hints: readonly LineHint[];
  /** What the importer removed or changed before `text` existed, counted (`soft-hyphen`, `deleted-revision`, …). */
  readonly counts: Readonly<Record<string, number>>;
  readonly diagnostics: readonly Diagnostic[];
}
