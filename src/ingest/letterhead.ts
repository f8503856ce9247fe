import { sliceResolved, trimResolved } from '../text/index.js';
import type { ResolvedLine } from './write-lines.js';

/** Cells of the first table rows of a paper, in reading order. */
type Cells = readonly string[];

/** What a red head is closed with; it stands beside the names of the offices, or under them. */
const CLOSING = /^(?:文件|令|公告|通告|通知|函|纪要|会议纪要)$/;
const OFFICE =
  /^(?:中共|中国共产党)?[\u4e00-\u9fff、（）()]{2,40}(?:委员会|人民政府|办公厅|办公室|国务院|委|厅|局|部|院|行|办|会|署|社|中心|集团|公司|法院|检察院|总队|支队)$/;

/** A red head has few rows; six offices is many. */
export const LETTERHEAD_ROWS = 8;

/**
 * The letterhead of a paper whose red head is set as a table: offices under each other, 文件 beside them.
 *
 * Out: its lines, 某省教育厅, 某省财政厅, 文件, or `undefined` where the rows are anything else. A cell that holds
 * several offices parts them by blanks. Cost: linear in the cells.
 */
export function letterheadOf(rows: readonly Cells[]): readonly string[] | undefined {
  const pieces = rows
    .flat()
    .flatMap((cell) =>
      cell.trim().split(/[\s\u3000]{2,}|[\n\t]|(?<=[\u4e00-\u9fff]{3}) (?=[\u4e00-\u9fff]{3})/),
    );
  const words = pieces
    .map((piece) => piece.replaceAll(/[\s\u3000]+/g, ''))
    .filter((piece) => piece !== '');
  const closing = words.filter((word) => CLOSING.test(word));
  const offices = words.filter((word) => !CLOSING.test(word));
  const last = closing[0];
  // A cell that reaches over several rows stands in each of them.
  const closed = last !== undefined && closing.every((word) => word === last);
  if (!closed || closing.length > rows.length || offices.length === 0) return undefined;
  return offices.every((office) => OFFICE.test(office)) ? [...offices, last] : undefined;
}

/** How many lines may stand above the red head: number of copies, secrecy, urgency. */
const LINES_ABOVE = 4;

/** Where the first table of a paper stands, `[start, end)`, if it may be its head. */
export function headRows(
  lines: readonly Pick<ResolvedLine, 'text' | 'role'>[],
): { readonly start: number; readonly end: number } | undefined {
  const start = lines.findIndex(({ role }) => role === 'table-row');
  const above = lines.slice(0, Math.max(0, start)).filter(({ text }) => text.trim() !== '');
  if (start < 0 || above.length > LINES_ABOVE) return undefined;
  const length = lines.slice(start).findIndex(({ role }) => role !== 'table-row');
  return { start, end: length < 0 ? lines.length : start + length };
}

/** Lines of a page or of Markdown whose red head is set as a table, a line for each office. */
export function withoutLetterheadTable<Line extends ResolvedLine>(
  lines: readonly Line[],
): readonly Line[] {
  const found = headRows(lines);
  if (found === undefined || found.end - found.start > LETTERHEAD_ROWS) return lines;
  const rows = lines.slice(found.start, found.end);
  if (letterheadOf(rows.map(({ text }) => text.split('\t'))) === undefined) return lines;
  const cells = rows.flatMap(cellsOf).filter(({ text }) => text !== '');
  const isClosing = ({ text }: Line): boolean => CLOSING.test(text.replaceAll(/\s+/g, ''));
  const offices = cells.filter((cell) => !isClosing(cell));
  const closing = cells.filter(isClosing).slice(0, 1);
  return [...lines.slice(0, found.start), ...offices, ...closing, ...lines.slice(found.end)];
}

function cellsOf<Line extends ResolvedLine>(row: Line): Line[] {
  const { role: _, ...plain } = row;
  let at = 0;
  return row.text.split('\t').map((text) => {
    const cell = trimResolved(sliceResolved(row, at, at + text.length));
    at += text.length + 1;
    return { ...plain, ...cell } as Line;
  });
}
