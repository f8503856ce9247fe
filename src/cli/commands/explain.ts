import type { Command } from 'commander';
import { explanationJson, FINDINGS, renderExplain } from '../../findings/index.js';
import { type Phrase, phrase } from '../../messages/index.js';
import { explanationOf, readSide } from '../../pipeline/index.js';
import { jsonText } from '../../render/index.js';
import { UserError } from '../../text/index.js';
import { action, type CommandContext, commandOf } from '../context.js';
import { analysisView } from './analysis.js';
import { addReadingOptions, type ReadingOptions, readOptions } from './parse.js';

const FORMATS = FINDINGS.explanation.formats;

interface ExplainOptions extends ReadingOptions {
  readonly up?: string;
  readonly down?: string;
}

/** `explain <link> | <unit> [unit]`: why two units were linked, or why not. */
export function explainCommand(context: CommandContext): Command {
  const { say } = context;
  const command = commandOf(context, 'explain', 'explain.about', FORMATS)
    .argument('<link-or-unit>', say('explain.first'))
    .argument('[unit]', say('explain.second'))
    .option('--up <name>', say('explain.up'))
    .option('--down <name>', say('explain.down'));
  return addReadingOptions(command, context).action(
    action<ExplainOptions>(
      context,
      FORMATS,
      async ({ options, screen, workspace, emit }, first = '', second) => {
        const { up, down } = options;
        const wrong = (problem: Phrase): Error =>
          new UserError('cli/usage', { problem, command: 'explain ' });
        if ((up === undefined) !== (down === undefined)) throw wrong(phrase('usage/both-given'));
        const ws = workspace();
        const reading = readOptions(ws, options, context);
        const given =
          up === undefined || down === undefined
            ? undefined
            : {
                upstream: await readSide(ws, up, reading),
                downstream: await readSide(ws, down, reading),
              };
        const found = await explanationOf(ws, first, second, given);
        if (found.kind !== 'explained')
          throw wrong(phrase(found.kind === 'grains' ? 'usage/grains' : 'usage/same-side'));
        if (options.format === 'json') emit(jsonText(explanationJson(found)));
        else emit(renderExplain(found, analysisView(screen, ws)));
        return undefined;
      },
    ),
  );
}
