import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Cache, NO_CACHE, openCache } from '../../src/corpus/index.js';
import { openWorkspace, readDocuments } from '../../src/pipeline/index.js';
import { cli, inFolder } from '../support/cli.js';
import { ROOT } from '../support/root.js';
import { docx, p } from '../support/tiny-docx.js';

const ARTICLES = [
  '节水办法',
  '第一条　为了节约用水，制定本办法。',
  '第二条　各级政府应当建立考核制度。',
];
const PAPER = docx(ARTICLES.map(p).join(''));
const OTHER = docx([...ARTICLES, '第三条　本办法自公布之日起施行。'].map(p).join(''));

/** Says what sources it was asked for, and whether it had them. */
function asked(): { cache: Cache; questions: string[] } {
  const held = new Map<string, unknown>();
  const questions: string[] = [];
  const cache: Cache = {
    ...NO_CACHE,
    rememberLater: async (kind, key, make) => {
      if (kind !== 'source') return make();
      const own = key();
      questions.push(held.has(own) ? 'kept' : 'made');
      if (!held.has(own)) held.set(own, JSON.parse(JSON.stringify(await make())));
      return held.get(own) as Awaited<ReturnType<typeof make>>;
    },
  };
  return { cache, questions };
}

describe('a file that is costly to read', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('is read once for all runs, and again where anything is otherwise', async () => {
    await inFolder(async (folder) => {
      vi.stubEnv('DUIBIAO_OCR', 'none');
      const { cache, questions } = asked();
      const ws = () => openWorkspace(ROOT, undefined, cache);
      const path = join(folder, 'a.docx');
      writeFileSync(path, PAPER);
      const fresh = await readDocuments(openWorkspace(ROOT), path);
      for (const _ of ['made', 'kept']) expect(await readDocuments(ws(), path)).toEqual(fresh);
      await readDocuments(ws(), path, { trackChanges: 'reject' });
      writeFileSync(path, OTHER);
      expect((await readDocuments(ws(), path)).source.text).toContain('第三条');
      // A package that is there, and no picture to be read with it.
      vi.stubEnv('DUIBIAO_OCR', 'chalk');
      await readDocuments(ws(), path);
      vi.stubEnv('DUIBIAO_OCR', 'no-such-package');
      writeFileSync(path, PAPER);
      await readDocuments(ws(), path);
      expect(questions).toEqual(['made', 'kept', 'made', 'made', 'made', 'kept']);
    });
  });

  it('is read anew where nobody vouches for what reads pictures, and text always', async () => {
    await inFolder(async (folder) => {
      const { cache, questions } = asked();
      const ws = openWorkspace(ROOT, undefined, cache);
      writeFileSync(join(folder, 'a.txt'), ARTICLES.join('\n'));
      await readDocuments(ws, join(folder, 'a.txt'));
      writeFileSync(join(folder, 'a.docx'), PAPER);
      vi.stubEnv('DUIBIAO_OCR', pathToFileURL(join(folder, 'own.mjs')).href);
      await readDocuments(ws, join(folder, 'a.docx'));
      expect(questions).toEqual([]);
    });
  });

  it('gives the same output and the same refusal from either', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'a.docx');
      writeFileSync(path, PAPER);
      writeFileSync(join(folder, 'bad.docx'), PAPER.subarray(0, 300));
      const env = { DUIBIAO_CACHE_DIR: join(folder, 'cache') };
      for (const args of [
        ['parse', path, '--format', 'json'],
        ['parse', join(folder, 'bad.docx')],
      ]) {
        const [fresh, made, kept] = [
          await cli([...args, '--no-cache'], { env }),
          await cli(args, { env }),
          await cli(args, { env }),
        ];
        expect(made).toEqual(fresh);
        expect(kept).toEqual(fresh);
      }
      // A kept source of another program is none.
      const sources = (): number =>
        readdirSync(env.DUIBIAO_CACHE_DIR).filter((name) => name.startsWith('source-')).length;
      expect(sources()).toBe(1);
      const other = openCache({ folder: env.DUIBIAO_CACHE_DIR, version: 'another' });
      await readDocuments(openWorkspace(ROOT, undefined, other), path);
      expect(sources()).toBe(2);
    });
  });
});
