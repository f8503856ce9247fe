import {
  type BoostedTrees,
  COUNTERPART_COMPONENTS,
  contentText,
  type LogisticModel,
  type Mixture,
  measureRelation,
  type NamedComponent,
  type PreparedPair,
  RELATION_COMPONENTS,
  type RelationModels,
  SECOND_COMPONENTS,
  type Thresholds,
} from '../align/index.js';
import { type Example, fitLogistic } from '../align/logistic-fit.js';
import { itemAt } from '../text/index.js';
import { fitBoosting } from './boosting.js';
import type { FitPair } from './fit-pairs.js';

export interface FitSettings {
  /** Thresholds that are not fitted. */
  readonly thresholds: Pick<Thresholds, 'doubtful' | 'related'>;
  /** Components held at zero: for ablations. */
  readonly without: ReadonlySet<string>;
  /** Parts of the gold that take turns when one model's odds are made for the next; by default `FOLDS`. */
  readonly folds?: number;
}

/** Ridges, in examples: chosen over 2…32 by cross-validation over chains; the result is flat around them. */
export const RIDGE = { sections: 3, first: 8, counterparts: 7, relation: 2 };
/**
 * Chosen by log-loss under cross-validation over chains: as good as more trees (to 400) in smaller steps,
 * and quicker; one tree seeing all components is worse.
 */
const TREES = { trees: 150, leaves: 12, rate: 0.08, ridge: 5, least: 40, share: 0.3 };
/** Section pairs are fewer: more and smaller steps, each of fewer leaves. */
const COUNTERPART_TREES = { trees: 300, leaves: 8, rate: 0.05, ridge: 5, least: 15, share: 0.4 };
export function fit(
  examples: readonly Example[],
  components: readonly NamedComponent[],
  ridge: number,
  settings: FitSettings,
): LogisticModel {
  const names = namesOf(components);
  return fitLogistic(hold(examples, names, settings), { names, ridge, signs: signsOf(components) });
}

function namesOf(components: readonly NamedComponent[]): string[] {
  return components.map(({ name }) => name);
}

function signsOf(components: readonly NamedComponent[]): Record<string, 1 | -1> {
  return Object.fromEntries(
    components.flatMap(({ name, sign }) => (sign === 0 ? [] : [[name, sign] as const])),
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

export function fitTrees(rows: readonly Example[], settings: FitSettings): BoostedTrees {
  const names = namesOf(SECOND_COMPONENTS);
  const signs = signsOf(SECOND_COMPONENTS);
  return fitBoosting(hold(rows, names, settings), { ...TREES, names, signs });
}

export function fitCounterparts(examples: readonly Example[], settings: FitSettings): Mixture {
  const names = namesOf(COUNTERPART_COMPONENTS);
  const held = hold(examples, names, settings);
  const signs = signsOf(COUNTERPART_COMPONENTS);
  return {
    line: fitLogistic(held, { names, ridge: RIDGE.counterparts, signs }),
    trees: fitBoosting(held, { ...COUNTERPART_TREES, names, signs }),
  };
}

export function fitRelation(pairs: readonly FitPair[]): RelationModels {
  const judged = pairs.filter(({ reading, gold }) => !reading && gold.sentences.length > 0);
  const rows = (judged.length > 0 ? judged : pairs).flatMap(({ gold, pair, up, down }) => {
    const ups = goldTexts(pair.upstream, up.sentences);
    const downs = goldTexts(pair.downstream, down.sentences);
    return gold.sentences.flatMap((link) => {
      const [above, below] = [ups.get(link.upstream), downs.get(link.downstream)];
      if (above === undefined || below === undefined) return [];
      return [
        {
          row: measureRelation(above, below),
          share: (name: string) =>
            link.relations.filter((r) => r === name).length / link.relations.length,
        },
      ];
    });
  });
  const free = { names: namesOf(RELATION_COMPONENTS), ridge: RIDGE.relation };
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

/** Neutral texts by gold sentence; of several units in one sentence the longest. */
function goldTexts(
  side: PreparedPair['upstream'],
  places: FitPair['up']['sentences'],
): ReadonlyMap<string, string> {
  const out = new Map<string, string>();
  for (const [k, { neutral }] of side.sentences.entries()) {
    const text = contentText(neutral.text);
    for (const id of itemAt(places, k))
      if (text.length > (out.get(id)?.length ?? -1)) out.set(id, text);
  }
  return out;
}
