import type { ComparisonRow, ComparisonView, Report, ReportPair } from '../../model/index.js';

/** Links and sentences of the rows of a comparison. */
export function shownIn(view: ComparisonView): NonNullable<Report['shown']> {
  const rows = allRows(view);
  return {
    links: new Set(
      rows.flatMap(({ pairs }) => pairs.flatMap((pair) => pair?.links ?? [])).map(({ id }) => id),
    ),
    units: new Set(unitsOf(rows)),
  };
}

function allRows({ blocks }: ComparisonView): ComparisonRow[] {
  return blocks.flatMap(({ head, rows }) => [
    ...(head.row ? [head.row] : []),
    ...rows.flatMap((entry) =>
      entry.type === 'row' ? [entry] : entry.type === 'folded' ? entry.rows : [],
    ),
  ]);
}

function unitsOf(rows: readonly ComparisonRow[]): string[] {
  return rows.flatMap(({ cells }) =>
    cells.flatMap(({ sentences }) => sentences.map(({ unit }) => unit)),
  );
}

/** Places of each list that a short report opens; of what is missing twice as many. */
const PLACES = 20;

/** The comparison with only the rows that hold the heaviest places of each list; what is new below stands in its list alone. */
export function rowsInBrief(view: ComparisonView, pairs: readonly ReportPair[]): ComparisonView {
  const named = new Set(
    pairs
      .filter(({ upstream, downstream }) => downstream === upstream + 1)
      .flatMap(({ brief: { lists } }) => [
        ...lists.missing.slice(0, 2 * PLACES),
        ...[lists.weakened, lists.lowered, lists.postponed, lists.doubtful].flatMap((own) =>
          own.slice(0, PLACES),
        ),
      ])
      .map(({ unit }) => unit),
  );
  const isNamed = (row: ComparisonRow): boolean => unitsOf([row]).some((unit) => named.has(unit));
  const blocks = view.blocks.flatMap((block) => {
    const { row, ...head } = block.head;
    const rows = block.rows.filter((entry) => entry.type === 'row' && isNamed(entry));
    const heading = row !== undefined && isNamed(row) ? { row } : {};
    return rows.length === 0 && heading.row === undefined
      ? []
      : [{ head: { ...head, ...heading }, rows }];
  });
  const shown = allRows({ ...view, blocks }).length;
  return { ...view, blocks, rows: { ...view.rows, shown } };
}
