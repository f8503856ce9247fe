import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

/** A text of so many sentences, each like many others. */
function manySentences(count: number, turn: number): string {
  const words = ['推进', '完善', '加强', '城市', '乡村', '产业', '生态', '治理', '服务', '创新'];
  const sentence = (n: number): string =>
    [1, 3, 7, 11, 13, 17].map((step) => words[(n * step + turn * (n >> 4)) % 10]).join('');
  return `方案\n${Array.from({ length: count }, (_, n) => `${sentence(n)}${n}项。\n`).join('')}`;
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

  /** Starts it and sends Ctrl-C after a while, again and again: how it ended, and what it said. */
  async function interrupted(args: readonly string[]) {
    const child = spawn(process.execPath, [BINARY, ...args], { cwd: ROOT });
    let stderr = '';
    child.stderr.on('data', (data: Buffer) => {
      stderr += data.toString();
    });
    const again = setInterval(() => child.kill('SIGINT'), 2000);
    const [code, signal] = await new Promise<[number | null, string | null]>((done) => {
      child.on('close', (...end) => done(end));
    });
    clearInterval(again);
    return { code, signal, stderr };
  }

  it('is ended by Ctrl-C while it waits', async () => {
    expect(await interrupted(['parse', '-'])).toEqual({ code: null, signal: 'SIGINT', stderr: '' });
  });

  it('is ended by Ctrl-C while it works without a pause, and leaves nothing behind', async () => {
    await inFolder(async (folder) => {
      const [one, other, output] = ['one.txt', 'other.txt', 'out.html'].map((name) =>
        join(folder, name),
      ) as [string, string, string];
      // Alike enough that comparing takes minutes.
      writeFileSync(one, manySentences(30_000, 0));
      writeFileSync(other, manySentences(30_000, 1));
      const ended = await interrupted(['report', one, other, '--no-cache', '-o', output]);
      expect(ended).toEqual({ code: null, signal: 'SIGINT', stderr: '' });
      expect(readdirSync(folder).sort()).toEqual(['one.txt', 'other.txt']);
    });
  });

  it('finishes the file it is writing before Ctrl-C ends it', async () => {
    await inFolder(async (folder) => {
      const script = `
        import { writeFileSync } from 'node:fs';
        import { uninterrupted } from ${JSON.stringify(join(ROOT, 'dist/corpus/interrupt.js'))};
        setInterval(() => undefined, 1000);
        uninterrupted(() => {
          process.kill(process.pid, 'SIGINT');
          writeFileSync('whole', '');
        });`;
      const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
        cwd: folder,
        timeout: 20_000,
      });
      expect(status).toBe(130);
      expect(readdirSync(folder)).toEqual(['whole']);
    });
  });

  it('can be ended by Ctrl-C again after it has written a file', async () => {
    const script = `
      import { uninterrupted } from ${JSON.stringify(join(ROOT, 'dist/corpus/interrupt.js'))};
      uninterrupted(() => undefined);
      uninterrupted(() => undefined);
      setTimeout(() => {
        process.kill(process.pid, 'SIGINT');
        for (;;);
      }, 50);`;
    const { signal } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      timeout: 20_000,
    });
    expect(signal).toBe('SIGINT');
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
