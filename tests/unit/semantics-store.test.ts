import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/semantics/store.js';
import { sha256 } from '../../src/text/index.js';
import { inFolder } from '../support/cli.js';

const entry = (name: string, ...numbers: number[]): [string, Float32Array] => [
  sha256(name),
  Float32Array.from(numbers),
];

const filesOf = (folder: string): string[] =>
  readdirSync(join(folder, 'm'))
    .sort()
    .map((name) => join(folder, 'm', name));

describe('the store of vectors', () => {
  it('gives back what was written, bit for bit', async () => {
    await inFolder(async (folder) => {
      const store = openStore(folder, 'm');
      const vectors = new Map([entry('a', 0.1, -0.7), entry('b', 1, 0)]);
      store.write(vectors);
      const read = openStore(folder, 'm').read([sha256('a'), sha256('b'), sha256('c')]);
      expect(read).toEqual(vectors);
      expect([store.count(), store.dimensions()]).toEqual([2, 2]);
      expect(openStore(folder, 'other').count()).toBe(0);
    });
  });

  it('joins small files without losing any', async () => {
    await inFolder(async (folder) => {
      const store = openStore(folder, 'm');
      for (let i = 0; i < 60; i += 1) store.write(new Map([entry(`t${i}`, i, 1)]));
      expect(filesOf(folder).length).toBeLessThan(30);
      expect(store.count()).toBe(60);
      const keys = Array.from({ length: 60 }, (_, i) => sha256(`t${i}`));
      expect(
        [...store.read(keys).values()].map(([first]) => first).sort((a = 0, b = 0) => a - b),
      ).toEqual(Array.from({ length: 60 }, (_, i) => i));
    });
  });

  const damages: readonly (readonly [string, number, (path: string) => void])[] = [
    ['cut short', 0, (path) => truncateSync(path, readFileSync(path).length - 1)],
    ['empty', 0, (path) => truncateSync(path, 0)],
    ['something else', 0, (path) => writeFileSync(path, 'x'.repeat(500))],
    [
      'damaged in its last vector',
      1,
      (path) => {
        const bytes = readFileSync(path);
        bytes[bytes.length - 1]! ^= 1;
        writeFileSync(path, bytes);
      },
    ],
  ];
  it.each(damages)(
    'takes a file that is %s for none, and mends it',
    async (_name, left, damage) => {
      await inFolder(async (folder) => {
        const store = openStore(folder, 'm');
        const vectors = new Map([entry('a', 3), entry('b', 4)]);
        store.write(vectors);
        for (const path of filesOf(folder)) damage(path);
        expect(store.read([...vectors.keys()]).size).toBe(left);
        store.write(vectors);
        expect(store.read([...vectors.keys()])).toEqual(vectors);
      });
    },
  );

  it('is none, and no error, where it cannot write', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'file'), '');
      const store = openStore(join(folder, 'file', 'below'), 'm');
      store.write(new Map([entry('a', 1)]));
      expect(store.read([sha256('a')]).size).toBe(0);
    });
  });

  it('loses nothing of runs that write in turns', async () => {
    await inFolder(async (folder) => {
      const stores = Array.from({ length: 4 }, () => openStore(folder, 'm'));
      for (let i = 0; i < 20; i += 1)
        for (const [w, store] of stores.entries()) store.write(new Map([entry(`${w}-${i}`, w, i)]));
      expect(openStore(folder, 'm').count()).toBe(80);
      expect(filesOf(folder).filter((path) => path.endsWith('.tmp'))).toEqual([]);
    });
  });
});
