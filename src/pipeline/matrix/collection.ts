/** The papers of a corpus, or of any folder of files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { isPaperFile } from '../../ingest/index.js';
import type { MatrixPaper } from '../../model/index.js';
import { contentKey, UserError, withoutAbsent } from '../../text/index.js';
import type { Workspace } from '../workspace.js';

/** A file of a collection, not yet read as a paper. */
export interface PaperFile {
  /** As it is opened. */
  readonly file: string;
  /** From the collection's folder, with `/`. */
  readonly path: string;
  /** Equal for equal content at the same place. */
  readonly key: string;
  readonly bytes: number;
}

/** A paper that can be compared: what is known of it, and where it lies. */
export interface Paper extends MatrixPaper, PaperFile {}

/** Files of a folder that is no corpus. */
interface FolderFiles {
  readonly files: readonly PaperFile[];
  /** In no format that is read. */
  readonly left: readonly string[];
}

/** What a collection holds, before any of it is read as a paper; a corpus says what its papers are. */
export type Collected =
  | { readonly kind: 'corpus'; readonly files: readonly Paper[] }
  | ({ readonly kind: 'folder' } & FolderFiles);

/** *Errors*: `matrix/no-folder`, `matrix/empty-folder`, those of the corpus. */
export function collect(ws: Workspace, folder: string | undefined): Collected {
  if (folder === undefined) return { kind: 'corpus', files: corpusPapers(ws) };
  const found = folderFiles(resolve(ws.cwd, folder), folder);
  if (found.files.length === 0) throw new UserError('matrix/empty-folder', { path: folder });
  return { kind: 'folder', ...found };
}

/** Papers of a corpus, in its order. *Cost*: one reading of every file, for its hash. */
function corpusPapers(ws: Workspace): Paper[] {
  return ws.entries().map(({ path: file, head }) => {
    const { id, title, kind, level, region, date } = head;
    const name = region === undefined ? undefined : ws.regions().byCode.get(region)?.name;
    return {
      ...paperFile(ws.corpus.root, file),
      ...{ id, title, kind },
      ...withoutAbsent({ level, date }),
      ...(region !== undefined && { region: { code: region, name: name ?? region } }),
    };
  });
}

/** Files below a folder, by code units of their paths; what begins with a dot is none of them. */
export function folderFiles(root: string, shown: string): FolderFiles {
  const paths = filesUnder(root, shown).sort();
  const left = paths.filter((path) => !isPaperFile(path));
  const files = paths.filter(isPaperFile).map((path) => paperFile(root, path));
  return { files, left: left.map((path) => shownPath(root, path)) };
}

function filesUnder(folder: string, shown: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((item) => {
      const path = join(folder, item.name);
      if (item.name.startsWith('.')) return [];
      if (item.isDirectory()) return filesUnder(path, shown);
      return item.isFile() ? [path] : [];
    });
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'EIO';
    throw new UserError('matrix/no-folder', { path: shown, reason }, { cause: error });
  }
}

function paperFile(root: string, file: string): PaperFile {
  const bytes = readFileSync(file);
  const path = shownPath(root, file);
  return { file, path, key: paperKey(path, bytes), bytes: bytes.length };
}

/** Stands for a file's content at its place. */
export function paperKey(path: string, bytes: Uint8Array): string {
  return contentKey(path, bytes).slice(0, 16);
}

function shownPath(root: string, file: string): string {
  return relative(root, file).split(sep).join('/');
}
