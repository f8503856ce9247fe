/** What a corpus to be searched holds: the documents of a duibiao corpus, or the papers in any folder. */
import { readdirSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { paperEndings } from '../../ingest/index.js';
import { UserError } from '../../text/index.js';
import type { Workspace } from '../workspace.js';

/** A file of a corpus, as it is now. */
export interface CorpusText {
  /** Relative to the corpus, with `/`. */
  readonly path: string;
  readonly size: number;
  /** When it was written, in milliseconds. */
  readonly time: number;
}

/** A folder with papers in it. */
export interface SearchedFolder {
  /** As it is opened. */
  readonly root: string;
  /** As the user named it. */
  readonly shown: string;
  readonly texts: readonly CorpusText[];
}

/**
 * The folder to search: `folder`, else the workspace's corpus. In a duibiao corpus its documents count, in any other folder every
 * file of a format that is read, at any depth; what begins with a full stop is left out.
 *
 * *Errors*: `search/no-folder`, `search/no-papers`.
 */
export function textsIn(ws: Workspace, folder: string | undefined): SearchedFolder {
  const root = folder === undefined ? ws.corpus.root : resolve(ws.cwd, folder);
  const shown = folder ?? ws.corpus.shownRoot;
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new UserError('search/no-folder', { path: shown });
  const paths =
    root === ws.corpus.root
      ? ws.entries().map((entry) => relative(root, entry.path))
      : papersBelow(root, paperEndings());
  const texts = paths
    .map((path) => path.split(sep).join('/'))
    .sort()
    .flatMap((path): CorpusText[] => {
      const found = statSync(join(root, path), { throwIfNoEntry: false });
      return found?.isFile() === true ? [{ path, size: found.size, time: found.mtimeMs }] : [];
    });
  if (texts.length === 0) throw new UserError('search/no-papers', { path: shown });
  return { root, shown, texts };
}

function papersBelow(root: string, endings: readonly string[], folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((item) => {
    if (item.name.startsWith('.')) return [];
    const path = join(folder, item.name);
    if (item.isDirectory()) return papersBelow(root, endings, path);
    const name = item.name.toLowerCase();
    return endings.some((ending) => name.endsWith(ending)) ? [path] : [];
  });
}
