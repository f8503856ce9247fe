import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  align,
  EMPTY_BACKGROUND,
  explainPair,
  parseBackground,
  writeBackground,
} from '../../src/align/index.js';
import { markMoved } from '../../src/align/moved.js';
import {
  createNeutraliser,
  LEVEL_SLOT,
  MOST_CLAUSES,
  PLACE_SLOT,
} from '../../src/align/neutralise.js';
import { placeNamesOf } from '../../src/align/places.js';
import { contentText, sharedBlocks } from '../../src/align/relation.js';
import { segmentWords } from '../../src/align/words.js';
import type { Link } from '../../src/model/index.js';
import { sideFromGold } from '../../src/training/gold-sides.js';
import { ENGINE } from '../support/engine.js';

function neutral(text: string, ...places: string[]): string {
  return createNeutraliser(places)(text, 0)
    .text.replaceAll(PLACE_SLOT, '地')
    .replaceAll(LEVEL_SLOT, '域')
    .replaceAll('\n', '|')
    .replaceAll(' ', '_');
}

describe('neutralise', () => {
  it.each([
    ['own places and levels', '加快湖北建设，全省发展', ['湖北省', '湖北'], '加快地建设|域发展'],
    ['the longest name wins', '广西壮族自治区林业', ['广西', '广西壮族自治区'], '地林业'],
    ['another province is not a swap', '加强与湖南合作', ['湖北'], '加强与湖南合作'],
    ['level words that govern', '省委、市级、县域', [], '域委_域级_域域'],
    ['level words inside words', '市场、区域、国家、城市', [], '市场_区域_国家_城市'],
    [
      'verb and level',
      '文化强省，科教兴市，增强国际影响，增强市场活力',
      [],
      '文化强域|科教兴域|增强国际影响|增强市场活力',
    ],
    ['numbers keep their point', '增长3.5%以上', [], '增长3.5%以上'],
    [
      'responsible bodies are left out',
      '推广绿色建筑。（市住建局、发展改革委按职责分工负责）',
      [],
      '推广绿色建筑',
    ],
    ['an ordinary bracket stays', '推广建筑（含改造）节能', [], '推广建筑_含改造_节能'],
  ])('%s', (_name, text, places, expected) => {
    expect(neutral(text, ...places)).toBe(expected);
  });

  it('takes what follows the most clauses a sentence is compared by for one clause, and loses nothing', () => {
    const clauses = neutral('推进城市更新，'.repeat(MOST_CLAUSES + 2)).split('|');
    expect(clauses).toHaveLength(MOST_CLAUSES);
    expect(clauses.at(-1)).toBe('推进城市更新_推进城市更新_推进城市更新');
  });

  it('leads back to the original text', () => {
    const text = '到2025年，我省森林覆盖率提高';
    const { text: out, origins, ends } = createNeutraliser([])(text, 0);
    const at = out.indexOf(LEVEL_SLOT);
    expect(text.slice(origins[at], ends[at])).toBe('我省');
  });
});

describe('place names', () => {
  it.each([
    ['湖北省', ['湖北', '湖北省']],
    ['武汉市', ['武汉', '武汉市']],
    ['广西壮族自治区', ['广西', '广西壮族自治区']],
    ['延边朝鲜族自治州', ['延边', '延边朝鲜族自治州']],
  ])('%s', (name, expected) => {
    const side = sideFromGold('x', [], name);
    expect(placeNamesOf(side, []).sort()).toEqual([...expected].sort());
  });
});

describe('moved', () => {
  it.each([
    [
      'in order',
      [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
      [false, false, false],
    ],
    [
      'one block lifted',
      [
        [0, 1],
        [1, 2],
        [2, 0],
      ],
      [false, false, true],
    ],
    [
      'several partners are not moved',
      [
        [0, 0],
        [0, 1],
        [1, 1],
      ],
      [false, false, false],
    ],
    ['nothing', [], []],
  ])('%s', (_name, points, expected) => {
    expect(markMoved(points.map(([down, up]) => ({ up: up!, down: down!, weight: 1 })))).toEqual(
      expected,
    );
  });

  it('keeps the heavier of two that cross', () => {
    expect(
      markMoved([
        { up: 1, down: 0, weight: 1 },
        { up: 0, down: 1, weight: 3 },
      ]),
    ).toEqual([true, false]);
  });
});

describe('shared blocks', () => {
  it.each([
    ['abcdef', 'abXdef', ['ab', 'def']],
    ['abcd', 'wxyz', []],
    ['发展绿色建筑产业', '大力发展绿色产业', ['发展绿色', '产业']],
  ])('%s / %s', (a, b, expected) => {
    expect(sharedBlocks(a, b).map((block) => a.slice(block.up, block.up + block.length))).toEqual(
      expected,
    );
  });
});

describe('background', () => {
  it('comes back from its bytes', () => {
    const bytes = writeBackground({
      sentences: 10,
      words: ['绿色', '建筑', '的'],
      occurrences: Uint8Array.of(40, 30, 60),
      sentenceCounts: Uint8Array.of(30, 20, 40),
      dimensions: 2,
      vectors: Int8Array.of(127, 0, 0, 127, -127, 127),
      ngrams: new Uint8Array(EMPTY_BACKGROUND.ngrams.length),
    });
    const read = parseBackground(bytes);
    expect(read.words).toEqual(['绿色', '建筑', '的']);
    expect([...read.vectors]).toEqual([127, 0, 0, 127, -127, 127]);
    expect(segmentWords(read, '绿色的建筑物').map((id) => read.words[id])).toEqual([
      '绿色',
      '的',
      '建筑',
      undefined,
    ]);
  });

  it('says when it is not one', () => {
    expect(() => parseBackground(new TextEncoder().encode('hello'))).toThrow(
      'not a duibiao background',
    );
    const whole = readFileSync('corpus/engine/background.bin');
    expect(() => parseBackground(whole.subarray(0, whole.length - 5))).toThrow('cut short');
  });

  it('stays within 4 MB', () => {
    expect(readFileSync('corpus/engine/background.bin').length).toBeLessThan(4_500_000);
  });
});

/** Two small plans in our own words: b carries a down, in another order, with one addition. */
const UP = sideFromGold(
  'a',
  [
    { id: '1.1', section: '1', text: '1.加强水源保护。' },
    { id: '1.2', section: '1', text: '全省重要水库一律划定保护范围，禁止新建排污口。' },
    { id: '1.3', section: '1', text: '每年开展两次水质普查。' },
    { id: '2.1', section: '2', text: '2.改善乡村道路。' },
    { id: '2.2', section: '2', text: '湖北农村公路三年内全部硬化，并安排专人养护。' },
  ],
  '湖北省',
);
const DOWN = sideFromGold(
  'b',
  [
    { id: '1.1', section: '1', text: '1.改善乡村道路。' },
    { id: '1.2', section: '1', text: '武汉农村公路三年内全部硬化，并安排专人养护。' },
    { id: '1.3', section: '1', text: '举办龙舟旅游节庆。' },
    { id: '2.1', section: '2', text: '2.加强水源保护。' },
    { id: '2.2', section: '2', text: '全市重要水库一律划定保护范围，严禁新建排污口。' },
  ],
  '武汉市',
);

describe('align', () => {
  const result = align(UP, DOWN, ENGINE);
  const sentences = result.links.filter((link) => link.grain === 'sentence');
  const sections = result.links.filter((link) => link.grain === 'section');
  const row = (link: Link): string =>
    `${link.upstream.join('+')} ${link.downstream.join('+')} ${link.relation}`;

  it('links what corresponds, across the order', () => {
    expect(sentences.map(row)).toEqual([
      'a/2.1 b/1.1 verbatim',
      'a/2.2 b/1.2 verbatim',
      'a/1.1 b/2.1 verbatim',
      'a/1.2 b/2.2 verbatim',
    ]);
    expect(sections.map(row)).toEqual(['a/2 b/1 counterpart', 'a/1 b/2 counterpart']);
  });

  it('lists what has no counterpart', () => {
    expect(result.unlinked).toEqual({ upstream: ['a/1.3'], downstream: ['b/1.3'] });
  });

  it('names the swaps', () => {
    const swaps = sentences.flatMap((link) =>
      link.swaps.map((s) => `${s.upstream}→${s.downstream}`),
    );
    expect(swaps).toEqual(['湖北→武汉', '全省→全市']);
  });

  it('marks one of two exchanged sections as moved', () => {
    expect(sections.map((link) => link.moved).sort()).toEqual([false, true]);
  });

  it('gives identical text the score 1', () => {
    expect(sentences.map((link) => link.score === 1)).toEqual([true, true, true, false]);
  });
});

describe('decisions', () => {
  const unit = (id: string, quote?: string) => (quote === undefined ? { id } : { id, quote });
  it('pins and rejects', () => {
    const result = align(UP, DOWN, {
      ...ENGINE,
      decisions: [
        {
          action: 'pin',
          upstream: unit('a/1.3', '水质普查'),
          downstream: unit('b/1.3'),
          relation: 'paraphrased',
        },
        { action: 'reject', upstream: unit('a/2.2'), downstream: unit('b/1.2') },
        { action: 'reject', upstream: unit('a/1'), downstream: unit('b/2') },
      ],
    });
    const links = result.links.map(
      (link) => `${link.upstream[0]} ${link.downstream[0]} ${link.decided ?? false}`,
    );
    expect(links).toContain('a/1.3 b/1.3 true');
    expect(links).not.toContain('a/2.2 b/1.2 false');
    expect(links).not.toContain('a/1 b/2 false');
    expect(result.staleDecisions).toBeUndefined();
  });

  it('follows a quotation that moved, and reports what is stale', () => {
    const result = align(UP, DOWN, {
      ...ENGINE,
      decisions: [
        { action: 'reject', upstream: unit('a/2.1', '水质普查'), downstream: unit('b/1.3') },
        { action: 'pin', upstream: unit('a/9.9'), downstream: unit('b/1.3') },
        { action: 'pin', upstream: unit('a/1'), downstream: unit('b/1.3') },
      ],
    });
    expect(result.staleDecisions?.map((s) => [s.side, s.problem, s.movedTo])).toEqual([
      ['upstream', 'quote-not-found', 'a/1.3'],
      ['upstream', 'unknown-unit', undefined],
      ['downstream', 'kinds-differ', undefined],
    ]);
  });
});

describe('explain', () => {
  it('agrees with the link, names wording, swaps and rivals', () => {
    const why = explainPair(UP, DOWN, { upstream: 'a/1.2', downstream: 'b/2.2' }, ENGINE)!;
    const link = align(UP, DOWN, ENGINE).links.find((l) => l.downstream[0] === 'b/2.2')!;
    expect(why.score).toBe(link.score);
    expect(why.sharedWording[0]).toBe('全省重要水库一律划定保护范围');
    expect(why.swaps).toEqual([{ upstream: '全省', downstream: '全市' }]);
    expect(why.components.map((c) => c.name)).toContain('claim-downstream');
  });

  it('explains a pair that is not linked, and nothing for an unknown id', () => {
    const why = explainPair(UP, DOWN, { upstream: 'a/1.2', downstream: 'b/1.3' }, ENGINE)!;
    expect(why.score).toBeLessThan(why.threshold!);
    expect(explainPair(UP, DOWN, { upstream: 'a/1.2', downstream: 'b/7' }, ENGINE)).toBeUndefined();
  });
});

it('keeps content characters only', () => {
  expect(contentText('甲 乙\n丙')).toBe('甲乙丙');
});
