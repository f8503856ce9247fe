import type {
  Block,
  DocumentElement,
  Furniture,
  MappedText,
  ParsedFile,
  PolicyDocument,
  Section,
  SourceText,
  Span,
} from '../model/index.js';

/**
 * A file that was read through a mapping of its characters (traditional → simplified), shown as printed.
 *
 * In: what was read of `read`, a text as long as the source's own, character for character. Out: the same trees
 * at the same places, in the characters of the source. Ids, kinds and levels stay as they were read.
 */
export function asPrinted(parsed: ParsedFile, read: string, source: SourceText): ParsedFile {
  const shown = (text: string, span: Span): string => printed(text, span, read, source.text);
  return {
    ...parsed,
    source,
    documents: parsed.documents.map((document) => documentAs(document, shown)),
    diagnostics: parsed.diagnostics.map((remark) =>
      remark.span !== undefined && typeof remark.params?.text === 'string'
        ? {
            ...remark,
            message: remark.message.replace(remark.params.text, (text) =>
              remark.span === undefined ? text : shown(text, remark.span),
            ),
            params: { ...remark.params, text: shown(remark.params.text, remark.span) },
          }
        : remark,
    ),
  };
}

type Shown = (text: string, span: Span) => string;

/** Farthest that the next character of a clean text stands in its source: a line break with its indents. */
const FARTHEST = 200;

/** Each character of a clean text as the source has it; what cleaning changed stays as it is. */
function printed(text: string, { start, end }: Span, read: string, source: string): string {
  let at = start;
  let out = '';
  for (let i = 0; i < text.length; i += 1) {
    const found = read.indexOf(text.charAt(i), at);
    if (found < 0 || found >= end || found > at + FARTHEST) {
      out += text.charAt(i);
      continue;
    }
    out += source.charAt(found);
    at = found + 1;
  }
  return out;
}

function documentAs(document: PolicyDocument, shown: Shown): PolicyDocument {
  const part = <Part extends DocumentElement | Furniture>(item: Part): Part => ({
    ...item,
    text: shown(item.text, item.span),
  });
  const elements = document.elements.map(part);
  const before = new Map(document.elements.map(({ text }, i) => [text, elements[i]?.text ?? text]));
  const head = (text: string): string => before.get(text) ?? text;
  return {
    ...document,
    title: head(document.title),
    subtitles: document.subtitles.map(head),
    elements,
    furniture: document.furniture.map(part),
    children: document.children.map((block) => blockAs(block, shown)),
  };
}

function blockAs(block: Block, shown: Shown): Block {
  const content = (mapped: MappedText, span: Span): MappedText => ({
    ...mapped,
    text: shown(mapped.text, span),
  });
  if (block.type === 'paragraph')
    return {
      ...block,
      content: content(block.content, block.span),
      ...(block.lead !== undefined && { lead: shown(block.lead, block.span) }),
    };
  const own = content(block.content, block.headingSpan);
  const at = block.content.text.lastIndexOf(block.heading);
  const labelled = block.content.text.startsWith(block.label);
  const section: Section = {
    ...block,
    content: own,
    label: labelled ? own.text.slice(0, block.label.length) : block.label,
    heading: at < 0 ? block.heading : own.text.slice(at, at + block.heading.length),
    children: block.children.map((child) => blockAs(child, shown)),
  };
  return section;
}
