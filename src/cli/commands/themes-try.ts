import type { Command } from 'commander';
import { renderThemeTrial } from '../../findings/index.js';
import { tryThemeOf } from '../../pipeline/index.js';
import { action, type CommandContext, commandOf } from '../context.js';
import type { CommonOptions } from '../io.js';
import { analysisView, countOption, namesOption } from './analysis.js';

interface TryOptions extends CommonOptions {
  readonly documents?: string;
  readonly most?: string;
  readonly yes?: string;
  readonly no?: string;
}

/** A screen or two: a person answers some and looks again. */
const USUAL_MOST = 20;

/** `themes try THEME`: its sentences, doubtful ones first; `--yes` and `--no` take answers into its file. */
export function themesTryCommand(context: CommandContext): Command {
  const { say } = context;
  return commandOf(context, 'try', 'themes.try.about')
    .argument('<theme>', say('themes.try.theme'))
    .option('--yes <units>', say('themes.try.yes'))
    .option('--no <units>', say('themes.try.no'))
    .option('--most <n>', say('themes.try.most'))
    .option('--documents <names>', say('themes.check.documents'))
    .action(
      action<TryOptions>(
        context,
        undefined,
        async ({ options, screen, workspace, emit, tell }, name = '') => {
          const ws = workspace();
          const trial = await tryThemeOf(ws, name, {
            documents: namesOption(options.documents),
            yes: namesOption(options.yes) ?? [],
            no: namesOption(options.no) ?? [],
          });
          const most = countOption('--most', options.most) ?? USUAL_MOST;
          for (const file of trial.wrote) tell(say('output.written', { file }));
          emit(renderThemeTrial(trial, most, analysisView(screen, ws)));
          return undefined;
        },
      ),
    );
}
