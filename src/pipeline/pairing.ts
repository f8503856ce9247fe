/** Which sides are compared with which: level with level, along the administrative tree where regions tell it. */
import { LEVELS, type Level, type Region } from '../model/index.js';
import { liesIn } from '../parse/index.js';
import { itemAt } from '../text/index.js';

/** What pairing asks of a side. */
export interface Placed {
  readonly level?: Level;
  readonly region?: Region;
}

/**
 * Pairs of sides as a person named them, the upper one first. Two are compared as they stand.
 *
 * More are grouped by level: each is compared with those of the next level above whose region holds its own (with all of
 * them, where none does), and the lowest level with the highest. Sides of one level are never compared with each other,
 * but for a list of one level alone: there the first is the upper one. A side whose level nothing tells has that of the
 * side before it; the first stands above all others then. Every side is in a pair.
 */
export function namedPairs<Side extends Placed>(sides: readonly Side[]): [Side, Side][] {
  const [first, ...others] = sides;
  if (first === undefined || others.length === 0) return [];
  const groups = others.length === 1 ? [[first], others] : groupsOf(first, others);
  if (groups.length === 1) return others.map((side) => [first, side]);
  return stepPairs(groups, (ups, downs) => treePairs(ups, downs, true));
}

/** Pairs of groups of sides, the highest first, each side below with those above that hold its region. */
export function levelPairs<Side extends Placed>(
  groups: readonly (readonly Side[])[],
): [Side, Side][] {
  return stepPairs(groups, (ups, downs) => treePairs(ups, downs, false));
}

/** Levels that are compared, the upper ones and the lower ones; absent: whatever stands above, or below. */
export interface LevelChoice {
  readonly from?: ReadonlySet<Level> | undefined;
  readonly to?: ReadonlySet<Level> | undefined;
}

/**
 * Pairs of sides of the levels asked for: each lower one with those of every higher level asked for whose region holds its own, or with
 * all of that level where none does. Sides whose level nothing tells are in none.
 */
export function pairsOfLevels<Side extends Placed>(
  sides: readonly Side[],
  { from, to }: LevelChoice,
): [Side, Side][] {
  const at = (level: Level): Side[] => sides.filter((side) => side.level === level);
  return LEVELS.filter((level) => from?.has(level) ?? true).flatMap((upper) =>
    LEVELS.slice(LEVELS.indexOf(upper) + 1)
      .filter((level) => to?.has(level) ?? true)
      .flatMap((lower) => treePairs(at(upper), at(lower), false)),
  );
}

function groupsOf<Side extends Placed>(first: Side, others: readonly Side[]): Side[][] {
  const above: Side[] = first.level === undefined ? [first] : [];
  const byLevel = new Map<Level | undefined, Side[]>();
  let level = first.level;
  for (const side of above.length > 0 ? others : [first, ...others]) {
    level = side.level ?? level;
    byLevel.set(level, [...(byLevel.get(level) ?? []), side]);
  }
  // Of no known level at all: they stand below the first, side by side.
  const untold = byLevel.get(undefined) ?? [];
  const known = LEVELS.flatMap((each) => byLevel.get(each) ?? []);
  if (known.length === 0) return [above, untold];
  const levels = LEVELS.map((each) => byLevel.get(each) ?? []);
  return [above, untold, ...levels].filter((group) => group.length > 0);
}

/** Each group with the next, then the highest with the lowest. */
function stepPairs<Side>(
  groups: readonly (readonly Side[])[],
  cross: (ups: readonly Side[], downs: readonly Side[]) => [Side, Side][],
): [Side, Side][] {
  const steps = groups.slice(1).flatMap((downs, i) => cross(itemAt(groups, i), downs));
  const [highest = [], lowest = []] = [groups[0], groups.at(-1)];
  return groups.length > 2 ? [...steps, ...cross(highest, lowest)] : steps;
}

function treePairs<Side extends Placed>(
  ups: readonly Side[],
  downs: readonly Side[],
  everyOne: boolean,
): [Side, Side][] {
  const above = downs.map((down) => {
    const own = ups.filter((up) => holds(up, down));
    return new Set(own.length > 0 ? own : ups);
  });
  const taken = new Set(above.flatMap((own) => [...own]));
  return ups.flatMap((up) =>
    downs
      .filter((_, i) => itemAt(above, i).has(up) || (everyOne && !taken.has(up)))
      .map((down): [Side, Side] => [up, down]),
  );
}

function holds(up: Placed, down: Placed): boolean {
  if (up.level === 'national') return true;
  if (up.region === undefined || down.region === undefined) return false;
  return liesIn(down.region.code, up.region.code);
}
