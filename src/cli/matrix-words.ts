import type { MatrixResult, MatrixStep } from '../pipeline/index.js';
import { harmless } from '../text/index.js';
import type { CommandContext } from './context.js';

/** Faults told of one by one; the rest are counted. */
const SHOWN = 20;

/** Turns what is being done into the line a waiting person reads. */
export function stepTeller(
  { say }: CommandContext,
  step: (label: string) => void,
): (now: MatrixStep) => void {
  return (now) => {
    if (now.kind === 'workers') {
      if (now.count === 0) step(say('matrix.noWorkers'));
      return;
    }
    const { done, all } = now;
    if (now.kind === 'heads') step(say('matrix.heads', { done, all }));
    else if (now.rate === undefined || now.left === undefined)
      step(say('matrix.begin', { done, all }));
    else {
      const rate = now.rate.toFixed(now.rate < 10 ? 1 : 0);
      step(say('matrix.rate', { done, all, rate, left: spanText(now.left, say) }));
    }
  };
}

/** `40 s`, `12 min`, `3 h`, `2 d`: one figure that a person can plan by. */
export function spanText(seconds: number, say: CommandContext['say']): string {
  if (seconds < 90) return say('matrix.seconds', { count: Math.round(seconds) });
  if (seconds < 5400) return say('matrix.minutes', { count: Math.round(seconds / 60) });
  const hours = seconds / 3600;
  if (hours < 48) return say('matrix.hours', { count: rounded(hours) });
  return say('matrix.days', { count: rounded(hours / 24) });
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Say what was done, what was left out and why. *Out* whether anything could not be compared. */
export function sayFaults({ io, language, say }: CommandContext, result: MatrixResult): boolean {
  const { papers, pairs, found, kept, lost, faults, left } = result;
  const tell = (line: string): void => io.stderr.write(`${harmless(line)}\n`);
  for (const { path, why } of faults.slice(0, SHOWN))
    tell(say('matrix.fault', { path, why: why[language] }));
  if (faults.length > SHOWN) tell(say('matrix.moreFaults', { count: faults.length - SHOWN }));
  const [first] = left;
  if (first !== undefined) tell(say('matrix.left', { count: left.length, path: first }));
  tell(say('matrix.done', { papers: papers.length, pairs, found, kept, lost }));
  return faults.length > 0;
}
