import type { Diagnostic } from './diagnostic.js';

export type SourceFormat =
  | 'text'
  | 'markdown'
  | 'html'
  | 'mhtml'
  | 'docx'
  | 'pdf'
  | 'rtf'
  | 'odt'
  | 'doc'
  | 'xlsx'
  | 'xls'
  | 'ofd'
  | 'image';

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
  /** How sure a recogniser is of the line, 0 to 1 (scans, pictures). */
  readonly confidence?: number;
}

/**
 * The way from a resolved text back to the file it was made of, stretch by stretch.
 *
 * Stretch `i` is `[starts[i], starts[i + 1])` of the resolved text and stands at `[origins[i], ends[i])`
 * of the file. Where both are equally long, one code unit stands for one; else the whole stretch stands
 * for the whole (`&amp;` for `&`, `<li>` for `3.`, nothing for a line break that was put in).
 */
export interface WayBack {
  /** Rising from 0; one entry more than there are stretches: the last is the text's length. */
  readonly starts: readonly number[];
  readonly origins: readonly number[];
  readonly ends: readonly number[];
}

/** Text whose marks are resolved, with the way back. */
export interface ResolvedText extends WayBack {
  readonly text: string;
}

/** The file as decoded, and the way back to it. */
export interface SourceOrigin extends WayBack {
  /** What the printed lines and offsets of the file count in. */
  readonly text: string;
}

/**
 * One file as text. `text` is what all spans count in, until they are printed.
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
  /** Where `text` is not the file as decoded but made of it: Markdown, HTML. */
  readonly origin?: SourceOrigin;
  readonly layout: SourceLayout;
  readonly places: readonly SourcePlace[];
  readonly hints: readonly LineHint[];
  /** What the importer removed or changed before `text` existed, counted (`soft-hyphen`, `deleted-revision`, …). */
  readonly counts: Readonly<Record<string, number>>;
  readonly diagnostics: readonly Diagnostic[];
}
