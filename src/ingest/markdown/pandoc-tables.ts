import { displayWidth, resolvedBuilder } from '../../text/index.js';
import type { ResolvedLine } from '../write-lines.js';

/** A line of the file, and where it begins. */
interface FileLine {
  readonly text: string;
  readonly start: number;
}

/** A table that Markdown does not know, with its rows. */
interface PandocTable {
  readonly start: number;
  readonly end: number;
  readonly rows: readonly ResolvedLine[];
}

/** `------ ---------- ----`: the columns of a simple table, told by their places. */
const COLUMNS = /^ {0,4}-{2,}(?: +-{2,})+ *$/;
/** `-----------------`: begins and ends a table whose rows take several lines. */
const FRAME = /^ {0,4}-{8,} *$/;
/** `+-----+------+`, `+=====+======+` under the head. */
const GRID = /^ {0,3}\+(?:[-=:]+\+)+ *$/;
const GRID_ROW = /^ {0,3}\|.*\| *$/;

/**
 * Tables as pandoc writes them: simple, of several lines a row, with a grid.
 *
 * Places are counted as a terminal prints them, a Han character two cells. What does not fit its
 * columns is no table and stays text. Cost: linear.
 */
export function findPandocTables(file: string, from: number): PandocTable[] {
  const lines = linesOf(file, from);
  const tables: PandocTable[] = [];
  let at = 0;
  while (at < lines.length) {
    const found = gridAt(lines, at) ?? simpleAt(lines, at);
    if (found?.table !== undefined) tables.push(found.table);
    at = found?.next ?? at + 1;
  }
  return tables;
}

function linesOf(file: string, from: number): FileLine[] {
  const lines: FileLine[] = [];
  let start = from;
  for (const text of file.slice(from).split('\n')) {
    lines.push({ text: text.replace(/\r$/, ''), start });
    start += text.length + 1;
  }
  return lines;
}

interface Found {
  /** None where a grid is drawn, and its rows do not fit it. */
  readonly table?: PandocTable;
  /** The line after the table. */
  readonly next: number;
}

function textAt(lines: readonly FileLine[], at: number): string {
  return lines[at]?.text ?? '';
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** `at`: the head's first line, the frame, or the rule of a table without a head. */
function simpleAt(lines: readonly FileLine[], at: number): Found | undefined {
  const framed = FRAME.test(textAt(lines, at));
  const first = framed ? at + 1 : at;
  let rule = first;
  while (rule < first + MOST_HEAD_LINES && !COLUMNS.test(textAt(lines, rule))) {
    if (isBlank(textAt(lines, rule)) || (!framed && rule > first)) return undefined;
    rule += 1;
  }
  if (!COLUMNS.test(textAt(lines, rule))) return undefined;
  const bare = rule === first && !framed;
  const isEnd = (text: string): boolean =>
    FRAME.test(text) || COLUMNS.test(text) || (!framed && isBlank(text));
  let end = rule + 1;
  while (end < lines.length && !isEnd(textAt(lines, end))) end += 1;
  const closed = end < lines.length && !isBlank(textAt(lines, end));
  if ((framed || bare) && !closed) return undefined;
  const starts = [...textAt(lines, rule).matchAll(/-+/g)].map(({ index }) => index);
  const body = lines.slice(rule + 1, end);
  const groups = [
    lines.slice(first, rule),
    ...(framed ? byBlanks(body) : body.map((line) => [line])),
  ];
  return tableOf(lines, { at, next: closed ? end + 1 : end }, groups, (line) =>
    cellsByPlace(line, starts),
  );
}

/** A head takes a line, in framed tables a few. */
const MOST_HEAD_LINES = 5;

function byBlanks(lines: readonly FileLine[]): FileLine[][] {
  const groups: FileLine[][] = [[]];
  for (const line of lines) {
    if (isBlank(line.text)) groups.push([]);
    else groups.at(-1)?.push(line);
  }
  return groups;
}

function gridAt(lines: readonly FileLine[], at: number): Found | undefined {
  if (!GRID.test(textAt(lines, at))) return undefined;
  const columns = textAt(lines, at).split('+').length - 2;
  const groups: FileLine[][] = [[]];
  let next = at + 1;
  while (next < lines.length) {
    const line = lines[next];
    if (line === undefined) break;
    if (GRID.test(line.text)) groups.push([]);
    else if (GRID_ROW.test(line.text)) groups.at(-1)?.push(line);
    else break;
    next += 1;
  }
  return tableOf(lines, { at, next }, groups, (line) => cellsBySigns(line, columns)) ?? { next };
}

/** A piece of a line: `[start, end)` of its text. */
type Piece = readonly [start: number, end: number];

function tableOf(
  lines: readonly FileLine[],
  { at, next }: { readonly at: number; readonly next: number },
  groups: readonly (readonly FileLine[])[],
  cellsOf: (line: FileLine) => readonly Piece[] | undefined,
): Found | undefined {
  const rows: ResolvedLine[] = [];
  for (const group of groups.filter(({ length }) => length > 0)) {
    const pieces = group.map((line) => ({ line, cells: cellsOf(line) }));
    if (pieces.some(({ cells }) => cells === undefined)) return undefined;
    rows.push(rowOf(pieces.map(({ line, cells }) => ({ line, cells: cells ?? [] }))));
  }
  const last = lines[next - 1];
  const start = lines[at]?.start;
  if (rows.length < 2 || last === undefined || start === undefined) return undefined;
  return { table: { start, end: last.start + last.text.length, rows }, next };
}

/** Marks of strong text, signs of escapes, and what stands between them. */
const PIECES = /\*\*|\\(?=[!-/:-@[-`{-~])|(?:(?!\*\*|\\[!-/:-@[-`{-~]).)+/g;

/** Pieces of one cell from several lines run on. */
function rowOf(
  lines: readonly { readonly line: FileLine; readonly cells: readonly Piece[] }[],
): ResolvedLine {
  const builder = resolvedBuilder();
  const columns = Math.max(...lines.map(({ cells }) => cells.length));
  for (let column = 0; column < columns; column += 1) {
    if (column > 0) builder.insert('\t');
    for (const { line, cells } of lines) {
      const [start = 0, end = 0] = cells[column] ?? [];
      const raw = line.text.slice(start, end);
      const from = line.start + start + raw.length - raw.trimStart().length;
      for (const { 0: piece, index } of raw.trim().matchAll(PIECES))
        if (piece !== '**' && piece !== '\\')
          builder.append(piece, from + index, from + index + piece.length);
    }
  }
  return { ...builder.build(), role: 'table-row' };
}

function cellsByPlace({ text }: FileLine, starts: readonly number[]): readonly Piece[] | undefined {
  const borders: number[] = [];
  let width = 0;
  for (let i = 0; i <= text.length; i += 1) {
    while (borders.length < starts.length && width >= (starts[borders.length] ?? 0))
      borders.push(i);
    width += displayWidth(text.charAt(i));
  }
  while (borders.length < starts.length) borders.push(text.length);
  // A border that cuts a word shows that the places are counted otherwise.
  const isCut = borders
    .slice(1)
    .some((border) => border < text.length && text.charAt(border - 1) !== ' ');
  if (isCut || isBlank(text)) return undefined;
  return borders.map((border, i): Piece => [i === 0 ? 0 : border, borders[i + 1] ?? text.length]);
}

function cellsBySigns({ text }: FileLine, columns: number): readonly Piece[] | undefined {
  const signs = [...text.matchAll(/(?<!\\)\|/g)].map(({ index }) => index);
  if (signs.length !== columns + 1) return undefined;
  return signs.slice(0, -1).map((sign, i): Piece => [sign + 1, signs[i + 1] ?? text.length]);
}

/** The tables as blanks, so that all else stays in its place. */
export function withoutTables(body: string, tables: readonly PandocTable[]): string {
  let text = '';
  let at = 0;
  for (const { start, end } of tables) {
    text += body.slice(at, start) + body.slice(start, end).replaceAll(/[^\r\n]/g, ' ');
    at = end;
  }
  return text + body.slice(at);
}

/** Rows put among the other lines, where the file has them. */
export function withTables(
  lines: readonly ResolvedLine[],
  tables: readonly PandocTable[],
): readonly ResolvedLine[] {
  if (tables.length === 0) return lines;
  const merged: ResolvedLine[] = [];
  let next = 0;
  for (const line of lines) {
    const from = line.origins[0];
    while (from !== undefined && from >= (tables[next]?.end ?? Number.POSITIVE_INFINITY)) {
      merged.push(...(tables[next]?.rows ?? []));
      next += 1;
    }
    merged.push(line);
  }
  for (const { rows } of tables.slice(next)) merged.push(...rows);
  return merged;
}
