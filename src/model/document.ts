import type { Diagnostic } from './diagnostic.js';
import type { TextQuality } from './quality.js';
import type { SourceText } from './source.js';
import type { MappedText, Span } from './span.js';

export const LEVELS = ['national', 'province', 'city', 'county'] as const;
export type Level = (typeof LEVELS)[number];

export const DOCUMENT_KINDS = [
  'communique',
  'resolution',
  'proposal',
  'explanation',
  'plan',
  'opinion',
  'notice',
  'report',
  'law',
  'speech',
  'other',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** An administrative division. `code` is its six digits in GB/T 2260. */
export interface Region {
  readonly code: string;
  readonly name: string;
}

/** What is known of a document besides its text. Absent means: nothing tells. */
export interface DocumentHead {
  readonly id: string;
  readonly title: string;
  readonly subtitles: readonly string[];
  readonly level?: Level;
  readonly region?: Region;
  readonly kind: DocumentKind;
  /** ISO 8601 date, `2020-12-02`; `2020-12` or `2020` where the day is not known. */
  readonly date?: string;
  readonly issuer?: string;
  /** 发文字号, normalised: `国发〔2021〕4号`. */
  readonly number?: string;
}

/** Heads are inferred; this says how sure: 1 = stated in a document head or by a flag. */
export type HeadConfidence = Partial<Readonly<Record<keyof DocumentHead, number>>>;

/**
 * Parts of a document that are not body text (GB/T 9704 and the practice of news agencies).
 */
export const ELEMENT_KINDS = [
  'title',
  'subtitle',
  'dateline',
  'adoption-note',
  'author',
  'issuer-line',
  'document-number',
  'addressee',
  'date-line',
  'signature',
  'copy-to',
  'print-note',
  'publication-note',
  'source-note',
  'responsible-note',
  'annex-label',
  'contents',
] as const;
export type ElementKind = (typeof ELEMENT_KINDS)[number];

export interface DocumentElement {
  readonly type: 'element';
  readonly kind: ElementKind;
  readonly text: string;
  readonly span: Span;
}

/** Text that belongs to the page, not to the document: counted, never silent. */
export type FurnitureKind = 'page-number' | 'running-head' | 'noise' | 'site';

export interface Furniture {
  readonly kind: FurnitureKind;
  readonly text: string;
  readonly span: Span;
}

/** One paragraph; a run-in heading's paragraph keeps its full text with the marker. */
export interface Paragraph {
  readonly type: 'paragraph';
  readonly id: string;
  readonly content: MappedText;
  readonly span: Span;
  /** A communiqué's lead-in (会议指出, 会议强调), where the paragraph opens with one. */
  readonly lead?: string;
  readonly table?: true;
}

/** How a section's marker looks: the key for inferring levels from nesting. */
export const MARKER_KINDS = [
  'part', // 第一编, 第一部分
  'chapter', // 第一章
  'clause-section', // 第一节
  'article', // 第一条
  'han', // 一、
  'han-paren', // （一）
  'arabic', // 1. 1．
  'arabic-comma', // 1、
  'arabic-paren', // （1）, 1）
  'decimal', // 1.1, 1.1.1
  'circled', // ①
  'stem', // 甲、
  'dash', // ——
  'enumerated', // 一是
  'ordinal', // 第一，第一、
  'annex', // 附件, 附件1
  'box', // 专栏1
  'outline', // no marker: a heading by the file's own styles
] as const;
export type MarkerKind = (typeof MARKER_KINDS)[number];

/** A headed part of a document. */
export interface Section {
  readonly type: 'section';
  readonly id: string;
  readonly marker: MarkerKind;
  /** The marker as printed: `一、` `（一）` `1.` `——` `附件`; `''` for outline headings without one. */
  readonly label: string;
  readonly number?: number;
  /** 1 for the outermost sections of the document. */
  readonly depth: number;
  /** Without the marker and without the final 。 of a run-in heading. */
  readonly heading: string;
  /** The heading opens a paragraph that goes on. */
  readonly runIn: boolean;
  /** Marker and heading with the way back. */
  readonly content: MappedText;
  readonly span: Span;
  readonly headingSpan: Span;
  readonly children: readonly Block[];
}

export type Block = Section | Paragraph;

export interface PolicyDocument extends DocumentHead {
  readonly type: 'document';
  readonly span: Span;
  readonly elements: readonly DocumentElement[];
  readonly furniture: readonly Furniture[];
  readonly children: readonly Block[];
  readonly confidence: HeadConfidence;
  readonly quality: TextQuality;
  /** Why the document was found to begin here, where the file holds several. */
  readonly evidence: readonly string[];
}

/** What became of the border between two printed lines: one paragraph, or two. */
export type LineBreakDecision = 'join' | 'break';

/** One border between two printed lines, and the rule of the parser that decided it. */
export interface LineBreak {
  /** Offset of the line after the border. */
  readonly start: number;
  readonly decision: LineBreakDecision;
  /** Name of the rule: the evidence. */
  readonly rule: string;
}

/** One file, understood: never fails; what could not be trusted is in `diagnostics`. */
export interface ParsedFile {
  readonly source: SourceText;
  readonly documents: readonly PolicyDocument[];
  /** How many characters of each clean-up kind were changed or removed. */
  readonly cleanup: Readonly<Record<string, number>>;
  readonly diagnostics: readonly Diagnostic[];
  /** How the printed lines of body text became paragraphs, in order; of an unwrapped text, only what was joined. */
  readonly lineBreaks: readonly LineBreak[];
}
