import type { ComparisonEntry, ComparisonRow, ComparisonView } from '../../model/index.js';

/** `duibiao.comparison/1`: the rows of `compare`, folded ones unfolded. */
export function comparisonJson(view: ComparisonView): object {
  return {
    schema: 'duibiao.comparison/1',
    sides: view.sides.map(({ name, level, titles, units, unitsInScope }) => ({
      name,
      level: level ?? null,
      titles,
      units,
      unitsInScope,
    })),
    summaries: view.summaries.map(({ coverage, ...counts }) => ({
      ...counts,
      coverage: coverage ?? null,
    })),
    notes: view.notes,
    blocks: view.blocks.map(({ head, rows }) => ({
      sections: head.sections,
      relations: head.relations.map((relation) => relation ?? null),
      rows: [...(head.row === undefined ? [] : [head.row]), ...rows].flatMap(rowsOf),
    })),
  };
}

function rowsOf(entry: ComparisonEntry): object[] {
  if (entry.type === 'folded') return entry.rows.map(rowJson);
  return entry.type === 'moved' ? [] : [rowJson(entry)];
}

function rowJson(row: ComparisonRow): object {
  return {
    status: row.status,
    cells: row.cells.map(({ sentences, text }) => ({
      units: sentences.map(({ unit }) => unit),
      text,
    })),
    pairs: row.pairs.map((pair) => pair ?? null),
  };
}
