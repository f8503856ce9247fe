/** The gate on corpus edits: a corpus looked at, compared with what was accepted, and judged. */
import { join, relative } from 'node:path';
import {
  acceptedParts,
  type CorpusState,
  carriedFingerprints,
  compareStates,
  fingerprintsOf,
  judge,
  lockFindings,
  type MovedPart,
  movedParts,
  rawFindings,
} from '../../check/index.js';
import type { LockFile } from '../../corpus/index.js';
import type { CheckReport, YardstickPart } from '../../model/index.js';
import { UserError } from '../../text/index.js';
import { gateVersion } from '../cache.js';
import type { Workspace } from '../workspace.js';
import { type Base, gatherBase } from './base.js';
import { type GuardCache, openGuardCache } from './cache.js';
import { compared } from './compared.js';
import { type FixedFile, fixDiff, fixedFiles, writeFixed } from './fix.js';
import {
  acceptedPairs,
  comparable,
  type LockSize,
  openLock,
  outdated,
  sameEngine,
  writeLock,
} from './lock.js';
import { type Configured, configure, type SettingOptions } from './settings.js';
import { type Gathered, gatherState } from './state.js';

export { configurationText } from './settings.js';

export interface GuardOptions extends SettingOptions {
  /** Compare with the corpus as git has it at this revision rather than with the lock. */
  readonly since?: string;
  /** Write what can be mended first. */
  readonly fix?: boolean;
  /** Only say what `fix` would write. */
  readonly dryRun?: boolean;
  /** Accept the corpus as it is: write the lock. */
  readonly update?: boolean;
  /** Keep results in `.duibiao-cache/check.json` of the working folder. */
  readonly keep?: boolean;
  /** The day ignores are judged by, `2026-01-31`; default: today. */
  readonly today?: string;
}

/** How much was mended. */
export interface FixCount {
  readonly count: number;
  readonly files: number;
}

/** A revision that gave nothing to compare with; without an error it had no corpus. */
export interface MissingBase {
  readonly revision: string;
  readonly error?: UserError;
}

export type GuardResult =
  | {
      readonly type: 'report';
      readonly report: CheckReport;
      readonly fixed?: FixCount;
      readonly missingBase?: MissingBase;
    }
  | {
      readonly type: 'update';
      /** The lock's path, from the working folder. */
      readonly lock: string;
      readonly size: LockSize;
      readonly fixed?: FixCount;
    }
  /** Unified differences, as `git apply` takes them. */
  | { readonly type: 'dry-run'; readonly diff: string };

/** Mending one thing may uncover another (a page number between two blanks); this many rounds settle any text. */
const MOST_ROUNDS = 3;

/**
 * Hold a corpus against its rules, its lock or an earlier revision.
 *
 * *Errors*: `corpus/bad-file`, `corpus/unknown-theme`, `corpus/embedded` for `fix` on the corpus of the program,
 * `cli/bad-value` for a revision git does not know.
 * *Writes* only with `fix`, `update` and `keep`.
 *
 * @example
 * const ws = openWorkspace(process.cwd());
 * const result = await guardCorpus(ws, { maxWarnings: 0 });
 * const failed = result.type === 'report' && result.report.failed;
 */
export async function guardCorpus(ws: Workspace, options: GuardOptions = {}): Promise<GuardResult> {
  const cachePath = join(ws.cwd, '.duibiao-cache', 'check.json');
  const keep = options.keep === true;
  const cache = openGuardCache(keep ? { path: cachePath, version: gateVersion() } : undefined);
  const result = await guard({ ws, options, cache, configured: configure(ws, options) });
  cache.save();
  return result;
}

/** The corpus of an installed program: not to be written to. */
export function isShipped({ corpus, cwd }: Workspace): boolean {
  return corpus.embedded && relative(cwd, corpus.root).startsWith('..');
}

interface Run {
  readonly ws: Workspace;
  readonly options: GuardOptions;
  readonly configured: Configured;
  readonly cache: GuardCache;
}

async function guard(run: Run): Promise<GuardResult> {
  const { ws, options, configured } = run;
  const found = await gather(run);
  if (options.dryRun === true)
    return { type: 'dry-run', diff: fixDiff(fixedFiles(ws, found.state)) };
  const mended = options.fix === true ? await fix(run, found) : undefined;
  const gathered = mended?.gathered ?? found;
  const fixed = mended && { fixed: mended.fixed };
  if (options.update === true) {
    const size = writeLock(configured.lockPath, gathered);
    return { type: 'update', lock: configured.shownLock, size, ...fixed };
  }
  return { type: 'report', ...(await judged(run, gathered)), ...fixed };
}

function gather({ ws, configured, cache }: Run): Promise<Gathered> {
  const { pairs } = configured.config;
  return gatherState(ws, { cache, ...(pairs !== undefined && { pairs }) });
}

async function fix(
  run: Run,
  first: Gathered,
): Promise<{ readonly gathered: Gathered; readonly fixed: FixCount }> {
  if (isShipped(run.ws)) throw new UserError('corpus/embedded', {});
  let gathered = first;
  const written: FixedFile[] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const files = fixedFiles(run.ws, gathered.state);
    if (files.length === 0) break;
    writeFixed(files);
    written.push(...files);
    gathered = await gather(run);
  }
  const count = written.reduce((sum, file) => sum + file.count, 0);
  return { gathered, fixed: { count, files: new Set(written.map(({ path }) => path)).size } };
}

interface Judged {
  readonly report: CheckReport;
  readonly missingBase?: MissingBase;
}

function judged(run: Run, gathered: Gathered): Promise<Judged> {
  const { since } = run.options;
  return since === undefined
    ? Promise.resolve(againstLock(run, gathered))
    : againstRevision(run, gathered, since);
}

function againstLock({ options, configured }: Run, gathered: Gathered): Judged {
  const { settings, lockPath, shownLock } = configured;
  const lock = openLock(lockPath, shownLock);
  const same = lock !== undefined && sameEngine(lock, gathered);
  const before = same ? comparable(lock, gathered) : undefined;
  const { state } = gathered;
  const parts = lockParts(lock, gathered, shownLock);
  const themes = new Set(parts.flatMap(({ kind, name }) => (kind === 'theme' ? [name] : [])));
  const comparison = compareStates(before, state, themes);
  const report = judge({
    state,
    comparison,
    settings,
    known: new Set(lock?.findings ?? []),
    accepted: new Set(),
    remarks: [
      ...(lock !== undefined && !same ? [outdated(shownLock)] : []),
      ...lockFindings(parts, comparison.shifts, shownLock),
    ],
    ...(parts.length > 0 && { yardstick: { parts: parts.map(partOf), themes: [] } }),
    today: options.today ?? today(),
  });
  return { report };
}

/** What is measured otherwise than the lock has it, less the engine, of which `outdated` tells. */
function lockParts(
  lock: LockFile | undefined,
  { state }: Gathered,
  shownLock: string,
): readonly MovedPart[] {
  if (lock?.yardstick === undefined) return [];
  const parts = movedParts(lock.yardstick, state, shownLock);
  return parts.filter(({ kind }) => kind !== 'engine');
}

function partOf({ kind, name, path, change }: MovedPart): YardstickPart {
  return { kind, name, path, change };
}

/** Findings of the lock are known still, what it has accepted stays so; links are compared with the revision's. */
async function againstRevision(run: Run, gathered: Gathered, since: string): Promise<Judged> {
  const { ws, options, configured, cache } = run;
  const { settings, config, lockPath, shownLock } = configured;
  const lock = openLock(lockPath, shownLock);
  const pairs = config.pairs !== undefined && { pairs: config.pairs };
  const current = { gathered, elsewhere: shownLock };
  const base: Base = await gatherBase(ws, since, { cache, ...pairs }, current);
  const then = base.gathered?.state;
  const { comparison, remarks, yardstick, byYardstick } = compared(base, gathered);
  const report = judge({
    state: gathered.state,
    comparison,
    settings,
    known: new Set([
      ...(lock?.findings ?? []),
      ...(then === undefined ? [] : knownOf(then, gathered.state)),
    ]),
    byYardstick,
    accepted: new Set([
      ...acceptedPairs(lock, gathered),
      ...(lock?.yardstick === undefined
        ? []
        : acceptedParts(lock.yardstick, gathered.state.yardstick, base.crossed?.parts ?? [])),
    ]),
    remarks: [
      ...(lock !== undefined && !sameEngine(lock, gathered) ? [outdated(shownLock)] : []),
      ...remarks,
    ],
    ...(yardstick !== undefined && { yardstick }),
    changed: base.changed,
    today: options.today ?? today(),
  });
  return {
    report,
    ...(base.missing !== undefined && { missingBase: { revision: since, ...base.missing } }),
  };
}

/** What was found before, and what is found now beside other words. */
function knownOf(then: CorpusState, now: CorpusState): string[] {
  const [before, after] = [rawFindings(then), rawFindings(now)];
  return [...fingerprintsOf(before), ...carriedFingerprints(before, after)];
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
