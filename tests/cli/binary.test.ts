import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inFolder } from '../support/cli.js';
import { ROOT } from '../support/root.js';

const BINARY = join(ROOT, 'bin/duibiao.js');

function duibiao(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { PATH = '' } = process.env;
  return spawnSync(process.execPath, [BINARY, ...args], {
    cwd: ROOT,
    env: { PATH, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
}

/** A few promises that only the real program can keep; `npm run build` goes before. */
describe.skipIf(!existsSync(join(ROOT, 'dist/cli/main.js')))('the program itself', () => {
  it('says its version', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(duibiao(['--version'])).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
    expect(duibiao(['-V']).stdout).toBe(`${version}\n`);
  });

  it('ends with 2 for wrong usage and prints only to standard error', () => {
    expect(duibiao(['parse', 'no-such.txt'])).toMatchObject({ status: 2, stdout: '' });
    expect(duibiao(['parse', 'no-such.txt']).stderr).not.toContain('    at ');
  });

  it('ends with 70 and the stack for a bug', () => {
    const script = `
      import { run } from ${JSON.stringify(join(ROOT, 'dist/cli/run.js'))};
      const stream = { isTTY: false, write: (text) => process.stderr.write(text) };
      const broken = { isTTY: false, write: () => { throw new TypeError('a bug'); } };
      const io = { cwd: '.', env: {}, platform: 'linux', stdout: broken, stderr: stream, stdin: async () => new Uint8Array() };
      process.exitCode = await run(['schema'], io);`;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    expect(status).toBe(70);
    expect(stderr).toMatch(/TypeError: a bug\n {4}at /);
    expect(stderr).toContain('This is a bug of duibiao');
  });

  it('ends quietly when its reader has seen enough', () => {
    const command = `"${process.execPath}" "${BINARY}" parse fixtures/compendium/source.txt --format json | head -c 20`;
    const { stdout, stderr } = spawnSync('bash', ['-c', `${command}; echo "\${PIPESTATUS[0]}"`], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(stdout.slice(20)).toBe('0\n');
  });

  it('ends with 130 when interrupted', async () => {
    const child = spawn(process.execPath, [BINARY, 'parse', '-'], { cwd: ROOT });
    let stderr = '';
    child.stderr.on('data', (data: Buffer) => {
      stderr += data.toString();
    });
    // It waits for standard input; give it time to get there, then again until it has.
    const again = setInterval(() => child.kill('SIGINT'), 3000);
    const end = await new Promise<[number | null, string | null]>((done) => {
      child.on('close', (code, signal) => done([code, signal]));
    });
    clearInterval(again);
    expect(end).toEqual([130, null]);
    expect(stderr).toBe('');
  });

  it('gives the same bytes with an empty cache, a full one and none, in any locale', async () => {
    await inFolder(async (folder) => {
      const args = ['coverage', 'politburo-study-25', 'hubei-explanation-2020', '-f', 'json'];
      const none = duibiao([...args, '--no-cache']);
      const env = { DUIBIAO_CACHE_DIR: folder };
      const empty = duibiao(args, env);
      const full = duibiao(args, { ...env, LANG: 'zh_CN.UTF-8', TZ: 'Asia/Shanghai' });
      expect(none.status).toBe(0);
      expect(none.stdout).not.toBe('');
      expect(empty.stdout).toBe(none.stdout);
      expect(full.stdout).toBe(none.stdout);
    });
  });

  it('does not take an edited text for the one it knows', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'draft.txt');
      const text = (goal: string): string =>
        `关于加快发展的意见\n\n一、总体要求\n\n${goal}。\n\n二、主要任务\n\n加强组织领导。\n`;
      const ask = (): string => {
        const args = ['align', 'politburo-study-25', path, '--level', 'city', '-f', 'json'];
        return duibiao(args, { DUIBIAO_CACHE_DIR: join(folder, 'cache') }).stdout;
      };
      writeFileSync(path, text('坚持新发展理念'));
      const first = ask();
      writeFileSync(path, text('坚持高质量发展'));
      const second = ask();
      expect(first).toContain('坚持新发展理念。');
      expect(second).toContain('坚持高质量发展。');
      expect(second).not.toContain('坚持新发展理念。');
    });
  });

  it('pages long output in a terminal, and prints it where the pager is missing', () => {
    const script = (pager: string): string =>
      `script -qec 'DUIBIAO_PAGER="${pager}" TERM=xterm "${process.execPath}" "${BINARY}" parse wuhan --no-cache' /dev/null`;
    const run = (pager: string) =>
      spawnSync('bash', ['-c', script(pager)], { cwd: ROOT, encoding: 'utf8', input: '' });
    if (spawnSync('script', ['--version']).error !== undefined) return;
    expect(run('head -n 1; echo PAGED').stdout).toMatch(/PAGED\s*$/);
    const missing = run('no-such-pager');
    expect(missing.status).toBe(0);
    expect(missing.stdout.split('\n').length).toBeGreaterThan(60);
  });
});
