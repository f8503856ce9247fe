import type { ClauseState, Commitment, SentenceUnit, Target } from '../../model/index.js';
import { characterCount } from '../shared/characters.js';

/** A clause of so many letters weighs half of what a clause can: of 1,685 in the embedded corpus four in five have 8 to 23. */
const HALF_SIZE = 10;
/** A heading names what its sentences say: it is half a loss where those are missing too. */
const HEADING = 0.5;
/** A clause with a figure or a date can be held to: it weighs as much more. */
const FIGURE = 0.3;

/** What asks for nothing (a report of what was done, an explanation) is less of a loss than what a sentence commits to. */
const COMMITS_NOT = 0.5;
/** A clause beside the one that commits says how, or to what end. */
const BESIDE = 0.85;

/** A stretch of a sentence. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Makes the weight of what stretches of sentences say, 0..1: by their length, what can be measured in them, and whether they commit
 * to anything.
 */
export function substanceOf(
  targets: readonly Target[],
  grades: ReadonlyMap<string, Commitment>,
): (unit: SentenceUnit, stretch: Stretch) => number {
  const byUnit = new Map<string, Target[]>();
  for (const target of targets)
    byUnit.set(target.sentence, [...(byUnit.get(target.sentence) ?? []), target]);
  return (unit, { start, end }) => {
    const letters = characterCount(unit.text.slice(Math.max(start, unit.markerLength), end));
    const size = letters / (letters + HALF_SIZE);
    const measured = (byUnit.get(unit.id) ?? []).some(
      (target) => target.kind !== 'name' && target.start < end && target.end > start,
    );
    const whole = Math.min(1, size + (measured ? FIGURE * (1 - size) : 0));
    return unit.heading ? whole * HEADING : whole * firmness(grades.get(unit.id), { start, end });
  };
}

function firmness(commitment: Commitment | undefined, { start, end }: Stretch): number {
  if (commitment === undefined) return COMMITS_NOT;
  const own = commitment.clauses.some((clause) => clause.start < end && clause.end > start);
  return own ? 1 : BESIDE;
}

/** How open a probability is: 1 at one half, 0 where it is certain. */
export function doubtOf(probability: number): number {
  return 1 - Math.abs(2 * probability - 1);
}

/** A clause said to be missing, or carried in part, that a reader may well find: its odds leave that open. */
export function isOpen(state: ClauseState, score: number): boolean {
  return (state === 'missing' || state === 'partly') && score >= 0.3 && score <= 0.7;
}
