import { UserError } from '../../text/index.js';
import type { ImportContext, Imported } from '../importer.js';
import { type PageText, readPageText } from './fragments.js';
import { readLines } from './lines.js';
import { asUserError, type OpenPdf, openPdf } from './pdfjs.js';
import type { Page } from './roles.js';
import { pageRemarks, rejectWithoutMeaning, writePages } from './write-pages.js';

/** Operators of pdfjs (`OPS`) that only prepare: dependency, setGState, save, restore, transform, beginText, endText. */
const DRAWS_NOTHING: ReadonlySet<number> = new Set([1, 9, 10, 11, 12, 31, 32]);

/**
 * The printed lines of a PDF as text, one line each, with pages, edges and roles.
 *
 * A scan is recognised, where a recogniser is installed.
 * Errors: `UserError` for passwords, damage, scans that cannot be recognised and text without meaning.
 * Cost: pdfjs, page by page; what is kept of a page is its lines.
 */
export async function importPdf(bytes: Uint8Array, context: ImportContext): Promise<Imported> {
  const pdf = await openPdf(bytes, context);
  try {
    const { pages, counts } = await readPages(pdf, context);
    if (pages.every(({ lines }) => lines.length === 0)) {
      await rejectBlank(pdf, context.path);
      const { readScan } = await import('../ocr/scanned-pdf.js');
      return await readScan(pdf.document, context);
    }
    rejectWithoutMeaning(pages, context.path);
    return {
      encoding: 'binary',
      layout: 'wrapped',
      counts,
      ...writePages(pages),
      diagnostics: pageRemarks(pages, counts),
    };
  } finally {
    await pdf.close();
  }
}

/** Pages that draw nothing hold nothing to recognise. Cost: that of the pages before the first that draws. */
async function rejectBlank(pdf: OpenPdf, path: string): Promise<void> {
  const { numPages } = pdf.document;
  for (let number = 1; number <= numPages; number += 1) {
    const page = await pdf.within(pdf.document.getPage(number));
    const drawn = await pdf.within(page.getOperatorList());
    page.cleanup();
    if (drawn.fnArray.some((operator) => !DRAWS_NOTHING.has(operator))) return;
  }
  throw new UserError('ingest/pdf-blank', { path, pages: numPages });
}

async function readPages(pdf: OpenPdf, context: ImportContext) {
  const pages: Page[] = [];
  const counts: Record<string, number> = {};
  const { meter, path } = context;
  meter.reach('pages', pdf.document.numPages);
  for (let number = 1; number <= pdf.document.numPages; number += 1) {
    const content = await readPage(pdf, number, path);
    for (const { text } of content.fragments) meter.spend('characters', text.length);
    count(counts, 'turned-text', content.turned);
    count(counts, 'doubled-text', content.doubled);
    const { width, height } = content;
    const { lines, blanks } = readLines(content);
    count(counts, 'blank', blanks);
    pages.push({ number, width, height, lines, damaged: pdf.damage() > 0 });
  }
  return { pages, counts };
}

async function readPage(pdf: OpenPdf, number: number, path: string): Promise<PageText> {
  try {
    const page = await pdf.within(pdf.document.getPage(number));
    const content = await pdf.within(readPageText(page));
    page.cleanup();
    return content;
  } catch (error) {
    throw asUserError(error, path);
  }
}

function count(counts: Record<string, number>, kind: string, by: number): void {
  if (by > 0) counts[kind] = (counts[kind] ?? 0) + by;
}
