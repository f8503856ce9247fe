import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { alignPair, openWorkspace, readSide } from '../../src/index.js';
import { cli, inFolder } from '../support/cli.js';
import { honest, SIZE, sendJson, withModelServer } from '../support/model-server.js';
import { ROOT } from '../support/root.js';

const UP =
  '湖北省规划\n\n一、住房\n\n完善住房保障体系，增加保障性住房供给。加快培育数据要素市场。\n\n二、农业\n\n推进农业规模化经营，培养新型农民。\n';
const DOWN =
  '武汉市规划\n\n一、住房\n\n让群众住有所居，多建公租房。建设数据交易平台。\n\n二、农业\n\n开展土地流转试点，办好农民夜校。\n';
const LOW = '洪山区规划\n\n一、住房\n\n公租房配租到位。\n';

interface Place {
  readonly url: string;
  readonly config?: string;
  readonly reply?: typeof honest;
}

/** A folder with three plans and a configuration; runs keep what they learn in `cache` below it. */
async function inProject<Value>(
  { url, config = `semantics:\n  server: ${url}\n  model: hash\n` }: Place,
  use: (run: (...args: string[]) => ReturnType<typeof cli>, folder: string) => Promise<Value>,
): Promise<Value> {
  return inFolder(async (cwd) => {
    const files = { 'up.txt': UP, 'down.txt': DOWN, 'low.txt': LOW, 'duibiao.config.yaml': config };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
    const env = { DUIBIAO_CACHE_DIR: join(cwd, 'cache'), MY_KEY: 'sk-secret' };
    return use((...args) => cli([...args, '--width', '100'], { cwd, env }), cwd);
  });
}

const ALIGN = ['align', 'up.txt', 'down.txt', '-f', 'json'] as const;

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name));
}

describe('a model of the user’s own', () => {
  it('is told of in one line, asked once, and kept', async () => {
    await withModelServer(honest, async ({ url, host, seen }) => {
      await inProject({ url }, async (run) => {
        const first = await run(...ALIGN);
        const asked = seen.flatMap(({ texts }) => texts);
        expect(first.code).toBe(0);
        expect(first.err).toBe(`texts going to ${host}: ${asked.length} (model hash)\n`);
        expect(asked).toContain('让群众住有所居，多建公租房。');
        const again = await run(...ALIGN);
        expect(again).toEqual({ code: 0, out: first.out, err: '' });
        expect(seen).toHaveLength(1);
      });
    });
  });

  it('says so in Chinese, and once for a chain of three', async () => {
    await withModelServer(honest, async ({ url, host, seen }) => {
      await inProject({ url }, async (run) => {
        const { err } = await run('align', 'up.txt', 'down.txt', 'low.txt', '--lang', 'zh');
        const count = seen.flatMap(({ texts }) => texts).length;
        expect(err).toBe(`发往 ${host} 的文本：${count} 条（模型 hash）\n`);
      });
    });
  });

  it.each([
    ['compare', 'up.txt', 'down.txt'],
    ['coverage', 'up.txt', 'down.txt'],
    ['report', 'up.txt', 'down.txt', '-f', 'csv'],
    ['targets', 'up.txt', 'down.txt'],
    ['commitment', 'up.txt', 'down.txt'],
    ['trace', '住房', '--sides', 'up.txt,down.txt'],
    ['stats', 'down.txt', '--against', 'up.txt'],
    ['explain', 'hubei-plan/一.1', '--up', 'up.txt', '--down', 'down.txt'],
  ])('is asked by %s', async (...args) => {
    await withModelServer(honest, async ({ url, host, seen }) => {
      await inProject({ url }, async (run) => {
        const { err } = await run(...args);
        expect(err).toContain(`texts going to ${host}`);
        expect(seen.length).toBeGreaterThan(0);
      });
    });
  });

  it('is not asked by what aligns nothing', async () => {
    await withModelServer(honest, async ({ url, seen }) => {
      await inProject({ url }, async (run) => {
        for (const args of [
          ['parse', 'up.txt'],
          ['themes', 'up.txt'],
          ['targets', 'up.txt'],
        ])
          expect((await run(...args)).err).toBe('');
        expect(seen).toEqual([]);
      });
    });
  });

  it('changes links of real plans, and none where it is not configured', async () => {
    await withModelServer(honest, async ({ url }) => {
      await inProject({ url }, async (run, folder) => {
        const align = ['align', 'hubei', 'wuhan', '-f', 'json', '--no-cache'];
        const own = await run(...align);
        writeFileSync(join(folder, 'duibiao.config.yaml'), 'check: {}\n');
        const without = await run(...align);
        const { out } = await cli(align);
        expect(own.code).toBe(0);
        expect(own.out).not.toBe(without.out);
        expect(without).toEqual({ code: 0, out, err: '' });
      });
    });
  });

  it('is asked once by eval and by check, whose --config names it', async () => {
    await withModelServer(honest, async ({ url, host }) => {
      await inProject({ url, config: '' }, async (run, folder) => {
        writeFileSync(join(folder, 'own.yaml'), `semantics: { server: '${url}', model: hash }\n`);
        const told = new RegExp(`^texts going to ${host}: \\d+ \\(model hash\\)\n$`);
        // Beside the note that the shipped corpus is what is checked.
        const checked = async (...args: string[]): Promise<string> =>
          (await run('check', ...args)).err.replace(/^note: no corpus here.*\n/m, '');
        expect(await checked('--config', 'own.yaml')).toMatch(told);
        expect(await checked()).toBe('');
        writeFileSync(join(folder, 'duibiao.config.yaml'), readFileSync(join(folder, 'own.yaml')));
        const gold = ['hubei-wuhan', 'cewc-hubei'].map(
          (name) => `${ROOT}/fixtures/gold/${name}.json`,
        );
        // What check has asked for is kept; the gold's two pairs are of the same texts.
        expect((await run('eval', ...gold)).err).toBe('');
        expect((await run('eval', ...gold, '--no-cache')).err).toMatch(told);
        expect((await run('stats', '--no-cache')).err).toMatch(told);
      });
    });
  });

  it('offline is its kept vectors, and exit 2 with the number that is missing', async () => {
    await withModelServer(honest, async ({ url, seen }) => {
      await inProject({ url }, async (run) => {
        const missing = await run(...ALIGN, '--offline');
        expect(missing.code).toBe(2);
        expect(missing.err).toMatch(
          /^error: --offline: the cache lacks the vectors of (\d+) of \1 /,
        );
        expect(seen).toEqual([]);
        const first = await run(...ALIGN);
        const { out } = await run('compare', 'down.txt', 'up.txt', '--offline');
        expect(out).toContain('住有所居');
        expect((await run(...ALIGN, '--offline')).out).toBe(first.out);
        expect(seen).toHaveLength(1);
        const none = await run(...ALIGN, '--offline', '--no-cache');
        expect(none.code).toBe(2);
      });
    });
  });

  it('leaves its key nowhere', async () => {
    await withModelServer(honest, async ({ url, seen }) => {
      const config = `semantics: { server: '${url}', model: hash, key: $MY_KEY }\n`;
      await inProject({ url, config }, async (run, folder) => {
        const { out, err } = await run('report', 'up.txt', 'down.txt', '-f', 'json');
        expect(seen[0]?.key).toBe('Bearer sk-secret');
        const written = filesBelow(join(folder, 'cache')).map((path) =>
          readFileSync(path, 'latin1'),
        );
        expect(written.length).toBeGreaterThan(1);
        expect([out, err, ...written].filter((text) => text.includes('sk-secret'))).toEqual([]);
      });
    });
  });

  it.each([
    [
      'refuses',
      (response: Parameters<typeof honest>[2]) => sendJson(response, {}, 404),
      'HTTP 404.',
    ],
    [
      'gives garbage',
      (response: Parameters<typeof honest>[2]) => void response.end('<p>'),
      'not JSON',
    ],
  ])('that %s ends the run with exit 2', async (_name, reply, message) => {
    await withModelServer(
      (_texts, _times, response) => reply(response),
      async ({ url }) => {
        await inProject({ url }, async (run) => {
          const { code, err, out } = await run(...ALIGN);
          expect([code, out]).toEqual([2, '']);
          expect(err).toContain(message);
        });
      },
    );
  });

  it('that is wrongly written down is said to be, by line', async () => {
    const config = 'semantics:\n  server: http://a/v1\n  modell: hash\n';
    await inProject({ url: '', config }, async (run) => {
      const { code, err } = await run(...ALIGN);
      expect(code).toBe(2);
      expect(err).toContain('duibiao.config.yaml:3:3: unknown key "modell"');
    });
  });

  it('is explained in words', async () => {
    await withModelServer(honest, async ({ url }) => {
      await inProject({ url }, async (run) => {
        const { out: links } = await run(...ALIGN);
        const { units } = JSON.parse(links) as {
          units: Record<'upstream' | 'downstream', { id: string; text?: string }[]>;
        };
        const idOf = (text: string): string =>
          [...units.upstream, ...units.downstream].find((unit) => unit.text?.includes(text))?.id ??
          '';
        const args = [
          'explain',
          idOf('完善住房'),
          idOf('住有所居'),
          '--up',
          'up.txt',
          '--down',
          'down.txt',
        ];
        const { out, err } = await run(...args);
        expect(err).toBe('');
        expect(out).toMatch(/Your own model spoke too: half of “related words” \(-?\d\.\d\d\)/);
        expect((await run(...args, '--lang', 'zh')).out).toContain('有一半来自您自己的模型');
        const json = JSON.parse((await run(...args, '-f', 'json')).out);
        expect(json.explanations[0].ownModel).toBe(true);
      });
    });
  });

  it('is shown by doctor', async () => {
    await withModelServer(honest, async ({ url, host }) => {
      await inProject({ url }, async (run) => {
        await run(...ALIGN);
        const { out, err } = await run('doctor');
        expect(err).toBe(`texts going to ${host}: 1 (model hash)\n`);
        expect(out).toMatch(
          new RegExp(
            `your own model +hash at ${host} · answers, ${SIZE} dimensions · \\d+ vectors kept`,
          ),
        );
        expect((await run('doctor', '--offline')).out).toContain('not asked (--offline)');
      });
    });
    await inProject({ url: 'http://127.0.0.1:9/v1' }, async (run) => {
      const { code, out } = await run('doctor');
      expect(code).toBe(0);
      expect(out).toMatch(
        /! your own model +hash at 127\.0\.0\.1:9 \(The model server .* not answer/,
      );
    });
    await inProject({ url: '', config: '' }, async (run) => {
      expect((await run('doctor')).out).toMatch(/your own model +none/);
    });
  });
});

describe('the library', () => {
  it('tells of texts that leave on standard error by itself', async () => {
    await withModelServer(honest, async ({ url, host, seen }) => {
      await inProject({ url }, async (_run, folder) => {
        const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
        try {
          const ws = openWorkspace(folder);
          await alignPair(ws, await readSide(ws, 'up.txt'), await readSide(ws, 'down.txt'));
          const count = seen.flatMap(({ texts }) => texts).length;
          expect(said.mock.calls).toEqual([
            [`duibiao: texts going to ${host}: ${count} (model hash)\n`],
          ]);
        } finally {
          said.mockRestore();
        }
      });
    });
  });
});
