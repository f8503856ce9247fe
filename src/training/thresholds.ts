import { mixtureLogit, sigmoid, thresholdHere } from '../align/index.js';
import type { Example } from '../align/logistic-fit.js';
import { itemAt } from '../text/index.js';
import { type FitSettings, fitCounterparts } from './fit-models.js';
import { type FitData, perFold, READING_WEIGHT, sentenceRows } from './fit-pairs.js';

/** Right and wrong choices of one gold pair, from which a threshold's F1 is counted. */
interface Trial {
  readonly weight: number;
  /** Links of the gold, with those that were never measured. */
  readonly possible: number;
  readonly choices: readonly { readonly probability: number; readonly label: number }[];
}

export function linkTrials(
  data: readonly FitData[],
  judged: readonly (readonly number[])[],
): Trial[] {
  return data.flatMap((d, k): Trial[] => {
    const rows = sentenceRows(d);
    if (rows.length === 0) return [];
    const { gold, reading } = d.pair;
    return [
      {
        weight: reading ? READING_WEIGHT : 1,
        possible: gold.sentences.length,
        choices: rows.map(({ index, label }) => ({
          probability: itemAt(itemAt(judged, k), index),
          label,
        })),
      },
    ];
  });
}

/** *In* `evidence`: examples of each gold pair, judged by a model that has not seen its chain. */
export function counterpartTrials(
  data: readonly FitData[],
  evidence: readonly (readonly Example[])[],
  settings: FitSettings,
): Trial[] {
  const models = perFold(data, evidence, (others) => fitCounterparts(others, settings));
  return evidence.flatMap((examples, k): Trial[] => {
    if (examples.length === 0) return [];
    const model = itemAt(models, itemAt(data, k).fold);
    return [
      {
        weight: itemAt(examples, 0).weight,
        possible: examples.filter(({ label }) => label > 0).length,
        choices: examples.map(({ row, label }) => ({
          probability: sigmoid(mixtureLogit(model, row)),
          label,
        })),
      },
    ];
  });
}

/** Thresholds tried, and how many beside one share its verdict: F1 of a few hundred links is rough. */
const TRIED = Array.from({ length: 26 }, (_, i) => (10 + 2 * i) / 100);
const BESIDE = 2;
/** F1 this close is the same. */
const ALIKE = 0.002;

/**
 * The fitted halves of the thresholds (`thresholdHere`) about which F1 over all trials together is best, all alike, in order.
 *
 * Of links the lowest is taken: a doubtful link that is shown can be struck out, one that is not shown is missed. Of
 * counterparts the middle one: what is no counterpart is still shown as related.
 */
export function bestThresholds(trials: readonly Trial[]): readonly number[] {
  const scores = TRIED.map((threshold) => {
    let [right, chosen, possible] = [0, 0, 0];
    for (const trial of trials) {
      possible += trial.weight * trial.possible;
      const here = thresholdHere(
        threshold,
        trial.choices.map(({ probability }) => probability),
      );
      for (const { probability, label } of trial.choices) {
        if (probability < here) continue;
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

export function middle(values: readonly number[]): number {
  return itemAt(values, values.length >>> 1);
}
