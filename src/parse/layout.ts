import type { SourceLayout } from '../model/index.js';
import { itemAt } from '../text/index.js';
import { headLineKind } from './head-lines.js';
import type { Line } from './lines.js';

/** How a text is set: found from its lines, so that printed lines can be joined into paragraphs. */
export interface Layout {
  readonly wrapped: boolean;
  /** Width of a full line in half-width cells; 0 where the text is not wrapped. */
  readonly width: number;
  /** First lines of paragraphs are indented: blanks kept, blanks lost (the line is 4 cells short), or not at all. */
  readonly indentation: 'kept' | 'lost' | 'none';
  /** Blank lines separate paragraphs (and not every line from the next). */
  readonly blanksSeparate: boolean;
  /** Printed lines come in pieces, cut at punctuation (as some PDF extractors do). */
  readonly pieces: boolean;
}

/** A file with fewer lines than this is not judged: one paragraph a line. */
const FEWEST_LINES = 4;
/** Share of body lines that end in mid-sentence from which a text counts as wrapped. In the clean texts seen it is under 5 %, in wrapped ones over 45 %. */
const WRAPPED_SHARE = 0.2;
/** First-line indent of Chinese typesetting: two Han characters. */
export const INDENT_CELLS = 4;

/** Cost: linear. */
export function layoutOf(lines: readonly Line[], stated: SourceLayout): Layout {
  const flat: Layout = {
    wrapped: false,
    width: 0,
    indentation: 'none',
    blanksSeparate: false,
    pieces: false,
  };
  if (stated === 'paragraphs' || lines.length < FEWEST_LINES) return flat;
  const body = lines.filter(
    (line) => line.width >= 20 && line.role === undefined && headLineKind(line.text) !== 'contents',
  );
  const open = body.filter((line) => !line.ended && line.marker === undefined);
  if (stated !== 'wrapped' && open.length < WRAPPED_SHARE * body.length) return flat;
  const edge = fullWidth(open.length >= FEWEST_LINES ? open : body);
  const clear = stated === 'wrapped' || cluster(open, body, edge);
  const width = clear ? edge : breaksOff(body) ? widerEdge(open, edge) : 0;
  if (width === 0) return flat;
  return {
    wrapped: true,
    width,
    indentation: indentationOf(lines, width),
    blanksSeparate: separates(lines),
    pieces: inPieces(lines, width),
  };
}

/** Wrapped lines end at one edge: many broken-off lines near it, hardly any line beyond. */
function cluster(open: readonly Line[], body: readonly Line[], width: number): boolean {
  const near = open.filter((line) => Math.abs(line.width - width) <= INDENT_CELLS + 1).length;
  const beyond = body.filter((line) => line.width > width + INDENT_CELLS).length;
  if (near < 2 || near < 0.3 * open.length) return false;
  // Most of the text breaks off at one edge: the wider lines are tables, or an annex set wider.
  const plain = open.length >= 0.5 * body.length && near >= 0.5 * open.length;
  return beyond <= (plain ? 0.15 : 0.03) * body.length;
}

/** Fewest lines of running text by which a text with several edges is judged. */
const FEWEST_RUNNING = 20;
/** No printed line holds more, in cells: 45 Han characters. */
const WIDEST = 90;
/** Share of the broken-off lines that end at the last edge or before it. */
const WITHIN = 0.9;

/**
 * Half of the running text breaks off in mid-sentence, and hardly a line is wider than a printed one: wrapped,
 * though at several edges (parts set apart, lines that an extractor cut or ran together).
 */
function breaksOff(body: readonly Line[]): boolean {
  const running = body.filter(({ text }) => runsOnAfter(text, '，。；、'));
  if (running.length < FEWEST_RUNNING) return false;
  const open = running.filter(({ ended, marker }) => !ended && marker === undefined).length;
  const wide = running.filter((line) => line.width > WIDEST).length;
  return open >= 0.5 * running.length && wide <= 0.05 * running.length;
}

/** An edge so much nearer than the last is that of cells and pieces. */
const NEARER = 0.7;

/** The most frequent edge, or the one that hardly a broken-off line passes where that is much wider. */
function widerEdge(open: readonly Line[], edge: number): number {
  const widths = open.map(({ width }) => Math.round(width)).sort((a, b) => a - b);
  const last = widths[Math.floor(WITHIN * (widths.length - 1))] ?? 0;
  return edge >= NEARER * last ? edge : last;
}

/** The most frequent width (± 1 cell) among the lines that break off in mid-sentence, wide ones first. */
function fullWidth(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const cells = Math.round(line.width + (line.indent >= 2 ? line.indent : 0));
    counts.set(cells, (counts.get(cells) ?? 0) + 1);
  }
  let best = 0;
  let most = 0;
  for (const cells of [...counts.keys()].sort((a, b) => b - a)) {
    const near =
      (counts.get(cells) ?? 0) +
      (counts.get(cells - 1) ?? 0) * 0.9 +
      (counts.get(cells + 1) ?? 0) * 0.5;
    if (near > most) {
      most = near;
      best = cells;
    }
  }
  return best;
}

/** Paragraph openings are told by markers after a finished line: are they indented, and is the indent still there? */
function indentationOf(lines: readonly Line[], width: number): Layout['indentation'] {
  let kept = 0;
  let lost = 0;
  let none = 0;
  for (let i = 1; i + 1 < lines.length; i += 1) {
    const line = itemAt(lines, i);
    if (!itemAt(lines, i - 1).ended || line.marker === undefined) continue;
    if (line.indent >= 2) kept += 1;
    else if (line.ended) continue;
    else if (line.width > width - INDENT_CELLS + 2) none += 1;
    else if (line.width > width - INDENT_CELLS - 3) lost += 1;
  }
  const all = kept + lost + none;
  if (all === 0)
    return lines.filter((line) => line.indent >= 3).length > lines.length / 8 ? 'kept' : 'lost';
  if (kept > all / 2) return 'kept';
  return lost >= none ? 'lost' : 'none';
}

function separates(lines: readonly Line[]): boolean {
  const separated = lines.filter((line) => line.blanksBefore > 0).length;
  return separated > 0 && separated < 0.6 * lines.length;
}

/** More than one line in twelve is short, open and followed by running text. */
function inPieces(lines: readonly Line[], width: number): boolean {
  let short = 0;
  for (let i = 0; i + 1 < lines.length; i += 1) {
    const line = itemAt(lines, i);
    if (line.width < 0.75 * width && /[，、；]$/.test(line.text)) short += 1;
  }
  return short > lines.length / 12 && short >= 3;
}

/** Shortest running line that is judged by its neighbours, in cells. */
const SHORTEST_EDGE = 30;
/** Lines on either side that are its neighbours. */
const NEIGHBOURS = 10;
/** Fewest of them that break off, and the share that must do so at one edge, give or take so many cells. */
const FEWEST_BROKEN = 4;
const SAME_EDGE = 0.6;
const EDGE_SLACK = 4;

/**
 * A text that is not wrapped as a whole may be in parts, as annexes of a compendium are: there the lines of running
 * text break off in mid-sentence at one edge. They are told, so that the next one is joined. Cost: linear.
 */
export function withLocalEdges(
  lines: readonly Line[],
  { wrapped }: Layout,
  stated: SourceLayout,
): readonly Line[] {
  if (wrapped || stated === 'paragraphs') return lines;
  const open = lines.flatMap((line, index) => (isBrokenOff(line) ? [{ index, line }] : []));
  const told = new Set(
    open.flatMap(({ index, line }, i) => {
      const near = open
        .slice(Math.max(0, i - NEIGHBOURS), i + NEIGHBOURS + 1)
        .filter((other) => other.index !== index && Math.abs(other.index - index) <= NEIGHBOURS);
      const same = near.filter(
        (other) => Math.abs(other.line.width - line.width) <= EDGE_SLACK,
      ).length;
      return near.length >= FEWEST_BROKEN && same >= SAME_EDGE * near.length ? [index] : [];
    }),
  );
  return told.size === 0
    ? lines
    : lines.map((line, index) => (told.has(index) ? { ...line, breaksOff: true as const } : line));
}

/** Han somewhere behind one of some marks, in one line. *Cost*: the length of the text, however many marks are in it. */
function runsOnAfter(text: string, marks: string): boolean {
  let isBehind = false;
  for (const char of text) {
    if (/[\n\r\u2028\u2029]/.test(char)) isBehind = false;
    else if (marks.includes(char)) isBehind = true;
    else if (isBehind && /[\u4e00-\u9fff]/.test(char)) return true;
  }
  return false;
}

/** Running text, by a mark inside, that ends in mid-sentence. */
function isBrokenOff({ text, width, ended, role, outline }: Line): boolean {
  return (
    !ended &&
    role === undefined &&
    outline === undefined &&
    width >= SHORTEST_EDGE &&
    runsOnAfter(text, '，。；、：') &&
    headLineKind(text) === undefined
  );
}
