import { Command } from 'commander';
import type { CliCode } from '../../messages/index.js';
import type { CommandContext } from '../context.js';

/** A command as the list of commands shows it; the rest of it is loaded when it is asked for. */
interface CommandEntry {
  readonly name: string;
  readonly about: CliCode;
  readonly arguments: string;
  /** Not in the list: `start` is for `npm start`, `__complete` for the completion scripts. */
  readonly hidden?: boolean;
  readonly load: () => Promise<(context: CommandContext) => Command>;
}

/** Every command, in the order of help. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'parse',
    about: 'parse.about',
    arguments: '<doc>',
    load: async () => (await import('./parse.js')).parseCommand,
  },
  {
    name: 'align',
    about: 'align.about',
    arguments: '<up> <down> [down2]',
    load: async () => (await import('./align.js')).alignCommand,
  },
  {
    name: 'compare',
    about: 'compare.about',
    arguments: '<up> <down> [down2]',
    load: async () => (await import('./compare.js')).compareCommand,
  },
  {
    name: 'brief',
    about: 'brief.about',
    arguments: '<up> <down>',
    load: async () => (await import('./brief.js')).briefCommand,
  },
  {
    name: 'coverage',
    about: 'coverage.about',
    arguments: '[sides...]',
    load: async () => (await import('./coverage.js')).coverageCommand,
  },
  {
    name: 'themes',
    about: 'themes.about',
    arguments: '<doc...>',
    load: async () => (await import('./themes.js')).themesCommand,
  },
  {
    name: 'trace',
    about: 'trace.about',
    arguments: '[topic]',
    load: async () => (await import('./trace.js')).traceCommand,
  },
  {
    name: 'phrases',
    about: 'phrases.about',
    arguments: '[documents...]',
    load: async () => (await import('./phrases.js')).phrasesCommand,
  },
  {
    name: 'targets',
    about: 'targets.about',
    arguments: '[sides...]',
    load: async () => (await import('./targets.js')).targetsCommand,
  },
  {
    name: 'commitment',
    about: 'commitment.about',
    arguments: '[sides...]',
    load: async () => (await import('./commitment.js')).commitmentCommand,
  },
  {
    name: 'bodies',
    about: 'bodies.about',
    arguments: '[sides...]',
    load: async () => (await import('./bodies.js')).bodiesCommand,
  },
  {
    name: 'stats',
    about: 'stats.about',
    arguments: '[documents...]',
    load: async () => (await import('./stats.js')).statsCommand,
  },
  {
    name: 'sources',
    about: 'sources.about',
    arguments: '<document>',
    load: async () => (await import('./sources.js')).sourcesCommand,
  },
  {
    name: 'find',
    about: 'find.about',
    arguments: '<text>',
    load: async () => (await import('./find.js')).findCommand,
  },
  {
    name: 'report',
    about: 'report.about',
    arguments: '<up> <down> [down2]',
    load: async () => (await import('./report.js')).reportCommand,
  },
  {
    name: 'matrix',
    about: 'matrix.about',
    arguments: '',
    load: async () => (await import('./matrix.js')).matrixCommand,
  },
  {
    name: 'worker',
    about: 'worker.about',
    arguments: '',
    load: async () => (await import('./worker.js')).workerCommand,
  },
  {
    name: 'review',
    about: 'review.about',
    arguments: '<up> <down>',
    load: async () => (await import('./review.js')).reviewCommand,
  },
  {
    name: 'fit',
    about: 'fit.about',
    arguments: '[papers...]',
    load: async () => (await import('./fit.js')).fitCommand,
  },
  {
    name: 'corpus',
    about: 'corpus.about',
    arguments: '',
    load: async () => (await import('./corpus.js')).corpusCommand,
  },
  {
    name: 'check',
    about: 'check.about',
    arguments: '',
    load: async () => (await import('./check.js')).checkCommand,
  },
  {
    name: 'explain',
    about: 'explain.about',
    arguments: '<link-or-unit> [unit]',
    load: async () => (await import('./explain.js')).explainCommand,
  },
  {
    name: 'eval',
    about: 'eval.about',
    arguments: '[gold...]',
    load: async () => (await import('./eval.js')).evalCommand,
  },
  {
    name: 'init',
    about: 'init.about',
    arguments: '',
    load: async () => (await import('./init.js')).initCommand,
  },
  {
    name: 'start',
    about: 'start.about',
    arguments: '',
    hidden: true,
    load: async () => (await import('./start.js')).startCommand,
  },
  {
    name: 'doctor',
    about: 'doctor.about',
    arguments: '',
    load: async () => (await import('./doctor.js')).doctorCommand,
  },
  {
    name: 'schema',
    about: 'schema.about',
    arguments: '[name]',
    load: async () => (await import('./schema.js')).schemaCommand,
  },
  {
    name: 'completion',
    about: 'completion.about',
    arguments: '<shell>',
    load: async () => (await import('./completion.js')).completionCommand,
  },
  {
    name: 'man',
    about: 'man.about',
    arguments: '',
    load: async () => (await import('./man.js')).manCommand,
  },
  {
    name: '__complete',
    about: 'complete.about',
    arguments: '[words...]',
    hidden: true,
    load: async () => (await import('./completion.js')).completeCommand,
  },
];

/**
 * The commands of a program: whole those whose names are among `words`, or all, the others as far as a list shows them.
 */
export async function commandsFor(
  context: CommandContext,
  words: readonly string[],
  all: boolean,
): Promise<{ readonly command: Command; readonly hidden: boolean }[]> {
  return Promise.all(
    COMMANDS.map(async (entry) => {
      const whole = all || words.includes(entry.name);
      const command = whole ? (await entry.load())(context) : listed(entry, context);
      return { command, hidden: entry.hidden === true };
    }),
  );
}

function listed({ name, about, arguments: own }: CommandEntry, { say }: CommandContext): Command {
  const command = new Command(name).description(say(about));
  return own === '' ? command : command.arguments(own);
}
