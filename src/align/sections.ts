import type { Candidate } from './candidates.js';
import { dot } from './measure.js';
import type { PreparedPair, PreparedSection, PreparedSide } from './prepare.js';

export const SECTION_COMPONENTS = [
  'wording',
  'heading',
  'heading-meaning',
  'held-downstream',
  'held-upstream',
  'meaning',
  'row-margin',
  'column-margin',
  'row-best',
  'column-best',
  'one-bare',
  'same-depth',
] as const;

/** A pair of sections worth measuring. */
export interface SectionPair {
  readonly up: number;
  readonly down: number;
  readonly row: readonly number[];
  /** A plain score of the pair, and the best any pair of its row or column reaches. */
  readonly base: number;
  readonly rowBest: number;
  readonly columnBest: number;
  /** The better of the plain scores that the pair's two items reach elsewhere: what the pair competes with. */
  readonly rival: number;
}

/**
 * What an item scores with a stranger in this very pair of documents: the median over downstream items of the second-best
 * plain score. Two texts of one genre and one subject share much wording everywhere; two of different kinds share little.
 */
export function strangerScore(pairs: readonly SectionPair[]): number {
  const rows = new Map<number, number[]>();
  for (const pair of pairs) {
    const row = rows.get(pair.down);
    if (row === undefined) rows.set(pair.down, [pair.base]);
    else row.push(pair.base);
  }
  const seconds = [...rows.values()]
    .map((bases) => bases.sort((a, b) => b - a)[1] ?? 0)
    .sort((a, b) => a - b);
  return seconds[seconds.length >>> 1] ?? 0;
}

/** Labels of points inside an item: they belong to their item, not beside it. */
const POINT_LABEL = /^(——|[一二三四五六七八九十]+是|第[一二三四五六七八九十]+[，、,]|[①-⑳])$/u;

/** The section a sentence is compared in: the innermost that is not a point of an item. */
export function itemOf(side: PreparedSide, section: number): number {
  let at = section;
  while (at >= 0 && side.sections[at]!.parent >= 0 && isPoint(side.sections[at]!))
    at = side.sections[at]!.parent;
  return at;
}

export function isPoint(section: PreparedSection): boolean {
  return POINT_LABEL.test(section.unit.label);
}

/**
 * The plain score by which rivals are compared: the merged texts' cosine, and a little of the heading's, which decides
 * between items on one subject. More of the heading would let a shared 推动高质量发展 outweigh the text.
 */
const HEADING_SHARE = 0.2;

interface Tally {
  readonly up: number;
  readonly down: number;
  readonly bestDown: Map<number, number>;
  readonly bestUp: Map<number, number>;
}

/**
 * Measure pairs of items (sections that are not points): those that share a candidate pair of sentences or heading wording.
 */
export function measureSections(
  pair: PreparedPair,
  candidates: readonly Candidate[],
): SectionPair[] {
  const tallies = tallySections(pair, candidates);
  const centroids = {
    own: {
      up: centroidsOf(pair.upstream, (s) => s.own),
      down: centroidsOf(pair.downstream, (s) => s.own),
    },
    all: {
      up: centroidsOf(pair.upstream, (s) => s.all),
      down: centroidsOf(pair.downstream, (s) => s.all),
    },
  };
  const headings = {
    up: pair.upstream.sections.map((section) => headingText(pair, section)),
    down: pair.downstream.sections.map((section) => headingText(pair, section)),
  };
  const texts = {
    own: {
      up: textsOf(pair, pair.upstream, (s) => s.own),
      down: textsOf(pair, pair.downstream, (s) => s.own),
    },
    all: {
      up: textsOf(pair, pair.upstream, (s) => s.all),
      down: textsOf(pair, pair.downstream, (s) => s.all),
    },
  };
  const depth = { up: depthsOf(pair.upstream), down: depthsOf(pair.downstream) };
  const rows = tallies.map(({ up, down, bestDown, bestUp }) => {
    const a = pair.upstream.sections[up]!;
    const b = pair.downstream.sections[down]!;
    const heading = sparseCosine(headings.up[up]!, headings.down[down]!);
    const headingMeaning = dot(a.heading.vector, b.heading.vector);
    // A chapter beside an item is measured by its own sentences: its items have counterparts of their own.
    const alone = hasItems(pair.upstream, up) !== hasItems(pair.downstream, down);
    const heldDown = meanBest(bestDown, alone ? b.own : b.all, pair.downstream);
    const heldUp = meanBest(bestUp, alone ? a.own : a.all, pair.upstream);
    const kind = alone ? 'own' : 'all';
    const meaning = dot(centroids[kind].up[up]!, centroids[kind].down[down]!);

    const wording = sparseCosine(texts[kind].up[up]!, texts[kind].down[down]!);
    const base = wording + HEADING_SHARE * heading;
    const bare = (s: PreparedSection): boolean => s.all.length <= 1;
    return {
      up,
      down,
      base,
      own: [wording, heading, headingMeaning, heldDown, heldUp, meaning],
      oneBare: bare(a) !== bare(b) ? 1 : 0,
      sameDepth: depth.up[up] === depth.down[down] ? 1 : 0,
    };
  });
  const best = { row: topTwo(rows, (r) => r.down), column: topTwo(rows, (r) => r.up) };
  return rows.map((r) => {
    const row = best.row.get(r.down)!;
    const column = best.column.get(r.up)!;
    const rowRival = r.base === row[0] ? row[1] : row[0];
    const columnRival = r.base === column[0] ? column[1] : column[0];
    return {
      up: r.up,
      down: r.down,
      base: r.base,
      rowBest: row[0],
      columnBest: column[0],
      rival: Math.max(rowRival, columnRival),
      row: [
        ...r.own,
        r.base - rowRival,
        r.base - columnRival,
        r.base >= row[0] ? 1 : 0,
        r.base >= column[0] ? 1 : 0,
        r.oneBare,
        r.sameDepth,
      ],
    };
  });
}

function tallySections(pair: PreparedPair, candidates: readonly Candidate[]): Tally[] {
  const size = pair.upstream.sections.length;
  const tallies = new Map<number, Tally>();
  const at = (up: number, down: number): Tally => {
    const key = down * size + up;
    let tally = tallies.get(key);
    if (tally === undefined) {
      tally = { up, down, bestDown: new Map(), bestUp: new Map() };
      tallies.set(key, tally);
    }
    return tally;
  };
  const lines = { up: ancestorLines(pair.upstream), down: ancestorLines(pair.downstream) };
  for (const candidate of candidates) {
    const upLine = lines.up[pair.upstream.sentences[candidate.up]!.section] ?? [];
    const downLine = lines.down[pair.downstream.sentences[candidate.down]!.section] ?? [];
    for (const up of upLine) {
      for (const down of downLine) {
        const tally = at(up, down);
        if (candidate.cosine > (tally.bestDown.get(candidate.down) ?? 0))
          tally.bestDown.set(candidate.down, candidate.cosine);
        if (candidate.cosine > (tally.bestUp.get(candidate.up) ?? 0))
          tally.bestUp.set(candidate.up, candidate.cosine);
      }
    }
  }
  return [...tallies.values()].sort((a, b) => a.down - b.down || a.up - b.up);
}

/** For each section: itself and its ancestors, points left out. */
function ancestorLines(side: PreparedSide): number[][] {
  return side.sections.map((_, index) => {
    const line: number[] = [];
    for (let at = itemOf(side, index); at >= 0; at = side.sections[at]!.parent) line.push(at);
    return line;
  });
}

interface SparseText {
  readonly ids: Int32Array;
  readonly values: Float32Array;
  readonly length: number;
}

/** Merged grams of each section, `(1 + ln count) × weight`. */
function textsOf(
  pair: PreparedPair,
  side: PreparedSide,
  members: (section: PreparedSection) => readonly number[],
): SparseText[] {
  const counts = new Uint16Array(pair.gramWeights.length);
  return side.sections.map((section) => {
    const seen: number[] = [];
    for (const index of members(section)) {
      for (const gram of side.sentences[index]!.grams) {
        if (counts[gram] === 0) seen.push(gram);
        counts[gram]! += 1;
      }
    }
    const ids = Int32Array.from(seen).sort();
    const values = new Float32Array(ids.length);
    let square = 0;
    for (let i = 0; i < ids.length; i += 1) {
      const id = ids[i]!;
      values[i] = (1 + Math.log(counts[id]!)) * pair.gramWeights[id]!;
      square += values[i]! ** 2;
      counts[id] = 0;
    }
    return { ids, values, length: Math.sqrt(square) };
  });
}

function headingText(pair: PreparedPair, section: PreparedSection): SparseText {
  const ids = section.heading.grams;
  const values = Float32Array.from(ids, (id) => pair.gramWeights[id]!);
  let square = 0;
  for (const value of values) square += value * value;
  return { ids, values, length: Math.sqrt(square) };
}

function sparseCosine(a: SparseText, b: SparseText): number {
  let sum = 0;
  let i = 0;
  let j = 0;
  while (i < a.ids.length && j < b.ids.length) {
    const difference = a.ids[i]! - b.ids[j]!;
    if (difference === 0) sum += a.values[i++]! * b.values[j++]!;
    else if (difference < 0) i += 1;
    else j += 1;
  }
  return a.length * b.length > 0 ? sum / (a.length * b.length) : 0;
}

/** It holds sections that are not points. */
function hasItems(side: PreparedSide, index: number): boolean {
  for (let at = index + 1; at < side.sections.length; at += 1) {
    const section = side.sections[at]!;
    if (section.parent === index && !isPoint(section)) return true;
    if (section.parent < index) return false;
  }
  return false;
}

function depthsOf(side: PreparedSide): number[] {
  return side.sections.map((section) => section.unit.depth);
}

function meanBest(
  best: ReadonlyMap<number, number>,
  members: readonly number[],
  side: PreparedSide,
): number {
  let sum = 0;
  let weight = 0;
  for (const index of members) {
    const sentence = side.sentences[index]!;
    sum += (best.get(index) ?? 0) * sentence.gramWeight;
    weight += sentence.gramWeight;
  }
  return weight > 0 ? sum / weight : 0;
}

function centroidsOf(
  side: PreparedSide,
  members: (section: PreparedSection) => readonly number[],
): Float32Array[] {
  return side.sections.map((section) => {
    const first = section.heading.vector;
    const out = new Float32Array(first.length);
    const add = (vector: Float32Array, weight: number): void => {
      for (let k = 0; k < out.length; k += 1) out[k]! += vector[k]! * weight;
    };
    for (const index of members(section))
      add(side.sentences[index]!.vector, side.sentences[index]!.wordWeight);
    let square = 0;
    for (const value of out) square += value * value;
    const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
    return out.map((value) => value * scale);
  });
}

function topTwo<T extends { base: number }>(
  rows: readonly T[],
  key: (row: T) => number,
): Map<number, [number, number]> {
  const out = new Map<number, [number, number]>();
  for (const row of rows) {
    const two = out.get(key(row)) ?? [0, 0];
    if (row.base > two[0]) out.set(key(row), [row.base, two[0]]);
    else if (row.base > two[1]) out.set(key(row), [two[0], row.base]);
    else out.set(key(row), two);
  }
  return out;
}
