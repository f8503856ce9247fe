import { describe, expect, it } from 'vitest';
import { readTargetLexicon } from '../../src/corpus/index.js';
import { compareTargets, compileTargets, extractTargets } from '../../src/findings/index.js';
import type { Target, TargetPair } from '../../src/model/index.js';
import { sampleAlignment, sampleDocument, sampleSide } from '../support/alignment.js';
import { projectFile } from '../support/corpus.js';

const lexicon = compileTargets(
  readTargetLexicon(projectFile('corpus/lexicon/units.yaml'), 'units.yaml'),
);

/** kind value unit bound and what else is known, as one line. */
function line(t: Target): string {
  const extra = [
    t.change,
    t.approximate ? 'roughly' : undefined,
    t.aspired ? 'aspired' : undefined,
    t.due === undefined ? undefined : `due ${t.due}`,
    t.base === undefined ? undefined : `base ${t.base}`,
    t.indicator === undefined ? undefined : `“${t.indicator}”`,
  ].filter((part) => part !== undefined);
  return [
    t.kind,
    `${t.value}${t.upper === undefined ? '' : `..${t.upper}`}`,
    t.unit,
    t.bound,
    ...extra,
  ].join(' ');
}

const targetsOf = (text: string, date?: string) =>
  extractTargets(sampleDocument('a', 'city', [['', text]], date), lexicon);

describe('extractTargets', () => {
  it.each([
    ['粮食年产量不低于500万吨。', ['quantity 5000000000 kg at-least “粮食年产量”']],
    ['力争研发投入强度超过3.5%。', ['share 0.035 1 at-least aspired “研发投入强度”']],
    ['城镇调查失业率控制在百分之五点五以内。', ['share 0.055 1 at-most “城镇调查失业率”']],
    ['新建学校三十所以上。', ['count 30 所 at-least “学校”']],
    ['森林覆盖率稳定在25%左右。', ['share 0.25 1 about “森林覆盖率”']],
    [
      '到2025年，城区绿道达到2000公里。',
      [
        'deadline 2025 year by “城区绿道达到2000公里”',
        'quantity 2000000 m at-least due 2025 “城区绿道”',
      ],
    ],
    [
      '“十四五”末，数字经济核心产业增加值年均增长8%。',
      [
        'deadline 2025 year by “数字经济核心产业增加值年均增长8%”',
        'share 0.08 1 exact increase due 2025 “数字经济核心产业增加值”',
      ],
    ],
    ['单位能耗比2020年下降13.5%。', ['share 0.135 1 exact decrease base 2020 “单位能耗”']],
    [
      '市场主体数量翻两番，企业利润减半。',
      ['ratio 4 1 exact “市场主体数量”', 'ratio 0.5 1 exact “企业利润”'],
    ],
    [
      '培育两个园区，带动数十个小镇。',
      ['count 2 个 exact “园区”', 'count 10 个 exact roughly “小镇”'],
    ],
    ['建成2个、3个、5个示范园区。', [2, 3, 5].map((n) => `count ${n} 个 exact “示范园区”`)],
    // One character is a noun as well as a unit; two are a unit.
    ['两公里绿道建成。', ['quantity 2000 m exact “绿道”']],
    ['两亩绿地建成。', []],
    ['打造百亿级产业园。', ['money 10000000000 yuan exact “产业园”']],
    [
      '2021—2023年每年改造老旧小区40余个。',
      [
        'span 2021..2023 years exact “每年改造老旧小区40余个”',
        'count 40 个 exact roughly due 2023 “老旧小区”',
      ],
    ],
    ['出行比例提高4个百分点。', ['share 4 percentage-point exact increase “出行比例”']],
    [
      '绿道、步道分别达到30公里、40公里。',
      ['quantity 30000 m at-least “绿道”', 'quantity 40000 m at-least “步道”'],
    ],
    [
      '到2025年、2030年，垃圾分类率分别达到60%、80%。',
      [
        'deadline 2025 year by “垃圾分类率分别达到60%、80%”',
        'deadline 2030 year by “垃圾分类率分别达到60%、80%”',
        'share 0.6 1 at-least due 2025 “垃圾分类率”',
        'share 0.8 1 at-least due 2030 “垃圾分类率”',
      ],
    ],
    ['落实《2030年前林业行动方案》要求。', []],
    ['实施小微企业三年倍增计划。', []],
    ['鼓励建筑面积3万平方米以上的商场参与。', []],
    ['发展壮大“两翼”，办好五件实事。', []],
    ['守住三条控制线，做好四个方面工作。', []],
    ['第三次全体会议审议第五个五年规划。', []],
    ['编制“十五五”规划和2035年远景目标纲要。', []],
    ['万元地区生产总值能耗和每万人医师数向好。', []],
    ['２０３０年前二氧化碳排放达到峰值。', ['deadline 2030 year by “二氧化碳排放达到峰值”']],
  ])('%s', (text, expected) => {
    expect(targetsOf(text).map(line)).toEqual(expected);
  });

  it('counts a year as ahead by the date of the document', () => {
    expect(targetsOf('2020年经济总量1万亿元。', '2020-12-02').map((t) => t.kind)).toEqual([
      'money',
    ]);
    expect(targetsOf('2020年经济总量1万亿元。', '2020-01-10').map((t) => t.kind)).toEqual([
      'deadline',
      'money',
    ]);
  });

  it('reads 明年 and 比上年 from the date of the document', () => {
    expect(
      targetsOf('明年新建学校20所，失业率比上年降低1个百分点。', '2022-03-01').map(line),
    ).toEqual([
      'deadline 2023 year by “新建学校20所”',
      'count 20 所 exact due 2023 “学校”',
      'share 1 percentage-point exact decrease due 2023 base 2021 “失业率”',
    ]);
  });

  it('hands a due year on within the paragraph', () => {
    const document = sampleDocument('a', 'city', [
      ['一', '到2030年，生态环境根本好转；'],
      ['一', '森林覆盖率达到40%；'],
      ['二', '湿地保护率达到60%。'],
    ]);
    const dues = extractTargets(document, lexicon).map(({ text, due }) => [text, due]);
    expect(dues).toEqual([
      ['2030年', undefined],
      ['40%', 2030],
      ['60%', undefined],
    ]);
  });

  it('says where the number stands, bounds after it included', () => {
    const text = '占比达到25%左右。';
    const [target] = targetsOf(text);
    expect(text.slice(target!.start, target!.end)).toBe('25%左右');
    expect(target!.id).toBe('a/0.1#4');
  });
});

describe('compareTargets', () => {
  const up = sampleDocument('p', 'province', [
    ['一', '全省森林覆盖率达到42%。'],
    ['一', '高新技术企业达到2万家。'],
    ['一', '建设高标准农田4000万亩。'],
    ['一', '城镇化率提高到65%。'],
    ['一', '到2030年碳排放达到峰值。'],
  ]);
  const down = sampleDocument('c', 'city', [
    ['一', '全市森林覆盖率达到20%。'],
    ['一', '高新技术企业达到3万家。'],
    ['一', '城镇化率提高到65%。'],
    ['一', '打造12分钟文体圈。'],
    ['一', '到2028年碳排放达到峰值。'],
  ]);
  const alignment = sampleAlignment(sampleSide('p', up), sampleSide('c', down), [
    'p/一.5 > c/一.5 adapted',
  ]);
  const shown = (pair: TargetPair) =>
    `${pair.upstream?.text ?? '-'} ${pair.shift} ${pair.downstream?.text ?? '-'}`;

  it('tells raised, lowered, earlier, same and one-sided targets apart', () => {
    const pairs = compareTargets(
      alignment,
      extractTargets(up, lexicon),
      extractTargets(down, lexicon),
      lexicon,
    );
    expect(pairs.map(shown)).toEqual([
      '42% lowered 20%',
      '2万家 raised 3万家',
      '4000万亩 only-upstream -',
      '65% same 65%',
      '2030年 earlier 2028年',
      '- only-downstream 12分钟',
    ]);
  });

  it.each([
    ['单位能耗下降10%。', '单位能耗下降10%。', 'same'],
    ['单位能耗下降10%。', '单位能耗增长10%。', 'changed'],
    ['森林覆盖率稳定在30%左右。', '森林覆盖率不低于30%。', 'changed'],
  ])('%s and %s: %s', (above, below, shift) => {
    const [own, other] = [
      sampleDocument('p', 'province', [['一', above]]),
      sampleDocument('c', 'city', [['一', below]]),
    ];
    const pairs = compareTargets(
      sampleAlignment(sampleSide('p', own), sampleSide('c', other), ['p/一.1 > c/一.1 adapted']),
      extractTargets(own, lexicon),
      extractTargets(other, lexicon),
      lexicon,
    );
    expect(pairs.map((pair) => pair.shift)).toEqual([shift]);
  });

  it('compares deadlines only in linked sentences', () => {
    const free = sampleAlignment(alignment.upstream, alignment.downstream, []);
    const pairs = compareTargets(
      free,
      extractTargets(up, lexicon),
      extractTargets(down, lexicon),
      lexicon,
    );
    expect(pairs.filter((pair) => pair.upstream?.kind === 'deadline').map(shown)).toEqual([
      '2030年 only-upstream -',
    ]);
  });
});
