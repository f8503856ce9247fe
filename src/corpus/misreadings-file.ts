import { UserError } from '../text/index.js';
import { findPatternFault } from './theme-pattern.js';

/**
 * Reads `lexicon/misreadings.tsv`: a pattern and what was meant, apart by a tab.
 *
 * *Errors*: `corpus/bad-file` with the line of a pattern that does not compile or could take long.
 */
export function readMisreadings(
  content: string,
  path: string,
): readonly (readonly [wrong: string, right: string])[] {
  return content.split('\n').flatMap((text, index) => {
    const [wrong, right] = text.trimEnd().split('\t');
    if (text.startsWith('#') || wrong === undefined || right === undefined) return [];
    const fault = findPatternFault(wrong);
    if (fault !== undefined)
      throw new UserError('corpus/bad-file', { path, line: index + 1, ...fault });
    return [[wrong, right] as const];
  });
}
