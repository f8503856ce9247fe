import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/text/index.js';
import { cli } from '../support/cli.js';

/** Commands as the program's own help lists them, with those of `corpus`. */
async function commands(): Promise<string[]> {
  const listed = async (args: readonly string[]): Promise<string[]> => {
    const { out } = await cli([...args, '--help']);
    const at = out.indexOf('\nCommands:\n');
    return at < 0 ? [] : [...out.slice(at).matchAll(/^ {2}([a-z]+)/gm)].map((match) => match[1]!);
  };
  const names = (await listed([])).filter((name) => name !== 'help');
  const inner = (await listed(['corpus'])).filter((name) => name !== 'help');
  return [...names, ...inner.map((name) => `corpus ${name}`)];
}

describe('help', async () => {
  const NAMES = await commands();

  it('lists the commands', () => {
    for (const name of ['parse', 'align', 'coverage', 'themes', 'corpus', 'doctor', 'schema'])
      expect(NAMES).toContain(name);
    expect(NAMES).toContain('corpus split');
    expect(NAMES.join(' ')).not.toMatch(/__complete|start/);
  });

  const pages = NAMES.flatMap((name) =>
    (['en', 'zh'] as const).flatMap((lang) =>
      [60, 100].map((columns) => ({ name, lang, columns })),
    ),
  );

  it.each(pages)('$name in $lang at $columns', async ({ name, lang, columns }) => {
    const { code, out, err } = await cli([...name.split(' '), '--help', '--lang', lang], {
      terminal: { columns, rows: 50 },
    });
    expect([code, err]).toEqual([0, '']);
    const lines = out.split('\n');
    expect(lines[0]).toBe(lang === 'zh' ? '示例：' : 'Examples:');
    expect(lines[1]).toContain(`duibiao ${name}`);
    expect(out).toContain(lang === 'zh' ? '用法：' : 'Usage:');
    expect(out).not.toMatch(/undefined|\{\w+\}/);
    // An example is one line to copy, an option's name stands whole: neither is broken.
    const broken = lines.filter(
      (line) => !/^ {2}(?:duibiao|cat|source|-)|^(?:Usage|用法)/.test(line),
    );
    for (const line of broken) expect([line, displayWidth(line) <= columns]).toEqual([line, true]);
    if (lang === 'zh') {
      const words = out.split('\n').slice(out.split('\n').indexOf('') + 1);
      const english = words.filter((line) =>
        /\b(?:the|of|and|with|options)\b/.test(line.replaceAll(/--[a-z-]+/g, '')),
      );
      expect(english).toEqual([]);
    }
  });

  it.each([['en'], ['zh']])('the program in %s begins with examples', async (lang) => {
    const { out, code } = await cli(['--help'], { env: { LC_ALL: `${lang}_XX.UTF-8` } });
    expect(code).toBe(0);
    expect(out.split('\n')[1]).toBe('  duibiao coverage');
    expect(out).toContain(lang === 'zh' ? '命令：' : 'Commands:');
  });

  it('is what a call without arguments, and "help parse", print', async () => {
    expect(await cli([])).toEqual(await cli(['--help']));
    expect(await cli(['help', 'parse'])).toEqual(await cli(['parse', '--help']));
    expect((await cli(['corpus'])).out).toContain('duibiao corpus list');
  });

  it('shows the version', async () => {
    expect(await cli(['--version'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});
