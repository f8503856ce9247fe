import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type Phrase, phrase } from '../../messages/index.js';
import { keptByKey, UserError } from '../../text/index.js';
import { watched } from '../budget.js';
import type { ImportContext } from '../importer.js';
import { builtIns } from './built-ins.js';
import { BROWSER_CLASSES, startReading } from './reader-thread.js';

export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';

/** A PDF that is being read in a thread of its own. */
export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  /** The result of a question to it, or the error of a spent budget. */
  readonly within: <Value>(answer: Promise<Value>) => Promise<Value>;
  /** How often something of a page could not be read since this was last asked: text may be missing there. */
  readonly damage: () => number;
  readonly close: () => Promise<void>;
}

/**
 * Open a PDF for reading its text.
 *
 * The file is unpacked in another thread, which can be ended in the midst of a stream that unpacks without end. CMaps and
 * standard fonts come from the installed package: without them many Chinese PDFs give no text and no error.
 * Errors: `UserError` for a password, a damaged file, a spent budget.
 */
export async function openPdf(bytes: Uint8Array, { path, meter }: ImportContext): Promise<OpenPdf> {
  const pdfjs = await loadPdfjs();
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve('pdfjs-dist/package.json'));
  const reading = startReading(require.resolve('pdfjs-dist/legacy/build/pdf.worker.mjs'));
  const health = { sound: true };
  const within = async <Value>(answer: Promise<Value>): Promise<Value> => {
    try {
      return await watched(meter, Promise.race([answer, reading.failed]));
    } catch (error) {
      health.sound = false;
      throw error;
    }
  };
  const task = pdfjs.getDocument({
    // It warns in its own thread, where what is said of damage is counted.
    worker: new pdfjs.PDFWorker({ port: reading.port as unknown as null, verbosity: WARNINGS }),
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
  const close = async (): Promise<void> => {
    // What a sound file took in its thread is given back, and the thread serves the next; any other is ended with all it holds.
    if (health.sound) await within(task.destroy()).catch(() => undefined);
    await (health.sound ? reading.done() : reading.end());
  };
  try {
    return { document: await within(task.promise), within, damage: reading.damage, close };
  } catch (error) {
    await close();
    throw asUserError(error, path);
  }
}

/** `VerbosityLevel.WARNINGS` of pdfjs. */
const WARNINGS = 1;

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

/** The library, loaded with the first PDF. */
const LIBRARIES = keptByKey<ReturnType<typeof load>>(1);

async function loadPdfjs(): ReturnType<typeof load> {
  return LIBRARIES('pdfjs', load);
}

async function load() {
  const host = globalThis as Record<string, unknown>;
  for (const name of BROWSER_CLASSES) host[name] ??= class {};
  const restoreBuiltIns = builtIns();
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  restoreBuiltIns();
  return pdfjs;
}
