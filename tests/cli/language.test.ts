import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_RULES, RULES } from '../../src/check/index.js';
import { hasHead } from '../../src/corpus/index.js';
import { BAD_FILES } from '../support/bad-files.js';
import { BAD_INPUTS, type BadInput } from '../support/bad-inputs.js';
import { BAD_PAPERS } from '../support/bad-papers.js';
import { cli, inFolder } from '../support/cli.js';
import { chineseIn, englishIn } from '../support/language.js';

/** What a command line prints, on both streams, in a folder with these files. */
async function printed(
  files: BadInput['files'],
  lines: readonly (readonly string[])[],
  stdin: BadInput['stdin'] = '',
): Promise<string> {
  let all = '';
  await inFolder(async (cwd) => {
    for (const [path, content] of Object.entries(files ?? {})) {
      mkdirSync(join(cwd, path, '..'), { recursive: true });
      writeFileSync(join(cwd, path), content);
    }
    for (const args of lines) {
      const { out, err } = await cli(args, { cwd, stdin });
      all += out + err;
    }
  });
  return all;
}

/** All that the documents hold: what is said may quote it. */
function wordsOf(files: BadInput['files'] = {}): string {
  return Object.values(files)
    .map((content) => String(content))
    .join('\n');
}

describe('a text left in the other language is found', () => {
  it.each([
    ['错误: 无法读取（permission denied）', ['permission denied']],
    ['建议: Mend the YAML.', ['Mend the']],
    ['文件头有误：it wants one of a, b', ['it wants one of a']],
    ['请看“duibiao check --list-rules”，见 corpus/themes/README.md、stray-blank', []],
    ['可用：terminal, json', []],
  ])('%s', (text, found) => {
    expect(englishIn(text)).toEqual(found);
  });

  it('finds Chinese outside quotation marks', () => {
    expect(chineseIn('error: there is none / 缺少文件头')).toEqual(['缺少文件头']);
    expect(chineseIn('error: no document "湖北"')).toEqual([]);
  });
});

describe('bad input', () => {
  it.each([...BAD_INPUTS, ...BAD_FILES, ...BAD_PAPERS])(
    '$name',
    async ({ name, files, args, stdin }) => {
      if (name === 'wrong language') return;
      const zh = await printed(files, [[...args, '--lang', 'zh']], stdin);
      expect(zh).toMatch(/^错误[:：] ?.+\n建议[:：] ?.+\n$/);
      expect(englishIn(zh)).toEqual([]);
      const en = await printed(files, [[...args, '--lang', 'en']], stdin);
      // Headings near the one that was asked for are the document's.
      expect(chineseIn(en.replace(/Near it: .*/, ''), wordsOf(files))).toEqual([]);
    },
  );
});

const HEAD =
  "---\nid: sample-{n}\ntitle: 关于做好有关工作的意见\nlevel: province\nregion: '420000'\nkind: opinion\n---\n关于做好有关工作的意见\n";

/** A corpus with the bad example of every rule on documents, and faults of its own files. */
function badCorpus(): Record<string, string> {
  const documents = DOCUMENT_RULES.filter(({ id }) => id !== 'head-source-mismatch').map(
    ({ id, bad }, i): [string, string] => [
      `${id}.txt`,
      hasHead(bad) ? bad : `${HEAD.replace('{n}', String(2000 + i))}${bad}\n`,
    ],
  );
  const heads: readonly (readonly [string, string])[] = [
    ['h1.txt', '正文。\n'],
    ['h2.txt', '---\nid: [a\n---\n正文。\n'],
    ['h3.txt', '---\n- a\n---\n正文。\n'],
    ['h4.txt', '---\nid: A B\ntitle: 甲\nlevel: town\nkind: novel\nxyzzyx: 1\n---\n正文。\n'],
  ];
  const listed = [...documents, ...heads].map(([path]) => path);
  return {
    ...Object.fromEntries([...documents, ...heads].map(([path, text]) => [`corpus/${path}`, text])),
    'corpus/unlisted.txt': `${HEAD.replace('{n}', '1')}正文。\n`,
    'corpus/corpus.yaml': `documents: [gone.txt, ${listed.join(', ')}]\naliases: {}\nthemes: themes\n`,
    'corpus/themes/x.yaml': "id: X\nlabels: {zh: 水}\nterms: [水, '修(']\npatterns: ['修.*堤']\n",
    'duibiao.config.yaml':
      'check:\n  ignores:\n    - { rule: stray-blank, path: none, reason: 旧稿 }\n    - { rule: misreading, reason: 旧稿, until: 2020-01-01 }\n',
  };
}

/** Two levels whose link is accepted, then lost; a figure that no longer agrees; an alias and an override of nothing. */
const PAIR: Readonly<Record<string, string>> = {
  'corpus/corpus.yaml':
    'documents: [up.txt, down.txt]\naliases: {up: up-2021, down: down-2021, none: gone-2021}\nthemes: themes\n',
  'corpus/themes/housing.yaml':
    'id: housing\nlabels: {zh: 住房, en: housing}\nterms: [住房, 老旧小区, 公租房]\n',
  'corpus/up.txt':
    '---\nid: up-2021\ntitle: 湖北省工作计划\nlevel: province\nkind: plan\n---\n湖北省工作计划\n一、改善住房\n扩大保障性租赁住房供给，着力解决困难群体和新市民住房问题。\n到2025年完成2000年底前建成的老旧小区改造任务，支持加装电梯。\n',
  'corpus/down.txt':
    '---\nid: down-2021\ntitle: 武汉市工作计划\nlevel: city\nkind: plan\n---\n武汉市工作计划\n一、改善住房\n扩大保障性租赁住房供给，着力解决困难群体和新市民住房问题。\n到2025年完成2000年底前建成的老旧小区改造任务，支持加装电梯。\n',
  'corpus/links.yaml': "- pin: { upstream: 'up:9.9', downstream: 'down:1.1' }\n",
};

const FORMATS = ['terminal', 'github', 'markdown', 'junit'] as const;

describe('findings of the gate', () => {
  it.each(FORMATS)('%s', async (format) => {
    const check = (lang: string) => [
      ...['check', '--all', '-f', format, '--lang', lang, '--width', '400'],
    ];
    const files = badCorpus();
    expect(englishIn(await printed(files, [check('zh')]))).toEqual([]);
    const en = await printed(files, [check('en')]);
    expect(en).toMatch(/head is wrong/);
    // The division that a code of a bad example names.
    expect(chineseIn(en, `${wordsOf(files)} 湖南省`)).toEqual([]);
  });

  it('says what was lost against the lock', async () => {
    const edited = async (lang: string): Promise<string> => {
      let text = '';
      await inFolder(async (cwd) => {
        const write = (path: string, content: string): void => {
          mkdirSync(join(cwd, path, '..'), { recursive: true });
          writeFileSync(join(cwd, path), content);
        };
        for (const [path, content] of Object.entries(PAIR)) write(path, content);
        const ran = (...args: string[]) =>
          cli([...args, '--lang', lang, '--width', '400'], { cwd });
        text += (await ran('check', '--update')).err;
        const down = PAIR['corpus/down.txt']!;
        write('corpus/down.txt', down.replace(/扩大.*\n/, '').replace('到2025年', '到2026年'));
        text += (await ran('check', '--all', '--min-coverage', 'housing=1')).out;
        text += (await ran('align', 'up', 'down')).err;
      });
      return text;
    };
    expect(englishIn(await edited('zh'))).toEqual([]);
    const en = await edited('en');
    expect(en).toMatch(/no longer/);
    expect(chineseIn(en, wordsOf(PAIR))).toEqual([]);
  });
});

describe('what git has', () => {
  const UP = 'corpus/up.txt';

  it.each(['zh', 'en'])('cannot be compared with, in %s', async (lang) => {
    await inFolder(async (cwd) => {
      const git = (...args: string[]) =>
        execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], { cwd });
      mkdirSync(join(cwd, 'corpus'));
      writeFileSync(join(cwd, UP), PAIR[UP]!);
      writeFileSync(join(cwd, 'corpus/corpus.yaml'), 'documents: 3\n');
      git('init', '-q');
      git('add', '.');
      git('commit', '-qm', 'broken');
      writeFileSync(join(cwd, 'corpus/corpus.yaml'), 'documents: [up.txt]\naliases: {}\n');
      const broken = await cli(['check', '--since', 'HEAD', '--lang', lang], { cwd });
      const unknown = await cli(['check', '--since', 'nowhere', '--lang', lang], { cwd });
      const said = broken.err + unknown.err;
      expect(said).toContain('corpus/corpus.yaml:1');
      expect(said).not.toContain('fatal');
      expect(lang === 'zh' ? englishIn(said) : chineseIn(said)).toEqual([]);
      expect(said).toContain(lang === 'zh' ? '“documents”须为路径列表' : 'wants a list of paths');
    });
  });
});

describe('what the command line says of itself', () => {
  it.each(['doctor', 'start', '--help', 'compare --help', 'check --help', 'eval --help'])(
    '%s',
    async (line) => {
      const said = async (locale: string): Promise<string> => {
        const { out } = await cli(line.split(' '), { env: { LANG: locale } });
        const isTyped = (text: string): boolean => /^\s*(?:cat|node|duibiao)\b/.test(text);
        return out
          .split('\n')
          .filter((text) => !isTyped(text))
          .join('\n');
      };
      expect(englishIn(await said('zh_CN.UTF-8'))).toEqual([]);
      // Words of documents stand in brackets as examples.
      const en = (await said('en_US.UTF-8')).replaceAll(/\([^)]*\)/g, '');
      expect(chineseIn(en)).toEqual([]);
    },
  );
});

describe('what rules say of themselves', () => {
  it.each(RULES.map((rule) => ({ id: rule.id, rule })))('$id', ({ rule }) => {
    const { title, help, message } = rule;
    expect([title.zh, help.zh, message.zh].flatMap(englishIn)).toEqual([]);
    expect([title.en, message.en].flatMap((text) => chineseIn(text))).toEqual([]);
  });
});
