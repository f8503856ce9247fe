/** The run that owns the results: hands pairs to a queue and takes what comes back, each result once. */
import type { Job, Queue } from 'bullmq';
import type { MatrixFault } from '../../model/index.js';
import { itemAt } from '../../text/index.js';
import type { Paper } from './collection.js';
import type { Journal } from './journal.js';
import type { PairCodes } from './pairs.js';
import type { Wanted } from './paper-work.js';
import {
  type Chunk,
  chunksOf,
  connectionOf,
  jobOf,
  loadBullmq,
  type PairsAnswer,
  type PairsJob,
  papersOf,
  QUEUE,
  refused,
  untilReady,
} from './queue-jobs.js';

interface Coordinated {
  readonly url: string;
  readonly run: string;
  readonly wanted: Wanted;
  readonly papers: readonly Paper[];
  readonly codes: PairCodes;
  readonly journal: Journal;
  /** Told of every pair that is settled. */
  readonly settled: (pairs: number) => void;
  /** Told, now and then, how many workers there are. */
  readonly workers: (count: number) => void;
}

/** Jobs that stand on the server at one time: it holds no more however large the run is. */
const MOST_OUT = 256;
/** Jobs looked at in one go. */
const PAGE = 64;
const PAUSE_MS = 250;
/** How often workers are counted, and jobs looked for that the server has lost. */
const ROUND_MS = 5000;

/** A job is tried again by another worker before it is given up. */
const TRIES = { attempts: 5, backoff: { type: 'fixed', delay: 1000 } } as const;

/**
 * Have the open pairs compared by whoever listens to the queue.
 *
 * A result is written to the journal before its job is removed, and jobs have the same names in every run: whatever is
 * killed in between, nothing is lost, and what comes twice is taken once.
 * *Out* what could not be compared, once each. *Errors*: `matrix/no-package`, `matrix/no-queue`, `matrix/queue-refused`.
 */
export async function coordinate(run: Coordinated): Promise<MatrixFault[]> {
  const { Queue } = await loadBullmq();
  const queue = new Queue<PairsJob, PairsAnswer>(QUEUE, {
    connection: connectionOf(run.url),
    defaultJobOptions: { ...TRIES, removeOnComplete: false, removeOnFail: false },
  });
  // A server that is away is waited for; commands are kept meanwhile.
  queue.on('error', () => undefined);
  try {
    await untilReady(queue, run.url);
    return await settleAll(queue, run);
  } catch (error) {
    throw refused(error, run.url);
  } finally {
    await queue.close().catch(() => undefined);
  }
}

/** Jobs on the server by name, and the faults so far. */
interface Out {
  readonly chunks: Map<string, Chunk>;
  readonly faults: Map<string, MatrixFault>;
}

async function settleAll(
  queue: Queue<PairsJob, PairsAnswer>,
  run: Coordinated,
): Promise<MatrixFault[]> {
  const out: Out = { chunks: new Map(), faults: new Map() };
  const open = openChunks(run);
  let round = Number.NEGATIVE_INFINITY;
  for (let more = true; more || out.chunks.size > 0; ) {
    more = await handOut(queue, run, open, out);
    const came = (await takeDone(queue, run, out)) + (await takeFailed(queue, run, out));
    if (performance.now() - round > ROUND_MS) {
      round = performance.now();
      run.workers(await queue.getWorkersCount());
      await handOutAgain(queue, run, out);
    }
    if (came === 0) await new Promise((done) => setTimeout(done, PAUSE_MS));
  }
  return [...out.faults.values()];
}

function* openChunks({ run, papers, codes, journal }: Coordinated): Generator<Chunk> {
  for (const chunk of chunksOf(run, papers, codes))
    if (chunk.codes.some((code) => !journal.has(code))) yield chunk;
}

/** Fill the queue up. *Out* whether more is to come. */
async function handOut(
  queue: Queue<PairsJob, PairsAnswer>,
  run: Coordinated,
  open: Generator<Chunk>,
  { chunks }: Out,
): Promise<boolean> {
  const added: Chunk[] = [];
  while (chunks.size < MOST_OUT) {
    const next = open.next();
    if (next.done === true) break;
    chunks.set(next.value.id, next.value);
    added.push(next.value);
  }
  await addJobs(queue, run, added);
  return chunks.size === MOST_OUT;
}

/** A job that is there already stays as it is. */
async function addJobs(
  queue: Queue<PairsJob, PairsAnswer>,
  { run, wanted, papers }: Coordinated,
  chunks: readonly Chunk[],
): Promise<void> {
  if (chunks.length === 0) return;
  await queue.addBulk(
    chunks.map((chunk) => ({
      name: 'pairs',
      data: jobOf(run, wanted, papers, chunk),
      opts: { jobId: chunk.id, ...TRIES },
    })),
  );
}

async function takeDone(
  queue: Queue<PairsJob, PairsAnswer>,
  run: Coordinated,
  out: Out,
): Promise<number> {
  const jobs = await mine(out, (start, end) => queue.getCompleted(start, end));
  for (const { job, chunk } of jobs) {
    for (const [i, outcome] of job.returnvalue.entries()) {
      const code = itemAt(chunk.codes, i);
      if (outcome.kind === 'done') run.journal.add(code, outcome.value);
      else tellFault(run, out, code, outcome.why);
    }
    await settle(run, out, job, chunk);
  }
  return jobs.length;
}

async function takeFailed(
  queue: Queue<PairsJob, PairsAnswer>,
  run: Coordinated,
  out: Out,
): Promise<number> {
  const jobs = await mine(out, (start, end) => queue.getFailed(start, end));
  for (const { job, chunk } of jobs) {
    const { failedReason: why } = job;
    for (const code of chunk.codes) tellFault(run, out, code, { en: why, zh: why });
    await settle(run, out, job, chunk);
  }
  return jobs.length;
}

async function settle(run: Coordinated, out: Out, job: Job, chunk: Chunk): Promise<void> {
  await job.remove();
  out.chunks.delete(chunk.id);
  run.settled(chunk.codes.length);
}

/** Jobs of this run among those of a kind; other runs may use the same server. */
async function mine(
  { chunks }: Out,
  page: (start: number, end: number) => Promise<readonly Job<PairsJob, PairsAnswer>[]>,
): Promise<{ job: Job<PairsJob, PairsAnswer>; chunk: Chunk }[]> {
  for (let start = 0; ; start += PAGE) {
    const jobs = await page(start, start + PAGE - 1);
    const own = jobs.flatMap((job) => {
      const chunk = job === undefined ? undefined : chunks.get(job.id ?? '');
      return chunk === undefined ? [] : [{ job, chunk }];
    });
    if (own.length > 0 || jobs.length < PAGE) return own;
  }
}

/** What the server forgot (it was started anew without its data) is handed out again. */
async function handOutAgain(
  queue: Queue<PairsJob, PairsAnswer>,
  run: Coordinated,
  { chunks }: Out,
): Promise<void> {
  const lost: Chunk[] = [];
  for (const chunk of chunks.values())
    if ((await queue.getJobState(chunk.id)) === 'unknown') lost.push(chunk);
  await addJobs(queue, run, lost);
}

function tellFault(
  { papers }: Coordinated,
  { faults }: Out,
  code: number,
  why: MatrixFault['why'],
): void {
  const [up, down] = papersOf(papers, code);
  if (!faults.has(why.en)) faults.set(why.en, { path: `${up.path} → ${down.path}`, why });
}
