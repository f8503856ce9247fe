import { toAsciiDigits } from '../text/index.js';

const DIGITS = '[0-9０-９]';
const HAN = '[〇零一二两三四五六七八九十百千万亿]';
/** Of a Han numeral, in characters: longer ones are rows of numerals, and no figure. */
const LONGEST = 24;
/** What a Han numeral counts or numbers where it is a figure and no part of a word (统一, 一批, 十分). */
const COUNTED =
  '元|年|月|日|天|周|小时|分钟|倍|成|人|名|户|家|所|座|项|件|次|期|届|级|岁|亩|吨|米|公里|公顷|平方|千瓦|条|款|章|分之|个(?![别体人性])';

/**
 * Digits with what makes them another number (a group of three, a fraction, %, a Han multiplier), shares in words,
 * Han numerals that count something, and five-year plans by their number.
 */
const FIGURE = new RegExp(
  [
    `${DIGITS}+(?:,${DIGITS}{3}(?!${DIGITS}))*(?:[.．]${DIGITS}+)?(?:[%％‰]|[十百千万亿]+)?`,
    `[百千万]分之${HAN}+(?:点${HAN}+)?`,
    `${HAN}{1,${LONGEST}}(?=(?:多|余)?(?:${COUNTED}))`,
    '十[一二三四五六]五(?=”|规划|时期|期间)',
  ].join('|'),
  'gu',
);

/** The figures that an edit may change, as printed, in order; full-width digits as plain ones. */
export function figuresOf(text: string): string[] {
  return (text.match(FIGURE) ?? []).map((figure) => toAsciiDigits(figure));
}
