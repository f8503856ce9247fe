import type { LineHint } from '../model/index.js';

/** Fewest rows under each other that make a table. */
const FEWEST_ROWS = 2;

/**
 * Rows of tables in plain text: lines under each other whose cells are parted by tabs, as many in each.
 *
 * A tab after the number of a heading, before the page of an entry of a table of contents or at the start
 * of a paragraph makes none. Cost: linear.
 */
export function tabRows(text: string): LineHint[] {
  const hints: LineHint[] = [];
  let run: { readonly start: number; readonly cells: readonly string[] }[] = [];
  const close = (): void => {
    const pages = run.every(({ cells }) => cells.length === 2 && /^\d{1,3}$/.test(cells[1] ?? ''));
    if (run.length >= FEWEST_ROWS && !pages)
      for (const { start } of run) hints.push({ start, role: 'table-row' });
    run = [];
  };
  let start = 0;
  for (const line of text.split('\n')) {
    const cells = line.includes('\t') ? cellsOf(line) : [];
    const fits = cells.length > 1 && (run[0]?.cells.length ?? cells.length) === cells.length;
    if (!fits && line.trim() !== '') close();
    if (cells.length > 1) run.push({ start, cells });
    start += line.length + 1;
  }
  close();
  return hints;
}

/** None where the line is no row. */
function cellsOf(line: string): readonly string[] {
  if (/^[\s\u3000]/.test(line)) return [];
  const cells = line
    .split(/\t+/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
  const numbered =
    cells.length === 2 && /^[第（(\d一二三四五六七八九十]\S{0,6}$/.test(cells[0] ?? '');
  return numbered ? [] : cells;
}
