import { createContext, Script } from 'node:vm';
import { patternCost, UserError } from '../text/index.js';

/** Milliseconds that one command may spend in slow searches of a pattern that was typed. */
const PATIENCE = 2_000;
/** A search of fewer costs no more than being watched. */
const QUICK_MS = 5;
/** Steps from one place that need no watching. */
const FEW_STEPS = 2_500;

/** What is searched with: a regular expression, or one that is watched. */
interface Searcher {
  [Symbol.search](text: string): number;
}

/**
 * A regular expression that is ended when all its searches together take too long: an engine that goes back may not end in
 * years.
 *
 * *Cost*: some tenths of a millisecond a search; nothing where the pattern itself has a bound. *Errors*: `cli/slow-pattern`, thrown by a search.
 */
export function withinTime(pattern: RegExp): Searcher {
  const cost = patternCost(pattern.source);
  if (cost.kind === 'steps' && cost.steps <= FEW_STEPS) return pattern;
  const asked = { pattern, text: '' };
  const context = createContext(asked);
  const script = new Script('text.search(pattern)');
  let left = PATIENCE;
  return {
    [Symbol.search]: (text) => {
      const began = performance.now();
      asked.text = text;
      try {
        return script.runInContext(context, { timeout: Math.max(1, Math.ceil(left)) }) as number;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
        throw new UserError('cli/slow-pattern', { pattern: pattern.source });
      } finally {
        const took = performance.now() - began;
        if (took > QUICK_MS) left -= took;
      }
    },
  };
}
