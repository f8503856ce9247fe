import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CHECK, type CheckJson } from '../../src/findings/check/schema.js';
import { cli } from '../support/cli.js';
import { DOWN, FILES, gitIn, SHARED, THEME, UP, writeIn } from '../support/guarded.js';

const THEME_TEXT = FILES[THEME]!;
const HALVED = THEME_TEXT.replace(', 老旧小区', '');
/** The city says nothing of old estates any more. */
const SHORTER = FILES[DOWN]!.replace(`${SHARED.estates}\n`, '');
const REJECTED =
  "- reject: { upstream: 'hubei:三.2', quote-upstream: 高标准农田, downstream: 'wuhan:三.2', quote-downstream: 高标准农田 }\n";

let repo = '';
const git = (...args: string[]): string => gitIn(repo)(...args);

beforeAll(() => {
  repo = mkdtempSync(join(tmpdir(), 'duibiao-yardstick-'));
  for (const [path, text] of Object.entries(FILES)) writeIn(repo, path, text);
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'corpus');
});
afterAll(() => rmSync(repo, { recursive: true, force: true }));
beforeEach(() => {
  git('reset', '-q', '--hard');
  git('clean', '-qfd');
});

async function check(...args: string[]): Promise<{ code: number; json: CheckJson }> {
  const { code, out } = await cli(['check', '--format', 'json', ...args], { cwd: repo });
  return { code, json: CHECK.parse(JSON.parse(out)) };
}

/** New findings less notes, as `rule cause path:line`. */
const found = ({ findings }: CheckJson): string[] =>
  findings
    .filter(({ baseline, severity }) => !baseline && severity !== 'info')
    .map(({ rule, cause, path, line }) => `${rule} ${cause} ${path.slice(7)}:${line}`)
    .sort();

const CASES: readonly (readonly [
  name: string,
  edit: Readonly<Record<string, string>>,
  found: readonly string[],
])[] = [
  [
    'half of the terms struck out',
    { [THEME]: HALVED },
    ['theme-changed yardstick themes/housing.yaml:4'],
  ],
  [
    'a theme widened',
    { [THEME]: THEME_TEXT.replace('老旧小区', '老旧小区, 夜间出行') },
    ['theme-changed yardstick themes/housing.yaml:4'],
  ],
  [
    'terms in another order, and a remark',
    {
      [THEME]: `# 住房\n${THEME_TEXT.replace('保障性租赁住房, 老旧小区', '老旧小区, 保障性租赁住房')}`,
    },
    [],
  ],
  [
    'a term that stands nowhere',
    { [THEME]: THEME_TEXT.replace('老旧小区', '老旧小区, 太空旅馆') },
    [],
  ],
  [
    'a theme more',
    {
      'corpus/themes/night.yaml': 'id: night\nlabels: { zh: 夜间, en: night }\nterms: [夜间出行]\n',
    },
    [],
  ],
  [
    'a decision against a link',
    { 'corpus/links.yaml': REJECTED },
    ['yardstick-changed yardstick links.yaml:1'],
  ],
  [
    'a decision that was made already',
    { 'corpus/links.yaml': REJECTED.replace('reject:', 'pin:') },
    [],
  ],
  [
    'a misreading listed that a text has',
    { 'corpus/lexicon/misreadings.tsv': '渡江节\t过江节\n河湖长制\t湖河长制\n' },
    ['misreading yardstick hubei/plan.txt:21', 'misreading yardstick wuhan/plan.txt:21'],
  ],
  [
    'the theme and the text that it no longer asks for',
    { [THEME]: HALVED, [DOWN]: SHORTER },
    [
      'coverage-dropped texts wuhan/plan.txt:15',
      'link-lost texts wuhan/plan.txt:15',
      'theme-changed yardstick themes/housing.yaml:4',
    ],
  ],
];

describe('what is measured otherwise is told from what texts did', () => {
  it.each(CASES)('%s', async (_, edit, expected) => {
    for (const [path, text] of Object.entries(edit)) writeIn(repo, path, text);
    const { code, json } = await check('--since', 'HEAD');
    expect(found(json)).toEqual([...expected].sort());
    expect(code).toBe(expected.length > 0 ? 1 : 0);
    // Accepted in the lock: nothing is new any more, against the lock or the revision.
    await cli(['check', '--update'], { cwd: repo });
    expect(found((await check()).json)).toEqual([]);
    expect(found((await check('--since', 'HEAD')).json)).toEqual([]);
  });

  it('a theme taken away loses its sentences', async () => {
    rmSync(join(repo, THEME));
    const { json } = await check('--since', 'HEAD');
    expect(found(json)).toEqual(['theme-changed yardstick themes/housing.yaml:1']);
    expect(json.yardstick?.themes).toMatchObject([{ theme: 'housing', before: 4, after: 0 }]);
  });

  it('lists sentences gained and lost, and both states under both yardsticks', async () => {
    writeIn(repo, THEME, HALVED);
    writeIn(repo, DOWN, SHORTER);
    const { json } = await check('--since', 'HEAD');
    expect(json.yardstick?.themes).toMatchObject([
      { theme: 'housing', before: 3, after: 2, gained: [], lost: [{ text: SHARED.estates }] },
    ]);
    expect(json.summary.coverage).toMatchObject([
      {
        theme: 'housing',
        before: 1,
        after: 1,
        measured: { old: { before: 1, after: 0.5 }, new: { before: 1, after: 1 } },
      },
    ]);
    const zh = await cli(['check', '--since', 'HEAD', '--lang', 'zh', '--width', '200'], {
      cwd: repo,
    });
    expect(zh.out).toContain('主题“housing”被修改：增加 0 句、减少 1 句、改级 0 句');
    expect(zh.out).toContain('文本变化：按旧尺度 100% → 50%；按新尺度 100% → 100%');
  });
});

describe('a lock knows what it was measured with', () => {
  it('names the theme that is not as it was, and where coverage went', async () => {
    writeIn(repo, DOWN, SHORTER);
    await cli(['check', '--update'], { cwd: repo });
    writeIn(repo, THEME, HALVED);
    const { code, json } = await check();
    expect([code, found(json)]).toEqual([1, ['theme-changed yardstick themes/housing.yaml:1']]);
    expect(json.findings[0]?.message).toContain('coverage hubei → wuhan 50% → 100%');
  });

  it('of an earlier version says nothing of the yardstick', async () => {
    await cli(['check', '--update'], { cwd: repo });
    const lock = JSON.parse(readFileSync(join(repo, 'duibiao.lock'), 'utf8'));
    delete lock.yardstick;
    writeIn(repo, 'duibiao.lock', JSON.stringify(lock));
    writeIn(repo, THEME, HALVED);
    expect(found((await check()).json)).toEqual([]);
  });
});

/** `coverage-dropped` stands at the edit that did it, though a neighbour was edited before it. */
const DROPS: readonly (readonly [
  name: string,
  edit: (files: Record<string, string>) => void,
  at: string,
])[] = [
  [
    'the answer is deleted, an earlier sentence edited',
    (files) => {
      files[DOWN] = SHORTER.replace('布局建设一批', '布局建设若干');
    },
    'wuhan/plan.txt:15',
  ],
  [
    'a new demand from above, an earlier sentence edited',
    (files) => {
      files[UP] = FILES[UP]!.replace('布局建设一批', '布局建设若干').replace(
        SHARED.estates,
        `${SHARED.estates}\n探索老旧小区物业代管试点和业主自治。`,
      );
    },
    'hubei/plan.txt:17',
  ],
];

describe('coverage-dropped', () => {
  it.each(DROPS)('%s', async (_, edit, at) => {
    const files = { ...FILES };
    edit(files);
    for (const [path, text] of Object.entries(files)) writeIn(repo, path, text);
    const { json } = await check('--since', 'HEAD');
    expect(found(json).filter((item) => item.startsWith('coverage-dropped'))).toEqual([
      `coverage-dropped texts ${at}`,
    ]);
  });
});
