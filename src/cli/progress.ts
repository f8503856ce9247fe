import { Worker } from 'node:worker_threads';
import { harmless, truncate } from '../text/index.js';
import type { CliIo } from './io.js';
import type { CounterData } from './progress-counter.js';

/** Tells a waiting person what is being done. */
interface Progress {
  /** What is done from now on. */
  readonly step: (label: string) => void;
  /** Wipe what was shown, before anything else is printed. */
  readonly end: () => void;
}

/** Shorter waits need no explanation, and a line that flashes up is worse than none. */
const PATIENCE_MS = 500;

/** Room for ` … 999 s` and the cursor. */
const TAIL = 10;

export const NO_PROGRESS: Progress = { step: () => undefined, end: () => undefined };

/** Progress is for a person at a terminal: on standard error, never in CI, never where it is no terminal. */
export function wantsProgress(io: CliIo): boolean {
  const { CI, TERM } = io.env;
  return io.stderr.isTTY && TERM !== 'dumb' && (CI === undefined || CI === '' || CI === 'false');
}

/**
 * One line on standard error, after half a second, with the seconds gone by.
 *
 * The engine works without a pause, so no timer of this thread would ever ring: a second one counts and writes. It is
 * started with the first step, which commands announce only for work that no cache spares them.
 */
export function openProgress(io: CliIo): Progress {
  if (!wantsProgress(io)) return NO_PROGRESS;
  // First: 0 quiet, 1 the other thread is writing, 2 closed. Second: 1 when something was shown.
  const state = new Int32Array(new SharedArrayBuffer(8));
  let worker: Worker | undefined;
  return {
    step: (label) => {
      worker ??= startWorker(state);
      const room = Math.max(4, (io.stderr.columns ?? 80) - TAIL);
      worker.postMessage(truncate(harmless(label), room, () => '…'));
    },
    end: () => {
      if (worker === undefined) return;
      // Writing one line takes microseconds: wait for it rather than to be written over.
      while (Atomics.compareExchange(state, 0, 0, 2) === 1);
      if (Atomics.load(state, 1) === 1) io.stderr.write('\r\u001b[K');
      void worker.terminate();
      worker = undefined;
    },
  };
}

function startWorker(state: Int32Array): Worker {
  const counter = new URL('./progress-counter.js', import.meta.url);
  const workerData: CounterData = { state, patience: PATIENCE_MS };
  const worker = new Worker(counter, { workerData, execArgv: [] });
  // A command that fails must not wait for it, nor fail because of it.
  worker.unref();
  worker.on('error', () => undefined);
  return worker;
}
