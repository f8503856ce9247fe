import { isAsciiDigit, isAsciiLetter, itemAt } from '../../text/index.js';
import type { Fragment, PageText } from './fragments.js';

/** One printed line of one column. */
export interface PrintedLine {
  /** Pieces that wide gaps set apart, in reading order; most lines have one. */
  readonly cells: readonly Cell[];
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Size of its largest type, in points: one Han character. */
  readonly size: number;
  /** Least of its pieces. */
  readonly confidence?: number;
}

export interface Cell {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** The lines of a page, and how many blanks between single characters were taken out of them. */
interface PageLines {
  readonly lines: readonly PrintedLine[];
  readonly blanks: number;
}

/** Rows of text of a page, left to right, top to bottom, columns one after the other. Cost: n log n. */
export function readLines(page: PageText): PageLines {
  const rows = rowsOf(page.fragments).map(lineOf);
  const lines = closedUp(rows);
  const gutter = findGutter(lines, page.width);
  return {
    lines: gutter === undefined ? lines : inColumns(lines, gutter),
    blanks: lengthOf(rows) - lengthOf(lines),
  };
}

function lengthOf(lines: readonly PrintedLine[]): number {
  return lines.reduce(
    (sum, { cells }) => cells.reduce((all, { text }) => all + text.length, sum),
    0,
  );
}

/** Two runs stand on one line when they share this much of the lower one's height: raised figures do, lines do not. */
const SHARED_HEIGHT = 0.5;
/** How far a line of type reaches above and below its baseline, in sizes. */
const ASCENT = 0.85;
const DESCENT = 0.15;

interface Row {
  top: number;
  bottom: number;
  size: number;
  readonly fragments: Fragment[];
}

function rowsOf(fragments: readonly Fragment[]): (readonly Fragment[])[] {
  const ordered = [...fragments].sort((a, b) => a.baseline - b.baseline);
  const rows: Row[] = [];
  for (const fragment of ordered) {
    const top = fragment.baseline - ASCENT * fragment.size;
    const bottom = fragment.baseline + DESCENT * fragment.size;
    const row = rows.slice(-3).find((other) => {
      const shared = Math.min(bottom, other.bottom) - Math.max(top, other.top);
      return shared >= SHARED_HEIGHT * Math.min(bottom - top, other.bottom - other.top);
    });
    if (row === undefined) rows.push({ top, bottom, size: fragment.size, fragments: [fragment] });
    else {
      row.fragments.push(fragment);
      // The largest type stands for the row, so that rows do not grow into each other.
      if (fragment.size > row.size) Object.assign(row, { top, bottom, size: fragment.size });
    }
  }
  return rows.sort((a, b) => a.bottom - b.bottom).map(({ fragments }) => fragments);
}

/** A gap this wide, in Han characters, sets cells apart; the widest blank inside a heading is two characters. */
const CELL_GAP = 1.5;
/** A gap that is a blank between Latin words, in Han characters: the narrowest word space is a quarter. */
const WORD_GAP = 0.15;

function lineOf(row: readonly Fragment[]): PrintedLine {
  const fragments = [...row].sort((a, b) => a.left - b.left);
  const main = fragments.reduce((a, b) => (b.size > a.size ? b : a));
  const spaced = isLetterSpaced(fragments, main.size);
  const cells: { text: string; left: number; right: number }[] = [];
  for (const fragment of fragments) {
    const text = fragment.text.trim();
    const last = cells.at(-1);
    const gap = last === undefined ? 0 : (fragment.left - last.right) / main.size;
    if (last === undefined || (gap >= CELL_GAP && !spaced)) {
      cells.push({ text, left: fragment.left, right: fragment.right });
      continue;
    }
    const blank = gap >= WORD_GAP && isWordEdge(last.text.slice(-1)) && isWordEdge(text.charAt(0));
    last.text += blank ? ` ${text}` : text;
    last.right = Math.max(last.right, fragment.right);
  }
  const sure = fragments.flatMap(({ confidence }) => confidence ?? []);
  return {
    cells,
    left: itemAt(fragments, 0).left,
    right: Math.max(...cells.map(({ right }) => right)),
    baseline: main.baseline,
    size: main.size,
    ...(sure.length > 0 && { confidence: Math.min(...sure) }),
  };
}

/** A line in which this share of the pieces are single characters is set, or read by a machine, letter by letter … */
const SINGLE_SHARE = 0.8;
/** … if it has so many pieces: shorter lines go with the page. */
const SINGLE_PIECES = 4;

/**
 * Lines whose characters a text layer parts by blanks (`到 2 0 2 5 年`), without those blanks.
 *
 * A line shows it by its Han characters, as Chinese has no blanks between them; figures alone do not.
 * A page that is half so is wholly so.
 */
function closedUp(lines: readonly PrintedLine[]): PrintedLine[] {
  const spaced = new Set(lines.filter(({ cells }) => isSpacedOut(cells.map(({ text }) => text))));
  const whole = spaced.size > 0 && spaced.size >= lines.length / 2;
  return lines.map((line) =>
    whole || spaced.has(line)
      ? { ...line, cells: line.cells.map((cell) => ({ ...cell, text: closeUp(cell.text) })) }
      : line,
  );
}

function isSpacedOut(texts: readonly string[]): boolean {
  const pieces = texts.flatMap((text) => text.split(/\s+/));
  const single = pieces.filter((piece) => piece.length === 1);
  return (
    pieces.length >= SINGLE_PIECES &&
    single.length >= SINGLE_SHARE * pieces.length &&
    single.filter((piece) => /\p{Script=Han}/u.test(piece)).length >= 2
  );
}

/** Two words of several letters keep their blank. */
function closeUp(text: string): string {
  return text.replace(/(?<=^|\s)(\S)\s+(?=\S)|(?<=\S)\s+(?=\S(?:\s|$))/g, '$1');
}

function isWordEdge(character: string): boolean {
  const code = character.charCodeAt(0);
  return isAsciiDigit(code) || isAsciiLetter(code);
}

/** `目　录`, `通　　知`: single characters at even distances. */
function isLetterSpaced(fragments: readonly Fragment[], size: number): boolean {
  if (fragments.length < 2 || fragments.some(({ text }) => text.trim().length > 1)) return false;
  const gaps = fragments.slice(1).map(({ left }, i) => left - itemAt(fragments, i).right);
  return Math.max(...gaps) - Math.min(...gaps) <= size / 2 && Math.max(...gaps) <= 5 * size;
}

/** A page in columns has at least this many lines on either side of the gutter … */
const COLUMN_LINES = 8;
/** … which fill this much of their column, as running text does and table cells do not. */
const COLUMN_FILL = 0.7;

/** The x of the blank strip between two columns of running text. */
function findGutter(lines: readonly PrintedLine[], width: number): number | undefined {
  const split = lines.filter(({ cells }) => cells.length === 2);
  if (split.length < COLUMN_LINES || split.length < lines.length / 2) return undefined;
  const left = Math.max(...split.map(({ cells }) => itemAt(cells, 0).right));
  const right = Math.min(...split.map(({ cells }) => itemAt(cells, 1).left));
  if (left >= right || left < 0.3 * width || right > 0.7 * width) return undefined;
  const fills = (side: 0 | 1): boolean => {
    const widths = split
      .map(({ cells }) => itemAt(cells, side).right - itemAt(cells, side).left)
      .sort((a, b) => a - b);
    return itemAt(widths, widths.length >> 1) >= COLUMN_FILL * itemAt(widths, widths.length - 1);
  };
  return fills(0) && fills(1) ? (left + right) / 2 : undefined;
}

/** Left column before right column, between lines that cross the gutter. */
function inColumns(lines: readonly PrintedLine[], gutter: number): PrintedLine[] {
  const ordered: PrintedLine[] = [];
  const left: PrintedLine[] = [];
  const right: PrintedLine[] = [];
  const flush = (): void => {
    ordered.push(...left.splice(0), ...right.splice(0));
  };
  for (const line of lines) {
    if (line.cells.some((cell) => cell.left < gutter && cell.right > gutter)) {
      flush();
      ordered.push(line);
      continue;
    }
    const before = line.cells.filter((cell) => cell.right <= gutter);
    const after = line.cells.filter((cell) => cell.left >= gutter);
    if (before.length > 0) left.push(withCells(line, before));
    if (after.length > 0) right.push(withCells(line, after));
  }
  flush();
  return ordered;
}

function withCells(line: PrintedLine, cells: readonly Cell[]): PrintedLine {
  return {
    ...line,
    cells,
    left: itemAt(cells, 0).left,
    right: itemAt(cells, cells.length - 1).right,
  };
}
