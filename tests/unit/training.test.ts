import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fitLogistic } from '../../src/align/logistic-fit.js';
import { ungrouped } from '../../src/training/component-groups.js';
import { goldTexts, isGold } from '../../src/training/gold-texts.js';
import { mineParallel, parallelText, subjectOf } from '../../src/training/parallel.js';
import { digestOf } from '../../src/training/readings.js';
import { tuneVectors } from '../../src/training/tune-vectors.js';
import { inFolder } from '../support/cli.js';

describe('what a text is about', () => {
  it.each([
    ['105_浙江省大气污染防治条例.txt', '大气污染'],
    ['中华人民共和国大气污染防治法(2018-10-26).txt', '大气污染'],
    ['宁波市大气污染防治条例(2016-06-08).txt', '大气污染'],
    ['景宁畲族自治县水资源管理条例(2021-06-15).txt', '水资源'],
  ])('%s', (name, subject) => {
    expect(subjectOf(name)).toBe(subject);
  });
});

const law = (name: string, articles: readonly string[]) =>
  parallelText(name, articles.map((text, i) => `第${'一二三四五'[i]}条 ${text}`).join('\n'));

describe('sentences that say the same', () => {
  const A = law('浙江省公园管理条例.txt', [
    '公园建设应当符合城市总体规划，由市人民政府组织实施。',
    '公园应当设置坡道、扶手和盲道等设施，方便残疾人通行。',
    '公园内禁止焚烧垃圾和落叶，禁止擅自砍伐树木。',
  ]);
  const B = law('宁波市公园条例.txt', [
    '新建公园，应当遵守城市总体规划，由所在区人民政府负责。',
    '鼓励志愿者参与导览讲解、秩序维护及卫生清洁活动。',
    '游客不得焚烧树叶、垃圾，不得擅自移植、砍伐树木。',
  ]);

  it('are mined from each other’s best articles, and from what stands between them only where it shares something', () => {
    const pairs = mineParallel([A, B]);
    expect(pairs).toContainEqual([B.units[0]?.[0], A.units[0]?.[0]]);
    expect(pairs).toContainEqual([B.units[2]?.[0], A.units[2]?.[0]]);
    expect(pairs.flat()).not.toContain(B.units[1]?.[0]);
  });

  it('are not mined from texts of other subjects, nor from copies', () => {
    expect(mineParallel([A, { ...B, name: '宁波市湿地保护条例.txt' }])).toEqual([]);
    expect(mineParallel([A, { ...A, name: '温州市公园条例.txt' }])).toEqual([]);
  });

  it('draw their words’ vectors together, the same way each time', () => {
    // Words 0 and 1 name one thing, as do 2 and 3; 4 to 9 are company. All begin apart.
    const start = (): Float32Array => {
      const vectors = new Float32Array(10 * 4);
      for (let id = 0; id < 10; id += 1) vectors[id * 4 + (id % 4)] = 1;
      return vectors;
    };
    const cosine = (vectors: Float32Array, a: number, b: number): number => {
      const of = (id: number): Float32Array => vectors.subarray(id * 4, id * 4 + 4);
      const dot = (x: Float32Array, y: Float32Array): number =>
        x.reduce((sum, value, k) => sum + value * (y[k] ?? 0), 0);
      return dot(of(a), of(b)) / Math.sqrt(dot(of(a), of(a)) * dot(of(b), of(b)));
    };
    const pairs = Array.from({ length: 60 }, (_, i) => {
      const [a, b] = i % 2 === 0 ? [0, 1] : [2, 3];
      const company = 4 + (i % 6);
      return [
        [a, a, company],
        [b, b, company],
      ] as const;
    });
    const information = new Float32Array(10).fill(3);
    const [first, second] = [start(), start()];
    tuneVectors(first, information, pairs, () => undefined);
    tuneVectors(second, information, pairs, () => undefined);
    expect(first).toEqual(second);
    expect(cosine(first, 0, 1)).toBeGreaterThan(cosine(start(), 0, 1));
    expect(cosine(first, 0, 1)).toBeGreaterThan(cosine(first, 0, 3));
  });
});

describe('annotated texts', () => {
  it('are known by name, by the end of a path, and by content under another name', async () => {
    await inFolder(async (folder) => {
      const sentences = ['加强住房保障工作。', '改造老旧小区。', '发展租赁住房。'];
      mkdirSync(join(folder, 'readings'));
      writeFileSync(
        join(folder, 'groups.tsv'),
        '# name\na--b\tstatute\thousing\tchain/up.txt\tlaw(2020).txt\n',
      );
      const side = (file: string) => ({
        file,
        sentences: sentences.map((text) => ({ digest: digestOf(text) })),
      });
      writeFileSync(
        join(folder, 'readings/x.json'),
        JSON.stringify({ upstream: side('one.txt'), downstream: side('two.txt') }),
      );
      const gold = goldTexts(folder);
      expect(isGold(gold, '/data/law(2020).txt', [])).toBe(true);
      expect(isGold(gold, '/data/chain/up.txt', [])).toBe(true);
      expect(isGold(gold, '/data/other/up.txt', [])).toBe(false);
      expect(isGold(gold, '/data/one.txt', [])).toBe(true);
      expect(isGold(gold, '/data/copy.txt', [...sentences.slice(0, 2), '植树造林。'])).toBe(true);
      expect(isGold(gold, '/data/new.txt', [...sentences.slice(0, 1), '植树造林。'])).toBe(false);
    });
  });
});

describe('the logistic fit', () => {
  it('finds the weights a sample was drawn with, and keeps signs', () => {
    const examples = Array.from({ length: 4000 }, (_, i) => {
      const x = ((i * 7919) % 4001) / 4001;
      const y = ((i * 104729) % 3989) / 3989;
      const p = 1 / (1 + Math.exp(-(4 * x - 2 * y - 1)));
      return { row: [x, y], label: p, weight: 1 };
    });
    const names = ['x', 'y'];
    const free = fitLogistic(examples, { names, ridge: 1e-6 });
    const slopes = free.components.map(({ weight, deviation }) => weight / deviation);
    expect(slopes[0]).toBeCloseTo(4, 2);
    expect(slopes[1]).toBeCloseTo(-2, 2);
    const signed = fitLogistic(examples, { names, ridge: 1e-6, signs: { y: 1 } });
    expect(signed.components[1]?.weight).toBe(0);
  });
});

it('ablates every component, each with one group', () => {
  expect(ungrouped()).toEqual([]);
});
