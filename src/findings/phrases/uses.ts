import {
  LEVELS,
  type Level,
  type Phrase,
  type PhraseLevel,
  type PhraseStatus,
  type PhraseUse,
} from '../../model/index.js';
import { itemAt } from '../../text/index.js';

/** Where a phrase stands at each level that any document has. */
export function levelsOf(uses: readonly PhraseUse[]): PhraseLevel[] {
  return LEVELS.flatMap((level) => {
    const own = uses.filter((use) => use.level === level);
    if (own.length === 0) return [];
    const count = own.reduce((sum, use) => sum + use.count, 0);
    const variants = own
      .flatMap((use) => use.variants)
      .reduce((sum, variant) => sum + variant.units.length, 0);
    const status: PhraseStatus = count > 0 ? 'identical' : variants > 0 ? 'variant' : 'absent';
    return [{ level, status, count, variants }];
  });
}

/** Earliest date, then highest level, then given order; documents without a date come last. */
export function firstUse(uses: readonly PhraseUse[]): Phrase['first'] {
  const used = uses
    .map((use, place) => ({ use, place }))
    .filter(({ use }) => use.status !== 'absent');
  used.sort(
    (a, b) =>
      compareDates(a.use.date, b.use.date) ||
      rank(a.use.level) - rank(b.use.level) ||
      a.place - b.place,
  );
  const use = used[0]?.use;
  if (use === undefined) return undefined;
  const unit = use.units[0] ?? itemAt(itemAt(use.variants, 0).units, 0);
  return {
    document: use.document,
    unit,
    ...(use.date !== undefined && { date: use.date }),
    ...(use.level !== undefined && { level: use.level }),
  };
}

function compareDates(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return a < b ? -1 : 1;
}

function rank(level: Level | undefined): number {
  return level === undefined ? LEVELS.length : LEVELS.indexOf(level);
}
