/** Folders where sides are named: each file in them is a side. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../text/index.js';
import { folderFiles } from './matrix/collection.js';
import type { Workspace } from './workspace.js';

/**
 * Names as they are, folders as the papers in them, by path: one paper above a folder of them is a star.
 *
 * *In* `whole`: the folder that is meant where nothing is named. *Errors*: `matrix/empty-folder`, `matrix/no-folder`.
 *
 * @example
 * const ws = openWorkspace(process.cwd());
 * const names = sidesNamed(ws, ['hubei', 'wuhan']);
 */
export function sidesNamed(
  ws: Workspace,
  names: readonly string[],
  whole?: string | undefined,
): readonly string[] {
  const given = names.length === 0 && whole !== undefined ? [whole] : names;
  return given.flatMap((name) => {
    const path = resolve(ws.cwd, name);
    if (isKnown(ws, name) || statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true)
      return [name];
    const { files } = folderFiles(path, name);
    if (files.length === 0) throw new UserError('matrix/empty-folder', { path: name });
    const shown = name.replace(/(?<![\\/])[\\/]+$/, '');
    return files.map((file) => `${shown}/${file.path}`);
  });
}

/** What the corpus calls by this name comes before a folder that happens to have it. */
function isKnown(ws: Workspace, name: string): boolean {
  return (
    Object.hasOwn(ws.corpus.file.aliases, name) || ws.entries().some(({ head }) => head.id === name)
  );
}
