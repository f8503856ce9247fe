import { UserError } from '../../text/index.js';
import type { ImportContext, Imported } from '../importer.js';
import type { PDFDocumentProxy, PDFPageProxy } from '../pdf/pdfjs.js';
import { OCR_PACKAGE, openEngine, optional, RECOGNISER, recognise } from './engine.js';
import { type RecognisedPage, writeRecognised } from './recognised.js';

/** The part of @napi-rs/canvas that is used; it comes with pdfjs-dist. */
interface Canvas {
  readonly createCanvas: (
    width: number,
    height: number,
  ) => {
    readonly getContext: (kind: '2d') => unknown;
    readonly toBuffer: (type: 'image/png') => Uint8Array;
  };
  readonly DOMMatrix: unknown;
  readonly Path2D: unknown;
  readonly ImageData: unknown;
}

/** What the recogniser was measured at. */
const RESOLUTION = 200;
/** Longest side of a drawn page, in pixels: A3 at 200 dpi. */
const LONGEST = 3400;
/** A page takes 5 to 15 s: longer scans are cut into parts. */
const MOST_PAGES = 200;

/**
 * The text of a PDF without text, recognised page by page.
 *
 * Errors: `UserError` where the recogniser is not installed (what to install), for scans without text.
 */
export async function readScan(
  pdf: PDFDocumentProxy,
  { path, meter }: ImportContext,
): Promise<Imported> {
  const { numPages } = pdf;
  const engine = await openEngine();
  const canvas = await optional<Canvas>('@napi-rs/canvas');
  if (engine === undefined || canvas === undefined)
    throw new UserError('ingest/pdf-scanned', { path, pages: numPages, package: OCR_PACKAGE });
  if (numPages > MOST_PAGES)
    throw new UserError('ingest/scan-long', { path, pages: numPages, limit: MOST_PAGES });
  meter.allow(RECOGNISER);
  const pages: RecognisedPage[] = [];
  for (let number = 1; number <= numPages; number += 1) {
    const page = await pdf.getPage(number);
    const picture = await draw(page, canvas);
    page.cleanup();
    pages.push({ number, ...picture, lines: await recognise(engine, picture.data, meter) });
  }
  if (pages.every(({ lines }) => lines.length === 0))
    throw new UserError('ingest/scan-empty', { path, pages: numPages });
  const counts: Record<string, number> = {};
  return { encoding: 'binary', layout: 'wrapped', counts, ...writeRecognised(pages, counts) };
}

async function draw(page: PDFPageProxy, canvas: Canvas) {
  // The classes that loading put there as empty ones are needed for drawing.
  const { DOMMatrix, Path2D, ImageData } = canvas;
  Object.assign(globalThis, { DOMMatrix, Path2D, ImageData });
  const { width, height } = page.getViewport({ scale: 1 });
  const resolution = Math.min(RESOLUTION, (72 * LONGEST) / Math.max(width, height, 1));
  const viewport = page.getViewport({ scale: resolution / 72 });
  const sheet = canvas.createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const canvasContext = sheet.getContext('2d') as Parameters<
    PDFPageProxy['render']
  >[0]['canvasContext'];
  await page.render({ canvas: null, canvasContext, viewport, background: '#ffffff' }).promise;
  return {
    data: sheet.toBuffer('image/png'),
    resolution,
    width: viewport.width,
    height: viewport.height,
  };
}
