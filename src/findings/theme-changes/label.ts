import type { ThemeChangeUnit, ThemeLabel } from '../../model/index.js';

/** The label a changed unit has, or had where it has none now. */
export function labelOf({ before, after }: Pick<ThemeChangeUnit, 'before' | 'after'>): ThemeLabel {
  const label = after ?? before;
  if (label === undefined) throw new RangeError('a change is one of a label');
  return label;
}
