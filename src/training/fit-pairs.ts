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
/** Parts of the gold that take turns in being left out when one model's odds are made for the next; see `foldsOf`. */
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
  /** The part of the gold its chain belongs to. */
  readonly fold: number;
  /** With the probability their wording gives. */
  readonly sections: readonly LikelySection[];
  readonly measured: Measured;
}

export function measureWith(pair: FitPair, fold: number, model: LogisticModel): FitData {
  const scored = pair.sections.map((section) => ({
    ...section,
    probability: sigmoid(logit(model, section.row)),
  }));
  const table = sectionTable(scored, pair.pair.upstream.sections.length);
  const candidates = sectionCandidates(pair.pair, scored, pair.candidates);
  return {
    pair,
    fold,
    sections: scored,
    measured: measureCandidates(pair.pair, candidates, table),
  };
}

/**
 * Which part each chain belongs to. Whole chains, so that odds are made by a model that has not seen the documents at all, as is
 * the case when users align theirs. The largest first, each into the emptiest part.
 */
export function foldsOf(chains: readonly (readonly FitPair[])[]): readonly number[] {
  const filled = new Array<number>(FOLDS).fill(0);
  const folds = chains.map(() => 0);
  const sizes = chains.map((chain) =>
    chain.reduce((sum, { gold }) => sum + gold.sentences.length + 1, 0),
  );
  for (const k of [...chains.keys()].sort((x, y) => sizes[y]! - sizes[x]! || x - y)) {
    folds[k] = filled.indexOf(Math.min(...filled));
    filled[folds[k]!]! += sizes[k]!;
  }
  return folds;
}

/**
 * For each part of the gold, what is made of the examples outside it. *In* examples by gold pair, as in `data`.
 *
 * Where nothing lies outside it (a single chain), of all examples: then the odds have seen what they judge.
 */
export function perFold<T, R>(
  data: readonly FitData[],
  examples: readonly (readonly T[])[],
  make: (others: readonly T[]) => R,
): readonly R[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const others = examples.filter((_, k) => data[k]!.fold !== fold).flat();
    return make(others.length > 0 ? others : examples.flat());
  });
}

/** Ids of gold units are the last part of ours. */
export function goldId(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/** Nothing from a reading that annotates sentences alone. */
export function sectionExamples(
  { gold, pair, reading }: FitPair,
  sections: readonly {
    readonly up: number;
    readonly down: number;
    readonly row: ArrayLike<number>;
  }[],
): Example[] {
  if (gold.sections.length === 0) return [];
  const grades = new Map(gold.sections.map((l) => [`${l.downstream} ${l.upstream}`, l.grades]));
  const scope = new Set(gold.scope);
  return sections.flatMap((section): Example[] => {
    const down = goldId(pair.downstream.sections[section.down]!.unit.id);
    const up = goldId(pair.upstream.sections[section.up]!.unit.id);
    if (!scope.has(down)) return [];
    const twos = (grades.get(`${down} ${up}`) ?? []).filter((grade) => grade === 2).length;
    const weight = reading ? READING_WEIGHT : 1;
    return [{ row: section.row, label: twos / gold.annotators, weight }];
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
