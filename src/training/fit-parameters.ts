import {
  contentText,
  FIRST_COMPONENTS,
  type LogisticModel,
  logit,
  type Measured,
  type MeasuredPair,
  measureCandidates,
  measureRelation,
  measureSections,
  type Parameters,
  type PreparedPair,
  RELATION_COMPONENTS,
  type RelationModels,
  SECOND_COMPONENTS,
  SECTION_COMPONENTS,
  type SectionPair,
  sectionCandidates,
  sectionTable,
  sigmoid,
  surround,
  type Thresholds,
  wordingCandidates,
} from '../align/index.js';
import type { AlignmentGold } from '../evaluate/index.js';
import { type Example, fitLogistic } from './logistic-fit.js';

/** A gold pair with everything that does not depend on parameters already measured. */
export interface FitPair {
  readonly name: string;
  readonly gold: AlignmentGold;
  /** Links by one reader of this project: they teach which sentences are linked, not where adapted ends and paraphrased begins. */
  readonly reading: boolean;
  readonly pair: PreparedPair;
  readonly candidates: ReturnType<typeof wordingCandidates>;
  readonly sections: readonly SectionPair[];
}

export interface FitSettings {
  readonly thresholds: Thresholds;
  /** Components held at zero: for ablations. */
  readonly without: ReadonlySet<string>;
}

/** Ridges, in examples: chosen over 2…32 by cross-validation over chains; the result is flat around them. */
const RIDGE = { sections: 3, first: 8, second: 8, relation: 2 };
/** A reading is one person's; the gold is two annotators', or one trained with them. */
const READING_WEIGHT = 0.5;
/** Parts of the gold that take turns in being left out when the first pass's odds are made for the second. */
const FOLDS = 5;

/** Components that speak against a link, and those free to speak for or against; all others may only speak for it. */
const AGAINST: ReadonlySet<string> = new Set([
  'one-heading',
  'section-rival',
  'place',
  'position',
  'one-bare',
]);
const FREE: ReadonlySet<string> = new Set([
  'shorter-length',
  'both-headings',
  'length-ratio',
  'row-rival',
  'column-rival',
  'beside-downstream',
  'beside-upstream',
]);

export function prepareFit(
  name: string,
  gold: AlignmentGold,
  pair: PreparedPair,
  reading = false,
): FitPair {
  const candidates = wordingCandidates(pair);
  return { name, gold, reading, pair, candidates, sections: measureSections(pair, candidates) };
}

/** Fit all parameters on some gold pairs. Thresholds are given: see `chooseThresholds`. */
export function fitParameters(pairs: readonly FitPair[], settings: FitSettings): Parameters {
  const sections = fit(
    pairs.flatMap(sectionExamples),
    SECTION_COMPONENTS,
    RIDGE.sections,
    settings,
  );
  const data = pairs.map((pair) => measureWith(pair, sections));
  const rows = data.flatMap(sentenceRows);
  const first = fit(rows, FIRST_COMPONENTS, RIDGE.first, settings);
  // The second pass learns from odds of a first pass that has not seen the sentence.
  const around = data.map(
    ({ measured }): (readonly number[])[] => new Array(measured.pairs.length),
  );
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const model = fit(
      rows.filter((row) => foldOf(row.measured) !== fold),
      FIRST_COMPONENTS,
      RIDGE.first,
      settings,
    );
    for (const [k, { pair, measured }] of data.entries()) {
      const odds = measured.pairs.map((m) => sigmoid(logit(model, m.row)));
      const surrounding = surround(pair.pair, measured, odds);
      for (const [i, m] of measured.pairs.entries())
        if (foldOf(m) === fold) around[k]![i] = surrounding[i]!;
    }
  }
  const second = fit(
    data.flatMap((d, k) => sentenceRows(d).map((row) => ({ ...row, row: around[k]![row.index]! }))),
    SECOND_COMPONENTS,
    RIDGE.second,
    settings,
  );
  return {
    sections,
    first,
    second,
    relation: fitRelation(pairs, settings),
    thresholds: settings.thresholds,
  };
}

function fit(
  examples: readonly Example[],
  names: readonly string[],
  ridge: number,
  settings: FitSettings,
): LogisticModel {
  const signs = Object.fromEntries(
    names
      .filter((name) => !FREE.has(name))
      .map((name) => [name, AGAINST.has(name) ? -1 : 1] as const),
  );
  const held = names.map((name) => settings.without.has(name));
  const rows = held.includes(true)
    ? examples.map((example) => ({
        ...example,
        row: Array.from(example.row, (value, k) => (held[k] ? 0 : value)),
      }))
    : examples;
  return fitLogistic(rows, { names, ridge, signs });
}

/** A gold pair measured as the engine would with this section model. */
interface FitData {
  readonly pair: FitPair;
  readonly measured: Measured;
}

function measureWith(pair: FitPair, model: LogisticModel): FitData {
  const scored = pair.sections.map((section) => ({
    ...section,
    probability: sigmoid(logit(model, section.row)),
  }));
  const table = sectionTable(scored, pair.pair.upstream.sections.length);
  const candidates = sectionCandidates(pair.pair, scored, pair.candidates);
  return { pair, measured: measureCandidates(pair.pair, candidates, table) };
}

function foldOf(measured: MeasuredPair): number {
  return (measured.downItem + 1) % FOLDS;
}

/** Ids of gold units are the last part of ours. */
function goldId(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

function sectionExamples({ gold, pair, sections }: FitPair): Example[] {
  const grades = new Map(gold.sections.map((l) => [`${l.downstream} ${l.upstream}`, l.grades]));
  const scope = new Set(gold.scope);
  return sections.flatMap((section): Example[] => {
    const down = goldId(pair.downstream.sections[section.down]!.unit.id);
    const up = goldId(pair.upstream.sections[section.up]!.unit.id);
    if (!scope.has(down)) return [];
    const twos = (grades.get(`${down} ${up}`) ?? []).filter((grade) => grade === 2).length;
    return [{ row: section.row, label: twos / gold.annotators, weight: 1 }];
  });
}

interface SentenceExample extends Example {
  readonly measured: MeasuredPair;
  /** Place among the measured pairs. */
  readonly index: number;
}

/** Nothing from a gold file that annotates sections alone. */
function sentenceRows({ pair: { gold, pair, reading }, measured }: FitData): SentenceExample[] {
  if (gold.sentences.length === 0) return [];
  const marks = new Map(
    gold.sentences.map((l) => [`${l.downstream} ${l.upstream}`, l.relations.length]),
  );
  const scope = new Set(gold.scope);
  return measured.pairs.flatMap((m, index) => {
    const down = gold.downstream.sentences[m.down]!;
    if (!scope.has(down.section)) return [];
    const up = goldId(pair.upstream.sentences[m.up]!.unit.id);
    const label = (marks.get(`${down.id} ${up}`) ?? 0) / gold.annotators;
    return [{ row: m.row, label, weight: reading ? READING_WEIGHT : 1, measured: m, index }];
  });
}

function fitRelation(pairs: readonly FitPair[], settings: FitSettings): RelationModels {
  const judged = pairs.filter(({ reading, gold }) => !reading && gold.sentences.length > 0);
  const rows = (judged.length > 0 ? judged : pairs).flatMap(({ gold, pair }) => {
    const text = (side: PreparedPair['upstream']): Map<string, string> =>
      new Map(side.sentences.map((s) => [goldId(s.unit.id), contentText(s.neutral.text)]));
    const ups = text(pair.upstream);
    const downs = text(pair.downstream);
    return gold.sentences.map((link) => ({
      row: measureRelation(ups.get(link.upstream)!, downs.get(link.downstream)!),
      share: (name: string) =>
        link.relations.filter((r) => r === name).length / link.relations.length,
    }));
  });
  const free = { names: RELATION_COMPONENTS, ridge: RIDGE.relation };
  void settings;
  return {
    verbatim: fitLogistic(
      rows.map((r) => ({ row: r.row, label: r.share('verbatim'), weight: 1 })),
      free,
    ),
    paraphrased: fitLogistic(
      rows
        .filter((r) => r.share('verbatim') < 1)
        .map((r) => ({ row: r.row, label: r.share('paraphrased'), weight: 1 })),
      free,
    ),
  };
}
