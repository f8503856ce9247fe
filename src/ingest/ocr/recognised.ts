import type { Diagnostic } from '../../model/index.js';
import type { Fragment } from '../pdf/fragments.js';
import { readLines } from '../pdf/lines.js';
import type { Page } from '../pdf/roles.js';
import { writePages } from '../pdf/write-pages.js';
import type { RecognisedLine } from './engine.js';

/** A picture of a page and what was read on it. */
export interface RecognisedPage {
  readonly number: number;
  /** Pixels an inch: 200 for pages drawn by us, stated or guessed for pictures. */
  readonly resolution: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly RecognisedLine[];
}

/**
 * Below this a line is doubtful. Measured on 679 lines at 200 dpi: 17 are below, 4 of the 25 with a wrong
 * character among them; most errors are of characters that look alike, of which the recogniser is sure.
 */
const DOUBTFUL = 0.97;

/** Recognised pages as text with places, each line with its confidence. */
export function writeRecognised(pages: readonly RecognisedPage[], counts: Record<string, number>) {
  const count = (kind: string, by = 1): void => {
    if (by > 0) counts[kind] = (counts[kind] ?? 0) + by;
  };
  const printed = pages.map((page): Page => {
    const { width, height } = inPoints(page);
    const fragments = fragmentsOf(page, count);
    const { lines, blanks } = readLines({ fragments, width, height, turned: 0, doubled: 0 });
    count('blank', blanks);
    return { number: page.number, width, height, lines };
  });
  const written = writePages(printed);
  return { ...written, diagnostics: remarks(written, pages) };
}

function inPoints({ width, height, resolution }: RecognisedPage) {
  const scale = 72 / resolution;
  return { width: width * scale, height: height * scale, scale };
}

/** How much wider a box is than its line: the recogniser leaves a margin. */
const MARGIN = 0.8;
/** Widths of fewer characters than this do not tell their size. */
const FEWEST = 6;

/** Lines in points, with the page set straight. */
function fragmentsOf(page: RecognisedPage, count: (kind: string) => void): Fragment[] {
  const { scale } = inPoints(page);
  const slope = slopeOf(page.lines);
  return page.lines.flatMap(({ text, mean, box = [] }) => {
    const [a, b, , d] = box;
    if (a === undefined || b === undefined || d === undefined || text.trim() === '') return [];
    // Turned back about the corner of the page: for a lean of 1° the cosine is 1.
    const left = (a[0] + slope * a[1]) * scale;
    const right = (b[0] + slope * b[1]) * scale;
    const bottom = (d[1] - slope * d[0]) * scale;
    const height = Math.abs(d[1] - a[1]) * scale;
    const units = [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x2000 ? 0.5 : 1), 0);
    const size = units >= FEWEST ? (right - left) / units : MARGIN * height;
    return [
      {
        text: mended(text, count),
        left,
        right,
        baseline: bottom - (height - size) / 2 - 0.15 * size,
        size: Math.round(2 * size) / 2 || 0.5,
        confidence: mean,
      },
    ];
  });
}

/** The lean of a page: the median of its longer lines. */
function slopeOf(lines: readonly RecognisedLine[]): number {
  const slopes = lines
    .flatMap(({ box = [] }) => {
      const [a, b] = box;
      const isLong = a !== undefined && b !== undefined && b[0] - a[0] > 200;
      return isLong ? [(b[1] - a[1]) / (b[0] - a[0])] : [];
    })
    .sort((x, y) => x - y);
  return slopes[slopes.length >> 1] ?? 0;
}

/** Numbers of papers: 〔2022〕32号 is read with any brackets, and printed with no others (GB/T 9704). */
const PAPER_NUMBER =
  /(?<=\p{Script=Han})[（([【《〔]((?:19|20)\d\d)[）)\]】》〕](?=第?\d{1,5}号)/gu;
/** 二〇三五: a letter between Han figures is a nought. */
const NOUGHT = /(?<=[一二三四五六七八九〇])[O0oＯ○](?=[一二三四五六七八九〇O0oＯ○年])/g;

/** （干九）: between brackets and Han figures only a ten is printed. */
const TEN = /(?<=[（(][一二三四五六七八九]?)[干千](?=[一二三四五六七八九]?[）)])/g;

/** `“十四五"`: of a pair of quotation marks one is read as a straight one. */
const STRAIGHT = /“([^“”"]{0,60})"|"([^“”"]{0,60})”/g;

/** Brackets of one sort: how wide one is and how its corners are cut, a recogniser often mistakes. */
const ROUND = { opening: '（(', closing: '）)' };
const CORNERED = { opening: '〔【[', closing: '〕】]' };

/** `（十)`, `〔能源局】`: two brackets of a sort that differ are （） or 〔〕; a half-width one whose other stands on another line is full-width beside Han. */
function pairedBrackets(text: string, mend: (to: string, from: string) => string): string {
  const signs = [...text];
  const open: number[] = [];
  const put = (at: number, sign: string): void => {
    signs[at] = mend(sign, signs[at] ?? '');
  };
  const isHan = (sign = ''): boolean => /\p{Script=Han}/u.test(sign);
  signs.forEach((sign, at) => {
    const sort = [ROUND, CORNERED].find((one) => one.closing.includes(sign));
    if ('（(〔【['.includes(sign)) open.push(at);
    if (sort === undefined) return;
    const from = open.pop();
    const opening = signs[from ?? -1] ?? '';
    if (from === undefined && sign === ')' && isHan(signs[at - 1])) put(at, '）');
    if (from === undefined || !sort.opening.includes(opening)) return;
    if (sort.opening.indexOf(opening) === sort.closing.indexOf(sign)) return;
    put(from, sort.opening.charAt(0));
    put(at, sort.closing.charAt(0));
  });
  for (const at of open) if (signs[at] === '(' && isHan(signs[at + 1])) put(at, '（');
  return signs.join('');
}

/** What is surely misread, put right and counted. */
function mended(text: string, count: (kind: string) => void): string {
  const mend = (to: string, from: string): string => {
    if (to !== from) count('misread-sign');
    return to;
  };
  return pairedBrackets(text, mend)
    .replace(STRAIGHT, (found) => mend(`“${found.slice(1, -1)}”`, found))
    .replace(PAPER_NUMBER, (found, year: string) => mend(`〔${year}〕`, found))
    .replace(NOUGHT, (found) => mend('〇', found))
    .replace(TEN, (found) => mend('十', found));
}

function remarks(
  { text, hints }: Pick<ReturnType<typeof writePages>, 'text' | 'hints'>,
  pages: readonly RecognisedPage[],
): Diagnostic[] {
  const sure = hints.flatMap(({ confidence }) => confidence ?? []);
  const percent = Math.round((100 * sure.reduce((sum, one) => sum + one, 0)) / sure.length);
  const doubtful = hints.flatMap(({ start, confidence = 1 }): Diagnostic[] => {
    if (confidence >= DOUBTFUL) return [];
    const end = text.indexOf('\n', start);
    const own = Math.round(100 * confidence);
    return [
      {
        code: 'ingest/doubtful-line',
        severity: 'warning',
        message: `The line was recognised with a confidence of ${own} % only: compare it with the picture.`,
        span: { start, end: end < 0 ? text.length : end },
        params: { percent: own },
      },
    ];
  });
  return [
    {
      code: 'ingest/recognised',
      severity: 'warning',
      message: `The text was recognised from pictures (OCR): ${pages.length} page(s), ${sure.length} lines, confidence ${percent} %. Figures and names may be misread.`,
      params: { pages: pages.length, lines: sure.length, percent },
    },
    ...doubtful,
  ];
}
