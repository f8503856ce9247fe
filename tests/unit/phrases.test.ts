import { describe, expect, it } from 'vitest';
import { createPhraseIndex, findPhrases, lookUpPhrase } from '../../src/findings/index.js';
import { findDefinitions } from '../../src/findings/phrases/definitions.js';
import { isFormula } from '../../src/findings/phrases/formulas.js';
import type { Phrase, PhraseLexicon } from '../../src/model/index.js';
import { sampleDocument } from '../support/alignment.js';

const national = sampleDocument(
  'n',
  'national',
  [
    ['', '坚持河湖是用来养的、不是用来占的。'],
    ['', '抓好“三清三建”行动。'],
    ['', '深入实施科教兴国战略。'],
  ],
  '2020-10-01',
);
const province = sampleDocument(
  'p',
  'province',
  [
    ['', '坚持“河湖是用来养的，不是用来占的”。'],
    ['', '三清三建，即清淤、清障、清污和建堤、建闸、建站。'],
    ['', '深入实施科教兴省战略。'],
    ['', '“四水共治”：治污、治涝、治旱、治渍。'],
  ],
  '2020-11-01',
);
const city = sampleDocument(
  'c',
  'city',
  [
    ['', '坚持河湖都是用来养的、不是用来占的。'],
    ['', '深入实施科教兴市战略。'],
    ['', '加快建设甲港、乙港、丙港，即打造“三大港口”。'],
  ],
  '2020-12-01',
);
const index = createPhraseIndex([city, province, national]);

/** `document:status(variants)` in the order of the index. */
function uses(phrase: Phrase): string[] {
  return phrase.uses.map((use) => {
    const variants = use.variants
      .map((variant) => `${variant.text} ${variant.kind} ${variant.distance}`)
      .join('; ');
    return `${use.document}:${use.status}${variants === '' ? '' : `(${variants})`}`;
  });
}

describe('lookUpPhrase', () => {
  it.each([
    [
      '河湖是用来养的、不是用来占的',
      [
        'c:variant(河湖都是用来养的、不是用来占的 wording 1)',
        'p:variant(河湖是用来养的，不是用来占的 punctuation 0)',
        'n:identical',
      ],
    ],
    ['“三清三建”', ['c:absent', 'p:identical', 'n:identical']],
    [
      '科教兴国战略',
      ['c:variant(科教兴市战略 wording 1)', 'p:variant(科教兴省战略 wording 1)', 'n:identical'],
    ],
    ['五清三建', ['c:absent', 'p:absent', 'n:absent']],
    ['全域没有的话', ['c:absent', 'p:absent', 'n:absent']],
  ])('%s', (text, expected) => expect(uses(lookUpPhrase(index, text))).toEqual(expected));

  it('finds two variants that touch', () => {
    const side = createPhraseIndex([
      sampleDocument('n', 'national', [['', '深入实施科教兴国战略。']], '2020-10-01'),
      sampleDocument('c', 'city', [['', '科教兴市战略科教兴区战略。']], '2020-12-01'),
    ]);
    expect(uses(lookUpPhrase(side, '科教兴国战略'))).toEqual([
      'n:identical',
      'c:variant(科教兴市战略 wording 1; 科教兴区战略 wording 1)',
    ]);
  });

  it.each([
    ['of one level', ['city 2020-12', 'city 2020-10'], 'd1'],
    ['of one level, in order', ['city 2020-10', 'city 2020-12'], 'd0'],
    ['before the level', ['city 2020-10', 'national 2020-12'], 'd0'],
    ['of a day, then the level', ['city 2020-10', 'national 2020-10'], 'd1'],
  ] as const)('names the first by date, %s', (_, heads, expected) => {
    const documents = heads.map((head, i) => {
      const [level, month] = head.split(' ') as ['city' | 'national', string];
      return sampleDocument(`d${i}`, level, [['', '实施科教兴国战略。']], `${month}-01`);
    });
    expect(lookUpPhrase(createPhraseIndex(documents), '科教兴国战略').first?.document).toBe(
      expected,
    );
  });

  it('takes listed wordings for the phrase, however different', () => {
    expect(uses(lookUpPhrase(index, '科教兴国', ['科教兴省']))).toEqual([
      'c:absent',
      'p:variant(科教兴省 wording 1)',
      'n:identical',
    ]);
  });

  it('says which is the short form of the other', () => {
    const said = createPhraseIndex([
      sampleDocument('n', 'national', [['', '制定污水排放减量方案。']], '2020-10-01'),
      sampleDocument('c', 'city', [['', '抓好污减量。']], '2020-12-01'),
    ]);
    expect(uses(lookUpPhrase(said, '污减量', ['污水排放减量']))).toEqual([
      'n:variant(污水排放减量 abbreviation 1)',
      'c:identical',
    ]);
  });

  it('names the first by date, whatever the order given', () => {
    expect(lookUpPhrase(index, '三清三建').first).toEqual({
      document: 'n',
      unit: 'n/0.2',
      date: '2020-10-01',
      level: 'national',
    });
    expect(lookUpPhrase(index, '全域没有的话').first).toBeUndefined();
  });

  it('sums up by level, highest first', () => {
    expect(lookUpPhrase(index, '河湖是用来养的、不是用来占的').levels).toEqual([
      { level: 'national', status: 'identical', count: 1, variants: 0 },
      { level: 'province', status: 'variant', count: 0, variants: 1 },
      { level: 'city', status: 'variant', count: 0, variants: 1 },
    ]);
  });

  it.each([
    ['四水共治', 'colon', '治污、治涝、治旱、治渍。'],
    ['三大港口', '即', '加快建设甲港、乙港、丙港'],
  ])('%s is defined', (text, by, meaning) => {
    expect(lookUpPhrase(index, text).definitions.map((item) => [item.by, item.text])).toEqual([
      [by, meaning],
    ]);
  });
});

describe('isFormula', () => {
  const lexicon: PhraseLexicon = { seeds: [], edges: { start: '的和', end: '的和' } };
  it.each([
    ['水系连通和防洪能力显著增强', true],
    ['乡村生活垃圾得到有效管控', true],
    ['坚持以河湖长制为抓手', true],
    ['践行节水优先的发展理念', true],
    ['农村饮用水源保护区划定', false],
    ['水库大坝安全鉴定审核', false],
    ['中华人民共和国防洪法', false],
    ['Public domain', false],
  ])('%s: %s', (text, expected) => expect(isFormula(text, lexicon)).toBe(expected));
});

describe('findPhrases', () => {
  const lexicon: PhraseLexicon = {
    seeds: [{ text: '从未出现', variants: [] }],
    edges: { start: '的和', end: '的和' },
  };
  const texts = [
    '为了筑牢数字底座建设网络。',
    '要筑牢数字底座好办事。',
    '先筑牢数字底座再招商。',
    '以筑牢数字底座支撑治理。',
    // Named as often, and no saying.
    '看乡镇粮库烘干设备多少。',
    '数乡镇粮库烘干设备几台。',
    '问乡镇粮库烘干设备在哪。',
    '修乡镇粮库烘干设备要快。',
    '秋收之后修渠引水，保障来年灌溉。',
    '各村轮流清运垃圾，按月公布台账。',
  ];
  const found = findPhrases(
    createPhraseIndex([
      sampleDocument(
        'd',
        'city',
        texts.map((text) => ['', text] as const),
      ),
    ]),
    lexicon,
    { minLength: 4 },
  );

  it('finds what is repeated, whole and free at its ends', () => {
    expect(found.map((phrase) => [phrase.text, phrase.sources, phrase.frequency])).toEqual([
      ['筑牢数字底座', ['repeated'], 4],
    ]);
  });

  it.each([
    ['推进“三清三建”。', ['三清三建']],
    ['确保“到2030年渔港全部达标”。', []],
    ['落实“7个专项行动”。', []],
    ['培养“减污”人才。', []],
    ['反对“四风”。', ['四风']],
    ['发展“渔港”＋旅游。', []],
  ])('quoted terms of %s', (text, expected) => {
    const index = createPhraseIndex([sampleDocument('q', 'city', [['', text]])]);
    expect(findPhrases(index, lexicon).map((phrase) => phrase.text)).toEqual(expected);
  });

  it('leaves out seeds that occur nowhere', () => {
    expect(found.some((phrase) => phrase.text === '从未出现')).toBe(false);
  });
});

describe('definitions', () => {
  it.each([
    ['in an annex', '附件', ['灌区改造']],
    ['in a section of an annex', '附件/1', ['灌区改造']],
    ['deeper in an annex', '附件/1/2', ['灌区改造']],
    ['in a section of the text', '一/1', []],
    ['in a chapter', '一', []],
  ])('a term before a colon %s', (_, path, expected) => {
    const document = sampleDocument('p', 'province', [[path, '灌区改造：整修老旧渠道。']]);
    expect(findDefinitions(document).map(({ letters }) => letters)).toEqual(expected);
  });
});
