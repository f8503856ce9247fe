import type {
  Diagnostic,
  DocumentElement,
  DocumentHead,
  DocumentKind,
  Furniture,
  FurnitureKind,
  HeadConfidence,
  Level,
  LineBreak,
  ParsedFile,
  PolicyDocument,
  Region,
  SourceFormat,
  SourceText,
} from '../model/index.js';
import { itemAt, spanOf, withoutAbsent } from '../text/index.js';
import { asPrinted } from './as-printed.js';
import { takeElements } from './body.js';
import { type DocumentStart, findDocumentStarts } from './compendium.js';
import { findFurniture, gluedPageNumbers } from './furniture.js';
import { readHead } from './head.js';
import { inferHead, type NamePattern } from './infer.js';
import { type Layout, layoutOf, withLocalEdges } from './layout.js';
import type { LineBreakRule } from './line-breaks.js';
import { type Line, readLines } from './lines.js';
import { readMarked } from './marked.js';
import type { CleanupCounts } from './mend.js';
import { nameOf, uniqueIds } from './naming.js';
import {
  furnitureOf,
  furnitureRemark,
  furnitureRemarks,
  gluedFurniture,
  gluedRemarks,
  withoutStart,
} from './page-parts.js';
import { joinLines, type RawParagraph } from './paragraphs.js';
import { qualityOf } from './quality.js';
import type { RegionIndex } from './region-index.js';
import { headRemarks } from './remarks.js';
import { withBareChapters, withBareLastChapter, withContentsHeadings } from './told-headings.js';
import { buildTree } from './tree.js';

/** Head fields that a document head or flags state: they win over what is inferred. */
export interface StatedHead {
  readonly id?: string;
  readonly title?: string;
  readonly subtitles?: readonly string[];
  readonly level?: Level;
  readonly region?: Region;
  readonly kind?: DocumentKind;
  readonly date?: string;
  readonly issuer?: string;
  readonly number?: string;
}

export interface ParseOptions {
  readonly regions: RegionIndex;
  readonly names: readonly NamePattern[];
  /** Take the file as one document whatever it looks like. */
  readonly single?: boolean;
  /** For a file with one document. */
  readonly stated?: StatedHead;
  /** Ids that other files of this run go by. */
  readonly taken?: ReadonlySet<string>;
  /** The lines say what they are (`lines: marked` in the head): nothing is guessed. */
  readonly marked?: boolean;
  /** Offset where the text begins, after a YAML head. */
  readonly from?: number;
  /** Reads traditional characters as simplified ones, one for one; the trees show them as they are. */
  readonly simplify?: (text: string) => string;
  /** In place of `LINE_BREAK_RULES`: to find out what a rule is worth. */
  readonly lineBreakRules?: readonly LineBreakRule[];
}

/**
 * A source text as section trees. Never fails: what could not be trusted is a diagnostic.
 *
 * Out: documents in order; the text of the trees and elements is the text of the source less the
 * counted furniture and clean-up. Cost: linear in the text.
 */
export function parse(source: SourceText, options: ParseOptions): ParsedFile {
  if (options.simplify === undefined) return parseAs(source, options);
  const text = options.simplify(source.text);
  return asPrinted(parseAs({ ...source, text }, options), text, source);
}

function parseAs(source: SourceText, options: ParseOptions): ParsedFile {
  if (options.marked === true) return parseMarked(source, options);
  const counts: CleanupCounts = {};
  const printed = withBareChapters(readLines(source, counts, options.from));
  const furniture = findFurniture(printed);
  const glued = gluedPageNumbers(printed, furniture);
  const lines = printed.map((line, index) => withoutStart(line, glued.get(index) ?? 0));
  const starts = documentStarts(lines, furniture, options, source);
  const layout = layoutOf(
    lines.filter((_, index) => !furniture.has(index)),
    source.layout,
  );
  const fileYear = yearOf(source.text);
  const diagnostics: Diagnostic[] = [
    ...source.diagnostics,
    ...furnitureRemarks(lines, furniture),
    ...gluedRemarks(printed, glued),
  ];
  const lineBreaks: LineBreak[] = [];
  const used = uniqueIds(options.taken);
  const documents = starts.map((start, index) => {
    const end = starts[index + 1]?.line ?? lines.length;
    const part = { lines, printed, glued, furniture, from: start.line, end, layout, source, start };
    const { document, remarks, borders } = readDocument(
      part,
      { ...options, ...(fileYear !== undefined && { fileYear }) },
      used,
    );
    diagnostics.push(...remarks);
    for (const border of borders) lineBreaks.push(border);
    return document;
  });
  return { source, documents, cleanup: counts, diagnostics, lineBreaks };
}

/** One document whose lines say what they are: no furniture, no joining, no clean-up. */
function parseMarked(source: SourceText, options: ParseOptions): ParsedFile {
  const { title, subtitles, elements, paragraphs } = readMarked(source, options.from ?? 0);
  const { document, remarks } = assemble(
    { title, subtitles, elements, paragraphs, lines: [], source },
    {
      span: { start: options.from ?? 0, end: source.text.length },
      furniture: [],
      evidence: ['file-start'],
    },
    options,
    uniqueIds(options.taken),
  );
  const diagnostics = [...source.diagnostics, ...remarks];
  return { source, documents: [document], cleanup: {}, diagnostics, lineBreaks: [] };
}

/** Formats of word processors and sheets: a file of theirs is one document with its annexes. */
const ONE_PAPER: ReadonlySet<SourceFormat> = new Set(['docx', 'doc', 'rtf', 'odt', 'xlsx', 'xls']);

function documentStarts(
  lines: readonly Line[],
  furniture: ReadonlyMap<number, FurnitureKind>,
  options: ParseOptions,
  source: SourceText,
): readonly DocumentStart[] {
  const starts = findDocumentStarts(lines, furniture);
  const single =
    options.single === true || options.stated?.id !== undefined || ONE_PAPER.has(source.format);
  return single ? starts.slice(0, 1) : starts;
}

interface Part {
  readonly lines: readonly Line[];
  /** The same lines with the page numbers glued to them, and how long those are. */
  readonly printed: readonly Line[];
  readonly glued: ReadonlyMap<number, number>;
  readonly furniture: ReadonlyMap<number, FurnitureKind>;
  readonly from: number;
  readonly end: number;
  readonly layout: Layout;
  readonly source: SourceText;
  readonly start: DocumentStart;
}

function readDocument(
  part: Part,
  options: ParseOptions & { fileYear?: number },
  used: (id: string) => string,
): {
  document: PolicyDocument;
  remarks: readonly Diagnostic[];
  borders: readonly LineBreak[];
} {
  const { lines, furniture } = textAndFurniture(part);
  const head = readHead(lines, part.layout);
  const below = withBareLastChapter(lines.slice(head.bodyStart), head.contents);
  const told = withContentsHeadings(below, head.contents);
  const printed = withLocalEdges(told.lines, part.layout, part.source.layout);
  const joined = joinLines(printed, part.layout, part.source.text, options.lineBreakRules);
  const body = takeElements(joined.paragraphs);
  const elements = [...head.elements, ...body.elements].sort((a, b) => a.span.start - b.span.start);
  const { title, subtitles } = head;
  const strays = told.strays.map((line) => furnitureOf(line, 'noise'));
  const { document, remarks } = assemble(
    {
      ...{ title, subtitles, elements, paragraphs: body.paragraphs },
      ...{ lines: told.lines, source: part.source },
    },
    {
      span: spanOfLines(part),
      furniture: [...furniture, ...strays],
      evidence: part.start.evidence,
    },
    options,
    used,
  );
  return {
    document,
    remarks: [
      ...told.strays.map((line) => furnitureRemark(line, 'noise')),
      ...body.remarks,
      ...remarks,
    ],
    borders: joined.lineBreaks,
  };
}

/** What a document is made of, each line understood. */
interface Understood {
  readonly title: string;
  readonly subtitles: readonly string[];
  readonly elements: readonly DocumentElement[];
  readonly paragraphs: readonly RawParagraph[];
  /** Printed lines of the body, by which damage is judged; none where lines say what they are. */
  readonly lines: readonly Line[];
  /** What reading the file remarked. */
  readonly source: SourceText;
}

/** Head and tree of a document. */
function assemble(
  { title: found, subtitles, elements, paragraphs, lines, source }: Understood,
  rest: Pick<PolicyDocument, 'span' | 'furniture' | 'evidence'>,
  options: ParseOptions & { fileYear?: number },
  used: (id: string) => string,
): { document: PolicyDocument; remarks: readonly Diagnostic[] } {
  const stated = options.stated ?? {};
  // An order proclaims a paper that stands below it: that is what it is called by.
  const title = stated.title ?? (found === '' ? firstTitle(elements) : found);
  const inferred = inferHead({
    title,
    subtitles,
    elements,
    body: paragraphs.map((paragraph) => paragraph.content.text).join('\n'),
    regions: options.regions,
    ...(options.fileYear !== undefined && { fileYear: options.fileYear }),
  });
  const { slug, confidence, ...fields } = inferred;
  const id =
    stated.id !== undefined && options.taken === undefined
      ? stated.id
      : used(stated.id ?? nameOf([title, ...subtitles].join('\n'), fields, slug, options));
  const tree = buildTree(id, paragraphs);
  const whole = { title, subtitles, ...fields, ...withoutAbsent(stated), id } as DocumentHead;
  const sure = statedConfidence(confidence, stated);
  const document: PolicyDocument = {
    type: 'document',
    ...whole,
    ...rest,
    elements,
    children: tree.children,
    confidence: sure,
    quality: qualityOf({ lines, paragraphs, source, head: whole, confidence: sure }),
  };
  return { document, remarks: [...tree.diagnostics, ...headRemarks(document)] };
}

function firstTitle(elements: readonly DocumentElement[]): string {
  return elements.find(({ kind }) => kind === 'title')?.text ?? '';
}

/** Lines of a document that are text, and what belongs to its pages. */
function textAndFurniture(part: Part): { lines: readonly Line[]; furniture: readonly Furniture[] } {
  const lines: Line[] = [];
  const furniture: Furniture[] = [];
  for (let i = part.from; i < part.end; i += 1) {
    const kind = part.furniture.get(i);
    const line = itemAt(part.lines, i);
    const length = part.glued.get(i);
    if (length !== undefined) furniture.push(gluedFurniture(itemAt(part.printed, i), length));
    if (kind === undefined) lines.push(line);
    else furniture.push(furnitureOf(line, kind));
  }
  return { lines, furniture };
}

function spanOfLines(part: Part) {
  let last = part.end - 1;
  while (last > part.from && part.furniture.has(last)) last -= 1;
  return {
    start: spanOf(itemAt(part.lines, part.from).content).start,
    end: spanOf(itemAt(part.lines, last).content).end,
  };
}

function statedConfidence(inferred: HeadConfidence, stated: StatedHead): HeadConfidence {
  const sure = Object.fromEntries(Object.keys(withoutAbsent(stated)).map((key) => [key, 1]));
  return { ...inferred, ...sure };
}

/** Year written most often in full dates of the file. */
function yearOf(text: string): number | undefined {
  const counts = new Map<number, number>();
  for (const match of text.matchAll(/(20\d{2})\s*年\s*\d{1,2}\s*月/g)) {
    const year = Number(match[1]);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
}
