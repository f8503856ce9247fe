import {
  type Alignment,
  type CoverageEvidence,
  type CoverageGrouping,
  type CoveragePair,
  type CoverageReport,
  type CoverageRow,
  type CoverageSide,
  type CoverageSideName,
  type CoveredUnit,
  type Link,
  type OriginRow,
  SENTENCE_RELATIONS,
  type SentenceRelation,
  type SentenceUnit,
  type Side,
  type Theme,
  type ThemeLabel,
} from '../../model/index.js';
import { groupBy } from '../../text/index.js';
import { characterCount } from '../shared/characters.js';
import { atLeast, linkIndex, type UnitLinks } from '../shared/link-index.js';
import { sideFacts } from '../shared/side-facts.js';
import { groupBySection, type SectionGroup, sideSentences } from '../shared/sides.js';
import { clauseCounter } from './clauses.js';

/** Labels of sentences by unit id, both sides in one map. */
export type LabelsByUnit = ReadonlyMap<string, readonly ThemeLabel[]>;

interface CoverageOptions {
  /** Default `theme`. */
  readonly by?: CoverageGrouping;
  /** Weakest relation that counts as covered; default `paraphrased`. */
  readonly minRelation?: SentenceRelation;
  /** Lowest grade that makes a sentence a unit of a theme; default 1. */
  readonly minGrade?: 1 | 2;
}

/**
 * How much of the upstream side has a link downstream: by theme, section or chapter, with the sentences behind it.
 *
 * A unit is a sentence; it is counted once for each of its themes and once for its section.
 * An upstream unit is covered by the best relation among its links that are at least `minRelation`,
 * whatever the theme of the sentence it is linked to. Formulas: `docs/methods.md`, Coverage.
 *
 * *Out*: themes in the order given; sections in document order, those without sentences left out.
 * *Cost*: linear in sentences, labels and links.
 */
export function coverage(
  alignment: Alignment,
  labels: LabelsByUnit,
  themes: readonly Pick<Theme, 'id'>[],
  options: CoverageOptions = {},
): CoverageReport {
  const { by = 'theme', minRelation = 'paraphrased', minGrade = 1 } = options;
  const count = counter(alignment, minRelation);
  const all = { up: sideSentences(alignment.upstream), down: sideSentences(alignment.downstream) };
  const rows =
    by === 'theme'
      ? themes.map((theme) => {
          const ofTheme = (unit: SentenceUnit) => isAbout(labels, unit.id, theme.id, minGrade);
          return { key: theme.id, ...count(all.up.filter(ofTheme), all.down.filter(ofTheme)) };
        })
      : sectionRows(alignment, by, minRelation, count);
  return {
    upstream: sideName(alignment.upstream),
    downstream: sideName(alignment.downstream),
    by,
    minRelation,
    rows,
    total: { key: 'total', ...count(all.up, all.down) },
    origins: by === 'theme' ? [] : originRows(alignment, by, minRelation),
  };
}

/** The themes of a report in the form of the contract. */
export function coveragePair(report: CoverageReport): CoveragePair {
  const { upstream, downstream } = report;
  return {
    upstream: { id: upstream.id, ...(upstream.level !== undefined && { level: upstream.level }) },
    downstream: {
      id: downstream.id,
      ...(downstream.level !== undefined && { level: downstream.level }),
    },
    themes: report.rows.map(
      ({ key, heading: _, document: __, evidence: ___, clauses: ____, ...figures }) => ({
        theme: key,
        ...figures,
      }),
    ),
  };
}

/** Labels in a list as a map by unit. */
export function labelsByUnit(labels: Iterable<ThemeLabel>): Map<string, ThemeLabel[]> {
  return groupBy(labels, ({ unit }) => unit);
}

export function isAbout(
  labels: LabelsByUnit,
  unit: string,
  theme: string,
  minGrade: 1 | 2,
): boolean {
  return (labels.get(unit) ?? []).some((label) => label.theme === theme && label.grade >= minGrade);
}

type Figures = Omit<CoverageRow, 'key' | 'heading' | 'document'>;
type Counter = (up: readonly SentenceUnit[], down: readonly SentenceUnit[]) => Figures;

function counter(alignment: Alignment, minRelation: SentenceRelation): Counter {
  const links = linkIndex(alignment.links, minRelation);
  const byClause = clauseCounter(alignment.clauses);
  return (up, down) => {
    const clauses = byClause(up);
    return { ...figures(up, down, links), ...(clauses !== undefined && { clauses }) };
  };
}

function figures(
  up: readonly SentenceUnit[],
  down: readonly SentenceUnit[],
  links: { upstream: ReadonlyMap<string, UnitLinks>; downstream: ReadonlyMap<string, UnitLinks> },
): Figures {
  const covered = emptyCounts();
  const evidence: Mutable<CoverageEvidence> = { covered: [], missing: [], carried: [], local: [] };
  let coveredCharacters = 0;
  for (const unit of up) {
    const own = links.upstream.get(unit.id);
    if (own === undefined) {
      evidence.missing.push(unit.id);
      continue;
    }
    covered[own.best] += 1;
    coveredCharacters += characterCount(unit.text);
    evidence.covered.push({ unit: unit.id, relation: own.best, links: own.links });
  }
  for (const unit of down) {
    (links.downstream.has(unit.id) ? evidence.carried : evidence.local).push(unit.id);
  }
  const upstream = sizeOf(up);
  return {
    upstream,
    downstream: sizeOf(down),
    covered,
    missing: evidence.missing.length,
    local: evidence.local.length,
    ...(up.length > 0 && { coverage: evidence.covered.length / up.length }),
    ...(upstream.characters > 0 && {
      coverageByCharacters: coveredCharacters / upstream.characters,
    }),
    evidence,
  };
}

type Mutable<Value> = {
  -readonly [Key in keyof Value]: Value[Key] extends readonly (infer Item)[] ? Item[] : never;
} & {
  covered: CoveredUnit[];
};

function emptyCounts(): Record<SentenceRelation, number> {
  return { verbatim: 0, adapted: 0, paraphrased: 0 };
}

function sizeOf(units: readonly SentenceUnit[]): CoverageSide {
  let characters = 0;
  for (const unit of units) characters += characterCount(unit.text);
  return { units: units.length, characters };
}

/** Rows for the sections of the upstream side; the downstream side of a row is what its sentences are linked to. */
function sectionRows(
  alignment: Alignment,
  by: 'section' | 'chapter',
  minRelation: SentenceRelation,
  count: Counter,
): CoverageRow[] {
  const partners = partnersOf(alignment.links, minRelation);
  const down = new Map(sideSentences(alignment.downstream).map((unit) => [unit.id, unit]));
  return groupBySection(alignment.upstream, by).map((group) => {
    const reached = new Set(group.sentences.flatMap((unit) => partners.get(unit.id) ?? []));
    const figures = count(
      group.sentences,
      [...reached].flatMap((id) => down.get(id) ?? []),
    );
    return { key: group.key, heading: group.heading, document: group.document, ...figures };
  });
}

/** Downstream units each upstream unit is linked to. */
function partnersOf(links: readonly Link[], minRelation: SentenceRelation): Map<string, string[]> {
  const partners = new Map<string, string[]>();
  for (const link of links) {
    if (link.grain !== 'sentence' || !atLeast(link.relation, minRelation)) continue;
    for (const up of link.upstream) {
      const own = partners.get(up);
      if (own === undefined) partners.set(up, [...link.downstream]);
      else own.push(...link.downstream);
    }
  }
  return partners;
}

function originRows(
  alignment: Alignment,
  by: 'section' | 'chapter',
  minRelation: SentenceRelation,
): OriginRow[] {
  const links = linkIndex(alignment.links, minRelation);
  return groupBySection(alignment.downstream, by).map((group) =>
    originRow(group, links.downstream),
  );
}

function originRow(group: SectionGroup, links: ReadonlyMap<string, UnitLinks>): OriginRow {
  const carried = emptyCounts();
  for (const unit of group.sentences) {
    const own = links.get(unit.id);
    if (own !== undefined) carried[own.best] += 1;
  }
  const { units, characters } = sizeOf(group.sentences);
  const local = units - SENTENCE_RELATIONS.reduce((sum, relation) => sum + carried[relation], 0);
  const { key, document, heading } = group;
  return { key, document, heading, units, characters, carried, local, localShare: local / units };
}

function sideName(side: Side): CoverageSideName {
  return { ...sideFacts(side), documents: side.documents.map(({ head }) => head.id) };
}
