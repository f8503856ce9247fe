import { describe, expect, it } from 'vitest';
import {
  findNumerals,
  fiveYearPlan,
  formatHanDigits,
  formatHanInteger,
  parseHanInteger,
  parseNumeral,
  parsePlanName,
} from '../../src/text/index.js';

describe('parseHanInteger', () => {
  it.each([
    ['〇', 0],
    ['零', 0],
    ['十', 10],
    ['十一', 11],
    ['二十', 20],
    ['三十', 30],
    ['一百零五', 105],
    ['一百一十', 110],
    ['一百一', 110],
    ['两百', 200],
    ['一千一百', 1100],
    ['一千一', 1100],
    ['一千零一', 1001],
    ['三千零五十', 3050],
    ['三万五', 35000],
    ['三万零五', 30005],
    ['十万', 100000],
    ['一千万', 1e7],
    ['两亿', 2e8],
    ['万亿', 1e12],
    ['四万亿', 4e12],
    ['一亿零一', 100000001],
    ['二〇二五', 2025],
    ['二〇三五', 2035],
    ['一九四九', 1949],
    ['万', 1e4],
  ])('%s is %d', (text, value) => expect(parseHanInteger(text)).toBe(value));

  it.each(['', '百十', '十百', '两两', '十五五', '一百百', '零零十', '中', '一千零', '十亿亿零'])(
    '%s is no numeral',
    (text) => expect(parseHanInteger(text)).toBeUndefined(),
  );
});

describe('parseNumeral', () => {
  const plain = { approximate: false, fraction: false, arabic: true };
  it.each([
    ['4万亿', { ...plain, value: 4e12 }],
    ['3.5亿', { ...plain, value: 3.5e8 }],
    ['２０２５', { ...plain, value: 2025 }],
    ['1,200', { ...plain, value: 1200 }],
    ['2.8万', { ...plain, value: 28000 }],
    ['12%', { ...plain, value: 0.12, fraction: true }],
    ['１２．５％', { ...plain, value: 0.125, fraction: true }],
    ['7%-8%', { ...plain, value: 0.07, upper: 0.08, fraction: true }],
    ['2-3', { ...plain, value: 2, upper: 3 }],
    ['2至3万', { ...plain, value: 20000, upper: 30000 }],
    ['百分之十二', { ...plain, value: 0.12, fraction: true, arabic: false }],
    ['千分之三', { ...plain, value: 0.003, fraction: true, arabic: false }],
    ['三分之二', { ...plain, value: 0.666666666667, fraction: true, arabic: false }],
    ['三点五', { ...plain, value: 3.5, arabic: false }],
    ['半', { ...plain, value: 0.5, arabic: false }],
    ['几十', { ...plain, value: 10, approximate: true, arabic: false }],
    ['数百', { ...plain, value: 100, approximate: true, arabic: false }],
    ['上千', { ...plain, value: 1000, approximate: true, arabic: false }],
    ['七八十', { ...plain, value: 70, upper: 80, arabic: false }],
    ['万千亿', { ...plain, value: 1e11, upper: 1e12, arabic: false }],
  ])('%s', (text, expected) => expect(parseNumeral(text)).toEqual(expected));

  it.each(['三年', '第三', '', '一批', '十百'])('%s is not just a number', (text) =>
    expect(parseNumeral(text)).toBeUndefined(),
  );
});

describe('findNumerals', () => {
  it.each([
    ['建成20多万亩，其中十余万亩在山区', ['20多万=200000~', '十余万=100000~']],
    ['从5.6%提高到百分之八', ['5.6%=0.056', '百分之八=0.08']],
    ['到2025年，总量达到6万亿元左右', ['2025=2025', '6万亿=6000000000000']],
    ['打造2-3个商圈', ['2-3=2..3']],
    ['没有数目的话', []],
  ])('%s', (text, expected) => {
    const shown = findNumerals(text).map(
      (n) =>
        `${text.slice(n.start, n.end)}=${n.value}${n.upper === undefined ? '' : `..${n.upper}`}${n.approximate ? '~' : ''}`,
    );
    expect(shown).toEqual(expected);
  });
});

describe('plans', () => {
  it.each([
    ['十四五', 14],
    ['十三五', 13],
    ['九五', 9],
    ['十五五', 15],
    ['第十四个五年规划', 14],
    ['十一五', 11],
    ['一五', 1],
  ])('%s is plan %d', (text, number) => expect(parsePlanName(text)).toBe(number));
  it.each([
    [1, 1953, 1957],
    [2, 1958, 1962],
    [3, 1966, 1970],
    [13, 2016, 2020],
    [14, 2021, 2025],
  ])('plan %d is %d to %d', (number, start, end) =>
    expect(fiveYearPlan(number)).toEqual({ start, end }),
  );
  it('knows no plan 0', () => expect(fiveYearPlan(0)).toBeUndefined());
});

describe('formatHanInteger', () => {
  it.each([
    [0, '零'],
    [10, '十'],
    [15, '十五'],
    [105, '一百零五'],
    [110, '一百一十'],
    [1001, '一千零一'],
    [10010, '一万零一十'],
    [100000, '十万'],
    [20300000, '二千零三十万'],
    [100000001, '一亿零一'],
  ])('%d is %s', (value, text) => expect(formatHanInteger(value)).toBe(text));
  it('refuses what has no numeral', () => expect(() => formatHanInteger(-1)).toThrow(RangeError));
  it('writes years digit by digit', () => expect(formatHanDigits(2025)).toBe('二〇二五'));
});

it('a text of numerals alone is no number, however long', () => {
  expect(parseHanInteger('三百'.repeat(20_000))).toBeUndefined();
  expect(parseHanInteger('万'.repeat(20_000))).toBeUndefined();
});
