import type {
  Alignment,
  DocumentUnits,
  Phrase,
  SentenceLink,
  SentenceRelation,
  SentenceUnit,
  TraceNode,
  TraceReport,
} from '../../model/index.js';
import { itemAt, valueAt } from '../../text/index.js';
import type { LabelsByUnit } from '../coverage/analyse.js';
import { relationRank } from '../shared/link-index.js';
import { sideSentences } from '../shared/sides.js';
import { type Arrivals, compareDescents } from './descents.js';

interface TraceOptions {
  /** Weakest relation that is followed; default `paraphrased`. */
  readonly minRelation?: SentenceRelation;
  /** Units that are on the topic at every level, for finding what a level adds; default none. */
  readonly topic?: ReadonlySet<string>;
  /** Links from the highest side to the lowest, for telling who follows whom. */
  readonly direct?: Alignment;
}

/**
 * Follow sentences down a chain of alignments: national → province → city.
 *
 * *In*: alignments in order; the downstream side of one is the upstream side of the next. `start`: sentence ids of
 * any side but the last; those of lower sides start there. Unknown ids are left out.
 * *Out*: a tree for each start unit, in document order; what each side adds to the topic; with `direct`,
 * composition against direct links.
 * *Cost*: linear in the links: subtrees of a unit that is reached by many ways are shared, not copied.
 */
export function trace(
  chain: readonly Alignment[],
  start: readonly string[],
  options: TraceOptions = {},
): TraceReport {
  const steps = chain.map((alignment) => stepOf(alignment, options.minRelation ?? 'paraphrased'));
  const sides = sidesOf(chain);
  const places = placesOf(sides);
  const ordered = [...new Set(start)]
    .filter((unit) => places.has(unit))
    .sort((a, b) => valueAt(places, a).order - valueAt(places, b).order);
  const cascade: Cascade = { places, steps, below: new Map() };
  const roots = ordered.map((unit) => nodeOf(unit, cascade));
  const fresh = freshUnits(sides, steps, options.topic ?? new Set());
  const found = collect(roots, sides.length);
  const descents =
    options.direct === undefined
      ? undefined
      : compareDescents(chain, options.direct, found, options.minRelation ?? 'paraphrased');
  return {
    sides: sides.map((side) => side.name),
    roots,
    fresh,
    steps: sides.map((side, step) => ({
      side: side.name,
      arrive: itemAt(found, step).arrive.size,
      stop: itemAt(found, step).stop.size,
      fresh: fresh.filter((unit) => unit.step === step).length,
    })),
    descents: descents?.pairs ?? [],
    follows: descents?.follows ?? [],
  };
}

/** All sentences of one section and of the sections in it. */
export function unitsOfSection(document: DocumentUnits, section: string): string[] {
  const inside = new Set([section]);
  for (const { id, parent } of document.sections)
    if (parent !== undefined && inside.has(parent)) inside.add(id);
  return document.sentences
    .filter((sentence) => sentence.section !== undefined && inside.has(sentence.section))
    .map(({ id }) => id);
}

/** All sentences of some sides with a theme, in document order: where a trace of a theme starts, and its topic. */
export function unitsOfTheme(
  sides: readonly ChainSide[],
  labels: LabelsByUnit,
  theme: string,
): string[] {
  const ids = sides.flatMap((side) =>
    side.documents.flatMap((document) => document.sentences.map(({ id }) => id)),
  );
  return [...new Set(ids)].filter((id) =>
    (labels.get(id) ?? []).some((label) => label.theme === theme),
  );
}

/** All sentences that hold a set phrase, in its words or varied, in document order. */
export function unitsOfPhrase(phrase: Phrase): string[] {
  const units = phrase.uses.flatMap((use) => [
    ...use.units,
    ...use.variants.flatMap((variant) => variant.units),
  ]);
  return [...new Set(units)];
}

interface ChainSide {
  readonly name: string;
  readonly documents: readonly DocumentUnits[];
}

function sidesOf(chain: readonly Alignment[]): ChainSide[] {
  const [first] = chain;
  return first === undefined
    ? []
    : [first.upstream, ...chain.map((alignment) => alignment.downstream)];
}

interface Place {
  readonly sentence: SentenceUnit;
  readonly document: DocumentUnits;
  readonly step: number;
  readonly order: number;
}

/** Where each sentence stands: the first side that has it. */
function placesOf(sides: readonly ChainSide[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const [step, side] of sides.entries()) {
    for (const document of side.documents) {
      for (const sentence of document.sentences) {
        if (!places.has(sentence.id))
          places.set(sentence.id, { sentence, document, step, order: places.size });
      }
    }
  }
  return places;
}

/** Links of one alignment by upstream unit, and the downstream units that have any. */
interface Step {
  readonly down: ReadonlyMap<string, readonly SentenceLink[]>;
  readonly linked: ReadonlySet<string>;
}

function stepOf(alignment: Alignment, minRelation: SentenceRelation): Step {
  const down = new Map<string, SentenceLink[]>();
  const linked = new Set<string>();
  for (const link of alignment.links) {
    if (link.grain !== 'sentence' || relationRank(link.relation) > relationRank(minRelation))
      continue;
    for (const unit of link.upstream) {
      const own = down.get(unit);
      if (own === undefined) down.set(unit, [link]);
      else own.push(link);
    }
    for (const unit of link.downstream) linked.add(unit);
  }
  return { down, linked };
}

interface Cascade {
  readonly places: ReadonlyMap<string, Place>;
  readonly steps: readonly Step[];
  /** What is below each unit, made once: a unit reached by many ways has one subtree, shared. */
  readonly below: Map<string, readonly TraceNode[]>;
}

function nodeOf(unit: string, cascade: Cascade, link?: SentenceLink): TraceNode {
  const { places, steps, below } = cascade;
  const { document, step } = valueAt(places, unit);
  const children = below.get(unit) ?? childrenOf(unit, cascade);
  below.set(unit, children);
  return {
    unit,
    document: document.head.id,
    ...(document.head.level !== undefined && { level: document.head.level }),
    step,
    ...(link !== undefined && { relation: link.relation, link: link.id, score: link.score }),
    stops: steps[step] !== undefined && children.length === 0,
    children,
  };
}

function childrenOf(unit: string, cascade: Cascade): TraceNode[] {
  const { places, steps } = cascade;
  const { step } = valueAt(places, unit);
  const children = (steps[step]?.down.get(unit) ?? []).flatMap((link) =>
    link.downstream
      .filter((lower) => places.get(lower)?.step === step + 1)
      .map((lower) => nodeOf(lower, cascade, link)),
  );
  return closestFirst(children, places);
}

/** What a trace starts from has no relation, and is as close as can be. */
function rankOf({ relation }: TraceNode): number {
  return relation === undefined ? -1 : relationRank(relation);
}

/** A unit reached by two links is shown once, by the closer one; then in document order. */
function closestFirst(
  children: readonly TraceNode[],
  places: ReadonlyMap<string, Place>,
): TraceNode[] {
  const best = new Map<string, TraceNode>();
  for (const child of children) {
    const known = best.get(child.unit);
    if (known === undefined || rankOf(child) < rankOf(known)) best.set(child.unit, child);
  }
  return [...best.values()].sort(
    (a, b) => valueAt(places, a.unit).order - valueAt(places, b.unit).order,
  );
}

function freshUnits(
  sides: readonly ChainSide[],
  steps: readonly Step[],
  topic: ReadonlySet<string>,
): { unit: string; step: number }[] {
  return sides.slice(1).flatMap((side, above) =>
    sideSentences(side)
      .filter(({ id }) => topic.has(id) && !itemAt(steps, above).linked.has(id))
      .map(({ id }) => ({ unit: id, step: above + 1 })),
  );
}

function collect(roots: readonly TraceNode[], steps: number): Arrivals[] {
  const found = Array.from(
    { length: steps },
    (): Arrivals => ({ arrive: new Set(), stop: new Set() }),
  );
  const visit = (node: TraceNode): void => {
    const { arrive, stop } = itemAt(found, node.step);
    if (arrive.has(node.unit)) return;
    arrive.add(node.unit);
    if (node.stops) stop.add(node.unit);
    node.children.forEach(visit);
  };
  roots.forEach(visit);
  return found;
}
