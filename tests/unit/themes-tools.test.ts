import { describe, expect, it } from 'vitest';
import { checkThemeChange, diagnoseThemes, proposeTerms } from '../../src/align/themes/index.js';
import type { Theme } from '../../src/model/index.js';
import { unitsOf } from '../support/themes-units.js';

function themeOf(id: string, terms: Record<string, number>, more: Partial<Theme> = {}): Theme {
  const list = Object.entries(terms).map(([text, weight]) => ({ text, weight }));
  return { id, labels: { zh: id, en: id }, terms: list, patterns: [], exclusions: [], ...more };
}

const document = unitsOf([
  { heads: [], sentences: ['加强治水，发展教育，繁荣文化，促进消费。'] },
  { heads: [], sentences: ['整治水电。'] },
  { heads: [], sentences: ['疏浚河道。'] },
  { heads: [], sentences: ['发展教育。'] },
]);
const idOf = (n: number) => document.sentences[n]!.id;

describe('a change of a theme', () => {
  it('names gained, lost and regraded sentences with their evidence', () => {
    const before = themeOf('water', { 治水: 1 });
    const after = themeOf(
      'water',
      { 治水: 1, 河道: 1, 教育: 1, 文化: 0.5 },
      { exclusions: ['治水电'] },
    );
    const change = checkThemeChange(before, after, [document]);
    expect(change.gained.map(({ unit, after: label }) => [unit, label?.evidence])).toEqual([
      [idOf(2), ['河道']],
      [idOf(3), ['教育']],
    ]);
    expect(change.lost.map(({ unit, text }) => [unit, text])).toEqual([[idOf(1), '整治水电。']]);
    expect(
      change.regraded.map(({ unit, before: b, after: a }) => [unit, b?.grade, a?.grade]),
    ).toEqual([[idOf(0), 1, 2]]);
    expect(change.counts).toEqual({ before: 2, after: 3 });
  });

  it('takes a new theme as all gained and the same theme as no change', () => {
    const theme = themeOf('water', { 治水: 1 });
    expect(checkThemeChange(undefined, theme, [document]).gained).toHaveLength(2);
    const { gained, lost, regraded } = checkThemeChange(theme, theme, [document]);
    expect([...gained, ...lost, ...regraded]).toEqual([]);
  });
});

describe('a diagnosis of themes', () => {
  const water = themeOf(
    'water',
    { 治水: 1, 水电: 0.5, 整治水电: 1, 海绵: 1 },
    {
      exclusions: ['防汛'],
      patterns: [{ text: '修.{0,3}堤', weight: 1 }],
    },
  );
  const learning = themeOf('learning', { 教育: 1 });
  const diagnosis = diagnoseThemes([water, learning], [document]);

  it('lists what never occurs', () => {
    expect(diagnosis.idle).toEqual([
      { theme: 'water', kind: 'term', text: '海绵' },
      { theme: 'water', kind: 'pattern', text: '修.{0,3}堤' },
      { theme: 'water', kind: 'exclusion', text: '防汛' },
    ]);
  });

  it('lists what always stands inside a longer entry', () => {
    expect(diagnosis.shadowed).toEqual([
      { theme: 'water', text: '水电', occurrences: 1, by: ['整治水电'] },
    ]);
  });

  it('measures shared sentences', () => {
    expect(diagnosis.overlaps).toEqual([
      { themes: ['water', 'learning'], both: 1, onlyFirst: 1, onlySecond: 1, jaccard: 0.333 },
    ]);
    expect(diagnosis.counts).toEqual([
      { theme: 'water', about: 1, partly: 1 },
      { theme: 'learning', about: 1, partly: 1 },
    ]);
  });
});

describe('proposals of terms', () => {
  const places = ['甲市', '乙县', '丙区', '丁镇', '戊乡', '己州'];
  const texts = [
    ...places.map((place, i) => `${place}治水，${'建推抓办创促'[i]}海绵城市工程${place}。`),
    ...places.map((place) => `${place}发展教育，建设学校${place}。`),
    ...places.map((place) => `${place}繁荣文化，办好节庆${place}。`),
    ...places.map((place) => `${place}方便出行，开行夜车${place}。`),
  ];
  /** Each sentence a section of its own. */
  const many = unitsOf(texts.map((text) => ({ heads: ['工作'], sentences: [text] })));

  it('find what keeps company with a seed, whole, and nothing else', () => {
    expect(
      proposeTerms(['治水'], [many]).map(({ text, withSeed, sentences }) => [
        text,
        withSeed,
        sentences,
      ]),
    ).toEqual([['海绵城市工程', 6, 6]]);
  });

  it('are no numbers, no function words, no drafters’ verbs and nothing that stands everywhere', () => {
    const ends = ['甲市', '乙县', '丙区', '丁镇', '戊乡', '己州'];
    const round = (text: string) => ends.map((end, i) => `${'东南西北中外'[i]}${text}${end}。`);
    const noisy = unitsOf(
      [
        ...round('，治水，积极支持，三百万，以及，重点任务，河道清淤'),
        ...round('，办学，重点任务，操场翻新'),
        ...round('，开馆，重点任务，展厅布置'),
      ].map((text) => ({ heads: ['工作'], sentences: [text] })),
    );
    const verbs = new Set(['积极', '支持']);
    const isName = (text: string) => text === '重点任务';
    const found = proposeTerms(['治水'], [noisy], { verbs, isName });
    expect(found.map(({ text }) => text)).toEqual(['河道清淤']);
    // Without a list of names too: what stands in every section is about none of them.
    expect(proposeTerms(['治水'], [noisy], { verbs }).map(({ text }) => text)).toEqual([
      '河道清淤',
    ]);
  });

  it('are not what only completes a seed, nor what stands in the section alone', () => {
    const around = unitsOf(
      [...'甲乙丙丁戊己'].map((mark) => ({
        heads: ['民生'],
        sentences: [
          `${mark}做好养老保险试点，${mark}日间照料${mark}。`,
          `${mark}发放失业救济${mark}。`,
        ],
      })),
    );
    const others = unitsOf(
      [...'天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏'].map((mark) => ({
        heads: ['其他'],
        sentences: [`${mark}修桥${mark}。`],
      })),
      'other',
    );
    const found = proposeTerms(['养老'], [around, others]).map(({ text }) => text);
    expect(found).toEqual(['日间照料']);
  });

  it('leave out what the theme has', () => {
    expect(proposeTerms(['治水'], [many], { theme: themeOf('water', { 海绵城市: 1 }) })).toEqual(
      [],
    );
  });

  it('are none for a seed that does not occur', () => {
    expect(proposeTerms(['航天'], [many])).toEqual([]);
  });
});
