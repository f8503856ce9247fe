import {
  type LikelySection,
  type LogisticModel,
  logit,
  type Measured,
  type MeasuredPair,
  measureCandidates,
  measureSections,
  type PreparedPair,
  type PreparedSide,
  type SectionPair,
  sectionCandidates,
  sectionTable,
  sigmoid,
  wordingCandidates,
} from '../align/index.js';
import type { Example } from '../align/logistic-fit.js';
import {
  type AlignmentGold,
  type GoldSide,
  goldSections,
  mapSide,
  predictedUnits,
} from '../evaluate/index.js';
import type { Side } from '../model/index.js';
import { itemAt } from '../text/index.js';

/** A reading is one person's; the gold is two annotators', or one trained with them. */
export const READING_WEIGHT = 0.5;
/** Parts of the gold that take turns in being left out when one model's odds are made for the next; see `foldsOf`. */
export const FOLDS = 5;

/** An annotated pair: its links, and both documents as they are aligned. */
interface Annotated {
  readonly name: string;
  readonly gold: AlignmentGold;
  /** Links by one reader of this project: they teach which sentences are linked, not where adapted ends and paraphrased begins. */
  readonly reading: boolean;
  readonly upstream: Side;
  readonly downstream: Side;
}

/** Which gold units the units of a side hold, by their place in the prepared side. */
interface GoldPlaces {
  readonly sentences: readonly (readonly string[])[];
  readonly sections: readonly (string | undefined)[];
}

/** A gold pair with everything that does not depend on parameters already measured. */
export interface FitPair extends Annotated {
  readonly pair: PreparedPair;
  readonly up: GoldPlaces;
  readonly down: GoldPlaces;
  readonly candidates: ReturnType<typeof wordingCandidates>;
  readonly sections: readonly SectionPair[];
}

export function prepareFit(annotated: Annotated, pair: PreparedPair): FitPair {
  const candidates = wordingCandidates(pair);
  const { gold, upstream, downstream } = annotated;
  return {
    ...annotated,
    pair,
    up: goldPlaces(gold.upstream, upstream, pair.upstream),
    down: goldPlaces(gold.downstream, downstream, pair.downstream),
    candidates,
    sections: measureSections(pair, candidates),
  };
}

/** Gold units are found by their texts, as in scoring: the gold may cut sentences otherwise than the parser. */
function goldPlaces(gold: GoldSide, side: Side, prepared: PreparedSide): GoldPlaces {
  const mapped = mapSide(gold.sentences, predictedUnits(side));
  const sections = goldSections(mapped);
  return {
    sentences: prepared.sentences.map(({ unit }) => mapped.at.get(unit.id) ?? []),
    sections: prepared.sections.map(({ unit }) => sections.get(unit.id)),
  };
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
export function foldsOf(chains: readonly (readonly FitPair[])[], count = FOLDS): readonly number[] {
  const filled = new Array<number>(count).fill(0);
  const folds = chains.map(() => 0);
  const sizes = chains.map((chain) =>
    chain.reduce((sum, { gold }) => sum + gold.sentences.length + 1, 0),
  );
  for (const k of [...chains.keys()].sort((x, y) => itemAt(sizes, y) - itemAt(sizes, x) || x - y)) {
    folds[k] = filled.indexOf(Math.min(...filled));
    filled[itemAt(folds, k)]! += itemAt(sizes, k);
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
  const parts = Math.max(...data.map(({ fold }) => fold)) + 1;
  return Array.from({ length: parts }, (_, fold) => {
    const others = examples.filter((_, k) => itemAt(data, k).fold !== fold).flat();
    return make(others.length > 0 ? others : examples.flat());
  });
}

/** Nothing from a reading that annotates sentences alone. */
export function sectionExamples(
  { gold, up, down, reading }: FitPair,
  sections: readonly {
    readonly up: number;
    readonly down: number;
    readonly row: ArrayLike<number>;
  }[],
): Example[] {
  if (gold.sections.length === 0) return [];
  const grades = new Map(gold.sections.map((l) => [`${l.downstream} ${l.upstream}`, l.grades]));
  const scope = new Set(gold.scope);
  const weight = reading ? READING_WEIGHT : 1;
  return sections.flatMap((section): Example[] => {
    const below = down.sections[section.down];
    const above = up.sections[section.up];
    if (below === undefined || above === undefined || !scope.has(below)) return [];
    const twos = (grades.get(`${below} ${above}`) ?? []).filter((grade) => grade === 2).length;
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
  pair: { gold, up, down, reading },
  measured,
}: FitData): SentenceExample[] {
  if (gold.sentences.length === 0) return [];
  const marks = new Map(
    gold.sentences.map((l) => [`${l.downstream} ${l.upstream}`, l.relations.length]),
  );
  const scope = new Set(gold.scope);
  const inScope = new Set(
    gold.downstream.sentences.filter(({ section }) => scope.has(section)).map(({ id }) => id),
  );
  const weight = reading ? READING_WEIGHT : 1;
  return measured.pairs.flatMap((m, index): SentenceExample[] => {
    const below = itemAt(down.sentences, m.down).filter((id) => inScope.has(id));
    const above = itemAt(up.sentences, m.up);
    if (below.length === 0 || above.length === 0) return [];
    const most = Math.max(...below.flatMap((d) => above.map((u) => marks.get(`${d} ${u}`) ?? 0)));
    return [{ row: m.row, label: most / gold.annotators, weight, measured: m, index }];
  });
}
