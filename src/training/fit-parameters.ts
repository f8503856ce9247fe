import {
  FIRST_COMPONENTS,
  logit,
  measureCounterparts,
  type Parameters,
  SECTION_COMPONENTS,
  sigmoid,
  surround,
  treeLogit,
  worthLook,
} from '../align/index.js';
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
  FOLDS,
  foldOf,
  measureWith,
  type SentenceExample,
  sectionExamples,
  sentenceRows,
} from './fit-pairs.js';
import { bestThresholds, counterpartTrials, linkTrials, middle } from './thresholds.js';

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
