import { Command, CommanderError } from 'commander';
import { CLI_TEXTS, type Phrase, phrase, sayIn } from '../messages/index.js';
import { VERSION } from '../pipeline/version.js';
import { describeError, inkOf, nearest, UserError } from '../text/index.js';
import { commandsFor } from './commands/index.js';
import type { CommandContext } from './context.js';
import { EXIT, type ExitCode } from './exit.js';
import { BilingualHelp, helpExamples } from './help.js';
import { type CliIo, languageOf, screenOf, wantsColor } from './io.js';
import { pathOf } from './man.js';

/** Run the command line `args` (without node and script) and give its exit code. Never throws. */
export async function run(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const language = languageOf(io, statedLanguage(args));
  const say = sayIn(CLI_TEXTS, language);
  let code: ExitCode = EXIT.done;
  const context: CommandContext = { io, language, say, done: (value) => (code = value) };
  const program = await programOf(context, args);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return commanderEnd(error, program, args, context);
    if (error instanceof UserError) return report(error, context);
    io.stderr.write(
      `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n${say('bug')}\n`,
    );
    return EXIT.bug;
  }
}

/** Help is made before options are read, so its language is looked for first. */
function statedLanguage(args: readonly string[]): string | undefined {
  for (const [at, arg] of args.entries()) {
    if (arg === '--lang') return args[at + 1];
    if (arg.startsWith('--lang=')) return arg.split('=')[1];
  }
  return undefined;
}

/** The command line as commander knows it: whole for the manual page, else as far as the words of this call reach. */
async function programOf(context: CommandContext, words: readonly string[]): Promise<Command> {
  const { io, say, language } = context;
  const width = screenOf(io, {}).width;
  const configure = (command: Command, path: string): void => {
    command
      .exitOverride()
      .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: () => undefined })
      .helpOption('-h, --help', say('help.option'))
      .allowExcessArguments(false)
      .addHelpText('before', () => helpExamples(path, say, language, width));
    command.createHelp = () => new BilingualHelp(say, width);
    for (const child of command.commands) {
      if (child.name() === 'help') continue;
      configure(child, `${path} ${child.name()}`.trim());
    }
    if (isGroup(command)) {
      command
        .helpCommand('help [command]', say('help.command'))
        .action(() => (command.args.length === 0 ? command.outputHelp() : unknownIn(command)));
    }
  };
  const program = new Command('duibiao')
    .description(say('about'))
    .version(VERSION, '-V, --version', say('version.option'))
    // What follows a command's name is that command's: `themes check --format csv` is no format of `themes`.
    .enablePositionalOptions();
  for (const { command, hidden } of await commandsFor(context, words, words.includes('man')))
    program.addCommand(command, { hidden });
  configure(program, '');
  return program;
}

/** A command that only holds others; `themes` does work of its own besides. */
function isGroup(command: Command): boolean {
  return command.commands.length > 0 && command.registeredArguments.length === 0;
}

/** A command of commands was given a word that is none of them. */
function unknownIn(command: Command): never {
  const message = `error: unknown command '${command.args[0]}'`;
  throw new CommanderError(2, 'commander.unknownCommand', message);
}

/** Commander ends by throwing: help and version are done, the rest is wrong usage. */
function commanderEnd(
  error: CommanderError,
  program: Command,
  args: readonly string[],
  context: CommandContext,
): ExitCode {
  if (error.exitCode === 0) return EXIT.done;
  const command = commandMeant(program, args);
  const problem = usageProblem(error, command, args);
  const path = pathOf(command);
  return report(new UserError('cli/usage', { problem, command: path && `${path} ` }), context);
}

/** The innermost command that the words name. */
function commandMeant(program: Command, args: readonly string[]): Command {
  let command = program;
  for (const arg of args) {
    const child = command.commands.find((item) => item.name() === arg);
    if (child === undefined) break;
    command = child;
  }
  return command;
}

function usageProblem(error: CommanderError, command: Command, args: readonly string[]): Phrase {
  const quoted = /'([^']+)'/.exec(error.message)?.[1] ?? '';
  const stray = strayCommand(command, args);
  switch (error.code) {
    case 'commander.unknownCommand':
    case 'commander.excessArguments':
      if (stray !== undefined) return unknown('usage/unknown-command', stray, namesIn(command));
      return phrase('usage/too-many');
    case 'commander.unknownOption':
      if (stray !== undefined) return unknown('usage/unknown-command', stray, namesIn(command));
      return unknown('usage/unknown-option', quoted, optionsIn(command));
    case 'commander.missingArgument':
      return phrase('usage/missing-argument', { name: quoted });
    case 'commander.optionMissingArgument':
      return phrase('usage/missing-value', { name: quoted });
    case 'commander.missingMandatoryOptionValue':
      return phrase('usage/missing-option', { name: quoted });
    default:
      return phrase('usage/other', { text: error.message.replace(/^error: /, '') });
  }
}

/** The first word where a command with commands of its own was given something else. */
function strayCommand(command: Command, args: readonly string[]): string | undefined {
  if (!isGroup(command)) return undefined;
  const depth = pathOf(command) === '' ? 0 : pathOf(command).split(' ').length;
  const word = args[depth];
  return word === undefined || word.startsWith('-') ? undefined : word;
}

function namesIn(command: Command): string[] {
  const help = command.createHelp();
  return help.visibleCommands(command).map((child) => child.name());
}

function optionsIn(command: Command): string[] {
  return [...command.options.flatMap(({ long }) => (long ? [long] : [])), '--help'];
}

function unknown(
  code: 'usage/unknown-command' | 'usage/unknown-option',
  name: string,
  known: readonly string[],
): Phrase {
  return phrase(code, { name, nearest: nearest(name, known, 1)[0] ?? '' });
}

function report(error: UserError, { io, language, say }: CommandContext): ExitCode {
  const { message, hint } = describeError(error, language);
  const color = wantsColor(io, io.stderr);
  const { red } = inkOf(color);
  io.stderr.write(`${red(`${say('error')}:`)} ${message}\n`);
  if (hint !== '') io.stderr.write(`${say('hint')}: ${hint}\n`);
  return EXIT.usage;
}
