import type { DocumentUnits } from '../../model/index.js';
import type { SentenceUnitJson } from '../shared/schema-parts.js';
import { unitsJson } from './units.js';

/** The sentences an analysis speaks of, with their places, in document order. */
export function sentencesJson(
  documents: readonly DocumentUnits[],
  used: ReadonlySet<string>,
): SentenceUnitJson[] {
  const units = unitsJson(documents).filter(
    (unit): unit is SentenceUnitJson => unit.kind === 'sentence' && used.has(unit.id),
  );
  // A document may stand on two sides.
  return [...new Map(units.map((unit) => [unit.id, unit])).values()];
}
