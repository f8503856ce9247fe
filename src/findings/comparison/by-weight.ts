import type { ComparisonBlock, ComparisonRow } from '../../model/index.js';

/**
 * Rows in order of weight instead of the text's, each under the head of its section; rows of one section that follow each other share it.
 *
 * *In* `weights` by sentence: a row is as heavy as the heaviest of its sentences. Notes of moved sentences lead nowhere here and are left out.
 */
export function inOrderOfWeight(
  blocks: readonly ComparisonBlock[],
  weights: ReadonlyMap<string, number>,
): ComparisonBlock[] {
  const weightOf = (row: ComparisonRow): number =>
    Math.max(
      0,
      ...row.cells.flatMap(({ sentences }) => sentences.map(({ unit }) => weights.get(unit) ?? 0)),
    );
  const rows = blocks.flatMap(({ head: { row: heading, ...head }, rows: own }) =>
    [...(heading ? [heading] : []), ...own].flatMap((entry) =>
      entry.type === 'moved'
        ? []
        : (entry.type === 'folded' ? entry.rows : [entry]).map((row) => ({ head, row })),
    ),
  );
  const ordered: { head: ComparisonBlock['head']; rows: ComparisonRow[] }[] = [];
  for (const { head, row } of rows.sort((a, b) => weightOf(b.row) - weightOf(a.row))) {
    const last = ordered.at(-1);
    if (last !== undefined && last.head === head) last.rows.push(row);
    else ordered.push({ head, rows: [row] });
  }
  return ordered;
}
