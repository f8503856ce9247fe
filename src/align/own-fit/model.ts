import { itemAt } from '../../text/index.js';
import type { NamedComponent } from '../component.js';
import { contributionsOf, type LogisticModel, logit } from '../logistic.js';
import { SECOND_COMPONENTS } from '../surround.js';

/**
 * What a user's decisions taught: a line over what the second pass asks, whose value is added to the engine's log-odds of each
 * pair that it looks at. The engine itself stays as it is.
 */
export interface OwnFit {
  readonly line: LogisticModel;
}

/** What the engine says of a pair: by how much its odds are to be believed is fitted too. */
const ENGINE = 'engine';
/** How much nearer a user's own model holds a pair than the engine's `meaning` does; only where there is such a model. */
const OWN_MODEL = 'own-model';

/** Names of an own fit's components, in the order of its rows. */
export function ownComponents(withModel: boolean): string[] {
  const names = SECOND_COMPONENTS.map(({ name }: NamedComponent) => name);
  return [ENGINE, ...names, ...(withModel ? [OWN_MODEL] : [])];
}

/** *In* the engine's log-odds of a pair, its second-pass components, and what a user's own model adds to them. */
export function ownRow(
  logOdds: number,
  around: Float64Array,
  model: number | undefined,
): Float64Array {
  const row = new Float64Array(1 + around.length + (model === undefined ? 0 : 1));
  row[0] = logOdds;
  row.set(around, 1);
  if (model !== undefined) row[around.length + 1] = model;
  return row;
}

/**
 * An own fit says so much and no more: far from what anyone decided about, a line would go on for ever, and the engine's word is
 * still the better one. Log-odds.
 */
const MOST = 3;

/** What is added to the engine's log-odds of a pair. */
export function ownAddition({ line }: OwnFit, row: ArrayLike<number>): number {
  return Math.max(-MOST, Math.min(MOST, logit(line, row)));
}

/** The part of a user's own model in it, before its bounds; 0 where there is none. */
export function modelPart({ line }: OwnFit, row: ArrayLike<number>): number {
  const at = line.components.findIndex(({ name }) => name === OWN_MODEL);
  return at < 0 ? 0 : itemAt(contributionsOf(line, row), at);
}
