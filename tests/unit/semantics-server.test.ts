import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { openSemantics } from '../../src/semantics/index.js';
import type { Asking } from '../../src/semantics/open.js';
import { inFolder } from '../support/cli.js';
import { hashVector, honest, SIZE, sendJson, withModelServer } from '../support/model-server.js';

const PATIENCE = { timeoutMs: 2000, pausesMs: [1, 1] };

function modelAt(
  url: string,
  more: {
    readonly env?: Record<string, string>;
    readonly cacheFolder?: string;
    readonly offline?: boolean;
    readonly keyName?: string;
    readonly timeoutMs?: number;
    readonly model?: string;
  } = {},
) {
  const { env = {}, keyName, timeoutMs = PATIENCE.timeoutMs, model = 'hash', ...rest } = more;
  const told: Asking[] = [];
  const setting = {
    type: 'server' as const,
    url,
    host: new URL(url).host,
    model,
    ...(keyName !== undefined && { keyName }),
  };
  const semantics = openSemantics(setting, {
    env,
    asking: (asking) => told.push(asking),
    patience: { ...PATIENCE, timeoutMs },
    ...rest,
  });
  return { ...semantics, told };
}

const length = (vector: ArrayLike<number>): number => Math.hypot(...Array.from(vector));

describe('a model server', () => {
  it('gives one vector of length 1 a text, in the order of the texts', async () => {
    await withModelServer(honest, async ({ url, host, seen }) => {
      const { vectors, told } = modelAt(url);
      const texts = ['住房保障', '科技创新', '住房保障', '碳达峰'];
      const found = await vectors(texts);
      for (const [i, text] of texts.entries()) {
        const expected = hashVector(text);
        expect(found[i]).toHaveLength(SIZE);
        expect(length(found[i]!)).toBeCloseTo(1, 6);
        expect(found[i]![0]).toBeCloseTo(expected[0]! / length(expected), 6);
      }
      expect(seen.map(({ model }) => model)).toEqual(['hash']);
      expect(seen[0]?.texts).toHaveLength(3);
      expect(told).toEqual([{ texts: 3, host, model: 'hash' }]);
    });
  });

  it('is asked in batches, told of once', async () => {
    await withModelServer(honest, async ({ url, seen }) => {
      const { vectors, told } = modelAt(url);
      const texts = Array.from({ length: 150 }, (_, i) => `第${i}条`);
      expect(await vectors(texts)).toHaveLength(150);
      expect(seen.map((request) => request.texts.length)).toEqual([64, 64, 22]);
      expect(told.map((asking) => asking.texts)).toEqual([150]);
    });
  });

  it('is asked once for what is wanted at one time', async () => {
    await withModelServer(honest, async ({ url, seen }) => {
      const { vectors, told } = modelAt(url);
      await Promise.all([vectors(['甲', '乙']), vectors(['乙', '丙'])]);
      await vectors(['甲', '丙']);
      expect(seen).toHaveLength(1);
      expect(told).toEqual([expect.objectContaining({ texts: 3 })]);
    });
  });

  it('gets the key of the environment', async () => {
    await withModelServer(honest, async ({ url, seen }) => {
      await modelAt(url, { keyName: 'MY_KEY', env: { MY_KEY: 'sk-secret' } }).vectors(['甲']);
      await modelAt(url).vectors(['甲']);
      expect(seen.map(({ key }) => key)).toEqual(['Bearer sk-secret', undefined]);
      const without = modelAt(url, { keyName: 'MY_KEY' });
      await expect(without.vectors(['甲'])).rejects.toMatchObject({ code: 'semantics/no-key' });
      expect(without.told).toEqual([]);
    });
  });

  it.each([429, 500, 503])('is asked again after %i', async (status) => {
    await withModelServer(
      (texts, times, response) =>
        times === 1 ? sendJson(response, {}, status) : honest(texts, times, response),
      async ({ url, seen }) => {
        expect(await modelAt(url).vectors(['甲'])).toHaveLength(1);
        expect(seen).toHaveLength(2);
      },
    );
  });

  it('is not asked for ever, and never repeats the key', async () => {
    await withModelServer(
      (_texts, _times, response) =>
        sendJson(response, { error: { message: 'no room for sk-secret' } }, 500),
      async ({ url, seen }) => {
        const { vectors } = modelAt(url, { keyName: 'K', env: { K: 'sk-secret' } });
        const error = await vectors(['甲']).catch((reason: unknown) => reason);
        expect(error).toMatchObject({ code: 'semantics/refused' });
        expect(String(error)).toContain('HTTP 500 no room for …');
        expect(JSON.stringify(error)).not.toContain('sk-secret');
        expect(seen).toHaveLength(3);
      },
    );
  });

  it('is asked once where it says no', async () => {
    await withModelServer(
      (_texts, _times, response) => sendJson(response, { error: 'bad key' }, 401),
      async ({ url, seen }) => {
        await expect(modelAt(url).vectors(['甲'])).rejects.toThrow('HTTP 401 bad key');
        expect(seen).toHaveLength(1);
      },
    );
  });

  it('does not make texts follow it to another host', async () => {
    await withModelServer(honest, async (other) => {
      await withModelServer(
        (_texts, _times, response) => {
          response.writeHead(307, { location: `${other.url}/embeddings` }).end();
        },
        async ({ url }) => {
          await expect(modelAt(url).vectors(['甲'])).rejects.toThrow('HTTP 307');
          expect(other.seen).toEqual([]);
        },
      );
    });
  });

  it('that is slow is given up', async () => {
    await withModelServer(
      () => undefined,
      async ({ url, seen }) => {
        const { vectors } = modelAt(url, { timeoutMs: 500 });
        await expect(vectors(['甲'])).rejects.toMatchObject({
          code: 'semantics/no-answer',
          message: expect.stringContaining('0.5 s'),
        });
        expect(seen).toHaveLength(1);
      },
    );
  });

  it('that is not there is said to be', async () => {
    const closed = createServer();
    await new Promise<void>((done) => closed.listen(0, '127.0.0.1', done));
    const { port } = closed.address() as { port: number };
    await new Promise((done) => closed.close(done));
    await expect(modelAt(`http://127.0.0.1:${port}/v1`).vectors(['甲'])).rejects.toMatchObject({
      code: 'semantics/no-answer',
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });

  const wrong: readonly (readonly [string, unknown, string])[] = [
    ['no list', { data: 7 }, 'semantics/not-vectors'],
    ['nothing', null, 'semantics/not-vectors'],
    ['an empty vector', { data: [{ embedding: [] }, { embedding: [] }] }, 'semantics/not-vectors'],
    ['words', { data: [{ embedding: ['a'] }, { embedding: ['b'] }] }, 'semantics/not-vectors'],
    ['base64', { data: [{ embedding: 'AAAA' }, { embedding: 'AAAA' }] }, 'semantics/not-vectors'],
    ['one too few', { data: [{ embedding: [1] }] }, 'semantics/wrong-count'],
    [
      'one twice',
      {
        data: [
          { index: 1, embedding: [1] },
          { index: 1, embedding: [1] },
        ],
      },
      'semantics/wrong-count',
    ],
    [
      'two lengths',
      { data: [{ embedding: [1, 2] }, { embedding: [1, 2, 3] }] },
      'semantics/wrong-size',
    ],
  ];
  it.each(wrong)('that gives %s is not believed', async (_name, body, code) => {
    await withModelServer(
      (_texts, _times, response) => sendJson(response, body),
      async ({ url }) => {
        await expect(modelAt(url).vectors(['甲', '乙'])).rejects.toMatchObject({ code });
      },
    );
  });

  it('that gives a page is not believed', async () => {
    await withModelServer(
      (_texts, _times, response) => {
        response.end('<html>');
      },
      async ({ url }) => {
        await expect(modelAt(url).vectors(['甲'])).rejects.toMatchObject({
          code: 'semantics/not-json',
        });
      },
    );
  });
});

describe('kept vectors', () => {
  it('spare the next run the server, and serve a run offline', async () => {
    await inFolder(async (cacheFolder) => {
      await withModelServer(honest, async ({ url, seen }) => {
        const first = await modelAt(url, { cacheFolder }).vectors(['甲', '乙']);
        expect(seen).toHaveLength(1);
        const again = modelAt(url, { cacheFolder, offline: true });
        expect(await again.vectors(['甲', '乙'])).toEqual(first);
        expect([again.kept(), again.told, seen.length]).toEqual([2, [], 1]);
        await expect(again.vectors(['乙', '丙', '丁'])).rejects.toThrow('2 of 3 texts');
        await modelAt(url, { cacheFolder }).vectors(['甲', '丙']);
        expect(seen[1]?.texts).toEqual(['丙']);
        const other = modelAt(url, { cacheFolder, offline: true, model: 'another' });
        await expect(other.vectors(['甲'])).rejects.toThrow('1 of 1 texts');
      });
    });
  });

  it('stay of a run that failed halfway', async () => {
    await inFolder(async (cacheFolder) => {
      await withModelServer(
        (texts, times, response) =>
          times === 2 ? sendJson(response, {}, 400) : honest(texts, times, response),
        async ({ url }) => {
          const texts = Array.from({ length: 100 }, (_, i) => `第${i}条`);
          const { vectors, kept } = modelAt(url, { cacheFolder });
          await expect(vectors(texts)).rejects.toThrow('HTTP 400');
          expect(kept()).toBe(64);
        },
      );
    });
  });

  it('tell that another model answers', async () => {
    await inFolder(async (cacheFolder) => {
      await withModelServer(
        (texts, times, response) =>
          sendJson(response, {
            data: texts.map((text) => ({ embedding: hashVector(text, 4 * times) })),
          }),
        async ({ url }) => {
          await modelAt(url, { cacheFolder }).vectors(['甲']);
          await expect(modelAt(url, { cacheFolder }).vectors(['乙'])).rejects.toThrow(
            '8 numbers where 4 were given before',
          );
        },
      );
    });
  });
});
