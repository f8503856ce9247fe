import type { Command } from 'commander';
import { FINDINGS, renderTrace, traceJson, traceRows } from '../../findings/index.js';
import { phrase } from '../../messages/index.js';
import { SENTENCE_RELATIONS, type SentenceRelation } from '../../model/index.js';
import { traceOf } from '../../pipeline/index.js';
import { isRowFormat, jsonText, renderRows } from '../../render/index.js';
import { UserError } from '../../text/index.js';
import { action, type CommandContext, checkChoice, commandOf } from '../context.js';
import { reportDoubts } from '../doubts.js';
import { reportStale } from '../stale.js';
import { analysisView, namesOption } from './analysis.js';
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
      async ({ options, screen, workspace, emit }, wanted = '') => {
        checkChoice('--min-relation', options.minRelation, SENTENCE_RELATIONS);
        const ws = workspace();
        const sides = namesOption(options.sides);
        if (sides !== undefined && sides.length < 2)
          throw new UserError('cli/usage', {
            problem: phrase('usage/chain'),
            command: 'trace ',
          });
        const { view, alignments } = await traceOf(ws, wanted, {
          ...readOptions(ws, options, context),
          sides,
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
      },
    ),
  );
}
