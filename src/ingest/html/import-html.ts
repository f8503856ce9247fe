import { isUtf8 } from 'node:buffer';
import type { Diagnostic } from '../../model/index.js';
import { UserError } from '../../text/index.js';
import { type Decoded, decodeText } from '../decode.js';
import type { ImportContext, Imported } from '../importer.js';
import { withoutLetterheadTable } from '../letterhead.js';
import { trackedChanges } from '../remarks.js';
import { inResolved, writeLines } from '../write-lines.js';
import { findArticle, lengthOf } from './article.js';
import { withFields } from './index-fields.js';
import type { HtmlPage } from './page.js';
import { readPage } from './read-page.js';
import { withTitle } from './title.js';

/**
 * The article of a web page, one block or table row a line, its title first.
 *
 * Errors: `UserError` for pages without an article and nesting without end. Cost: linear.
 */
export function importHtml(bytes: Uint8Array, context: ImportContext): Imported {
  return readHtml(decodeHtml(bytes, context), context);
}

/** The same of a page that is decoded already. */
export function readHtml(
  { text: html, encoding, diagnostics }: Decoded,
  context: ImportContext,
): Imported {
  const page = readPage(html, context);
  const article = findArticle(page);
  if (article === undefined) throw new UserError('ingest/no-article', { path: context.path });
  const whole = withoutLetterheadTable(withFields(page, article));
  const blocks = withTitle(page, whole);
  const outside = lengthOf(page.blocks) - lengthOf(whole);
  const { inserted, deleted } = page.revisions;
  const counts = {
    ...(outside > 0 && { 'outside-article': outside }),
    ...(page.hidden > 0 && { 'hidden-text': page.hidden }),
    ...(inserted > 0 && { 'inserted-revision': inserted }),
    ...(deleted > 0 && { 'deleted-revision': deleted }),
  };
  const written = writeLines(blocks, html);
  return {
    encoding,
    layout: 'paragraphs',
    places: [],
    counts,
    diagnostics: [...inResolved(diagnostics, written.text), ...revised(page, context)],
    ...written,
  };
}

function revised({ revisions }: HtmlPage, { trackChanges }: ImportContext): Diagnostic[] {
  const { inserted, deleted } = revisions;
  const counts = { 'inserted-revision': inserted, 'deleted-revision': deleted };
  return trackedChanges(counts, trackChanges);
}

/** Where pages state their encoding: browsers look at the first 1,024 bytes, saved pages put comments before it. */
const META_BYTES = 4096;

/** What the bytes prove comes before what the page states: saved pages keep the old `<meta>`. */
export function decodeHtml(bytes: Uint8Array, context: ImportContext): Decoded {
  const { path } = context;
  if (context.encoding !== undefined || isUtf8(bytes)) return decodeText(bytes, context);
  const head = Buffer.from(bytes.subarray(0, META_BYTES)).toString('latin1');
  const label = /<meta[^<>]+charset\s*=[\s"']*([\w-]+)/i.exec(head)?.[1];
  if (label === undefined || /^utf-?8$/i.test(label)) return decodeText(bytes, { path });
  // Pages that state gb2312 use characters of its successors.
  const encoding = /^gb/i.test(label) ? 'gb18030' : label;
  return decodeText(bytes, { path, encoding });
}
