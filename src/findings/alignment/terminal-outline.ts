import type { OutlineRow, OutlineSection, OutlineView } from '../../model/index.js';
import { type Line, paint, type Style, span } from '../../render/index.js';
import { displayWidth, itemAt } from '../../text/index.js';
import { gauge } from '../comparison/terminal/head.js';
import {
  columnRule,
  flow,
  joinColumns,
  padLine,
  paneWidth,
  ruleOf,
  wrapLine,
} from '../comparison/terminal/lines.js';
import {
  type Canvas,
  type ComparisonRenderOptions,
  canvasOf,
} from '../comparison/terminal/options.js';

type OutlineRenderOptions = Omit<ComparisonRenderOptions, 'addressOf' | 'layout' | 'summaryOnly'>;

/** Below this a pane holds fewer than eight Han characters beside its figures. */
const NARROWEST_PANE = 28;
const GAUGE = 5;

/**
 * Section trees side by side: linked sections on one line, `=` counterpart, `~` related, `-` missing,
 * `+` local, and how much of each section the next side carries. Narrow terminals get the trees in one
 * column, the lower side indented under the upper.
 */
export function renderOutline(view: OutlineView, options: OutlineRenderOptions): string {
  const sides = view.sides.map((side) => side.name);
  const canvas = canvasOf({ ...options, addressOf: (unit) => unit }, sides);
  const panes = view.sides.length;
  const width = paneWidth(panes, canvas);
  const lines = width < NARROWEST_PANE ? oneColumn(view, canvas) : columns(view, width, canvas);
  return [...headOf(view, canvas), ...lines]
    .map((line) => `${paint(line, canvas.color).replace(/(?<! ) +$/u, '')}\n`)
    .join('');
}

function headOf(view: OutlineView, canvas: Canvas): Line[] {
  const { words, glyphs, width } = canvas;
  const names = view.sides.map(
    ({ name, sections }): Line => [
      span(name, 'address'),
      span(` ${words.sections({ count: sections })}`, 'dim'),
    ],
  );
  const legend: Line[] = [
    [span(`= ${words.sectionRelations.counterpart}`, 'verbatim')],
    [span(`~ ${words.sectionRelations.related}`, 'paraphrased')],
    [span(`${glyphs.relations.missing} ${words.relations.missing}`, 'missing')],
    [span(`${glyphs.relations.local} ${words.relations.local}`, 'local')],
    [span(`${glyphs.moved} ${words.moved}`, 'moved')],
    [span(`n/n ${words.carried}`, 'bar')],
  ];
  return [
    ...flow([[span(words.outline, 'strong')], ...names], width, canvas, 2),
    ...flow([[span(words.legend, 'strong')], ...legend], width, canvas, 2),
  ];
}

function columns(view: OutlineView, width: number, canvas: Canvas): Line[] {
  return [
    columnRule(view.sides.length, width, canvas),
    ...view.rows.flatMap((row) =>
      joinColumns(
        row.cells.map((_, side) => cellLines(row, side, width, canvas)),
        width,
        canvas,
      ),
    ),
  ];
}

function oneColumn(view: OutlineView, canvas: Canvas): Line[] {
  return [
    [ruleOf(canvas.glyphs.rule, canvas.width, canvas)],
    ...view.rows.flatMap((row) =>
      row.cells.flatMap((_, side) =>
        cellLines(row, side, canvas.width - 2 * side, canvas).map(
          (line): Line => [span(' '.repeat(2 * side)), ...line],
        ),
      ),
    ),
  ];
}

function cellLines(row: OutlineRow, side: number, width: number, canvas: Canvas): Line[] {
  const sections = itemAt(row.cells, side);
  const mark = markOf(row, side, canvas);
  if (sections.length === 0) return mark.text === '' ? [] : [[mark]];
  // The highest side has nothing above it to be marked against, and no room for marks.
  return sections.flatMap((section, index) =>
    sectionLines(section, side === 0 ? undefined : index === 0 ? mark : span(''), width, canvas),
  );
}

function sectionLines(
  section: OutlineSection,
  mark: ReturnType<typeof span> | undefined,
  width: number,
  canvas: Canvas,
): Line[] {
  const share = shareOf(section, canvas);
  const shareWidth = share.reduce(
    (sum, each) => sum + displayWidth(each.text, canvas.ambiguousWidth),
    0,
  );
  const indent = 2 * (section.depth - 1);
  const gutter =
    mark === undefined
      ? ''
      : `${mark.text}${' '.repeat(Math.max(0, 3 - displayWidth(mark.text, canvas.ambiguousWidth)))}`;
  const room = Math.max(8, width - shareWidth - (share.length > 0 ? 1 : 0));
  const style: Style = section.again ? 'dim' : section.depth === 1 ? 'heading' : 'plain';
  const again = section.again ? [span(` ${canvas.words.again}`, 'dim')] : [];
  const wrapped = wrapLine(
    [span(`${section.label}${section.heading}`, style), ...again],
    room - indent - gutter.length,
    canvas,
  );
  return wrapped.map((line, index): Line => {
    const lead =
      index === 0 ? { ...(mark ?? span('')), text: gutter } : span(' '.repeat(gutter.length));
    const text: Line = [lead, span(' '.repeat(indent)), ...line];
    return index === 0 && share.length > 0 ? [...padLine(text, room + 1, canvas), ...share] : text;
  });
}

function markOf(row: OutlineRow, side: number, canvas: Canvas): ReturnType<typeof span> {
  const { glyphs, words } = canvas;
  if (side === 0) return span('');
  const here = itemAt(row.cells, side).length > 0;
  const above = itemAt(row.cells, side - 1).length > 0;
  const link = row.links[side - 1];
  if (!here) {
    if (!above) return span('');
    const carried = itemAt(row.cells, side - 1).some((section) => (section.carried ?? 0) > 0);
    return carried
      ? span(words.noCounterpart, 'dim')
      : span(`${glyphs.relations.missing} ${words.relations.missing}`, 'missing');
  }
  if (!link) return span(glyphs.relations.local, 'local');
  if (link.moved) return span(glyphs.moved, 'moved');
  return link.relation === 'counterpart' ? span('=', 'verbatim') : span('~', 'paraphrased');
}

/** `6/8 ███▊ ` at the right edge of the pane; nothing for the lowest side and for empty sections. */
function shareOf(section: OutlineSection, canvas: Canvas): Line {
  if (section.carried === undefined || section.units === 0 || section.again) return [];
  const bar = gauge(section.carried / section.units, GAUGE, canvas);
  return [span(`${section.carried}/${section.units} `, 'dim'), span(bar, 'bar')];
}
