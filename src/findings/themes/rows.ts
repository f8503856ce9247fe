import type { Theme, ThemeLabel } from '../../model/index.js';
import { type PlaceOf, placeCells, placeColumns, type RowTable } from '../../render/index.js';
import { rounded } from '../../text/index.js';

/** `duibiao.theme-rows/1`: one row for each label of a sentence. */
export function themeRows(
  labels: readonly ThemeLabel[],
  themes: readonly Theme[],
  placeOf: PlaceOf,
  language: 'zh' | 'en',
): RowTable {
  const names = new Map(themes.map((theme) => [theme.id, theme.labels[language]]));
  return {
    schema: 'duibiao.theme-rows/1',
    columns: ['theme', 'name', 'grade', 'score', 'evidence', ...placeColumns()],
    rows: labels.map(({ unit, theme, grade, score, evidence }) => ({
      theme,
      name: names.get(theme) ?? theme,
      grade,
      score: rounded(score),
      evidence,
      ...placeCells([unit], placeOf),
    })),
  };
}
