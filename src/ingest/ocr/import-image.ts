import { UserError } from '../../text/index.js';
import type { ImportContext, Imported } from '../importer.js';
import { OCR_PACKAGE, openEngine, optional, RECOGNISER, recognise } from './engine.js';
import { type RecognisedPage, writeRecognised } from './recognised.js';

/** The part of sharp that is used; it comes with the recogniser. */
type Sharp = (
  input: Uint8Array,
  options?: { page: number; limitInputPixels: number },
) => SharpImage;

interface SharpImage {
  readonly metadata: () => Promise<{ pages?: number; density?: number }>;
  readonly rotate: () => SharpImage;
  readonly flatten: (options: { background: string }) => SharpImage;
  readonly resize: (options: object) => SharpImage;
  readonly toColourspace: (space: string) => SharpImage;
  readonly png: () => {
    readonly toBuffer: (options: { resolveWithObject: true }) => Promise<{
      readonly data: Uint8Array;
      readonly info: { readonly width: number; readonly height: number };
    }>;
  };
}

/** Longest side in pixels that is recognised, A4 at 240 dpi: more costs time and gains nothing. */
const LONGEST = 2800;
/** Pixels that are decoded at most: A3 at 600 dpi. */
const MOST_PIXELS = 70_000_000;
/** Pages of one picture file (TIFF of a fax or a scanner). */
const MOST_PAGES = 200;
/** Height of the paper that a picture without a stated size shows, in inches (A4). */
const PAPER = 11.7;

/**
 * The text of a picture (.png .jpg .tif), recognised.
 *
 * Errors: `UserError` where the recogniser is not installed (what to install), for damage, for pictures
 * without text.
 */
export async function importImage(bytes: Uint8Array, context: ImportContext): Promise<Imported> {
  const { path, meter } = context;
  const engine = await openEngine();
  const sharp = (await optional<{ default: Sharp }>('sharp'))?.default;
  if (engine === undefined || sharp === undefined)
    throw new UserError('ingest/image-needs-ocr', { path, package: OCR_PACKAGE });
  meter.allow(RECOGNISER);
  const pages: RecognisedPage[] = [];
  try {
    const { pages: count = 1 } = await sharp(bytes).metadata();
    if (count > MOST_PAGES)
      throw new UserError('ingest/scan-long', { path, pages: count, limit: MOST_PAGES });
    for (let page = 0; page < count; page += 1) {
      const picture = await openPicture(sharp, bytes, page);
      pages.push({ ...picture, lines: await recognise(engine, picture.data, meter) });
    }
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError('ingest/image-broken', { path }, { cause });
  }
  if (pages.every(({ lines }) => lines.length === 0))
    throw new UserError('ingest/scan-empty', { path, pages: pages.length });
  const counts: Record<string, number> = {};
  return { encoding: 'binary', layout: 'wrapped', counts, ...writeRecognised(pages, counts) };
}

async function openPicture(
  sharp: Sharp,
  bytes: Uint8Array,
  page: number,
): Promise<Omit<RecognisedPage, 'lines'> & { readonly data: Uint8Array }> {
  const { data, info } = await sharp(bytes, { page, limitInputPixels: MOST_PIXELS })
    .rotate()
    .flatten({ background: '#ffffff' })
    .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .png()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const resolution = Math.max(width, height) / PAPER;
  return { number: page + 1, width, height, resolution, data };
}
