import {
  type BoostedTrees,
  COUNTERPART_COMPONENTS,
  contentText,
  FIRST_COMPONENTS,
  type LogisticModel,
  logit,
  type Measured,
  type MeasuredPair,
  measureCandidates,
  measureCounterparts,
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
  treeLogit,
  wordingCandidates,
  worthLook,
} from '../align/index.js';
import type { AlignmentGold } from '../evaluate/index.js';
import { fitBoosting } from './boosting.js';
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
  /** Thresholds that are not fitted. */
  readonly thresholds: Pick<Thresholds, 'doubtful' | 'related'>;
  /** Components held at zero: for ablations. */
  readonly without: ReadonlySet<string>;
}

/** Ridges, in examples: chosen over 2…32 by cross-validation over chains; the result is flat around them. */
const RIDGE = { sections: 3, first: 8, counterparts: 7, relation: 2 };
/**
 * Chosen by log-loss under cross-validation over chains: as good as more trees (to 400) in smaller steps,
 * and quicker; one tree seeing all components is worse.
 */
const TREES = { trees: 150, leaves: 12, rate: 0.08, ridge: 5, least: 40, share: 0.3 };
/** A reading is one person's; the gold is two annotators', or one trained with them. */
const READING_WEIGHT = 0.5;
/** Parts of the gold that take turns in being left out when one model's odds are made for the next. */
const FOLDS = 5;

/** Components that speak against a link, and those free to speak for or against; all others may only speak for it. */
const AGAINST: ReadonlySet<string> = new Set([
  'one-heading',
  'section-rival',
  'place',
  'one-bare',
  'unmet-downstream',
  'unmet-upstream',
]);
const FREE: ReadonlySet<string> = new Set([
  'shorter-length',
  'both-headings',
  'length-ratio',
  'row-rival',
  'column-rival',
  'beside-downstream',
  'beside-upstream',
  'row-rest',
  'column-rest',
]);
/** All of these say much the same, and what one says too loudly another may take back. */
const FREE_COUNTERPARTS: ReadonlySet<string> = new Set(COUNTERPART_COMPONENTS);

export function prepareFit(
  name: string,
  gold: AlignmentGold,
  pair: PreparedPair,
  reading = false,
): FitPair {
  const candidates = wordingCandidates(pair);
  return { name, gold, reading, pair, candidates, sections: measureSections(pair, candidates) };
}

/** Fit all parameters on some gold pairs: each model on odds of the one before that has not seen the sentence. */
export function fitParameters(pairs: readonly FitPair[], settings: FitSettings): Parameters {
  const sections = fit(
    pairs.flatMap((pair) => sectionExamples(pair, pair.sections)),
    SECTION_COMPONENTS,
    RIDGE.sections,
    settings,
  );
  const data = pairs.map((pair) => measureWith(pair, sections));
  const rows = data.flatMap(sentenceRows);
  const first = fit(rows, FIRST_COMPONENTS, RIDGE.first, settings);
  const passes = passesUnseen(data, rows, settings);
  const taught = data.flatMap((d, k) => taughtRows(d, passes[k]!));
  const second = fitTrees(taught, settings);
  const judged = judgeUnseen(data, passes, taught, settings);
  const evidence = data.flatMap(({ pair, sections: likely, measured }, k) =>
    sectionExamples(
      pair,
      measureCounterparts(pair.pair, likely, measured.pairs, judged[k]!).map((row, i) => ({
        ...likely[i]!,
        row,
      })),
    ),
  );
  return {
    sections,
    first,
    second,
    counterparts: fitCounterparts(evidence, settings),
    relation: fitRelation(pairs),
    thresholds: {
      link: bestThresholds(linkTrials(data, judged))[0]!,
      counterpart: middle(bestThresholds(counterpartTrials(evidence, settings))),
      ...settings.thresholds,
    },
  };
}

/** For each measured pair of each gold pair: the first pass's odds, and what they put around it. */
interface Pass {
  readonly odds: Float64Array;
  readonly around: Float64Array[];
}

function passesUnseen(
  data: readonly FitData[],
  rows: readonly SentenceExample[],
  settings: FitSettings,
): Pass[] {
  const out = data.map(
    ({ measured }): Pass => ({
      odds: new Float64Array(measured.pairs.length),
      around: new Array<Float64Array>(measured.pairs.length),
    }),
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
      for (const [i, m] of measured.pairs.entries()) {
        if (foldOf(m) !== fold) continue;
        out[k]!.odds[i] = odds[i]!;
        out[k]!.around[i] = surrounding[i]!;
      }
    }
  }
  return out;
}

/** What the second pass learns from: the pairs it will be asked about. */
function taughtRows(data: FitData, { odds, around }: Pass): SentenceExample[] {
  return sentenceRows(data)
    .filter(({ index }) => worthLook(odds[index]!))
    .map((row) => ({ ...row, row: around[row.index]! }));
}

/** Probabilities of all measured pairs by a second pass that has not seen their item. */
function judgeUnseen(
  data: readonly FitData[],
  passes: readonly Pass[],
  taught: readonly SentenceExample[],
  settings: FitSettings,
): number[][] {
  const out = passes.map(({ odds }) => [...odds]);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const model = fitTrees(
      taught.filter((row) => foldOf(row.measured) !== fold),
      settings,
    );
    for (const [k, { measured }] of data.entries())
      for (const [i, m] of measured.pairs.entries())
        if (foldOf(m) === fold && worthLook(passes[k]!.odds[i]!))
          out[k]![i] = sigmoid(treeLogit(model, passes[k]!.around[i]!));
  }
  return out;
}

function fitTrees(rows: readonly Example[], settings: FitSettings): BoostedTrees {
  const names = SECOND_COMPONENTS;
  return fitBoosting(hold(rows, names, settings), { ...TREES, names, signs: signsOf(names) });
}

function fitCounterparts(examples: readonly Example[], settings: FitSettings): LogisticModel {
  const names = COUNTERPART_COMPONENTS;
  return fitLogistic(hold(examples, names, settings), {
    names,
    ridge: RIDGE.counterparts,
    signs: signsOf(names, FREE_COUNTERPARTS),
  });
}

/** Right and wrong choices of one gold pair, from which a threshold's F1 is counted. */
interface Trial {
  readonly weight: number;
  /** Links of the gold, with those that were never measured. */
  readonly possible: number;
  readonly choices: readonly { readonly probability: number; readonly label: number }[];
}

function linkTrials(data: readonly FitData[], judged: readonly (readonly number[])[]): Trial[] {
  return data.flatMap((d, k): Trial[] => {
    const rows = sentenceRows(d);
    if (rows.length === 0) return [];
    const { gold, reading } = d.pair;
    return [
      {
        weight: reading ? READING_WEIGHT : 1,
        possible: gold.sentences.length,
        choices: rows.map(({ index, label }) => ({ probability: judged[k]![index]!, label })),
      },
    ];
  });
}

/** Pairs of sections are few: the trial is over all gold pairs at once, section by section left out in turns. */
function counterpartTrials(evidence: readonly SectionExample[], settings: FitSettings): Trial[] {
  const byPair = new Map<string, { probability: number; label: number; weight: number }[]>();
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const model = fitCounterparts(
      evidence.filter(({ down }) => down % FOLDS !== fold),
      settings,
    );
    for (const { row, label, down, name, weight } of evidence) {
      if (down % FOLDS !== fold) continue;
      const list = byPair.get(name) ?? [];
      list.push({ probability: sigmoid(logit(model, row)), label, weight });
      byPair.set(name, list);
    }
  }
  return [...byPair.values()].map((choices) => ({
    weight: choices[0]!.weight,
    possible: choices.filter(({ label }) => label > 0).length,
    choices,
  }));
}

/** Thresholds tried, and how many beside one share its verdict: F1 of a few hundred links is rough. */
const TRIED = Array.from({ length: 26 }, (_, i) => (10 + 2 * i) / 100);
const BESIDE = 2;
/** F1 this close is the same. */
const ALIKE = 0.002;

/**
 * The thresholds about which F1 over all trials together is best, all that are alike, in order.
 *
 * Of links the lowest is taken: a doubtful link that is shown can be struck out, one that is not shown is missed. Of
 * counterparts the middle one: what is no counterpart is still shown as related.
 */
function bestThresholds(trials: readonly Trial[]): readonly number[] {
  const scores = TRIED.map((threshold) => {
    let [right, chosen, possible] = [0, 0, 0];
    for (const trial of trials) {
      possible += trial.weight * trial.possible;
      for (const { probability, label } of trial.choices) {
        if (probability < threshold) continue;
        chosen += trial.weight;
        if (label > 0) right += trial.weight;
      }
    }
    return (2 * right) / Math.max(1, chosen + possible);
  });
  const smooth = TRIED.flatMap((threshold, i) => {
    const near = scores.slice(i - BESIDE, i + BESIDE + 1);
    if (i < BESIDE || near.length <= 2 * BESIDE) return [];
    return [{ threshold, score: near.reduce((a, b) => a + b, 0) / near.length }];
  });
  const best = Math.max(...smooth.map(({ score }) => score));
  return smooth.filter(({ score }) => score >= best - ALIKE).map(({ threshold }) => threshold);
}

function middle(values: readonly number[]): number {
  return values[values.length >>> 1]!;
}

function fit(
  examples: readonly Example[],
  names: readonly string[],
  ridge: number,
  settings: FitSettings,
): LogisticModel {
  return fitLogistic(hold(examples, names, settings), { names, ridge, signs: signsOf(names) });
}

function signsOf(names: readonly string[], free = FREE): Record<string, 1 | -1> {
  return Object.fromEntries(
    names
      .filter((name) => !free.has(name))
      .map((name) => [name, AGAINST.has(name) ? -1 : 1] as const),
  );
}

/** Examples with the components left out held at zero. */
function hold(
  examples: readonly Example[],
  names: readonly string[],
  { without }: FitSettings,
): readonly Example[] {
  const held = names.map((name) => without.has(name));
  if (!held.includes(true)) return examples;
  return examples.map((example) => ({
    ...example,
    row: Float64Array.from(example.row, (value, k) => (held[k] ? 0 : value)),
  }));
}

/** A gold pair measured as the engine would with this section model. */
interface FitData {
  readonly pair: FitPair;
  /** With the probability their wording gives. */
  readonly sections: readonly (SectionPair & { readonly probability: number })[];
  readonly measured: Measured;
}

function measureWith(pair: FitPair, model: LogisticModel): FitData {
  const scored = pair.sections.map((section) => ({
    ...section,
    probability: sigmoid(logit(model, section.row)),
  }));
  const table = sectionTable(scored, pair.pair.upstream.sections.length);
  const candidates = sectionCandidates(pair.pair, scored, pair.candidates);
  return {
    pair,
    sections: scored,
    measured: measureCandidates(pair.pair, candidates, table),
  };
}

function foldOf(measured: MeasuredPair): number {
  return (measured.downItem + 1) % FOLDS;
}

/** Ids of gold units are the last part of ours. */
function goldId(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

interface SectionExample extends Example {
  readonly name: string;
  /** Index of the downstream section. */
  readonly down: number;
}

/** Nothing from a reading that annotates sentences alone. */
function sectionExamples(
  { name, gold, pair, reading }: FitPair,
  sections: readonly {
    readonly up: number;
    readonly down: number;
    readonly row: ArrayLike<number>;
  }[],
): SectionExample[] {
  if (gold.sections.length === 0) return [];
  const grades = new Map(gold.sections.map((l) => [`${l.downstream} ${l.upstream}`, l.grades]));
  const scope = new Set(gold.scope);
  return sections.flatMap((section): SectionExample[] => {
    const down = goldId(pair.downstream.sections[section.down]!.unit.id);
    const up = goldId(pair.upstream.sections[section.up]!.unit.id);
    if (!scope.has(down)) return [];
    const twos = (grades.get(`${down} ${up}`) ?? []).filter((grade) => grade === 2).length;
    const weight = reading ? READING_WEIGHT : 1;
    return [{ row: section.row, label: twos / gold.annotators, weight, name, down: section.down }];
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

function fitRelation(pairs: readonly FitPair[]): RelationModels {
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
