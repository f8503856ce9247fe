import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DocumentFacts, PairFacts, ThemeUse } from '../../check/index.js';
import { writeWhole } from '../../corpus/index.js';

type Shelf<Value> = (key: string, make: () => Promise<Value>) => Promise<Value>;

/**
 * Results by a hash of everything they depend on. Shared by the two states of one run; kept between runs on demand.
 *
 * Not a shelf of the cache of `corpus`: that one goes by the times of the program's files and lies in the user's
 * folder, while this is one file in the project which a build server carries from run to run, past a fresh install.
 */
export interface GuardCache {
  readonly documents: Shelf<DocumentFacts>;
  readonly uses: Shelf<ThemeUse>;
  readonly pairs: Shelf<PairFacts>;
  /** Write what this run used, if anything was new; nothing else stays. */
  readonly save: () => void;
}

const SCHEMA = 'duibiao.check-cache/2';
const SHELVES = ['documents', 'uses', 'pairs'] as const;

/** Where results are kept between runs. */
interface GuardCacheFile {
  readonly path: string;
  /** Stands for the code that results depend on: what other rules have found is not told again. */
  readonly version: string;
}

/** A cache in a file, or in memory alone. A file that is not one of ours, or of other rules, is as none. */
export function openGuardCache(file?: GuardCacheFile): GuardCache {
  const stored = file === undefined ? {} : load(file);
  const work = { done: 0 };
  const used: Record<string, Record<string, unknown>> = {};
  const shelf = <Value>(name: (typeof SHELVES)[number]): Shelf<Value> => {
    const values: Record<string, unknown> = stored[name] ?? {};
    const kept: Record<string, unknown> = {};
    used[name] = kept;
    return async (key, make) => {
      const known = kept[key] ?? values[key];
      if (known === undefined) work.done += 1;
      const value = (known as Value | undefined) ?? (await make());
      kept[key] = value;
      return value;
    };
  };
  return {
    documents: shelf('documents'),
    uses: shelf('uses'),
    pairs: shelf('pairs'),
    save: () => {
      if (file === undefined || work.done === 0) return;
      const { path, version } = file;
      // The folder lies in the keeper's work tree, and no commit is to hold it: said first, for a run that is killed
      // in between has its results to write again, and does both.
      const unwanted = join(dirname(path), '.gitignore');
      if (!existsSync(unwanted)) writeWhole(unwanted, '*\n');
      writeWhole(path, JSON.stringify({ schema: SCHEMA, version, ...used }));
    },
  };
}

function load({ path, version }: GuardCacheFile): Record<string, Record<string, unknown>> {
  if (!existsSync(path)) return {};
  try {
    const { schema, version: own, ...shelves } = JSON.parse(readFileSync(path, 'utf8'));
    return schema === SCHEMA && own === version ? shelves : {};
  } catch {
    // Half-written or foreign: everything is worked out again, and the file written anew.
    return {};
  }
}
