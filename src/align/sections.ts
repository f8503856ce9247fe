import { itemAt } from '../text/index.js';
import type { Candidate } from './candidates.js';
import { type Component, fillRow, speaksAgainst, speaksFor } from './component.js';
import { dot } from './measure.js';
import { Interner } from './numbering.js';
import type { PreparedPair, PreparedSection, PreparedSentence, PreparedSide } from './prepare.js';
import { describe, spreadOver } from './section-content.js';

/** What the components ask of a pair of items. */
interface SectionContext {
  readonly own: OwnMeasures;
  readonly rowBest: number;
  readonly columnBest: number;
  /** The best of the others in the pair's row and column. */
  readonly rowRival: number;
  readonly columnRival: number;
}

export const SECTION_COMPONENTS: readonly Component<SectionContext>[] = [
  speaksFor('wording', ({ own }) => own.wording),
  speaksFor('heading', ({ own }) => own.heading),
  speaksFor('heading-meaning', ({ own }) => own.headingMeaning),
  speaksFor('held-downstream', ({ own }) => own.heldDown),
  speaksFor('held-upstream', ({ own }) => own.heldUp),
  speaksFor('meaning', ({ own }) => own.meaning),
  speaksFor('row-margin', ({ own, rowRival }) => own.base - rowRival),
  speaksFor('column-margin', ({ own, columnRival }) => own.base - columnRival),
  speaksFor('row-best', ({ own, rowBest }) => (own.base >= rowBest ? 1 : 0)),
  speaksFor('column-best', ({ own, columnBest }) => (own.base >= columnBest ? 1 : 0)),
  speaksAgainst('one-bare', ({ own }) => (own.oneBare ? 1 : 0)),
  speaksFor('same-depth', ({ own }) => (own.sameDepth ? 1 : 0)),
];

/** A pair of sections worth measuring. */
export interface SectionPair {
  readonly up: number;
  readonly down: number;
  readonly row: Float64Array;
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

/** The section a sentence is compared in: the innermost that is not a point of an item. */
export function itemOf(side: PreparedSide, section: number): number {
  let at = section;
  while (at >= 0 && itemAt(side.sections, at).parent >= 0 && itemAt(side.sections, at).point)
    at = itemAt(side.sections, at).parent;
  return at;
}

/**
 * The plain score by which rivals are compared: the merged texts' cosine, and a little of the heading's, which decides
 * between items on one subject. More of the heading would let a shared 推动高质量发展 outweigh the text.
 */
const HEADING_SHARE = 0.2;

/** Two sections that share candidate sentences. */
interface Tally {
  readonly up: number;
  readonly down: number;
  /** Is one a chapter with items of its own and the other not? */
  readonly alone: boolean;
  /** Sums over each side's sentences of their best cosine in the other section × their weight. */
  readonly heldDown: BestSum;
  readonly heldUp: BestSum;
}

/**
 * Measure pairs of items (sections that are not points): those that share a candidate pair of sentences or heading wording.
 */
export function measureSections(
  pair: PreparedPair,
  candidates: readonly Candidate[],
): SectionPair[] {
  const rows = ownMeasures(pair, tallySections(pair, candidates));
  const best = { row: topTwo(rows, (r) => r.down), column: topTwo(rows, (r) => r.up) };
  return rows.map((own) =>
    againstRivals(own, best.row.get(own.down) ?? [0, 0], best.column.get(own.up) ?? [0, 0]),
  );
}

/** A pair of items measured by itself. */
interface OwnMeasures {
  readonly up: number;
  readonly down: number;
  readonly base: number;
  /** Cosines of the merged texts and of the headings, by wording and by meaning. */
  readonly wording: number;
  readonly heading: number;
  readonly meaning: number;
  readonly headingMeaning: number;
  /** Share of either side's sentences, by weight, that the other holds. */
  readonly heldDown: number;
  readonly heldUp: number;
  readonly oneBare: boolean;
  readonly sameDepth: boolean;
}

function ownMeasures(pair: PreparedPair, tallies: readonly Tally[]): OwnMeasures[] {
  const up = describe(pair, pair.upstream);
  const down = describe(pair, pair.downstream);
  const spread = { own: spreadOver(pair), all: spreadOver(pair), heading: spreadOver(pair) };
  let marked = -1;
  return tallies.map((tally) => {
    const a = itemAt(pair.upstream.sections, tally.up);
    const b = itemAt(pair.downstream.sections, tally.down);
    if (marked !== tally.down) {
      marked = tally.down;
      for (const kind of ['own', 'all', 'heading'] as const)
        spread[kind].hold(itemAt(down[kind], marked).text);
    }
    // A chapter beside an item is measured by its own sentences: its items have counterparts of their own.
    const kind = tally.alone ? 'own' : 'all';
    const mine = itemAt(down[kind], tally.down);
    const theirs = itemAt(up[kind], tally.up);
    const heading = spread.heading.cosine(itemAt(up.heading, tally.up).text);
    const wording = spread[kind].cosine(theirs.text);
    return {
      up: tally.up,
      down: tally.down,
      base: wording + HEADING_SHARE * heading,
      wording,
      heading,
      meaning: dot(theirs.centroid, mine.centroid),
      headingMeaning: dot(a.heading.vector, b.heading.vector),
      heldDown: mine.weight > 0 ? tally.heldDown.sum / mine.weight : 0,
      heldUp: theirs.weight > 0 ? tally.heldUp.sum / theirs.weight : 0,
      oneBare: isBare(a) !== isBare(b),
      sameDepth: a.unit.depth === b.unit.depth,
    };
  });
}

function isBare(section: PreparedSection): boolean {
  return section.all.length <= 1;
}

/** *In* the best and the second best score of the pair's row and column. */
function againstRivals(
  own: OwnMeasures,
  [rowBest, rowSecond]: readonly [number, number],
  [columnBest, columnSecond]: readonly [number, number],
): SectionPair {
  const { up, down, base } = own;
  const rowRival = base === rowBest ? rowSecond : rowBest;
  const columnRival = base === columnBest ? columnSecond : columnBest;
  const row = new Float64Array(SECTION_COMPONENTS.length);
  fillRow(SECTION_COMPONENTS, { own, rowBest, columnBest, rowRival, columnRival }, row, 0);
  return { up, down, base, rowBest, columnBest, rival: Math.max(rowRival, columnRival), row };
}

function tallySections(pair: PreparedPair, candidates: readonly Candidate[]): Tally[] {
  const { upstream, downstream } = pair;
  const size = upstream.sections.length;
  const chapters = { up: withItems(upstream), down: withItems(downstream) };
  const places = new Interner();
  const tallies: Tally[] = [];
  const at = (up: number, down: number): Tally => {
    const place = places.id(down * size + up);
    const known = tallies[place];
    if (known !== undefined) return known;
    const alone = chapters.up.has(up) !== chapters.down.has(down);
    const tally = { up, down, alone, heldDown: new BestSum(), heldUp: new BestSum() };
    tallies.push(tally);
    return tally;
  };
  const lines = { up: ancestorLines(upstream), down: ancestorLines(downstream) };
  const each = (
    visit: (tally: Tally, candidate: Candidate) => void,
    list: readonly Candidate[],
  ) => {
    for (const candidate of list)
      for (const up of lines.up[itemAt(upstream.sentences, candidate.up).section] ?? [])
        for (const down of lines.down[itemAt(downstream.sentences, candidate.down).section] ?? [])
          visit(at(up, down), candidate);
  };
  each((tally, { down, cosine }) => {
    const sentence = itemAt(downstream.sentences, down);
    if (!tally.alone || sentence.section === tally.down) tally.heldDown.add(sentence, cosine);
  }, candidates);
  const byUp = [...candidates].sort((a, b) => a.up - b.up || a.down - b.down);
  each((tally, { up, cosine }) => {
    const sentence = itemAt(upstream.sentences, up);
    if (!tally.alone || sentence.section === tally.up) tally.heldUp.add(sentence, cosine);
  }, byUp);
  return tallies.sort((a, b) => a.down - b.down || a.up - b.up);
}

/** Sum of each sentence's best value × its weight; the values of one sentence must come one after the other. */
class BestSum {
  sum = 0;
  private last = -1;
  private best = 0;
  add(sentence: PreparedSentence, value: number): void {
    if (sentence.index !== this.last) {
      this.last = sentence.index;
      this.best = 0;
    }
    if (value <= this.best) return;
    this.sum += (value - this.best) * sentence.gramWeight;
    this.best = value;
  }
}

/** Sections that hold sections which are not points. */
function withItems(side: PreparedSide): ReadonlySet<number> {
  return new Set(
    side.sections.filter((section) => !section.point).map((section) => section.parent),
  );
}

/** For each section: itself and its ancestors, points left out. */
export function ancestorLines(side: PreparedSide): number[][] {
  return side.sections.map((_, index) => {
    const line: number[] = [];
    for (let at = itemOf(side, index); at >= 0; at = itemAt(side.sections, at).parent)
      line.push(at);
    return line;
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
