import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../text/index.js';
import { makeFolder } from './make-folder.js';

/** Name of the lock in the folder it guards. */
const LOCK = '.duibiao-writing';
/** How long another run is waited for, in seconds: adding a hundred papers takes less. */
const PATIENCE = 60;
const PAUSE_MS = 50;
/** A lock of another machine older than this, in seconds, is of a run that was killed there. */
const FOREIGN_AGE = 600;

/**
 * Do `work` while no other run writes into `folder`. The folder is made where it is not there.
 *
 * A lock names machine and process, so one of a killed run is taken over at once. *Errors*: `corpus/locked`,
 * `cli/unwritable`, those of `work`.
 */
export async function whileLocked<Value>(
  folder: string,
  shown: string,
  work: () => Promise<Value>,
): Promise<Value> {
  const lock = join(folder, LOCK);
  const made = !isThere(folder);
  await take(lock, folder, shown);
  // Of a run killed while it took over: nobody takes a lock over that is held.
  rmSync(guardOf(lock), { force: true });
  try {
    sweepTemporaries(folder);
    return await work();
  } finally {
    rmSync(lock, { force: true });
    if (made) dropEmpty(folder);
  }
}

/** A folder made for what was then refused. */
function dropEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It holds something, as it should.
  }
}

async function take(lock: string, folder: string, shown: string): Promise<void> {
  const until = performance.now() + PATIENCE * 1000;
  for (;;) {
    if (makeLock(lock, folder, shown)) return;
    dropDead(lock);
    if (performance.now() > until)
      throw new UserError('corpus/locked', { path: shown, lock: LOCK });
    await new Promise((done) => setTimeout(done, PAUSE_MS));
  }
}

function makeLock(lock: string, folder: string, shown: string): boolean {
  try {
    makeFolder(folder);
    writeMark(lock);
    return true;
  } catch (error) {
    const { code = 'EIO' } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && isThere(lock)) return false;
    if (code === 'EEXIST' && !isThere(folder)) return false;
    throw new UserError('cli/unwritable', { path: shown, reason: code }, { cause: error });
  }
}

/** Held by who looks whether a lock is dead. */
function guardOf(lock: string): string {
  return `${lock}.taking`;
}

/** A lock that cannot be written to is none: nobody waits for it. */
function writeMark(lock: string): void {
  const file = openSync(lock, 'wx');
  try {
    writeSync(file, ownMark());
  } catch (error) {
    rmSync(lock, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

function ownMark(): string {
  return `${process.pid} ${hostname()}\n`;
}

/** Remove a lock whose run is dead. Only one run at a time does: what it looked at must still be what it removes. */
function dropDead(lock: string): void {
  const guard = guardOf(lock);
  try {
    if (!isDead(lock)) return;
    closeSync(openSync(guard, 'wx'));
  } catch {
    // Another run is at it; a guard left by a killed one goes after a while.
    if (ageOf(guard) > PATIENCE / 6) rmSync(guard, { force: true });
    return;
  }
  if (isDead(lock)) rmSync(lock, { force: true });
  rmSync(guard, { force: true });
}

function isDead(lock: string): boolean {
  const [pid = '', host = ''] = contentOf(lock).trim().split(' ');
  // Made, but not yet written to: by a run that is between the two, or was killed there.
  if (host === '') return ageOf(lock) > 2;
  if (host !== hostname()) return ageOf(lock) > FOREIGN_AGE;
  return !isRunning(Number(pid));
}

/** Remove what killed runs left half-written in a folder and the folders in it. */
function sweepTemporaries(folder: string): void {
  for (const item of itemsIn(folder)) {
    const path = join(folder, item.name);
    if (item.isDirectory()) for (const inner of itemsIn(path)) dropLitter(path, inner.name);
    else dropLitter(folder, item.name);
  }
}

function itemsIn(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Half-written versions of a file that killed runs left beside it; `name` tells them. */
export function dropLitter(folder: string, name: string): void {
  const pid = /\.(\d+)\.tmp$/.exec(name)?.[1];
  if (pid === undefined || isRunning(Number(pid))) return;
  try {
    rmSync(join(folder, name), { force: true });
  } catch {
    // Somebody else's file: it stays.
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Seconds since a file was written; 0 where there is none. */
function ageOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? 0 : (Date.now() - found.mtimeMs) / 1000;
}
