import { describe, expect, test } from 'vitest';
import { createTokenizer, makeTokenizer, parseWordList } from '../../src/segment/index.js';
import { shortRuns } from '../../src/segment/short-runs.js';

/** Every Han character a word: what is left are the tokens kept whole. */
const tokenize = makeTokenizer((run) => [...run], ['两个维护', '千家万户']);

/** Tokens longer than a character or not Han, with the first letter of their kind. */
function wholes(text: string): string {
  return tokenize(text)
    .filter((token) => token.kind !== 'word' || token.text.length > 1)
    .filter((token) => token.kind !== 'punctuation')
    .map((token) => `${token.kind}:${token.text}`)
    .join(' ');
}

const ROWS: readonly [name: string, text: string, expected: string][] = [
  ['per cent', '提高到42.5%以上', 'number:42.5%'],
  ['amount', '总投资5万亿元', 'number:5万亿元'],
  ['about', '增加1100余条', 'number:1100余条'],
  ['Han numeral with unit', '再延长三十年', 'number:三十年'],
  ['range', '用3—5年时间', 'number:3—5年'],
  ['thousands', '建成1,200公里', 'number:1,200公里'],
  ['fraction in words', '百分之八十和三分之一', 'number:百分之八十 number:三分之一'],
  ['ordinal', '落实第十三条', 'number:第十三条'],
  ['year with an edge', '力争2030年前达峰', 'date:2030年前'],
  ['year before 前沿', '布局2030年前沿技术', 'date:2030年'],
  ['year in Han digits', '到二〇三五年基本实现', 'date:二〇三五年'],
  ['full date', '2020年12月3日通过', 'date:2020年12月3日'],
  ['plan period', '“十四五”时期', 'date:“十四五”时期'],
  ['title', '落实《民法典》和《意见》', 'title:《民法典》 title:《意见》'],
  ['quoted term', '坚持“因城施策”方针', 'quoted:“因城施策”'],
  ['quotation with a clause', '指出“要稳，要准”', ''],
  ['Latin word with a digit', '推进5G和R&D', 'latin:5G latin:R&D'],
  ['web address', '见https://a.cn/b?c=1全文', 'latin:https://a.cn/b?c=1'],
  ['no number', '统一条件下的数字经济', ''],
  ['word that begins with a numeral', '做到两个维护，惠及千家万户', 'word:两个维护 word:千家万户'],
];

describe('tokens kept whole', () => {
  test.each(ROWS)('%s', (_name, text, expected) => {
    expect(wholes(text)).toBe(expected);
  });

  test('a combining mark stays with the token before it', () => {
    expect(tokenize('12\u0301年').map((token) => token.text)).toEqual(['12\u0301', '年']);
  });
});

test('segmentit knows the policy words it is given', async () => {
  const policy = await createTokenizer(['因城施策', '老旧小区']);
  expect(policy('坚持因城施策，改造 老旧小区。').map((token) => token.text)).toEqual([
    '坚持',
    '因城施策',
    '，',
    '改造',
    ' ',
    '老旧小区',
    '。',
  ]);
});

test('a word list is one word a line with remarks', () => {
  expect(parseWordList('# 头\n因城施策\n\n 老旧小区 \n')).toEqual(['因城施策', '老旧小区']);
});

test('a numeral ends somewhere: a text of numerals alone is not read as one number', () => {
  const kinds = tokenize(`${'一二三四五'.repeat(20)}条`).map((token) => token.kind);
  expect(kinds.at(-1)).toBe('number');
  expect(kinds[0]).toBe('word');
});

describe('long runs', () => {
  const words = ['城市', '更新', '更新改造', '改造', '造成'];
  const wordsAt = (run: string, at: number): readonly number[] => [
    1,
    ...words.filter((word) => run.startsWith(word, at)).map((word) => word.length),
  ];

  test('a run the segmenter can bear stays whole', () => {
    const run = '城市更新改造成'.repeat(2);
    expect(shortRuns(run, wordsAt)).toEqual([run]);
  });

  test('a longer one is cut where no word spans the border', () => {
    const pieces = shortRuns('城市更新改造'.repeat(20), wordsAt);
    expect(pieces.length).toBeGreaterThan(1);
    for (const piece of pieces) expect(piece).toMatch(/^(?:城市|更新改造)+$/);
  });

  test('a heap of marks on one character is not divided', () => {
    const cluster = `国${'\u0301'.repeat(500)}`;
    expect(shortRuns(`城市${cluster}更新`, wordsAt)).toEqual(['城市', cluster, '更新']);
  });
});
