/** Documents into the files of a corpus, and back into clean texts. */
import { existsSync, lstatSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import {
  type CorpusOutput,
  cleanTextOf,
  type DocumentFileHead,
  documentFileText,
  documentOutputs,
  fileHeadOf,
  readCorpusFile,
  splitFiles,
  whileLocked,
  withDocuments,
  writeWhole,
} from '../corpus/index.js';
import type { ParsedFile, PolicyDocument } from '../model/index.js';
import { itemAt, UserError, withoutAbsent } from '../text/index.js';
import { betterHead, type Guess } from './added-head.js';
import { unpackNames } from './archives.js';
import { type ReadOptions, readDocuments, readFiles } from './read.js';
import { storedText } from './stored-form.js';
import { openWorkspace, type Workspace } from './workspace.js';

export interface CleanText {
  readonly head: DocumentFileHead;
  readonly text: string;
  /** The two as a file of a corpus. */
  readonly file: string;
}

/**
 * Clean texts of what a name stands for: page furniture out, one paragraph a line.
 *
 * *Errors*: `corpus/unknown-document`, those of reading.
 *
 * @example
 * const ws = openWorkspace(process.cwd());
 * const texts = await cleanTextsOf(ws, 'wuhan');
 */
export async function cleanTextsOf(
  ws: Workspace,
  name: string,
  options: ReadOptions = {},
): Promise<CleanText[]> {
  const parsed = await readFiles(ws, name, options);
  return parsed
    .flatMap(({ documents }) => documents)
    .map((document) => {
      const head = fileHeadOf(document, undefined);
      return { head, text: cleanTextOf(document), file: documentFileText(head, document) };
    });
}

export interface AddToCorpusOptions extends ReadOptions {
  /** The corpus, made where there is none yet; the one `ws` found without it. */
  readonly folder?: string | undefined;
  /** Say what would be written. */
  readonly dryRun?: boolean;
}

/** A document that was added. */
export interface AddedDocument {
  readonly document: PolicyDocument;
  /** Path of its file, as shown. */
  readonly file: string;
  /** What its text did not tell, and where it was taken from. */
  readonly guesses: readonly Guess[];
}

export interface AddToCorpusResult {
  readonly parsed: readonly ParsedFile[];
  /** Paths of the new files, as shown. */
  readonly files: readonly string[];
  readonly documents: readonly AddedDocument[];
  /** Files inside archives that are in no format that is read. */
  readonly left: readonly string[];
}

/**
 * Files, and the papers inside archives, as documents of a corpus: their clean texts, and their names in `corpus.yaml`. All or nothing
 * is added, and what is written reads back as it was shown.
 *
 * One run writes at a time. The texts are written first, the list last: what a killed run leaves is no part of the
 * corpus, and the same call again completes it.
 *
 * *Errors*: `corpus/embedded`, `corpus/duplicate-id`, `corpus/known-text`, `corpus/cannot-store`, `corpus/unlisted`,
 * `corpus/leads-outside`, `corpus/locked`, those of reading and writing.
 *
 * @example
 * const ws = openWorkspace(process.cwd());
 * const plan = ['fixtures/parse/annex-and-box/input.txt'];
 * const { files } = await addToCorpus(ws, plan, { folder: 'a-corpus', dryRun: true });
 */
export async function addToCorpus(
  ws: Workspace,
  names: readonly string[],
  { folder = ownCorpus(ws), dryRun = false, ...reading }: AddToCorpusOptions = {},
): Promise<AddToCorpusResult> {
  const add = (): Promise<AddToCorpusResult> => addNow(ws, names, { folder, dryRun, reading });
  return dryRun ? add() : whileLocked(resolve(ws.cwd, folder), folder, add);
}

async function addNow(
  ws: Workspace,
  names: readonly string[],
  { folder, dryRun, reading }: { folder: string; dryRun: boolean; reading: ReadOptions },
): Promise<AddToCorpusResult> {
  const known = knownIn(ws.cwd, folder);
  const read: { name: string; parsed: ParsedFile; guesses: readonly Guess[] }[] = [];
  const { names: inside, left } = await unpackNames(ws.cwd, names);
  for (const name of inside) {
    const one = await readToAdd(ws, name, known, reading);
    read.push({ name, ...one });
  }
  const outputs = read.map(({ parsed }) =>
    documentOutputs(parsed, slugsOf(ws), writerOf(ws, parsed)),
  );
  const all = outputs.flat();
  const root = resolve(ws.cwd, folder);
  for (const output of all) refuseTarget(root, folder, output);
  const listed = contentOf(join(root, 'corpus.yaml'));
  const list = withDocuments(
    listed,
    all.map(({ path }) => path),
  );
  readCorpusFile(list, join(folder, 'corpus.yaml'));
  if (!dryRun) writeAll(ws, folder, [...all, { path: 'corpus.yaml', content: list }]);
  const shown = (path: string): string => join(folder, path);
  return {
    parsed: read.map(({ parsed }) => parsed),
    files: all.map(({ path }) => shown(path)),
    left,
    documents: read.flatMap(({ parsed, guesses }, i) =>
      parsed.documents.map((document, j) => ({
        document,
        file: shown(itemAt(itemAt(outputs, i), j).path),
        guesses,
      })),
    ),
  };
}

/** What a corpus holds: ids and texts by the path that has them. */
interface Known {
  readonly ids: Map<string, string>;
  /** Ids by the hash of the files that documents came from. */
  readonly texts: Map<string, string>;
}

/** A file read with an id of its own, and with what its name tells. */
async function readToAdd(
  ws: Workspace,
  name: string,
  { ids, texts }: Known,
  reading: ReadOptions,
): Promise<{ parsed: ParsedFile; guesses: readonly Guess[] }> {
  const first = await readDocuments(ws, name, reading);
  const same = texts.get(first.source.sha256);
  if (same !== undefined) throw new UserError('corpus/known-text', { path: name, id: same });
  const { stated, guesses } = betterHead(name, first, ws.regions());
  const wanted = { ...stated, ...withoutAbsent(reading.stated ?? {}) };
  const named = wanted.id !== undefined;
  const parsed = await readDocuments(ws, name, {
    ...reading,
    ...(first.documents.length === 1 && { stated: wanted }),
    // An id that was asked for is had or refused; another gives way to those there are.
    ...(!named && { taken: new Set(ids.keys()) }),
  });
  for (const { id } of parsed.documents) {
    const there = ids.get(id);
    if (there !== undefined)
      throw new UserError('corpus/duplicate-id', { id, first: there, second: name });
    ids.set(id, name);
    texts.set(parsed.source.sha256, id);
  }
  return { parsed, guesses: guesses.filter(({ field }) => reading.stated?.[field] === undefined) };
}

export interface SplitCompendiumOptions extends ReadOptions {
  readonly folder: string;
  /** Write over files that differ. */
  readonly force?: boolean;
  /** Say what would be written. */
  readonly dryRun?: boolean;
}

export interface SplitCompendiumResult {
  /** Paths of all files, as shown. */
  readonly files: readonly string[];
  /** How many were not there as they are now. */
  readonly changed: number;
}

/**
 * A compendium as a corpus of its own: a clean text a document, and `corpus.yaml`.
 *
 * *Errors*: `corpus/exists` for a file that differs, those of reading and writing.
 *
 * @example
 * const ws = openWorkspace(process.cwd());
 * const options = { folder: 'a-corpus', dryRun: true };
 * const { files } = await splitCompendium(ws, 'fixtures/compendium/source.txt', options);
 */
export async function splitCompendium(
  ws: Workspace,
  name: string,
  { folder, force = false, dryRun = false, ...reading }: SplitCompendiumOptions,
): Promise<SplitCompendiumResult> {
  const parsed = await readDocuments(ws, name, reading);
  const outputs = splitFiles(parsed, slugsOf(ws), writerOf(ws, parsed));
  const changed = outputs.filter(
    ({ path, content }) => contentOf(resolve(ws.cwd, folder, path)) !== content,
  );
  if (!dryRun) {
    if (!force) refuseExisting(ws, folder, changed);
    writeAll(ws, folder, changed);
  }
  return { files: outputs.map(({ path }) => join(folder, path)), changed: changed.length };
}

/** The corpus here or above. Errors: `corpus/embedded`, which is the program's and not to be written to. */
function ownCorpus({ corpus }: Workspace): string {
  if (corpus.embedded) throw new UserError('corpus/embedded', {});
  return corpus.root;
}

/** What is in a corpus; nothing where there is none yet. */
function knownIn(cwd: string, folder: string): Known {
  if (!existsSync(resolve(cwd, folder, 'corpus.yaml'))) return { ids: new Map(), texts: new Map() };
  const entries = openWorkspace(cwd, folder).entries();
  return {
    ids: new Map(entries.map(({ head, shownPath }) => [head.id, shownPath])),
    texts: new Map(
      entries.flatMap(({ head: { id, source } }) =>
        source === undefined ? [] : [[source.sha256, id] as const],
      ),
    ),
  };
}

/** A new document stands inside the corpus, and on no file that is there: but one that a killed run left half-way. */
function refuseTarget(root: string, folder: string, { path, content }: CorpusOutput): void {
  const target = join(root, path);
  const shown = join(folder, path);
  if (!isInside(root, dirname(target)))
    throw new UserError('corpus/leads-outside', { path: dirname(shown) });
  if (lstatSync(target, { throwIfNoEntry: false }) === undefined) return;
  if (contentOf(target) !== content) throw new UserError('corpus/unlisted', { path: shown });
}

/** The place is in the folder, links followed as far as there is something. */
function isInside(root: string, place: string): boolean {
  if (!existsSync(root)) return true;
  const whole = realpathSync(root);
  let at = place;
  while (lstatSync(at, { throwIfNoEntry: false }) === undefined) at = dirname(at);
  const real = existsSync(at) ? realpathSync(at) : undefined;
  return real !== undefined && (real === whole || real.startsWith(`${whole}${sep}`));
}

function writerOf(ws: Workspace, { source }: ParsedFile) {
  return (head: DocumentFileHead, document: PolicyDocument): string =>
    storedText(ws, source.path, head, document);
}

function slugsOf(ws: Workspace): (code: string) => string | undefined {
  return (code) => ws.regions().byCode.get(code)?.slug;
}

function refuseExisting(ws: Workspace, folder: string, outputs: readonly CorpusOutput[]): void {
  const blocked = outputs.find(({ path }) => existsSync(resolve(ws.cwd, folder, path)));
  if (blocked !== undefined)
    throw new UserError('corpus/exists', { path: join(folder, blocked.path) });
}

function writeAll(ws: Workspace, folder: string, outputs: readonly CorpusOutput[]): void {
  for (const { path, content } of outputs) writeWhole(resolve(ws.cwd, folder, path), content);
}

function contentOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
