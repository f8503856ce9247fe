import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  linePlace,
  pairName,
  type RawFinding,
  type Snapshot,
  sameLinks,
} from '../../check/index.js';
import { type LockFile, readLockFile } from '../../corpus/index.js';
import {
  changedSince,
  extractRevision,
  gitFolder,
  openWorkspace,
  type Workspace,
} from '../../pipeline.js';
import { UserError } from '../../text/index.js';
import { type Gathered, type GatherOptions, gatherState } from './check-state.js';

/** The corpus at a revision. */
export interface Base {
  readonly gathered?: Gathered;
  /** Why there is nothing to compare with. */
  readonly problem?: string;
  /** Files that differ, as shown. */
  readonly changed: readonly string[];
}

/**
 * Look at the corpus as git has it at a revision: from a copy in a temporary folder that is removed again.
 * The work tree is not touched. Errors: `cli/bad-value` for a revision git does not know.
 */
export async function gatherBase(
  ws: Workspace,
  revision: string,
  options: GatherOptions,
): Promise<Base> {
  const folder = await gitFolder(ws.corpus.root);
  const changed = (await changedSince(folder, revision)).map(
    (name) => `${ws.corpus.shownRoot}/${name}`,
  );
  const copy = mkdtempSync(join(tmpdir(), 'duibiao-'));
  try {
    await extractRevision(folder, revision, copy);
    if (!existsSync(join(copy, 'corpus.yaml'))) return { changed, problem: '' };
    const opened = openWorkspace(ws.cwd, copy);
    const base: Workspace = {
      ...opened,
      corpus: { ...opened.corpus, shownRoot: ws.corpus.shownRoot },
    };
    return { changed, gathered: await gatherState(base, options) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { changed, problem: error.message.replaceAll(copy, ws.corpus.shownRoot) };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Errors: `corpus/bad-file`. */
export function openLock(path: string, shown: string): LockFile | undefined {
  return existsSync(path) ? readLockFile(readFileSync(path, 'utf8'), shown) : undefined;
}

/** An earlier state less the pairs that broken files keep from being looked at now. */
export function comparable(before: Snapshot, { broken }: Gathered): Snapshot {
  const ids = new Set(before.documents.filter(({ path }) => broken.has(path)).map(({ id }) => id));
  const isWhole = ({ upstream, downstream }: Snapshot['pairs'][number]): boolean =>
    ![...upstream.documents, ...downstream.documents].some((id) => ids.has(id));
  return { documents: before.documents, pairs: before.pairs.filter(isWhole) };
}

/** Pairs whose links are those of the lock: somebody has accepted them. */
export function acceptedPairs(
  lock: LockFile | undefined,
  { state, engine }: Gathered,
): Set<string> {
  if (lock === undefined || lock.engine !== engine) return new Set();
  const locked = new Map(lock.pairs.map((pair) => [pairName(pair), pair]));
  return new Set(
    state.pairs
      .filter((pair) => {
        const own = locked.get(pairName(pair));
        return own !== undefined && sameLinks(own, pair);
      })
      .map(pairName),
  );
}

export function outdated(shownLock: string): RawFinding {
  return {
    rule: 'lock-outdated',
    path: shownLock,
    place: linePlace(1),
    params: { lock: shownLock },
    key: 'engine',
  };
}
