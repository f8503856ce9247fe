import { type Phrase, phrase } from '../messages/index.js';
import { patternCost } from '../text/index.js';

/** Why a pattern may not stand in a file, or `undefined` if it may. */
interface PatternFault {
  readonly problem: Phrase;
  readonly advice: Phrase;
}

/** Steps that a search of one text may take, at some 3 ns: less than a second, whatever the text is. */
const MOST_STEPS = 250_000_000;
/** Texts may be so long: 2,500 steps from one place. The shipped themes take up to 383. */
const LONGEST_TEXT = 100_000;

/**
 * Says whether a pattern of a user's file compiles, finds something, and can never backtrack for long: see `patternCost`.
 *
 * *In*: the source of a regular expression for flag `u`; how long the texts are at most, where they are short: then repetition
 * without a bound may pass.
 */
export function findPatternFault(source: string, longest?: number): PatternFault | undefined {
  const cost = patternCost(source, longest);
  switch (cost.kind) {
    case 'compile':
      return {
        problem: phrase('pattern/compile', { why: phrase('regexp/syntax', { text: cost.why }) }),
        advice: phrase('pattern/compile.advice'),
      };
    case 'steps':
      if (cost.steps * (longest ?? LONGEST_TEXT) > MOST_STEPS)
        return { problem: phrase('pattern/slow'), advice: phrase('pattern/slow.advice') };
      return new RegExp(source, 'u').test('')
        ? { problem: phrase('pattern/empty'), advice: phrase('pattern/empty.advice') }
        : undefined;
    case 'long':
      return { problem: phrase('pattern/long'), advice: phrase('pattern/slow.advice') };
    case 'back-reference':
      return {
        problem: phrase('pattern/back-reference'),
        advice: phrase('pattern/back-reference.advice'),
      };
    case 'unbounded':
      return { problem: phrase('pattern/unbounded'), advice: phrase('pattern/unbounded.advice') };
  }
}
