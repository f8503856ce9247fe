import type { Command, Option } from 'commander';
import { type CliSay, EXAMPLES } from '../messages/index.js';
import type { Language } from './io.js';

/**
 * The manual page in roff (man macros), from what the help is made of.
 *
 * *Out* the same bytes for the same program: no date, no width.
 */
export function manPage(
  program: Command,
  version: string,
  say: CliSay,
  language: Language,
): string {
  const lines = [
    `.TH DUIBIAO 1 "" "duibiao ${version}" "${say('man.section')}"`,
    `.SH ${say('man.name')}`,
    `duibiao \\- ${text(say('about'))}`,
    `.SH ${say('man.synopsis')}`,
    `.B duibiao`,
    text(
      program
        .createHelp()
        .commandUsage(program)
        .replace(/^duibiao /, ''),
    ),
    `.SH ${say('man.examples')}`,
    ...examplesOf('', language),
    `.SH ${say('man.commands')}`,
    ...commandsOf(program).flatMap((command) => commandLines(command, say, language)),
    `.SH ${say('man.options')}`,
    say('man.shared'),
    ...sharedOptions(program).flatMap(optionLines),
    `.SH ${say('man.exit')}`,
    ...EXIT_WORDS.flatMap(([code, key]) => item(`\\fB${code}\\fR`, say(key))),
    `.SH ${say('man.environment')}`,
    ...VARIABLES.flatMap(([name, key]) => item(`\\fB${name}\\fR`, say(key))),
  ];
  return `${lines.join('\n')}\n`;
}

const EXIT_WORDS = [
  [0, 'exit.done'],
  [1, 'exit.found'],
  [2, 'exit.usage'],
  [70, 'exit.bug'],
  [130, 'exit.interrupted'],
] as const;

const VARIABLES = [
  ['DUIBIAO_LANG', 'env.lang'],
  ['DUIBIAO_PAGER, PAGER', 'env.pager'],
  ['DUIBIAO_CACHE_DIR, XDG_CACHE_HOME', 'env.cache'],
  ['DUIBIAO_AMBIGUOUS_WIDTH', 'env.ambiguous'],
  ['DUIBIAO_ALLOW_SEMANTICS', 'env.allowSemantics'],
  ['DUIBIAO_THEME, COLORFGBG', 'env.theme'],
  ['NO_COLOR, FORCE_COLOR', 'env.color'],
] as const;

/** Commands and commands of commands, in the order of help, hidden ones left out. */
function commandsOf(program: Command): Command[] {
  const visible = (parent: Command): Command[] =>
    parent
      .createHelp()
      .visibleCommands(parent)
      .filter((command) => command.name() !== 'help');
  return visible(program).flatMap((command) => [command, ...visible(command)]);
}

/** `corpus list`: the names on the way to a command, without the program's. */
export function pathOf(command: Command): string {
  const names: string[] = [];
  for (let at: Command | null = command; at?.parent; at = at.parent) names.unshift(at.name());
  return names.join(' ');
}

/** Options that every command takes: said once. */
function sharedOptions(program: Command): Option[] {
  const lists = commandsOf(program)
    .filter((command) => command.commands.length === 0)
    .map((command) => optionsOf(command));
  const [first, ...others] = lists;
  return (first ?? []).filter(({ flags }) =>
    others.every((list) => list.some((option) => option.flags === flags)),
  );
}

function optionsOf(command: Command): Option[] {
  return command.createHelp().visibleOptions(command);
}

function commandLines(command: Command, say: CliSay, language: Language): string[] {
  const help = command.createHelp();
  const root = rootOf(command);
  const shared = new Set(sharedOptions(root).map(({ flags }) => flags));
  const own = optionsOf(command).filter(({ flags }) => !shared.has(flags));
  const usage = help.commandUsage(command).replace(/^duibiao /, '');
  return [
    `.SS ${text(`duibiao ${usage}`)}`,
    text(command.description()),
    ...command.registeredArguments.flatMap((argument) =>
      item(`\\fI${text(argument.name())}\\fR`, argument.description),
    ),
    ...own.flatMap(optionLines),
    ...(EXAMPLES[pathOf(command)] === undefined
      ? []
      : ['.PP', text(say('examples')), ...examplesOf(pathOf(command), language)]),
  ];
}

function rootOf(command: Command): Command {
  return command.parent === null ? command : rootOf(command.parent);
}

function optionLines(option: Option): string[] {
  const choices = option.argChoices === undefined ? '' : ` (${option.argChoices.join(', ')})`;
  return item(`\\fB${text(option.flags)}\\fR`, option.description + choices);
}

function item(term: string, description: string): string[] {
  return ['.TP', term, text(description)];
}

function examplesOf(name: string, language: Language): string[] {
  return (EXAMPLES[name] ?? []).flatMap((example) => [
    '.TP',
    `\\fB${text(example.line)}\\fR`,
    text(example[language]),
  ]);
}

/** Text as roff reads it: backslashes, hyphens that are typed, and dots that begin a line. */
function text(value: string): string {
  return value
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll(/(?<!\s)\s*\n\s*/g, ' ')
    .replace(/^([.'])/, '\\&$1');
}
