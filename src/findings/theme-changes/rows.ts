import type { ThemeChange } from '../../model/index.js';
import type { RowTable, TableRow } from '../../render/index.js';
import { type PlaceOf, placeCells, placeColumns } from '../../render/index.js';
import { labelOf } from './label.js';

/** `duibiao.theme-change-rows/1`: one row for each sentence that an edit of a theme adds, loses or grades anew. */
export function themeChangeRows(changes: readonly ThemeChange[], placeOf: PlaceOf): RowTable {
  return {
    schema: 'duibiao.theme-change-rows/1',
    columns: ['theme', 'change', 'grade_before', 'grade_after', 'evidence', ...placeColumns()],
    rows: changes.flatMap((change) =>
      (['gained', 'lost', 'regraded'] as const).flatMap((kind) =>
        change[kind].map(
          (own): TableRow => ({
            theme: change.theme,
            change: kind,
            grade_before: own.before?.grade ?? null,
            grade_after: own.after?.grade ?? null,
            evidence: labelOf(own).evidence,
            ...placeCells([own.unit], placeOf),
          }),
        ),
      ),
    ),
  };
}
