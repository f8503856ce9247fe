import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cli, inFolder } from '../support/cli.js';
import { FILES, gitIn, writeIn } from '../support/guarded.js';

const corpusIn = (folder: string): void => {
  for (const [path, text] of Object.entries(FILES)) writeIn(folder, path, text);
};

/** What is wrong, how it comes about, words of the message in English and in Chinese. */
const TROUBLE: readonly (readonly [
  name: string,
  /** Folder to run in, where it is another. */
  make: (cwd: string) => string | undefined,
  revision: string,
  en: RegExp,
  zh: RegExp,
])[] = [
  [
    'no repository',
    (cwd) => {
      corpusIn(cwd);
      return undefined;
    },
    'HEAD',
    /in no git repository/,
    /不在 git 仓库中/,
  ],
  [
    'no commits',
    (cwd) => {
      corpusIn(cwd);
      gitIn(cwd)('init', '-q');
      return undefined;
    },
    'HEAD',
    /no commits yet/,
    /还没有任何提交/,
  ],
  [
    'a revision that is not there',
    (cwd) => {
      commitIn(cwd);
      return undefined;
    },
    'no-such-branch',
    /"no-such-branch" is not a value of --since/,
    /no-such-branch/,
  ],
  [
    'a history cut short',
    (cwd) => {
      const [whole, part] = [join(cwd, 'whole'), join(cwd, 'part')];
      commitIn(whole);
      gitIn(whole)('commit', '-q', '--allow-empty', '-m', 'more');
      gitIn(cwd)('clone', '-q', '--depth', '1', pathToFileURL(whole).href, part);
      return part;
    },
    'HEAD~1',
    /history of this clone is cut short/,
    /历史不完整/,
  ],
  [
    'objects lost',
    (cwd) => {
      commitIn(cwd);
      const objects = join(cwd, '.git', 'objects');
      for (const name of readdirSync(objects)) rmSync(join(objects, name), { recursive: true });
      return undefined;
    },
    'HEAD',
    /damaged|no commits yet|in no git repository/,
    /损坏|还没有任何提交|不在 git 仓库中/,
  ],
];

function commitIn(folder: string): void {
  corpusIn(folder);
  gitIn(folder)('init', '-q', '-b', 'main');
  gitIn(folder)('add', '-A');
  gitIn(folder)('commit', '-q', '-m', 'corpus');
}

describe('trouble with git', () => {
  it.each(TROUBLE)('%s: is said in words of one language', async (_, make, revision, en, zh) => {
    await inFolder(async (folder) => {
      const cwd = make(folder) ?? folder;
      for (const [lang, words] of [
        ['en', en],
        ['zh', zh],
      ] as const) {
        const { code, out, err } = await cli(['check', '--since', revision, '--lang', lang], {
          cwd,
        });
        expect([code, out]).toEqual([2, '']);
        expect(err).toMatch(words);
        expect(err).not.toMatch(/fatal:/);
      }
    });
  });
});

describe('check where there is no corpus', () => {
  it('says that it looks at the shipped one, and compares nothing with it', async () => {
    await inFolder(async (cwd) => {
      gitIn(cwd)('init', '-q');
      const bare = await cli(['check', '--lang', 'zh'], { cwd });
      expect([bare.code, bare.err.includes('现检查的是 duibiao 自带的语料库')]).toEqual([0, true]);
      const since = await cli(['check', '--since', 'HEAD'], { cwd });
      expect([since.code, since.err.includes('There is no corpus here')]).toEqual([2, true]);
      expect((await cli(['check', '--update'], { cwd })).code).toBe(2);
    });
  });
});
