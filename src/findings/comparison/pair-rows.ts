import type {
  Alignment,
  Change,
  ComparisonCell,
  ComparisonPair,
  ComparisonRow,
  MissingRange,
  SectionRef,
  SentenceLink,
  SentenceUnit,
  Token,
} from '../../model/index.js';
import { groupBy, itemAt, valueAt } from '../../text/index.js';
import type { Differ } from '../diff/analyse.js';
import { groupChanges, type LinkedSentence } from '../diff/group.js';
import { type JoinedText, joinSentences } from '../diff/join.js';
import { type ConceptsIn, sharedOf } from '../diff/shared.js';
import { missingParts } from '../shared/lost.js';
import { sideSentences } from '../shared/sides.js';

/** What a comparison needs to know of the language. */
export interface ComparisonTools {
  readonly tokenize: (text: string) => readonly Token[];
  readonly differ: Differ;
  /** Concepts a text names; without it paraphrases share wordings and figures only. */
  readonly conceptsIn?: ConceptsIn;
  /** Swaps count as equal. */
  readonly ignoreSwaps?: boolean;
}

/** A row before its texts are compared: ids only, cheap to make and to leave out. */
export interface RowDraft {
  /** Unit ids of each side, those of the best links first. */
  readonly units: readonly (readonly string[])[];
  /** Links between neighbouring sides, the best first. */
  readonly links: readonly (readonly SentenceLink[])[];
}

/**
 * Rows of two sides: each upstream sentence once, with all that carry it; sentences carried by the very same ones share a row.
 * Each missing and each local sentence has a row of its own.
 */
export function draftPairRows(alignment: Alignment): RowDraft[] {
  const links = sentenceLinks(alignment);
  const order = new Map(sideSentences(alignment.upstream).map(({ id }, index) => [id, index]));
  const groups = new Map<string, SentenceLink[]>();
  for (const own of groupBy(links, (link) => link.upstream.join(' ')).values()) {
    const partners = unique(own.flatMap((link) => link.downstream))
      .sort()
      .join(' ');
    groups.set(partners, [...(groups.get(partners) ?? []), ...own]);
  }
  return [
    ...[...groups.values()].map((own): RowDraft => {
      const ranked = byWorth(own);
      return {
        units: [
          unique(ranked.flatMap((link) => link.upstream)).sort(
            (a, b) => valueAt(order, a) - valueAt(order, b),
          ),
          unique(ranked.flatMap((link) => link.downstream)),
        ],
        links: [ranked],
      };
    }),
    ...alignment.unlinked.upstream.map((unit) => ({ units: [[unit], []], links: [[]] })),
    ...alignment.unlinked.downstream.map((unit) => ({ units: [[], [unit]], links: [[]] })),
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
      links: [byWorth(up), byWorth(down)],
    };
  });
  const alone = (unit: string, side: number): RowDraft => ({
    units: [0, 1, 2].map((other) => (other === side ? [unit] : [])),
    links: [[], []],
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
  /** Sentence links of each unit, by the pair of neighbouring sides they join. */
  readonly linksOf: readonly ReadonlyMap<string, readonly SentenceLink[]>[];
  /** Clauses of each unit that nothing of the next side carries, in the unit's own offsets. */
  readonly missing: ReadonlyMap<string, readonly MissingRange[]>;
  /** Sentences that a person has said to be missing in the next side. */
  readonly calledMissing: ReadonlySet<string>;
  /** Differences of links that were compared before, by the units it links. */
  readonly compared: Map<string, readonly Change[]>;
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
  const joined = draft.units.map((units) => joinUnits(units, setting, tools));
  return {
    type: 'row',
    cells: joined.map((text, side) => cellOf(text, side, elsewhere, setting)),
    pairs: draft.links.map((links, index) =>
      pairOf(links, itemAt(joined, index), itemAt(joined, index + 1), {
        changesOf: (link) => linkChanges(link, setting, tools),
        others: itemAt(setting.linksOf, index),
        textOf: (unit) => ({ unit, text: valueAt(setting.sentences, unit).text }),
        tools,
      }),
    ),
    status: statusOf(draft),
  };
}

function joinUnits(
  units: readonly string[],
  { sentences }: RowSetting,
  { tokenize }: ComparisonTools,
): JoinedText {
  return joinSentences(
    units.map((unit) => valueAt(sentences, unit)),
    tokenize,
  );
}

function linkChanges(
  link: SentenceLink,
  setting: RowSetting,
  tools: ComparisonTools,
): readonly Change[] {
  const key = `${link.upstream.join(' ')} ${link.downstream.join(' ')}`;
  const known = setting.compared.get(key);
  if (known !== undefined) return known;
  const changes = tools.differ(
    joinUnits(link.upstream, setting, tools),
    joinUnits(link.downstream, setting, tools),
  );
  setting.compared.set(key, changes);
  return changes;
}

/** Nothing differs in the row: it may be folded. */
export function isIdentical(row: ComparisonRow): boolean {
  return row.pairs.every((pair) => pair !== undefined && pair.changes.length === 0 && !pair.moved);
}

function sentenceLinks(alignment: Alignment): SentenceLink[] {
  return alignment.links.filter((link): link is SentenceLink => link.grain === 'sentence');
}

function statusOf(draft: RowDraft): ComparisonRow['status'] {
  if (draft.links.some((links) => links.length > 0)) return 'linked';
  return itemAt(draft.units, 0).length > 0 ? 'missing' : 'local';
}

function cellOf(
  joined: JoinedText,
  side: number,
  elsewhere: ReadonlyMap<string, SectionRef>,
  { scope, sentences, seen, missing, calledMissing }: RowSetting,
): ComparisonCell {
  return {
    text: joined.text,
    sentences: joined.parts.map(({ unit, start, end }) => {
      const section = elsewhere.get(unit);
      const left = missing.get(unit)?.map((own) => ({
        ...own,
        start: start + own.start,
        end: start + own.end,
      }));
      return {
        unit,
        start,
        end,
        heading: valueAt(sentences, unit).heading,
        outside: !itemAt(scope, side).has(unit),
        again: seen.has(unit),
        ...(section && { elsewhere: section }),
        ...(calledMissing.has(unit) && { decided: true as const }),
        ...(left !== undefined && { missing: left }),
      };
    }),
  };
}

/** What the links of one row need to be compared. */
interface PairSetting {
  readonly changesOf: (link: SentenceLink) => readonly Change[];
  readonly others: ReadonlyMap<string, readonly SentenceLink[]>;
  readonly textOf: (unit: string) => LinkedSentence;
  readonly tools: ComparisonTools;
}

function pairOf(
  links: readonly SentenceLink[],
  up: JoinedText,
  down: JoinedText,
  setting: PairSetting,
): ComparisonPair | undefined {
  const [best] = links;
  if (best === undefined) return undefined;
  const changes = changesOf(links, up, down, setting);
  return {
    link: best.id,
    relation: best.relation,
    score: best.score,
    moved: best.moved,
    doubtful: best.doubtful,
    ...(links.some(({ decided }) => decided) && { decided: true as const }),
    links: links.map(({ id, upstream, downstream, relation, score, moved, doubtful, decided }) => ({
      ...{ id, upstream, downstream, relation, score, moved, doubtful },
      ...(decided === true && { decided }),
    })),
    changes: setting.tools.ignoreSwaps ? changes.filter(({ kind }) => kind !== 'swap') : changes,
    ...(best.relation === 'paraphrased' && {
      shared: sharedOf(up, down, setting.tools.conceptsIn ?? (() => [])),
    }),
  };
}

/** Against all that are linked; a link of several sentences by an own decision is one text a side. */
function changesOf(
  links: readonly SentenceLink[],
  up: JoinedText,
  down: JoinedText,
  { changesOf: ofLink, others, textOf, tools }: PairSetting,
): readonly Change[] {
  const units = [...up.parts, ...down.parts].map(({ unit }) => unit);
  const concerned = unique([...links, ...units.flatMap((unit) => others.get(unit) ?? [])]);
  if (concerned.some((link) => link.upstream.length + link.downstream.length > 2))
    return tools.differ(up, down);
  return groupChanges(
    up,
    down,
    concerned.map((link) => ({
      upstream: textOf(itemAt(link.upstream, 0)),
      downstream: textOf(itemAt(link.downstream, 0)),
      changes: ofLink(link),
    })),
  );
}

/** Those that a reader may trust first, then by score: a doubtful link never decides what a row is. */
function byWorth(links: readonly SentenceLink[]): SentenceLink[] {
  return [...links].sort((a, b) => Number(a.doubtful) - Number(b.doubtful) || b.score - a.score);
}

/** Sentence links of each unit of either side. */
export function linksByUnit(alignment: Alignment): ReadonlyMap<string, readonly SentenceLink[]> {
  const found = new Map<string, SentenceLink[]>();
  for (const link of sentenceLinks(alignment))
    for (const unit of [...link.upstream, ...link.downstream])
      found.set(unit, [...(found.get(unit) ?? []), link]);
  return found;
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

/** Clauses that nothing carries, and members of lists in others, by their sentence. */
export function missingByUnit(alignment: Alignment): Map<string, readonly MissingRange[]> {
  const found = new Map<string, readonly MissingRange[]>();
  for (const { unit, clauses } of alignment.clauses?.upstream ?? []) {
    const missing = clauses.flatMap(missingParts);
    if (missing.length > 0)
      found.set(
        unit,
        missing.map(({ start, end, member, decided }) => ({
          start,
          end,
          ...(member && { member }),
          ...(decided && { decided }),
        })),
      );
  }
  return found;
}
