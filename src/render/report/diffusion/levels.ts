import { LEVELS, type Level, type LevelFlow, SENTENCE_RELATIONS } from '../../../model/index.js';
import { itemAt, percent, rounded } from '../../../text/index.js';
import { escapeText, PART_COLOURS } from '../../index.js';
import { type Drawing, svgRect, svgText } from '../figure/svg.js';
import { type DiffusionPage, levelName, shareOf } from './view.js';

const WIDTH = 900;
const NODE = 16;
const TOP = 40;
const MARGIN = 90;
/** Height of all ribbons of the broadest step together. */
const SPAN = 220;
const GAP = 16;

/** Levels from left to right; ribbons as broad as what is carried, in the colours of how. */
export function levelsDrawing(page: DiffusionPage): Drawing {
  const flows = page.found.levels.filter(({ carried }) => carried > 0);
  const levels = levelsIn(flows);
  const total = flows.reduce((sum, { carried }) => sum + carried, 0);
  const x = (level: Level | undefined): number =>
    MARGIN + (levels.indexOf(level) * (WIDTH - 2 * MARGIN)) / Math.max(1, levels.length - 1);
  let y = TOP;
  const ribbons = flows.flatMap((flow) => {
    const height = Math.max(3, (flow.carried / total) * SPAN);
    const marks = ribbonMarks(page, flow, { from: x(flow.from), to: x(flow.to), y, height });
    y += height + GAP;
    return marks;
  });
  const bottom = y;
  const nodes = levels.flatMap((level) => [
    svgText(x(level), 22, levelName(page, level), { anchor: 'middle', weight: 600 }),
    svgRect(
      { x: x(level) - NODE / 2, y: TOP - 8, width: NODE, height: bottom - TOP },
      'currentColor',
      { opacity: 0.45 },
    ),
  ]);
  return {
    ...{ width: WIDTH, height: bottom + 8, title: page.words.levels.title },
    // Ribbons that pass a level by are drawn over it.
    body: [...nodes, ...ribbons],
  };
}

function levelsIn(flows: readonly LevelFlow[]): (Level | undefined)[] {
  const found = new Set(flows.flatMap(({ from, to }) => [from, to]));
  return [...LEVELS, undefined].filter((level) => found.has(level));
}

interface Place {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly height: number;
}

function ribbonMarks(page: DiffusionPage, flow: LevelFlow, place: Place): string[] {
  const { from, to, y, height } = place;
  const { words } = page;
  const share = percent(shareOf(flow) ?? 0);
  const links = SENTENCE_RELATIONS.reduce((sum, relation) => sum + flow[relation], 0);
  const names = `${levelName(page, flow.from)} → ${levelName(page, flow.to)}`;
  const head = words.levels.head;
  const lag = flow.lag === undefined ? '' : ` · ${itemAt(head, 7)} ${flow.lag}`;
  const title = `${names}: ${flow.carried}/${flow.clauses} (${share}) · ${itemAt(head, 2)} ${flow.pairs}${lag}`;
  let top = y;
  // Siblings of one level: a ribbon that goes out and comes back would hide the others.
  const end = from === to ? from + 120 : to - NODE / 2;
  const parts = SENTENCE_RELATIONS.map((relation) => {
    const own = links === 0 ? 0 : (height * flow[relation]) / links;
    const box = {
      x: from + NODE / 2,
      y: top,
      width: Math.max(1, end - from - NODE / 2),
      height: own,
    };
    top += own;
    return own === 0
      ? ''
      : svgRect(box, PART_COLOURS[relation], {
          opacity: 0.6,
          title: `${title} · ${flow[relation]}`,
        });
  });
  const middle = rounded((from + end) / 2, 2);
  const label = svgText(middle, y + height + 12, `${names} ${share}`, {
    anchor: 'middle',
    size: 11,
  });
  return [`<g><title>${escapeText(title)}</title>${parts.join('')}</g>`, label];
}
