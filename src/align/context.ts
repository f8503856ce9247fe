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
  readonly row: Float64Array;
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
  const claims = claimsOf(pair, candidates, wording);
  const sections = Float64Array.from(candidates, ({ up, down }) =>
    items.up[up]! < 0 && items.down[down]! < 0 ? 1 : table.of(items.up[up]!, items.down[down]!),
  );
  const bases = wording.likeness.map((likeness, i) => likeness * (0.4 + 0.6 * sections[i]!));
  const rivals = rivalsOf(pair, candidates, bases);
  const own = PAIR_COMPONENTS.length;
  return candidates.map(({ up, down }, i): MeasuredPair => {
    const upItem = items.up[up]!;
    const downItem = items.down[down]!;
    const section = sections[i]!;
    const base = bases[i]!;
    const counterpart = Math.max(table.bestOfDown(downItem), table.bestOfUp(upItem));
    const row = new Float64Array(FIRST_COMPONENTS.length);
    for (let k = 0; k < own; k += 1) row[k] = wording.components[i * own + k]!;
    row[own] = section;
    row[own + 1] = Math.max(0, counterpart - section);
    row[own + 2] = base - rivals.row[i]!;
    row[own + 3] = base - rivals.column[i]!;
    row[own + 4] = base >= rivals.row[i]! ? 1 : 0;
    row[own + 5] = base >= rivals.column[i]! ? 1 : 0;
    row[own + 6] = Math.abs(places.up[up]! - places.down[down]!) * section;
    for (let k = 0; k < 4; k += 1) row[own + 7 + k] = claims[i * 4 + k]!;
    return { up, down, upItem, downItem, section, row };
  });
}

/** For each pair the best value another pair of its downstream sentence (row) and of its upstream sentence (column) reaches. */
function rivalsOf(
  pair: PreparedPair,
  pairs: readonly { readonly up: number; readonly down: number }[],
  values: ArrayLike<number>,
): { readonly row: Float64Array; readonly column: Float64Array } {
  const rows = new BestTwo(pair.downstream.sentences.length);
  const columns = new BestTwo(pair.upstream.sentences.length);
  for (let i = 0; i < pairs.length; i += 1) {
    rows.add(pairs[i]!.down, values[i]!);
    columns.add(pairs[i]!.up, values[i]!);
  }
  return {
    row: Float64Array.from(pairs, ({ down }, i) => rows.rival(down, values[i]!)),
    column: Float64Array.from(pairs, ({ up }, i) => columns.rival(up, values[i]!)),
  };
}

/** The two best values (at least 0) of each of `size` units. */
class BestTwo {
  private readonly first: Float64Array;
  private readonly second: Float64Array;
  constructor(size: number) {
    this.first = new Float64Array(size);
    this.second = new Float64Array(size);
  }
  add(unit: number, value: number): void {
    if (value > this.first[unit]!) {
      this.second[unit] = this.first[unit]!;
      this.first[unit] = value;
    } else if (value > this.second[unit]!) this.second[unit] = value;
  }
  /** The best of the others, for the holder of one of the unit's values. */
  rival(unit: number, value: number): number {
    return value >= this.first[unit]! ? this.second[unit]! : this.first[unit]!;
  }
}

/**
 * Which clauses a pair claims: those that no other partner of their sentence meets better.
 *
 * A sentence of several clauses often has several partners, one a clause; whole-sentence rivalry would let only one live.
 * *Out* four values a pair: the best claimed clause's likeness, less the best rival's, downstream and upstream; then the share
 * of clauses (by weight) claimed on either side.
 */
function claimsOf(
  pair: PreparedPair,
  candidates: readonly Candidate[],
  { clauses, starts }: MeasuredWording,
): Float64Array {
  const downs = new ClaimTable(pair.downstream.sentences);
  const ups = new ClaimTable(pair.upstream.sentences);
  for (let i = 0; i < candidates.length; i += 1) {
    const { up, down } = candidates[i]!;
    ups.add(up, clauses, downs.add(down, clauses, starts[i]!));
  }
  const out = new Float64Array(candidates.length * 4);
  for (let i = 0; i < candidates.length; i += 1) {
    const { up, down } = candidates[i]!;
    const from = starts[i]!;
    const ofDown = downs.claim(down, clauses, from);
    const ofUp = ups.claim(up, clauses, from + pair.downstream.sentences[down]!.clauses.length);
    out[i * 4] = ofDown.best;
    out[i * 4 + 1] = ofUp.best;
    out[i * 4 + 2] = ofDown.share;
    out[i * 4 + 3] = ofUp.share;
  }
  return out;
}

/** A clause poorer in information than this (in nats) claims nobody: 进一步, 同时. */
const MIN_CLAIM_WEIGHT = 8;

/** Best and second-best value of each clause of a side over its sentence's partners. */
class ClaimTable {
  private readonly starts: Int32Array;
  private readonly first: Float32Array;
  private readonly second: Float32Array;
  constructor(private readonly sentences: PreparedPair['upstream']['sentences']) {
    this.starts = new Int32Array(sentences.length);
    let size = 0;
    for (const { index, clauses } of sentences) {
      this.starts[index] = size;
      size += clauses.length;
    }
    this.first = new Float32Array(size);
    this.second = new Float32Array(size);
  }
  /** Note the values of one partner, which stand in `values` from `from` on; returns where they end. */
  add(sentence: number, values: Float32Array, from: number): number {
    const count = this.sentences[sentence]!.clauses.length;
    const start = this.starts[sentence]!;
    for (let k = 0; k < count; k += 1) {
      const value = values[from + k]!;
      if (value > this.first[start + k]!) {
        this.second[start + k] = this.first[start + k]!;
        this.first[start + k] = value;
      } else if (value > this.second[start + k]!) this.second[start + k] = value;
    }
    return from + count;
  }
  claim(sentence: number, values: Float32Array, from: number): { best: number; share: number } {
    const { clauses } = this.sentences[sentence]!;
    const start = this.starts[sentence]!;
    let best = -1;
    let claimed = 0;
    let total = 0;
    for (let k = 0; k < clauses.length; k += 1) {
      const { weight } = clauses[k]!;
      const value = values[from + k]!;
      total += weight;
      const wins = value >= this.first[start + k]!;
      if (wins) claimed += weight;
      const margin = value - (wins ? this.second[start + k]! : this.first[start + k]!);
      if (weight >= MIN_CLAIM_WEIGHT || clauses.length === 1)
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
  const probability = lookUp(pair, measured, first);
  const items = {
    up: pair.upstream.sentences.map((s) => itemOf(pair.upstream, s.section)),
    down: pair.downstream.sentences.map((s) => itemOf(pair.downstream, s.section)),
  };
  const rivals = rivalsOf(pair, measured, first);
  const mass = sectionMass(pair, measured, first);
  return measured.map((m, i) => {
    const own = first[i]!;
    // Neighbours count inside the pair's own items only, so that the order of items changes nothing.
    const p = (up: number, down: number): number =>
      items.up[up] === m.upItem && items.down[down] === m.downItem ? probability(up, down) : 0;
    return [
      Math.log((own + 1e-6) / (1 - own + 1e-6)),
      Math.max(p(m.up - 1, m.down - 1), p(m.up - 2, m.down - 1), p(m.up - 1, m.down - 2)),
      Math.max(p(m.up + 1, m.down + 1), p(m.up + 2, m.down + 1), p(m.up + 1, m.down + 2)),
      Math.max(p(m.up, m.down - 1), p(m.up, m.down + 1)),
      Math.max(p(m.up - 1, m.down), p(m.up + 1, m.down)),
      rivals.row[i]!,
      rivals.column[i]!,
      mass[i]!,
      headingShare(pair, m) * mass[i]!,
    ];
  });
}

/** Values by sentence indices, 0 where a pair was not measured. *In* pairs in downstream, then upstream order. */
function lookUp(
  pair: PreparedPair,
  measured: readonly MeasuredPair[],
  values: readonly number[],
): (up: number, down: number) => number {
  const starts = new Int32Array(pair.downstream.sentences.length + 1);
  for (const { down } of measured) starts[down + 1]! += 1;
  for (let i = 1; i < starts.length; i += 1) starts[i]! += starts[i - 1]!;
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
): Float64Array {
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
  return Float64Array.from(measured, (m, i) => {
    const others = sums.get(key(m))! - first[i]!;
    return Math.min(
      1,
      others / Math.max(1, Math.min(ups.get(m.upItem) ?? 1, downs.get(m.downItem) ?? 1)),
    );
  });
}
