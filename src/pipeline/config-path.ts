/** Where the configuration of a run is. */
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Corpus } from '../corpus/index.js';
import { UserError } from '../text/index.js';

const NAME = 'duibiao.config.yaml';

interface ConfigPath {
  /** Absent where there is none. */
  readonly path?: string;
  /** As people are told of it. */
  readonly shown: string;
}

/** The file named, else `duibiao.config.yaml` in the working folder or beside the corpus. Errors: `ingest/not-found`. */
export function configFile(
  { cwd, corpus }: { readonly cwd: string; readonly corpus: Corpus },
  named?: string,
): ConfigPath {
  const home = corpus.embedded ? cwd : dirname(corpus.root);
  const explicit = named === undefined ? undefined : resolve(cwd, named);
  if (explicit !== undefined && !existsSync(explicit))
    throw new UserError('ingest/not-found', { path: named ?? '' });
  const path = explicit ?? [cwd, home].map((folder) => join(folder, NAME)).find(existsSync);
  return path === undefined ? { shown: NAME } : { path, shown: relative(cwd, path) || NAME };
}
