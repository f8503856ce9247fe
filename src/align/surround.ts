import { itemAt, runningSums, valueAt } from '../text/index.js';
import { claimsOf } from './claims.js';
import {
  type Component,
  fillRow,
  type NamedComponent,
  speaksEitherWay,
  speaksFor,
} from './component.js';
import { FIRST_COMPONENTS, type Measured, type MeasuredPair } from './context.js';
import { type PreparedPair, sentenceCounts } from './prepare.js';
import { rivalsOf } from './rivals.js';
import { itemOf } from './sections.js';

/** What the components ask of a pair's surroundings: probabilities of the first pass. */
interface AroundContext {
  readonly pair: MeasuredPair;
  /** Of the pair itself. */
  readonly own: number;
  /** Of two sentences inside the pair's own items, so that the order of items changes nothing; 0 for others. */
  readonly inside: (up: number, down: number) => number;
  readonly rowRival: number;
  readonly columnRival: number;
  /** Share of the two items' other sentences that are linked to each other. */
  readonly mass: number;
  readonly bothHeadings: boolean;
  /** As `claimsOf` gives them, rivals counted by how likely they are. */
  readonly left: Float64Array;
  /** Links expected of the downstream and of the upstream sentence. */
  readonly row: number;
  readonly column: number;
  /** Of the openings of both sentences' lists, and of one's opening and the other sentence. */
  readonly lists: readonly [both: number, one: number];
}

/** What the first pass's probabilities say about a pair's surroundings. */
const AROUND_COMPONENTS: readonly Component<AroundContext>[] = [
  speaksFor('before', ({ pair: { up, down }, inside }) =>
    Math.max(inside(up - 1, down - 1), inside(up - 2, down - 1), inside(up - 1, down - 2)),
  ),
  speaksFor('after', ({ pair: { up, down }, inside }) =>
    Math.max(inside(up + 1, down + 1), inside(up + 2, down + 1), inside(up + 1, down + 2)),
  ),
  speaksEitherWay('beside-downstream', ({ pair: { up, down }, inside }) =>
    Math.max(inside(up, down - 1), inside(up, down + 1)),
  ),
  speaksEitherWay('beside-upstream', ({ pair: { up, down }, inside }) =>
    Math.max(inside(up - 1, down), inside(up + 1, down)),
  ),
  speaksEitherWay('row-rival', (c) => c.rowRival),
  speaksEitherWay('column-rival', (c) => c.columnRival),
  speaksFor('section-mass', (c) => c.mass),
  speaksFor('heading-mass', (c) => (c.bothHeadings ? c.mass : 0)),
  speaksFor('left-downstream', (c) => c.left[0] ?? 0),
  speaksFor('left-upstream', (c) => c.left[1] ?? 0),
  speaksEitherWay('row-rest', (c) => c.row - c.own),
  speaksEitherWay('column-rest', (c) => c.column - c.own),
  speaksFor('lists', (c) => c.lists[0]),
  speaksFor('list', (c) => c.lists[1]),
];

/**
 * Components of the second pass: the pair's own again, then what surrounds it. The first pass's odds of the pair itself are not
 * among them: trees that see them ask for little else, and carry worse to other chains.
 */
export const SECOND_COMPONENTS: readonly NamedComponent[] = [
  ...FIRST_COMPONENTS,
  ...AROUND_COMPONENTS,
];

/**
 * Whether a pair is worth the second pass's look: of the gold's links fewer than 1 in 100 are less likely than this after the
 * first (0.8 %), of its candidates nearly four in five (78 %).
 */
export function worthLook(first: number): boolean {
  return first >= 0.01;
}

const NOT_LOOKED_AT = new Float64Array(0);

/** Second-pass components of each pair worth a look, from the first pass's probabilities; nothing for the others. */
export function surround(
  pair: PreparedPair,
  { pairs: measured, wording }: Measured,
  first: readonly number[],
): Float64Array[] {
  const probability = lookUp(pair, measured, first);
  const items = {
    up: pair.upstream.sentences.map((s) => itemOf(pair.upstream, s.section)),
    down: pair.downstream.sentences.map((s) => itemOf(pair.downstream, s.section)),
  };
  const rivals = rivalsOf(sentenceCounts(pair), measured, first);
  const mass = sectionMass(pair, measured, first);
  const left = claimsOf(pair, measured, wording, first);
  const rest = sumsOf(pair, measured, first);
  const width = SECOND_COMPONENTS.length;
  const rows = new Float64Array(first.filter(worthLook).length * width);
  let at = 0;
  return measured.map((m, i) => {
    const own = first[i]!;
    if (!worthLook(own)) return NOT_LOOKED_AT;
    const out = rows.subarray(at, at + width);
    at += width;
    out.set(m.row);
    const context: AroundContext = {
      pair: m,
      own,
      inside: (up, down) =>
        items.up[up] === m.upItem && items.down[down] === m.downItem ? probability(up, down) : 0,
      rowRival: rivals.row[i]!,
      columnRival: rivals.column[i]!,
      mass: itemAt(mass, i),
      bothHeadings: areHeadings(pair, m),
      left: left.subarray(i * 4, i * 4 + 2),
      row: itemAt(rest.row, m.down),
      column: itemAt(rest.column, m.up),
      lists: listOdds(pair, m, probability),
    };
    fillRow(AROUND_COMPONENTS, context, out, m.row.length);
    return out;
  });
}

/** How likely the openings of two lists are linked; or, where only one sentence is of a list, its opening and the other sentence. */
function listOdds(
  { upstream, downstream }: PreparedPair,
  { up, down }: MeasuredPair,
  probability: (up: number, down: number) => number,
): [both: number, one: number] {
  const above = upstream.sentences[up]?.lead ?? -1;
  const below = downstream.sentences[down]?.lead ?? -1;
  if (above < 0 && below < 0) return [0, 0];
  if (above >= 0 && below >= 0) return [probability(above, below), 0];
  return [0, above >= 0 ? probability(above, down) : probability(up, below)];
}

/** Links expected of each downstream sentence (row) and upstream sentence (column). */
function sumsOf(
  pair: PreparedPair,
  measured: readonly MeasuredPair[],
  first: readonly number[],
): { readonly row: Float64Array; readonly column: Float64Array } {
  const row = new Float64Array(pair.downstream.sentences.length);
  const column = new Float64Array(pair.upstream.sentences.length);
  for (const [i, { up, down }] of measured.entries()) {
    const own = first[i]!;
    row[down]! += own;
    column[up]! += own;
  }
  return { row, column };
}

/** Values by sentence indices, 0 where a pair was not measured. *In* pairs in downstream, then upstream order. */
function lookUp(
  pair: PreparedPair,
  measured: readonly MeasuredPair[],
  values: readonly number[],
): (up: number, down: number) => number {
  const starts = new Int32Array(pair.downstream.sentences.length + 1);
  for (const { down } of measured) starts[down + 1]! += 1;
  runningSums(starts);
  return (up, down) => {
    let low = starts[down]!;
    let high = starts[down + 1]!;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (measured[middle]!.up < up) low = middle + 1;
      else high = middle;
    }
    return low < starts[down + 1]! && measured[low]!.up === up ? values[low]! : 0;
  };
}

function areHeadings({ upstream, downstream }: PreparedPair, { up, down }: MeasuredPair): boolean {
  return (
    (upstream.sentences[up]?.unit.heading ?? false) &&
    (downstream.sentences[down]?.unit.heading ?? false)
  );
}

/** Share of the two items' other sentences that the first pass links to each other. */
function sectionMass(
  pair: PreparedPair,
  measured: readonly MeasuredPair[],
  first: readonly number[],
): Float64Array {
  const size = pair.upstream.sections.length + 1;
  const sums = new Map<number, number>();
  const key = (m: MeasuredPair): number => (m.downItem + 1) * size + m.upItem + 1;
  for (const [i, m] of measured.entries())
    sums.set(key(m), (sums.get(key(m)) ?? 0) + itemAt(first, i));
  const count = (items: readonly number[]): Map<number, number> => {
    const out = new Map<number, number>();
    for (const item of items) out.set(item, (out.get(item) ?? 0) + 1);
    return out;
  };
  const ups = count(pair.upstream.sentences.map((s) => itemOf(pair.upstream, s.section)));
  const downs = count(pair.downstream.sentences.map((s) => itemOf(pair.downstream, s.section)));
  return Float64Array.from(measured, (m, i) => {
    const others = valueAt(sums, key(m)) - itemAt(first, i);
    return Math.min(
      1,
      others / Math.max(1, Math.min(ups.get(m.upItem) ?? 1, downs.get(m.downItem) ?? 1)),
    );
  });
}
