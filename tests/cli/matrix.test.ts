import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { cli, inFolder } from '../support/cli.js';
import { writeCollection } from '../support/collection.js';
import { ROOT } from '../support/root.js';

// biome-ignore lint/suspicious/noExplicitAny: what a program printed; its schema is held elsewhere
type Json = any;

/** Run on a folder of small plans; rows as `ids` of both papers by their paths. */
async function matrix(args: readonly string[], use: (ran: Ran) => Promise<void> | void) {
  await inFolder(async (folder) => {
    writeCollection(join(folder, 'plans'));
    const ran = await cli(['matrix', '--corpus', 'plans', '--jobs', '1', ...args], {
      cwd: folder,
      env: { DUIBIAO_CACHE_DIR: join(folder, 'cache') },
    });
    await use({ ...ran, folder });
  });
}

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly folder: string;
}

function lines(text: string): Json[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** `一>湖北省`: both papers of a row by the names of their files. */
function named({ upstream, downstream }: Json): string {
  const name = ({ path }: { path: string }): string => path.replace(/^.*\/(.*)\.txt$/, '$1');
  return `${name(upstream)}>${name(downstream)}`;
}

describe('matrix chooses pairs', () => {
  it.each([
    [
      'along the tree by itself',
      [],
      '一>湖北省武汉市 一>湖北省宜昌市 一>湖南省长沙市 一>湖北省 一>湖南省 二>湖北省武汉市 二>湖北省宜昌市 二>湖南省长沙市 二>湖北省 二>湖南省 湖北省>湖北省武汉市 湖北省>湖北省宜昌市 湖南省>湖南省长沙市',
    ],
    ['a star', ['--from', 'national/一.txt', '--to', 'province'], '一>湖北省 一>湖南省'],
    [
      'levels with levels',
      ['--from', 'province', '--to', 'city'],
      '湖北省>湖北省武汉市 湖北省>湖北省宜昌市 湖北省>湖南省长沙市 湖南省>湖北省武汉市 湖南省>湖北省宜昌市 湖南省>湖南省长沙市',
    ],
    [
      'a level along the tree',
      ['--from', 'province', '--to', 'city', '--tree'],
      '湖北省>湖北省武汉市 湖北省>湖北省宜昌市 湖南省>湖南省长沙市',
    ],
    ['what stands above one', ['--to', 'province/湖北省.txt'], '一>湖北省 二>湖北省'],
    [
      'siblings once, the earlier above',
      ['--from', 'city', '--to', 'city'],
      '湖北省武汉市>湖北省宜昌市 湖北省武汉市>湖南省长沙市 湖南省长沙市>湖北省宜昌市',
    ],
    ['a folder', ['--from', 'national/', '--to', 'province/湖南省.txt'], '一>湖南省 二>湖南省'],
  ])('%s', async (_, args, expected) => {
    await matrix([...args, '-f', 'ndjson'], ({ code, out }) => {
      expect(code).toBe(0);
      expect(lines(out).map(named).sort()).toEqual(expected.split(' ').sort());
    });
  });

  it('from a file, by path or by id', async () => {
    await inFolder(async (folder) => {
      writeCollection(join(folder, 'plans'));
      const run = (file: string, text: string) => {
        writeFileSync(join(folder, file), text);
        return cli(
          ['matrix', '--corpus', 'plans', '--jobs', '1', '--pairs', file, '-f', 'ndjson'],
          {
            cwd: folder,
          },
        );
      };
      const csv = 'upstream,downstream\nnational/二.txt,"city/湖北省宜昌市.txt"\n\n';
      const first = await run('a.csv', csv);
      expect(lines(first.out).map(named)).toEqual(['二>湖北省宜昌市']);
      const [row] = lines(first.out);
      const again = await run('b.tsv', `${row?.upstream.id}\t${row?.downstream.id}\n`);
      expect(again.out).toBe(first.out);
      expect((await run('c.ndjson', first.out)).out).toBe(first.out);
      const wrong = await run('d.csv', 'national/一.txt,city\n');
      expect([wrong.code, wrong.out]).toEqual([2, '']);
      expect(wrong.err).toContain('d.csv:1: "city" stands for 3 papers');
      const short = await run('e.csv', 'national/一.txt\n');
      expect(short.err).toContain('e.csv:1: this line does not name two papers');
    });
  });

  it('with candidates: pairs that share wording enough, whatever is asked for besides', async () => {
    const tea = [
      '茶馆应当在门口公示茶叶的产地、采摘年份和焙火程度，并注明泉水来源',
      '茶馆应当设置专门的茶具消毒间，每日清洗紫砂壶和盖碗，保存清洗记录三年',
      '鼓励茶馆收藏民国以前的老茶具，每逢谷雨举办茶艺展示和评弹演出',
    ];
    const ferry = [
      '渡口应当悬挂水位标尺和救生圈，夜间点亮红色信号灯',
      '渡船载客不得超过核定人数，大风七级以上一律停航靠岸',
    ];
    const papers = {
      'national/茶馆通知.txt': ['国务院关于茶馆渡口管理的通知', ...tea, ...ferry],
      'province/湖北省茶馆办法.txt': ['湖北省茶馆管理办法', ...tea],
      'province/湖南省渡口办法.txt': ['湖南省渡口管理办法', ...ferry],
      'city/武汉市茶馆细则.txt': ['武汉市茶馆管理细则', ...tea.slice(1)],
    };
    await inFolder(async (folder) => {
      for (const [path, [title, ...sentences]] of Object.entries(papers)) {
        mkdirSync(join(folder, 'plans', path, '..'), { recursive: true });
        const body = sentences.map((own, i) => `第${'一二三四五'[i]}条 ${own}。\n`).join('');
        writeFileSync(join(folder, 'plans', path), `${title}\n\n${body}`);
      }
      const world = { cwd: folder, env: { DUIBIAO_CACHE_DIR: join(folder, 'cache') } };
      const run = async (...args: string[]) => {
        const all = ['matrix', '--corpus', 'plans', '--jobs', '1', '-f', 'ndjson', ...args];
        const { code, out, err } = await cli(all, world);
        return { code, err, pairs: out === '' ? [] : lines(out).map(named) };
      };
      const [notice, hubei, hunan, wuhan] = [
        '茶馆通知',
        '湖北省茶馆办法',
        '湖南省渡口办法',
        '武汉市茶馆细则',
      ];
      expect((await run('--all')).pairs).toHaveLength(6);
      expect((await run('--all', '--candidates', '2')).pairs.sort()).toEqual(
        [
          `${notice}>${hubei}`,
          `${notice}>${hunan}`,
          `${notice}>${wuhan}`,
          `${hubei}>${wuhan}`,
        ].sort(),
      );
      const star = ['--from', 'national', '--to', 'province', '--candidates', '3'];
      expect((await run(...star)).pairs).toEqual([`${notice}>${hubei}`]);
      const none = await run('--all', '--candidates', '900');
      expect([none.code, none.err]).toEqual([2, expect.stringContaining('Nothing to compare')]);
      const both = await run('--pairs', 'x.csv', '--candidates', '9');
      expect([both.code, both.err]).toEqual([2, expect.stringContaining('--candidates would')]);
    });
  });

  it.each([
    ['a name that is none', ['--from', 'nationl'], '"nationl" stands for no paper'],
    ['nothing to compare', ['--from', 'county', '--to', 'city'], 'Nothing to compare'],
    ['no such folder', ['--corpus', 'no-such'], '"no-such" cannot be read'],
    ['Parquet into a terminal', ['-f', 'parquet'], '"parquet" is not a value of --format'],
  ])('refuses %s', async (_, args, message) => {
    await matrix(args, ({ code, out, err }) => {
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(message);
    });
  });
});

describe('matrix says', () => {
  it('the same of a pair as align and coverage do', async () => {
    const sides = ['hubei-resolution-2020', 'wuhan-resolution-2020'] as const;
    const [from, to] = sides;
    const ran = await cli(['matrix', '--from', from, '--to', to, '--jobs', '1', '-f', 'ndjson']);
    const [row] = lines(ran.out);
    const { links } = JSON.parse((await cli(['align', ...sides, '-f', 'json'])).out);
    const count = (relation: string): number =>
      links.filter((link: Json) => link.grain === 'sentence' && link.relation === relation).length;
    expect([row?.verbatim, row?.adapted, row?.paraphrased]).toEqual(
      ['verbatim', 'adapted', 'paraphrased'].map(count),
    );
    const [pair] = JSON.parse((await cli(['coverage', ...sides, '-f', 'json'])).out).pairs;
    const { carried, partly, missing } = pair.total.clauses;
    expect([row?.clauses, row?.carried]).toEqual([
      carried + partly + missing,
      carried + partly / 2,
    ]);
    expect([row?.coverage, row?.expectedError]).toEqual([
      pair.total.coverageByClause,
      pair.total.expectedError,
    ]);
    const themes = pair.themes.filter((own: Json) => own.coverageByClause !== null);
    expect(row?.themes.map((own: Json) => [own.theme, own.coverage])).toEqual(
      themes.map((own: Json) => [own.theme, own.coverageByClause]),
    );
    expect(row).toMatchObject({
      schema: 'duibiao.matrix/1',
      upstream: { id: from, level: 'province', region: '420000', date: '2020-12-02' },
      downstream: { id: to, level: 'city', region: '420100', date: '2020-12-18' },
      lagDays: 16,
    });
  });

  it('the same in every format', async () => {
    const star = ['--from', 'national', '--to', 'province'];
    await matrix([...star, '-f', 'parquet', '-o', 'pairs.parquet'], async ({ code, folder }) => {
      expect(code).toBe(0);
      const world = { cwd: folder };
      const args = ['matrix', '--corpus', 'plans', '--jobs', '1', ...star];
      const csv = (await cli([...args, '-f', 'csv'], world)).out;
      const [head = '', ...rest] = csv
        .replace(/^\ufeff/, '')
        .trimEnd()
        .split('\r\n');
      const file = await asyncBufferFromFile(join(folder, 'pairs.parquet'));
      const rows = await parquetReadObjects({ file });
      const names = head.split(',').slice(0, -1);
      expect(Object.keys(rows[0] ?? {})).toEqual(names);
      const cell = (value: unknown): string =>
        value === null || value === undefined ? '' : String(value);
      expect(rows.map((row) => names.map((name) => cell(row[name])).join(','))).toEqual(
        rest.map((line) => line.split(',').slice(0, -1).join(',')),
      );
      const themes = (await cli([...args, '--by-theme', '-f', 'csv'], world)).out;
      expect(themes).toContain(',carbon-peak,');
      const links = lines((await cli([...args, '--detail', '-f', 'ndjson'], world)).out);
      const all = lines((await cli([...args, '-f', 'ndjson'], world)).out);
      const sum = (row: Json): number => row.verbatim + row.adapted + row.paraphrased;
      expect(links).toHaveLength(all.map(sum).reduce((a, b) => a + b, 0));
      expect(links[0]?.upstreamText).toBe('一、重点任务');
      expect(existsSync(join(folder, 'pairs.parquet.unfinished'))).toBe(false);
    });
  });

  it('what could not be read, and goes on', async () => {
    await inFolder(async (folder) => {
      writeCollection(join(folder, 'plans'));
      writeFileSync(join(folder, 'plans/province/坏.pdf'), '%PDF-1.4 nothing');
      writeFileSync(join(folder, 'plans/province/空.txt'), '');
      writeFileSync(join(folder, 'plans/seal.bin'), 'x');
      const args = ['matrix', '--corpus', 'plans', '--from', 'national', '--to', 'province'];
      const { code, out, err } = await cli([...args, '--jobs', '1', '-f', 'ndjson'], {
        cwd: folder,
      });
      expect(code).toBe(2);
      expect(lines(out)).toHaveLength(4);
      expect(err).toContain('not compared: province/空.txt: ');
      expect(err).toContain('not compared: province/坏.pdf: ');
      expect(err).toContain('1 files in no format that is read: seal.bin');
      expect(err).toContain('7 papers, 4 pairs: 4 compared');
    });
  });
});

describe('trace without a topic', () => {
  const run = (folder: string, ...args: readonly string[]) =>
    cli([...args, '--corpus', 'plans'], { cwd: folder });

  it('is the summary of the matrix, in every form of it', async () => {
    await inFolder(async (folder) => {
      writeCollection(join(folder, 'plans'));
      const star = ['--from', 'national', '--to', 'province', '--jobs', '1', '--state', 'kept'];
      for (const format of ['json', 'terminal', 'html']) {
        const traced = await run(folder, 'trace', ...star, '-f', format);
        const summed = await run(folder, 'matrix', '--summary', ...star, '-f', format);
        expect([traced.code, traced.out]).toEqual([0, summed.out]);
        expect(summed.err).toContain('0 compared, 4 kept');
      }
      const found = JSON.parse((await run(folder, 'trace', ...star, '-f', 'json')).out);
      expect([found.schema, found.pairs]).toEqual(['duibiao.diffusion/1', 4]);
    });
  });

  it.each([
    ['an option of a topic', ['trace', '--up'], '--up goes with a topic'],
    ['a reading option', ['trace', '--track-changes', 'accept'], '--track-changes goes with'],
    ['a chain', ['trace', '--sides', 'a,b'], '--sides goes with a topic'],
    ['a table', ['trace', '-f', 'csv'], '"csv" is not a value of --format'],
    ['a table as a summary', ['matrix', '--summary', '-f', 'csv'], 'Use terminal, json, html'],
    ['pairs beside a topic', ['trace', 'housing', '--from', 'city'], '--from is for a whole'],
    ['a page of a topic', ['trace', 'housing', '-f', 'html'], '"html" is not a value of --format'],
  ])('refuses %s', async (_, args, message) => {
    await inFolder(async (folder) => {
      writeCollection(join(folder, 'plans'));
      const { code, out, err } = await run(folder, ...args);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(message);
    });
  });
});

const BINARY = join(ROOT, 'bin/duibiao.js');

describe.skipIf(!existsSync(join(ROOT, 'dist/cli/main.js')))('matrix as a program', () => {
  const args = (output: string) => [
    ...[BINARY, 'matrix', '--corpus', 'plans', '--all', '-f', 'ndjson', '--state', 'kept'],
    ...['--jobs', '1', '-o', output],
  ];
  const journal = (folder: string): string => {
    const found = existsSync(join(folder, 'kept'))
      ? readdirSync(join(folder, 'kept')).find((name) => !name.startsWith('.'))
      : undefined;
    return join(folder, 'kept', found ?? '-', 'results.ndjson');
  };
  const kept = (folder: string): string[] => {
    const path = journal(folder);
    return existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : [];
  };
  const { PATH = '' } = process.env;
  const env = { PATH };

  it('is killed at any point and run again: nothing is lost or done twice', async () => {
    await inFolder(async (folder) => {
      writeCollection(join(folder, 'plans'));
      const counts: number[] = [];
      for (const least of [1, 4, 9]) {
        const child = spawn(process.execPath, args('out.ndjson'), { cwd: folder, env });
        const ended = new Promise((done) => child.on('exit', done));
        while (child.exitCode === null && kept(folder).length < least)
          await new Promise((done) => setTimeout(done, 5));
        child.kill('SIGKILL');
        await ended;
        counts.push(kept(folder).length);
        // As if the machine had failed in the middle of a line.
        appendFileSync(journal(folder), '{"up":"half a li');
      }
      expect(existsSync(join(folder, 'out.ndjson'))).toBe(false);
      const last = spawnSync(process.execPath, args('out.ndjson'), {
        cwd: folder,
        env,
        encoding: 'utf8',
      });
      const all = kept(folder).map((line) => line.slice(0, 60));
      expect([last.status, all.length, new Set(all).size]).toEqual([0, 21, 21]);
      const before = Number(/compared, (\d+) kept/.exec(last.stderr)?.[1]);
      expect([before, Number(/: (\d+) compared/.exec(last.stderr)?.[1])]).toEqual([
        counts.at(-1),
        21 - (counts.at(-1) ?? 0),
      ]);
      const fresh = await cli(
        ['matrix', '--corpus', 'plans', '--all', '-f', 'ndjson', '--jobs', '1'],
        { cwd: folder },
      );
      expect(readFileSync(join(folder, 'out.ndjson'), 'utf8')).toBe(fresh.out);
    });
  }, 120_000);

  it('gives the same with threads, and compares anew only what changed', async () => {
    await inFolder(async (folder) => {
      writeCollection(join(folder, 'plans'));
      const run = (jobs: string) =>
        spawnSync(process.execPath, [...args('out.ndjson'), '--jobs', jobs], {
          cwd: folder,
          env,
          encoding: 'utf8',
        });
      expect(run('2')).toMatchObject({ status: 0, stdout: '' });
      const two = readFileSync(join(folder, 'out.ndjson'), 'utf8');
      expect(run('1').stderr).toContain('0 compared, 21 kept');
      expect(readFileSync(join(folder, 'out.ndjson'), 'utf8')).toBe(two);
      appendFileSync(join(folder, 'plans/province/湖南省.txt'), '10. 建设绿色低碳产业园区。\n');
      expect(run('1').stderr).toContain('6 compared, 15 kept');
    });
  }, 120_000);
});
