import { describe, expect, it } from 'vitest';
import { compareStates } from '../../src/check/compare.js';
import { snapshotOf } from '../../src/check/snapshot.js';
import type { CorpusState, UnitFact } from '../../src/check/types.js';

const units = (sentences: readonly string[]): UnitFact[] =>
  sentences.map((text, i) => ({
    print: text,
    text,
    numbers: text.match(/\d+%?/g) ?? [],
    size: text.length,
    place: { line: i + 1, column: 1 } as UnitFact['place'],
  }));

const state = (sentences: readonly string[], only?: 'figures'): CorpusState => ({
  corpusPath: 'corpus/corpus.yaml',
  documents: [
    {
      path: 'corpus/plan.txt',
      id: 'plan',
      findings: [],
      cited: [],
      quoted: [],
      units: units(sentences),
      ignores: [],
      idPlace: { line: 1, column: 1 } as UnitFact['place'],
      ...(only !== undefined && { only }),
    },
  ],
  faults: [],
  themes: [],
  uses: new Map(),
  yardstick: [],
  pairs: [],
});

/** `line text: before → after` of each note. */
function told(before: readonly string[], after: readonly string[]): string[] {
  const old = { documents: [{ id: 'plan', path: 'corpus/plan.txt', units: units(before) }] };
  const { findings } = compareStates({ ...old, pairs: [] }, state(after));
  return findings.map(
    ({ rule, place, params }) =>
      `${rule} ${place.line}: ${String(params?.before)} → ${String(params?.after)}`,
  );
}

describe('figures of edited sentences', () => {
  const kept = ['修建水渠。', '种植果树。'] as const;
  const [first, last] = kept;

  it.each([
    ['a number that became another', '建成学校15所。', '建成学校12所。', ['15 → 12']],
    [
      'two of three',
      '投资3亿元，建桥5座，修路8条。',
      '投资4亿元，建桥5座，修路9条。',
      ['3、8 → 4、9'],
    ],
    ['one of two alike', '上下各5个，共5天。', '上下各5个，共6天。', ['5 → 6']],
    ['other words around it', '建成学校15所。', '新建学校15所。', []],
    ['figures in another order', '建桥5座，修路8条。', '修路8条，建桥5座。', []],
    ['a figure taken out', '建成学校15所。', '建成一批学校。', []],
    ['a figure in a sentence put in its place', '建成学校15所。', '拓宽街道12条。', []],
    [
      'a sentence cut within a figure',
      '新增绿色建筑面积5亿平方米以上，比上年更多。',
      '新增绿色建筑面积5',
      [],
    ],
    ['a sentence cut short within one', '防治虫害面积56万亩。', '防治虫害面积5', []],
    [
      'a misread digit beside another',
      '2021年底前，7座电厂并网；2025年全部。',
      '2O21年底前，7座电厂并网；全部。',
      [],
    ],
    ['a misread digit that parts a figure', '到2025年建成。', '到2O25年建成。', []],
    [
      'a misread digit before one',
      '下降13%，优于全省平均。',
      '下降l3%，优于全省平均。',
      ['13% → 3%'],
    ],
    ['misread digits at the end of one', '推广100个项目。', '推广1OO个项目。', []],
    ['a misread digit at the head of a year', '自1997年起。', '自l997年起。', []],
    ['a bare figure', '15', '12', ['15 → 12']],
    ['a figure put in', '建成一批学校。', '建成学校15所。', []],
  ])('%s', (_name, before, after, expected) => {
    expect(told([first, before, last], [first, after, last])).toEqual(
      expected.map((change) => `figure-edited 2: ${change}`),
    );
  });

  it('says nothing of a sentence that moved or went', () => {
    expect(told([first, '建成学校15所。', last], [first, last, '建成学校15所。'])).toEqual([]);
    expect(told([first, '建成学校15所。', last], kept)).toEqual([]);
  });

  it('are told where only sentences with figures were known, and others are known now', () => {
    const old = { id: 'plan', path: 'corpus/plan.txt', only: 'figures' as const };
    const now = state([first, '建成学校12所。', '拓宽街道。', last, '栽树8万株。']);
    const before = units(['建成学校15所。', '栽树8万株。']);
    const { findings } = compareStates({ documents: [{ ...old, units: before }], pairs: [] }, now);
    expect(findings.map(({ rule, place }) => `${rule} ${place.line}`)).toEqual(['figure-edited 2']);
    expect(snapshotOf(state(['栽树8万株。'], 'figures')).documents).toMatchObject([
      { id: 'plan', only: 'figures', units: [{ print: '栽树8万株。' }] },
    ]);
  });
});
