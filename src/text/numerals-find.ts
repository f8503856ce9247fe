import { parseHanInteger, toAsciiDigits } from './numerals.js';
import { groupsOf } from './pattern.js';

/** A number in running text. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** The other end of a range: 2-3, 三至五, 七八十. `value` is the lower end. */
  readonly upper?: number;
  /** 几十, 数百, 十余, 上千: the value is the order of magnitude only. */
  readonly approximate: boolean;
  /** Written as a fraction: 百分之十二, 12%, 三分之二; `value` is the fraction itself (0.12). */
  readonly fraction: boolean;
  /** Written with Arabic digits, at least in part. */
  readonly arabic: boolean;
}

const ARABIC = `[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?`;
const HAN = '[〇零一二两三四五六七八九十百千万亿]+';
const SCALE = '(?:万亿|[十百千万亿]+)';
/** One number: 3.5亿, 4万亿, 一千一百, 百分之十二, 三点五. */
const ONE = `(?:${ARABIC}${SCALE}?|${HAN}(?:点[〇零一二三四五六七八九]+${SCALE}?)?)`;
const VAGUE = `(?:[数几][十百千万亿]+|[上成][百千万]+[亿]?)`;
const FRACTION = `(?:百分之|千分之|万分之)${ONE}|${HAN}分之${HAN}`;
const DASH = '[-－–—~～至到]';
/** Tried in this order at each place: the longest reading first. */
const NUMERAL = new RegExp(
  `(?<fraction>${FRACTION})|(?<vague>${VAGUE})|(?<low>${ONE})(?<lowPercent>[%％‰])?(?:(?<dash>${DASH})(?<high>${ONE}))?(?<percent>[%％‰])?(?<over>[多余来几](?=${SCALE}|[^，。；、]))?(?<scale>(?<=[多余来几])${SCALE})?|(?<half>半)(?=数|年|小时|个)`,
  'gu',
);

/**
 * Numbers of a running text, in order, without overlap.
 *
 * Finds what is well formed; whether a number counts anything (统一, 一批, “四个意识”) is for the caller to judge.
 * Fractions are values from 0 to 1 upwards: 12% is 0.12, 千分之三 is 0.003.
 * *Cost*: linear in the text.
 */
export function findNumerals(text: string): Numeral[] {
  const found: Numeral[] = [];
  for (const match of text.matchAll(NUMERAL)) {
    const numeral = readMatch(match);
    if (numeral !== undefined) found.push(numeral);
  }
  return found;
}

/** The whole text as one number: 百分之十二, 几十, 4万亿, ２０２５, 2-3; absent where it is not just that. */
export function parseNumeral(text: string): Omit<Numeral, 'start' | 'end'> | undefined {
  if (text === '半') return { value: 0.5, approximate: false, fraction: false, arabic: false };
  const [numeral, ...others] = findNumerals(text);
  if (
    numeral === undefined ||
    others.length > 0 ||
    numeral.start !== 0 ||
    numeral.end !== text.length
  )
    return undefined;
  const { start: _, end: __, ...value } = numeral;
  return value;
}

function readMatch(match: RegExpExecArray): Numeral | undefined {
  const groups = groupsOf(match);
  const place = {
    start: match.index,
    end: match.index + match[0].length,
    arabic: /[0-9０-９]/u.test(match[0]),
  };
  if (groups.half !== undefined)
    return { ...place, value: 0.5, approximate: false, fraction: false };
  if (groups.fraction !== undefined) {
    const value = readFraction(groups.fraction);
    return value === undefined
      ? undefined
      : { ...place, value, approximate: false, fraction: true };
  }
  if (groups.vague !== undefined) {
    const value = readOne(groups.vague.slice(1));
    return value === undefined
      ? undefined
      : { ...place, value, approximate: true, fraction: false };
  }
  return readPlain(groups, place);
}

type Place = Pick<Numeral, 'start' | 'end' | 'arabic'>;

/** One value, or the two ends of a range. */
type Ends = readonly [low: number, high?: number];

function readPlain(
  groups: Readonly<Record<string, string | undefined>>,
  place: Place,
): Numeral | undefined {
  const { low: lowText = '', high: highText } = groups;
  const sign = groups.percent ?? groups.lowPercent;
  const divisor = sign === undefined ? 1 : sign === '‰' ? 1000 : 100;
  const times = groups.scale === undefined ? 1 : readOne(groups.scale);
  const range = readSpread(lowText) ?? pair(readOne(lowText), highText);
  if (range === undefined || times === undefined) return undefined;
  const sized = (value: number): number => roundOff((value * times) / divisor);
  const low = sized(range[0]);
  const high = range[1] === undefined ? undefined : sized(range[1]);
  const upper = high === undefined || high === low ? {} : { upper: high };
  return {
    ...place,
    value: low,
    ...upper,
    approximate: groups.over !== undefined,
    fraction: sign !== undefined,
  };
}

function pair(low: number | undefined, highText: string | undefined): Ends | undefined {
  if (low === undefined) return undefined;
  if (highText === undefined) return [low];
  const high = readOne(highText);
  if (high === undefined) return undefined;
  // 三至五万, 2-3万: the scale of the upper end is meant for both.
  const scale = /(?<![十百千万亿])[十百千万亿]+$/u.exec(highText)?.[0];
  const factor = scale === undefined || low >= high / 100 ? 1 : (readOne(scale) ?? 1);
  return [low * factor <= high ? low * factor : low, high];
}

/** 七八十, 三四百, 两三个: two neighbouring digits are a range; 万千亿, 百千亿: two scales are one too. */
function readSpread(text: string): Ends | undefined {
  const digits = /^([一二两三四五六七八])([二三四五六七八九])([十百千万亿]*)$/u.exec(text);
  if (digits !== null) {
    const [, first = '', second = '', scale = ''] = digits;
    const [low, high] = [parseHanInteger(first), parseHanInteger(second)];
    const unit = scale === '' ? 1 : readOne(scale);
    if (low !== undefined && high === low + 1 && unit !== undefined)
      return [low * unit, high * unit];
  }
  const scales = /^([百千万])([百千万])(亿)$/u.exec(text);
  if (scales === null || scales[1] === scales[2]) return undefined;
  const [, first = '', second = '', large = ''] = scales;
  const [one, other] = [readOne(first + large), readOne(second + large)];
  if (one === undefined || other === undefined) return undefined;
  return one < other ? [one, other] : [other, one];
}

function readFraction(text: string): number | undefined {
  const [whole = '', part = ''] = text.split('分之');
  const [low, high] = [readOne(whole), readOne(part)];
  return low === undefined || high === undefined || low === 0 ? undefined : roundOff(high / low);
}

/** One number without signs: 3.5亿, 1,200, 三点五, 万亿, 千. */
function readOne(text: string): number | undefined {
  const ascii = toAsciiDigits(text).replaceAll(',', '');
  const mixed = /^(\d+(?:\.\d+)?)([十百千万亿]*)$/u.exec(ascii);
  if (mixed !== null) {
    const [, digits, scale = ''] = mixed;
    return scaled(Number(digits), scale);
  }
  const point = /^([^点]+)点([^点十百千万亿]+)([十百千万亿]*)$/u.exec(ascii);
  if (point !== null) {
    const [, before = '', after = '', scale = ''] = point;
    const whole = parseHanInteger(before);
    const decimals = [...after].map((char) => parseHanInteger(char)).join('');
    return whole === undefined ? undefined : scaled(Number(`${whole}.${decimals}`), scale);
  }
  return parseHanInteger(ascii) ?? bareScale(ascii);
}

function scaled(value: number, scale: string): number | undefined {
  if (scale === '') return value;
  const unit = parseHanInteger(scale) ?? bareScale(scale);
  return unit === undefined ? undefined : roundOff(value * unit);
}

/** 百, 千, 百万, 千万, 百亿, 千亿, 万亿 without a digit before: one of them. */
function bareScale(text: string): number | undefined {
  return /^[百千]?[万亿]?亿?$/u.test(text) && text !== ''
    ? parseHanInteger(`一${text}`)
    : undefined;
}

/** Binary floating point leaves dust (2.8 × 10⁴ = 28000.000000000004): twelve digits are kept. */
function roundOff(value: number): number {
  return Number(value.toPrecision(12));
}
