import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTheme } from '../../src/corpus/index.js';
import { THEME_CHANGES } from '../../src/findings/theme-changes/schema.js';
import { cli, inFolder } from '../support/cli.js';

describe('themes init', () => {
  it('makes a theme file that can be read, with its seeds and what keeps company with them', async () => {
    const { out, code } = await cli(['themes', 'init', 'village', '--from', '乡村振兴']);
    expect(code).toBe(0);
    const { theme, problems } = readTheme(out, 'village.yaml');
    expect(problems).toEqual([]);
    expect(theme).toMatchObject({
      id: 'village',
      labels: { zh: '乡村振兴', en: 'Village' },
    });
    const at = (weight: number) =>
      theme!.terms.filter((term) => term.weight === weight).map(({ text }) => text);
    expect(at(1)).toEqual(['乡村振兴']);
    expect(at(0.5)).toContain('脱贫攻坚成果');
  });

  it('keeps every seed, the first as its name', async () => {
    const { out, code } = await cli([
      'themes',
      'init',
      'digital-trade',
      '--from',
      '数字经济,跨境电商',
    ]);
    expect(code).toBe(0);
    const { theme, problems } = readTheme(out, 'digital-trade.yaml');
    expect(problems).toEqual([]);
    expect(theme).toMatchObject({
      id: 'digital-trade',
      labels: { zh: '数字经济', en: 'Digital trade' },
    });
    const seeds = theme!.terms.filter(({ weight }) => weight === 1).map(({ text }) => text);
    expect(seeds).toEqual(['数字经济', '跨境电商']);
  });

  it('writes a file once, and again only when told', async () => {
    await inFolder(async (cwd) => {
      const words = ['themes', 'init', 'trade', '--from', '数字经济', '-o', 'trade.yaml'];
      const first = await cli(words, { cwd });
      expect([first.code, first.out]).toEqual([0, '']);
      expect(first.err).toMatch(
        /^trade\.yaml: \d+ terms?, 1 of them yours\. .*themes try trade\.yaml$/m,
      );
      writeFileSync(join(cwd, 'trade.yaml'), 'mine\n');
      const again = await cli(words, { cwd });
      expect([again.code, readFileSync(join(cwd, 'trade.yaml'), 'utf8')]).toEqual([2, 'mine\n']);
      expect((await cli([...words, '--force'], { cwd })).code).toBe(0);
    });
  });

  it('makes the folder of a first theme', async () => {
    await inFolder(async (cwd) => {
      const words = [
        'themes',
        'init',
        'trade',
        '--from',
        '数字经济',
        '-o',
        'own/themes/trade.yaml',
      ];
      expect((await cli(words, { cwd })).code).toBe(0);
      expect(readFileSync(join(cwd, 'own/themes/trade.yaml'), 'utf8')).toContain('数字经济');
    });
  });

  it.each([
    [['Digital'], '数字经济', 'Digital'],
    [['trade'], '外星飞船', 'some sentence'],
    [['trade'], '数', '数'],
  ])('refuses %s from %s', async (name, from, says) => {
    const { code, err, out } = await cli(['themes', 'init', ...name, '--from', from]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(says);
  });
});

describe('themes as rows', () => {
  it('gives each label with its place', async () => {
    const { out } = await cli(['themes', 'hubei', '--theme', 'housing', '--format', 'jsonl']);
    const rows = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const json = JSON.parse(
      (await cli(['themes', 'hubei', '--theme', 'housing', '-f', 'json'])).out,
    );
    expect(rows.map(({ unit }) => unit)).toEqual(
      json.documents[0].labels.map(({ unit }: { unit: string }) => [unit]),
    );
    expect(rows[0]).toMatchObject({
      theme: 'housing',
      file: 'corpus/hubei/hubei-proposal-2020.txt',
    });
  });
});

const THEME = (terms: string): string =>
  `id: housing\nlabels: { zh: 住房, en: Housing }\nterms:\n  1: [${terms}]\n`;
const DOCUMENT = '---\nid: a-2020\ntitle: 关于工作的意见\nlevel: city\nkind: opinion\n---\n';

/** A corpus in git whose one theme knows 住房 only. */
async function inCorpus(use: (cwd: string) => Promise<void>): Promise<void> {
  await inFolder(async (cwd) => {
    mkdirSync(join(cwd, 'corpus/themes'), { recursive: true });
    writeFileSync(
      join(cwd, 'corpus/corpus.yaml'),
      'documents: [a.txt]\naliases: {}\nthemes: themes\n',
    );
    writeFileSync(
      join(cwd, 'corpus/a.txt'),
      `${DOCUMENT}关于工作的意见\n一、保障\n扩大住房供给。\n二、更新\n改造城中村。\n三、绿化\n植树造林。\n`,
    );
    writeFileSync(join(cwd, 'corpus/themes/housing.yaml'), THEME('住房'));
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
        cwd,
      });
    git('init', '-q', '-b', 'main');
    git('add', '-A');
    git('commit', '-q', '-m', 'corpus');
    await use(cwd);
  });
}

describe('themes check', () => {
  it('shows sentence by sentence what an edit adds and loses', async () => {
    await inCorpus(async (cwd) => {
      expect((await cli(['themes', 'check'], { cwd })).out).toBe('No theme file differs.\n');
      writeFileSync(join(cwd, 'corpus/themes/housing.yaml'), THEME('城中村, 棚户区'));
      const { out, code } = await cli(['themes', 'check', '--width', '80'], { cwd });
      expect(code).toBe(0);
      expect(out).toContain('housing  1 → 1 sentences  +1 -1 ~0');
      expect(out).toContain('+ a-2020:二.2  改造城中村。');
      expect(out).toContain('- a-2020:一.2  扩大住房供给。');
      expect(out).toContain('Never found here: 棚户区');
      const json = JSON.parse((await cli(['themes', 'check', '-f', 'json'], { cwd })).out);
      expect(THEME_CHANGES.safeParse(json).success).toBe(true);
      expect(json.themes[0].gained[0]).toMatchObject({ unit: 'a-2020/二.2', before: null });
      const csv = (await cli(['themes', 'check', '--format', 'csv'], { cwd })).out;
      expect(csv.split('\r\n').filter((line) => line.includes('a-2020'))).toHaveLength(2);
    });
  });

  it('holds a draft against the theme of the same id', async () => {
    await inCorpus(async (cwd) => {
      writeFileSync(join(cwd, 'draft.yaml'), THEME('住房, 造林'));
      const { out } = await cli(['themes', 'check', 'draft.yaml', '--width', '80'], { cwd });
      expect(out).toContain('housing  1 → 2 sentences  +1 -0 ~0');
    });
  });

  it('names file, line and column of a fault, and writes nothing', async () => {
    await inCorpus(async (cwd) => {
      writeFileSync(join(cwd, 'draft.yaml'), THEME('住房').replace('labels', 'lables'));
      const { code, err, out } = await cli(['themes', 'check', 'draft.yaml'], { cwd });
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/draft\.yaml:\d+:\d+/);
      const pattern = `${THEME('住房')}patterns:\n  1: ['(房+)+']\n`;
      writeFileSync(join(cwd, 'draft.yaml'), pattern);
      expect((await cli(['themes', 'check', 'draft.yaml'], { cwd })).code).toBe(2);
    });
  });
});
