import { itemAt } from '../text/index.js';
import { type Component, fillRow, type NamedComponent, speaksEitherWay } from './component.js';
import type { MeasuredPair } from './context.js';
import { Interner } from './numbering.js';
import type { PreparedPair, PreparedSection, PreparedSide } from './prepare.js';
import { rivalsOf } from './rivals.js';
import { ancestorLines, SECTION_COMPONENTS, type SectionPair, strangerScore } from './sections.js';

/** A pair of sections with the probability of being counterparts that their wording alone gives. */
export interface LikelySection extends SectionPair {
  readonly probability: number;
}

/** What the components ask of a pair of sections once their sentences are judged. */
interface CounterpartContext {
  readonly section: LikelySection;
  /** How near the pair's plain score is to the best of the row and of the column. */
  readonly ofRow: number;
  readonly ofColumn: number;
  readonly stranger: number;
  /** Share of either one's sentences that is expected to be linked into the other. */
  readonly linkedDown: number;
  readonly linkedUp: number;
  readonly rowRival: number;
  readonly columnRival: number;
  /** How likely the opening sentences are linked, and the chapters counterparts. */
  readonly headings: number;
  readonly chapters: number;
}

const nearest = ({ ofRow, ofColumn }: CounterpartContext): number => Math.max(ofRow, ofColumn);
const linked = ({ linkedDown, linkedUp }: CounterpartContext): number => linkedDown + linkedUp;

const JUDGED_COMPONENTS: readonly Component<CounterpartContext>[] = [
  speaksEitherWay('best-share', nearest),
  speaksEitherWay('other-share', ({ ofRow, ofColumn }) => Math.min(ofRow, ofColumn)),
  speaksEitherWay('best-of-one', (c) => (nearest(c) >= NEARLY_BEST ? 1 : 0)),
  speaksEitherWay('above-strangers', ({ section, stranger }) => section.base / stranger),
  speaksEitherWay('linked-downstream', (c) => c.linkedDown),
  speaksEitherWay('linked-upstream', (c) => c.linkedUp),
  speaksEitherWay('linked-both', (c) => Math.min(c.linkedDown, c.linkedUp)),
  speaksEitherWay('linked-row-margin', (c) => linked(c) - c.rowRival),
  speaksEitherWay('linked-column-margin', (c) => linked(c) - c.columnRival),
  speaksEitherWay('headings-linked', (c) => c.headings),
  speaksEitherWay('chapters', (c) => c.chapters),
];

/**
 * Components of the decision on a pair of sections: its wording, how it stands against its rivals and against strangers, and
 * what share of either section's sentences is expected to be linked into the other. All of these say much the same, and what one
 * says too loudly another may take back: none has a sign.
 */
export const COUNTERPART_COMPONENTS: readonly NamedComponent[] = [
  ...SECTION_COMPONENTS.map(({ name }): NamedComponent => ({ name, sign: 0 })),
  ...JUDGED_COMPONENTS,
];

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
  const placeOf = sectionPlaces(sections, size);
  const links = sentences.flatMap(({ up, down }, i) => {
    const value = itemAt(probabilities, i);
    return value >= LEAST_LINK ? [{ up, down, value }] : [];
  });
  const shares = linkedShares(pair, sections, links, placeOf);
  const sums = shares.map(({ up, down }) => up + down);
  const rivals = rivalsOf({ up: size, down: pair.downstream.sections.length }, sections, sums);
  const headings = headingLinks(pair, links, placeOf, sections.length);
  const stranger = Math.max(LEAST_STRANGER, strangerScore(sections));
  const length = COUNTERPART_COMPONENTS.length;
  const table = new Float64Array(sections.length * length);
  return sections.map((section, i) => {
    const { down: linkedDown, up: linkedUp } = itemAt(shares, i);
    const out = table.subarray(i * length, (i + 1) * length);
    out.set(section.row);
    const context: CounterpartContext = {
      section,
      ofRow: section.rowBest > 0 ? section.base / section.rowBest : 0,
      ofColumn: section.columnBest > 0 ? section.base / section.columnBest : 0,
      stranger,
      linkedDown,
      linkedUp,
      rowRival: itemAt(rivals.row, i),
      columnRival: itemAt(rivals.column, i),
      headings: itemAt(headings, i),
      chapters: chapterOdds(pair, section, sections, placeOf),
    };
    fillRow(JUDGED_COMPONENTS, context, out, section.row.length);
    return out;
  });
}

/** Place of a pair of sections in their list, −1 for none. */
type PlaceOf = (up: number, down: number) => number;

function sectionPlaces(sections: readonly LikelySection[], size: number): PlaceOf {
  const places = new Interner();
  for (const { up, down } of sections) places.id(down * size + up);
  return (up, down) => places.find(down * size + up);
}

/** Of each pair of sections: the share of either one's sentences that is expected to be linked into the other. */
function linkedShares(
  { upstream, downstream }: PreparedPair,
  sections: readonly LikelySection[],
  links: readonly { readonly up: number; readonly down: number; readonly value: number }[],
  placeOf: PlaceOf,
): { readonly up: number; readonly down: number }[] {
  const down = expectedLinks(
    links.map(({ up, down, value }) => ({ own: down, other: up, value })),
    { own: downstream, other: upstream },
    (own, other) => placeOf(other, own),
    sections.length,
  );
  const up = expectedLinks(
    links.map(({ up, down, value }) => ({ own: up, other: down, value })),
    { own: upstream, other: downstream },
    placeOf,
    sections.length,
  );
  const size = (section: PreparedSection | undefined): number =>
    Math.max(1, section?.all.length ?? 0);
  return sections.map((section, i) => ({
    down: itemAt(down, i) / size(downstream.sections[section.down]),
    up: itemAt(up, i) / size(upstream.sections[section.up]),
  }));
}

function chapterOdds(
  { upstream, downstream }: PreparedPair,
  section: LikelySection,
  sections: readonly LikelySection[],
  placeOf: PlaceOf,
): number {
  const up = itemAt(upstream.sections, section.up).parent;
  const down = itemAt(downstream.sections, section.down).parent;
  if (up < 0 || down < 0) return NO_CHAPTERS;
  return sections[placeOf(up, down)]?.probability ?? 0;
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
    const [a, b] = [
      itemAt(upstream.sentences, up).section,
      itemAt(downstream.sentences, down).section,
    ];
    if (a < 0 || b < 0) continue;
    if (
      itemAt(upstream.sections, a).own[0] !== up ||
      itemAt(downstream.sections, b).own[0] !== down
    )
      continue;
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
  sides: { readonly own: PreparedSide; readonly other: PreparedSide },
  place: (own: number, other: number) => number,
  length: number,
): Float64Array {
  const lines = { own: ancestorLines(sides.own), other: ancestorLines(sides.other) };
  const bySentence = new Map<number, Map<number, number>>();
  for (const { own, other, value } of links) {
    const best = bySentence.get(own) ?? new Map<number, number>();
    bySentence.set(own, best);
    for (const section of lines.other[itemAt(sides.other.sentences, other).section] ?? [])
      best.set(section, Math.max(best.get(section) ?? 0, value));
  }
  const sums = new Float64Array(length);
  for (const [sentence, best] of bySentence)
    for (const own of lines.own[itemAt(sides.own.sentences, sentence).section] ?? [])
      for (const [other, value] of best) {
        const at = place(own, other);
        if (at >= 0) sums[at]! += value;
      }
  return sums;
}
