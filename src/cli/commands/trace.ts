import type { Command } from 'commander';
import { FINDINGS, renderTrace, traceJson, traceRows } from '../../findings/index.js';
import { phrase } from '../../messages/index.js';
import { SENTENCE_RELATIONS, type SentenceRelation } from '../../model/index.js';
import { traceOf } from '../../pipeline/index.js';
import { isRowFormat, jsonText, renderRows } from '../../render/index.js';
import { UserError } from '../../text/index.js';
import {
  addChoiceOptions,
  addRunOptions,
  COLLECTION_OPTIONS,
  type CollectionOptions,
  checkDiffusionFormat,
  runCollection,
  writeDiffusion,
} from '../collection.js';
import { action, type CommandContext, checkChoice, commandOf, type Run } from '../context.js';
import { reportDoubts } from '../doubts.js';
import type { ExitCode } from '../exit.js';
import { reportStale } from '../stale.js';
import { analysisView, namesOption } from './analysis.js';
import { addReadingOptions, READING_OPTIONS, type ReadingOptions, readOptions } from './parse.js';

const FORMATS = FINDINGS.trace.formats;
const TOPIC_FORMATS = FORMATS.filter((format) => format !== 'html');

interface TopicOptions extends ReadingOptions {
  readonly sides?: string;
  readonly up?: boolean;
  readonly minRelation?: string;
}

interface TraceCommandOptions extends TopicOptions, CollectionOptions {}

const TOPIC_OPTIONS = ['sides', 'up', 'minRelation', 'links', ...READING_OPTIONS] as const;

/** `trace [topic]`: a theme, section, sentence or phrase through the levels; without one, a whole collection. */
export function traceCommand(context: CommandContext): Command {
  const { say } = context;
  const command = commandOf(context, 'trace', 'trace.about', FORMATS)
    .argument('[topic]', say('trace.topic'))
    .option('--sides <names>', say('trace.sides'))
    .option('--up', say('trace.up'))
    .option('--min-relation <relation>', say('trace.minRelation'));
  addReadingOptions(addRunOptions(addChoiceOptions(command, context), context), context);
  return command.action(
    action<TraceCommandOptions>(context, FORMATS, (run, topic) => {
      if (topic !== undefined) return traceTopic(context, run, topic);
      refuse(run.options, TOPIC_OPTIONS, 'usage/no-topic');
      checkDiffusionFormat(run.options);
      const write = writeDiffusion.bind(undefined, context, run);
      return runCollection(context, run, { links: false, traces: true }, write);
    }),
  );
}

async function traceTopic(
  context: CommandContext,
  { options, screen, workspace, emit }: Run<TraceCommandOptions>,
  topic: string,
): Promise<ExitCode | undefined> {
  refuse(options, COLLECTION_OPTIONS, 'usage/one-topic');
  checkChoice('--format', options.format, TOPIC_FORMATS);
  checkChoice('--min-relation', options.minRelation, SENTENCE_RELATIONS);
  const ws = workspace();
  const { view, alignments } = await traceOf(ws, topic, {
    ...readOptions(ws, options, context),
    sides: chainOf(options),
    up: options.up === true,
    minRelation: options.minRelation as SentenceRelation | undefined,
  });
  reportStale(context, alignments);
  reportDoubts(context, { options, screen, emit }, view.documents);
  if (options.format === 'json') emit(jsonText(traceJson(view)));
  else if (isRowFormat(options.format))
    emit(renderRows(traceRows(view), options.format, screen.language));
  else emit(renderTrace(view, analysisView(screen, ws)));
  return undefined;
}

/** Errors: `cli/usage` for a chain of one. */
function chainOf({ sides }: TopicOptions): readonly string[] | undefined {
  const names = namesOption(sides);
  if (names === undefined || names.length > 1) return names;
  throw new UserError('cli/usage', { problem: phrase('usage/chain'), command: 'trace ' });
}

/** Errors: `cli/usage` for the first of some options that was given: none is passed over in silence. */
function refuse<Options extends object>(
  options: Options,
  names: readonly (keyof Options & string)[],
  code: 'usage/no-topic' | 'usage/one-topic',
): void {
  const given = names.find((name) => options[name] !== undefined);
  if (given === undefined) return;
  const option = `--${given.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  throw new UserError('cli/usage', { problem: phrase(code, { option }), command: 'trace ' });
}
