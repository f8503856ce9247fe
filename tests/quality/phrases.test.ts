import { describe, expect, it } from 'vitest';
import { readPhraseLexicon } from '../../src/corpus/index.js';
import { createPhraseIndex, findPhrases } from '../../src/findings/index.js';
import { corpusDocument, projectFile } from '../support/corpus.js';

const lexicon = readPhraseLexicon(
  projectFile('corpus/lexicon/set-phrases.yaml'),
  'set-phrases.yaml',
);
const documents = [
  'cewc-2020',
  'hubei-resolution-2020',
  'hubei-proposal-2020',
  'hubei-explanation-2020',
  'wuhan-resolution-2020',
  'wuhan-proposal-2020',
  'wuhan-explanation-2020',
].map(corpusDocument);
const phrases = findPhrases(createPhraseIndex(documents), lexicon);
const byText = new Map(phrases.map((phrase) => [phrase.text, phrase]));

describe('set phrases of the embedded corpus', () => {
  it.each([
    '一主引领',
    '两翼驱动',
    '全域协同',
    '五个中心',
    '四个面向',
    '光芯屏端网',
    '英雄城市、英雄人民',
    '揭榜挂帅',
  ])('finds %s', (text) => expect(byText.has(text)).toBe(true));

  it('finds phrases that no list and no quotation mark gives away', () => {
    const repeated = phrases
      .filter((phrase) => phrase.sources.join() === 'repeated')
      .map((phrase) => phrase.text);
    expect(repeated).toEqual(
      expect.arrayContaining([
        '充分发挥市场在资源配置中的决定性作用',
        '居民收入增长和经济增长基本同步',
        '党的十九届五中全会精神',
      ]),
    );
  });

  it('shows the variant of 房住不炒 with its difference', () => {
    const uses = byText
      .get('房子是用来住的、不是用来炒的')!
      .uses.filter((use) => use.status !== 'absent');
    expect(
      uses.map((use) => [
        use.document,
        use.status,
        use.variants.map((variant) => [variant.text, variant.kind]),
      ]),
    ).toEqual([
      ['cewc-2020', 'identical', []],
      ['hubei-proposal-2020', 'identical', []],
      ['wuhan-proposal-2020', 'variant', [['房子是用来住的，不是用来炒的', 'punctuation']]],
    ]);
  });

  it.each([
    ['四个面向', 'annex', '面向世界科技前沿、面向经济主战场、面向国家重大需求、面向人民生命健康。'],
    ['三水共治', 'annex', '水污染治理、水生态修复、水资源保护。'],
  ])('%s is defined in the annex', (text, by, meaning) => {
    expect(byText.get(text)!.definitions.map((item) => [item.by, item.text])).toContainEqual([
      by,
      meaning,
    ]);
  });

  it('reads 五个中心 off the sentence that sums it up', () => {
    const [definition] = byText.get('五个中心')!.definitions;
    expect(definition!.by).toBe('即');
    expect(definition!.text).toContain(
      '全国经济中心、国家科技创新中心、国家商贸物流中心、国际交往中心和区域金融中心',
    );
  });

  it('tells Hubei before Wuhan by date', () => {
    expect(byText.get('一主引领')!.first!.document).toBe('hubei-resolution-2020');
    expect(byText.get('一主引领')!.levels.map((level) => [level.level, level.status])).toEqual([
      ['national', 'absent'],
      ['province', 'identical'],
      ['city', 'identical'],
    ]);
  });
});
