/** Chinese numerals both ways. Pure arithmetic on characters; finding them in running text is in `numerals-find.ts`. */

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};
const SMALL_UNITS: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1000,
  拾: 10,
  佰: 100,
  仟: 1000,
};
const LARGE_UNITS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 兆: 1e12 };
const HAN_DIGITS = '〇一二三四五六七八九';

/** Nobody writes a number with more characters; reading one calls itself once a unit. */
const LONGEST_NUMERAL = 64;

/**
 * A whole number written in Han characters: 三十, 一千零五, 两百, 4 万亿's 万亿, 二〇二五.
 *
 * *Out*: absent where the text is not a well-formed numeral (十五五, 百十, 两两).
 * Both 一千一百 and the colloquial 一千一 (1100) are read; positional writing needs two digits or more.
 */
export function parseHanInteger(text: string): number | undefined {
  if (text === '' || text.length > LONGEST_NUMERAL) return undefined;
  const chars = [...text];
  if (chars.every((char) => char in DIGITS)) return readPositional(chars);
  return readSections(chars);
}

function readPositional(chars: readonly string[]): number | undefined {
  if (chars.length > 1 && chars.includes('两')) return undefined;
  const value = chars.reduce((sum, char) => sum * 10 + (DIGITS[char] ?? Number.NaN), 0);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** …亿…万…: each large unit multiplies what stands before it; 万亿 multiplies twice. */
function readSections(chars: readonly string[]): number | undefined {
  const unit = Math.max(...chars.map((char) => LARGE_UNITS[char] ?? 0));
  if (unit === 0) return readSmall(chars);
  const at = chars.findLastIndex((char) => LARGE_UNITS[char] === unit);
  const before = at === 0 ? 1 : readSections(chars.slice(0, at));
  const rest = chars.slice(at + 1);
  const after = rest.length === 0 ? 0 : readRest(rest, unit);
  return before === undefined || before === 0 || after === undefined || after >= unit
    ? undefined
    : before * unit + after;
}

/** What follows a unit: a full numeral, or one digit that counts tenths of the unit (三万五 = 35000). */
function readRest(rest: readonly string[], unit: number): number | undefined {
  const [first = '', ...others] = rest;
  const digit = DIGITS[first];
  if (digit !== undefined && others.length === 0)
    return digit === 0 ? undefined : (digit * unit) / 10;
  return readSections(first === '零' || first === '〇' ? others : rest);
}

/** Below 10,000: digits and 千, 百, 十 in falling order. */
function readSmall(chars: readonly string[]): number | undefined {
  let total = 0;
  let lastUnit = 10_000;
  let digit: number | undefined;
  let gap = false;
  for (const [at, char] of chars.entries()) {
    const unit = SMALL_UNITS[char];
    if (unit === undefined) {
      if (digit !== undefined || !(char in DIGITS)) return undefined;
      if (DIGITS[char] === 0) {
        if (gap || at === 0 || at === chars.length - 1) return undefined;
        gap = true;
      } else digit = DIGITS[char];
      continue;
    }
    if (unit >= lastUnit || (digit === undefined && at > 0)) return undefined;
    total += (digit ?? 1) * unit;
    lastUnit = unit;
    digit = undefined;
    gap = false;
  }
  if (digit === undefined) return gap ? undefined : total;
  // 一千一 is 1100 but 一千零一 is 1001 and 二十一 is 21.
  const colloquial = lastUnit > 10 && lastUnit < 10_000 && !gap;
  return total + (colloquial ? (digit * lastUnit) / 10 : digit);
}

/**
 * A whole number in Han characters as read aloud: 30 → 三十, 1005 → 一千零五, 2e8 → 二亿.
 *
 * *In*: an integer from 0 below 10¹⁶. *Errors*: a RangeError for anything else.
 */
export function formatHanInteger(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0 || value >= 1e16)
    throw new RangeError(`no Han numeral for ${value}`);
  if (value === 0) return '零';
  const text = formatSections(value);
  return text.startsWith('一十') ? text.slice(1) : text;
}

function formatSections(value: number): string {
  for (const [sign, unit] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    if (value < unit) continue;
    const rest = value % unit;
    const head = formatSections(Math.floor(value / unit)) + sign;
    return rest === 0 ? head : `${head}${rest < unit / 10 ? '零' : ''}${formatSections(rest)}`;
  }
  return formatSmall(value);
}

function formatSmall(value: number): string {
  let text = '';
  let rest = value;
  for (const [sign, unit] of [
    ['千', 1000],
    ['百', 100],
    ['十', 10],
    ['', 1],
  ] as const) {
    const digit = Math.floor(rest / unit);
    rest %= unit;
    if (digit > 0) text += HAN_DIGITS.charAt(digit) + sign;
    else if (text !== '' && rest > 0 && !text.endsWith('零')) text += '零';
  }
  return text;
}

/** Digit by digit, as years are written: 2025 → 二〇二五. */
export function formatHanDigits(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`no Han digits for ${value}`);
  return [...String(value)].map((digit) => HAN_DIGITS[Number(digit)]).join('');
}

/** Full-width digits, signs and the full-width decimal point to ASCII, one code unit for one. */
export function toAsciiDigits(text: string): string {
  return text.replaceAll(/[０-９％．，－～＋]/g, (char) =>
    String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  );
}

/** The years of a five-year plan by its number: 14 → 2021–2025. The third began in 1966, after three years without a plan. */
export function fiveYearPlan(
  number: number,
): { readonly start: number; readonly end: number } | undefined {
  if (!Number.isInteger(number) || number < 1 || number > 99) return undefined;
  const start = number < 3 ? 1953 + 5 * (number - 1) : 1966 + 5 * (number - 3);
  return { start, end: start + 4 };
}

/** The number of a plan from its short name: 十四五 → 14, 九五 → 9, 第十四个五年规划 → 14. */
export function parsePlanName(text: string): number | undefined {
  const match =
    /^(?:第?([一二三四五六七八九十]{1,3})个五年(?:规划|计划)?|([一二三四五六七八九十]{1,3})五)$/u.exec(
      text,
    );
  const number = parseHanInteger(match?.[1] ?? match?.[2] ?? '');
  return number !== undefined && number >= 1 ? number : undefined;
}
