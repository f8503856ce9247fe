import type { Block, Diagnostic, ParsedFile, PolicyDocument, Span } from '../../model/index.js';
import { type SpanJson, spanPrinter } from '../../render/index.js';
import { fileLines, placesOf, rounded } from '../../text/index.js';
import type { BlockJson, DiagnosticJson, DocumentJson, TreeJson } from './schema.js';

interface TreeJsonOptions {
  /** Say which rule joined or broke each printed line. */
  readonly lineBreaks?: boolean;
}

type Print = (span: Span) => SpanJson;

/**
 * The trees of what one name stands for. A name for several files (an alias) is one answer: `source` is
 * named after it and hashes theirs, and each document has its own `source` too.
 */
export function treesJson(
  name: string,
  files: readonly ParsedFile[],
  options: TreeJsonOptions = {},
): TreeJson {
  const trees = files.map((file) => treeJson(file, options));
  const [first, ...others] = trees;
  if (first === undefined) throw new RangeError('treesJson: no files');
  if (others.length === 0) return first;
  const { encoding, format } = first.source;
  return {
    schema: 'duibiao.tree/1',
    source: {
      path: name,
      format,
      encoding,
      sha256: trees.map((tree) => tree.source.sha256).join('+'),
    },
    documents: trees.flatMap((tree) =>
      tree.documents.map((document) => ({ ...document, source: tree.source })),
    ),
    cleanup: sorted(sumOf(trees.map((tree) => tree.cleanup))),
    diagnostics: trees.flatMap((tree) =>
      tree.diagnostics.map((remark) => ({ ...remark, path: tree.source.path })),
    ),
    ...(options.lineBreaks === true && {
      lineBreaks: trees.flatMap((tree) =>
        (tree.lineBreaks ?? []).map((border) => ({ ...border, path: tree.source.path })),
      ),
    }),
  };
}

function sumOf(records: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const record of records)
    for (const [key, count] of Object.entries(record)) sum[key] = (sum[key] ?? 0) + count;
  return sum;
}

export function treeJson(parsed: ParsedFile, options: TreeJsonOptions = {}): TreeJson {
  const places = placesOf(parsed.source);
  const print = spanPrinter(places);
  const { path, format, encoding, sha256 } = parsed.source;
  return {
    schema: 'duibiao.tree/1',
    source: { path, format, encoding, sha256 },
    documents: parsed.documents.map((document) => documentJson(document, print)),
    cleanup: sorted({ ...parsed.source.counts, ...parsed.cleanup }),
    diagnostics: parsed.diagnostics.map((diagnostic) => diagnosticJson(diagnostic, print)),
    ...(options.lineBreaks === true && {
      lineBreaks: parsed.lineBreaks.map(({ start, decision, rule }) => ({
        line: fileLines(places, { start, end: start })[0],
        decision,
        rule,
      })),
    }),
  };
}

function documentJson(document: PolicyDocument, print: Print): DocumentJson {
  const place = (item: { kind: string; text: string; span: Span }) => ({
    kind: item.kind,
    text: item.text,
    span: print(item.span),
  });
  return {
    type: 'document',
    id: document.id,
    title: document.title,
    subtitles: [...document.subtitles],
    level: document.level ?? null,
    region:
      document.region === undefined
        ? null
        : { code: document.region.code, name: document.region.name },
    kind: document.kind,
    date: document.date ?? null,
    issuer: document.issuer ?? null,
    number: document.number ?? null,
    span: print(document.span),
    elements: document.elements.map(place),
    furniture: document.furniture.map(place),
    confidence: sorted(document.confidence as Record<string, number>),
    quality: {
      open: rounded(document.quality.open),
      damaged: rounded(document.quality.damaged),
      doubts: [...document.quality.doubts],
    },
    evidence: [...document.evidence],
    children: document.children.map((block) => blockJson(block, print)),
  };
}

function blockJson(block: Block, print: Print): BlockJson {
  if (block.type === 'paragraph') {
    return {
      type: 'paragraph',
      id: block.id,
      text: block.content.text,
      ...(block.lead !== undefined && { lead: block.lead }),
      span: print(block.span),
    };
  }
  return {
    type: 'section',
    id: block.id,
    marker: block.marker,
    label: block.label,
    number: block.number ?? null,
    depth: block.depth,
    heading: block.heading,
    runIn: block.runIn,
    span: print(block.span),
    headingSpan: print(block.headingSpan),
    children: block.children.map((child) => blockJson(child, print)),
  };
}

function diagnosticJson(diagnostic: Diagnostic, print: Print): DiagnosticJson {
  return {
    code: diagnostic.code,
    severity: diagnostic.severity,
    message: diagnostic.message,
    span: diagnostic.span === undefined ? null : print(diagnostic.span),
  };
}

/** Keys in code-unit order, so that the bytes do not depend on how a record was filled. */
function sorted(record: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
