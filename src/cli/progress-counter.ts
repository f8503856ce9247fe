/** The thread of `progress.ts`: counts the seconds and writes the line. It runs when it is loaded. */
import { writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';

export interface CounterData {
  /** First: 0 quiet, 1 this thread is writing, 2 closed. Second: 1 when something was shown. */
  readonly state: Int32Array;
  readonly patience: number;
}

const STANDARD_ERROR = 2;
/** Five times a second: the seconds tick evenly, and the line is wiped without a wait that could be felt. */
const PERIOD_MS = 200;

function count({ state, patience }: CounterData): void {
  const began = performance.now();
  let label = '';
  let shown = '';
  parentPort?.on('message', (text: string) => {
    label = text;
  });
  setInterval(() => {
    const gone = performance.now() - began;
    const line = `${label} … ${Math.round(gone / 1000)} s`;
    if (gone < patience || label === '' || line === shown) return;
    if (Atomics.compareExchange(state, 0, 0, 1) !== 0) return;
    Atomics.store(state, 1, 1);
    write(`\r\u001b[K${line}`);
    shown = line;
    Atomics.store(state, 0, 0);
  }, PERIOD_MS);
}

function write(line: string): void {
  try {
    writeSync(STANDARD_ERROR, line);
  } catch {
    // A terminal that is gone or busy: the line is of no use then.
  }
}

count(workerData as CounterData);
