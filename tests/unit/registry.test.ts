import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { COMMANDS, commandsFor } from '../../src/cli/commands/index.js';
import type { CliIo } from '../../src/cli/io.js';
import { FINDINGS } from '../../src/findings/index.js';
import { CLI_TEXTS, sayIn } from '../../src/messages/index.js';
import { ROOT } from '../support/root.js';

/** Parts of analyses, which print nothing by themselves. */
const PARTS = ['diff', 'shared', 'theme-trial'];

const ENTRIES = Object.entries(FINDINGS);
const context = {
  io: {} as CliIo,
  language: 'en' as const,
  say: sayIn(CLI_TEXTS, 'en'),
  done: () => undefined,
};
const commands = await Promise.all(COMMANDS.map(async ({ load }) => (await load())(context)));

function find(path: string): Command | undefined {
  let among: readonly Command[] = commands;
  let found: Command | undefined;
  for (const name of path.split(' ')) {
    found = among.find((each) => each.name() === name);
    among = found?.commands ?? [];
  }
  return found;
}

describe('the list of commands', () => {
  it('says of each what it says of itself', async () => {
    const shown = (command: Command): readonly string[] => [
      command.name(),
      command.description(),
      ...command.registeredArguments.map((own) => `${own.name()} ${own.required} ${own.variadic}`),
    ];
    const listed = await commandsFor(context, [], false);
    expect(listed.map(({ command }) => shown(command))).toEqual(commands.map(shown));
  });
});

describe('the registry of findings', () => {
  it('has an entry for every folder', () => {
    const root = join(ROOT, 'src/findings');
    const folders = readdirSync(root).filter((name) => statSync(join(root, name)).isDirectory());
    const registered = new Set<string>(ENTRIES.map(([, { folder }]) => folder));
    expect([...registered, ...PARTS].sort()).toEqual(folders.sort());
  });

  it.each(ENTRIES)('%s names a command with these formats', (_, { command, formats }) => {
    const option = find(command)?.options.find(({ long }) => long === '--format');
    const choices = option?.argChoices ?? option?.description.match(/\w+(?=, |$)/g);
    expect(choices).toEqual([...formats]);
  });

  it('has an entry for every command with a JSON format', () => {
    const walk = (command: Command, path: string): string[] => [
      ...(command.options.some(({ argChoices }) => argChoices?.includes('json') === true)
        ? [path]
        : []),
      ...command.commands.flatMap((child) => walk(child, `${path} ${child.name()}`)),
    ];
    const printing = commands.flatMap((command) => walk(command, command.name()));
    const registered = new Set<string>(ENTRIES.map(([, { command }]) => command));
    expect(printing.filter((path) => !registered.has(path))).toEqual([]);
  });
});
