import { itemAt, valueAt } from '../text/index.js';
import type { AlignmentGold } from './gold.js';
import { goldSections, type Mapped, mapSide } from './locate.js';
import { type Measure, measure, round } from './measures.js';
import type { AlignmentPrediction } from './prediction.js';
import { type ReliabilityRow, reliabilityTable } from './reliability.js';

interface AlignmentScore {
  /** Share of the prediction's sentences found in the gold text. */
  readonly mapped: { readonly upstream: number; readonly downstream: number };
  /** Absent where the gold annotates no sentence links. */
  readonly links?: LinkScore;
  readonly sections: Measure;
}

interface LinkScore {
  readonly sentences: Measure;
  /** Right relations among the links found. */
  readonly relationAccuracy: number;
  /** First annotator's relation → predicted relation → count, over the links found. */
  readonly confusion: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Downstream sentences without a counterpart. */
  readonly local: Measure;
  /** Links that cross a surer one: outside the longest run of gold links that keeps the order. */
  readonly crossing: Measure;
  /** Links of sentences that have several. */
  readonly manyToMany: Measure;
  readonly reliability: readonly ReliabilityRow[];
}

/** A prediction laid onto gold. */
interface Laid {
  readonly gold: AlignmentGold;
  readonly prediction: AlignmentPrediction;
  readonly up: Mapped;
  readonly down: Mapped;
  /** Downstream gold sections that count. */
  readonly scope: ReadonlySet<string>;
}

/** Score an alignment against gold. Agrees figure by figure with the reference scorer of the gold's authors. */
export function scoreAlignment(
  gold: AlignmentGold,
  prediction: AlignmentPrediction,
): AlignmentScore {
  const up = mapSide(gold.upstream.sentences, prediction.units.upstream);
  const down = mapSide(gold.downstream.sentences, prediction.units.downstream);
  const laid: Laid = { gold, prediction, up, down, scope: new Set(gold.scope) };
  return {
    mapped: { upstream: mappedShare(up), downstream: mappedShare(down) },
    ...(gold.sentences.length > 0 ? { links: scoreLinks(laid) } : {}),
    sections: scoreSections(laid),
  };
}

function mappedShare(side: Mapped): number {
  let found = 0;
  for (const ids of side.at.values()) if (ids.length > 0) found += 1;
  return round(found / Math.max(1, side.at.size));
}

/** One key for a pair, downstream first. */
function pairKey(down: string, up: string): string {
  return `${down}\u0000${up}`;
}

interface PredictedPair {
  readonly down: string;
  readonly up: string;
  readonly relation: string;
  readonly score?: number | undefined;
}

function predictedPairs({ prediction, up, down, scope }: Laid): Map<string, PredictedPair> {
  const pairs = new Map<string, PredictedPair>();
  for (const link of prediction.links) {
    if (link.grain !== 'sentence') continue;
    for (const d of link.downstream.flatMap((id) => down.at.get(id) ?? [])) {
      if (!scope.has(valueAt(down.gold.sectionOf, d))) continue;
      for (const u of link.upstream.flatMap((id) => up.at.get(id) ?? []))
        pairs.set(pairKey(d, u), { down: d, up: u, relation: link.relation, score: link.score });
    }
  }
  return pairs;
}

function scoreLinks(laid: Laid): LinkScore {
  const { gold } = laid;
  const pairs = predictedPairs(laid);
  const predicted = new Set(pairs.keys());
  const relations = new Map(
    gold.sentences.map((l) => [pairKey(l.downstream, l.upstream), l.relations]),
  );
  const possible = new Set(relations.keys());
  const sureLinks = gold.sentences.filter((link) => link.relations.length >= gold.annotators);
  const sure = new Set(sureLinks.map((l) => pairKey(l.downstream, l.upstream)));
  const found = [...pairs].filter(([key]) => relations.has(key));
  const right = found.filter(([key, pair]) =>
    valueAt(relations, key).includes(pair.relation),
  ).length;
  const confusion: Record<string, Record<string, number>> = {};
  for (const [key, pair] of found) {
    const annotated = itemAt(valueAt(relations, key), 0);
    const row = confusion[annotated] ?? {};
    confusion[annotated] = { ...row, [pair.relation]: (row[pair.relation] ?? 0) + 1 };
  }
  const subset = (keep: (down: string, up: string) => boolean): Measure => {
    const only = (keys: ReadonlySet<string>): Set<string> =>
      new Set([...keys].filter((key) => keep(...(key.split('\u0000') as [string, string]))));
    return measure(only(predicted), only(possible), only(sure));
  };
  return {
    sentences: measure(predicted, possible, sure),
    relationAccuracy: round(right / Math.max(1, found.length)),
    confusion,
    local: scoreLocal(laid, pairs),
    crossing: subset(crossingTest(gold)),
    manyToMany: subset(manyTest(gold)),
    reliability: reliabilityTable(
      [...pairs].map(([key, p]) => ({ score: p.score, right: possible.has(key) })),
    ),
  };
}

function scoreLocal(
  { gold, down, scope }: Laid,
  pairs: ReadonlyMap<string, PredictedPair>,
): Measure {
  const inScope = down.gold.ids.filter((id) => scope.has(valueAt(down.gold.sectionOf, id)));
  const linked = new Set([...pairs.values()].map((pair) => pair.down));
  const possible = new Set(gold.sentences.map((l) => l.downstream));
  const sure = new Set(
    gold.sentences.filter((l) => l.relations.length >= gold.annotators).map((l) => l.downstream),
  );
  const without = (set: ReadonlySet<string>): Set<string> =>
    new Set(inScope.filter((id) => !set.has(id)));
  return measure(without(linked), without(sure), without(possible));
}

/** Pairs that cross at least one gold link, whether they are gold or only predicted. */
function crossingTest(gold: AlignmentGold): (down: string, up: string) => boolean {
  const place = (side: AlignmentGold['upstream']): Map<string, number> =>
    new Map(side.sentences.map((s, i) => [s.id, i]));
  const ups = place(gold.upstream);
  const downs = place(gold.downstream);
  const points = gold.sentences.map((l) => ({
    up: ups.get(l.upstream) ?? 0,
    down: downs.get(l.downstream) ?? 0,
  }));
  return (down, up) => {
    const d = downs.get(down) ?? 0;
    const u = ups.get(up) ?? 0;
    return points.some((p) => (p.down < d && p.up > u) || (p.down > d && p.up < u));
  };
}

/** Pairs one of whose sentences has several gold links. */
function manyTest(gold: AlignmentGold): (down: string, up: string) => boolean {
  const ups = new Map<string, number>();
  const downs = new Map<string, number>();
  for (const link of gold.sentences) {
    ups.set(link.upstream, (ups.get(link.upstream) ?? 0) + 1);
    downs.set(link.downstream, (downs.get(link.downstream) ?? 0) + 1);
  }
  return (down, up) => (ups.get(up) ?? 0) > 1 || (downs.get(down) ?? 0) > 1;
}

function scoreSections({ gold, prediction, up, down, scope }: Laid): Measure {
  const ups = goldSections(up);
  const downs = goldSections(down);
  const predicted = new Set<string>();
  for (const link of prediction.links) {
    if (link.grain !== 'section' || link.relation !== 'counterpart') continue;
    for (const d of link.downstream.map((id) => downs.get(id))) {
      if (d === undefined || !scope.has(d)) continue;
      for (const u of link.upstream.map((id) => ups.get(id)))
        if (u !== undefined) predicted.add(pairKey(d, u));
    }
  }
  const twos = (grades: readonly number[]): number => grades.filter((grade) => grade === 2).length;
  const keys = (least: number): Set<string> =>
    new Set(
      gold.sections
        .filter((l) => twos(l.grades) >= least)
        .map((l) => pairKey(l.downstream, l.upstream)),
    );
  return measure(predicted, keys(1), keys(gold.annotators));
}
