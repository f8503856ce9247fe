/** Documents into the files of a corpus, and back into clean texts. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  type CorpusOutput,
  cleanTextOf,
  type DocumentFileHead,
  documentFileText,
  fileHeadOf,
  splitFiles,
  writeWhole,
} from '../corpus/index.js';
import type { ParsedFile, PolicyDocument } from '../model/index.js';
import { UserError } from '../text/index.js';
import { type ReadOptions, readDocuments, readFiles } from './read.js';
import { storedText } from './stored-form.js';
import type { Workspace } from './workspace.js';

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

export function writerOf(ws: Workspace, { source }: ParsedFile) {
  return (head: DocumentFileHead, document: PolicyDocument): string =>
    storedText(ws, source.path, head, document);
}

export function slugsOf(ws: Workspace): (code: string) => string | undefined {
  return (code) => ws.regions().byCode.get(code)?.slug;
}

function refuseExisting(ws: Workspace, folder: string, outputs: readonly CorpusOutput[]): void {
  const blocked = outputs.find(({ path }) => existsSync(resolve(ws.cwd, folder, path)));
  if (blocked !== undefined)
    throw new UserError('corpus/exists', { path: join(folder, blocked.path) });
}

export function writeAll(ws: Workspace, folder: string, outputs: readonly CorpusOutput[]): void {
  for (const { path, content } of outputs) writeWhole(resolve(ws.cwd, folder, path), content);
}

export function contentOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
