import { isUtf8 } from 'node:buffer';
import type { ResolvedText } from '../../model/index.js';
import { EMPTY_RESOLVED, sliceResolved, trimResolved, UserError } from '../../text/index.js';
import { type Decoded, decodeText } from '../decode.js';
import type { ImportContext, Imported } from '../importer.js';
import { inResolved, writeLines } from '../write-lines.js';
import { findArticle, lengthOf } from './article.js';
import type { HtmlBlock, HtmlPage } from './page.js';
import { readPage } from './read-page.js';

/**
 * The article of a web page, one block or table row a line, its title first.
 *
 * Errors: `UserError` for pages without an article and nesting without end. Cost: linear.
 */
export function importHtml(bytes: Uint8Array, context: ImportContext): Imported {
  const { text: html, encoding, diagnostics } = decodeHtml(bytes, context);
  const page = readPage(html, context.path);
  const article = findArticle(page);
  if (article === undefined) throw new UserError('ingest/no-article', { path: context.path });
  const blocks = withTitle(page, article);
  const outside = lengthOf(page.blocks) - lengthOf(article);
  const counts = {
    ...(outside > 0 && { 'outside-article': outside }),
    ...(page.hidden > 0 && { 'hidden-text': page.hidden }),
  };
  const written = writeLines(blocks, html);
  return {
    encoding,
    layout: 'paragraphs',
    places: [],
    counts,
    diagnostics: inResolved(diagnostics, written.text),
    ...written,
  };
}

/** Where pages state their encoding: browsers look at the first 1,024 bytes, saved pages put comments before it. */
const META_BYTES = 4096;

/** What the bytes prove comes before what the page states: saved pages keep the old `<meta>`. */
function decodeHtml(bytes: Uint8Array, context: ImportContext): Decoded {
  const { path } = context;
  if (context.encoding !== undefined || isUtf8(bytes)) return decodeText(bytes, context);
  const head = Buffer.from(bytes.subarray(0, META_BYTES)).toString('latin1');
  const label = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
  if (label === undefined || /^utf-?8$/i.test(label)) return decodeText(bytes, { path });
  // Pages that state gb2312 use characters of its successors.
  const encoding = /^gb/i.test(label) ? 'gb18030' : label;
  return decodeText(bytes, { path, encoding });
}

/** How many lines of the article are asked for the title before it is set in front. */
const TITLE_LINES = 6;

function withTitle(page: HtmlPage, article: readonly HtmlBlock[]): readonly HtmlBlock[] {
  const title = titleOf(page, article);
  if (title.text === '') return article;
  const bare = (text: string): string => text.replace(/\s+/g, '');
  const head = bare(
    article
      .slice(0, TITLE_LINES)
      .map(({ text }) => text)
      .join(''),
  );
  if (head.includes(bare(title.text))) return article;
  return [{ ...title, node: 0, linked: 0, outline: 1 }, ...article];
}

/** Fewest characters of a line that may be the title. */
const TITLE_LENGTH = 4;

/**
 * What the site states; a line before the article that the page's title begins with; a heading before
 * the article; the page's title without the site's name.
 */
function titleOf(page: HtmlPage, article: readonly HtmlBlock[]): ResolvedText {
  if (page.articleTitle.text !== '') return page.articleTitle;
  const [opening] = article;
  const first = opening === undefined ? 0 : page.blocks.indexOf(opening);
  const before = page.blocks
    .slice(0, Math.max(0, first))
    .filter(({ node }) => page.nodes[node]?.furniture === 0);
  const stated = before.findLast(
    ({ text }) => text.length >= TITLE_LENGTH && page.title.text.startsWith(text),
  );
  const heading = before.findLast(({ outline }) => outline !== undefined && outline <= 2);
  return stated ?? heading ?? withoutSite(page.title);
}

/** Longer titles are no titles, and the pattern below is for short ones. */
const LONGEST_TITLE = 300;

/** `某市方案_某市人民政府`, `某市方案 - 某某网`, `某市方案-某市水务局`. */
function withoutSite(title: ResolvedText): ResolvedText {
  const [own] = title.text
    .slice(0, LONGEST_TITLE)
    .split(/[_|｜]|\s[-–—]+\s|[-–—]+(?=[^-–—]*(?:网|政府|门户|局|委|厅|办)[^-–—]*$)/);
  return own === undefined ? EMPTY_RESOLVED : trimResolved(sliceResolved(title, 0, own.length));
}
