import type { Command } from 'commander';
import { VERSION } from '../../pipeline/version.js';
import { action, type CommandContext, commandOf } from '../context.js';
import { type CommonOptions, languageOf } from '../io.js';
import { manPage } from '../man.js';

/** `man`: the manual page, made from what the help is made of. */
export function manCommand(context: CommandContext): Command {
  const command = commandOf(context, 'man', 'man.about').option(
    '-o, --output <file>',
    context.say('option.output'),
  );
  return command.action(
    action<CommonOptions>(context, undefined, async ({ options, emit }) => {
      emit(manPage(command.parent!, VERSION, context.say, languageOf(context.io, options.lang)));
      return undefined;
    }),
  );
}
