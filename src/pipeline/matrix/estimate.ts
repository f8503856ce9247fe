/** What a run would take, from some of its pairs. */
import { itemAt } from '../../text/index.js';
import type { Paper } from './collection.js';
import type { Crew } from './crew.js';
import { papersOf } from './queue-jobs.js';

/** What a run would take. */
export interface MatrixEstimate {
  /** Pairs that no earlier run has. */
  readonly open: number;
  /** Pairs that were compared to find out. */
  readonly samples: number;
  /** Of one pair on one thread, with reading its papers. */
  readonly secondsEach: number;
  /** On as many threads as work on it. */
  readonly jobs: number;
  readonly seconds: number;
  /** Of the kept results. */
  readonly bytes: number;
}

/** Enough for a figure that is right within a third; a few seconds. */
const SAMPLES = 8;

/**
 * Compare some pairs, evenly from the whole, and time them.
 *
 * *In* the open pairs in any order. What cannot be compared is timed too.
 */
export async function estimate(
  papers: readonly Paper[],
  open: readonly number[],
  crew: Crew,
): Promise<MatrixEstimate> {
  const count = Math.min(SAMPLES, open.length);
  // The first loads what all need; it is not timed.
  const [first] = open;
  if (first !== undefined) await crew.pair(...papersOf(papers, first));
  const began = performance.now();
  let bytes = 0;
  for (let i = 0; i < count; i += 1) {
    const at = Math.floor(((i + 0.5) * open.length) / count);
    const found = await crew.pair(...papersOf(papers, itemAt(open, at)));
    if (found.kind === 'done') bytes += Buffer.byteLength(JSON.stringify(found.value));
  }
  const secondsEach = count === 0 ? 0 : (performance.now() - began) / 1000 / count;
  return {
    open: open.length,
    samples: count,
    secondsEach,
    jobs: crew.jobs,
    seconds: (secondsEach * open.length) / crew.jobs,
    bytes: count === 0 ? 0 : (bytes / count) * open.length,
  };
}
