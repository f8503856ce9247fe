import type { LineHint } from '../../model/index.js';
import { UserError } from '../../text/index.js';
import { decodeText } from '../decode.js';
import type { ImportContext, Imported } from '../importer.js';
import { type MarkdownLine, readBlocks } from './blocks.js';
import { withoutInlineMarks } from './inline.js';

/** A YAML head, up to its closing line: the corpus reads it, so it stays as it is. */
const HEAD = /^---[ \t]*\r?\n(?:(?:[\w-]+[ \t]*:|[ \t]|#|-[ \t]).*\r?\n)+---[ \t]*(?:\r?\n|$)/;

/**
 * Markdown as plain paragraphs: marks are resolved and counted, numbers that are printed stay.
 *
 * Spans count in the resolved text. A YAML head is left untouched. Cost: linear.
 */
export function importMarkdown(bytes: Uint8Array, context: ImportContext): Imported {
  const { text: source, encoding, diagnostics } = decodeText(bytes, context);
  const counts: Record<string, number> = {};
  const count = (kind: string): void => {
    counts[`markdown-${kind}`] = (counts[`markdown-${kind}`] ?? 0) + 1;
  };
  const head = HEAD.exec(source)?.[0] ?? '';
  const lines = joined(
    readBlocks(withoutComments(source.slice(head.length), count).split(/\r\n|\n|\r/), count),
  );
  const { text, hints } = writeText(lines, head, count);
  if (text.trim() === '') throw new UserError('ingest/empty', { path: context.path });
  return { encoding, layout: 'paragraphs', places: [], text, hints, counts, diagnostics };
}

/** `<!-- … -->`, over lines too; one that never ends is text. */
function withoutComments(text: string, count: (kind: string) => void): string {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const start = text.indexOf('<!--', at);
    const end = start < 0 ? -1 : text.indexOf('-->', start + 4);
    if (end < 0) break;
    count('comment');
    parts.push(text.slice(at, start));
    at = end + 3;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** Lines of one paragraph become one: Chinese text needs no blank between them, Latin words do. */
function joined(lines: readonly MarkdownLine[]): MarkdownLine[] {
  const paragraphs: { line: MarkdownLine; parts: string[] }[] = [];
  for (const line of lines) {
    const last = paragraphs.at(-1);
    if (!line.continues || last === undefined) paragraphs.push({ line, parts: [line.text] });
    else {
      const isLatin = /[\x21-\x7e]$/.test(last.parts.at(-1)!) && /^\s*[\x21-\x7e]/.test(line.text);
      last.parts.push(isLatin ? ' ' : '', line.text.trimStart());
    }
  }
  return paragraphs.map(({ line, parts }) => ({ ...line, text: parts.join('') }));
}

function writeText(lines: readonly MarkdownLine[], head: string, count: (kind: string) => void) {
  const hints: LineHint[] = [];
  const parts = [head];
  let length = head.length;
  for (const { text: raw, outline, role } of lines) {
    const text = withoutInlineMarks(raw, count);
    if (outline !== undefined || role !== undefined) {
      hints.push({
        start: length,
        ...(role !== undefined && { role }),
        ...(outline !== undefined && { outline }),
      });
    }
    parts.push(text, '\n');
    length += text.length + 1;
  }
  return { text: parts.join('').replace(/\n\n$/, '\n'), hints };
}
