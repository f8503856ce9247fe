/** Documents into the files of a corpus, and back into clean texts. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  type CorpusOutput,
  cleanTextOf,
  type DocumentFileHead,
  documentFileText,
  documentOutputs,
  fileHeadOf,
  splitFiles,
  withDocuments,
  writeWhole,
} from '../corpus/index.js';
import type { ParsedFile } from '../model/index.js';
import { UserError } from '../text/index.js';
import { unpackNames } from './archives.js';
import { type ReadOptions, readDocuments, readFiles } from './read.js';
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

export interface AddToCorpusResult {
  readonly parsed: readonly ParsedFile[];
  /** Paths of the new files, as shown. */
  readonly files: readonly string[];
  /** Files inside archives that are in no format that is read. */
  readonly left: readonly string[];
}

/**
 * Files, and the papers inside archives, as documents of a corpus: their clean texts, and their names in `corpus.yaml`. All or nothing is written.
 *
 * *Errors*: `corpus/embedded`, `corpus/duplicate-id`, `corpus/exists`, those of reading and writing.
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
  const taken = takenIds(ws.cwd, folder);
  const parsed: ParsedFile[] = [];
  const { names: inside, left } = await unpackNames(ws.cwd, names);
  for (const name of inside) {
    const file = await readDocuments(ws, name, reading);
    for (const { id } of file.documents) {
      const first = taken.get(id);
      if (first !== undefined)
        throw new UserError('corpus/duplicate-id', { id, first, second: name });
      taken.set(id, name);
    }
    parsed.push(file);
  }
  const outputs = parsed.flatMap((file) => documentOutputs(file, slugsOf(ws)));
  refuseExisting(ws, folder, outputs);
  const files = outputs.map(({ path }) => path);
  if (!dryRun) {
    const list = contentOf(resolve(ws.cwd, folder, 'corpus.yaml'));
    const content = withDocuments(list, files);
    writeAll(ws, folder, [...outputs, { path: 'corpus.yaml', content }]);
  }
  return { parsed, files: files.map((path) => join(folder, path)), left };
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
  const outputs = splitFiles(await readDocuments(ws, name, reading), slugsOf(ws));
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

/** Ids of a corpus by the path that has them; none where there is no corpus yet. */
function takenIds(cwd: string, folder: string): Map<string, string> {
  if (!existsSync(resolve(cwd, folder, 'corpus.yaml'))) return new Map();
  const ws = openWorkspace(cwd, folder);
  return new Map(ws.entries().map(({ head, shownPath }) => [head.id, shownPath]));
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
