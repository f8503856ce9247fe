import {
  type Link,
  SENTENCE_RELATIONS,
  type SentenceLink,
  type SentenceRelation,
} from '../../model/index.js';

/** The sentence links of one unit. */
export interface UnitLinks {
  /** The closest relation among them. */
  readonly best: SentenceRelation;
  /** Ids, in the order of the alignment. */
  readonly links: readonly string[];
}

interface LinkIndex {
  readonly upstream: ReadonlyMap<string, UnitLinks>;
  readonly downstream: ReadonlyMap<string, UnitLinks>;
}

/** 0 is the closest relation (verbatim). */
export function relationRank(relation: SentenceRelation): number {
  return SENTENCE_RELATIONS.indexOf(relation);
}

/** `relation` is at least as close as `min`. */
export function atLeast(relation: SentenceRelation, min: SentenceRelation): boolean {
  return relationRank(relation) <= relationRank(min);
}

/** Sentence links by unit on either side; links weaker than `minRelation` are left out. */
export function linkIndex(
  links: readonly Link[],
  minRelation: SentenceRelation = 'paraphrased',
): LinkIndex {
  const upstream = new Map<string, UnitLinks>();
  const downstream = new Map<string, UnitLinks>();
  for (const link of links) {
    if (link.grain !== 'sentence' || !atLeast(link.relation, minRelation)) continue;
    for (const unit of new Set(link.upstream)) add(upstream, unit, link);
    for (const unit of new Set(link.downstream)) add(downstream, unit, link);
  }
  return { upstream, downstream };
}

function add(map: Map<string, UnitLinks>, unit: string, link: SentenceLink): void {
  const own = map.get(unit);
  if (own === undefined) map.set(unit, { best: link.relation, links: [link.id] });
  else
    map.set(unit, {
      best: atLeast(link.relation, own.best) ? link.relation : own.best,
      links: [...own.links, link.id],
    });
}
