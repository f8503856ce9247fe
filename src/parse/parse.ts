import type {
  Diagnostic,
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
  SourceText,
} from '../model/index.js';
import { itemAt, sliceMapped, spanOf } from '../text/index.js';
import { asPrinted } from './as-printed.js';
import { takeElements } from './body.js';
import { type DocumentStart, findDocumentStarts } from './compendium.js';
import { findFurniture, gluedPageNumbers } from './furniture.js';
import { readHead } from './head.js';
import { inferHead, type NamePattern, type RegionIndex } from './infer.js';
import { type Layout, layoutOf } from './layout.js';
import type { LineBreakRule } from './line-breaks.js';
import { type Line, openingAndEnd, readLines, setWidth } from './lines.js';
import type { CleanupCounts } from './mend.js';
import { nameOf, uniqueIds } from './naming.js';
import { joinLines } from './paragraphs.js';
import { qualityOf } from './quality.js';
import { withBareChapters, withContentsHeadings } from './told-headings.js';
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

function documentStarts(
  lines: readonly Line[],
  furniture: ReadonlyMap<number, FurnitureKind>,
  options: ParseOptions,
  source: SourceText,
): readonly DocumentStart[] {
  const starts = findDocumentStarts(lines, furniture);
  const single =
    options.single === true || options.stated?.id !== undefined || source.format === 'docx';
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
  const told = withContentsHeadings(lines.slice(head.bodyStart), head.contents);
  const joined = joinLines(told.lines, part.layout, part.source.text, options.lineBreakRules);
  const body = takeElements(joined.paragraphs);
  const elements = [...head.elements, ...body.elements].sort((a, b) => a.span.start - b.span.start);
  const stated = options.stated ?? {};
  const title = stated.title ?? head.title;
  const text = body.paragraphs.map((paragraph) => paragraph.content.text).join('\n');
  const inferred = inferHead({
    title,
    subtitles: head.subtitles,
    elements,
    body: text,
    regions: options.regions,
    ...(options.fileYear !== undefined && { fileYear: options.fileYear }),
  });
  const { slug, confidence, ...fields } = inferred;
  const id =
    stated.id !== undefined && options.taken === undefined
      ? stated.id
      : used(stated.id ?? nameOf([title, ...head.subtitles].join('\n'), fields, slug, options));
  const tree = buildTree(id, body.paragraphs);
  const whole = {
    title,
    subtitles: head.subtitles,
    ...fields,
    ...withoutAbsent(stated),
    id,
  } as DocumentHead;
  const sure = statedConfidence(confidence, stated);
  const document: PolicyDocument = {
    type: 'document',
    ...whole,
    span: spanOfLines(part),
    elements,
    furniture: [...furniture, ...told.strays.map((line) => furnitureOf(line, 'noise'))],
    children: tree.children,
    confidence: sure,
    quality: qualityOf({
      lines: told.lines,
      paragraphs: body.paragraphs,
      head: whole,
      confidence: sure,
    }),
    evidence: part.start.evidence,
  };
  return {
    document,
    remarks: [
      ...told.strays.map((line) => furnitureRemark(line, 'noise')),
      ...tree.diagnostics,
      ...headRemarks(document),
    ],
    borders: joined.lineBreaks,
  };
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

function furnitureOf(line: Line, kind: FurnitureKind): Furniture {
  return { kind, text: line.text, span: spanOf(line.content) };
}

/** A line less its first characters. */
function withoutStart(line: Line, length: number): Line {
  if (length === 0) return line;
  const content = sliceMapped(line.content, length);
  return {
    ...line,
    content,
    text: content.text,
    width: setWidth(content.text),
    ...openingAndEnd(content.text),
    start: spanOf(content).start,
  };
}

function gluedFurniture(line: Line, length: number): Furniture {
  return {
    kind: 'page-number',
    text: line.text.slice(0, length),
    span: spanOf(line.content, 0, length),
  };
}

function gluedRemarks(lines: readonly Line[], glued: ReadonlyMap<number, number>): Diagnostic[] {
  return [...glued].map(([index, length]) => {
    const { text, span } = gluedFurniture(itemAt(lines, index), length);
    return {
      code: 'parse/page-number-glued',
      severity: 'info',
      message: `"${text}" at the start of a line was taken for page number and left out.`,
      span,
      params: { text },
    };
  });
}

function spanOfLines(part: Part) {
  let last = part.end - 1;
  while (last > part.from && part.furniture.has(last)) last -= 1;
  return {
    start: spanOf(itemAt(part.lines, part.from).content).start,
    end: spanOf(itemAt(part.lines, last).content).end,
  };
}

function withoutAbsent(stated: StatedHead): StatedHead {
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined));
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

function furnitureRemarks(
  lines: readonly Line[],
  furniture: ReadonlyMap<number, FurnitureKind>,
): Diagnostic[] {
  const remarks: Diagnostic[] = [];
  for (const [index, kind] of [...furniture].sort((a, b) => a[0] - b[0])) {
    const line = itemAt(lines, index);
    remarks.push(furnitureRemark(line, kind));
  }
  return remarks;
}

function furnitureRemark(line: Line, kind: FurnitureKind): Diagnostic {
  return {
    code: `parse/${kind}`,
    severity: kind === 'noise' ? 'warning' : 'info',
    message: `"${line.text}" was taken for ${kind === 'noise' ? 'scanner noise' : kind.replace('-', ' ')} and left out.`,
    span: spanOf(line.content),
    params: { text: line.text },
  };
}

function headRemarks(document: PolicyDocument): Diagnostic[] {
  const remarks: Diagnostic[] = [];
  const at = { start: document.span.start, end: document.span.start };
  if (document.title === '') {
    remarks.push({
      code: 'parse/no-title',
      severity: 'warning',
      message: 'No title was found.',
      span: at,
    });
  }
  if (document.children.length === 0) {
    remarks.push({
      code: 'parse/no-body',
      severity: 'warning',
      message: 'No body text was found.',
      span: at,
    });
  }
  return remarks;
}
