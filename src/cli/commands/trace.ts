import type { Command } from 'commander';
import {
  type ComparisonTools,
  FINDINGS,
  joinSentences,
  renderTrace,
  type TraceView,
  trace,
  traceJson,
  traceRows,
} from '../../findings/index.js';
import { phrase } from '../../messages/index.js';
import {
  type Alignment,
  SENTENCE_RELATIONS,
  type SentenceRelation,
  type Side,
  type TraceReport,
} from '../../model/index.js';
import {
  alignPair,
  comparisonTools,
  corpusChain,
  distinctDocuments,
  readSide,
  type Topic,
  topicOf,
  upsideDown,
  type Workspace,
} from '../../pipeline/index.js';
import { isRowFormat, jsonText, placeFinder, renderRows } from '../../render/index.js';
import { UserError } from '../../text/index.js';
import { action, type CommandContext, checkChoice, commandOf } from '../context.js';
import { reportStale } from '../stale.js';
import { analysisView } from './analysis.js';
import { addReadingOptions, type ReadingOptions, readOptions } from './parse.js';

const FORMATS = FINDINGS.trace.formats;

interface TraceCommandOptions extends ReadingOptions {
  readonly sides?: string;
  readonly up?: boolean;
  readonly minRelation?: string;
}

/** `trace <topic>`: a theme, section, sentence or phrase through the levels. */
export function traceCommand(context: CommandContext): Command {
  const { say } = context;
  const command = commandOf(context, 'trace', 'trace.about', FORMATS)
    .argument('<topic>', say('trace.topic'))
    .option('--sides <names>', say('trace.sides'))
    .option('--up', say('trace.up'))
    .option('--min-relation <relation>', say('trace.minRelation'));
  return addReadingOptions(command, context).action(
    action<TraceCommandOptions>(
      context,
      FORMATS,
      async ({ options, screen, workspace, emit }, wanted) => {
        checkChoice('--min-relation', options.minRelation, SENTENCE_RELATIONS);
        const ws = workspace();
        const names = options.sides?.split(/[,，]/).map((name) => name.trim()) ?? corpusChain(ws);
        if (names.length < 2)
          throw new UserError('cli/usage', {
            problem: phrase('usage/chain'),
            command: 'trace ',
          });
        const sides: Side[] = [];
        for (const name of names)
          sides.push(await readSide(ws, name, readOptions(ws, options, context)));
        const topic = topicOf(ws, wanted!, sides);
        const up = options.up === true || startsLowest(topic, sides);
        const chain = chainOf(ws, sides, up);
        reportStale(context, chain);
        const minRelation = (options.minRelation ?? 'paraphrased') as SentenceRelation;
        const report = follow(ws, chain, topic, minRelation, up);
        const tools = await comparisonTools(ws, chain);
        const documents = distinctDocuments(sides);
        const view: TraceView = {
          topic: topic.topic,
          direction: up ? 'up' : 'down',
          report,
          documents,
          differences: differencesIn(documents, tools, up),
        };
        if (options.format === 'json') emit(jsonText(traceJson(view)));
        else if (isRowFormat(options.format))
          emit(renderRows(traceRows(view), options.format, screen.language));
        else emit(renderTrace(view, analysisView(screen, ws)));
        return undefined;
      },
    ),
  );
}

/** A unit of the lowest side leads nowhere but up. */
function startsLowest({ topic, units }: Topic, sides: readonly Side[]): boolean {
  if (topic.type === 'theme' || topic.type === 'phrase') return false;
  const lowest = new Set(
    sides.at(-1)!.documents.flatMap((document) => document.sentences.map(({ id }) => id)),
  );
  return units.length > 0 && units.every((unit) => lowest.has(unit));
}

function chainOf(ws: Workspace, sides: readonly Side[], up: boolean): Alignment[] {
  const down = sides.slice(1).map((side, i) => alignPair(ws, sides[i]!, side));
  return up ? down.map(upsideDown).reverse() : down;
}

/**
 * Trace from the units of the first side, and from those a lower side adds: what has no link from above
 * begins where it stands.
 */
function follow(
  ws: Workspace,
  chain: readonly Alignment[],
  { units, everywhere }: Topic,
  minRelation: SentenceRelation,
  up: boolean,
): TraceReport {
  const topic = new Set(units);
  const base = { minRelation, ...(everywhere && { topic }) };
  const first = new Set(
    chain[0]!.upstream.documents.flatMap((document) => document.sentences.map(({ id }) => id)),
  );
  const lowest = chain.length;
  const top = units.filter((unit) => first.has(unit));
  const added = everywhere
    ? trace(chain, top, base)
        .fresh.filter(({ step }) => step < lowest)
        .map(({ unit }) => unit)
    : units.filter((unit) => !first.has(unit));
  const direct =
    !up && chain.length === 2 && top.length > 0
      ? { direct: alignPair(ws, chain[0]!.upstream, chain[1]!.downstream) }
      : {};
  return trace(chain, [...top, ...added], { ...base, ...direct });
}

function differencesIn(
  documents: ReturnType<typeof distinctDocuments>,
  { tokenize, differ }: ComparisonTools,
  up: boolean,
): TraceView['differences'] {
  const placeOf = placeFinder(documents);
  return (from, to) => {
    const [high, low] = [up ? to : from, up ? from : to].map((unit) => placeOf(unit)?.unit);
    if (high === undefined || low === undefined) return [];
    const upstream = joinSentences([high], tokenize);
    const downstream = joinSentences([low], tokenize);
    return differ(upstream, downstream).map(({ kind, startUp, endUp, startDown, endDown }) => {
      return {
        kind,
        upstream: upstream.text.slice(startUp, endUp),
        downstream: downstream.text.slice(startDown, endDown),
      };
    });
  };
}
