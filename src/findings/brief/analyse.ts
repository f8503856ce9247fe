import type {
  Alignment,
  Brief,
  BriefEntry,
  BriefList,
  BriefTheme,
  Commitment,
  CommitmentShift,
  CoverageReport,
  SentenceLink,
  SentenceUnit,
  Target,
  TargetPair,
} from '../../model/index.js';
import { BRIEF_LISTS } from '../../model/index.js';
import type { LabelsByUnit } from '../coverage/analyse.js';
import { missingParts, newParts } from '../shared/lost.js';
import { sideSentences } from '../shared/sides.js';
import { comparableOf, isSameAim, toldSentences } from './comparable.js';
import { afterBodies, doubtOf, isOpen, type Stretch, substanceOf } from './weigh.js';

/** What other analyses found of the pair. */
interface BriefInput {
  readonly alignment: Alignment;
  readonly labels: LabelsByUnit;
  /** By theme. */
  readonly coverage: CoverageReport;
  readonly shifts: readonly CommitmentShift[];
  /** How firmly sentences commit, by id. */
  readonly grades: ReadonlyMap<string, Commitment>;
  readonly targets: readonly TargetPair[];
  /** Other places that an upper clause is addressed to; of none without it. */
  readonly elsewhere?: (clause: string) => readonly string[];
  /** Only entries of these sentences, and of links with one of them; all without it. */
  readonly only?: ReadonlySet<string>;
}

type Entry = Omit<BriefEntry, 'theme'>;

/**
 * One pair on one page: what is missing, weakened, lowered, postponed, new below, and worth a look.
 *
 * *Out*: lists in order of weight, then of the text; a missing or new clause is an entry of its own,
 * and so is a member of a list whose clause is carried otherwise.
 * A clause stands in `missing` and in `doubtful` where it is said to be missing and may yet be found.
 * *Cost*: linear in clauses, links and targets.
 */
export function briefOf(input: BriefInput): Brief {
  const { alignment, coverage, labels, only } = input;
  const setting = settingOf(input);
  const found: Record<BriefList, readonly Entry[]> = {
    missing: missingOf(setting),
    weakened: weakenedOf(setting),
    lowered: targetsOf(setting, 'lowered'),
    postponed: targetsOf(setting, 'later'),
    local: localOf(setting),
    doubtful: doubtfulOf(setting),
  };
  const inScope = ({ ids }: Entry): boolean => only === undefined || ids.some((id) => only.has(id));
  const themed = (entry: Entry): BriefEntry => {
    const theme = labels.get(entry.unit)?.[0]?.theme;
    return theme === undefined ? entry : { ...entry, theme };
  };
  const lists = Object.fromEntries(
    BRIEF_LISTS.map((list) => [
      list,
      found[list]
        .filter(inScope)
        .map(themed)
        .sort((a, b) => b.weight - a.weight),
    ]),
  ) as Record<BriefList, BriefEntry[]>;
  const { coverage: share, expectedError } = coverage.total.clauses ?? {};
  return {
    upstream: alignment.upstream,
    downstream: alignment.downstream,
    ...(share !== undefined && { coverage: share }),
    ...(expectedError !== undefined && { expectedError }),
    themes: themesOf(coverage, lists.missing, labels),
    lists,
  };
}

interface Setting extends BriefInput {
  readonly sentences: ReadonlyMap<string, SentenceUnit>;
  readonly substance: (unit: SentenceUnit, stretch: Stretch) => number;
}

function settingOf(input: BriefInput): Setting {
  const { upstream, downstream } = input.alignment;
  const all = [...sideSentences(upstream), ...sideSentences(downstream)];
  const targets = input.targets.flatMap((pair) =>
    [pair.upstream, pair.downstream].filter((target): target is Target => target !== undefined),
  );
  const told = toldSentences([...upstream.documents, ...downstream.documents]);
  return {
    ...input,
    sentences: new Map(all.map((sentence) => [sentence.id, sentence])),
    substance: substanceOf(targets, input.grades, told),
  };
}

/** An entry about a stretch of a sentence that the sides hold. */
function entryOf(
  { sentences, substance }: Setting,
  unit: string,
  stretch: Stretch | undefined,
  {
    factor,
    ids,
    ...more
  }: { readonly factor: number; readonly ids: readonly string[] } & Pick<
    Entry,
    'change' | 'relation' | 'decided' | 'elsewhere'
  >,
): Entry[] {
  const sentence = sentences.get(unit);
  if (sentence === undefined) return [];
  const { start: first, end } = stretch ?? { start: 0, end: sentence.text.length };
  const start = stretch === undefined ? first : Math.max(first, afterBodies(sentence));
  if (start >= end) return [];
  return [
    {
      unit,
      start,
      end,
      text: sentence.text.slice(start, end),
      weight: substance(sentence, { start, end }) * factor,
      ids: [...new Set([unit, ...ids])],
      ...more,
    },
  ];
}

function missingOf(setting: Setting): Entry[] {
  return (setting.alignment.clauses?.upstream ?? []).flatMap(({ unit, clauses }) =>
    clauses.flatMap((clause) =>
      missingParts(clause).flatMap((part) => {
        const elsewhere = placesOf(setting, unit, part);
        return entryOf(setting, unit, part, {
          factor: (1 - part.score) * (elsewhere.length > 0 ? ELSEWHERE : 1),
          ids: clause.by,
          ...(part.decided && { decided: true }),
          ...(elsewhere.length > 0 && { elsewhere }),
        });
      }),
    ),
  );
}

/** What is addressed to other places is hardly a loss: a first page has better. */
const ELSEWHERE = 0.25;

/** Other places that a missing clause is addressed to; a member of a list goes with its clause, and a person's word stands. */
function placesOf(
  { elsewhere, sentences }: Setting,
  unit: string,
  { start, end, member, decided }: ReturnType<typeof missingParts>[number],
): readonly string[] {
  const text = sentences.get(unit)?.text;
  if (elsewhere === undefined || text === undefined || member || decided) return [];
  return elsewhere(text.slice(start, end));
}

function localOf(setting: Setting): Entry[] {
  return (setting.alignment.clauses?.downstream ?? []).flatMap(({ unit, clauses }) =>
    clauses
      .flatMap(newParts)
      .flatMap((part) => entryOf(setting, unit, part, { factor: 1, ids: [] })),
  );
}

/** A grade of commitment is a third of what there is to lose. */
const GRADES = 3;

function weakenedOf(setting: Setting): Entry[] {
  return setting.shifts
    .filter(({ shift }) => shift === 'weaker')
    .flatMap(({ clauses, link }) =>
      clauses
        .filter(({ upstream, downstream }) => downstream.grade < upstream.grade)
        .flatMap(({ upstream, downstream, similarity }) =>
          entryOf(setting, upstream.unit, upstream, {
            factor: (similarity * (upstream.grade - downstream.grade)) / GRADES,
            ids: [downstream.unit, link],
            change: { from: upstream.word, to: downstream.word },
          }),
        ),
    );
}

/** A figure whose sentences nobody linked is held against one of like name only. */
const UNLINKED = 0.6;
function targetsOf(setting: Setting, shift: 'lowered' | 'later'): Entry[] {
  const { isAim, isSame } = comparableOf(setting.alignment);
  return setting.targets.flatMap((pair) => {
    const { upstream, downstream, linked, similarity = 0 } = pair;
    if (pair.shift !== shift || upstream === undefined || downstream === undefined) return [];
    // A day from which a statute holds is no deadline.
    if (!isAim(upstream) || !isAim(downstream) || upstream.bound === 'from') return [];
    if (shift === 'lowered' && !isSame(upstream, downstream, similarity)) return [];
    if (shift === 'later' && !isSameAim(upstream, downstream)) return [];
    const said = (target: Target): string => wording(target, shift);
    return entryOf(setting, upstream.sentence, upstream, {
      factor: (linked === true ? 1 : UNLINKED) * (0.5 + similarity / 2),
      ids: [downstream.sentence, upstream.id, downstream.id],
      change: { from: said(upstream), to: said(downstream) },
    });
  });
}

/** The figure with what it is of; where the year it is due moved, that year. */
function wording(target: Target, shift: 'lowered' | 'later'): string {
  if (shift === 'later' && target.unit !== 'year' && target.unit !== 'years' && target.due)
    return `${target.text}（${target.due}年）`;
  return target.text;
}

function doubtfulOf(setting: Setting): Entry[] {
  const links = setting.alignment.links.filter(
    (link): link is SentenceLink => link.grain === 'sentence' && link.doubtful,
  );
  const ofLinks = links.flatMap((link) =>
    link.upstream.slice(0, 1).flatMap((unit) =>
      entryOf(setting, unit, undefined, {
        factor: doubtOf(link.score),
        ids: [...link.upstream, ...link.downstream, link.id],
        relation: link.relation,
      }),
    ),
  );
  const told = new Set(ofLinks.map(({ unit }) => unit));
  const ofClauses = (setting.alignment.clauses?.upstream ?? [])
    .filter(({ unit }) => !told.has(unit))
    .flatMap(({ unit, clauses }) =>
      clauses
        .filter(({ state, score }) => isOpen(state, score))
        .flatMap((clause) =>
          entryOf(setting, unit, clause, { factor: doubtOf(clause.score), ids: clause.by }),
        ),
    );
  return [...ofLinks, ...ofClauses];
}

/** Themes the upper side speaks of, what lost most first. */
function themesOf(
  { rows }: CoverageReport,
  missing: readonly BriefEntry[],
  labels: LabelsByUnit,
): BriefTheme[] {
  return rows
    .filter(({ upstream }) => upstream.units > 0)
    .map(({ key, clauses }): BriefTheme => {
      const own = missing.filter(({ unit }) =>
        (labels.get(unit) ?? []).some(({ theme }) => theme === key),
      );
      return {
        theme: key,
        missing: own.length,
        weight: own.reduce((sum, { weight }) => sum + weight, 0),
        ...(clauses?.coverage !== undefined && { coverage: clauses.coverage }),
      };
    })
    .sort((a, b) => b.weight - a.weight);
}
