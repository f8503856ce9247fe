import type { Command } from 'commander';
import { evalJson, FINDINGS, renderEval } from '../../findings/index.js';
import { type Phrase, phrase } from '../../messages/index.js';
import { evaluationOf } from '../../pipeline/index.js';
import { jsonText } from '../../render/index.js';
import { UserError } from '../../text/index.js';
import { action, type CommandContext, commandOf } from '../context.js';
import { analysisView } from './analysis.js';
import { addReadingOptions, type ReadingOptions, readOptions } from './parse.js';

const FORMATS = FINDINGS.eval.formats;

interface EvalOptions extends ReadingOptions {
  readonly peer?: string;
  readonly up?: string;
  readonly down?: string;
  readonly reviewCurve?: boolean;
}

/** `eval [gold…]`: scores against annotated links and themes. */
export function evalCommand(context: CommandContext): Command {
  const { say } = context;
  const command = commandOf(context, 'eval', 'eval.about', FORMATS)
    .argument('[gold...]', say('eval.gold'))
    .option('--peer <file>', say('eval.peer'))
    .option('--up <path>', say('eval.up'))
    .option('--down <path>', say('eval.down'))
    .option('--review-curve', say('eval.curve'));
  return addReadingOptions(command, context).action(
    action<EvalOptions>(
      context,
      FORMATS,
      async ({ options, screen, workspace, emit }, ...paths) => {
        const wrong = (problem: Phrase): Error =>
          new UserError('cli/usage', { problem, command: 'eval ' });
        const given = [options.up, options.down].filter((path) => path !== undefined).length;
        if (given === 1) throw wrong(phrase('usage/both-given'));
        if ((given > 0 || options.peer !== undefined) && paths.length !== 1)
          throw wrong(phrase('usage/one-gold'));
        const ws = workspace();
        const view = await evaluationOf(ws, paths, {
          ...readOptions(ws, options, context),
          peer: options.peer,
          up: options.up,
          down: options.down,
          reviewCurve: options.reviewCurve,
        });
        if (view.results.length === 0) throw wrong(phrase('usage/no-gold'));
        if (options.format === 'json') emit(jsonText(evalJson(view)));
        else emit(renderEval(view, analysisView(screen, ws)));
        return undefined;
      },
    ),
  );
}
