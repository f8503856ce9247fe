import { LEVELS, type Level, type MatrixPaper } from '../../../model/index.js';
import { percent, rounded } from '../../../text/index.js';
import { CHAPTER_COLOURS, escapeText } from '../../index.js';
import { type Drawing, svgRect, svgText } from '../figure/svg.js';
import { type DiffusionPage, levelName, titleOf } from './view.js';

const WIDTH = 1000;
const LABEL = 90;
const LANE = 96;
const TOP = 34;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** Papers at their dates, a lane a level; the larger, the more one paper above gave. */
export function timelineDrawing(page: DiffusionPage): Drawing {
  const { papers, takers } = page.found;
  const dated = papers.flatMap((paper, index) => {
    const day = dayOf(paper);
    return day === undefined ? [] : [{ paper, index, day }];
  });
  const days = dated.map(({ day }) => day);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const x = (day: number): number =>
    LABEL + 16 + ((day - first) / Math.max(1, last - first)) * (WIDTH - LABEL - 40);
  const shares = new Map(takers.map(({ paper, from }) => [paper, from[0]?.share ?? 0]));
  const levels = [...LEVELS, undefined].filter((level) =>
    dated.some(({ paper }) => paper.level === level),
  );
  const lanes = levels.flatMap((level, lane) => laneMarks(page, level, lane));
  const dots = dated.map(({ paper, index, day }) =>
    dot(page, paper, {
      x: x(day),
      y: TOP + levels.indexOf(paper.level) * LANE + 16 + spreadOf(index) * (LANE - 32),
      share: shares.get(index),
    }),
  );
  return {
    width: WIDTH,
    height: TOP + levels.length * LANE + 8,
    title: page.words.time.title,
    body: [...lanes, ...years(first, last, x, levels.length), ...dots],
  };
}

/** How many papers have no date to the day. */
export function undated(papers: readonly MatrixPaper[]): number {
  return papers.filter((paper) => dayOf(paper) === undefined).length;
}

function dayOf({ date }: MatrixPaper): number | undefined {
  return date === undefined || !DAY.test(date) ? undefined : Date.parse(date) / DAY_MS;
}

/** Papers of one day stand apart: a place in the lane by the golden ratio, the same every time. */
function spreadOf(index: number): number {
  return (index * 0.618_034) % 1;
}

function laneMarks(page: DiffusionPage, level: Level | undefined, lane: number): string[] {
  const y = TOP + lane * LANE;
  return [
    svgRect({ x: LABEL, y, width: WIDTH - LABEL - 8, height: LANE - 4 }, 'currentColor', {
      opacity: 0.05,
    }),
    svgText(LABEL - 10, y + LANE / 2, levelName(page, level), { anchor: 'end', weight: 600 }),
  ];
}

function years(first: number, last: number, x: (day: number) => number, lanes: number): string[] {
  const from = new Date(first * DAY_MS).getUTCFullYear();
  const to = new Date(last * DAY_MS).getUTCFullYear();
  const marks: string[] = [];
  // Of many years only every so many are named.
  const step = Math.max(1, Math.ceil((to - from) / 14));
  for (let year = from; year <= to; year += step) {
    const day = Date.UTC(year, 0, 1) / DAY_MS;
    const at = rounded(x(Math.max(day, first)), 2);
    const bottom = TOP + lanes * LANE;
    marks.push(
      svgText(at, 20, String(year), { size: 12, anchor: 'middle', opacity: 0.8 }),
      `<line x1="${at}" x2="${at}" y1="${TOP}" y2="${bottom}" stroke="currentColor" stroke-opacity="0.2"/>`,
    );
  }
  return marks;
}

function dot(
  page: DiffusionPage,
  paper: MatrixPaper,
  { x, y, share }: { readonly x: number; readonly y: number; readonly share: number | undefined },
): string {
  const radius = rounded(3 + 7 * Math.sqrt(share ?? 0), 2);
  const colour = CHAPTER_COLOURS[LEVELS.indexOf(paper.level ?? 'county')] ?? 'currentColor';
  const taken = share === undefined ? '' : ` · ${percent(share)}`;
  const title = `${paper.date ?? ''} ${titleOf(paper)} · ${levelName(page, paper.level)}${taken}`;
  return `<circle cx="${rounded(x, 2)}" cy="${rounded(y, 2)}" r="${radius}" fill="${colour}" fill-opacity="0.6"><title>${escapeText(title)}</title></circle>`;
}
