import type { Alignment, Target, TargetPair, TargetShift } from '../../model/index.js';
import { dice } from '../shared/dice.js';
import type { CompiledTargets } from './lexicon.js';

/**
 * Indicators this alike are the same: 全省经济总量 / 全市经济总量 is 1 after places are left out,
 * 高新技术产业增加值占比 / 高新技术产业增加值占GDP比重 is 0.64. Half of the bigrams in common is the line.
 */
const SAME_INDICATOR = 0.5;
/** In linked sentences a quarter will do: the link has already said that the two are about the same. */
const SAME_IF_LINKED = 0.25;

/**
 * Targets of two sides next to each other.
 *
 * Only targets of one kind and unit are compared. Pairs are taken greedily, most alike indicators first,
 * linked sentences before others, each target once; periods and deadlines only in linked sentences,
 * since every document speaks of the same years.
 *
 * *Out*: pairs in upstream order, then what is only downstream. Names are left out.
 * *Cost*: quadratic in the targets of one kind and unit.
 */
export function compareTargets(
  alignment: Alignment,
  upstream: readonly Target[],
  downstream: readonly Target[],
  lexicon: CompiledTargets,
): TargetPair[] {
  const linked = linkedPairs(alignment);
  const ups = upstream.filter((target) => target.kind !== 'name');
  const downs = downstream.filter((target) => target.kind !== 'name');
  const partner = matchGreedily(candidates(ups, downs, linked, lexicon));
  const taken = new Set([...partner.values()].map((candidate) => candidate.down.id));
  const pairs = ups.map((up): TargetPair => {
    const found = partner.get(up.id);
    if (found === undefined) return { shift: 'only-upstream', upstream: up };
    const { down, similarity } = found;
    return {
      shift: shiftOf(up, down),
      upstream: up,
      downstream: down,
      similarity,
      linked: found.linked,
    };
  });
  const rest = downs.filter((down) => !taken.has(down.id));
  return [
    ...pairs,
    ...rest.map((down): TargetPair => ({ shift: 'only-downstream', downstream: down })),
  ];
}

interface Candidate {
  readonly up: Target;
  readonly down: Target;
  readonly similarity: number;
  readonly linked: boolean;
  /** Positions, for a stable order. */
  readonly at: number;
}

function candidates(
  ups: readonly Target[],
  downs: readonly Target[],
  linked: ReadonlySet<string>,
  lexicon: CompiledTargets,
): Candidate[] {
  const all: Candidate[] = [];
  for (const [i, up] of ups.entries()) {
    for (const [j, down] of downs.entries()) {
      if (up.kind !== down.kind || up.unit !== down.unit) continue;
      const isLinked = linked.has(`${up.sentence} ${down.sentence}`);
      const similarity = dice(key(up, lexicon), key(down, lexicon));
      const isTime = up.kind === 'deadline' || up.kind === 'span';
      const enough = isTime
        ? isLinked && (similarity >= SAME_IF_LINKED || up.value === down.value)
        : similarity >= (isLinked ? SAME_IF_LINKED : SAME_INDICATOR);
      if (enough) all.push({ up, down, similarity, linked: isLinked, at: i * downs.length + j });
    }
  }
  return all;
}

/** The indicator without words of place and level. */
function key(target: Target, lexicon: CompiledTargets): string {
  return (target.indicator ?? '').replaceAll(lexicon.places, '');
}

function matchGreedily(all: readonly Candidate[]): Map<string, Candidate> {
  const sorted = [...all].sort(
    (a, b) => Number(b.linked) - Number(a.linked) || b.similarity - a.similarity || a.at - b.at,
  );
  const partner = new Map<string, Candidate>();
  const taken = new Set<string>();
  for (const candidate of sorted) {
    if (partner.has(candidate.up.id) || taken.has(candidate.down.id)) continue;
    partner.set(candidate.up.id, candidate);
    taken.add(candidate.down.id);
  }
  return partner;
}

/** For deadlines and periods earlier or later; for other targets the value first, then the year it is due. */
function shiftOf(up: Target, down: Target): TargetShift {
  if (up.unit === 'year' && up.kind === 'deadline')
    return order(up.value, down.value, 'earlier', 'later');
  if (up.unit === 'years')
    return order(up.upper ?? up.value, down.upper ?? down.value, 'earlier', 'later');
  if (up.value !== down.value || up.upper !== down.upper) {
    const value = order(up.value, down.value, 'lowered', 'raised');
    return value === 'same'
      ? order(up.upper ?? up.value, down.upper ?? down.value, 'lowered', 'raised')
      : value;
  }
  if (up.due !== undefined && down.due !== undefined && up.due !== down.due)
    return order(up.due, down.due, 'earlier', 'later');
  return up.bound === down.bound && up.change === down.change ? 'same' : 'changed';
}

function order(up: number, down: number, less: TargetShift, more: TargetShift): TargetShift {
  return down < up ? less : down > up ? more : 'same';
}

function linkedPairs(alignment: Alignment): Set<string> {
  const pairs = new Set<string>();
  for (const link of alignment.links) {
    if (link.grain !== 'sentence') continue;
    for (const up of link.upstream) for (const down of link.downstream) pairs.add(`${up} ${down}`);
  }
  return pairs;
}
