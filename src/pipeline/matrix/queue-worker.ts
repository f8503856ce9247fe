/** A worker: takes pairs from a queue, wherever it runs, if it has the corpus. */
import { readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { itemAt } from '../../text/index.js';
import type { Workspace } from '../workspace.js';
import { forEachAtOnce } from './at-once.js';
import { type Paper, paperKey } from './collection.js';
import { type Crew, openCrew } from './crew.js';
import {
  connectionOf,
  loadBullmq,
  PATIENCE_MS,
  type PairsAnswer,
  type PairsJob,
  type PaperName,
  QUEUE,
  refusal,
  refused,
  untilReady,
} from './queue-jobs.js';
import { runKey } from './run-key.js';

export interface WorkQueueOptions {
  readonly url: string;
  /** A folder of files that is no corpus; the corpus of the workspace without it. */
  readonly folder?: string | undefined;
  /** Threads; default 1. */
  readonly jobs?: number;
  /** End after so many seconds without work; without it, work on until `signal`. */
  readonly idle?: number | undefined;
  /** Ends the work once the jobs at hand are done. */
  readonly signal?: AbortSignal;
  readonly tell?: (event: WorkerEvent) => void;
}

export type WorkerEvent =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly pairs: number }
  | { readonly kind: 'refused'; readonly why: string };

/**
 * Milliseconds after which a job whose worker is gone is another's. The threads work, so that this one renews its
 * claim however long a pair takes.
 */
const CLAIM_MS = 15_000;
/** Times a job may lose its worker before it is given up: a paper that breaks whoever reads it must not break all. */
const MOST_LOSSES = 3;
const LOOK_MS = 250;
/** Between two tries of a server that refuses. */
const RETRY_MS = 1_000;
/** One that has refused nothing for so long takes work again: it is asked at least every six seconds. */
const FORGOTTEN_MS = 8_000;

/** What a worker is at. */
interface WorkState {
  pairs: number;
  busy: number;
  since: number;
  /** What the server refuses in its own words, as long as it does. */
  refused: { readonly error: Error; readonly since: number; readonly last: number } | undefined;
}

/**
 * *Out* how many pairs were compared. *Errors*: `matrix/no-package`, `matrix/no-queue`, `matrix/queue-refused` where the
 * server has no room or takes no writes, and that does not pass.
 */
export async function workQueue(ws: Workspace, options: WorkQueueOptions): Promise<number> {
  const { url, jobs = 1, tell } = options;
  const { Worker } = await loadBullmq();
  const crews = new Map<string, Promise<Crew>>();
  const state: WorkState = { pairs: 0, busy: 0, since: performance.now(), refused: undefined };
  const work = async (job: PairsJob): Promise<PairsAnswer> => {
    state.busy += 1;
    state.refused = undefined;
    try {
      const answer = await answerOf(ws, options, crews, job);
      state.pairs += answer.length;
      tell?.({ kind: 'done', pairs: state.pairs });
      return answer;
    } catch (error) {
      tell?.({ kind: 'refused', why: error instanceof Error ? error.message : String(error) });
      throw error;
    } finally {
      state.busy -= 1;
      state.since = performance.now();
    }
  };
  const worker = new Worker<PairsJob, PairsAnswer>(QUEUE, ({ data }) => work(data), {
    connection: connectionOf(url),
    concurrency: jobs,
    lockDuration: CLAIM_MS,
    stalledInterval: CLAIM_MS / 3,
    maxStalledCount: MOST_LOSSES,
    runRetryDelay: RETRY_MS,
  });
  worker.on('error', (error) => {
    const last = performance.now();
    if (refusal(error) !== undefined)
      state.refused = { error, since: state.refused?.since ?? last, last };
  });
  try {
    await untilReady(worker, url);
    tell?.({ kind: 'ready' });
    await untilEnded(options, state);
    await worker.close();
  } finally {
    await worker.close(true).catch(() => undefined);
    for (const crew of crews.values()) await crew.then((own) => own.dismiss());
  }
  return state.pairs;
}

async function untilEnded(
  { url, idle, signal }: WorkQueueOptions,
  state: WorkState,
): Promise<void> {
  for (;;) {
    if (signal?.aborted === true) return;
    const now = performance.now();
    const quiet = state.busy === 0 && now - state.since > (idle ?? Infinity) * 1000;
    if (now - (state.refused?.last ?? now) > FORGOTTEN_MS) state.refused = undefined;
    const { error, since = now, last = now } = state.refused ?? {};
    if (error !== undefined && (quiet || last - since > PATIENCE_MS)) throw refused(error, url);
    if (quiet) return;
    await new Promise((done) => setTimeout(done, LOOK_MS));
  }
}

async function answerOf(
  ws: Workspace,
  { folder, jobs = 1 }: WorkQueueOptions,
  crews: Map<string, Promise<Crew>>,
  { run, wanted, papers, pairs }: PairsJob,
): Promise<PairsAnswer> {
  if (runKey(ws, wanted) !== run)
    throw new Error('another version of duibiao, of its engine, themes or lexicons than the run’s');
  const root = folder === undefined ? ws.corpus.root : resolve(ws.cwd, folder);
  const own = papers.map((paper) => foundPaper(root, paper));
  const corpus = ws.corpus.embedded ? undefined : ws.corpus.root;
  const open = (): Promise<Crew> =>
    openCrew(ws, { cwd: ws.cwd, corpus, wanted }, { jobs, apart: true });
  const crew = await (crews.get(run) ?? opened(crews, run, open));
  const answer = new Map<number, PairsAnswer[number]>();
  await forEachAtOnce(pairs.entries(), 1, async ([i, [up, down]]) => {
    answer.set(i, await crew.pair(itemAt(own, up), itemAt(own, down)));
  });
  return pairs.map((_, i) => {
    const outcome = answer.get(i);
    if (outcome === undefined) throw new Error('a pair was not compared');
    return outcome;
  });
}

function opened(
  crews: Map<string, Promise<Crew>>,
  run: string,
  open: () => Promise<Crew>,
): Promise<Crew> {
  const crew = open();
  crews.set(run, crew);
  return crew;
}

/** The paper as it lies here: the same bytes at the same place, or this worker is the wrong one. */
function foundPaper(root: string, name: PaperName): Paper {
  const file = join(root, ...name.path.split('/'));
  if (!resolve(file).startsWith(resolve(root) + sep))
    throw new Error(`${name.path} leads out of the corpus`);
  if (paperKey(name.path, readFileSync(file)) !== name.key)
    throw new Error(`${name.path} differs from the one of the run: the corpora are not the same`);
  return { ...name, file };
}
