import { type Command, Help } from 'commander';
import { type CliSay, EXAMPLES } from '../messages/index.js';
import { displayWidth, padEnd, wrapText } from '../text/index.js';
import type { Language } from './io.js';

/** Commander's help with headings in either language and columns that hold Chinese text true. */
export class BilingualHelp extends Help {
  readonly #say: CliSay;

  constructor(say: CliSay, width: number) {
    super();
    this.#say = say;
    this.helpWidth = width;
    this.showGlobalOptions = false;
  }

  override displayWidth(text: string): number {
    return displayWidth(text);
  }

  override boxWrap(text: string, width: number): string {
    return text
      .split('\n')
      .flatMap((line) => (line === '' ? [''] : wrapText(line, Math.max(width, 8))))
      .join('\n');
  }

  override formatItem(term: string, termWidth: number, description: string, helper: Help): string {
    const indent = 2;
    const gap = 2;
    const left = ' '.repeat(indent) + padEnd(term, termWidth);
    const room = Math.max(20, (helper.helpWidth ?? 80) - termWidth - indent - gap);
    if (description === '') return left.trimEnd();
    const lines = wrapText(description, room);
    return lines
      .map((line, i) => (i === 0 ? left : ' '.repeat(indent + termWidth)) + ' '.repeat(gap) + line)
      .join('\n');
  }

  override commandUsage(command: Command): string {
    return super
      .commandUsage(command)
      .replace('[options]', `[${this.#say('help.optionsWord')}]`)
      .replace('[command]', `[${this.#say('help.commandWord')}]`);
  }

  override styleTitle(title: string): string {
    const titles: Record<string, string> = {
      'Usage:': this.#say('help.usage'),
      'Arguments:': this.#say('help.arguments'),
      'Options:': this.#say('help.options'),
      'Global Options:': this.#say('help.global'),
      'Commands:': this.#say('help.commands'),
    };
    return titles[title] ?? title;
  }

  override optionDescription(option: Parameters<Help['optionDescription']>[0]): string {
    const notes: string[] = [];
    if (option.argChoices)
      notes.push(`${this.#say('help.choices')}: ${option.argChoices.join(', ')}`);
    if (option.defaultValue !== undefined && typeof option.defaultValue !== 'boolean') {
      notes.push(`${this.#say('help.default')}: ${String(option.defaultValue)}`);
    }
    return notes.length === 0 ? option.description : `${option.description} (${notes.join('; ')})`;
  }

  override subcommandTerm(command: Command): string {
    const args = command.registeredArguments.map((arg) => {
      const name = `${arg.name()}${arg.variadic ? '…' : ''}`;
      return arg.required ? `<${name}>` : `[${name}]`;
    });
    return [command.name(), ...args].join(' ');
  }
}

/** Examples of a command as they stand at the head of its help; empty where it has none. */
export function helpExamples(path: string, say: CliSay, language: Language, width: number): string {
  const examples = EXAMPLES[path] ?? [];
  if (examples.length === 0) return '';
  const lines = examples.flatMap((example) => [
    `  ${example.line}`,
    ...wrapText(example[language], Math.max(20, width - 6)).map((line) => `      ${line}`),
  ]);
  return `${say('examples')}\n${lines.join('\n')}\n`;
}
