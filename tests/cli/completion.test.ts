import { type SpawnSyncOptionsWithStringEncoding, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, inFolder } from '../support/cli.js';

const ROWS: readonly (readonly [
  words: string,
  has: readonly string[],
  lacks: readonly string[],
])[] = [
  ['|', ['parse', 'coverage', 'corpus', 'doctor'], ['__complete', 'start']],
  ['co', ['coverage', 'corpus', 'completion'], ['parse']],
  ['corpus |', ['list', 'show', 'split'], ['parse', 'hubei']],
  ['corpus show |', ['hubei', 'wuhan-proposal-2020'], ['list']],
  ['parse hub', ['hubei', 'hubei-proposal-2020'], ['wuhan', 'parse']],
  ['parse --form', ['--format'], ['--lang']],
  ['parse --format |', ['terminal', 'json'], ['hubei']],
  ['parse --format=j', ['--format=json'], ['--format=terminal']],
  ['parse --level |', ['national', 'county'], ['hubei']],
  ['parse --level city |', ['hubei'], ['county']],
  ['parse hubei |', [], ['hubei', 'wuhan']],
  ['align hubei |', ['wuhan', 'national'], ['align']],
  ['coverage national hubei |', ['wuhan'], []],
  ['themes hubei --theme |', ['housing', 'innovation'], ['hubei']],
  ['themes hubei --theme housing,|', ['housing,innovation'], ['housing,housing', 'housing']],
  ['completion |', ['bash', 'zsh', 'fish'], []],
  ['schema t', ['tree', 'themes'], ['alignment']],
  ['nonsense |', [], ['hubei', 'parse']],
];

async function complete(words: string, cwd?: string): Promise<string[]> {
  const typed = words.endsWith('|') ? words.slice(0, -1) : words;
  const { out, code, err } = await cli(['__complete', '--', ...typed.split(' ')], {
    ...(cwd !== undefined && { cwd }),
  });
  expect([code, err]).toEqual([0, '']);
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t')[0]!);
}

/** A program that answers one theme, with the words it was asked about: the shell's side is what is tried. */
function standIn(folder: string): void {
  const script = `#!/bin/sh
shift 2 2>/dev/null
printf 'housing\\t%s\\n' "$*"
`;
  writeFileSync(join(folder, 'duibiao'), script, { mode: 0o755 });
}

function shellIn(cwd: string): SpawnSyncOptionsWithStringEncoding {
  const env = { ...process.env, PATH: `${cwd}:${process.env.PATH}`, HOME: cwd, TERM: 'xterm' };
  return { cwd, env, encoding: 'utf8', timeout: 20_000 };
}

describe('completion', () => {
  it.each(ROWS)('%s', async (words, has, lacks) => {
    const found = await complete(words);
    for (const item of has) expect(found).toContain(item);
    for (const item of lacks) expect(found).not.toContain(item);
    if (has.length === 0) expect(found).toEqual([]);
  });

  it('says what a candidate is', async () => {
    const { out } = await cli(['__complete', '--', 'parse', 'hubei-proposal'], {});
    expect(out).toMatch(/^hubei-proposal-2020\t.+\n$/);
    expect(
      (await cli(['__complete', '--lang', 'zh', '--', 'themes', 'x', '--theme', 'hous'])).out,
    ).toMatch(/^housing\t\p{Script=Han}+\n$/u);
  });

  it('has no documents to offer, and no error, where the corpus is broken', async () => {
    await inFolder(async (cwd) => {
      mkdirSync(join(cwd, 'corpus'));
      writeFileSync(join(cwd, 'corpus/corpus.yaml'), 'documents: {');
      expect(await complete('parse |', cwd)).toEqual([]);
      expect(await complete('par', cwd)).toEqual(['parse']);
    });
  });

  it.each(['bash', 'zsh', 'fish'])(
    'prints a script for %s that the shell can read',
    async (shell) => {
      const { out, code } = await cli(['completion', shell]);
      expect(code).toBe(0);
      expect(out).toContain('__complete');
      await inFolder(async (cwd) => {
        writeFileSync(join(cwd, 'script'), out);
        const check = spawnSync(shell, ['-n', join(cwd, 'script')], { encoding: 'utf8' });
        // A shell that is not installed cannot be asked.
        if (check.error === undefined) expect([check.status, check.stderr]).toEqual([0, '']);
      });
    },
  );

  it.skipIf(spawnSync('fish', ['--version']).error !== undefined)(
    'completes in a real fish',
    async () => {
      const { out } = await cli(['completion', 'fish']);
      await inFolder(async (cwd) => {
        writeFileSync(join(cwd, 'duibiao.fish'), out);
        standIn(cwd);
        const ask = `source duibiao.fish; complete -C 'duibiao themes hubei --theme hou'`;
        const run = spawnSync('fish', ['--no-config', '-c', ask], shellIn(cwd));
        expect(run.stdout).toContain('housing\tthemes hubei --theme hou\n');
      });
    },
  );

  it('completes in a real bash', async () => {
    const { out } = await cli(['completion', 'bash']);
    const ask = (line: string, current: string): string => {
      const words = line.split(' ');
      const script = `${out}
duibiao() { printf 'json\\tx\\n--format=json\\n'; }
COMP_LINE=${JSON.stringify(line)}; COMP_POINT=\${#COMP_LINE}
COMP_WORDS=(${words.map((word) => JSON.stringify(word)).join(' ')} ${JSON.stringify(current)}); COMP_CWORD=$(( \${#COMP_WORDS[@]} - 1 ))
_duibiao; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return spawnSync('bash', ['--norc', '-c', script], { encoding: 'utf8' }).stdout;
    };
    expect(ask('duibiao parse --format j', 'j')).toBe('json\n--format=json\n');
    // Bash has cut at "=": what stands before it must not be given again.
    expect(ask('duibiao parse --format=j', 'j')).toContain('\njson\n');
  });
});
