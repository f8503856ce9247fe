import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { describeError, inkOf, nearest, UserError } from '../text/index.js';
import { COMMANDS } from './commands/index.js';
import type { CommandContext } from './context.js';
import { EXIT, type ExitCode } from './exit.js';
import { BilingualHelp } from './help.js';
import { type CliIo, languageOf, screenOf, wantsColor } from './io.js';
import { type Say, sayIn } from './words.js';

const VERSION = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  }
).version;

/** Run the command line `args` (without node and script) and give its exit code. Never throws. */
export async function run(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const language = languageOf(io, statedLanguage(args));
  const say = sayIn(language);
  let code: ExitCode = EXIT.done;
  const context: CommandContext = { io, say, done: (value) => (code = value) };
  const program = programOf(context);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return commanderEnd(error, program, args, context);
    if (error instanceof UserError) return report(error, io, say);
    io.stderr.write(
      `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n${say('bug')}\n`,
    );
    return EXIT.bug;
  }
}

/** Help is made before options are read, so its language is looked for first. */
function statedLanguage(args: readonly string[]): string | undefined {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  if (at < 0) return undefined;
  return args[at]!.includes('=') ? args[at]!.split('=')[1] : args[at + 1];
}

function programOf(context: CommandContext): Command {
  const { io, say } = context;
  const width = screenOf(io, {}).width;
  const program = new Command('duibiao');
  const configure = (command: Command): Command =>
    command
      .exitOverride()
      .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: () => undefined })
      .helpOption('-h, --help', say('help.option'));
  program.createHelp = () => new BilingualHelp(say, width);
  configure(program)
    .description(say('about'))
    .version(VERSION, '-V, --version', say('version.option'))
    .helpCommand('help [command]', say('help.command'))
    .addHelpText(
      'before',
      `${say('examples')}\n${EXAMPLES.map((line) => `  ${line}`).join('\n')}\n`,
    )
    .action(() => {
      program.outputHelp();
    });
  program.allowExcessArguments(false);
  for (const make of COMMANDS) addCommand(program, make(context), configure, say, width);
  return program;
}

function addCommand(
  parent: Command,
  command: Command,
  configure: (c: Command) => Command,
  say: Say,
  width: number,
): void {
  configure(command).allowExcessArguments(false);
  command.createHelp = () => new BilingualHelp(say, width);
  for (const child of command.commands) {
    configure(child).allowExcessArguments(false);
    child.createHelp = () => new BilingualHelp(say, width);
  }
  parent.addCommand(command, { hidden: command.name() === 'start' });
}

const EXAMPLES = [
  'duibiao coverage',
  'duibiao compare hubei wuhan --theme housing',
  'duibiao parse report.txt --format json',
];

/** Commander ends by throwing: help and version are done, the rest is wrong usage. */
function commanderEnd(
  error: CommanderError,
  program: Command,
  args: readonly string[],
  context: CommandContext,
): ExitCode {
  if (error.exitCode === 0) return EXIT.done;
  const command = program.commands.find((item) => item.name() === args[0]);
  const problem = usageProblem(error, program, args, languageOf(context.io, statedLanguage(args)));
  return report(
    new UserError('cli/usage', {
      problem,
      command: command === undefined ? '' : `${command.name()} `,
    }),
    context.io,
    context.say,
  );
}

function usageProblem(
  error: CommanderError,
  program: Command,
  args: readonly string[],
  language: 'zh' | 'en',
): string {
  const quoted = /'([^']+)'/.exec(error.message)?.[1] ?? '';
  const zh = language === 'zh';
  switch (error.code) {
    case 'commander.unknownCommand':
    case 'commander.excessArguments': {
      const unknown =
        error.code === 'commander.unknownCommand' ||
        program.commands.every((c) => c.name() !== args[0]);
      if (!unknown) return zh ? '参数过多。' : 'Too many arguments.';
      return unknownCommand(program, quoted || (args[0] ?? ''), zh);
    }
    case 'commander.unknownOption': {
      if (args[0] !== undefined && !args[0].startsWith('-') && isUnknown(program, args[0])) {
        return unknownCommand(program, args[0], zh);
      }
      const best = /Did you mean ([^?)]+)/.exec(error.message)?.[1];
      if (zh) return `没有选项“${quoted}”。${best === undefined ? '' : `是否指“${best}”？`}`;
      return `There is no option "${quoted}".${best === undefined ? '' : ` Did you mean "${best}"?`}`;
    }
    case 'commander.missingArgument':
      return zh ? `缺少参数“${quoted}”。` : `The argument "${quoted}" is missing.`;
    case 'commander.optionMissingArgument':
      return zh ? `选项“${quoted}”需要一个值。` : `The option "${quoted}" wants a value.`;
    default:
      return error.message.replace(/^error: /, '');
  }
}

function isUnknown(program: Command, name: string): boolean {
  return program.commands.every((command) => command.name() !== name);
}

function unknownCommand(program: Command, name: string, zh: boolean): string {
  const known = program.commands.map((command) => command.name());
  const best = nearest(name, known, 1)[0];
  if (zh) return `没有命令“${name}”。${best === undefined ? '' : `是否指“${best}”？`}`;
  return `There is no command "${name}".${best === undefined ? '' : ` Did you mean "${best}"?`}`;
}

function report(error: UserError, io: CliIo, say: Say): ExitCode {
  const { message, hint } = describeError(error, say('error') === '错误' ? 'zh' : 'en');
  const color = wantsColor(io, io.stderr);
  const { red } = inkOf(color);
  io.stderr.write(`${red(`${say('error')}:`)} ${message}\n`);
  if (hint !== '') io.stderr.write(`${say('hint')}: ${hint}\n`);
  return EXIT.usage;
}
