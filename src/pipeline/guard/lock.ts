/** What was accepted: read, written, and what of it still holds. */
import { existsSync, readFileSync } from 'node:fs';
import {
  fingerprintsOf,
  linePlace,
  pairName,
  type RawFinding,
  rawFindings,
  type Snapshot,
  sameLinks,
  snapshotOf,
  type YardstickPrint,
} from '../../check/index.js';
import { type LockFile, lockText, readLockFile, writeWhole } from '../../corpus/index.js';
import type { Gathered } from './state.js';

/** Errors: `corpus/bad-file`. */
export function openLock(path: string, shown: string): LockFile | undefined {
  return existsSync(path) ? readLockFile(readFileSync(path, 'utf8'), shown) : undefined;
}

/** An earlier state less the pairs that broken files keep from being looked at now. */
export function comparable(before: Snapshot, { broken }: Gathered): Snapshot {
  const ids = new Set(before.documents.filter(({ path }) => broken.has(path)).map(({ id }) => id));
  const isWhole = ({ upstream, downstream }: Snapshot['pairs'][number]): boolean =>
    ![...upstream.documents, ...downstream.documents].some((id) => ids.has(id));
  return { ...before, pairs: before.pairs.filter(isWhole) };
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

/** The lock was written by the engine there is: its links can be compared with. */
export function sameEngine(lock: LockFile, { engine, state }: Gathered): boolean {
  if (lock.engine === engine) return true;
  const print = (files: readonly Pick<YardstickPrint, 'kind' | 'print'>[] = []) =>
    files.find(({ kind }) => kind === 'engine')?.print;
  return lock.yardstick !== undefined && print(lock.yardstick) === print(state.yardstick);
}

/** How much a lock has come to hold. */
export interface LockSize {
  readonly links: number;
  readonly findings: number;
}

/** Accept the corpus as it is. */
export function writeLock(path: string, { state, engine }: Gathered): LockSize {
  const findings = fingerprintsOf(rawFindings(state));
  const { yardstick } = state;
  writeWhole(path, lockText({ engine, yardstick, findings, ...snapshotOf(state) }));
  const links = state.pairs.reduce((sum, pair) => sum + pair.links.length, 0);
  return { links, findings: findings.length };
}
