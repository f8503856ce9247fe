import { sigmoid } from '../logistic.js';
import { type Example, fitLogistic } from '../logistic-fit.js';
import type { OwnLesson } from './lessons.js';
import { type OwnFit, ownComponents } from './model.js';

/**
 * How hard each part is held to nothing, in decisions: a component, how far the engine's odds are believed, and the level, which
 * is the threshold by another name. A user's own model is what the engine has never been fitted with, so it is held less.
 *
 * Chosen on the dev gold, subjects held out (src/decisions/0083). The level is of each pair of papers and says little of others:
 * held by 4 it made unseen papers worse. Components held by 30 follow the papers they were fitted on, by 1,000 nothing is learned.
 */
const RIDGE = { component: 100, engine: 300, level: 300, model: 30 };
/**
 * What nobody spoke of counts as so much of a decision for what the engine says of it: of papers about which people wrote down
 * nothing but mistakes, a fit that hears decisions alone would learn that the engine is always wrong.
 */
const SILENCE = 0.3;

/** A line that says what decisions say and else leaves the engine as it is. *In* lessons with some that are decided. */
export function fitOwn(lessons: readonly OwnLesson[], withModel: boolean): OwnFit {
  const names = ownComponents(withModel);
  const ridge = names.map((_, k) =>
    k === 0 ? RIDGE.engine : withModel && k === names.length - 1 ? RIDGE.model : RIDGE.component,
  );
  const examples = lessons.map(
    ({ row, logOdds, linked }): Example => ({
      row,
      offset: logOdds,
      label: linked === undefined ? sigmoid(logOdds) : Number(linked),
      weight: linked === undefined ? SILENCE : 1,
    }),
  );
  return { line: fitLogistic(examples, { names, ridge, biasRidge: RIDGE.level }) };
}
