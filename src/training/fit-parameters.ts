import {
  FIRST_COMPONENTS,
  type FittedLinks,
  logit,
  measureCounterparts,
  SECTION_COMPONENTS,
  sigmoid,
  surround,
  treeLogit,
  worthLook,
} from '../align/index.js';
import { itemAt } from '../text/index.js';
import {
  type FitSettings,
  fit,
  fitCounterparts,
  fitRelation,
  fitTrees,
  RIDGE,
} from './fit-models.js';
import {
  type FitData,
  type FitPair,
  foldsOf,
  measureWith,
  perFold,
  type SentenceExample,
  sectionExamples,
  sentenceRows,
} from './fit-pairs.js';
import { bestThresholds, counterpartTrials, linkTrials, middle } from './thresholds.js';

/**
 * Fit all parameters on chains of gold pairs: each model on odds of the one before that has not seen the chain. Only the first
 * look at sections is one model for all.
 */
export function fitParameters(
  chains: readonly (readonly FitPair[])[],
  settings: FitSettings,
): FittedLinks {
  const pairs = chains.flat();
  const folds = foldsOf(chains, settings.folds).flatMap((fold, k) =>
    itemAt(chains, k).map(() => fold),
  );
  const sections = fit(
    pairs.flatMap((pair) => sectionExamples(pair, pair.sections)),
    SECTION_COMPONENTS,
    RIDGE.sections,
    settings,
  );
  const data = pairs.map((pair, k) => measureWith(pair, itemAt(folds, k), sections));
  const rows = data.map(sentenceRows);
  const first = fit(rows.flat(), FIRST_COMPONENTS, RIDGE.first, settings);
  const passes = passesUnseen(data, rows, settings);
  const taught = data.map((d, k) => taughtRows(d, itemAt(passes, k)));
  const second = fitTrees(taught.flat(), settings);
  const judged = judgeUnseen(data, passes, taught, settings);
  const evidence = data.map(({ pair, sections: likely, measured }, k) =>
    sectionExamples(
      pair,
      measureCounterparts(pair.pair, likely, measured.pairs, itemAt(judged, k)).map((row, i) => ({
        ...itemAt(likely, i),
        row,
      })),
    ),
  );
  return {
    sections,
    first,
    second,
    counterparts: fitCounterparts(evidence.flat(), settings),
    relation: fitRelation(pairs),
    thresholds: {
      link: itemAt(bestThresholds(linkTrials(data, judged)), 0),
      counterpart: middle(bestThresholds(counterpartTrials(data, evidence, settings))),
      ...settings.thresholds,
    },
  };
}

/** For each measured pair of each gold pair: the first pass's odds, and what they put around it. */
interface Pass {
  readonly odds: readonly number[];
  readonly around: readonly Float64Array[];
}

function passesUnseen(
  data: readonly FitData[],
  rows: readonly (readonly SentenceExample[])[],
  settings: FitSettings,
): Pass[] {
  const models = perFold(data, rows, (others) =>
    fit(others, FIRST_COMPONENTS, RIDGE.first, settings),
  );
  return data.map(({ pair, measured, fold }): Pass => {
    const odds = measured.pairs.map((m) => sigmoid(logit(itemAt(models, fold), m.row)));
    return { odds, around: surround(pair.pair, measured, odds) };
  });
}

/** What the second pass learns from: the pairs it will be asked about. */
function taughtRows(data: FitData, { odds, around }: Pass): SentenceExample[] {
  return sentenceRows(data)
    .filter(({ index }) => worthLook(itemAt(odds, index)))
    .map((row) => ({ ...row, row: itemAt(around, row.index) }));
}

/** Probabilities of all measured pairs by a second pass that has not seen their chain. */
function judgeUnseen(
  data: readonly FitData[],
  passes: readonly Pass[],
  taught: readonly (readonly SentenceExample[])[],
  settings: FitSettings,
): number[][] {
  const models = perFold(data, taught, (others) => fitTrees(others, settings));
  return data.map(({ fold }, k) =>
    itemAt(passes, k).odds.map((odds, i) =>
      worthLook(odds)
        ? sigmoid(treeLogit(itemAt(models, fold), itemAt(itemAt(passes, k).around, i)))
        : odds,
    ),
  );
}
