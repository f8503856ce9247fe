import {
  type LikelySection,
  type LogisticModel,
  logit,
  type Measured,
  type MeasuredPair,
  measureCandidates,
  measureSections,
  type PreparedPair,
  type SectionPair,
  sectionCandidates,
  sectionTable,
  sigmoid,
  wordingCandidates,
} from '../align/index.js';
import type { AlignmentGold } from '../evaluate/index.js';
import type { Example } from './logistic-fit.js';

/** A reading is one person's; the gold is two annotators', or one trained with them. */
export const READING_WEIGHT = 0.5;
/** Parts of the gold that take turns in being left out when one model's odds are made for the next. */
export const FOLDS = 5;

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

export function prepareFit(
  name: string,
  gold: AlignmentGold,
  pair: PreparedPair,
  reading = false,
): FitPair {
  const candidates = wordingCandidates(pair);
  return { name, gold, reading, pair, candidates, sections: measureSections(pair, candidates) };
}

/** A gold pair measured as the engine would with this section model. */
export interface FitData {
  readonly pair: FitPair;
  /** With the probability their wording gives. */
  readonly sections: readonly LikelySection[];
  readonly measured: Measured;
}

export function measureWith(pair: FitPair, model: LogisticModel): FitData {
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

export function foldOf(measured: MeasuredPair): number {
  return (measured.downItem + 1) % FOLDS;
}

/** Ids of gold units are the last part of ours. */
export function goldId(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

export interface SectionExample extends Example {
  readonly name: string;
  /** Index of the downstream section. */
  readonly down: number;
}

/** Nothing from a reading that annotates sentences alone. */
export function sectionExamples(
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

export interface SentenceExample extends Example {
  readonly measured: MeasuredPair;
  /** Place among the measured pairs. */
  readonly index: number;
}

/** Nothing from a gold file that annotates sections alone. */
export function sentenceRows({
  pair: { gold, pair, reading },
  measured,
}: FitData): SentenceExample[] {
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
