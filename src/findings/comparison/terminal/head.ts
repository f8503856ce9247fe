import {
  type ComparisonSide,
  type ComparisonSummary,
  type ComparisonView,
  SENTENCE_RELATIONS,
} from '../../../model/index.js';
import { type CompareWords, type Line, span } from '../../../render/index.js';
import { itemAt, percent } from '../../../text/index.js';
import { legendItems } from './legend.js';
import { flow, widthOf, wrapLine } from './lines.js';
import type { Canvas } from './options.js';

/** What is compared, how many units, how covered, and the signs used below. */
export function headLines(view: ComparisonView, canvas: Canvas): Line[] {
  const { words, glyphs, width } = canvas;
  const names = view.sides.map((side) => side.name).join(` ${glyphs.arrow} `);
  const { inScope, shown } = view.rows;
  const rows =
    shown === inScope ? [] : wrapLine([span(words.rows({ shown, inScope }), 'dim')], width, canvas);
  return [
    ...wrapLine([span(`${words.compare}  ${names}`, 'strong')], width, canvas),
    ...view.sides.flatMap((side) => sideLines(side, view, canvas)),
    ...view.summaries.flatMap((summary, index) => summaryLines(summary, index, view, canvas)),
    ...view.notes.flatMap(({ kind, sides }) => {
      const named = sides.map((side) => itemAt(view.sides, side).name).join(` ${glyphs.arrow} `);
      return wrapLine([span(words.notes[kind]({ sides: named }), 'changed')], width, canvas, {
        hang: 2,
      });
    }),
    ...rows,
    ...flow(legendItems(view, canvas), width, canvas, 2),
  ];
}

function sideLines(side: ComparisonSide, view: ComparisonView, canvas: Canvas): Line[] {
  const { words } = canvas;
  const names = view.sides.map((each) => widthOf([span(each.name)], canvas));
  const column = Math.max(...names) + 2;
  const name = ' '.repeat(column - widthOf([span(side.name)], canvas));
  const level = side.level ? `${words.levels[side.level]}  ` : '';
  const title = titlesText(side.titles, words);
  const line = [span(`  ${side.name}${name}`, 'address'), span(`${level}${title}`)];
  const units = [span(unitsText(side.unitsInScope, side.units, words), 'dim')];
  const indent = Math.min(column + 2, canvas.width >> 2);
  const lines = wrapLine(line, canvas.width, canvas, { hang: indent });
  const tail = [...itemAt(lines, lines.length - 1), span('  '), ...units];
  return widthOf(tail, canvas) <= canvas.width
    ? [...lines.slice(0, -1), tail]
    : [...lines, ...wrapLine(units, canvas.width, canvas, { indent })];
}

function titlesText(titles: readonly string[], words: CompareWords): string {
  const [first = ''] = titles;
  const count = titles.length;
  return count > 1 ? words.titles({ first, count, more: count - 1 }) : first;
}

function unitsText(inScope: number, all: number, words: CompareWords): string {
  return inScope === all ? words.units({ all }) : words.unitsInScope({ inScope, all });
}

function summaryLines(
  summary: ComparisonSummary,
  index: number,
  view: ComparisonView,
  canvas: Canvas,
): Line[] {
  const { words, glyphs } = canvas;
  const pair =
    view.sides.length > 2
      ? `${itemAt(view.sides, index).name} ${glyphs.arrow} ${itemAt(view.sides, index + 1).name} `
      : '';
  const statuses = [...SENTENCE_RELATIONS, 'missing', 'local'] as const;
  const counts = statuses.map((status): Line => {
    const count =
      status === 'missing' || status === 'local' ? summary[status] : summary.covered[status];
    return [span(`${glyphs.relations[status]} ${words.relations[status]} ${count}`, status)];
  });
  const figure = [
    span(`${pair}${words.coverage} `, 'strong'),
    span(`${words.bySentence} `),
    ...coverage(summary, canvas),
  ];
  return [
    ...clauseLines(summary, pair, canvas),
    ...flow([figure, ...counts], canvas.width, canvas, 2),
  ];
}

/** The figure that counts what was left out of linked sentences too, with what it may be off by. */
function clauseLines({ clauses }: ComparisonSummary, pair: string, canvas: Canvas): Line[] {
  if (clauses?.coverage === undefined) return [];
  const { words, glyphs } = canvas;
  const { coverage: share, expectedError = 0, counts } = clauses;
  const points = Math.max(1, Math.round(expectedError * 100));
  const items: Line[] = [
    [
      span(`${pair}${words.coverage} `, 'strong'),
      span(`${words.byClause} `),
      span(`${percent(share)} `, 'strong'),
      span(gauge(share, 10, canvas), 'bar'),
      span(` ${glyphs.plusMinus}${points}`, 'dim'),
    ],
    [span(`${glyphs.relations.verbatim} ${words.carried} ${counts.carried}`, 'verbatim')],
    [span(`${glyphs.relations.adapted} ${words.partly} ${counts.partly}`, 'adapted')],
    [span(`${glyphs.relations.missing} ${words.relations.missing} ${counts.missing}`, 'missing')],
  ];
  return flow(items, canvas.width, canvas, 2);
}

function coverage(summary: ComparisonSummary, canvas: Canvas): Line {
  if (summary.coverage === undefined) return [span(canvas.words.noUnits, 'dim')];
  const carried = summary.upstreamUnits - summary.missing;
  return [
    span(`${percent(summary.coverage)} `, 'strong'),
    span(gauge(summary.coverage, 10, canvas), 'bar'),
    span(` ${carried}/${summary.upstreamUnits}`, 'dim'),
  ];
}

/** A bar of `cells` columns, in eighths where the glyphs allow. */
export function gauge(share: number, cells: number, canvas: Pick<Canvas, 'glyphs'>): string {
  const { bar } = canvas.glyphs;
  const steps = bar.length - 1;
  const filled = Math.round(Math.min(1, Math.max(0, share)) * cells * steps);
  const whole = Math.floor(filled / steps);
  const text = itemAt(bar, steps).repeat(whole) + itemAt(bar, filled % steps);
  return text + (steps === 1 ? '.' : ' ').repeat(cells - whole - (filled % steps > 0 ? 1 : 0));
}
