import type { Command } from 'commander';
import { evalJson, FINDINGS, renderEval } from '../../findings/index.js';
import { evaluationOf } from '../../pipeline/index.js';
import { jsonText } from '../../render/index.js';
import { UserError } from '../../text/index.js';
import { action, type CommandContext } from '../context.js';
import { analysisCommand, analysisView } from './analysis.js';
import { analysisWord } from './analysis-words.js';
import { addReadingOptions, type ReadingOptions, readOptions } from './parse.js';

const FORMATS = FINDINGS.eval.formats;

interface EvalOptions extends ReadingOptions {
  readonly peer?: string;
  readonly up?: string;
  readonly down?: string;
}

/** `eval [gold…]`: scores against annotated links and themes. */
export function evalCommand(context: CommandContext): Command {
  const word = analysisWord(context);
  const command = analysisCommand(context, 'eval', 'eval.about', FORMATS)
    .argument('[gold...]', word('eval.gold'))
    .option('--peer <file>', word('eval.peer'))
    .option('--up <path>', word('eval.up'))
    .option('--down <path>', word('eval.down'));
  return addReadingOptions(command, context).action(
    action<EvalOptions>(
      context,
      FORMATS,
      async ({ options, screen, workspace, emit }, ...paths) => {
        const wrong = (problem: string): Error =>
          new UserError('cli/usage', { problem, command: 'eval ' });
        const given = [options.up, options.down].filter((path) => path !== undefined).length;
        if (given === 1) throw wrong(word('explain.both'));
        if ((given > 0 || options.peer !== undefined) && paths.length !== 1)
          throw wrong(word('eval.oneGold'));
        const ws = workspace();
        const view = await evaluationOf(ws, paths, {
          ...readOptions(ws, options, context),
          peer: options.peer,
          up: options.up,
          down: options.down,
        });
        if (view.results.length === 0) throw wrong(word('eval.noGold'));
        if (options.format === 'json') emit(jsonText(evalJson(view)));
        else emit(renderEval(view, analysisView(screen, ws)));
        return undefined;
      },
    ),
  );
}
