import type { MeasuredPair } from './context.js';
import { Interner } from './numbering.js';
import type { PreparedPair, PreparedSide } from './prepare.js';
import { rivalsOf } from './rivals.js';
import { ancestorLines, SECTION_COMPONENTS, type SectionPair, strangerScore } from './sections.js';

/** A pair of sections with the probability of being counterparts that their wording alone gives. */
export interface LikelySection extends SectionPair {
  readonly probability: number;
}

/**
 * Components of the decision on a pair of sections: its wording, how it stands against its rivals and against strangers, and
 * what share of either section's sentences is expected to be linked into the other.
 */
export const COUNTERPART_COMPONENTS = [
  ...SECTION_COMPONENTS,
  'best-share',
  'other-share',
  'best-of-one',
  'above-strangers',
  'linked-downstream',
  'linked-upstream',
  'linked-both',
  'linked-row-margin',
  'linked-column-margin',
  'headings-linked',
  'chapters',
] as const;

/** Sentence pairs less likely than this say nothing of their sections. */
const LEAST_LINK = 0.02;
/** `chapters` where one of the two stands under no chapter. */
const NO_CHAPTERS = 0.5;
/** Two items may share a counterpart: a pair is one of the best when its plain score is at least this much of the best's. */
const NEARLY_BEST = 0.95;
/** Strangers that share nothing at all would make any score look high above them. */
const LEAST_STRANGER = 0.01;

/** Measure section pairs once the sentences are judged. *Out* rows in the order of `sections`. */
export function measureCounterparts(
  pair: PreparedPair,
  sections: readonly LikelySection[],
  sentences: readonly Pick<MeasuredPair, 'up' | 'down'>[],
  probabilities: readonly number[],
): Float64Array[] {
  const size = pair.upstream.sections.length;
  /** Place of each pair in `sections`, by its key. */
  const places = new Interner();
  for (const { up, down } of sections) places.id(down * size + up);
  const stranger = Math.max(LEAST_STRANGER, strangerScore(sections));
  const links = sentences.flatMap(({ up, down }, i) =>
    probabilities[i]! >= LEAST_LINK ? [{ up, down, value: probabilities[i]! }] : [],
  );
  const linked = {
    down: expectedLinks(
      links.map(({ up, down, value }) => ({ own: down, other: up, value })),
      pair.downstream,
      pair.upstream,
      (own, other) => places.find(own * size + other),
      sections.length,
    ),
    up: expectedLinks(
      links.map(({ up, down, value }) => ({ own: up, other: down, value })),
      pair.upstream,
      pair.downstream,
      (own, other) => places.find(other * size + own),
      sections.length,
    ),
  };
  const shares = sections.map((section, i) => ({
    down: linked.down[i]! / Math.max(1, pair.downstream.sections[section.down]!.all.length),
    up: linked.up[i]! / Math.max(1, pair.upstream.sections[section.up]!.all.length),
  }));
  const sums = shares.map(({ up, down }) => up + down);
  const rivals = rivalsOf({ up: size, down: pair.downstream.sections.length }, sections, sums);
  const headings = headingLinks(
    pair,
    links,
    (up, down) => places.find(down * size + up),
    sections.length,
  );
  const length = COUNTERPART_COMPONENTS.length;
  const table = new Float64Array(sections.length * length);
  return sections.map((section, i) => {
    const up = pair.upstream.sections[section.up]!;
    const down = pair.downstream.sections[section.down]!;
    const { down: held, up: holds } = shares[i]!;
    const chapters =
      up.parent >= 0 && down.parent >= 0
        ? (sections[places.find(down.parent * size + up.parent)]?.probability ?? 0)
        : NO_CHAPTERS;
    const ofBest = [
      section.rowBest > 0 ? section.base / section.rowBest : 0,
      section.columnBest > 0 ? section.base / section.columnBest : 0,
    ] as const;
    const out = table.subarray(i * length, (i + 1) * length);
    out.set(section.row);
    out.set(
      [
        Math.max(...ofBest),
        Math.min(...ofBest),
        Math.max(...ofBest) >= NEARLY_BEST ? 1 : 0,
        section.base / stranger,
        held,
        holds,
        Math.min(held, holds),
        sums[i]! - rivals.row[i]!,
        sums[i]! - rivals.column[i]!,
        headings[i]!,
        chapters,
      ],
      SECTION_COMPONENTS.length,
    );
    return out;
  });
}

/** For pairs of sections, by the place given (−1 for none): how likely their opening sentences are linked. */
function headingLinks(
  { upstream, downstream }: PreparedPair,
  links: readonly { readonly up: number; readonly down: number; readonly value: number }[],
  place: (up: number, down: number) => number,
  length: number,
): Float64Array {
  const out = new Float64Array(length);
  for (const { up, down, value } of links) {
    const [a, b] = [upstream.sentences[up]!.section, downstream.sentences[down]!.section];
    if (a < 0 || b < 0) continue;
    if (upstream.sections[a]!.own[0] !== up || downstream.sections[b]!.own[0] !== down) continue;
    const at = place(a, b);
    if (at >= 0) out[at] = value;
  }
  return out;
}

/**
 * For pairs of sections: how many of the one's sentences are expected to be linked into the other, each by its likeliest link.
 *
 * *In* links by sentence index of either side. *Out* by the place given, pairs of place −1 left out; a section holds the
 * sentences of those below it.
 */
function expectedLinks(
  links: readonly { readonly own: number; readonly other: number; readonly value: number }[],
  ownSide: PreparedSide,
  otherSide: PreparedSide,
  place: (own: number, other: number) => number,
  length: number,
): Float64Array {
  const lines = { own: ancestorLines(ownSide), other: ancestorLines(otherSide) };
  const bySentence = new Map<number, Map<number, number>>();
  for (const { own, other, value } of links) {
    const best = bySentence.get(own) ?? new Map<number, number>();
    bySentence.set(own, best);
    for (const section of lines.other[otherSide.sentences[other]!.section] ?? [])
      best.set(section, Math.max(best.get(section) ?? 0, value));
  }
  const sums = new Float64Array(length);
  for (const [sentence, best] of bySentence)
    for (const own of lines.own[ownSide.sentences[sentence]!.section] ?? [])
      for (const [other, value] of best) {
        const at = place(own, other);
        if (at >= 0) sums[at]! += value;
      }
  return sums;
}
