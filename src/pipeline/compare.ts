/** Two or three levels side by side. */
import {
  type ComparisonOptions,
  compareSides,
  extractTargets,
  missingWeights,
} from '../findings/index.js';
import type { Alignment, ComparisonView } from '../model/index.js';
import { alignLevels, comparisonTools } from './align.js';
import { commitmentLexicon, targetLexicon } from './knowledge.js';
import { type ReadOptions, readSides } from './read.js';
import { type ScopeOptions, scopeOf } from './scope.js';
import type { Workspace } from './workspace.js';

export interface ComparisonOfOptions
  extends ReadOptions,
    ScopeOptions,
    Omit<ComparisonOptions, 'tokenize' | 'differ' | 'scope'> {}

export interface ComparisonResult {
  readonly view: ComparisonView;
  /** From the highest level down, one for each step. */
  readonly alignments: readonly Alignment[];
}

/**
 * Sides next to each other, row by row, with the changes in each.
 *
 * *In* two or three names, highest level first. *Errors*: `corpus/unknown-document`, `corpus/unknown-theme`,
 * `cli/unknown-section`, those of reading; `RangeError` for another number of names.
 *
 * @example
 * const ws = openWorkspace(process.cwd());
 * const { view } = await comparisonOf(ws, ['hubei', 'wuhan'], { theme: 'housing' });
 */
export async function comparisonOf(
  ws: Workspace,
  names: readonly string[],
  { theme, section, ignoreSwaps, filters, context, ...reading }: ComparisonOfOptions = {},
): Promise<ComparisonResult> {
  const sides = await readSides(ws, names, reading);
  const alignments = await alignLevels(ws, sides);
  const scope = scopeOf(ws, sides, { theme, section });
  const view = compareSides(alignments, {
    ...(await comparisonTools(ws, alignments)),
    ...(ignoreSwaps !== undefined && { ignoreSwaps }),
    scope,
    ...(filters !== undefined && { filters }),
    ...(filters?.only === 'missing' && { weights: weightsOf(ws, alignments) }),
    ...(context !== undefined && { context }),
  });
  return { view, alignments };
}

/** What each upper sentence lost, to put the heaviest first. */
function weightsOf(ws: Workspace, alignments: readonly Alignment[]): ReadonlyMap<string, number> {
  const [lexicon, commitment] = [targetLexicon(ws), commitmentLexicon(ws)];
  return new Map(
    alignments.flatMap((alignment) => {
      const targets = alignment.upstream.documents.flatMap((document) =>
        extractTargets(document, lexicon),
      );
      return [...missingWeights(alignment, targets, commitment)];
    }),
  );
}
