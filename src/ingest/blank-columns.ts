import type { Diagnostic, LineHint } from '../model/index.js';
import { displayWidth } from '../text/index.js';

/** Fewest lines under each other whose columns say that they are rows. */
const FEWEST_ROWS = 3;
/** What parts columns: two blanks, or an ideographic blank that is not alone. */
const GAP = /(?:[ \u00a0]{2,}|[ \u00a0]?\u3000[ \u00a0\u3000]+|[ \u00a0]\u3000)/;
/** The same, kept where a line is parted. */
const GAPS = new RegExp(`(${GAP.source})`);
/** Columns may differ by half a character. */
const SLACK = 1;
/** Numbers of headings, which blanks part from their words. */
const NUMBERED =
  /^(?:第.{1,8}[编篇章节条款]|目[录次]?|附件?|[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]|[\d.．]{1,8}$)/;

interface Cell {
  readonly text: string;
  /** In columns of a terminal. */
  readonly left: number;
  readonly right: number;
}

interface Row {
  readonly start: number;
  readonly end: number;
  readonly cells: readonly Cell[];
}

/**
 * Rows of tables in plain text whose cells blanks alone part, as a converter of PDFs leaves them: three lines
 * or more under each other whose cells begin, end or are centred at the same places.
 *
 * Lines in columns that do not stand under each other are text, and it is said. Cost: linear.
 */
export function blankColumns(text: string): {
  readonly hints: readonly LineHint[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const hints: LineHint[] = [];
  const diagnostics: Diagnostic[] = [];
  let group: Row[] = [];
  const close = (): void => {
    for (const run of runsOf(group)) {
      if (isTable(run)) for (const { start } of run) hints.push({ start, role: 'table-row' });
      else diagnostics.push(...doubtful(run));
    }
    group = [];
  };
  let start = 0;
  for (const line of text.split('\n')) {
    const printed = line.endsWith('\r') ? line.slice(0, -1) : line;
    const cells = cellsOf(printed);
    if (cells.length > 1) group.push({ start, end: start + printed.length, cells });
    else if (printed.trim() !== '') close();
    start += line.length + 1;
  }
  close();
  return { hints, diagnostics };
}

/** Lines cut where the columns are no longer those of the line before. */
function runsOf(rows: readonly Row[]): readonly (readonly Row[])[] {
  const runs: Row[][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run !== undefined && before !== undefined && isUnder(before, row)) run.push(row);
    else runs.push([row]);
  }
  return joinedDoubtful(runs);
}

/** Lines alone in their columns, under each other, are one place to look at. */
function joinedDoubtful(runs: readonly Row[][]): readonly (readonly Row[])[] {
  const joined: Row[][] = [];
  for (const run of runs) {
    const before = joined.at(-1);
    if (before !== undefined && !isTable(before) && !isTable(run)) before.push(...run);
    else joined.push([...run]);
  }
  return joined;
}

function isUnder(above: Row, row: Row): boolean {
  return (
    above.cells.length === row.cells.length &&
    above.cells.every((cell, at) => {
      const other = row.cells[at];
      return other !== undefined && isSameColumn(cell, other);
    })
  );
}

function isSameColumn(a: Cell, b: Cell): boolean {
  const near = (x: number, y: number): boolean => Math.abs(x - y) <= SLACK;
  return near(a.left, b.left) || near(a.right, b.right) || near(a.left + a.right, b.left + b.right);
}

/** Entries of a table of contents with their pages, and names set apart, are none. */
function isTable(run: readonly Row[]): boolean {
  const underEachOther = run.every((row, at) => {
    const above = run[at - 1];
    return above === undefined || isUnder(above, row);
  });
  const pages = run.every(
    ({ cells }) => cells.length === 2 && /^\d{1,3}$/.test(cells[1]?.text ?? ''),
  );
  const single = run.every(({ cells }) => cells.every(({ text }) => text.length === 1));
  return run.length >= FEWEST_ROWS && underEachOther && !(pages && rises(run)) && !single;
}

/** The pages of a table of contents never fall. */
function rises(run: readonly Row[]): boolean {
  return run.every(
    ({ cells }, at) => at === 0 || Number(cells[1]?.text) >= Number(run[at - 1]?.cells[1]?.text),
  );
}

/** Three cells or more in a line, in two lines or more: a table whose columns were lost. */
function doubtful(run: readonly Row[]): readonly Diagnostic[] {
  const wide = run.filter(({ cells }) => cells.length > 2);
  const [first] = wide;
  const last = wide.at(-1);
  if (first === undefined || last === undefined || wide.length < 2) return [];
  return [
    {
      code: 'ingest/blank-columns',
      severity: 'warning',
      message: `${wide.length} lines look like rows of a table, but their columns do not stand under each other: they were read as text.`,
      span: { start: first.start, end: last.end },
      params: { lines: wide.length },
    },
  ];
}

/** None where the line is no row: one cell, tabs, the number of a heading before its words. */
function cellsOf(line: string): readonly Cell[] {
  if (line.includes('\t') || !GAP.test(line.trim())) return [];
  const cells: Cell[] = [];
  let at = 0;
  for (const piece of line.split(GAPS)) {
    const width = displayWidth(piece);
    const text = piece.trim();
    if (text !== '') {
      const left = at + displayWidth(piece.slice(0, piece.length - piece.trimStart().length));
      cells.push({ text, left, right: left + displayWidth(text) });
    }
    at += width;
  }
  const [first] = cells;
  if (cells.length < 2 || (cells.length === 2 && NUMBERED.test(first?.text ?? ''))) return [];
  return /^第.{1,8}[编篇章节条]$/.test(first?.text ?? '') ? [] : cells;
}
