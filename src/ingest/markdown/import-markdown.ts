import type { Diagnostic, ResolvedText } from '../../model/index.js';
import { copied, UserError } from '../../text/index.js';
import { type Decoded, decodeText } from '../decode.js';
import { withFields } from '../html/index-fields.js';
import type { ImportContext, Imported } from '../importer.js';
import { withoutLetterheadTable } from '../letterhead.js';
import { trackedChanges } from '../remarks.js';
import { inResolved, type ResolvedLine, writeLines } from '../write-lines.js';
import { withoutDivisions } from './attributes.js';
import { readBlocks } from './blocks.js';
import { type Excess, excessOf } from './budget.js';
import { findPandocTables, withoutTables, withTables } from './pandoc-tables.js';
import { readTree } from './read-tree.js';

/** A YAML head, up to its closing line: the corpus reads it, so it stays as it is. */
const HEAD = /^---[ \t]*\r?\n(?:(?=[\w-]+[ \t]*:|[ \t]|#|-[ \t]).*\r?\n)+---[ \t]*(?:\r?\n|$)/;

/**
 * Markdown as plain paragraphs: marks are resolved and counted, numbers that are printed stay.
 *
 * Spans count in the resolved text, which leads back to the file. A YAML head is left untouched. A file
 * that would take too long is read as plain text, marks and all, and that is said.
 * Cost: linear, but see `budget.ts`.
 */
export function importMarkdown(bytes: Uint8Array, context: ImportContext): Imported {
  const decoded = decodeText(bytes, context);
  const { text: file, encoding, diagnostics } = decoded;
  const head = HEAD.exec(file)?.[0] ?? '';
  const body = withoutHead(file, head.length);
  const excess = excessOf(body);
  if (excess !== undefined) return asPlainText(decoded, excess);
  const counts: Record<string, number> = {};
  const count = (kind: string, by = 1): void => {
    if (by > 0) counts[`markdown-${kind}`] = (counts[`markdown-${kind}`] ?? 0) + by;
  };
  const tables = findPandocTables(body, 0);
  count('table-rule', tables.length);
  const plain = withoutDivisions(withoutTables(body, tables), () => count('division'));
  const { root, leaves } = readTree(plain);
  const { path, trackChanges } = context;
  const reader = { path, trackChanges, file, leaves, count };
  const lines = withHeadTables(withTables(readBlocks(reader, root.children, head.length), tables));
  const written = writeLines(lines, file, headText(head));
  if (written.text.trim() === '') throw new UserError('ingest/empty', { path: context.path });
  return {
    encoding,
    layout: 'paragraphs',
    places: [],
    counts,
    diagnostics: [...inResolved(diagnostics, written.text), ...revised(counts, trackChanges)],
    ...written,
  };
}

/** The index and the red head of a paper, where a converter made tables of them, a line a field or office. */
function withHeadTables(lines: readonly ResolvedLine[]): readonly ResolvedLine[] {
  if (!lines.some(({ role }) => role === 'table-row')) return lines;
  const blocks = lines.map((line) => ({ ...line, node: 0, linked: 0 }));
  return withoutLetterheadTable<ResolvedLine>(withFields({ blocks }, blocks));
}

/** What is struck or put in by HTML inside. */
function revised(counts: Readonly<Record<string, number>>, choice: 'accept' | 'reject') {
  const of = (kind: string): number => counts[`markdown-${kind}`] ?? 0;
  const revisions = ['inserted-revision', 'deleted-revision'].map((kind) => [kind, of(kind)]);
  return trackedChanges(Object.fromEntries(revisions), choice);
}

function headText(head: string): ResolvedText | undefined {
  return head === '' ? undefined : copied(head, 0);
}

/** The head as blanks, so that all that follows stays in its place; so is a sign that the reader would skip. */
function withoutHead(file: string, length: number): string {
  const from = Math.max(length, file.startsWith('\ufeff') ? 1 : 0);
  return file.slice(0, from).replaceAll(/[^\r\n]/g, ' ') + file.slice(from);
}

function asPlainText({ text, encoding, diagnostics }: Decoded, excess: Excess): Imported {
  const remark: Diagnostic = {
    code: 'ingest/markdown-as-text',
    severity: 'warning',
    message: `Markdown that would take too long to read (${excess}) was read as plain text, with its marks.`,
    params: { excess },
  };
  return {
    encoding,
    layout: 'unknown',
    places: [],
    hints: [],
    counts: {},
    text,
    diagnostics: [...diagnostics, remark],
  };
}
