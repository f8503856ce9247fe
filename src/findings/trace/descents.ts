import type {
  Alignment,
  Descent,
  DescentPair,
  Follows,
  SentenceRelation,
} from '../../model/index.js';
import { SENTENCE_RELATIONS } from '../../model/index.js';
import { itemAt, valueAt } from '../../text/index.js';
import { relationRank } from '../shared/link-index.js';

/** Distinct units of the trees by step. */
export interface Arrivals {
  readonly arrive: Set<string>;
  readonly stop: Set<string>;
}

/** Best relation of every linked pair: upstream unit → downstream unit → relation. */
type Pairs = ReadonlyMap<string, ReadonlyMap<string, SentenceRelation>>;

/**
 * Composition of a chain against the direct links from its first side to its last.
 *
 * The relation of a way through is the weakest on it; of several ways the best counts. Pairs are those whose
 * highest unit is traced (`found[0]`) or, if none is, all.
 */
export function compareDescents(
  chain: readonly Alignment[],
  direct: Alignment,
  found: readonly Arrivals[],
  minRelation: SentenceRelation,
): { pairs: DescentPair[]; follows: Follows[] } {
  const steps = chain.map((alignment) => pairsOf(alignment, minRelation));
  const straight = pairsOf(direct, minRelation);
  const traced = found[0]?.arrive ?? new Set<string>();
  const tops = orderedUnits(direct, 'upstream').filter(
    (unit) => traced.size === 0 || traced.has(unit),
  );
  const downOrder = new Map(orderedUnits(direct, 'downstream').map((unit, at) => [unit, at]));
  const pairs = tops.flatMap((top) => pairsFrom(top, steps, straight, downOrder));
  return { pairs, follows: follows(pairs, itemAt(steps, steps.length - 1), straight, downOrder) };
}

function orderedUnits(alignment: Alignment, side: 'upstream' | 'downstream'): string[] {
  return alignment[side].documents.flatMap((document) => document.sentences.map(({ id }) => id));
}

function pairsOf(alignment: Alignment, minRelation: SentenceRelation): Pairs {
  const pairs = new Map<string, Map<string, SentenceRelation>>();
  for (const link of alignment.links) {
    if (link.grain !== 'sentence' || relationRank(link.relation) > relationRank(minRelation))
      continue;
    for (const up of link.upstream) {
      const own = pairs.get(up) ?? new Map<string, SentenceRelation>();
      pairs.set(up, own);
      for (const down of link.downstream) own.set(down, closer(own.get(down), link.relation));
    }
  }
  return pairs;
}

function closer(a: SentenceRelation | undefined, b: SentenceRelation): SentenceRelation {
  return a !== undefined && relationRank(a) <= relationRank(b) ? a : b;
}

function weaker(a: SentenceRelation, b: SentenceRelation): SentenceRelation {
  return itemAt(SENTENCE_RELATIONS, Math.max(relationRank(a), relationRank(b)));
}

interface Way {
  readonly relation: SentenceRelation;
  readonly through: Set<string>;
}

function pairsFrom(
  top: string,
  steps: readonly Pairs[],
  straight: Pairs,
  downOrder: ReadonlyMap<string, number>,
): DescentPair[] {
  const composed = compose(top, steps);
  const directly = straight.get(top) ?? new Map<string, SentenceRelation>();
  const bottoms = [...new Set([...composed.keys(), ...directly.keys()])].filter((unit) =>
    downOrder.has(unit),
  );
  bottoms.sort((a, b) => valueAt(downOrder, a) - valueAt(downOrder, b));
  return bottoms.map((bottom) => {
    const way = composed.get(bottom);
    const own = directly.get(bottom);
    return {
      upstream: top,
      downstream: bottom,
      descent: descentOf(way !== undefined, own !== undefined),
      through: [...(way?.through ?? [])],
      ...(way !== undefined && { composed: way.relation }),
      ...(own !== undefined && { direct: own }),
    };
  });
}

function descentOf(through: boolean, directly: boolean): Descent {
  if (through && directly) return 'both';
  return through ? 'through' : 'past';
}

/** All lowest units reached from `top`, with the weakest relation of the best way and the units on any way. */
function compose(top: string, steps: readonly Pairs[]): Map<string, Way> {
  let reached = new Map<string, Way>([[top, { relation: 'verbatim', through: new Set() }]]);
  for (const [at, pairs] of steps.entries()) {
    const next = new Map<string, Way>();
    for (const [unit, way] of reached) {
      for (const [below, relation] of pairs.get(unit) ?? []) {
        const known = next.get(below);
        const through = known?.through ?? new Set<string>();
        for (const between of way.through) through.add(between);
        if (at > 0) through.add(unit);
        next.set(below, {
          relation: closer(known?.relation, weaker(way.relation, relation)),
          through,
        });
      }
    }
    reached = next;
  }
  return reached;
}

/** For every lowest unit of the pairs: to which side above is it closer? */
function follows(
  pairs: readonly DescentPair[],
  above: Pairs,
  straight: Pairs,
  downOrder: ReadonlyMap<string, number>,
): Follows[] {
  const best = { above: bestByDown(above), highest: bestByDown(straight) };
  const units = [...new Set(pairs.map((pair) => pair.downstream))].sort(
    (a, b) => valueAt(downOrder, a) - valueAt(downOrder, b),
  );
  return units.map((unit) => {
    const [near, far] = [best.above.get(unit), best.highest.get(unit)];
    return {
      unit,
      ...(near !== undefined && { above: near }),
      ...(far !== undefined && { highest: far }),
      follows: followed(near, far),
    };
  });
}

function followed(
  near: SentenceRelation | undefined,
  far: SentenceRelation | undefined,
): Follows['follows'] {
  if (near === undefined) return far === undefined ? 'neither' : 'highest';
  if (far === undefined || relationRank(near) < relationRank(far)) return 'above';
  return relationRank(near) === relationRank(far) ? 'both' : 'highest';
}

function bestByDown(pairs: Pairs): Map<string, SentenceRelation> {
  const best = new Map<string, SentenceRelation>();
  for (const downs of pairs.values())
    for (const [down, relation] of downs) best.set(down, closer(best.get(down), relation));
  return best;
}
