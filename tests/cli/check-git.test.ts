import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CHECK } from '../../src/findings/check/schema.js';
import { cli } from '../support/cli.js';
import { DOWN, FILES, gitIn, SHARED, THEME, UP, writeIn } from '../support/guarded.js';
import { ROOT } from '../support/root.js';

let repo = '';

const git = (...args: string[]): string => gitIn(repo)(...args);
const write = (path: string, text: string): void => writeIn(repo, path, text);
const restore = (): void => {
  rmSync(join(repo, 'corpus'), { recursive: true, force: true });
  for (const [path, text] of Object.entries(FILES)) write(path, text);
  for (const path of ['duibiao.lock', 'duibiao.config.yaml'])
    rmSync(join(repo, path), { force: true });
};

beforeAll(() => {
  repo = mkdtempSync(join(tmpdir(), 'duibiao-check-'));
  restore();
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'corpus');
});
afterAll(() => rmSync(repo, { recursive: true, force: true }));
beforeEach(restore);

interface Json {
  findings: { rule: string; path: string; line: number; baseline: boolean; severity: string }[];
  summary: { coverage: { theme: string; before: number | null; after: number | null }[] };
}

async function check(...args: string[]): Promise<{ code: number; json: Json; err: string }> {
  const { code, out, err } = await cli(['check', '--format', 'json', ...args], { cwd: repo });
  const json = out === '' ? { findings: [] } : JSON.parse(out);
  // Strict: what a schema does not name would be stripped.
  if (out !== '') expect(CHECK.parse(json)).toEqual(json);
  return { code, json, err };
}

/** New findings as `rule path:line`; notes of links gained are left to tests of their own. */
const fresh = ({ findings }: Json): string[] =>
  findings
    .filter(({ baseline }) => !baseline)
    .map(({ rule, path, line }) => `${rule} ${path.replace(/^corpus\//, '')}:${line}`);

type Edit = (files: Record<string, string>) => void;
const inDown =
  (from: string, to: string): Edit =>
  (files) => {
    if (!files[DOWN]!.includes(from)) throw new Error(`not there: ${from}`);
    files[DOWN] = files[DOWN]!.replace(from, to);
  };
const inTheme =
  (change: (text: string) => string): Edit =>
  (files) => {
    files[THEME] = change(files[THEME]!);
  };
const inUp =
  (from: string, to: string): Edit =>
  (files) => {
    if (!files[UP]!.includes(from)) throw new Error(`not there: ${from}`);
    files[UP] = files[UP]!.replace(from, to);
  };

const EDITS: readonly (readonly [
  name: string,
  edit: Edit,
  code: number,
  found: readonly string[],
])[] = [
  ['nothing', () => undefined, 0, []],
  ['a blank line more', inDown('二、保障', '\n二、保障'), 0, []],
  [
    'windows line ends',
    (files) => {
      files[DOWN] = files[DOWN]!.replaceAll('\n', '\r\n');
    },
    0,
    [],
  ],
  [
    'a blank in a sentence',
    inDown('深入推进农村', '深入推进 农村'),
    1,
    ['stray-blank wuhan/plan.txt:19'],
  ],
  [
    'delete a linked sentence',
    inDown(`${SHARED.village}\n`, ''),
    1,
    ['link-lost wuhan/plan.txt:18'],
  ],
  [
    'delete a sentence of a theme',
    inDown(`${SHARED.estates}\n`, ''),
    1,
    ['coverage-dropped wuhan/plan.txt:15', 'link-lost wuhan/plan.txt:15'],
  ],
  ['delete a local sentence', inDown('提升轨道交通夜间运营能力，方便市民夜间出行。\n', ''), 0, []],
  [
    'add a local sentence',
    inDown('夜间出行。', '夜间出行。\n举办国际渡江节，打造城市赛事品牌。'),
    0,
    [],
  ],
  ['change a number', inDown('2000年底前', '2005年底前'), 1, ['number-changed wuhan/plan.txt:16']],
  ['renumber a chapter', inDown('三、做优', '五、做优'), 1, ['numbering-gap wuhan/plan.txt:17']],
  [
    'a chapter with the number of the next',
    inDown('二、保障', '三、保障'),
    1,
    ['numbering-gap wuhan/plan.txt:14'],
  ],
  ['use a number twice', inDown('四、守护', '三、守护'), 1, ['numbering-repeat wuhan/plan.txt:20']],
  ['break a quote', inUp('“四个意识”', '“四个意识'), 1, ['unbalanced-quote hubei/plan.txt:22']],
  [
    'break a bracket',
    inDown('夜间出行。', '夜间出行（含节假日。'),
    1,
    ['unbalanced-bracket wuhan/plan.txt:22'],
  ],
  [
    'swap two chapters',
    (files) => {
      const parts = files[DOWN]!.split(/(?=^[一二三四]、)/m);
      const [two, three] = [parts[2]!.replace('二、', '三、'), parts[3]!.replace('三、', '二、')];
      files[DOWN] = [parts[0], parts[1], three, two, parts[4]].join('');
    },
    0,
    [],
  ],
  [
    'rename the province in the head',
    inUp('issuer: 湖北省人民政府', 'issuer: 湖南省人民政府'),
    1,
    ['head-region-mismatch hubei/plan.txt:5'],
  ],
  [
    'an impossible date',
    inUp("'2021-01-10'", "'2021-02-30'"),
    1,
    ['head-bad-date hubei/plan.txt:7'],
  ],
  [
    'an unknown region',
    inDown("'420100'", "'429999'"),
    1,
    ['head-unknown-region wuhan/plan.txt:5'],
  ],
  [
    'another level',
    inDown('level: city', 'level: province'),
    1,
    ['head-level-mismatch wuhan/plan.txt:4', 'pair-removed corpus.yaml:1'],
  ],
  [
    'an id twice',
    inDown('id: wuhan-plan-2021', 'id: hubei-plan-2021'),
    1,
    [
      'corpus-fault corpus.yaml:6',
      'head-duplicate-id wuhan/plan.txt:2',
      'pair-removed corpus.yaml:1',
    ],
  ],
  [
    'no title',
    inDown('title: 武汉市重点工作计划\n', ''),
    1,
    ['head-missing-field wuhan/plan.txt:1'],
  ],
  [
    'a page number left',
    inDown(`${SHARED.farm}\n`, `${SHARED.farm}\n— 12 —\n`),
    1,
    ['page-number-left wuhan/plan.txt:19'],
  ],
  [
    'a line broken',
    inDown('方便市民夜间出行', '方便\n市民夜间出行'),
    1,
    ['broken-line wuhan/plan.txt:22'],
  ],
  [
    'a paragraph twice',
    inDown(SHARED.ecology, `${SHARED.ecology}\n${SHARED.ecology}`),
    1,
    ['duplicated-paragraph wuhan/plan.txt:22'],
  ],
  [
    'a document gone',
    (files) => {
      delete files[DOWN];
    },
    1,
    ['corpus-fault corpus.yaml:3'],
  ],
  [
    'a theme file broken',
    inTheme(() => 'id: housing\n'),
    1,
    ['theme-invalid themes/housing.yaml:1', 'theme-invalid themes/housing.yaml:1'],
  ],
  [
    'a term twice',
    inTheme((text) => text.replace('老旧小区]', '老旧小区, 老旧小区]')),
    1,
    ['theme-invalid themes/housing.yaml:4'],
  ],
  [
    'a set phrase bent',
    inDown('夜间出行。', '夜间出行，增强“四个意思”。'),
    0,
    ['link-gained wuhan/plan.txt:22', 'phrase-variant wuhan/plan.txt:22'],
  ],
  [
    'a foreign document named',
    inDown('夜间出行。', '夜间出行，落实《城市公共交通管理条例》。'),
    0,
    ['reference-unknown wuhan/plan.txt:22'],
  ],
];

/** Notes of drift tell of scores far from the edit and move with the engine's parameters; they must only ever be notes. */
const settled = (found: readonly string[]): string[] =>
  found.filter((item) => !item.startsWith('link-drift')).sort();

describe('check --since HEAD', () => {
  it.each(EDITS)('%s', async (_, edit, code, found) => {
    const files = { ...FILES };
    edit(files);
    for (const path of Object.keys(FILES)) {
      if (files[path] === undefined) rmSync(join(repo, path));
      else write(path, files[path]);
    }
    const status = git('status', '--porcelain');
    const result = await check('--since', 'HEAD');
    expect(result.err).toBe('');
    expect(settled(fresh(result.json))).toEqual([...found].sort());
    const drift = result.json.findings.filter(({ rule }) => rule === 'link-drift');
    expect(drift.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(result.code).toBe(code);
    expect(CHECK.safeParse(result.json).success).toBe(true);
    expect(git('status', '--porcelain')).toBe(status);
  });

  it('tells coverage before and after', async () => {
    write(DOWN, FILES[DOWN]!.replace(`${SHARED.housing}\n`, ''));
    const { json } = await check('--since', 'HEAD');
    expect(json.summary.coverage).toMatchObject([{ theme: 'housing', before: 1, after: 0.5 }]);
  });

  it('says what a sentence moved to another document section keeps', async () => {
    const moved = FILES[DOWN]!.replace(`${SHARED.talent}\n`, '').replace(
      SHARED.ecology,
      `${SHARED.ecology}\n${SHARED.talent}`,
    );
    write(DOWN, moved);
    expect((await check('--since', 'HEAD')).code).toBe(0);
  });

  it('an unknown revision is wrong usage', async () => {
    const { code, err } = await check('--since', 'no-such-ref');
    expect([code, err.includes('no-such-ref')]).toEqual([2, true]);
    expect((await check('--since', '--output=x')).code).toBe(2);
  });
});

describe('a paper that is compared with nothing', () => {
  const NOTICE = 'corpus/wuhan/notice.txt';
  const text =
    "---\nid: wuhan-notice-2021\ntitle: 武汉市供水通知\nlevel: city\nregion: '420100'\nkind: notice\ndate: '2021-03-10'\nissuer: 武汉市水务局\n---\n武汉市供水通知\n一、保障供水\n改造供水管网15公里。\n违反规定的，处三千元以上五千元以下罚款。\n做好供水服务工作。\n";
  const edit = text.replace('15公里', '18公里').replace('三千元', '二千元').replace('做好', '抓好');

  it('has its changed figures told, by a commit and by the lock, and nothing else', async () => {
    const corpus = FILES['corpus/corpus.yaml']!;
    write(
      'corpus/corpus.yaml',
      corpus.replace('plan.txt\naliases', 'plan.txt\n  - wuhan/notice.txt\naliases'),
    );
    write(NOTICE, text);
    git('add', '-A');
    git('commit', '-q', '-m', 'notice');
    await check('--update');
    write(NOTICE, edit);
    const told = ['figure-edited wuhan/notice.txt:12', 'figure-edited wuhan/notice.txt:13'];
    for (const args of [['--since', 'HEAD'], []]) {
      const { code, json } = await check(...args);
      expect([code, fresh(json)]).toEqual([0, told]);
    }
    git('reset', '-q', '--hard', 'HEAD~1');
  });
});

describe('check with a lock', () => {
  it('is quiet after --update, speaks after an edit, and is quiet after the next --update', async () => {
    write(DOWN, FILES[DOWN]!.replace('深入推进农村', '深入推进 农村'));
    expect((await check()).code).toBe(1);
    await check('--update');
    const lock = readFileSync(join(repo, 'duibiao.lock'), 'utf8');
    const quiet = await check();
    expect([quiet.code, fresh(quiet.json)]).toEqual([0, []]);
    write(
      DOWN,
      FILES[DOWN]!.replace('深入推进农村', '深入推进 农村').replace(`${SHARED.estates}\n`, ''),
    );
    const loud = await check();
    expect([loud.code, settled(fresh(loud.json))]).toEqual([
      1,
      ['coverage-dropped wuhan/plan.txt:15', 'link-lost wuhan/plan.txt:15'],
    ]);
    expect((await check('--max-lost-links', '1')).code).toBe(0);
    expect((await check('--max-warnings', '2')).code).toBe(0);
    expect((await check('--max-lost-links', '0')).code).toBe(1);
    await check('--update');
    expect((await check()).code).toBe(0);
    expect(readFileSync(join(repo, 'duibiao.lock'), 'utf8')).not.toBe(lock);
    // Accepted in the lock: not held against the branch either.
    expect((await check('--since', 'HEAD')).code).toBe(0);
  });

  it('does not compare with the lock of another engine', async () => {
    await check('--update');
    const lock = readFileSync(join(repo, 'duibiao.lock'), 'utf8');
    const old = lock
      .replace(/"engine": "\w+"/, '"engine": "old"')
      .replace(/"engine \w+ engine"/, '"engine 0123456789abcdef engine"');
    write('duibiao.lock', old);
    const { code, json } = await check();
    expect([code, fresh(json)]).toEqual([
      1,
      ['lock-outdated ../duibiao.lock:1'.replace('../', '')],
    ]);
    write('duibiao.lock', 'not json');
    expect((await check()).code).toBe(2);
  });
});

describe('settings', () => {
  it('--min-coverage fails below it', async () => {
    write(DOWN, FILES[DOWN]!.replace(`${SHARED.housing}\n`, ''));
    expect((await check('--min-coverage', 'housing=0.4')).code).toBe(0);
    const { code, json } = await check('--min-coverage', 'housing=0.6');
    expect([code, fresh(json)]).toEqual([1, ['coverage-below-minimum wuhan/plan.txt:1']]);
    expect((await check('--min-coverage', 'housing=6')).code).toBe(2);
    expect((await check('--min-coverage', 'hausing=0.6')).code).toBe(2);
  });

  it('ignores with reason and expiry, and reports idle ones', async () => {
    write(DOWN, FILES[DOWN]!.replace('深入推进农村', '深入推进 农村'));
    const config = (until: string, rule = 'stray-blank') =>
      `check:\n  ignores:\n    - rule: ${rule}\n      path: corpus/**\n      reason: 原文如此\n      until: ${until}\n`;
    write('duibiao.config.yaml', config('2999-01-01'));
    expect((await check()).code).toBe(0);
    write('duibiao.config.yaml', config('2001-01-01'));
    expect(fresh((await check()).json)).toEqual([
      'stray-blank wuhan/plan.txt:19',
      'expired-ignore duibiao.config.yaml:3',
    ]);
    write('duibiao.config.yaml', config('2999-01-01', 'radical-form'));
    expect(fresh((await check()).json)).toContain('unused-ignore duibiao.config.yaml:3');
    write('duibiao.config.yaml', 'check:\n  rules: { stray-blank: off }\n');
    expect((await check()).code).toBe(0);
    write('duibiao.config.yaml', 'check:\n  rules: { stray-blanks: off }\n');
    expect((await check()).code).toBe(2);
  });

  it('a comment in the head ignores a rule for the document', async () => {
    const text = FILES[DOWN]!.replace('深入推进农村', '深入推进 农村');
    write(DOWN, text.replace('kind: plan', '# duibiao-ignore stray-blank: 原文如此\nkind: plan'));
    expect((await check()).code).toBe(0);
  });

  it('prints the configuration in force', async () => {
    const { out } = await cli(['check', '--print-config', '--min-coverage', 'housing=60%'], {
      cwd: repo,
    });
    expect(out).toBe('check:\n  rules: {}\n  ignores: []\n  min-coverage:\n    housing: 0.6\n');
  });
});

describe('--fix', () => {
  it('mends blanks, width, radicals and page numbers, never wording', async () => {
    const broken = FILES[DOWN]!.replace('深入推进农村', '深入推进 农村,')
      .replace('2025年', '２０２５年')
      .replace('一批重大', '⼀批重大')
      .replace(`${SHARED.farm}\n`, `${SHARED.farm}\n— 12 —\n`);
    write(DOWN, broken);
    const dry = await cli(['check', '--fix', '--dry-run'], { cwd: repo });
    expect(readFileSync(join(repo, DOWN), 'utf8')).toBe(broken);
    expect(dry.out).toContain('-到２０２５年完成');
    expect(dry.out).toContain('+到2025年完成');
    await check('--fix');
    expect(readFileSync(join(repo, DOWN), 'utf8')).toBe(
      FILES[DOWN]!.replace('深入推进农村', '深入推进农村，'),
    );
  });
});

describe('cache', () => {
  it('gives the same report and notices edits', async () => {
    const first = await check('--cache');
    const second = await check('--cache');
    expect(second.json).toEqual(first.json);
    write(DOWN, FILES[DOWN]!.replace('深入推进农村', '深入推进 农村'));
    expect(fresh((await check('--cache')).json)).toContain('stray-blank wuhan/plan.txt:19');
    rmSync(join(repo, '.duibiao-cache'), { recursive: true });
  });
});

describe('init --ci github', () => {
  it('writes a workflow and a hook', async () => {
    const { code } = await cli(['init', '--ci', 'github'], { cwd: repo });
    expect(code).toBe(0);
    expect(readFileSync(join(repo, '.github/workflows/corpus.yml'), 'utf8')).toContain('--since');
    expect(readFileSync(join(repo, '.githooks/pre-commit'), 'utf8')).toMatch(/^#!\/bin\/sh\n/);
    expect((await cli(['init', '--ci', 'github'], { cwd: repo })).code).toBe(0);
    write('.githooks/pre-commit', '#!/bin/sh\n');
    expect((await cli(['init', '--ci', 'github'], { cwd: repo })).code).toBe(2);
    expect((await cli(['init', '--ci', 'github', '--force'], { cwd: repo })).code).toBe(0);
    expect((await cli(['init', '--ci', 'other'], { cwd: repo })).code).toBe(2);
    rmSync(join(repo, '.github'), { recursive: true });
    rmSync(join(repo, '.githooks'), { recursive: true });
    rmSync(join(repo, '.duibiao'), { recursive: true });
  });

  /** Runs a shell command where the recipe finds this program. */
  const shell = (cwd: string, command: string, env: Readonly<Record<string, string>> = {}) => {
    return spawnSync('sh', ['-c', command], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, LANG: 'en_US.UTF-8', DUIBIAO_HOME: ROOT, ...env },
    });
  };
  const AS = 'git -c user.name=t -c user.email=t@example.org -c commit.gpgsign=false';

  it('stops a bad commit with the hook, and lets a good one pass', async () => {
    await cli(['init', '--ci', 'github'], { cwd: repo });
    git('config', 'core.hooksPath', '.githooks');
    const before = git('rev-parse', 'HEAD');
    write(DOWN, FILES[DOWN]!.replace('深入推进农村', '深入推进 农村'));
    const bad = shell(repo, `${AS} commit -qam bad`);
    expect([bad.status, git('rev-parse', 'HEAD')]).toEqual([1, before]);
    expect(bad.stdout + bad.stderr).toContain('stray-blank');
    write(
      DOWN,
      FILES[DOWN]!.replace('夜间出行。', '夜间出行。\n举办国际渡江节，打造城市赛事品牌。'),
    );
    const good = shell(repo, `${AS} commit -qam good`);
    expect([good.status, git('log', '-1', '--format=%s').trim()]).toEqual([0, 'good']);
    git('reset', '-q', '--hard', before.trim());
    git('config', '--unset', 'core.hooksPath');
    rmSync(join(repo, '.github'), { recursive: true, force: true });
    rmSync(join(repo, '.githooks'), { recursive: true, force: true });
    rmSync(join(repo, '.duibiao'), { recursive: true, force: true });
  });

  it('judges a pull request by the steps of the workflow', async () => {
    await cli(['init', '--ci', 'github'], { cwd: repo });
    const workflow = parse(readFileSync(join(repo, '.github/workflows/corpus.yml'), 'utf8'));
    const steps: { if?: string; run?: string; with?: Record<string, unknown> }[] =
      workflow.jobs.check.steps;
    expect(steps.some((step) => step.with?.['fetch-depth'] === 0)).toBe(true);
    const step = steps.find((each) => each.if === "github.event_name == 'pull_request'")!;
    rmSync(join(repo, '.github'), { recursive: true });
    rmSync(join(repo, '.githooks'), { recursive: true });
    const clone = mkdtempSync(join(tmpdir(), 'duibiao-clone-'));
    shell(clone, `git clone -q "${repo}" . && git checkout -q -b edit`);
    renameSync(join(repo, '.duibiao'), join(clone, '.duibiao'));
    const judge = () => {
      const summary = join(clone, '.git/summary.md');
      const run = shell(clone, step.run!, { BASE: 'main', GITHUB_STEP_SUMMARY: summary });
      return { ...run, summary: readFileSync(summary, 'utf8') };
    };
    writeFileSync(join(clone, DOWN), FILES[DOWN]!.replace('提升轨道交通', '提升轨道 交通'));
    shell(clone, `${AS} commit -qam edit`);
    const bad = judge();
    expect(bad.status).toBe(1);
    expect(bad.stdout).toMatch(/^::warning file=corpus\/wuhan\/plan\.txt,line=22/m);
    expect(bad.summary).toContain('stray-blank');
    writeFileSync(join(clone, DOWN), FILES[DOWN]!);
    shell(clone, `${AS} commit -qam back`);
    const good = judge();
    expect([good.status, good.stdout.includes('::')]).toEqual([0, false]);
    rmSync(clone, { recursive: true });
  });
});
