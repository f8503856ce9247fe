import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvCell } from '../../src/render/shared/csv-cell.js';
import { cli, inFolder } from '../support/cli.js';
import { ROOT } from '../support/root.js';

const PAPER =
  '青禾市节能方案\n\n一、总体要求\n坚持节约优先。\n二、重点任务\n（一）工业节能。推进改造。\n来源等方面的数据要保证完整。\n';
const STATUTE = (body: string, note: string): string =>
  `青禾市节能条例\n（${note}）\n\n第一条 ${body}\n第二条 本条例自公布之日起施行。\n`;

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(folder.length + 1))
    .sort();
}

describe('corpus add refuses what it could not read back, and writes nothing', () => {
  it.each<[name: string, args: string[], said: RegExp]>([
    ['an id that leads outside', ['--id', '../../evil'], /an id is made of/],
    ['an id that is a device', ['--id', 'con'], /an id is made of/],
    ['a day that is none', ['--date', '2021-13-45'], /a date is written/],
    ['an empty title', ['--title', ''], /it wants text/],
    ['an empty number', ['--number', ' '], /it wants text/],
    ['a title longer than a head', ['--title', '长'.repeat(9000)], /cannot be added/],
  ])('%s', async (_name, args, said) => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'p.txt'), PAPER);
      const { code, out, err } = await cli(['corpus', 'add', 'p.txt', '--corpus', 'm', ...args], {
        cwd,
      });
      expect([code, out, filesUnder(cwd)]).toEqual([2, '', ['p.txt']]);
      expect(err).toMatch(said);
    });
  });

  it('a folder that leads out by a link', async () => {
    await inFolder(async (cwd) => {
      for (const name of ['m', 'elsewhere']) mkdirSync(join(cwd, name));
      symlinkSync(join(cwd, 'elsewhere'), join(cwd, 'm', 'city'));
      writeFileSync(join(cwd, 'p.txt'), PAPER);
      const { code } = await cli(['corpus', 'add', 'p.txt', '--corpus', 'm'], { cwd });
      expect([code, readdirSync(join(cwd, 'elsewhere'))]).toEqual([2, []]);
    });
  });
});

describe('corpus add of many', () => {
  const files = { 'good.txt': PAPER, 'other.txt': STATUTE('为了节能。', '2021年6月2日通过') };
  const put = (cwd: string, more: Readonly<Record<string, string | Buffer>>): void => {
    for (const [name, text] of Object.entries({ ...files, ...more }))
      writeFileSync(join(cwd, name), text);
  };
  const add = (cwd: string, names: readonly string[], ...args: string[]) =>
    cli(['corpus', 'add', ...names, '--corpus', 'm', '--lang', 'en', ...args], { cwd });

  it.each<[name: string, bad: Record<string, string | Buffer>, names: string[], said: RegExp]>([
    ['a file that is nowhere', {}, ['gone.txt'], /gone\.txt/],
    [
      'a copy in the same run',
      { 'copy.txt': PAPER },
      ['copy.txt'],
      /copy\.txt" is a copy of good\.txt/,
    ],
    [
      'a picture',
      { 'p.txt': Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0]) },
      ['p.txt'],
      /p\.txt/,
    ],
    [
      'a damaged archive',
      { 'a.zip': Buffer.from('PK\u0003\u0004 no archive') },
      ['a.zip'],
      /a\.zip/,
    ],
  ])('%s is told of; the others are added on demand only', async (_name, bad, names, said) => {
    await inFolder(async (cwd) => {
      put(cwd, bad);
      const all = ['good.txt', ...names, 'other.txt'];
      const first = await add(cwd, all);
      expect([
        first.code,
        first.out,
        filesUnder(cwd).filter((name) => name.startsWith('m/')),
      ]).toEqual([2, '', []]);
      expect(first.err).toMatch(/1 of 3 files cannot be added\. Nothing was written/);
      expect(first.err).toMatch(said);
      const second = await add(cwd, all, '--keep-going');
      expect(second.code).toBe(2);
      expect(second.err).toMatch(said);
      expect(second.out.match(/^added /gm)).toHaveLength(2);
      const listed = await cli(['corpus', 'list', '--corpus', 'm', '--format', 'json'], { cwd });
      expect((JSON.parse(listed.out) as { documents: unknown[] }).documents).toHaveLength(2);
    });
  });

  it('tells all that is wrong at once', async () => {
    await inFolder(async (cwd) => {
      put(cwd, { 'copy.txt': PAPER });
      const { code, err } = await add(cwd, ['good.txt', 'gone.txt', 'copy.txt', 'lost.txt']);
      expect([code, err.match(/^refused /gm)?.length]).toEqual([2, 3]);
      expect(err).toContain('3 of 4 files');
    });
  });

  it('writes nothing where all are refused, and ends well where none is', async () => {
    await inFolder(async (cwd) => {
      put(cwd, {});
      const none = await add(cwd, ['gone.txt', 'lost.txt'], '--keep-going');
      expect([none.code, filesUnder(cwd)]).toEqual([2, Object.keys(files)]);
      const all = await add(cwd, Object.keys(files), '--keep-going');
      expect([all.code, all.err]).toEqual([0, '']);
    });
  });

  it.each([
    ['01_天津市水渠整治措施.txt', 'province'],
    ['01_武汉市水渠整治措施.txt', 'city'],
    ['01_水渠整治措施.txt', 'city'],
  ])('takes an office that names no place for that of the file: %s', async (name, level) => {
    await inFolder(async (cwd) => {
      const text = '市水务局关于印发水渠整治措施的通知\n各单位：\n　　加强水渠整治，确保落实。\n';
      writeFileSync(join(cwd, name), text);
      expect((await add(cwd, [name])).code).toBe(0);
      const { out } = await cli(['corpus', 'list', '--corpus', 'm', '--format', 'json'], { cwd });
      expect((JSON.parse(out) as { documents: { level: string }[] }).documents[0]?.level).toBe(
        level,
      );
    });
  });

  it('calls a text without a title by its file, and says so', async () => {
    await inFolder(async (cwd) => {
      const text = '　　各地要坚持节约优先，全面推进转型。\n　　各地要加强领导，确保落实。\n';
      writeFileSync(join(cwd, '01.txt'), text);
      const { code, out } = await add(cwd, ['01.txt']);
      expect([code, out]).toEqual([0, expect.stringContaining("title: from the file's name")]);
      const { out: list } = await cli(['corpus', 'list', '--corpus', 'm', '--format', 'json'], {
        cwd,
      });
      expect((JSON.parse(list) as { documents: { title: string }[] }).documents[0]?.title).toBe(
        '01',
      );
    });
  });
});

describe('a text in a corpus is the text that was shown', () => {
  it.each<[name: string, text: string]>([
    ['a line that begins as a source note', PAPER],
    [
      'numbers alone in a line',
      '青禾市方案\n\n一、指标\n2\n能耗下降。\n3\n5\n二、保障\n加强领导。\n',
    ],
    ['a line that begins with a mark', '青禾市方案\n\n一、格式\n\\title 不是标题。\n\\ 也不是。\n'],
    [
      'contents in the midst',
      '青禾市方案\n\n目录\n一、总则……………1\n二、附则……………2\n\n一、总则\n甲。\n二、附则\n乙。\n',
    ],
  ])('%s', async (_name, text) => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'p.txt'), text);
      const tree = async (doc: string, corpus: string[]): Promise<unknown> => {
        const { out } = await cli(['parse', doc, '--format', 'json', ...corpus], { cwd });
        const { documents } = JSON.parse(out) as {
          documents: { sections: unknown; elements: { text: string }[] }[];
        };
        return JSON.stringify(documents[0]).match(/"(?:text|heading|label|kind)":"[^"]*"/g);
      };
      const before = await tree('p.txt', []);
      const added = await cli(['corpus', 'add', 'p.txt', '--corpus', 'm', '--id', 'p'], { cwd });
      expect([added.code, added.err]).toEqual([0, '']);
      expect(await tree('p', ['--corpus', 'm'])).toEqual(before);
    });
  });

  it('two versions of a law have two ids, and the gate finds no error', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(
        join(cwd, 'a.txt'),
        STATUTE('为了节约能源，制定本条例。', '2015年3月1日青禾市人民代表大会通过'),
      );
      writeFileSync(
        join(cwd, 'b.txt'),
        STATUTE(
          '为了绿色发展，制定本条例。',
          '2015年3月1日青禾市人民代表大会通过 2021年6月1日修订',
        ),
      );
      writeFileSync(
        join(cwd, 'c.txt'),
        STATUTE('为了绿色发展和安全，制定本条例。', '2021年6月2日青禾市人民代表大会通过'),
      );
      const { code } = await cli(['corpus', 'add', 'a.txt', 'b.txt', 'c.txt', '--corpus', 'm'], {
        cwd,
      });
      const ids = filesUnder(join(cwd, 'm')).filter((name) => name.endsWith('.txt'));
      expect([code, ids.length]).toEqual([0, 3]);
      const check = await cli(['check', '--corpus', 'm', '--format', 'json'], { cwd });
      expect((JSON.parse(check.out) as { summary: { errors: number } }).summary.errors).toBe(0);
      const again = await cli(['corpus', 'add', 'b.txt', '--corpus', 'm'], { cwd });
      expect(again.err).toContain('which is in the corpus already');
    });
  });
});

const BINARY = join(ROOT, 'bin/duibiao.js');
const HOOK = join(ROOT, 'tests/support/kill-hook.mjs');

function inTemporary(use: (cwd: string) => Promise<void>): Promise<void> {
  const cwd = mkdtempSync(join(tmpdir(), 'duibiao-attack-'));
  return use(cwd).finally(() => rmSync(cwd, { recursive: true, force: true }));
}

describe('faults of the machine', () => {
  it.each(['renameSync:1', 'renameSync:2+', 'writeFileSync:1/', 'writeFileSync:3/'])(
    'an add killed at %s is completed by the same call',
    (at) =>
      inTemporary(async (cwd) => {
        for (const name of ['a', 'b'])
          writeFileSync(join(cwd, `${name}.txt`), PAPER.replace('青禾', `青${name}`));
        const add = [BINARY, 'corpus', 'add', 'a.txt', 'b.txt', '--corpus', 'm', '--no-cache'];
        const killed = spawnSync(process.execPath, ['--import', HOOK, ...add], {
          cwd,
          env: { ...process.env, KILL_AT: at },
        });
        expect(killed.signal).toBe('SIGKILL');
        expect(spawnSync(process.execPath, add, { cwd }).status).toBe(0);
        expect(filesUnder(join(cwd, 'm')).filter((name) => !/\.(?:txt|yaml)$/.test(name))).toEqual(
          [],
        );
        expect(readFileSync(join(cwd, 'm/corpus.yaml'), 'utf8').match(/\.txt/g)).toHaveLength(2);
      }),
    60_000,
  );

  it(
    'adds in parallel lose nothing',
    () =>
      inTemporary(async (cwd) => {
        const names = ['a', 'b', 'c', 'd'];
        for (const name of names)
          writeFileSync(join(cwd, `${name}.txt`), PAPER.replace('青禾', `青${name}`));
        const runs = names.map(
          (name) =>
            new Promise((done) => {
              spawn(
                process.execPath,
                [BINARY, 'corpus', 'add', `${name}.txt`, '--corpus', 'm', '--no-cache'],
                { cwd },
              ).on('close', done);
            }),
        );
        expect(await Promise.all(runs)).toEqual([0, 0, 0, 0]);
        expect(readFileSync(join(cwd, 'm/corpus.yaml'), 'utf8').match(/\.txt/g)).toHaveLength(4);
      }),
    60_000,
  );

  it.runIf(existsSync('/dev/full'))('a full disk is exit 2 and a sentence', () => {
    const run = (script: string) =>
      spawnSync('sh', ['-c', script], { cwd: ROOT, encoding: 'utf8' });
    const ran = run(`"${process.execPath}" bin/duibiao.js corpus list > /dev/full`);
    expect([ran.status, ran.stderr.split('\n')[0]]).toEqual([2, expect.stringContaining('ENOSPC')]);
    expect(run(`"${process.execPath}" bin/duibiao.js --version > /dev/full`).status).toBe(2);
    expect(run(`"${process.execPath}" bin/duibiao.js parse /nothing 2> /dev/full`).status).toBe(2);
  });

  it.runIf(existsSync('/proc/self'))('a cache where no folder can be made is no cache', () => {
    const env = { ...process.env, DUIBIAO_CACHE_DIR: '/proc/x' };
    const ran = spawnSync(process.execPath, [BINARY, 'corpus', 'list'], {
      cwd: ROOT,
      env,
      timeout: 30_000,
    });
    expect(ran.status).toBe(0);
  });

  it('a link that leads to nothing yet is followed', () =>
    inTemporary(async (cwd) => {
      symlinkSync('there.txt', join(cwd, 'link'));
      await cli(['corpus', 'list', '-o', 'link'], { cwd });
      expect(existsSync(join(cwd, 'there.txt'))).toBe(true);
    }));
});

describe('names and keys from files', () => {
  it.each<[name: string, yaml: string, said: RegExp]>([
    ['an alias of nothing', 'documents: *a\n', /alias/i],
    [
      'aliases that multiply',
      `a: &a [x,x,x,x,x,x,x,x]\nb: &b [${Array(20).fill('*a').join()}]\ndocuments: [${Array(20).fill('*b').join()}]\n`,
      /alias/i,
    ],
    ['nesting without end', `documents: ${'['.repeat(20_000)}\n`, /corpus\.yaml:1/],
    [
      'a key that steers the terminal',
      'documents: []\n"\\e[31m\\n::error::key": 1\n',
      /<U\+001B>\[31m ::error::key/,
    ],
  ])('%s is an error of the file', async (_name, yaml, said) => {
    await inFolder(async (cwd) => {
      mkdirSync(join(cwd, 'corpus'));
      writeFileSync(join(cwd, 'corpus/corpus.yaml'), yaml);
      const { code, err } = await cli(['corpus', 'list'], { cwd });
      expect([code, err.split('\n').filter((line) => line.startsWith('::'))]).toEqual([2, []]);
      expect(err).toMatch(said);
      expect(err).not.toContain('\u001b');
    });
  });

  it.each<[yaml: string, said: RegExp]>([
    ['check: { pairs: [[hubei, nope]] }', /no document or alias "nope"/],
    ['check: { min-coverage: { housng: 0.5 } }', /no theme "housng"/],
    ['check: { ignores: [{ rule: broken-line, reason: x, until: 2026-13-40 }] }', /not a date/],
    ['check: { ignores: [{ rule: broken-line, reason: x, until: 2026-02-30 }] }', /not a date/],
  ])('a mistake in the configuration does not turn the gate off: %s', async (yaml, said) => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'c.yaml'), yaml);
      const { code, err } = await cli(['check', '--config', join(cwd, 'c.yaml')]);
      expect(code).toBe(2);
      expect(err).toMatch(said);
    });
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['＝1+1', "'＝1+1"],
    [' ＠SUM', "' ＠SUM"],
    ['\u001b[31m红', '<U+001B>[31m红'],
    ['正文', '正文'],
    ['::error::x', "'::error::x"],
    ['表\n::error::x', '"表\n\'::error::x"'],
    ['##vso[task]', "'##vso[task]"],
    ['甲::乙', '甲::乙'],
  ])('a cell of CSV is no formula: %j', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });
});
