import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type Phrase, phrase } from '../../messages/index.js';
import { UserError } from '../../text/index.js';

export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';

/** Classes of the browser that pdfjs-dist names while it loads and needs for drawing only. */
const BROWSER_CLASSES = ['DOMMatrix', 'Path2D', 'ImageData'] as const;

/**
 * Open a PDF for reading its text.
 *
 * The caller closes it with `closePdf`. CMaps and standard fonts come from the installed package:
 * without them many Chinese PDFs give no text and no error.
 * Errors: `UserError` for a password or a damaged file.
 */
export async function openPdf(bytes: Uint8Array, path: string): Promise<PDFDocumentProxy> {
  const pdfjs = await loadPdfjs();
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = pdfjs.getDocument({
    // pdfjs takes the buffer it is given for its own.
    data: new Uint8Array(bytes),
    cMapUrl: join(folder, 'cmaps') + sep,
    cMapPacked: true,
    standardFontDataUrl: join(folder, 'standard_fonts') + sep,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  });
  try {
    return await task.promise;
  } catch (error) {
    await task.destroy();
    throw asUserError(error, path);
  }
}

export async function closePdf(pdf: PDFDocumentProxy): Promise<void> {
  await pdf.loadingTask.destroy();
}

/** What pdfjs throws on damaged input, as an error of the user's. */
export function asUserError(error: unknown, path: string): Error {
  if (error instanceof UserError) return error;
  const { name, message } = error as Error;
  if (name === 'PasswordException') return new UserError('ingest/password', { path });
  return new UserError(
    'ingest/pdf-broken',
    { path, reason: reasonOf(name, message) },
    { cause: error },
  );
}

/** Kinds of errors of pdfjs; one that is none of these is quoted. */
const KINDS = [
  'FormatError',
  'InvalidPDFException',
  'ResponseException',
  'UnknownErrorException',
] as const;

function reasonOf(name: string, text: string): Phrase | string {
  const kind = KINDS.find((known) => known === name);
  return kind === undefined ? text : phrase(`pdf/${kind}`, { text });
}

async function loadPdfjs() {
  const host = globalThis as Record<string, unknown>;
  for (const name of BROWSER_CLASSES) host[name] ??= class {};
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}
