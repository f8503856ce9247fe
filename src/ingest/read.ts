import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Diagnostic, SourceFormat, SourceText } from '../model/index.js';
import { contentKey, sha256, UserError } from '../text/index.js';
import { BUDGET, openMeter, tooLarge } from './budget.js';
import { openDamage } from './damage.js';
import type { Import, ImportContext, Imported, Importer, IngestOptions } from './importer.js';
import { recogniserKey } from './ocr/engine.js';
import { IMPORTERS } from './registry.js';
import { isText, sniff } from './sniff.js';

/**
 * A file, or standard input (`-`), as one source text.
 *
 * Errors: `UserError` for whatever the user can put right. Cost: linear in the file; its size is
 * asked before a byte is read, and a stream is cut off at the limit.
 */
export async function readSource(path: string, options: IngestOptions = {}): Promise<SourceText> {
  const limit = options.budget?.bytes ?? BUDGET.bytes;
  const bytes =
    path === '-'
      ? await readStandard(options.stdin?.() ?? process.stdin, limit)
      : await readFrom(path, limit);
  const { kept } = options;
  const recogniser = kept !== undefined && isCostly(bytes, options) ? recogniserKey() : undefined;
  if (kept === undefined || recogniser === undefined) return readBytes(bytes, path, options);
  const { encoding, format, member, trackChanges, budget } = options;
  const asked = JSON.stringify({ encoding, format, member, trackChanges, budget });
  return kept(
    () => contentKey(path, sha256(bytes), recogniser, asked),
    () => readBytes(bytes, path, options),
  );
}

/** Whether to unpack and lay out a file takes far longer than to read its text again where it was kept. */
function isCostly(bytes: Uint8Array, { format }: IngestOptions): boolean {
  if (format !== undefined) return !TEXTS.has(format);
  const sniffed = sniff(bytes);
  if (sniffed?.type === 'format') return !TEXTS.has(sniffed.format);
  return sniffed?.type === 'damaged' || sniffed?.type === 'archive';
}

/** Bytes as one source text. Touches nothing outside but the importers it loads. */
export async function readBytes(
  bytes: Uint8Array,
  path: string,
  options: IngestOptions = {},
): Promise<SourceText> {
  const meter = openMeter(path, options.budget);
  const maxBytes = meter.budget.bytes;
  if (bytes.length > maxBytes) throw tooLarge(path, maxBytes);
  if (bytes.length === 0) throw new UserError('ingest/zero-bytes', { path });
  const format = options.format ?? formatOf(bytes, path);
  if (format === 'archive') return readPaper(bytes, path, options);
  const importer = importerOf(format);
  const damage = openDamage();
  const context: ImportContext = {
    path,
    maxBytes,
    meter,
    damage,
    trackChanges: options.trackChanges ?? 'accept',
    ...(options.encoding !== undefined && { encoding: options.encoding }),
  };
  const run = await importer.load();
  const imported = await asPaper(run, bytes, context);
  meter.check();
  meter.reach('characters', imported.text.length);
  const found = { path, format: importer.format, sha256: sha256(bytes), ...imported };
  return withRemarks(found, damage.remarks());
}

/** What is damaged comes before all else that is said of a text. */
function withRemarks(source: SourceText, remarks: readonly Diagnostic[]): SourceText {
  if (remarks.length === 0) return source;
  return { ...source, diagnostics: [...remarks, ...source.diagnostics] };
}

/** Endings under which a web page is what one expects, or text that nobody named. */
const PAGE_ENDINGS = /^(?:|\.[sx]?html?|\.mht(?:ml)?|\.txt|\.md)$/;

/** A file of another kind that turns out to be a page without an article is what a site sent in its place. */
async function asPaper(run: Import, bytes: Uint8Array, context: ImportContext): Promise<Imported> {
  try {
    return await run(bytes, context);
  } catch (error) {
    const { path } = context;
    const noArticle = error instanceof UserError && error.code === 'ingest/no-article';
    if (!noArticle || PAGE_ENDINGS.test(extname(path).toLowerCase())) throw error;
    throw new UserError('ingest/page-instead', { path }, { cause: error });
  }
}

/** A paper inside a zip archive, under the archive's name and its own. */
async function readPaper(
  bytes: Uint8Array,
  path: string,
  { member, ...options }: IngestOptions,
): Promise<SourceText> {
  const { openPaper } = await import('./zip.js');
  const maxBytes = options.budget?.bytes ?? BUDGET.bytes;
  const damage = openDamage();
  const paper = openPaper(bytes, { path, member, maxBytes, damage });
  const name = `${path}#${paper.name}`;
  // An archive inside an archive could go on without end.
  if (options.format === undefined && formatOf(paper.bytes, name) === 'archive')
    throw new UserError('ingest/unsupported', { path: name, kind: 'ZIP' });
  return withRemarks(await readBytes(paper.bytes, name, options), damage.remarks());
}

/** Formats that have no signature: any text may be one. */
const TEXTS: ReadonlySet<SourceFormat> = new Set(['text', 'markdown', 'html', 'mhtml']);

/** Content first, then the name, then plain text. */
function formatOf(bytes: Uint8Array, path: string): SourceFormat | 'archive' {
  const sniffed = sniff(bytes);
  const named = formatOfName(path);
  if (sniffed === undefined) {
    if (named !== undefined && !TEXTS.has(named) && isText(bytes))
      throw new UserError('ingest/other-content', { path, ending: extname(path) });
    return named ?? 'text';
  }
  switch (sniffed.type) {
    case 'format':
      return sniffed.format;
    case 'damaged':
      return sniffed.formats.find((format) => format === named) ?? sniffed.formats[0];
    case 'unsupported':
      throw new UserError('ingest/unsupported', { path, kind: sniffed.kind });
    case 'archive':
      return 'archive';
    case 'password':
      throw new UserError('ingest/password', { path });
    default:
      return sniffed satisfies never;
  }
}

function formatOfName(path: string): SourceFormat | undefined {
  const ending = extname(path).toLowerCase();
  return IMPORTERS.find(({ extensions }) => extensions.includes(ending))?.format;
}

function importerOf(format: SourceFormat): Importer {
  const found = IMPORTERS.find((importer) => importer.format === format);
  if (found === undefined) throw new Error(`no importer for ${format}`);
  return found;
}

export async function readFrom(path: string, limit: number): Promise<Uint8Array> {
  try {
    const info = await stat(path);
    if (info.isDirectory()) throw new UserError('ingest/directory', { path });
    if (info.size > limit) throw tooLarge(path, limit);
    if (info.isFile()) return await readFile(path);
    return await readStream(createReadStream(path), path, limit);
  } catch (error) {
    throw error instanceof UserError ? error : unreadable(path, error);
  }
}

async function readStandard(
  given: Promise<Uint8Array> | AsyncIterable<Uint8Array | string>,
  limit: number,
): Promise<Uint8Array> {
  if (Symbol.asyncIterator in given) return readStream(given, '-', limit);
  return given;
}

async function readStream(
  stream: AsyncIterable<Uint8Array | string>,
  path: string,
  limit: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > limit) throw tooLarge(path, limit);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** A failed system call as an error of the user's; anything else is a bug and passes. */
function unreadable(path: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException)?.code;
  if (code === undefined) return error;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new UserError('ingest/not-found', { path }, { cause: error });
  }
  return new UserError('ingest/unreadable', { path, reason: code }, { cause: error });
}
