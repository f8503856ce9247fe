import type { ReportWords } from '../../../messages/index.js';
import type { MatrixHead, Report, SectionMatrix } from '../../../model/index.js';
import { itemAt, percent, rounded, valueAt } from '../../../text/index.js';
import { CHAPTER_COLOURS, escapeText } from '../../index.js';
import { type Drawing, shortLabel, svgRect, svgText } from './svg.js';

const WIDTH = 1000;
/** Room for a label of twenty Han characters beside the outer columns. */
const MARGIN = 250;
const NODE = 14;
/** Least height of a node: a line of its label. */
const LEAST = 17;
const GAP = 5;
const TOP = 34;
/** Pixels a sentence; less where the longer side would grow beyond `TALLEST`. */
const SCALE = 4;
const TALLEST = 900;

interface Node {
  readonly head: MatrixHead;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/**
 * Which chapters went into which: an alluvial picture, a column a level, in document order.
 *
 * A node is as high as its sentences are many; a ribbon takes the share of either node that the cell
 * of the section matrix states, scaled down where sentences with several counterparts add up to more.
 */
export function flowDrawing(report: Report, words: ReportWords): Drawing {
  const matrices = report.pairs
    .filter((pair) => pair.downstream === pair.upstream + 1)
    .map((pair) => pair.matrix);
  const first = itemAt(matrices, 0);
  const columns = [first.upstream, ...matrices.map((matrix) => matrix.downstream)];
  const most = Math.max(
    ...columns.map((heads) => heads.reduce((sum, { units }) => sum + units, 0)),
  );
  const scale = Math.min(SCALE, TALLEST / Math.max(1, most));
  const step = (WIDTH - 2 * MARGIN - NODE) / (columns.length - 1);
  const nodes = columns.map((heads, index) => stack(heads, MARGIN + index * step, scale));
  const height = Math.max(...nodes.map((column) => bottomOf(column))) + 12;
  const body = [
    ...nodes.map((column, index) => columnTitle(report, index, column[0]?.x ?? 0, nodes.length)),
    ...matrices.flatMap((matrix, index) =>
      ribbons(matrix, itemAt(nodes, index), itemAt(nodes, index + 1)),
    ),
    ...nodes.flatMap((column, index) => marks(column, index, nodes.length, words)),
  ];
  return { width: WIDTH, height: rounded(height, 2), title: words.flow, body };
}

function stack(heads: readonly MatrixHead[], x: number, scale: number): Node[] {
  let y = TOP;
  return heads.map((head) => {
    const height = Math.max(LEAST, head.units * scale);
    const node = { head, x, y, height };
    y += height + GAP;
    return node;
  });
}

function bottomOf(column: readonly Node[]): number {
  const last = column.at(-1);
  return last === undefined ? TOP : last.y + last.height;
}

function columnTitle(report: Report, index: number, x: number, count: number): string {
  const anchor = index === 0 ? 'end' : index === count - 1 ? 'start' : 'middle';
  const at = index === 0 ? x + NODE : index === count - 1 ? x : x + NODE / 2;
  return svgText(at, 18, itemAt(report.sides, index).side.name, { anchor, weight: 600, size: 14 });
}

function marks(
  column: readonly Node[],
  index: number,
  count: number,
  words: ReportWords,
): string[] {
  const left = index === 0 && count > 1;
  return column.flatMap(({ head, x, y, height }) => {
    const at = left ? x - 8 : x + NODE + 8;
    const label = shortLabel(head.heading, index > 0 && index < count - 1 ? 24 : 34);
    return [
      svgRect({ x, y, width: NODE, height }, 'currentColor', {
        opacity: 0.55,
        title: `${head.heading} · ${head.units} ${words.sentences}`,
      }),
      svgText(at, y + Math.min(height, LEAST) / 2 + 5, label, left ? { anchor: 'end' } : {}),
    ];
  });
}

interface Ends {
  readonly from: Node;
  readonly to: Node;
  readonly out: number;
  readonly into: number;
  readonly title: string;
  readonly colour: string;
}

function ribbons(matrix: SectionMatrix, ups: readonly Node[], downs: readonly Node[]): string[] {
  const byKey = (nodes: readonly Node[]) => new Map(nodes.map((node) => [node.head.key, node]));
  const [from, to] = [byKey(ups), byKey(downs)];
  const [sumOut, sumInto] = [new Map<string, number>(), new Map<string, number>()];
  for (const cell of matrix.cells) {
    add(sumOut, cell.upstream, cell.share);
    add(sumInto, cell.downstream, cell.shareDownstream);
  }
  const ends = matrix.cells.map((cell): Ends => {
    const [up, down] = [valueAt(from, cell.upstream), valueAt(to, cell.downstream)];
    return {
      from: up,
      to: down,
      out: (up.height * cell.share) / Math.max(1, valueAt(sumOut, cell.upstream)),
      into: (down.height * cell.shareDownstream) / Math.max(1, valueAt(sumInto, cell.downstream)),
      title: `${up.head.heading} → ${down.head.heading}: ${cell.units} (${percent(cell.share)})`,
      colour: itemAt(CHAPTER_COLOURS, ups.indexOf(up) % CHAPTER_COLOURS.length),
    };
  });
  return draw(ends, downs);
}

/** Ribbons leave and enter their nodes in the order of the nodes at their other ends. */
function draw(ends: readonly Ends[], downs: readonly Node[]): string[] {
  const left = new Map<Node, number>();
  const right = new Map<Ends, number>();
  for (const node of downs) {
    let y = node.y;
    for (const end of ends.filter((each) => each.to === node)) {
      right.set(end, y);
      y += end.into;
    }
  }
  return ends.map((end) => {
    const y1 = left.get(end.from) ?? end.from.y;
    left.set(end.from, y1 + end.out);
    return ribbon(end, y1, valueAt(right, end));
  });
}

function ribbon({ from, to, out, into, title, colour }: Ends, y1: number, y2: number): string {
  const [x1, x2] = [rounded(from.x + NODE, 2), rounded(to.x, 2)];
  const middle = rounded((x1 + x2) / 2, 2);
  const [a, b, c, d] = [
    rounded(y1, 2),
    rounded(y2, 2),
    rounded(y2 + into, 2),
    rounded(y1 + out, 2),
  ];
  return `<path class="ribbon" fill="${colour}" fill-opacity="0.42" d="M${x1} ${a}C${middle} ${a} ${middle} ${b} ${x2} ${b}L${x2} ${c}C${middle} ${c} ${middle} ${d} ${x1} ${d}Z"><title>${escapeText(title)}</title></path>`;
}

function add(sums: Map<string, number>, key: string, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value);
}
