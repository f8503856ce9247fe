import type { FurnitureKind, MarkerKind } from '../model/index.js';
import { itemAt } from '../text/index.js';
import type { Line } from './lines.js';
import { siteFurniture } from './site-furniture.js';

/** A page mark dressed as one: `— 7 —`, `- 7 -`, `第 7 页 共 9 页`. */
const DRESSED =
  /^(?:[—–―\-－─·.]+(\d{1,4})[—–―\-－─·.]+|第(\d{1,4})页(?:[，,/／]?共\d{1,4}页)?|(\d{1,4})[/／]\d{1,4})$/;
const BARE = /^\d{1,4}$/;

/**
 * Which lines belong to the page: page numbers, running heads, what a web site puts around a text, scanner noise.
 *
 * Bare numbers count as page numbers where they grow along the text in steps that fit its length;
 * a single one only where blank lines or a page start set it apart, so that a table's cells stay.
 * Out: kind per line index. Cost: linear but for the short list of bare numbers.
 */
export function findFurniture(lines: readonly Line[]): Map<number, FurnitureKind> {
  const found = new Map<number, FurnitureKind>();
  const bare: { index: number; value: number }[] = [];
  lines.forEach((line, index) => {
    if (line.role === 'page-number') found.set(index, 'page-number');
    else if (line.role === 'header' || line.role === 'footer') found.set(index, 'running-head');
    else if (DRESSED.test(line.text)) found.set(index, 'page-number');
    else if (BARE.test(line.text)) bare.push({ index, value: Number(line.text) });
  });
  for (const index of pageNumbers(bare, lines)) found.set(index, 'page-number');
  for (const index of runningHeads(lines, found)) found.set(index, 'running-head');
  for (const index of siteFurniture(lines)) if (!found.has(index)) found.set(index, 'site');
  for (const index of noise(lines)) if (!found.has(index)) found.set(index, 'noise');
  return found;
}

/** Fewest and most printed lines a page holds; a page of the embedded source has about 20, of A4 notices 22–45. */
const LINES_PER_PAGE = { least: 6, most: 90 };

function pageNumbers(
  bare: readonly { index: number; value: number }[],
  lines: readonly Line[],
): number[] {
  const chain = growingChain(bare);
  if (chain.length >= 2) return chain.map((item) => item.index);
  return bare
    .filter(({ index }) => isApart(lines, index) && interrupts(lines, index))
    .map(({ index }) => index);
}

/** Longest chain of numbers that grow as pages do. Cost: quadratic in the bare numbers of one file, capped. */
function growingChain<Item extends { readonly index: number; readonly value: number }>(
  bare: readonly Item[],
  mostPages = Number.POSITIVE_INFINITY,
  fewestLines = LINES_PER_PAGE.least,
): Item[] {
  const items = bare.slice(0, 2000);
  const best = items.map(() => 1);
  const from = items.map(() => -1);
  let top = -1;
  for (const [i, item] of items.entries()) {
    for (let j = Math.max(0, i - 60); j < i; j += 1) {
      const before = itemAt(items, j);
      const pages = item.value - before.value;
      const perPage = (item.index - before.index) / pages;
      if (pages <= 0 || pages > mostPages || perPage < fewestLines || perPage > LINES_PER_PAGE.most)
        continue;
      const length = itemAt(best, j) + 1;
      if (length > itemAt(best, i)) {
        best[i] = length;
        from[i] = j;
      }
    }
    if (top < 0 || itemAt(best, i) > itemAt(best, top)) top = i;
  }
  const chain: Item[] = [];
  for (let i = top; i >= 0; i = itemAt(from, i)) chain.push(itemAt(items, i));
  return chain.reverse();
}

/** Fewest page numbers glued to text that are believed: a list of eight growing numbers at the pace of pages is no accident. */
const FEWEST_GLUED = 8;

/**
 * Page numbers an extractor left at the start of the next page's first line (`30双向链接…`, `7910.1推动…`):
 * numbers that grow by one to three at the pace of pages. Out: their length per line index.
 */
export function gluedPageNumbers(
  lines: readonly Line[],
  found: ReadonlyMap<number, FurnitureKind>,
): Map<number, number> {
  const candidates: { index: number; value: number; length: number }[] = [];
  const counted = countedItems(lines);
  lines.forEach((line, index) => {
    const digits = /^\d{1,5}/.exec(line.text)?.[0].length ?? 0;
    if (digits === 0 || found.has(index) || counted.has(index) || line.told === true) return;
    for (let length = 1; length <= Math.min(3, digits); length += 1) {
      if (!opensText(line.text.slice(length))) continue;
      candidates.push({ index, value: Number(line.text.slice(0, length)), length });
    }
  });
  // A page that holds a figure may have a single line.
  const steady = growingChain(candidates, 3, 1);
  if (steady.length < FEWEST_GLUED) return new Map();
  return new Map(steady.map((item) => [item.index, item.length]));
}

/** Items of lists: their number is one more than that of the item before or one less than the next, so none of it is a page's. */
function countedItems(lines: readonly Line[]): ReadonlySet<number> {
  const counted = new Set<number>();
  const last = new Map<MarkerKind, { index: number; number: number }>();
  lines.forEach(({ marker }, index) => {
    if (marker?.number === undefined || !/^\d/.test(marker.label)) return;
    const before = last.get(marker.kind);
    if (before?.number === marker.number - 1) counted.add(before.index).add(index);
    last.set(marker.kind, { index, number: marker.number });
  });
  return counted;
}

/** What follows a page number: text or a section's own number, not the rest of a figure. */
function opensText(rest: string): boolean {
  return /^[“（《]?[\u4e00-\u9fff]/.test(rest)
    ? !/^[年月日个万亿元项条]/.test(rest)
    : /^[1-9]\d?[.．、].*[\u4e00-\u9fff]/.test(rest);
}

/** A lone number: only where blank lines set it apart more than lines are set apart anyway. */
function isApart(lines: readonly Line[], index: number): boolean {
  const line = itemAt(lines, index);
  const next = lines[index + 1];
  const usual = medianBlanks(lines);
  return (
    line.blanksBefore > usual || next === undefined || next.pageStart || next.blanksBefore > usual
  );
}

/** The number stands inside a running sentence, or at the very end of the file. */
function interrupts(lines: readonly Line[], index: number): boolean {
  if (index === lines.length - 1) return true;
  const before = lines[index - 1]?.text ?? '';
  return before.length >= 12 || itemAt(lines, index + 1).pageStart;
}

function medianBlanks(lines: readonly Line[]): number {
  const sorted = lines.map((line) => line.blanksBefore).sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** The same short line next to page numbers or page starts, three times or more. */
function runningHeads(lines: readonly Line[], found: ReadonlyMap<number, FurnitureKind>): number[] {
  const places = new Map<string, number[]>();
  lines.forEach((line, index) => {
    if (line.text.length > 40 || /[。；]$/.test(line.text) || found.has(index)) return;
    const nearPage =
      line.pageStart ||
      found.has(index - 1) ||
      found.has(index + 1) ||
      lines[index + 1]?.pageStart === true;
    if (nearPage) places.set(line.text, [...(places.get(line.text) ?? []), index]);
  });
  return [...places.values()].filter((indexes) => indexes.length >= 3).flat();
}

/** What a scanner makes of a seal or a letterhead: many lines of one or two characters on end. */
const NOISE_RUN = 6;

function noise(lines: readonly Line[]): number[] {
  const out: number[] = [];
  let run: number[] = [];
  const flush = (): void => {
    if (run.length >= NOISE_RUN) out.push(...run);
    run = [];
  };
  lines.forEach((line, index) => {
    if (line.text.length <= 2 && line.role === undefined && !/\d/.test(line.text)) run.push(index);
    else flush();
  });
  flush();
  return out;
}
