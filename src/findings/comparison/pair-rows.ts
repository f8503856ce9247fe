import {
  type Alignment,
  type ComparisonCell,
  type ComparisonPair,
  type ComparisonRow,
  SENTENCE_RELATIONS,
  type SectionRef,
  type SentenceLink,
  type SentenceUnit,
  type Token,
} from '../../model/index.js';
import { itemAt, valueAt } from '../../text/index.js';
import type { Differ } from '../diff/analyse.js';
import { type JoinedText, joinSentences } from '../diff/join.js';
import { sideSentences } from '../shared/sides.js';

/** What a comparison needs to know of the language. */
export interface ComparisonTools {
  readonly tokenize: (text: string) => readonly Token[];
  readonly differ: Differ;
  /** Swaps count as equal. */
  readonly ignoreSwaps?: boolean;
}

/** A row before its texts are compared: ids only, cheap to make and to leave out. */
export interface RowDraft {
  /** Unit ids of each side. */
  readonly units: readonly (readonly string[])[];
  readonly links: readonly (SentenceLink | undefined)[];
}

/** Rows of two sides: one for each link, each missing and each local unit. */
export function draftPairRows(alignment: Alignment): RowDraft[] {
  return [
    ...sentenceLinks(alignment).map((link) => ({
      units: [link.upstream, link.downstream],
      links: [link],
    })),
    ...alignment.unlinked.upstream.map((unit) => ({ units: [[unit], []], links: [undefined] })),
    ...alignment.unlinked.downstream.map((unit) => ({ units: [[], [unit]], links: [undefined] })),
  ];
}

/**
 * Rows of three sides, joined by the units of the middle one: what two links share in the middle
 * stands in one row. Units of the outer sides without a link to the middle get rows of their own.
 */
export function draftTripleRows(upper: Alignment, lower: Alignment): RowDraft[] {
  const above = sentenceLinks(upper);
  const below = sentenceLinks(lower);
  const middle = sideSentences(upper.downstream).map((sentence) => sentence.id);
  const order = new Map(middle.map((unit, index) => [unit, index]));
  const groups = groupUnits(middle, [
    ...above.map((link) => link.downstream),
    ...below.map((link) => link.upstream),
  ]);
  const rows = groups.map((units): RowDraft => {
    const inside = new Set(units);
    const up = above.filter((link) => link.downstream.some((unit) => inside.has(unit)));
    const down = below.filter((link) => link.upstream.some((unit) => inside.has(unit)));
    return {
      units: [
        unique(up.flatMap((link) => link.upstream)),
        [...units].sort((a, b) => valueAt(order, a) - valueAt(order, b)),
        unique(down.flatMap((link) => link.downstream)),
      ],
      links: [strongest(up), strongest(down)],
    };
  });
  const alone = (unit: string, side: number): RowDraft => ({
    units: [0, 1, 2].map((other) => (other === side ? [unit] : [])),
    links: [undefined, undefined],
  });
  return [
    ...rows,
    ...upper.unlinked.upstream.map((unit) => alone(unit, 0)),
    ...lower.unlinked.downstream.map((unit) => alone(unit, 2)),
  ];
}

/** What rows are completed with. */
export interface RowSetting {
  /** Units asked for, side by side. */
  readonly scope: readonly ReadonlySet<string>[];
  readonly sentences: ReadonlyMap<string, SentenceUnit>;
  /** Units of earlier rows. */
  readonly seen: ReadonlySet<string>;
}

/** Compares the texts of a draft. */
export function completeRow(
  draft: RowDraft,
  elsewhere: ReadonlyMap<string, SectionRef>,
  setting: RowSetting,
  tools: ComparisonTools,
): ComparisonRow {
  const joined = draft.units.map((units) =>
    joinSentences(
      units.map((unit) => valueAt(setting.sentences, unit)),
      tools.tokenize,
    ),
  );
  return {
    type: 'row',
    cells: joined.map((text, side) => cellOf(text, side, elsewhere, setting)),
    pairs: draft.links.map(
      (link, index) =>
        link && pairOf(link, itemAt(joined, index), itemAt(joined, index + 1), tools),
    ),
    status: statusOf(draft),
  };
}

/** Nothing differs in the row: it may be folded. */
export function isIdentical(row: ComparisonRow): boolean {
  return row.pairs.every((pair) => pair !== undefined && pair.changes.length === 0 && !pair.moved);
}

function sentenceLinks(alignment: Alignment): SentenceLink[] {
  return alignment.links.filter((link): link is SentenceLink => link.grain === 'sentence');
}

function statusOf(draft: RowDraft): ComparisonRow['status'] {
  if (draft.links.some((link) => link !== undefined)) return 'linked';
  return itemAt(draft.units, 0).length > 0 ? 'missing' : 'local';
}

function cellOf(
  joined: JoinedText,
  side: number,
  elsewhere: ReadonlyMap<string, SectionRef>,
  { scope, sentences, seen }: RowSetting,
): ComparisonCell {
  return {
    text: joined.text,
    sentences: joined.parts.map(({ unit, start, end }) => {
      const section = elsewhere.get(unit);
      return {
        unit,
        start,
        end,
        heading: valueAt(sentences, unit).heading,
        outside: !itemAt(scope, side).has(unit),
        again: seen.has(unit),
        ...(section && { elsewhere: section }),
      };
    }),
  };
}

function pairOf(
  link: SentenceLink,
  up: JoinedText,
  down: JoinedText,
  tools: ComparisonTools,
): ComparisonPair {
  const changes = tools.differ(up, down);
  return {
    link: link.id,
    relation: link.relation,
    score: link.score,
    moved: link.moved,
    doubtful: link.doubtful,
    changes: tools.ignoreSwaps ? changes.filter((change) => change.kind !== 'swap') : changes,
  };
}

/** The link that speaks for a row: the closest relation, then the best score. */
function strongest(links: readonly SentenceLink[]): SentenceLink | undefined {
  const rank = (link: SentenceLink) => SENTENCE_RELATIONS.indexOf(link.relation);
  return [...links].sort((a, b) => rank(a) - rank(b) || b.score - a.score)[0];
}

/** Connected groups of units, in the order of their first unit. */
function groupUnits(units: readonly string[], sets: readonly (readonly string[])[]): string[][] {
  const groupOf = new Map(units.map((unit) => [unit, [unit]]));
  for (const set of sets) {
    for (const other of set.slice(1)) {
      const [group, joining] = [valueAt(groupOf, itemAt(set, 0)), valueAt(groupOf, other)];
      if (group === joining) continue;
      group.push(...joining);
      for (const unit of joining) groupOf.set(unit, group);
    }
  }
  return unique(units.map((unit) => valueAt(groupOf, unit)));
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
