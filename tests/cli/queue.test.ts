import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { Queue } from 'bullmq';
import { describe, expect, it } from 'vitest';
import { cli, inFolder } from '../support/cli.js';
import { writeCollection } from '../support/collection.js';
import { HAS_REDIS, startRedis } from '../support/redis.js';
import { ROOT } from '../support/root.js';

const BINARY = join(ROOT, 'bin/duibiao.js');
const BUILT = existsSync(join(ROOT, 'dist/cli/main.js'));
const STAR = ['--all', '-f', 'ndjson'];

interface Program {
  readonly process: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

/** The program in a process of its own. */
function start(args: readonly string[], cwd: string): Program {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [BINARY, ...args], { cwd, env: { PATH } });
  const texts: string[] = [];
  child.stderr.on('data', (text: Buffer) => texts.push(text.toString()));
  child.stdout.on('data', (text: Buffer) => texts.push(text.toString()));
  const ended = new Promise<number | null>((done) => child.on('exit', (code) => done(code)));
  return { process: child, said: () => texts.join(''), ended };
}

async function until(test: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await test())) await new Promise((done) => setTimeout(done, 20));
}

/** A server, a folder of plans, and a view of the queue. */
async function withQueue(
  database: number,
  use: (world: { url: string; folder: string; queue: Queue }) => Promise<void>,
): Promise<void> {
  const redis = await startRedis(database);
  const queue = new Queue('duibiao-matrix', { connection: { url: redis.url } });
  try {
    await queue.obliterate({ force: true });
    await inFolder(async (folder) => {
      writeCollection(join(folder, 'plans'));
      await use({ url: redis.url, folder, queue });
    });
  } finally {
    await queue.close();
    await redis.stop();
  }
}

const SKIPPED = HAS_REDIS ? '' : ' (skipped: there is no redis-server here)';

// Side by side: what takes time here is waiting, for a job that was lost and for a server that is none.
describe.skipIf(!HAS_REDIS || !BUILT).concurrent(`matrix over a queue${SKIPPED}`, () => {
  const run = (url: string, folder: string): Program =>
    start(
      [
        'matrix',
        '--corpus',
        'plans',
        ...STAR,
        '--queue',
        url,
        '-o',
        'out.ndjson',
        '--state',
        'kept',
      ],
      folder,
    );
  const help = (url: string, folder: string, corpus = 'plans'): Program =>
    start(['worker', '--queue', url, '--corpus', corpus, '--jobs', '1', '--idle', '60'], folder);

  it('comes to the same though workers and the run itself are killed in the middle', async () => {
    await withQueue(1, async ({ url, folder, queue }) => {
      const first = run(url, folder);
      const victim = help(url, folder);
      // The job at hand is lost with its worker, and another's after a while.
      await until(async () => (await queue.getActiveCount()) > 0);
      victim.process.kill('SIGKILL');
      await victim.ended;
      expect(await queue.getActiveCount()).toBe(1);
      first.process.kill('SIGKILL');
      await first.ended;
      const [second, helper] = [run(url, folder), help(url, folder)];
      expect(await second.ended).toBe(0);
      expect(second.said()).toMatch(
        /21 pairs: \d+ compared, \d+ kept from earlier runs, 0 given up/,
      );
      helper.process.kill('SIGTERM');
      expect(await helper.ended).toBe(0);
      const fresh = await cli(['matrix', '--corpus', 'plans', '--jobs', '1', ...STAR], {
        cwd: folder,
      });
      expect(readFileSync(join(folder, 'out.ndjson'), 'utf8')).toBe(fresh.out);
      expect(await queue.getJobCounts()).toMatchObject({ active: 0, completed: 0, failed: 0 });
    });
  }, 180_000);

  it('gives up what only workers with another corpus could do, and says why', async () => {
    await withQueue(2, async ({ url, folder }) => {
      writeCollection(join(folder, 'other'));
      appendFileSync(join(folder, 'other/national/一.txt'), '另有一句。\n');
      const [own, stranger] = [run(url, folder), help(url, folder, 'other')];
      expect(await own.ended).toBe(2);
      expect(own.said()).toContain('the corpora are not the same');
      expect(own.said()).toMatch(
        /21 pairs: \d+ compared, 0 kept from earlier runs, [1-9]\d* given up/,
      );
      expect(stranger.said()).toContain('refused: national/一.txt differs');
      stranger.process.kill('SIGTERM');
      expect(await stranger.ended).toBe(0);
    });
  }, 180_000);
});

describe.concurrent('a queue that is none', () => {
  it('a server that wants a password', async () => {
    const server = createServer((socket) =>
      socket.on('data', (commands: Buffer) => {
        const count = commands.toString('latin1').match(/^\*\d/gm)?.length ?? 0;
        socket.write('-NOAUTH Authentication required.\r\n'.repeat(count));
      }),
    );
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    try {
      await inFolder(async (folder) => {
        writeCollection(join(folder, 'plans'));
        const queue = ['--jobs', '1', '--queue', `redis://127.0.0.1:${port}`];
        const ran = await cli(['worker', '--corpus', 'plans', ...queue], { cwd: folder });
        expect([ran.code, ran.out]).toEqual([2, '']);
        expect(ran.err).toContain('answers, but refuses: NOAUTH Authentication required.');
      });
    } finally {
      server.close();
    }
  });

  it('a server whose memory is full: a worker asks again for a while, then says so', async () => {
    const scripts: string[] = [];
    const server = createServer((socket) =>
      socket.on('data', (sent: Buffer) => {
        for (const [, name = ''] of sent
          .toString('latin1')
          .matchAll(/^\*\d+\r\n\$\d+\r\n(\w+)/gm)) {
          if (/^eval/i.test(name)) scripts.push(name);
          socket.write(answerWhenFull(name.toLowerCase()));
        }
      }),
    );
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    try {
      await inFolder(async (folder) => {
        writeCollection(join(folder, 'plans'));
        const queue = ['--jobs', '1', '--queue', `redis://127.0.0.1:${port}`, '--idle', '60'];
        const ran = await cli(['worker', '--corpus', 'plans', ...queue], { cwd: folder });
        expect([ran.code, ran.out]).toEqual([2, '']);
        expect(ran.err).toContain('answers, but refuses: OOM command not allowed');
        expect(scripts.length).toBeGreaterThan(3);
      });
    } finally {
      server.close();
    }
  }, 60_000);

  it.each([
    ['an address of something else', 'http://127.0.0.1', 'is not a value of --queue'],
    [
      'a server that does not answer',
      'redis://u:secret@127.0.0.1:9',
      'No Redis or Valkey server answers at redis://127.0.0.1:9',
    ],
  ])('%s', async (_, url, message) => {
    await inFolder(async (folder) => {
      writeCollection(join(folder, 'plans'));
      const all = await Promise.all(
        [['matrix', ...STAR], ['worker']].map((args) =>
          cli([...args, '--corpus', 'plans', '--jobs', '1', '--queue', url], { cwd: folder }),
        ),
      );
      for (const ran of all) {
        expect([ran.code, ran.out]).toEqual([2, '']);
        expect(ran.err).toContain(message);
        expect(ran.err).not.toContain('secret');
      }
    });
  });
});

/** A Redis that says what it is, and lets no script write. */
function answerWhenFull(command: string): string {
  const info = 'redis_version:7.2.0\r\nmaxmemory_policy:noeviction\r\n';
  if (command === 'info') return `$${info.length}\r\n${info}\r\n`;
  if (command.startsWith('eval'))
    return '-OOM command not allowed when used memory > maxmemory.\r\n';
  if (command.startsWith('bz')) return '*-1\r\n';
  return '+OK\r\n';
}
