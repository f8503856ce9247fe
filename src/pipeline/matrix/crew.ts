/** Who works on papers: this thread, or several others. */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { MatrixFault, MatrixPaper } from '../../model/index.js';
import { describeError, UserError } from '../../text/index.js';
import { once } from '../once.js';
import { PROJECT } from '../version.js';
import { openWorkspace, type Workspace } from '../workspace.js';
import type { Paper, PaperFile } from './collection.js';
import { type PairResult, type PaperWork, paperWork, type Wanted } from './paper-work.js';

/**
 * Megabytes a thread's heap may grow to before it is tidied for good: with what is ready in it, it holds 60 MB, and a
 * pair of long plans asks for as much again while it is compared. Left to itself it would grow to several times that.
 */
const LIMITS = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 16 };

/** What a thread is told when it begins. */
export interface CrewSetting {
  readonly cwd: string;
  /** The corpus whose lexicons, themes and engine are used. */
  readonly corpus: string | undefined;
  readonly wanted: Wanted;
}

/** One piece of work. */
export type Task =
  | { readonly kind: 'head'; readonly file: PaperFile }
  | { readonly kind: 'pair'; readonly upstream: Paper; readonly downstream: Paper };

/** What came of it; a text that cannot be read ends no run. */
export type Outcome<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'failed'; readonly why: MatrixFault['why'] };

export interface Crew {
  readonly jobs: number;
  readonly head: (file: PaperFile) => Promise<Outcome<MatrixPaper>>;
  readonly pair: (upstream: Paper, downstream: Paper) => Promise<Outcome<PairResult>>;
  readonly dismiss: () => Promise<void>;
}

/** Two threads stay below 600 MB whatever the corpus; more are asked for. */
export function usualJobs(): number {
  return Math.min(2, availableParallelism());
}

/**
 * Papers times their bytes, which pairs of them grow with, that one thread compares no later than two that load all they need anew.
 *
 * *Source* processor seconds, one thread and two in sum: four papers of 1 kB 1.0 and 2.9; six of 28 kB 6.7 and 12.8; ten of 29 kB
 * 11.8 and 26. Each thread warms up and prepares its papers anew.
 */
const LITTLE = 3_000_000;

/** How many threads a collection is worth where nobody says. */
export function jobsFor(files: readonly Pick<PaperFile, 'bytes'>[]): number {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return files.length * bytes <= LITTLE ? 1 : usualJobs();
}

/**
 * One job is done in this thread (unless it is to stay free: `apart`), more in as many others; code and knowledge are loaded
 * once in each.
 */
export async function openCrew(
  ws: Workspace,
  setting: CrewSetting,
  { jobs, apart = false }: { readonly jobs: number; readonly apart?: boolean },
): Promise<Crew> {
  if (jobs === 1 && !apart) {
    const work = paperWork(ws, setting.wanted);
    return crewOf(
      1,
      (task) => doTask(work, task),
      async () => undefined,
    );
  }
  const { Tinypool } = await import('tinypool');
  const pool = new Tinypool({
    filename: fileURLToPath(new URL('dist/pipeline/matrix/crew-thread.js', PROJECT)),
    runtime: 'worker_threads',
    minThreads: jobs,
    maxThreads: jobs,
    concurrentTasksPerWorker: 1,
    workerData: setting,
    resourceLimits: LIMITS,
    // An idle thread would load everything anew.
    idleTimeout: 600_000,
  });
  const here = once(() => paperWork(ws, setting.wanted));
  // A thread that broke down (a paper of a thousand pages): the pool starts another, and this one has more room.
  const run = (task: Task): Promise<unknown> => pool.run(task).catch(() => doTask(here(), task));
  return crewOf(jobs, run, () => pool.destroy());
}

function crewOf(
  jobs: number,
  run: (task: Task) => Promise<unknown>,
  dismiss: () => Promise<void>,
): Crew {
  const done = async <Value>(task: Task): Promise<Outcome<Value>> =>
    (await run(task)) as Outcome<Value>;
  return {
    jobs,
    head: (file) => done({ kind: 'head', file }),
    pair: (upstream, downstream) => done({ kind: 'pair', upstream, downstream }),
    dismiss,
  };
}

/** One piece of work done, or why it could not be. */
export async function doTask(work: PaperWork, task: Task): Promise<Outcome<unknown>> {
  try {
    const value =
      task.kind === 'head'
        ? await work.head(task.file)
        : await work.pair(task.upstream, task.downstream);
    return { kind: 'done', value };
  } catch (error) {
    return { kind: 'failed', why: reasonOf(error) };
  }
}

/** A bug shows itself by its first lines: one paper does not end a run of days. */
function reasonOf(error: unknown): MatrixFault['why'] {
  if (error instanceof UserError)
    return { en: describeError(error, 'en').message, zh: describeError(error, 'zh').message };
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const bug = text.split('\n').slice(0, 2).join(' ').trim();
  return { en: bug, zh: bug };
}

/** The work of another thread. */
export function openWork({ cwd, corpus, wanted }: CrewSetting): PaperWork {
  return paperWork(openWorkspace(cwd, corpus), wanted);
}
