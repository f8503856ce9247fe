import type { LinkOverride, OverrideUnit, Side, StaleOverride } from '../model/index.js';

/** An override whose two units were found. */
export interface ResolvedOverride {
  readonly override: LinkOverride;
  readonly grain: 'section' | 'sentence';
  readonly upstream: string;
  readonly downstream: string;
}

interface Found {
  readonly id: string;
  readonly grain: 'section' | 'sentence';
  readonly moved: boolean;
}

/**
 * Find the units that overrides name.
 *
 * A unit is found by its id if it still holds the quotation, else by the quotation if exactly one unit of the side holds it
 * (honoured, and reported with its new place), else not at all (reported).
 */
export function resolveOverrides(
  overrides: readonly LinkOverride[],
  upstream: Side,
  downstream: Side,
): { readonly resolved: readonly ResolvedOverride[]; readonly stale: readonly StaleOverride[] } {
  const resolved: ResolvedOverride[] = [];
  const stale: StaleOverride[] = [];
  const find = (override: LinkOverride, side: 'upstream' | 'downstream'): Found | undefined => {
    const found = findUnit(override[side], side === 'upstream' ? upstream : downstream);
    if (typeof found === 'string') {
      stale.push({ override, side, problem: found });
      return undefined;
    }
    if (found.moved) stale.push({ override, side, problem: 'quote-not-found', movedTo: found.id });
    return found;
  };
  for (const override of overrides) {
    const up = find(override, 'upstream');
    const down = find(override, 'downstream');
    if (up === undefined || down === undefined) continue;
    if (up.grain !== down.grain)
      stale.push({ override, side: 'downstream', problem: 'kinds-differ' });
    else resolved.push({ override, grain: up.grain, upstream: up.id, downstream: down.id });
  }
  return { resolved, stale };
}

function findUnit(wanted: OverrideUnit, side: Side): Found | 'unknown-unit' | 'quote-not-found' {
  const units = side.documents.flatMap((document) => [
    ...document.sections.map((unit) => ({
      id: unit.id,
      grain: 'section' as const,
      text: unit.label + unit.heading,
    })),
    ...document.sentences.map((unit) => ({
      id: unit.id,
      grain: 'sentence' as const,
      text: unit.text,
    })),
  ]);
  const named = units.find((unit) => unit.id === wanted.id);
  const quote = wanted.quote;
  if (quote === undefined) return named === undefined ? 'unknown-unit' : { ...named, moved: false };
  if (named?.text.includes(quote)) return { ...named, moved: false };
  const holders = units.filter(
    (unit) => unit.text.includes(quote) && (named === undefined || unit.grain === named.grain),
  );
  if (holders.length === 1) return { ...holders[0]!, moved: true };
  return named === undefined ? 'unknown-unit' : 'quote-not-found';
}
