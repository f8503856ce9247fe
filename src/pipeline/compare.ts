/** Two or three levels side by side. */
import { type ComparisonOptions, compareSides } from '../findings/index.js';
import type { Alignment, ComparisonView } from '../model/index.js';
import { sectionsOf } from './addresses.js';
import { alignLevels, comparisonTools } from './align.js';
import { labelsOfSides, themesOf } from './knowledge.js';
import { type ReadOptions, readSides } from './read.js';
import { selectThemes } from './select-themes.js';
import type { Workspace } from './workspace.js';

export interface ComparisonOfOptions
  extends ReadOptions,
    Omit<ComparisonOptions, 'tokenize' | 'differ' | 'scope'> {
  /** Only rows of these themes: ids or labels, separated by commas. */
  readonly theme?: string;
  /** Only these sections: `45`, `45:46`, `hubei:45`, a label or words of a heading. */
  readonly section?: string;
}

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
  const themes = theme === undefined ? undefined : selectThemes(themesOf(ws), theme);
  const sides = await readSides(ws, names, reading);
  const alignments = await alignLevels(ws, sides);
  const sections = section === undefined ? undefined : sectionsOf(ws, section, sides);
  const view = compareSides(alignments, {
    ...(await comparisonTools(ws, alignments)),
    ...(ignoreSwaps !== undefined && { ignoreSwaps }),
    scope: {
      ...(themes && { units: new Set(labelsOfSides(sides, themes, ws.cache).keys()) }),
      ...(sections && { sections }),
    },
    ...(filters !== undefined && { filters }),
    ...(context !== undefined && { context }),
  });
  return { view, alignments };
}
