import { execFileSync, spawnSync } from 'node:child_process';
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
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { cli, inFolder } from '../support/cli.js';
import { DOWN, FILES, SHARED, UP } from '../support/guarded.js';
import { ROOT } from '../support/root.js';

const PLAN = `---
id: hubei-plan-2021
title: 湖北省重点工作计划
level: province
region: '420000'
kind: plan
date: '2021-01-10'
issuer: 湖北省人民政府
---
湖北省重点工作计划
一、改善群众住房
`;

/** What a keeper does in the first week, with the packed program and git alone. */
describe.skipIf(!existsSync(join(ROOT, 'dist/cli/main.js')))('the recipes from a tarball', () => {
  let folder: string;
  let repo: string;
  let home: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'duibiao-pack-'));
    const pack = [
      'pack',
      '--ignore-scripts',
      '--silent',
      '--offline',
      '--pack-destination',
      folder,
    ];
    const name = execFileSync('npm', pack, { cwd: ROOT, encoding: 'utf8' }).trim();
    execFileSync('tar', ['xzf', join(folder, name), '-C', folder]);
    home = join(folder, 'package');
    symlinkSync(join(ROOT, 'node_modules'), join(home, 'node_modules'));
    repo = join(folder, 'repo');
    mkdirSync(repo);
    run('git init -q -b main && git config user.name t && git config user.email t@example.org');
    run('git config commit.gpgsign false && git config core.hooksPath .githooks');
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function run(command: string, more: Readonly<Record<string, string>> = {}, cwd = repo) {
    const { PATH = '' } = process.env;
    const env = { PATH, HOME: folder, LANG: 'en_US.UTF-8', DUIBIAO_HOME: home, ...more };
    return spawnSync('sh', ['-c', command], { cwd, encoding: 'utf8', env });
  }

  function write(path: string, content: string, under = repo): void {
    mkdirSync(dirname(join(under, path)), { recursive: true });
    writeFileSync(join(under, path), content);
  }

  const commit = (cwd = repo) => run('git add -A && git commit -qm edit', {}, cwd);

  it('lets the first commits pass, stops a new fault, and never commits the cache', () => {
    const init = run(`node "${home}/bin/duibiao.js" init --ci github`);
    expect([init.status, init.stderr]).toEqual([0, '']);
    expect(commit().status).toBe(0);
    write('corpus/corpus.yaml', 'documents:\n  - hubei/plan.txt\n');
    write('corpus/hubei/plan.txt', `${PLAN}扩大保障性租赁 住房供给。\n`);
    const first = commit();
    expect(first.status).toBe(0);
    expect(first.stdout + first.stderr).toContain('stray-blank');
    // Themes of the program are none of the keeper's.
    expect(first.stdout + first.stderr).not.toContain('corpus/themes/');
    write('corpus/hubei/plan.txt', `${PLAN}扩大保障性租赁 住房供给。\n严守耕 地红线。\n`);
    expect(commit().status).toBe(1);
    write('corpus/hubei/plan.txt', `${PLAN}扩大保障性租赁 住房供给。\n严守耕地红线。\n`);
    expect(commit().status).toBe(0);
    expect(run('.duibiao/guard HEAD --cache').status).toBe(0);
    expect(run('git status --porcelain').stdout).toBe('');
    expect(existsSync(join(repo, '.duibiao-cache/check.json'))).toBe(true);
  }, 120_000);

  it('guards a linked work tree too', () => {
    const linked = join(folder, 'linked');
    run(`git worktree add -q -b other "${linked}"`);
    write('corpus/hubei/plan.txt', `${PLAN}建设高 标准农田。\n`, linked);
    expect(commit(linked).status).toBe(1);
  }, 60_000);

  it('goes through a week: papers, an edit that costs a link, mending, a theme, its halving, the lock', () => {
    const week = join(folder, 'week');
    mkdirSync(week);
    const tool = (args: string) => run(`node "$DUIBIAO_HOME/bin/duibiao.js" ${args}`, {}, week);
    const done = (args: string) => expect([args, tool(args).status]).toEqual([args, 0]);
    const start = ['init -q -b main', 'config user.name t', 'config user.email t@example.org'];
    for (const command of [
      ...start,
      'config commit.gpgsign false',
      'config core.hooksPath .githooks',
    ])
      run(`git ${command}`, {}, week);
    done('init --ci shell');
    expect(commit(week).status).toBe(0);
    for (const path of [UP, DOWN]) write(`${basename(dirname(path))}.txt`, FILES[path]!, week);
    done('corpus add --corpus corpus hubei.txt');
    done('corpus add --corpus corpus wuhan.txt');
    const corpus = readFileSync(join(week, 'corpus/corpus.yaml'), 'utf8');
    run('rm hubei.txt wuhan.txt', {}, week);
    expect(commit(week).status).toBe(0);
    const down = /\S*wuhan\S*\.txt/.exec(corpus)?.[0] ?? '';
    const text = readFileSync(join(week, 'corpus', down), 'utf8');
    write(`corpus/${down}`, text.replace(SHARED.village, ''), week);
    const red = commit(week);
    expect([red.status, red.stdout + red.stderr]).toEqual([
      1,
      expect.stringContaining('link-lost'),
    ]);
    write(`corpus/${down}`, text, week);
    const theme = 'corpus/themes/homes.yaml';
    done(`themes init homes --from 老旧小区,保障性租赁住房 -o ${theme}`);
    expect(commit(week).status).toBe(0);
    const whole = readFileSync(join(week, theme), 'utf8');
    write(theme, whole.replace(/^.*老旧小区" #.*\n/m, ''), week);
    const halved = commit(week);
    expect([halved.status, halved.stdout + halved.stderr]).toEqual([
      1,
      expect.stringContaining('theme-changed'),
    ]);
    done('check --update');
    expect(commit(week).status).toBe(0);
    expect(run('git status --porcelain', {}, week).stdout).toBe('');
    expect(run('.duibiao/guard HEAD', {}, week).status).toBe(0);
  }, 120_000);

  it('checks first pushes, branches and merge requests as the GitLab recipe says', () => {
    const [served, clone] = [join(folder, 'served.git'), join(folder, 'gitlab')];
    run(`git init -q --bare -b main "${served}" && git clone -q "${served}" "${clone}"`);
    run('git config user.name t && git config user.email t@example.org', {}, clone);
    run('git config commit.gpgsign false', {}, clone);
    const push = (text: string, branch: string) => {
      write('corpus/hubei/plan.txt', `${PLAN}${text}`, clone);
      commit(clone);
      expect(run(`git push -q origin HEAD:${branch}`, {}, clone).status).toBe(0);
      return run('git rev-parse HEAD', {}, clone).stdout.trim();
    };
    const job = (env: Readonly<Record<string, string>>) => {
      const recipe = readFileSync(join(clone, '.gitlab-ci.yml'), 'utf8');
      const { corpus } = parse(recipe) as { corpus: { script: string[] } };
      const ci = { CI_DEFAULT_BRANCH: 'main', ...env };
      const { status } = run(['set -e', ...corpus.script].join('\n'), ci, clone);
      return [status, readFileSync(join(clone, 'duibiao.xml'), 'utf8').includes('<failure')];
    };
    const none = '0'.repeat(40);
    expect(run(`node "${home}/bin/duibiao.js" init --ci gitlab`, {}, clone).status).toBe(0);
    write('corpus/corpus.yaml', 'documents:\n  - hubei/plan.txt\n', clone);
    const first = push('扩大保障性租赁 住房供给。\n', 'main');
    const main = { CI_COMMIT_BRANCH: 'main' };
    expect(job({ ...main, CI_COMMIT_BEFORE_SHA: none })).toEqual([0, true]);
    push('扩大保障性租赁 住房供给。\n严守耕 地红线。\n', 'edit');
    expect(job({ CI_COMMIT_BRANCH: 'edit', CI_COMMIT_BEFORE_SHA: none })).toEqual([1, true]);
    const request = { CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main', CI_COMMIT_BEFORE_SHA: none };
    expect(job({ ...request, CI_MERGE_REQUEST_DIFF_BASE_SHA: first })).toEqual([1, true]);
    const mended = push('扩大保障性租赁 住房供给。\n严守耕地红线。\n', 'edit');
    expect(job({ ...request, CI_MERGE_REQUEST_DIFF_BASE_SHA: first })).toEqual([0, false]);
    push('扩大保障性租赁 住房供给。\n严守耕地红线。\n建设高 标准农田。\n', 'main');
    expect(job({ ...main, CI_COMMIT_BEFORE_SHA: mended })).toEqual([1, true]);
  }, 120_000);

  it('says what is missing where there is no program, and lets the commit pass', () => {
    const none = run('.duibiao/run --version', { DUIBIAO_HOME: '' });
    expect([none.status, none.stdout]).toEqual([127, '']);
    expect(none.stderr).toContain('put its tarball into .duibiao/');
    write('corpus/hubei/plan.txt', `${PLAN}严守耕 地红线。\n`);
    const passed = run('git commit -qam edit', { DUIBIAO_HOME: '' });
    expect(passed.status).toBe(0);
    expect(passed.stderr).toContain('The commit is not checked.');
  });
});

describe('init --ci', () => {
  it.each([
    ['github', '.github/workflows/corpus.yml'],
    ['gitlab', '.gitlab-ci.yml'],
    ['shell', '.duibiao/guard'],
  ])('writes for %s', async (server, path) => {
    await inFolder(async (cwd) => {
      const source = ['--source', 'duibiao@9.9.9'];
      const init = ['init', '--ci', server, ...source];
      const { code, out } = await cli(init, { cwd });
      expect([code, existsSync(join(cwd, path))]).toEqual([0, true]);
      expect(out).toContain(`wrote ${path}\n`);
      expect((await cli(init, { cwd })).out).toBe(
        out.replaceAll(/^wrote (.+)$/gm, '$1 is as it should be'),
      );
    });
  });

  it.each([
    ['en', 'Nothing was written'],
    ['zh', '没有写入任何文件'],
  ])('lists what it can set up where nothing is named (%s)', async (lang, text) => {
    await inFolder(async (cwd) => {
      const { code, err } = await cli(['init', '--lang', lang], { cwd });
      expect(code).toBe(2);
      expect(err).toContain(text);
      for (const server of ['github', 'gitlab', 'shell']) expect(err).toContain(`--ci ${server}`);
      expect(readdirSync(cwd)).toEqual([]);
    });
  });

  it('refuses a source that a shell would read as more', async () => {
    const { code, err } = await cli(['init', '--ci', 'shell', '--source', "a'; rm b"]);
    expect(code).toBe(2);
    expect(err).toContain('--source');
  });
});

describe('check --list-rules', () => {
  it('names severities in the language asked for', async () => {
    const { out } = await cli(['check', '--list-rules', '--lang', 'zh']);
    expect(out).toMatch(/^numbering-gap +错误 /m);
    expect(out).not.toMatch(/ (?:error|warning|info) /);
  });
});
