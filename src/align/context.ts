import type { Candidate } from './candidates.js';
import { type MeasuredWording, measureWording, PAIR_COMPONENTS } from './measure.js';
import type { PreparedPair } from './prepare.js';
import { itemOf } from './sections.js';

/** What a pair of sentences owes to its place: its sections and its rivals. */
export const PLACE_COMPONENTS = [
  'section',
  'section-rival',
  'row-margin',
  'column-margin',
  'row-best',
  'column-best',
  'place',
  'claim-downstream',
  'claim-upstream',
  'claims-downstream',
  'claims-upstream',
] as const;

export const FIRST_COMPONENTS = [...PAIR_COMPONENTS, ...PLACE_COMPONENTS] as const;

/** A pair of sentences with its components. */
export interface MeasuredPair {
  readonly up: number;
  readonly down: number;
  /** Items of both (−1 before the first section) and the probability that they are counterparts. */
  readonly upItem: number;
  readonly downItem: number;
  readonly section: number;
  readonly row: readonly number[];
}

/** Probability that two items are counterparts; pairs not listed are 0. */
export interface SectionTable {
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
): MeasuredPair[] {
  const items = {
    up: pair.upstream.sentences.map((s) => itemOf(pair.upstream, s.section)),
    down: pair.downstream.sentences.map((s) => itemOf(pair.downstream, s.section)),
  };
  const places = { up: itemPlaces(items.up), down: itemPlaces(items.down) };
  const wording = measureWording(pair, candidates);
  const claims = claimsOf(pair, wording);
  const raw = wording.map((candidate, i) => {
    const { row } = candidate;
    const upItem = items.up[candidate.up]!;
    const downItem = items.down[candidate.down]!;
    const before = upItem < 0 && downItem < 0;
    const section = before ? 1 : table.of(upItem, downItem);
    const { likeness } = candidate;
    const base = likeness * (0.4 + 0.6 * section);
    return { candidate, row, upItem, downItem, section, claims: claims[i]!, base };
  });
  const best = {
    row: topTwo(raw, (r) => r.candidate.down),
    column: topTwo(raw, (r) => r.candidate.up),
  };
  return raw.map(({ candidate, row, upItem, downItem, section, claims: claimed, base }) => {
    const rowTop = best.row.get(candidate.down)!;
    const columnTop = best.column.get(candidate.up)!;
    const rival = Math.max(table.bestOfDown(downItem), table.bestOfUp(upItem));
    const place = Math.abs(places.up[candidate.up]! - places.down[candidate.down]!);
    return {
      up: candidate.up,
      down: candidate.down,
      upItem,
      downItem,
      section,
      row: [
        ...row,
        section,
        Math.max(0, rival - section),
        base - (base >= rowTop[0] ? rowTop[1] : rowTop[0]),
        base - (base >= columnTop[0] ? columnTop[1] : columnTop[0]),
        base >= rowTop[0] ? 1 : 0,
        base >= columnTop[0] ? 1 : 0,
        place * section,
        ...claimed,
      ],
    };
  });
}

/**
 * Which clauses a pair claims: those that no other partner of their sentence meets better.
 *
 * A sentence of several clauses often has several partners, one a clause; whole-sentence rivalry would let only one live.
 * *Out* four values a pair: the best claimed clause's likeness, less the best rival's, downstream and upstream; then the share
 * of clauses (by weight) claimed on either side.
 */
function claimsOf(pair: PreparedPair, wording: readonly MeasuredWording[]): number[][] {
  const tops = {
    down: pair.downstream.sentences.map((s) => new TopTwo(s.clauses.length)),
    up: pair.upstream.sentences.map((s) => new TopTwo(s.clauses.length)),
  };
  for (const m of wording) {
    tops.down[m.down]!.add(m.downClauses);
    tops.up[m.up]!.add(m.upClauses);
  }
  return wording.map((m) => {
    const down = tops.down[m.down]!.claim(
      m.downClauses,
      pair.downstream.sentences[m.down]!.clauses,
    );
    const up = tops.up[m.up]!.claim(m.upClauses, pair.upstream.sentences[m.up]!.clauses);
    return [down.best, up.best, down.share, up.share];
  });
}

/** A clause poorer in information than this (in nats) claims nobody: 进一步, 同时. */
const MIN_CLAIM_WEIGHT = 8;

/** Best and second-best value of each clause of one sentence over its partners. */
class TopTwo {
  private readonly first: Float32Array;
  private readonly second: Float32Array;
  constructor(size: number) {
    this.first = new Float32Array(size);
    this.second = new Float32Array(size);
  }
  add(values: Float32Array): void {
    for (let i = 0; i < values.length; i += 1) {
      const value = values[i]!;
      if (value > this.first[i]!) {
        this.second[i] = this.first[i]!;
        this.first[i] = value;
      } else if (value > this.second[i]!) this.second[i] = value;
    }
  }
  claim(
    values: Float32Array,
    clauses: readonly { readonly weight: number }[],
  ): { best: number; share: number } {
    let best = -1;
    let claimed = 0;
    let total = 0;
    for (let i = 0; i < values.length; i += 1) {
      const { weight } = clauses[i]!;
      const value = values[i]!;
      total += weight;
      const wins = value >= this.first[i]!;
      if (wins) claimed += weight;
      const margin = value - (wins ? this.second[i]! : this.first[i]!);
      if (weight >= MIN_CLAIM_WEIGHT || values.length === 1)
        best = Math.max(best, value * 0.5 + margin);
    }
    return { best: Math.max(-0.5, best), share: total > 0 ? claimed / total : 0 };
  }
}

/** Where a sentence stands in its item, 0..1. */
function itemPlaces(items: readonly number[]): number[] {
  const counts = new Map<number, number>();
  const order = items.map((item) => {
    const at = counts.get(item) ?? 0;
    counts.set(item, at + 1);
    return at;
  });
  return items.map((item, i) => (order[i]! + 0.5) / counts.get(item)!);
}

function topTwo<T extends { base: number }>(
  rows: readonly T[],
  key: (row: T) => number,
): Map<number, [number, number]> {
  const out = new Map<number, [number, number]>();
  for (const row of rows) {
    const two = out.get(key(row)) ?? [0, 0];
    raise(out, key(row), two, row.base);
  }
  return out;
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

/** What the first pass's probabilities say about a pair's surroundings. */
export const SECOND_COMPONENTS = [
  'first',
  'before',
  'after',
  'beside-downstream',
  'beside-upstream',
  'row-rival',
  'column-rival',
  'section-mass',
  'heading-mass',
] as const;

/** Second-pass components: probabilities of the neighbours, the rivals and the section after the first pass. */
export function surround(
  pair: PreparedPair,
  measured: readonly MeasuredPair[],
  first: readonly number[],
): number[][] {
  const size = pair.upstream.sentences.length;
  const table = new Map<number, number>();
  for (const [i, m] of measured.entries()) table.set(m.down * size + m.up, first[i]!);
  const items = {
    up: pair.upstream.sentences.map((s) => itemOf(pair.upstream, s.section)),
    down: pair.downstream.sentences.map((s) => itemOf(pair.downstream, s.section)),
  };
  const rows = tops(measured, first, (m) => m.down);
  const columns = tops(measured, first, (m) => m.up);
  const mass = sectionMass(pair, measured, first);
  return measured.map((m, i) => {
    const own = first[i]!;
    const row = rows.get(m.down)!;
    const column = columns.get(m.up)!;
    // Neighbours count inside the pair's own items only, so that the order of items changes nothing.
    const p = (up: number, down: number): number =>
      items.up[up] === m.upItem && items.down[down] === m.downItem
        ? (table.get(down * size + up) ?? 0)
        : 0;
    return [
      Math.log((own + 1e-6) / (1 - own + 1e-6)),
      Math.max(p(m.up - 1, m.down - 1), p(m.up - 2, m.down - 1), p(m.up - 1, m.down - 2)),
      Math.max(p(m.up + 1, m.down + 1), p(m.up + 2, m.down + 1), p(m.up + 1, m.down + 2)),
      Math.max(p(m.up, m.down - 1), p(m.up, m.down + 1)),
      Math.max(p(m.up - 1, m.down), p(m.up + 1, m.down)),
      own >= row[0] ? row[1] : row[0],
      own >= column[0] ? column[1] : column[0],
      mass(m),
      headingShare(pair, m) * mass(m),
    ];
  });
}

function headingShare(pair: PreparedPair, m: MeasuredPair): number {
  const up = pair.upstream.sentences[m.up]!.unit.heading ? 1 : 0;
  const down = pair.downstream.sentences[m.down]!.unit.heading ? 1 : 0;
  return up + down === 2 ? 1 : 0;
}

/** Share of the two items' other sentences that the first pass links to each other. */
function sectionMass(
  pair: PreparedPair,
  measured: readonly MeasuredPair[],
  first: readonly number[],
): (m: MeasuredPair) => number {
  const size = pair.upstream.sections.length + 1;
  const sums = new Map<number, number>();
  const key = (m: MeasuredPair): number => (m.downItem + 1) * size + m.upItem + 1;
  for (const [i, m] of measured.entries()) sums.set(key(m), (sums.get(key(m)) ?? 0) + first[i]!);
  const count = (items: readonly number[]): Map<number, number> => {
    const out = new Map<number, number>();
    for (const item of items) out.set(item, (out.get(item) ?? 0) + 1);
    return out;
  };
  const ups = count(pair.upstream.sentences.map((s) => itemOf(pair.upstream, s.section)));
  const downs = count(pair.downstream.sentences.map((s) => itemOf(pair.downstream, s.section)));
  const own = new Map(measured.map((m, i) => [m, first[i]!]));
  return (m) => {
    const others = (sums.get(key(m)) ?? 0) - own.get(m)!;
    return Math.min(
      1,
      others / Math.max(1, Math.min(ups.get(m.upItem) ?? 1, downs.get(m.downItem) ?? 1)),
    );
  };
}

function tops(
  measured: readonly MeasuredPair[],
  values: readonly number[],
  key: (m: MeasuredPair) => number,
): Map<number, [number, number]> {
  const out = new Map<number, [number, number]>();
  for (const [i, m] of measured.entries()) {
    const value = values[i]!;
    const two = out.get(key(m)) ?? [0, 0];
    raise(out, key(m), two, value);
  }
  return out;
}

/** Note a value in the two best of a key. */
function raise(
  table: Map<number, [number, number]>,
  key: number,
  two: [number, number],
  value: number,
): void {
  if (two[0] === 0 && two[1] === 0) table.set(key, two);
  if (value > two[0]) {
    two[1] = two[0];
    two[0] = value;
  } else if (value > two[1]) two[1] = value;
}
