import { describe, expect, test } from 'vitest';
import {
  clusters,
  displayWidth,
  harmless,
  padCentre,
  padEnd,
  padStart,
  TRUNCATION_MARKS,
  truncate,
} from '../../src/text/index.js';

const WIDTHS: readonly [name: string, text: string, narrow: number, wide: number][] = [
  ['nothing', '', 0, 0],
  ['ASCII', 'GDP 12%', 7, 7],
  ['Han', '高质量发展', 10, 10],
  ['full-width punctuation', '，。、（）', 10, 10],
  ['ambiguous quotes', '“十四五”', 8, 10],
  ['dash and ellipsis', '——…', 3, 6],
  ['rare ideograph', '𬌗', 2, 2],
  ['combining mark', 'e\u0301', 1, 1],
  ['several combining marks', 'a\u0300\u0301\u0302b', 2, 2],
  ['mark at the very start', '\u0301a', 1, 1],
  ['ideographic variation', '葛\u{e0100}', 2, 2],
  ['standardised variation', '，\ufe01', 2, 2],
  ['keycap', '1\ufe0f\u20e3', 2, 2],
  ['emoji family', '👨‍👩‍👧', 2, 2],
  ['flag', '🇨🇳', 2, 2],
  ['text heart made emoji', '❤\ufe0f', 2, 2],
  ['Hangul in jamo', '\u1112\u1161\u11ab', 2, 2],
  ['half-width katakana', 'ｱ', 1, 1],
];

describe('displayWidth', () => {
  test.each(WIDTHS)('%s', (_name, text, narrow, wide) => {
    expect([displayWidth(text), displayWidth(text, 2)]).toEqual([narrow, wide]);
  });

  test('clusters keep what belongs together', () => {
    expect(clusters('e\u0301𬌗👨‍👩‍👧葛\u{e0100}。\r\n')).toEqual([
      'e\u0301',
      '𬌗',
      '👨‍👩‍👧',
      '葛\u{e0100}',
      '。',
      '\r\n',
    ]);
  });
});

const HARMLESS: readonly [name: string, text: string, expected: string][] = [
  ['plain text', '推进“一带一路”建设。\nOK', '推进“一带一路”建设。\nOK'],
  ['escape sequence', '\u001b[31m红', '<U+001B>[31m红'],
  ['C1 control', '\u009b31m', '<U+009B>31m'],
  ['carriage return and bell', 'a\r\u0007', 'a<U+000D><U+0007>'],
  ['tab', 'a\tb', 'a    b'],
  ['right-to-left override', 'a\u202eb', 'a<U+202E>b'],
  ['isolates', '\u2066x\u2069', '<U+2066>x<U+2069>'],
  ['zero-width space and byte-order mark', 'a\u200b\ufeff', 'a<U+200B><U+FEFF>'],
  ['joiner in an emoji stays', '👨‍👩‍👧', '👨‍👩‍👧'],
  ['joiner elsewhere', '发\u200d展', '发<U+200D>展'],
  ['lone surrogate', 'a\ud800b', 'a<U+D800>b'],
  ['line separator', 'a\u2028b', 'a<U+2028>b'],
];

describe('harmless', () => {
  test.each(HARMLESS)('%s', (_name, text, expected) => {
    expect(harmless(text)).toBe(expected);
  });
});

describe('pad and truncate', () => {
  test('padding counts columns', () => {
    expect([
      padEnd('住房', 6),
      padStart('住房', 6),
      padCentre('住房', 7),
      padEnd('住房', 3),
    ]).toEqual(['住房  ', '  住房', ' 住房  ', '住房']);
  });

  const CUTS: readonly [text: string, width: number, lang: 'zh' | 'en', expected: string][] = [
    ['坚持创新驱动发展', 16, 'zh', '坚持创新驱动发展'],
    ['坚持创新驱动发展战略全面推进', 20, 'zh', '坚持…（还有 12 字）'],
    ['坚持创新驱动发展战略全面推进', 20, 'en', '坚持创新驱…(9 more)'],
    ['坚持创新驱动发展', 3, 'zh', '…'],
    ['坚持创新驱动发展', 0, 'zh', ''],
  ];
  test.each(CUTS)('%s in %i columns (%s)', (text, width, lang, expected) => {
    expect(truncate(text, width, TRUNCATION_MARKS[lang])).toBe(expected);
  });
});
