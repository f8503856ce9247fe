/** Joins the pure stages: names and files in, values of `model` out. */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { labelThemes } from './align/index.js';
import {
  type Corpus,
  type CorpusEntry,
  corpusEntries,
  hasHead,
  lexiconFile,
  openCorpus,
  readDocumentFile,
  readNamesFile,
  readTheme,
  themeFiles,
} from './corpus/index.js';
import { type IngestOptions, readSource } from './ingest/index.js';
import type {
  DocumentUnits,
  ParsedFile,
  Side,
  SourceText,
  Theme,
  ThemeLabel,
  UnitSource,
} from './model/index.js';
import {
  createRegionIndex,
  type ParseOptions,
  parse,
  type RegionIndex,
  type StatedHead,
} from './parse/index.js';
import { segment } from './segment/index.js';
import { lineIndex, nearest, UserError } from './text/index.js';

/** A corpus with its data files, opened once for a run; what is costly is read when first asked for. */
export interface Workspace {
  readonly cwd: string;
  readonly corpus: Corpus;
  readonly entries: () => readonly CorpusEntry[];
  readonly regions: () => RegionIndex;
  readonly names: () => ParseOptions['names'];
  readonly themes: () => readonly Theme[];
}

export function openWorkspace(cwd: string, corpusFolder?: string): Workspace {
  const corpus = openCorpus(cwd, corpusFolder);
  return {
    cwd,
    corpus,
    entries: once(() => corpusEntries(corpus)),
    regions: once(() => createRegionIndex(lexiconFile(corpus, 'regions.tsv').content)),
    names: once(() => {
      const file = lexiconFile(corpus, 'document-names.yaml');
      return readNamesFile(file.content, file.path);
    }),
    themes: once(() => readThemes(corpus)),
  };
}

/** Errors: `corpus/bad-file` for the first fault of the first theme file that has one. */
function readThemes(corpus: Corpus): Theme[] {
  return themeFiles(corpus).map(({ path, content }) => {
    const { theme, problems } = readTheme(content, path);
    const [fault] = problems;
    if (theme !== undefined) return theme;
    throw new UserError('corpus/bad-file', {
      path,
      line: fault?.line ?? 1,
      problem: fault?.message ?? '',
      advice: fault?.hint ?? '',
    });
  });
}

/** Themes of the corpus, in the order of their files. */
export function themesOf(ws: Workspace): readonly Theme[] {
  return ws.themes();
}

export function labelsOf(document: DocumentUnits, themes: readonly Theme[]): readonly ThemeLabel[] {
  return labelThemes(document, themes);
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

export interface ReadOptions extends IngestOptions {
  readonly single?: boolean;
  readonly stated?: StatedHead;
}

/**
 * Read and parse what a name stands for: a document id of the corpus, a path, or `-`.
 * `PATH#ID` takes one document of a compendium.
 *
 * Errors: `corpus/unknown-document` with the nearest names; those of `ingest` and of document heads.
 */
export async function readDocuments(
  ws: Workspace,
  name: string,
  options: ReadOptions = {},
): Promise<ParsedFile> {
  const entry = ws.entries().find((item) => item.head.id === name);
  if (entry !== undefined)
    return parseSource(
      ws,
      { ...(await readSource(entry.path, options)), path: entry.shownPath },
      options,
    );
  const hash = name.lastIndexOf('#');
  const whole = existsSync(resolve(ws.cwd, name)) || hash < 0;
  const path = whole ? name : name.slice(0, hash);
  if (path !== '-' && !existsSync(resolve(ws.cwd, path)) && !looksLikePath(path))
    throw unknownDocument(ws, name);
  const source = await readSource(openPath(ws, path), options);
  const parsed = parseSource(ws, { ...source, path }, options);
  if (whole) return parsed;
  const documents = parsed.documents.filter((document) => document.id === name.slice(hash + 1));
  if (documents.length === 0)
    throw unknownDocument(
      ws,
      name,
      parsed.documents.map((document) => `${path}#${document.id}`),
    );
  return { ...parsed, documents };
}

/** As the user wrote it where that opens the same file, so that messages name it so. */
function openPath(ws: Workspace, path: string): string {
  return path === '-' || resolve(path) === resolve(ws.cwd, path) ? path : resolve(ws.cwd, path);
}

/** A name with a folder or a file ending was meant as a path: the reader says what is wrong with it. */
function looksLikePath(name: string): boolean {
  return /[\\/]/.test(name) || /\.[a-z0-9]{1,8}$/i.test(name);
}

function unknownDocument(ws: Workspace, name: string, known = knownNames(ws)): Error {
  return new UserError('corpus/unknown-document', {
    name,
    nearest: nearest(name, known).join(', ') || known[0] || '-',
    known: known.join(', '),
  });
}

/** Ids and aliases, for messages and completion. */
export function knownNames(ws: Workspace): string[] {
  return [...Object.keys(ws.corpus.file.aliases), ...ws.entries().map((entry) => entry.head.id)];
}

/** Text that carries a YAML head is a corpus document wherever it lies. */
function parseSource(ws: Workspace, source: SourceText, options: ReadOptions): ParsedFile {
  const base: ParseOptions = {
    regions: ws.regions(),
    names: ws.names(),
    ...(options.single !== undefined && { single: options.single }),
    ...(options.stated !== undefined && { stated: options.stated }),
  };
  if (source.format === 'pdf' || source.format === 'docx' || !hasHead(source.text))
    return parse(source, base);
  const { head, bodyStart } = readDocumentFile(source.text, source.path);
  const { region: code, source: _, ...fields } = head;
  const region =
    code === undefined ? undefined : { code, name: ws.regions().byCode.get(code)?.name ?? code };
  const stated: StatedHead = {
    ...fields,
    ...(region !== undefined && { region }),
    ...options.stated,
  };
  return parse(
    { ...source, layout: 'paragraphs' },
    { ...base, single: true, stated, from: bodyStart },
  );
}

/** A parsed file as units with the way back to lines and pages. */
export function unitsOf(parsed: ParsedFile): DocumentUnits[] {
  const source: UnitSource = {
    path: parsed.source.path,
    lineStarts: lineIndex(parsed.source.text).starts,
    places: parsed.source.places,
  };
  return parsed.documents.map((document) => segment(document, source));
}

/** One side of a comparison: an alias, an id, a path or `-`. */
export async function readSide(
  ws: Workspace,
  name: string,
  options: ReadOptions = {},
): Promise<Side> {
  const ids = ws.corpus.file.aliases[name];
  const isFile = existsSync(resolve(ws.cwd, name)) && statSync(resolve(ws.cwd, name)).isFile();
  const names = ids !== undefined && !isFile ? ids : [name];
  const documents: DocumentUnits[] = [];
  for (const item of names) documents.push(...unitsOf(await readDocuments(ws, item, options)));
  return { name, documents };
}
