import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeTokens, encodeTokens } from '../../src/corpus/cache-tokens.js';
import {
  cachedTokens,
  cacheFolder,
  openCache,
  programContent,
  programFingerprint,
} from '../../src/corpus/index.js';
import { makeTokenizer } from '../../src/segment/index.js';
import { contentKey } from '../../src/text/index.js';
import { inFolder } from '../support/cli.js';
import { ROOT } from '../support/root.js';

/** Remember `value` and tell whether it had to be made. */
function made(folder: string, key: string, value: unknown, version = '1', maxBytes?: number) {
  let times = 0;
  const cache = openCache({ folder, version, ...(maxBytes !== undefined && { maxBytes }) });
  const found = cache.remember(
    'units',
    () => key,
    () => {
      times += 1;
      return value;
    },
  );
  return { found, times };
}

function onlyEntry(folder: string): string {
  const names = readdirSync(folder);
  expect(names).toHaveLength(1);
  return join(folder, names[0]!);
}

describe('cache', () => {
  it('makes a value once, whatever JSON it is', async () => {
    await inFolder(async (folder) => {
      for (const value of [{ a: [1, '二', null] }, [], '', 0, false, null]) {
        const key = JSON.stringify(value);
        expect(made(folder, key, value)).toEqual({ found: value, times: 1 });
        expect(made(folder, key, 'not asked for')).toEqual({ found: value, times: 0 });
      }
    });
  });

  it('makes it again for another key or another version of the program', async () => {
    await inFolder(async (folder) => {
      made(folder, 'k', 1);
      expect(made(folder, 'k2', 2)).toEqual({ found: 2, times: 1 });
      expect(made(folder, 'k', 3, '2')).toEqual({ found: 3, times: 1 });
      expect(made(folder, 'k', 4)).toEqual({ found: 1, times: 0 });
    });
  });

  it('keeps bytes as they are', async () => {
    await inFolder(async (folder) => {
      const cache = openCache({ folder, version: '1' });
      const bytes = new Uint8Array([0, 10, 255, 10, 128]);
      const kept = (make: () => Uint8Array) => [...cache.rememberBytes('paper', () => 'k', make)];
      expect(kept(() => bytes)).toEqual([...bytes]);
      expect(kept(() => new Uint8Array())).toEqual([...bytes]);
      truncateSync(onlyEntry(folder), statSync(onlyEntry(folder)).size - 1);
      expect(kept(() => new Uint8Array([7]))).toEqual([7]);
    });
  });

  const damages: readonly (readonly [string, (path: string) => void])[] = [
    ['cut short', (path) => truncateSync(path, statSync(path).size - 3)],
    ['emptied', (path) => truncateSync(path, 0)],
    [
      'one digit changed',
      (path) => writeFileSync(path, readFileSync(path, 'utf8').replace('12345', '12346')),
    ],
    ['of another layout', (path) => writeFileSync(path, 'duibiao-cache/0 x\n{}')],
    ['something else', (path) => writeFileSync(path, new Uint8Array([0, 255, 1]))],
  ];
  it.each(damages)('takes an entry that is %s for none, and mends it', async (_name, damage) => {
    await inFolder(async (folder) => {
      made(folder, 'k', { n: 12345 });
      damage(onlyEntry(folder));
      expect(made(folder, 'k', { n: 7 })).toEqual({ found: { n: 7 }, times: 1 });
      expect(made(folder, 'k', 0)).toEqual({ found: { n: 7 }, times: 0 });
    });
  });

  it('is no cache, and no error, where it cannot write', async () => {
    await inFolder(async (folder) => {
      const file = join(folder, 'file');
      writeFileSync(file, '');
      expect(made(join(file, 'below'), 'k', 1)).toEqual({ found: 1, times: 1 });
      expect(made(join(file, 'below'), 'k', 2)).toEqual({ found: 2, times: 1 });
    });
  });

  it('still gives what a read-only folder holds', async () => {
    await inFolder(async (folder) => {
      made(folder, 'k', 1);
      chmodSync(folder, 0o500);
      expect(made(folder, 'k', 2)).toEqual({ found: 1, times: 0 });
      chmodSync(folder, 0o700);
    });
  });

  it('drops what was used longest ago when it grows too large, and nobody else’s files', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'notes.txt'), 'x'.repeat(9000));
      for (const key of ['a', 'b', 'c']) made(folder, key, key.repeat(1000), '1', 1e6);
      // The clock may be too coarse to tell three writes apart: state the order.
      const times: Record<string, number> = { a: 300, b: 100, c: 200 };
      for (const name of readdirSync(folder).filter((item) => item.endsWith('.json'))) {
        const letter = readFileSync(join(folder, name), 'utf8').split('\n')[1]![1]!;
        utimesSync(join(folder, name), times[letter]!, times[letter]!);
      }
      made(folder, 'd', 'd'.repeat(1000), '1', 3500);
      const left = ['a', 'b', 'c', 'd'].filter((key) => made(folder, key, 0, '1', 1e6).times === 0);
      expect(left).toEqual(['a', 'd']);
      expect(existsSync(join(folder, 'notes.txt'))).toBe(true);
    });
  });

  it('leaves whole entries when many runs write at once', async () => {
    await inFolder(async (folder) => {
      const script = `
        import { openCache } from ${JSON.stringify(join(ROOT, 'dist/corpus/cache.js'))};
        const cache = openCache({ folder: process.argv[1], version: '1' });
        for (let i = 0; i < 40; i += 1) {
          const value = cache.remember('units', () => 'k' + (i % 4), () => 'v'.repeat(50000) + (i % 4));
          if (value !== 'v'.repeat(50000) + (i % 4)) process.exit(1);
        }`;
      const runs = Array.from(
        { length: 4 },
        () =>
          new Promise<number | null>((done) => {
            spawn(process.execPath, ['--input-type=module', '-e', script, folder]).on(
              'close',
              done,
            );
          }),
      );
      expect(await Promise.all(runs)).toEqual([0, 0, 0, 0]);
      expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
      for (const i of [0, 1, 2, 3]) expect(made(folder, `k${i}`, '').times).toBe(0);
    });
  });

  it('tells parts of a key apart', () => {
    expect(contentKey('ab', 'c')).not.toBe(contentKey('a', 'bc'));
    expect(contentKey('一')).toBe(contentKey('一'));
  });

  it('knows the program by what stands in its code, wherever and whenever it was written', async () => {
    await inFolder(async (folder) => {
      const versionOf = (place: string): string => programContent(join(folder, place), ['check']);
      const write = (place: string, name: string, text: string): void => {
        mkdirSync(join(folder, place, 'check/rules'), { recursive: true });
        writeFileSync(join(folder, place, 'check', name), text);
      };
      for (const place of ['a', 'b']) {
        write(place, 'judge.js', '1');
        write(place, 'rules/one.js', '2');
      }
      utimesSync(join(folder, 'b/check/judge.js'), 1, 1);
      expect(versionOf('b')).toBe(versionOf('a'));
      write('b', 'judge.d.ts', '3');
      expect(versionOf('b')).toBe(versionOf('a'));
      // As long and as old as before: a rule that says `3` where it said `2`.
      write('b', 'rules/one.js', '3');
      utimesSync(join(folder, 'b/check/rules/one.js'), 1, 1);
      expect(versionOf('b')).not.toBe(versionOf('a'));
      write('a', 'rules/two.js', '');
      write('b', 'rules/one.js', '2');
      expect(versionOf('b')).not.toBe(versionOf('a'));
    });
  });

  it('knows the program by its code', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'a.js'), '1');
      writeFileSync(join(folder, 'a.d.ts'), '1');
      const before = programFingerprint(folder, ['.']);
      expect(programFingerprint(folder, ['.'])).toBe(before);
      writeFileSync(join(folder, 'a.d.ts'), '22');
      expect(programFingerprint(folder, ['.'])).toBe(before);
      writeFileSync(join(folder, 'a.js'), '22');
      expect(programFingerprint(folder, ['.'])).not.toBe(before);
    });
  });
});

describe('place of the cache', () => {
  const rows: readonly (readonly [
    string,
    Readonly<Record<string, string>>,
    string,
    string | undefined,
  ])[] = [
    ['stated', { DUIBIAO_CACHE_DIR: '/c', XDG_CACHE_HOME: '/x', HOME: '/h' }, 'linux', '/c'],
    ['stated from here', { DUIBIAO_CACHE_DIR: 'c' }, 'linux', '/srv/c'],
    ['XDG', { XDG_CACHE_HOME: '/x', HOME: '/h' }, 'linux', '/x/duibiao'],
    [
      'relative XDG is to be ignored',
      { XDG_CACHE_HOME: 'x', HOME: '/h' },
      'linux',
      '/h/.cache/duibiao',
    ],
    ['home', { HOME: '/h' }, 'linux', '/h/.cache/duibiao'],
    ['macOS', { HOME: '/h' }, 'darwin', '/h/Library/Caches/duibiao'],
    ['Windows', { LOCALAPPDATA: '/l', HOME: '/h' }, 'win32', '/l/duibiao'],
    ['nowhere', {}, 'linux', undefined],
    ['empty names', { DUIBIAO_CACHE_DIR: '', XDG_CACHE_HOME: '', HOME: '' }, 'linux', undefined],
  ];
  it.each(rows)('%s', (_name, env, platform, expected) => {
    expect(cacheFolder(env, platform, '/srv')).toBe(expected);
  });
});

describe('cached tokens', () => {
  const tokenize = makeTokenizer((run) => [...run.matchAll(/.{1,2}/gu)].map(([word]) => word), []);

  it('gives back what was encoded', () => {
    const text = fc.string({ unit: fc.constantFrom(...'推进改革12%《》“”a，。 2030年') });
    fc.assert(
      fc.property(text, (source) => {
        const tokens = tokenize(source);
        expect(decodeTokens(source, encodeTokens(tokens))).toEqual(tokens);
      }),
    );
  });

  it('loads the segmenter once, and not at all the second time', async () => {
    await inFolder(async (folder) => {
      const cache = openCache({ folder, version: '1' });
      let loads = 0;
      const load = async () => {
        loads += 1;
        return tokenize;
      };
      const texts = ['推进改革开放。', '到2030年增长12%。', '推进改革开放。'];
      const first = await cachedTokens(cache, texts, ['改革'], load);
      const second = await cachedTokens(cache, texts, ['改革'], load);
      expect(loads).toBe(1);
      for (const text of texts) expect(second(text)).toEqual(first(text));
      expect(second(texts[1]!)).toEqual(tokenize(texts[1]!));
      await cachedTokens(cache, texts, ['改革', '开放'], load);
      expect(loads).toBe(2);
      expect(() => second('别的句子。')).toThrow('not handed');
    });
  });
});
