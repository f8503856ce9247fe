import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type Phrase, phrase } from '../../messages/index.js';
import { UserError } from '../../text/index.js';
import { watched } from '../budget.js';
import type { ImportContext } from '../importer.js';

export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';

/** Classes of the browser that pdfjs-dist names while it loads and needs for drawing only. */
const BROWSER_CLASSES = ['DOMMatrix', 'Path2D', 'ImageData'] as const;

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
  const thread = startThread(require.resolve('pdfjs-dist/legacy/build/pdf.worker.mjs'));
  const within = <Value>(answer: Promise<Value>): Promise<Value> =>
    watched(meter, Promise.race([answer, thread.failed]));
  const close = async (): Promise<void> => {
    await thread.end();
  };
  const task = pdfjs.getDocument({
    // It warns in its own thread, where what is said of damage is counted.
    worker: new pdfjs.PDFWorker({ port: thread.port as unknown as null, verbosity: WARNINGS }),
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
    return { document: await within(task.promise), within, damage: thread.damage, close };
  } catch (error) {
    await close();
    throw asUserError(error, path);
  }
}

/** `VerbosityLevel.WARNINGS` of pdfjs. */
const WARNINGS = 1;

/** Warnings of pdfjs after which it goes on with less text than the page had; others are of how letters look. */
const DAMAGE =
  /^Warning: (?:getTextContent - ignoring errors|loadFont - translateFont failed|Invalid cMap data|Unknown command|Unterminated (?:hex )?string)/;

/** What the thread does: the reading half of pdfjs, told what to do through a port. */
const READER = `
import { workerData } from 'node:worker_threads';
for (const name of ${JSON.stringify(BROWSER_CLASSES)}) globalThis[name] ??= class {};
const listen = (said) => { if (${String(DAMAGE)}.test(said)) Atomics.add(workerData.damaged, 0, 1); };
for (const way of ['log', 'info', 'warn', 'error']) console[way] = listen;
const { WorkerMessageHandler } = await import(workerData.script);
WorkerMessageHandler.initializeFromPort(workerData.port);
`;

function startThread(script: string) {
  const { port1: port, port2 } = new MessageChannel();
  const damaged = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(READER)}`), {
    workerData: { script: pathToFileURL(script).href, port: port2, damaged },
    transferList: [port2],
    execArgv: [],
    env: {},
  });
  const failed = new Promise<never>((_, reject) => worker.once('error', reject));
  // Nobody may be waiting when it fails.
  failed.catch(() => undefined);
  const end = async (): Promise<void> => {
    port.close();
    await worker.terminate();
  };
  return { port, failed, damage: () => Atomics.exchange(damaged, 0, 0), end };
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
