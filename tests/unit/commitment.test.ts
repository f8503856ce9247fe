import { describe, expect, it } from 'vitest';
import { readCommitmentLexicon } from '../../src/corpus/index.js';
import {
  commitmentJson,
  compareCommitment,
  compileCommitment,
  gradeCommitment,
  labelsByUnit,
} from '../../src/findings/index.js';
import { sampleAlignment, sampleDocument, sampleSide } from '../support/alignment.js';
import { projectFile } from '../support/corpus.js';

const lexicon = compileCommitment(
  readCommitmentLexicon(projectFile('corpus/lexicon/commitment.yaml'), 'commitment.yaml'),
);

const up = sampleDocument('p', 'province', [
  ['一', '加快建设数据交易中心，完善信用体系。'],
  ['一', '支持企业开展技术改造。'],
  ['一', '探索建立碳账户制度。'],
  ['一', '森林面积占三成。'],
  ['一', '鼓励设立风险补偿基金。'],
]);
const down = sampleDocument('c', 'city', [
  ['一', '探索建设数据交易中心，完善信用体系。'],
  ['一', '确保企业开展技术改造。'],
  ['一', '试行碳账户制度。'],
  ['一', '推进造林绿化工作。'],
  ['一', '必须盘活存量国有资产。'],
]);
const alignment = sampleAlignment(sampleSide('p', up), sampleSide('c', down), [
  'p/一.1 > c/一.1 adapted',
  'p/一.2 > c/一.2 adapted',
  'p/一.3 > c/一.3 adapted',
  'p/一.4 > c/一.4 paraphrased',
  'p/一.5 > c/一.5 paraphrased',
]);
const labels = labelsByUnit([
  { unit: 'p/一.2', theme: 'industry', grade: 2, score: 1, evidence: [] },
]);
const report = compareCommitment(alignment, lexicon, labels, [
  { id: 'industry' },
  { id: 'housing' },
]);

describe('compareCommitment', () => {
  it('shifts along links by clauses about the same object, and by nothing else', () => {
    expect(report.shifts.map((s) => [s.link, s.shift, s.basis, s.difference])).toEqual([
      ['p/一.1>c/一.1', 'weaker', 'clauses', -2],
      ['p/一.2>c/一.2', 'stronger', 'clauses', 2],
      ['p/一.3>c/一.3', 'same', 'clauses', 0],
    ]);
  });

  it('shows the clauses behind a shift', () => {
    const [pair] = report.shifts[0]!.clauses;
    expect([
      pair!.upstream.word,
      pair!.upstream.grade,
      pair!.downstream.word,
      pair!.downstream.grade,
    ]).toEqual(['加快', 3, '探索', 1]);
  });

  it('sums up by theme', () => {
    expect(report.summary.map((row) => [row.theme, row.upstream, row.shifts])).toEqual([
      [
        'total',
        { units: 5, grades: { 1: 1, 2: 2, 3: 1, 4: 0 }, none: 1, mean: 2 },
        { stronger: 1, weaker: 1, same: 1 },
      ],
      [
        'industry',
        { units: 1, grades: { 1: 0, 2: 1, 3: 0, 4: 0 }, none: 0, mean: 2 },
        { stronger: 1, weaker: 0, same: 0 },
      ],
      [
        'housing',
        { units: 0, grades: { 1: 0, 2: 0, 3: 0, 4: 0 }, none: 0 },
        { stronger: 0, weaker: 0, same: 0 },
      ],
    ]);
  });
});

describe('a shift is one of force', () => {
  const shiftOf = (above: string, below: string): string => {
    const [p, c] = [
      sampleDocument('p', 'province', [['一', above]]),
      sampleDocument('c', 'city', [['一', below]]),
    ];
    const pair = sampleAlignment(sampleSide('p', p), sampleSide('c', c), [
      'p/一.1 > c/一.1 adapted',
    ]);
    const { shifts } = compareCommitment(pair, lexicon, new Map(), []);
    return shifts.map(({ shift }) => shift).join(' ');
  };

  it.each([
    ['加快旧粮仓改造利用。', '鼓励旧粮仓改造利用。', 'weaker'],
    ['探索渔船租赁服务办法。', '推行渔船租赁服务办法。', 'stronger'],
    ['可以为茶农减免仓租。', '鼓励为茶农减免仓租。', 'stronger'],
    ['落实激励政策保障。', '健全政策保障。', 'same'],
    ['实施渔港污染防治试点。', '积极争取渔港污染防治试点。', 'weaker'],
    ['推行绿色低碳生活方式。', '倡导绿色低碳生活。', 'weaker'],
  ])('%s → %s: %s', (above, below, expected) => {
    expect(shiftOf(above, below)).toBe(expected);
  });

  it.each([
    ['another part in the work', '加快港口仓储融合发展。', '引领港口仓储融合发展。'],
    ['taking part', '加快建设跨省茶叶交易市场。', '积极参与建设跨省茶叶交易市场。'],
    ['trying or supporting', '探索渔船租赁服务。', '鼓励渔船租赁服务。'],
    ['another object', '支持古桥修缮成果转化。', '完善古桥修缮成果转化机制。'],
    ['a way to it', '推进渔港减污增收。', '深入研究渔港减污增收路径。'],
    ['a thing for it', '鼓励绿色消费。', '培育绿色消费理念。'],
    ['who does it', '推动旧渔网资源化利用。', '支持旧渔网资源化利用企业发展。'],
    ['another thing of the same', '鼓励重点渔港单位实施提标改造。', '强化重点渔港单位监管。'],
    ['a trial', '推动渔港尾气排放控制。', '积极争取渔港尾气排放控制试点。'],
    ['striving for a result', '推动渔港分区管理。', '力争全面实施渔港分区管理。'],
    ['others’ money', '加强渔港污染防治资金投入。', '吸引社会资本投入渔港污染防治。'],
    ['what others ask', '探索建立茶叶溯源制度。', '落实省里茶叶溯源制度要求。'],
    ['two ends', '完善车站、码头和老街的换乘条件。', '可以在车站、码头和老街开通观光巴士。'],
    ['another actor', '支持检测机构开展茶叶检测。', '各类检测机构开展茶叶检测。'],
  ])('none: %s', (_, above, below) => {
    expect(shiftOf(above, below)).toBe('');
  });
});

describe('commitmentJson', () => {
  it('counts each grade by its own name', () => {
    const pair = { upstream: alignment.upstream, downstream: alignment.downstream, ...report };
    const [total] = commitmentJson([up, down], [pair]).pairs[0]!.summary;
    expect([total!.upstream.grades, total!.downstream.grades]).toEqual([
      { 1: 1, 2: 2, 3: 1, 4: 0 },
      { 1: 1, 2: 0, 3: 2, 4: 2 },
    ]);
  });
});

describe('gradeCommitment', () => {
  it('says where the deciding word stands', () => {
    const text = '1.全面加强监管，严禁弄虚作假。';
    const found = gradeCommitment({ id: 'x', text, markerLength: 2 }, lexicon)!;
    expect(
      found.clauses.map(({ start, end, at, word }) => [
        text.slice(start, end),
        text.slice(at, at + word.length),
      ]),
    ).toEqual([
      ['全面加强监管', '加强'],
      ['严禁弄虚作假', '严禁'],
    ]);
    expect(found.mean).toBe(3.5);
  });
});
