import type { Command } from 'commander';
import { FINDINGS, ownFitJson, renderOwnFit } from '../../findings/index.js';
import { fitOwnOf } from '../../pipeline/index.js';
import { jsonText } from '../../render/index.js';
import { action, type CommandContext, commandOf } from '../context.js';
import { analysisView } from './analysis.js';
import { addReadingOptions, type ReadingOptions, readOptions } from './parse.js';

const FORMATS = FINDINGS['own-fit'].formats;

interface FitOptions extends ReadingOptions {
  readonly own?: boolean;
}

/** `fit [papers…] [--own]`: what people's decisions teach, kept where it is worth it. */
export function fitCommand(context: CommandContext): Command {
  const { say } = context;
  const command = commandOf(context, 'fit', 'fit.about', FORMATS)
    .argument('[papers...]', say('fit.papers'))
    .option('--own', say('fit.own'));
  return addReadingOptions(command, context).action(
    action<FitOptions>(
      context,
      FORMATS,
      async ({ options, screen, workspace, emit }, ...papers) => {
        const ws = workspace();
        const found = await fitOwnOf(ws, papers, {
          ...readOptions(ws, options, context),
          keep: options.own,
        });
        if (options.format === 'json') emit(jsonText(ownFitJson(found)));
        else emit(renderOwnFit(found, analysisView(screen, ws)));
        return undefined;
      },
    ),
  );
}
