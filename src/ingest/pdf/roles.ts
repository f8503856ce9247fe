import type { LineRole } from '../../model/index.js';
import { itemAt, valueAt } from '../../text/index.js';
import type { PrintedLine } from './lines.js';

/** The lines of one page, with what they are. */
export interface Page {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly PrintedLine[];
  /** Something of it could not be read. */
  readonly damaged?: boolean;
}

export type Roles = ReadonlyMap<PrintedLine, LineRole>;

function textOf(line: PrintedLine): string {
  return line.cells.map(({ text }) => text).join('');
}

/** How many lines at the top and at the bottom of a page may be furniture. */
const EDGE_LINES = 3;
/** Height of the zones at the top and bottom where furniture stands, as a share of the page (A4: margins of 2.5 to 3.7 cm). */
const EDGE_ZONE = 0.13;

/**
 * Page numbers, running heads and feet, footnotes, table rows.
 *
 * In: pages in order; `body`: size of the running text in points. Cost: linear.
 */
export function findRoles(pages: readonly Page[], body: number): Roles {
  const roles = new Map<PrintedLine, LineRole>();
  for (const line of findPageNumbers(pages)) roles.set(line, 'page-number');
  for (const [line, role] of findRunning(pages, roles)) roles.set(line, role);
  for (const page of pages) {
    for (const line of footnotesOf(page, roles, body)) roles.set(line, 'footnote');
    for (const line of tableRowsOf(page)) if (!roles.has(line)) roles.set(line, 'table-row');
  }
  return roles;
}

type Edge = 'top' | 'bottom';

/** Lines near an edge, outermost first, furniture found before passed over. */
function edgeLines(
  page: Page,
  edge: Edge,
  known?: ReadonlyMap<PrintedLine, LineRole>,
): PrintedLine[] {
  const inZone = (line: PrintedLine): boolean =>
    edge === 'top'
      ? line.baseline <= EDGE_ZONE * page.height
      : line.baseline >= (1 - EDGE_ZONE) * page.height;
  const lines = page.lines.filter((line) => inZone(line) && known?.has(line) !== true);
  const ordered = lines.sort((a, b) => a.baseline - b.baseline);
  return (edge === 'top' ? ordered : ordered.reverse()).slice(0, EDGE_LINES);
}

/** `7`, `— 7 —`, `- 7 -`, `第 7 页`, `第 7 页 共 9 页`, `7/9`, `· 7 ·`, `vii`, without their blanks. */
const PAGE_MARK =
  /^[-—–－―─·•~]*第?(\d{1,4}|[ivxlc]{1,7})页?(?:[，,、]?(?:\/|／|共|of)\d{1,4}页?)?[-—–－―─·•~]*$/i;

/** Marks whose numbers run with the pages; a mark in dashes needs no company. */
function findPageNumbers(pages: readonly Page[]): PrintedLine[] {
  const marks: { line: PrintedLine; shift: number | undefined; sure: boolean }[] = [];
  for (const page of pages) {
    for (const edge of ['top', 'bottom'] as const) {
      const line = edgeLines(page, edge)[0];
      const match = line === undefined ? null : PAGE_MARK.exec(textOf(line).replace(/[\s　]/g, ''));
      if (line === undefined || match === null) continue;
      const number = Number(match[1]);
      const sure = /^[-—–－―─]|[页/／]/.test(textOf(line));
      marks.push({ line, shift: Number.isNaN(number) ? undefined : number - page.number, sure });
    }
  }
  const shifts = new Map<number, number>();
  for (const { shift } of marks)
    if (shift !== undefined) shifts.set(shift, (shifts.get(shift) ?? 0) + 1);
  const runs = ({ shift }: { shift: number | undefined }): boolean =>
    shift === undefined ? marks.length > 1 : valueAt(shifts, shift) > 1 || shift === 0;
  return marks.filter((mark) => mark.sure || runs(mark)).map(({ line }) => line);
}

/** A line that returns at the same height on this many pages is furniture; in a file of two pages, on both. */
const RETURNS = 3;
/** Heights that count as the same, in points. */
const SAME_HEIGHT = 4;

function findRunning(
  pages: readonly Page[],
  known: ReadonlyMap<PrintedLine, LineRole>,
): [PrintedLine, LineRole][] {
  const found: [PrintedLine, LineRole][] = [];
  for (const edge of ['top', 'bottom'] as const) {
    const groups = new Map<string, PrintedLine[]>();
    for (const page of pages) {
      for (const line of edgeLines(page, edge, known)) {
        const key = textOf(line).replace(/\d+|[\s　]+/g, '#');
        const group = [...groups.entries()].find(
          ([name, lines]) =>
            name.startsWith(`${key}@`) &&
            Math.abs(itemAt(lines, 0).baseline - line.baseline) <= SAME_HEIGHT,
        );
        if (group === undefined) groups.set(`${key}@${line.baseline}`, [line]);
        else group[1].push(line);
      }
    }
    for (const lines of groups.values()) {
      if (lines.length < Math.min(RETURNS, Math.max(2, pages.length))) continue;
      for (const line of lines) found.push([line, edge === 'top' ? 'header' : 'footer']);
    }
  }
  return found;
}

/** Type of footnotes, at most this share of the body's: 小五 (9 pt) under 五号 (10.5 pt) is 0.86. */
const FOOTNOTE_SIZE = 0.88;
const FOOTNOTE_MARK = /^(?:[①-⑳⑴-⒇*＊]|[[［〔]?\d{1,3}[\]］〕]?|注[:：])/;

function footnotesOf(
  page: Page,
  known: ReadonlyMap<PrintedLine, LineRole>,
  body: number,
): PrintedLine[] {
  const lines = page.lines.filter((line) => !known.has(line));
  let start = lines.length;
  while (start > 0 && itemAt(lines, start - 1).size <= FOOTNOTE_SIZE * body) start -= 1;
  if (start === 0) return [];
  const first = lines.findIndex((line, i) => i >= start && FOOTNOTE_MARK.test(textOf(line)));
  const low = first >= 0 && itemAt(lines, first).baseline > page.height / 2;
  return low ? lines.slice(first) : [];
}

/** Fewest rows of a table that is told by its columns alone. */
const TABLE_ROWS = 3;

/** Runs of lines of two or more cells whose cells begin at common places. */
function tableRowsOf(page: Page): PrintedLine[] {
  const rows: PrintedLine[] = [];
  let run: PrintedLine[] = [];
  const close = (): void => {
    if (run.filter(({ cells }) => cells.length > 1).length >= TABLE_ROWS) rows.push(...run);
    run = [];
  };
  for (const line of page.lines) {
    const last = run.findLast(({ cells }) => cells.length > 1);
    if (line.cells.length > 1 && (last === undefined || sharesColumns(last, line))) run.push(line);
    else {
      close();
      if (line.cells.length > 1) run.push(line);
    }
  }
  close();
  return rows;
}

/** At least two cells begin, end or are centred at the same place. */
function sharesColumns(a: PrintedLine, b: PrintedLine): boolean {
  const near = (x: number, y: number): boolean => Math.abs(x - y) <= a.size / 2;
  const common = a.cells.filter((cell) =>
    b.cells.some(
      (other) =>
        near(cell.left, other.left) ||
        near(cell.right, other.right) ||
        near((cell.left + cell.right) / 2, (other.left + other.right) / 2),
    ),
  );
  return common.length >= 2;
}
