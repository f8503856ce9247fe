import type { ComparisonScope } from '../findings/index.js';
import type { Side } from '../model/index.js';
import { sectionsOf } from './addresses.js';
import { labelsOfSides, themesOf } from './knowledge.js';
import { selectThemes } from './select-themes.js';
import type { Workspace } from './workspace.js';

/** What of the sides is asked for. */
export interface ScopeOptions {
  /** Only sentences of these themes: ids or labels, separated by commas. */
  readonly theme?: string | undefined;
  /** Only these sections: `45`, `45:46`, `hubei:45`, a label or words of a heading. */
  readonly section?: string | undefined;
}

/** The sentences and sections asked for; what is left open is all. Errors: `corpus/unknown-theme`, `cli/unknown-section`. */
export function scopeOf(
  ws: Workspace,
  sides: readonly Side[],
  { theme, section }: ScopeOptions,
): ComparisonScope {
  const themes = theme === undefined ? undefined : selectThemes(themesOf(ws), theme);
  const sections = section === undefined ? undefined : sectionsOf(ws, section, sides);
  return {
    ...(themes && { units: new Set(labelsOfSides(sides, themes, ws.cache).keys()) }),
    ...(sections && { sections }),
  };
}
