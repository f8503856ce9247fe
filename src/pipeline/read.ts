/** Names, paths and aliases → documents, units and sides. */
import { existsSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { hasHead, readDocumentFile } from '../corpus/index.js';
import { type IngestOptions, readSource } from '../ingest/index.js';
import type { DocumentUnits, ParsedFile, Side, SourceText } from '../model/index.js';
import { type ParseOptions, parse, type StatedHead } from '../parse/index.js';
import { segment } from '../segment/index.js';
import { contentKey, nearest, placesOf, UserError } from '../text/index.js';
import { takeApart } from './archives.js';
import { simplifierFor } from './traditional.js';
import type { Workspace } from './workspace.js';

export interface ReadOptions extends IngestOptions {
  readonly single?: boolean;
  readonly stated?: StatedHead;
  /** Ids that other files of this run go by: documents get others. */
  readonly taken?: ReadonlySet<string>;
  /** Set while reading, for a text in traditional characters. */
  readonly simplify?: (text: string) => string;
}

/**
 * Read and parse what a name stands for: a document id of the corpus, a path, or `-`.
 * `PATH#ID` takes one document of a compendium, `a.zip#b.docx` one paper of an archive.
 *
 * Errors: `corpus/unknown-document` with the nearest names; those of `ingest` and of document heads.
 */
export async function readDocuments(
  ws: Workspace,
  name: string,
  options: ReadOptions = {},
): Promise<ParsedFile> {
  const entry = ws.entries().find((item) => item.head.id === name);
  if (entry !== undefined) {
    const own = await readAs(ws, entry.path, entry.shownPath, options);
    return parseSource(ws, own, await readingOf(own, options));
  }
  const { path, member, id } = await takeApart(ws.cwd, name);
  if (path !== '-' && !existsSync(resolve(ws.cwd, path)) && !looksLikePath(path))
    throw unknownDocument(ws, name);
  const inside = member === undefined ? {} : { member };
  const source = await readAs(ws, openPath(ws, path), path, { ...options, ...inside });
  const parsed = parseApart(ws, source, await readingOf(source, options));
  if (id === undefined) return parsed;
  const documents = parsed.documents.filter((document) => document.id === id);
  if (documents.length === 0)
    throw unknownDocument(
      ws,
      name,
      parsed.documents.map((document) => `${source.path}#${document.id}`),
    );
  return { ...parsed, documents };
}

/**
 * Two files of one run may be called alike (two drafts of one plan): the later one's documents get ids of their own, since
 * units are told apart by id everywhere.
 */
function parseApart(ws: Workspace, source: SourceText, options: ReadOptions): ParsedFile {
  const key = contentKey(source.path, source.text);
  const taken = new Set([...ws.owners].filter(([, owner]) => owner !== key).map(([id]) => id));
  const parsed = parseSource(ws, source, options);
  const clash = parsed.documents.some(({ id }) => taken.has(id));
  const apart = clash ? parseSource(ws, source, { ...options, taken }) : parsed;
  for (const { id } of apart.documents) ws.owners.set(id, key);
  return apart;
}

/** Options for one text: one in traditional characters is read through the mapping. */
async function readingOf(source: SourceText, options: ReadOptions): Promise<ReadOptions> {
  const simplify = await simplifierFor(source.text);
  return simplify === undefined ? options : { ...options, simplify };
}

/** One file as one paper, shown under another name; ids are the caller's. *Errors*: those of reading. */
export async function readPaper(
  ws: Workspace,
  { file, shown }: { readonly file: string; readonly shown: string },
  options: ReadOptions,
): Promise<ParsedFile> {
  const source = await readAs(ws, file, shown, options);
  return parseSource(ws, source, await readingOf(source, { ...options, single: true }));
}

/** Read a file under the name the user knows it by, in what is said about it too. */
async function readAs(
  ws: Workspace,
  opened: string,
  shown: string,
  options: ReadOptions,
): Promise<SourceText> {
  try {
    const source = await readSource(opened, {
      ...options,
      kept: (key, make) => ws.cache.rememberLater('source', key, make),
    });
    return { ...source, path: shownPath(source.path, opened, shown) };
  } catch (error) {
    if (!(error instanceof UserError) || typeof error.params.path !== 'string') throw error;
    const path = shownPath(error.params.path, opened, shown);
    throw new UserError(error.code, { ...error.params, path }, { cause: error });
  }
}

/** `opened` may be a file in an archive: what follows the archive's path stays. */
function shownPath(path: string, opened: string, shown: string): string {
  const isInside = path === opened || path.startsWith(`${opened}#`);
  return isInside ? `${shown}${path.slice(opened.length)}` : path;
}

/** As the user wrote it where that opens the same file, so that messages name it so. */
function openPath(ws: Workspace, path: string): string {
  return path === '-' || resolve(path) === resolve(ws.cwd, path) ? path : resolve(ws.cwd, path);
}

/** A name with a folder or a file ending was meant as a path: the reader says what is wrong with it. */
function looksLikePath(name: string): boolean {
  return /[\\/]/.test(name) || /\.[a-z0-9]{1,8}$/i.test(name);
}

/** Documents that a message names; a corpus may hold hundreds, and `corpus list` tells them all. */
const NAMED = 12;

function unknownDocument(ws: Workspace, name: string, known = knownNames(ws)): Error {
  return new UserError('corpus/unknown-document', {
    name,
    nearest: nearest(name, known).join(', '),
    known: known.slice(0, NAMED).join(', '),
    more: known.length > NAMED ? String(known.length - NAMED) : '',
  });
}

/** Ids and aliases, for messages and completion. */
export function knownNames(ws: Workspace): string[] {
  return [...Object.keys(ws.corpus.file.aliases), ...ws.entries().map((entry) => entry.head.id)];
}

/** Text that carries a YAML head is a corpus document wherever it lies. */
export function parseSource(ws: Workspace, source: SourceText, options: ReadOptions): ParsedFile {
  const base: ParseOptions = {
    regions: ws.regions(),
    names: ws.names(),
    ...(options.single !== undefined && { single: options.single }),
    ...(options.stated !== undefined && { stated: options.stated }),
    ...(options.taken !== undefined && { taken: options.taken }),
    ...(options.simplify !== undefined && { simplify: options.simplify }),
  };
  // A head is written in text; what was made from binary files has none.
  if (source.encoding === 'binary' || !hasHead(source.text)) return parse(source, base);
  const { head, bodyStart } = readDocumentFile(source.text, source.path);
  const { region: code, source: _, lines, ...fields } = head;
  const region =
    code === undefined ? undefined : { code, name: ws.regions().byCode.get(code)?.name ?? code };
  const stated: StatedHead = {
    ...fields,
    ...(region !== undefined && { region }),
    ...options.stated,
  };
  return parse(
    { ...source, layout: 'paragraphs' },
    { ...base, single: true, stated, from: bodyStart, marked: lines === 'marked' },
  );
}

/** What a name stands for as parsed files: one for each id of an alias, else the one it names. */
export async function readFiles(
  ws: Workspace,
  name: string,
  options: ReadOptions = {},
): Promise<ParsedFile[]> {
  const files: ParsedFile[] = [];
  for (const one of namesOf(ws, name)) files.push(await readDocuments(ws, one, options));
  return files;
}

/** A parsed file as units with the way back to lines and pages. */
export function unitsOf(parsed: ParsedFile): DocumentUnits[] {
  const source = placesOf(parsed.source);
  return parsed.documents.map((document) => segment(document, source));
}

/** What a name stands for, taken apart: the ids of an alias, else the name itself. */
function namesOf(ws: Workspace, name: string): readonly string[] {
  const ids = ws.corpus.file.aliases[name];
  const isFile = existsSync(resolve(ws.cwd, name)) && statSync(resolve(ws.cwd, name)).isFile();
  return ids !== undefined && !isFile ? ids : [name];
}

/** One side of a comparison: an alias, an id, a path or `-`. */
export async function readSide(
  ws: Workspace,
  name: string,
  options: ReadOptions = {},
): Promise<Side> {
  const documents: DocumentUnits[] = [];
  for (const item of namesOf(ws, name)) documents.push(...(await unitsOfName(ws, item, options)));
  // A path is shown by its file's name: no folders of this machine in tables and exports.
  return {
    name:
      documents[0]?.head.id === name || namesOf(ws, name).length > 1 || !looksLikePath(name)
        ? name
        : basename(name),
    documents,
  };
}

/** The sides of several names, in order. */
export async function readSides(
  ws: Workspace,
  names: readonly string[],
  options: ReadOptions = {},
): Promise<Side[]> {
  const sides: Side[] = [];
  for (const name of names) sides.push(await readSide(ws, name, options));
  return sides;
}

/** Units of one name; a document of the corpus is read and cut only where no earlier run has done so. */
async function unitsOfName(
  ws: Workspace,
  name: string,
  options: ReadOptions,
): Promise<readonly DocumentUnits[]> {
  const entry = ws.entries().find((item) => item.head.id === name);
  if (entry === undefined) return unitsOf(await readDocuments(ws, name, options));
  const source = await readAs(ws, entry.path, entry.shownPath, options);
  const reading = await readingOf(source, options);
  const owner = ws.owners.get(name);
  const own = contentKey(source.path, source.text);
  if (owner !== undefined && owner !== own) return unitsOf(parseApart(ws, source, reading));
  ws.owners.set(name, own);
  const key = (): string =>
    contentKey(JSON.stringify(source), JSON.stringify(options), ws.regionsText(), ws.namesText());
  return ws.cache.remember('units', key, () => unitsOf(parseSource(ws, source, reading)));
}

/** Every document of the corpus as one side, in its order. */
export async function corpusSide(ws: Workspace): Promise<Side> {
  const documents: DocumentUnits[] = [];
  for (const { head } of ws.entries()) documents.push(...(await readSide(ws, head.id)).documents);
  return { name: ws.corpus.shownRoot, documents };
}

/** Documents of several sides, each once, in order. */
export function distinctDocuments(
  sides: readonly { readonly documents: readonly DocumentUnits[] }[],
): DocumentUnits[] {
  const documents = sides.flatMap((side) => side.documents);
  return [...new Map(documents.map((document) => [document.head.id, document])).values()];
}
