import { itemAt, valueAt } from '../text/index.js';
import type { Candidate } from './candidates.js';
import { CLAIM_COMPONENTS, claimsOf } from './claims.js';
import {
  type Component,
  fillRow,
  type NamedComponent,
  speaksAgainst,
  speaksFor,
} from './component.js';
import { type MeasuredWording, measureWording, PAIR_COMPONENTS } from './measure.js';
import { checkOwnVectors, type OwnVectors, withOwnModel } from './own-model.js';
import { type PreparedPair, sentenceCounts } from './prepare.js';
import { rivalsOf } from './rivals.js';
import { itemOf } from './sections.js';

/** What the components ask of a pair of sentences in its place. */
interface PlaceContext {
  /** Probability that the two items are counterparts, the best that either has elsewhere, and that of the chapters above. */
  readonly section: number;
  readonly counterpart: number;
  readonly chapter: number;
  /** The plain likeness by which rivals are compared, and the best of the others in the pair's row and column. */
  readonly base: number;
  readonly rowRival: number;
  readonly columnRival: number;
  /** How far apart the two stand in their items, 0..1. */
  readonly distance: number;
  /** As `claimsOf` gives them. */
  readonly claims: Float64Array;
}

/** What a pair of sentences owes to its place: its sections and its rivals. */
const PLACE_COMPONENTS: readonly Component<PlaceContext>[] = [
  speaksFor('section', (c) => c.section),
  speaksAgainst('section-rival', (c) => Math.max(0, c.counterpart - c.section)),
  speaksFor('row-margin', (c) => c.base - c.rowRival),
  speaksFor('column-margin', (c) => c.base - c.columnRival),
  speaksFor('row-best', (c) => (c.base >= c.rowRival ? 1 : 0)),
  speaksFor('column-best', (c) => (c.base >= c.columnRival ? 1 : 0)),
  speaksAgainst('place', (c) => c.distance * c.section),
  speaksFor('chapter', (c) => c.chapter),
  ...CLAIM_COMPONENTS.map((name, k) => speaksFor<PlaceContext>(name, (c) => c.claims[k] ?? 0)),
];

export const FIRST_COMPONENTS: readonly NamedComponent[] = [
  ...PAIR_COMPONENTS,
  ...PLACE_COMPONENTS,
];

/** A pair of sentences with its components. */
export interface MeasuredPair {
  readonly up: number;
  readonly down: number;
  /** Items of both (−1 before the first section) and the probability that they are counterparts. */
  readonly upItem: number;
  readonly downItem: number;
  readonly section: number;
  readonly row: Float64Array;
}

/** All candidates measured, and how well each clause is met, for the second pass. */
export interface Measured {
  readonly pairs: readonly MeasuredPair[];
  readonly wording: MeasuredWording;
}

/** Probability that two items are counterparts; pairs not listed are 0. */
interface SectionTable {
  readonly of: (up: number, down: number) => number;
  readonly bestOfDown: (down: number) => number;
  readonly bestOfUp: (up: number) => number;
}

export function sectionTable(
  pairs: readonly { readonly up: number; readonly down: number; readonly probability: number }[],
  size: number,
): SectionTable {
  const table = new Map<number, number>();
  const down = new Map<number, number>();
  const up = new Map<number, number>();
  for (const pair of pairs) {
    table.set(pair.down * size + pair.up, pair.probability);
    down.set(pair.down, Math.max(down.get(pair.down) ?? 0, pair.probability));
    up.set(pair.up, Math.max(up.get(pair.up) ?? 0, pair.probability));
  }
  return {
    of: (u, d) => table.get(d * size + u) ?? 0,
    bestOfDown: (d) => down.get(d) ?? 0,
    bestOfUp: (u) => up.get(u) ?? 0,
  };
}

/** Measure all candidates, with their sections and their rivals. *Out* in downstream, then upstream order. */
export function measureCandidates(
  pair: PreparedPair,
  candidates: readonly Candidate[],
  table: SectionTable,
  semantics?: OwnVectors,
): Measured {
  const items = {
    up: pair.upstream.sentences.map((s) => itemOf(pair.upstream, s.section)),
    down: pair.downstream.sentences.map((s) => itemOf(pair.downstream, s.section)),
  };
  const places = { up: itemPlaces(items.up), down: itemPlaces(items.down) };
  const wording = wordingOf(pair, candidates, semantics);
  const claims = claimsOf(pair, candidates, wording);
  const sections = Float64Array.from(candidates, ({ up, down }) =>
    itemAt(items.up, up) < 0 && itemAt(items.down, down) < 0
      ? 1
      : table.of(itemAt(items.up, up), itemAt(items.down, down)),
  );
  const bases = wording.likeness.map((likeness, i) => likeness * (0.4 + 0.6 * itemAt(sections, i)));
  const rivals = rivalsOf(sentenceCounts(pair), candidates, bases);
  const own = PAIR_COMPONENTS.length;
  const width = FIRST_COMPONENTS.length;
  const rows = new Float64Array(candidates.length * width);
  const pairs = candidates.map(({ up, down }, i): MeasuredPair => {
    const upItem = itemAt(items.up, up);
    const downItem = itemAt(items.down, down);
    const section = itemAt(sections, i);
    const counterpart = Math.max(table.bestOfDown(downItem), table.bestOfUp(upItem));
    const row = rows.subarray(i * width, (i + 1) * width);
    row.set(wording.components.subarray(i * own, (i + 1) * own));
    const context: PlaceContext = {
      section,
      counterpart,
      chapter: chapterOdds(pair, table, upItem, downItem),
      base: itemAt(bases, i),
      rowRival: itemAt(rivals.row, i),
      columnRival: itemAt(rivals.column, i),
      distance: Math.abs(itemAt(places.up, up) - itemAt(places.down, down)),
      claims: claims.subarray(i * CLAIM_COMPONENTS.length, (i + 1) * CLAIM_COMPONENTS.length),
    };
    fillRow(PLACE_COMPONENTS, context, row, own);
    return { up, down, upItem, downItem, section, row };
  });
  return { pairs, wording };
}

function wordingOf(
  pair: PreparedPair,
  candidates: readonly Candidate[],
  semantics: OwnVectors | undefined,
): MeasuredWording {
  const wording = measureWording(pair, candidates);
  if (semantics === undefined) return wording;
  checkOwnVectors(semantics, sentenceCounts(pair));
  return withOwnModel(wording, candidates, semantics);
}

/** `chapter` where one of the two items stands under none. */
const NO_CHAPTER = 0.5;

/** How likely the sections that the two items stand in are counterparts. */
function chapterOdds(
  { upstream, downstream }: PreparedPair,
  table: SectionTable,
  upItem: number,
  downItem: number,
): number {
  const up = upstream.sections[upItem]?.parent ?? -1;
  const down = downstream.sections[downItem]?.parent ?? -1;
  return up < 0 || down < 0 ? NO_CHAPTER : table.of(up, down);
}

/** Where a sentence stands in its item, 0..1. */
function itemPlaces(items: readonly number[]): number[] {
  const counts = new Map<number, number>();
  const order = items.map((item) => {
    const at = counts.get(item) ?? 0;
    counts.set(item, at + 1);
    return at;
  });
  return items.map((item, i) => (itemAt(order, i) + 0.5) / valueAt(counts, item));
}

/** Candidates that stand in item pairs likely to be counterparts, whatever their wording. */
export function sectionCandidates(
  pair: PreparedPair,
  pairs: readonly { readonly up: number; readonly down: number; readonly probability: number }[],
  known: readonly Candidate[],
): Candidate[] {
  const size = pair.upstream.sentences.length;
  const seen = new Set(known.map((candidate) => candidate.down * size + candidate.up));
  const members = {
    up: itemMembers(pair.upstream.sentences, (s) => itemOf(pair.upstream, s)),
    down: itemMembers(pair.downstream.sentences, (s) => itemOf(pair.downstream, s)),
  };
  const out = [...known];
  const preamble = { up: -1, down: -1, probability: 1 };
  for (const section of [...pairs, preamble]) {
    if (section.probability < MIN_SECTION) continue;
    const ups = members.up.get(section.up) ?? [];
    const downs = members.down.get(section.down) ?? [];
    if (ups.length * downs.length > MAX_SECTION_PAIRS) continue;
    for (const down of downs) {
      for (const up of ups) {
        const key = down * size + up;
        if (seen.has(key)) continue;
        seen.add(key);
        out.push({ up, down, cosine: 0 });
      }
    }
  }
  return out.sort((a, b) => a.down - b.down || a.up - b.up);
}

/** Item pairs less likely than this are left to the wording search. */
const MIN_SECTION = 0.2;
/** Two items of forty sentences each; larger ones are chapters without items, and are left to the wording search. */
const MAX_SECTION_PAIRS = 1600;

function itemMembers(
  sentences: readonly {
    readonly index: number;
    readonly section: number;
    readonly grams: Int32Array;
  }[],
  item: (section: number) => number,
): Map<number, number[]> {
  const members = new Map<number, number[]>();
  for (const sentence of sentences) {
    if (sentence.grams.length === 0) continue;
    const at = item(sentence.section);
    const list = members.get(at);
    if (list === undefined) members.set(at, [sentence.index]);
    else list.push(sentence.index);
  }
  return members;
}
