import { UserError } from '../../text/index.js';
import { decodeHtml, readHtml } from '../html/import-html.js';
import type { ImportContext, Imported } from '../importer.js';
import { importPlainText } from '../plain-text.js';
import { type MimePart, readParts } from './mime.js';

/**
 * The page of a saved web archive (MIME, RFC 2557): `.mht`, `.mhtml`, and pages sent by mail.
 *
 * The first page is the page that was saved; pictures and style sheets beside it hold no text. Frames
 * of the page are parts of their own and stay unread: they are advertisements and counters.
 * Errors: `UserError` for archives without a page, or with a page that holds no article. Cost: linear.
 */
export function importMhtml(bytes: Uint8Array, context: ImportContext): Imported {
  const parts = readParts(bytes, context);
  const page = parts.find(({ type }) => /^(?:text\/html|application\/xhtml\+xml)$/.test(type));
  const part = page ?? parts.find(({ type }) => type === 'text/plain');
  if (part === undefined) throw new UserError('ingest/mhtml-no-page', { path: context.path });
  if (part.bytes.length === 0) throw new UserError('ingest/empty', { path: context.path });
  if (page === undefined) return importPlainText(part.bytes, stated(part, context));
  return readHtml(decodeHtml(page.bytes, stated(page, context)), context);
}

/** What the user states comes before what the archive does; UTF-8 is told by the bytes. */
function stated({ charset }: MimePart, context: ImportContext): ImportContext {
  if (context.encoding !== undefined || charset === undefined || /^utf-?8$/i.test(charset))
    return context;
  return { ...context, encoding: /^gb/i.test(charset) ? 'gb18030' : charset };
}
