import type { Command } from 'commander';
import { knownNames, themesOf, type Workspace } from '../../pipeline/index.js';
import { itemAt, UserError } from '../../text/index.js';
import {
  type Candidate,
  candidateLines,
  candidates,
  completionScript,
  type Names,
  SHELLS,
  type Shell,
} from '../completion.js';
import { action, type CommandContext, checkChoice, commandOf, type Run } from '../context.js';
import { type CommonOptions, languageOf } from '../io.js';

/** `completion <shell>`: the script that makes a shell ask `__complete`. */
export function completionCommand(context: CommandContext): Command {
  const command = commandOf(context, 'completion', 'completion.about').argument(
    '<shell>',
    context.say('argument.shell'),
  );
  itemAt(command.registeredArguments, 0).argChoices = [...SHELLS];
  return command.action(
    action<CommonOptions>(context, undefined, async ({ emit }, shell) => {
      checkChoice('completion', shell, SHELLS);
      emit(completionScript(shell as Shell));
      return undefined;
    }),
  );
}

/** `__complete -- <words…>`: what may be typed next; for the scripts, not in the help. */
export function completeCommand(context: CommandContext): Command {
  const command = commandOf(context, '__complete', 'complete.about').argument('[words...]');
  return command.action(
    action<CommonOptions>(context, undefined, async (run, ...words) => {
      run.emit(candidateLines(candidates(command.parent!, words, namesOf(run, context))));
      return undefined;
    }),
  );
}

/** A corpus that cannot be opened must not spoil the command line: it just has no names to offer. */
function namesOf({ workspace, options }: Run<CommonOptions>, context: CommandContext): Names {
  const language = languageOf(context.io, options.lang);
  const from = (list: (ws: Workspace) => readonly Candidate[]) => (): readonly Candidate[] => {
    try {
      return list(workspace());
    } catch (error) {
      if (error instanceof UserError) return [];
      throw error;
    }
  };
  return {
    documents: from((ws) => {
      const titles = new Map(ws.entries().map(({ head }) => [head.id, head.title]));
      return knownNames(ws).map((text) => {
        const about = titles.get(text) ?? ws.corpus.file.aliases[text]?.join(', ');
        return about === undefined ? { text } : { text, about };
      });
    }),
    themes: from((ws) =>
      themesOf(ws).map((theme) => ({ text: theme.id, about: theme.labels[language] })),
    ),
  };
}
