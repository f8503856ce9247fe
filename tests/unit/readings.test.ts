import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { digestOf, isReadings, withTexts } from '../../src/training/readings.js';
import { inFolder } from '../support/cli.js';
import { ROOT } from '../support/root.js';

const HEAD =
  '---\nid: a-2020\ntitle: 关于工作的意见\nlevel: city\nkind: opinion\n---\n关于工作的意见\n';
const UP = ['加强住房保障。', '改造老旧小区。'];
const DOWN = ['加强全市住房保障。', '植树造林。'];

const side = (file: string, letter: string, texts: readonly string[]) => ({
  file,
  sentences: texts.map((text, i) => ({
    id: `${letter}1.${i + 1}`,
    section: `${letter}1`,
    digest: digestOf(text),
  })),
});

const READINGS = {
  schema: 'gold.readings/1',
  annotators: 1,
  upstream: side('up.txt', 'U', UP),
  downstream: side('down.txt', 'D', DOWN),
  scope: ['D1'],
  sections: [{ downstream: 'D1', upstream: 'U1', grades: [2] }],
  sentences: [{ downstream: 'D1.1', upstream: 'U1.1', relations: ['adapted'] }],
};

describe('readings', () => {
  it('get their texts back from a folder', async () => {
    await inFolder(async (folder) => {
      mkdirSync(join(folder, 'deep'));
      writeFileSync(join(folder, 'deep/up.txt'), `${HEAD}${UP.join('')}\n`);
      writeFileSync(join(folder, 'down.txt'), `${HEAD}${DOWN.join('')}\n`);
      const found = await withTexts(READINGS, [folder]);
      const gold = found?.gold;
      expect(found?.downstream.documents[0]?.sentences.map(({ text }) => text)).toEqual(DOWN);
      expect(gold?.upstream.sentences.map(({ text }) => text)).toEqual(UP);
      expect(gold?.downstream.sentences[0]).toEqual({ id: 'D1.1', section: 'D1', text: DOWN[0] });
      expect(gold?.sentences).toEqual(READINGS.sentences);
    });
  });

  it('are not used where a text is missing or is another', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'up.txt'), `${HEAD}${UP.join('')}\n`);
      expect(await withTexts(READINGS, [folder])).toBeUndefined();
      writeFileSync(join(folder, 'down.txt'), `${HEAD}发展教育。繁荣文化。\n`);
      expect(await withTexts(READINGS, [folder])).toBeUndefined();
    });
  });

  it('shipped hold no text, and every link is between their sentences', () => {
    const folder = join(ROOT, 'fixtures/readings');
    const names = readdirSync(folder);
    expect(names.length).toBeGreaterThanOrEqual(5);
    for (const name of names) {
      const text = readFileSync(join(folder, name), 'utf8');
      const value = JSON.parse(text);
      expect(isReadings(value)).toBe(true);
      expect(text.replaceAll(/"file": "[^"]*"/g, '')).not.toMatch(/\p{Script=Han}/u);
      const ids = (own: { sentences: { id: string }[] }) =>
        new Set(own.sentences.map(({ id }) => id));
      const [ups, downs] = [ids(value.upstream), ids(value.downstream)];
      for (const link of value.sentences)
        expect([ups.has(link.upstream), downs.has(link.downstream)]).toEqual([true, true]);
    }
  });
});
