import { describe, expect, it } from 'vitest';
import { parseConcepts, placedConcepts } from '../../src/align/concepts.js';
import { marksOfCell } from '../../src/findings/comparison/marks.js';
import { sharedOf } from '../../src/findings/diff/shared.js';
import type { Change, ComparisonRow, Shared } from '../../src/model/index.js';
import { makeTokenizer } from '../../src/segment/index.js';

const WORDS = [
  '建设',
  '养老',
  '服务',
  '中心',
  '街道',
  '设立',
  '推进',
  '社区',
  '食堂',
  '规模',
  '经营',
  '农业',
  '发展',
  '土地',
  '流转',
  '适度',
];
const tokenize = makeTokenizer((run) => {
  const found: string[] = [];
  for (let at = 0; at < run.length; ) {
    const word = WORDS.find((own) => run.startsWith(own, at)) ?? run[at]!;
    found.push(word);
    at += word.length;
  }
  return found;
});
const textOf = (text: string) => ({ text, tokens: tokenize(text) });
const CONCEPTS = parseConcepts(
  '规模经营\t规模经营|农业规模化|土地…流转\n社区助餐\t社区食堂|老年助餐点\n',
);
const conceptsIn = (text: string) => placedConcepts(CONCEPTS, text);

const said = (up: string, down: string) =>
  sharedOf(textOf(up), textOf(down), conceptsIn).map(
    ({ startUp, endUp, startDown, endDown, kind }) => [
      kind,
      up.slice(startUp, endUp),
      down.slice(startDown, endDown),
    ],
  );

describe('what two texts share', () => {
  it.each([
    [
      'a run of words',
      '建设养老服务中心',
      '加快养老服务设施',
      [['wording', '养老服务', '养老服务']],
    ],
    ['not a single verb', '推进街道工作', '推进社区治理', []],
    [
      'the longest run first',
      '养老服务中心建设',
      '养老服务，养老服务中心',
      [['wording', '养老服务中心', '养老服务中心']],
    ],
    [
      'runs that cross',
      '社区食堂和养老服务',
      '养老服务和社区食堂',
      [
        ['wording', '社区食堂', '社区食堂'],
        ['wording', '养老服务', '养老服务'],
      ],
    ],
    ['a figure', '设立12%', '增至12%', [['number', '12%', '12%']]],
    ['no other figure', '设立12%', '增至15%', []],
    [
      'a concept in other words',
      '建设老年助餐点',
      '办好社区食堂',
      [['concept', '老年助餐点', '社区食堂']],
    ],
    [
      'a concept in parts',
      '引导土地有序流转',
      '发展农业规模化',
      [['concept', '土地有序流转', '农业规模化']],
    ],
  ])('%s', (_, up, down, expected) => {
    expect(said(up, down)).toEqual(expected);
  });

  it('stands in ranges that do not overlap, each in its own text', () => {
    const shared = sharedOf(
      textOf('养老服务养老服务中心'),
      textOf('养老服务中心养老服务'),
      conceptsIn,
    );
    for (const [start, end] of [
      ['startUp', 'endUp'],
      ['startDown', 'endDown'],
    ] as const) {
      const ranges = shared
        .map((own) => [own[start], own[end]] as const)
        .sort((a, b) => a[0] - b[0]);
      ranges.slice(1).forEach(([from], at) => {
        expect(from).toBeGreaterThanOrEqual(ranges[at]![1]);
      });
    }
    expect(shared.length).toBeGreaterThan(0);
  });
});

describe('concepts in a printed text', () => {
  it.each([
    ['发展农业规模化', [[2, 7]]],
    [
      '引导土地、林地流转',
      [
        [2, 4],
        [7, 9],
      ],
    ],
    ['没有所指', undefined],
  ])('%s', (text, ranges) => {
    expect(conceptsIn(text).find(({ name }) => name === '规模经营')?.ranges).toEqual(ranges);
  });
});

describe('marks of a cell', () => {
  const change = (
    startUp: number,
    endUp: number,
    startDown: number,
    endDown: number,
    kind: Change['kind'],
  ): Change => ({ startUp, endUp, startDown, endDown, kind });
  const shared: Shared = { startUp: 4, endUp: 8, startDown: 0, endDown: 4, kind: 'wording' };
  const changes = [change(0, 2, 4, 6, 'commitment'), change(2, 4, 6, 8, 'changed')];
  const row = (more: object, missing: { start: number; end: number }[] = []): ComparisonRow =>
    ({
      type: 'row',
      status: 'linked',
      cells: [
        {
          text: '推进建设养老服务，设立中心',
          sentences: [{ unit: 'a', start: 0, end: 13, missing }],
        },
        { text: '养老服务鼓励发展', sentences: [{ unit: 'b', start: 0, end: 8 }] },
      ],
      pairs: [{ changes, links: [], ...more }],
    }) as unknown as ComparisonRow;
  const kinds = (own: ComparisonRow, side: number, neighbour: number) =>
    marksOfCell(own, side, neighbour).map(({ start, end, kind }) => [start, end, kind]);

  it.each([
    [
      'of an adapted sentence are its differences',
      row({}),
      0,
      [
        [0, 2, 'commitment'],
        [2, 4, 'changed'],
      ],
    ],
    [
      'of a paraphrase are what is shared, and differences that tell',
      row({ shared: [shared] }),
      0,
      [
        [0, 2, 'commitment'],
        [4, 8, 'shared'],
      ],
    ],
    [
      'and below',
      row({ shared: [shared] }),
      1,
      [
        [0, 4, 'shared'],
        [4, 6, 'commitment'],
      ],
    ],
    [
      'strike a clause that nothing carries',
      row({ shared: [shared] }, [{ start: 9, end: 13 }]),
      0,
      [
        [0, 2, 'commitment'],
        [4, 8, 'shared'],
        [9, 13, 'dropped'],
      ],
    ],
    [
      'strike no word that is shared',
      row({ shared: [shared] }, [{ start: 2, end: 8 }]),
      0,
      [
        [0, 2, 'commitment'],
        [2, 4, 'dropped'],
        [4, 8, 'shared'],
      ],
    ],
    [
      'strike nothing below',
      row({ shared: [shared] }, [{ start: 9, end: 13 }]),
      1,
      [
        [0, 4, 'shared'],
        [4, 6, 'commitment'],
      ],
    ],
  ])('%s', (_, own, side, expected) => {
    expect(kinds(own, side, 1 - side)).toEqual(expected);
  });
});
