import type { ReportWords } from '../../../messages/index.js';
import type { Report, ReportPair } from '../../../model/index.js';
import { itemAt, percent, valueAt } from '../../../text/index.js';
import { PART_COLOURS } from '../../index.js';
import { pairTitle } from '../look-up.js';
import { type Drawing, shortLabel, svgRect, svgText } from './svg.js';

const LABEL = 260;
const CELL = 34;
/** Room for the turned labels above the columns. */
const HEAD = 190;
const GAP = 30;

/** Chapters by chapters, shaded by the share of the upstream chapter; neighbouring pairs one below the other. */
export function matrixDrawing(report: Report, words: ReportWords): Drawing {
  const pairs = report.pairs.filter((pair) => pair.downstream === pair.upstream + 1);
  let top = 0;
  const body = pairs.flatMap((pair) => {
    const marks = grid(report, pair, top);
    top += HEAD + pair.matrix.upstream.length * CELL + GAP;
    return marks;
  });
  const widest = Math.max(...pairs.map((pair) => pair.matrix.downstream.length));
  return { width: LABEL + widest * CELL + 150, height: top, title: words.matrix, body };
}

function grid(report: Report, pair: ReportPair, top: number): string[] {
  const { upstream, downstream, cells } = pair.matrix;
  const rows = new Map(upstream.map((head, index) => [head.key, index]));
  const columns = new Map(downstream.map((head, index) => [head.key, index]));
  const y = (row: number): number => top + HEAD + row * CELL;
  const x = (column: number): number => LABEL + column * CELL;
  const box = (row: number, column: number) => ({
    x: x(column) + 1,
    y: y(row) + 1,
    width: CELL - 2,
    height: CELL - 2,
  });
  const title = pairTitle(report, pair);
  return [
    svgText(16, top + HEAD - 12, title, { weight: 600 }),
    ...upstream.map((head, row) =>
      svgText(LABEL - 8, y(row) + 22, shortLabel(head.heading, 36), { anchor: 'end', size: 12 }),
    ),
    ...downstream.map((head, column) =>
      svgText(x(column) + 20, top + HEAD - 8, shortLabel(head.heading, 30), {
        turn: -50,
        size: 12,
      }),
    ),
    ...upstream.flatMap((_, row) =>
      downstream.map((__, column) => svgRect(box(row, column), 'currentColor', { opacity: 0.04 })),
    ),
    ...cells.flatMap((cell) => {
      const [row, column] = [valueAt(rows, cell.upstream), valueAt(columns, cell.downstream)];
      const [from, to] = [itemAt(upstream, row), itemAt(downstream, column)];
      return [
        svgRect(box(row, column), PART_COLOURS.verbatim, {
          opacity: 0.12 + 0.6 * cell.share,
          title: `${from.heading} → ${to.heading}: ${cell.units}/${from.units} (${percent(cell.share)})`,
        }),
        svgText(x(column) + CELL / 2, y(row) + 22, String(cell.units), {
          anchor: 'middle',
          size: 12,
        }),
      ];
    }),
  ];
}
