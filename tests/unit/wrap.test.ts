import { describe, expect, test } from 'vitest';
import { wrapStyled, wrapText } from '../../src/text/index.js';

const ROWS: readonly [name: string, text: string, width: number, expected: readonly string[]][] = [
  ['nothing', '', 10, ['']],
  ['Han anywhere', '坚持创新驱动发展', 6, ['坚持创', '新驱动', '发展']],
  ['comma stays with its word', '坚持创，新', 6, ['坚持', '创，新']],
  ['opening quote moves down', '坚持（创新）', 6, ['坚持', '（创', '新）']],
  ['closing pile', '坚持创”）。新', 8, ['坚持', '创”）。', '新']],
  ['number with unit', '增长5万亿元以上', 10, ['增长', '5万亿元以', '上']],
  ['date', '力争2030年前达峰', 10, ['力争', '2030年前达', '峰']],
  ['title that fits', '落实《民法典》要求', 12, ['落实', '《民法典》要', '求']],
  ['title too wide', '落实《中华人民共和国民法典》', 12, ['落实《中华人', '民共和国民法', '典》']],
  [
    'forty digits',
    `共${'1234567890'.repeat(4)}元。`,
    16,
    ['共12345678901234', '5678901234567890', '1234567890元。'],
  ],
  ['URL that fits', '见https://a.cn/b全文', 15, ['见', 'https://a.cn/b', '全文']],
  [
    'URL too wide breaks after its slashes',
    '见https://gov.cn/zhengce/content',
    20,
    ['见https://gov.cn/', 'zhengce/content'],
  ],
  ['Latin words keep their blank', 'Made in China 标准', 9, ['Made in ', 'China 标', '准']],
  ['dash pair', '坚持——创新', 5, ['坚持', '——创', '新']],
  ['combining marks', 'e\u0301e\u0301e\u0301', 2, ['e\u0301e\u0301', 'e\u0301']],
  ['share and bar', '承接6/8 ███▌ 多', 9, ['承接6/8 ', '███▌ 多']],
  ['line feed', '甲\n乙\n', 10, ['甲', '乙', '']],
  ['narrower than a character', '创新', 1, ['创', '新']],
  ['nothing but closing marks', '。。。', 4, ['。。', '。']],
];

describe('wrapText', () => {
  test.each(ROWS)('%s', (_name, text, width, expected) => {
    expect(wrapText(text, width)).toEqual(expected);
  });

  test('ambiguous characters may be two columns', () => {
    expect(wrapText('“十四五”时期', 10, { ambiguousWidth: 2 })).toEqual(['“十四五”', '时期']);
    expect(wrapText('“十四五”时期', 12, { ambiguousWidth: 1 })).toEqual(['“十四五”时期']);
  });
});

describe('wrapStyled', () => {
  test('styles follow their characters across lines', () => {
    const lines = wrapStyled(
      [
        { text: '推进全', style: 'a' },
        { text: '市创', style: 'b' },
        { text: '', style: 'c' },
        { text: '新', style: 'a' },
      ],
      8,
    );
    expect(lines).toEqual([
      [
        { text: '推进全', style: 'a' },
        { text: '市', style: 'b' },
      ],
      [
        { text: '创', style: 'b' },
        { text: '新', style: 'a' },
      ],
    ]);
  });

  test('a glued stretch does not end a line', () => {
    const lines = wrapStyled(
      [
        { text: '推进全', style: 0 },
        { text: '{+', style: 1, glued: true },
        { text: '市创新', style: 0 },
      ],
      8,
    );
    expect(lines.map((line) => line.map((stretch) => stretch.text).join(''))).toEqual([
      '推进全',
      '{+市创新',
    ]);
  });

  test('a mark in the next stretch stays with its base', () => {
    const lines = wrapStyled(
      [
        { text: 'ae', style: 1 },
        { text: '\u0301b', style: 2 },
      ],
      1,
    );
    expect(lines.map((line) => line.map((stretch) => stretch.text).join(''))).toEqual([
      'a',
      'e\u0301',
      'b',
    ]);
  });
});
