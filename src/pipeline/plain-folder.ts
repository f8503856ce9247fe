import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A folder as it is named, unless it is a corpus of its own. */
export function plainFolder(cwd: string, folder: string | undefined): string | undefined {
  if (folder === undefined || existsSync(join(resolve(cwd, folder), 'corpus.yaml')))
    return undefined;
  return folder;
}
