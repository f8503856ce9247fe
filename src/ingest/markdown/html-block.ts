import type { Html } from 'mdast';
import type { ResolvedText } from '../../model/index.js';
import { resolvedBuilder, sliceResolved, throughResolved } from '../../text/index.js';
import { readPage } from '../html/read-page.js';
import type { ResolvedLine } from '../write-lines.js';
import { leavesIn, type MarkdownContext } from './inline.js';
import { withoutMath } from './math.js';

/** Blocks that end with a sign of their own, and what it is. One that is never closed runs to the file's end. */
const CLOSED_BY: readonly (readonly [opening: RegExp, closing: RegExp])[] = [
  [/<!--/, /-->/],
  [/<\?/, /\?>/],
  [/<!\[CDATA\[/, /\]\]>/],
  [/<![a-z]/i, />/],
  [/<script(?=[\s>])/i, /<\/script>/i],
  [/<style(?=[\s>])/i, /<\/style>/i],
  [/<textarea(?=[\s>])/i, /<\/textarea>/i],
];

/**
 * HTML inside Markdown as the page reader sees it: tables, items, lines; what it hides is counted.
 *
 * What is opened and never closed is text from there on: a reader of pages would drop it all.
 * Errors: `UserError` for nesting without end. Cost: linear.
 */
export function readHtmlBlock(context: MarkdownContext, node: Html): ResolvedLine[] {
  const builder = resolvedBuilder();
  for (const { text, start, end, kind } of leavesIn(context.leaves, node)) {
    if (kind === 'html' || kind === 'line-ending') builder.append(text, start, end);
  }
  const html = builder.build();
  const open = openFrom(html.text);
  context.count('comment', html.text.slice(0, open).split('<!--').length - 1);
  const read = readMarked(context, sliceResolved(html, 0, open));
  return open < html.text.length ? [...read, ...plainLines(html, open)] : read;
}

function withoutComments(text: string): string {
  let [rest, at] = ['', 0];
  for (;;) {
    const open = text.indexOf('<!--', at);
    const close = open === -1 ? -1 : text.indexOf('-->', open + 4);
    if (close === -1) return rest + text.slice(at);
    rest += text.slice(at, open);
    at = close + 3;
  }
}

function readMarked(context: MarkdownContext, html: ResolvedText): ResolvedLine[] {
  if (withoutComments(html.text).trim() === '') return [];
  context.count('html-block');
  const { path, trackChanges } = context;
  const { blocks, hidden, title, revisions } = readPage(html.text, { path, trackChanges });
  context.count('inserted-revision', revisions.inserted);
  context.count('deleted-revision', revisions.deleted);
  context.count('hidden-text', hidden + title.text.length);
  return blocks.map((block) => {
    const { text, starts, origins, ends } = withoutMath(throughResolved(block, html), () =>
      context.count('math'),
    );
    const { outline, role } = block;
    return {
      ...{ text, starts, origins, ends },
      ...(outline !== undefined && { outline }),
      ...(role !== undefined && { role }),
    };
  });
}

/** Where the text begins that an element or comment, never closed, would swallow; the text's length if none does. */
function openFrom(text: string): number {
  let at = 0;
  for (;;) {
    const found = CLOSED_BY.map(([opening, closing]) => {
      const index = text.slice(at).search(opening);
      return { closing, start: index < 0 ? text.length : at + index };
    }).sort((a, b) => a.start - b.start)[0];
    if (found === undefined || found.start >= text.length) return text.length;
    const rest = text.slice(found.start + 2);
    const closing = found.closing.exec(rest);
    if (closing === null) return found.start;
    at = found.start + 2 + closing.index + closing[0].length;
  }
}

function plainLines(html: ResolvedText, from: number): ResolvedText[] {
  return [...html.text.slice(from).matchAll(/[^\r\n]+/g)].map(({ 0: line, index }) =>
    sliceResolved(html, from + index, from + index + line.length),
  );
}
