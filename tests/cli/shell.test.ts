import { spawn, spawnSync } from 'node:child_process';
import {
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pagerCommand, pagerEnvironment } from '../../src/cli/pager.js';
import { cli, inFolder, type World } from '../support/cli.js';
import { ROOT } from '../support/root.js';

describe('man page', () => {
  it('is current (npm run docs)', async () => {
    const { out } = await cli(['man', '--lang', 'en']);
    expect(readFileSync(join(ROOT, 'docs/duibiao.1'), 'utf8')).toBe(out);
  });

  it.each(['en', 'zh'])('in %s holds every command, and options all share once', async (lang) => {
    const { out } = await cli(['man', '--lang', lang]);
    for (const name of ['parse', 'align', 'coverage', 'corpus split', 'doctor'])
      expect(out).toMatch(new RegExp(`^\\.SS duibiao ${name} `, 'm'));
    expect(out.match(/\\fB\\-\\-corpus <dir>\\fR/g)).toHaveLength(1);
    expect(out).not.toMatch(/undefined|\{\w+\}|__complete/);
    // A line that begins with a dot is a request: only those of the man macros.
    const requests = [...out.matchAll(/^\.(\S*)/gm)].map((match) => match[1]);
    expect(requests.filter((name) => !/^(?:TH|SH|SS|TP|PP|B)$/.test(name!))).toEqual([]);
  });
});

describe('doctor', () => {
  it.each(['en', 'zh'])('in %s tells what it sees', async (lang) => {
    const { out, code } = await cli(['doctor', '--lang', lang], {
      env: { LANG: 'C', NO_COLOR: '1', XDG_CACHE_HOME: '/nowhere' },
      terminal: { columns: 90, rows: 30 },
    });
    expect(code).toBe(0);
    for (const said of [
      '90 × 30',
      'NO_COLOR',
      'LANG=C',
      '/nowhere/duibiao',
      'regions.tsv',
      'housing',
    ])
      expect(out).toContain(said);
    expect(out).toMatch(/^! .*UTF-8/m);
    expect(out).not.toMatch(/undefined|\{\w+\}/);
  });

  it('puts the bars of the ruler where 1 and 2 columns a character end', async () => {
    const { out } = await cli(['doctor']);
    const lines = out.split('\n');
    const at = lines.findIndex((line) => line.includes('①'));
    expect([...lines[at]!].indexOf('|')).toBe(22);
    expect(lines[at + 1]!.indexOf('|')).toBe(2 + 20);
    expect(lines[at + 2]!.indexOf('|')).toBe(2 + 40);
  });

  it('reports a broken corpus rather than to stop at it', async () => {
    const { out, code, err } = await cli(['doctor', '--corpus', 'nowhere']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^! corpus .*nowhere/m);
    expect(out).toContain('①');
  });
});

describe('output file', () => {
  it('is written whole, and standard output stays empty', async () => {
    await inFolder(async (cwd) => {
      const { out, code } = await cli(['parse', 'hubei', '-f', 'json', '-o', 'tree.json'], { cwd });
      expect([code, out]).toEqual([0, '']);
      const { out: printed } = await cli(['parse', 'hubei', '-f', 'json', '-o', '-'], { cwd });
      expect(readFileSync(join(cwd, 'tree.json'), 'utf8')).toBe(printed);
    });
  });

  it('replaces what a link leads to, keeps its mode, and leaves the link', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'real.txt'), 'old', { mode: 0o640 });
      symlinkSync('real.txt', join(cwd, 'link.txt'));
      expect((await cli(['schema', '-o', 'link.txt'], { cwd })).code).toBe(0);
      expect(lstatSync(join(cwd, 'link.txt')).isSymbolicLink()).toBe(true);
      expect(readFileSync(join(cwd, 'real.txt'), 'utf8')).toContain('tree\n');
      expect(statSync(join(cwd, 'real.txt')).mode & 0o777).toBe(0o640);
      expect(readdirSync(cwd).sort()).toEqual(['link.txt', 'real.txt']);
    });
  });

  it('writes into a pipe, and does not replace it', async () => {
    await inFolder(async (cwd) => {
      const pipe = join(cwd, 'pipe');
      if (spawnSync('mkfifo', [pipe]).status !== 0) return;
      const reader = spawn('cat', [pipe]);
      let read = '';
      reader.stdout.on('data', (data: Buffer) => {
        read += data.toString();
      });
      const closed = new Promise((done) => reader.on('close', done));
      expect((await cli(['schema', '-o', 'pipe'], { cwd })).code).toBe(0);
      await closed;
      expect(read).toContain('tree\n');
      expect(statSync(pipe).isFIFO()).toBe(true);
    });
  });

  it('reads standard input for "-"', async () => {
    const stdin = '关于加快发展的意见\n\n一、总体要求\n\n坚持新发展理念。\n';
    const { out, code } = await cli(['parse', '-', '-f', 'json', '--level', 'city'], { stdin });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      source: { path: '-' },
      documents: [{ level: 'city' }],
    });
  });
});

describe('pager', () => {
  const long = ['parse', 'hubei'];
  const short = ['bodies', 'hubei', 'wuhan'];
  const rows: readonly (readonly [string, readonly string[], Partial<World>, boolean])[] = [
    ['long text on a terminal', long, {}, true],
    ['short text', short, {}, false],
    ['--no-pager', [...long, '--no-pager'], {}, false],
    ['JSON', [...long, '-f', 'json'], {}, false],
    ['PAGER=cat', long, { env: { PAGER: 'cat' } }, false],
    [
      'an empty DUIBIAO_PAGER before PAGER',
      long,
      { env: { DUIBIAO_PAGER: '', PAGER: 'less' } },
      false,
    ],
    ['a dumb terminal', long, { env: { TERM: 'dumb' } }, false],
  ];
  it.each(rows)('%s', async (_name, args, world, paged) => {
    const pages: string[] = [];
    const { out } = await cli(args, {
      terminal: { columns: 80, rows: 24 },
      page: async (text) => {
        pages.push(text);
      },
      ...world,
    });
    expect(pages.length).toBe(paged ? 1 : 0);
    expect(out === '').toBe(paged);
  });

  it('is not used where the output is no terminal', async () => {
    const page = async (): Promise<void> => Promise.reject(new Error('paged'));
    expect((await cli(long, { page })).out).not.toBe('');
  });

  it('takes the user’s pager, and tells less to behave', () => {
    expect(pagerCommand({})).toBe('less');
    expect(pagerCommand({ PAGER: 'more' })).toBe('more');
    expect(pagerCommand({ DUIBIAO_PAGER: 'bat -p', PAGER: 'more' })).toBe('bat -p');
    expect(pagerEnvironment({})).toMatchObject({ LESS: 'FRX', LESSCHARSET: 'utf-8' });
    expect(pagerEnvironment({ LESS: '-i' })).toMatchObject({ LESS: '-i' });
  });
});
