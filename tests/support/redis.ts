import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';

/** A server for a test: the one CI has started, or one of its own. */
interface RedisServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const { DUIBIAO_TEST_REDIS } = process.env;

/** `redis-server` is at hand. CI names one it has started, so that its tests cannot be passed over there. */
export const HAS_REDIS =
  DUIBIAO_TEST_REDIS !== undefined || spawnSync('redis-server', ['--version']).status === 0;

/** *In* which database of the server is used: each test has its own. */
export async function startRedis(database: number): Promise<RedisServer> {
  if (DUIBIAO_TEST_REDIS !== undefined)
    return { url: `${DUIBIAO_TEST_REDIS}/${database}`, stop: async () => undefined };
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  await saysReady(server);
  return {
    url: `redis://127.0.0.1:${port}/${database}`,
    stop: () =>
      new Promise((done) => {
        server.on('exit', () => done());
        server.kill('SIGKILL');
      }),
  };
}

function saysReady(server: ChildProcess): Promise<void> {
  return new Promise((ready, fail) => {
    server.stdout?.on('data', (text: Buffer) => {
      if (text.toString().includes('Ready to accept connections')) ready();
    });
    server.on('exit', () => fail(new Error('redis-server did not start')));
  });
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => found(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
