/** A theme, section, sentence or phrase through the levels. */
import { type ComparisonTools, joinSentences, type TraceView, trace } from '../findings/index.js';
import type {
  Alignment,
  DocumentUnits,
  SentenceRelation,
  SentenceUnit,
  Side,
  TraceReport,
} from '../model/index.js';
import { alignPair, alignSteps, comparisonTools, corpusChain, upsideDown } from './align.js';
import { distinctDocuments, type ReadOptions, readSides } from './read.js';
import { type Topic, topicOf } from './topic.js';
import type { Workspace } from './workspace.js';

export interface TraceOfOptions extends ReadOptions {
  /** The chain to follow, highest level first; the aliases of the corpus without it. */
  readonly sides?: readonly string[] | undefined;
  /** From the lowest level to the highest; of itself where the topic is a unit of the lowest. */
  readonly up?: boolean;
  /** Weakest relation to follow; default `paraphrased`. */
  readonly minRelation?: SentenceRelation | undefined;
}

export interface TraceResult {
  readonly view: TraceView;
  /** In the order followed. */
  readonly alignments: readonly Alignment[];
}

/**
 * Where a topic comes from and what becomes of it, level by level.
 *
 * *In* a theme by id or label, a section or sentence by address, else a phrase.
 * *Errors*: `cli/unknown-unit`, `corpus/one-level`, `corpus/unknown-document`, those of reading.
 *
 * @example
 * const ws = openWorkspace(process.cwd());
 * const { view } = await traceOf(ws, '房住不炒', { sides: ['national', 'hubei', 'wuhan'] });
 */
export async function traceOf(
  ws: Workspace,
  wanted: string,
  { sides: names, up = false, minRelation = 'paraphrased', ...reading }: TraceOfOptions = {},
): Promise<TraceResult> {
  const sides = await readSides(ws, names ?? corpusChain(ws), reading);
  const topic = topicOf(ws, wanted, sides);
  const direction = up || startsLowest(topic, sides) ? 'up' : 'down';
  const steps = await alignSteps(ws, sides);
  const alignments = direction === 'up' ? steps.map(upsideDown).reverse() : steps;
  const documents = distinctDocuments(sides);
  const view: TraceView = {
    topic: topic.topic,
    direction,
    report: await follow(ws, alignments, topic, { minRelation, direction }),
    documents,
    differences: differencesIn(documents, await comparisonTools(ws, alignments), direction),
  };
  return { view, alignments };
}

type Direction = TraceView['direction'];

/** A unit of the lowest side leads nowhere but up. */
function startsLowest({ topic, units }: Topic, sides: readonly Side[]): boolean {
  if (topic.type === 'theme' || topic.type === 'phrase') return false;
  const lowest = sentencesOf(sides.at(-1));
  return units.length > 0 && units.every((unit) => lowest.has(unit));
}

function sentencesOf(side: Side | undefined): ReadonlySet<string> {
  const documents = side?.documents ?? [];
  return new Set(documents.flatMap(({ sentences }) => sentences.map(({ id }) => id)));
}

/**
 * Trace from the units of the first side, and from those a lower side adds: what has no link from above
 * begins where it stands.
 */
async function follow(
  ws: Workspace,
  chain: readonly Alignment[],
  { units, everywhere }: Topic,
  { minRelation, direction }: { minRelation: SentenceRelation; direction: Direction },
): Promise<TraceReport> {
  const topic = new Set(units);
  const base = { minRelation, ...(everywhere && { topic }) };
  const [highest, second] = chain;
  const first = sentencesOf(highest?.upstream);
  const lowest = chain.length;
  const top = units.filter((unit) => first.has(unit));
  const added = everywhere
    ? trace(chain, top, base)
        .fresh.filter(({ step }) => step < lowest)
        .map(({ unit }) => unit)
    : units.filter((unit) => !first.has(unit));
  const three = highest !== undefined && second !== undefined && chain.length === 2;
  const direct =
    three && direction === 'down' && top.length > 0
      ? { direct: await alignPair(ws, highest.upstream, second.downstream) }
      : {};
  return trace(chain, [...top, ...added], { ...base, ...direct });
}

function differencesIn(
  documents: readonly DocumentUnits[],
  { tokenize, differ }: ComparisonTools,
  direction: Direction,
): TraceView['differences'] {
  const units = new Map<string, SentenceUnit>(
    documents.flatMap(({ sentences }) => sentences.map((unit) => [unit.id, unit] as const)),
  );
  return (from, to) => {
    const [high, low] = (direction === 'up' ? [to, from] : [from, to]).map((id) => units.get(id));
    if (high === undefined || low === undefined) return [];
    const upstream = joinSentences([high], tokenize);
    const downstream = joinSentences([low], tokenize);
    return differ(upstream, downstream).map(({ kind, startUp, endUp, startDown, endDown }) => ({
      kind,
      upstream: upstream.text.slice(startUp, endUp),
      downstream: downstream.text.slice(startDown, endDown),
    }));
  };
}
