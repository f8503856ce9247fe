/**
 * Numbers as Word writes them in automatic numbering.
 *
 * Source: ECMA-376 part 1, 17.18.59 (ST_NumberFormat).
 */

const DIGITS = '〇一二三四五六七八九';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

type Format = (value: number) => string;

const FORMATS: Readonly<Record<string, Format>> = {
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (n) => String(n).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: (n) => enclosed(n, 0x2460, 20),
  decimalEnclosedCircleChinese: (n) => enclosed(n, 0x2460, 20),
  decimalEnclosedParen: (n) => enclosed(n, 0x2474, 20),
  decimalEnclosedFullstop: (n) => enclosed(n, 0x2488, 20),
  ideographEnclosedCircle: (n) =>
    n >= 1 && n <= 10 ? String.fromCharCode(0x3280 + n - 1) : counting(n),
  numberInDash: (n) => `-${n}-`,
  chineseCounting: (n) => (n < 100 ? counting(n) : positional(n)),
  taiwaneseCounting: (n) => (n < 100 ? counting(n) : positional(n)),
  chineseCountingThousand: counting,
  taiwaneseCountingThousand: counting,
  japaneseCounting: counting,
  koreanCounting: counting,
  ideographDigital: positional,
  japaneseDigitalTenThousand: positional,
  taiwaneseDigital: positional,
  chineseLegalSimplified: (n) => inCapitals(counting(n), '零壹贰叁肆伍陆柒捌玖', '拾佰仟', '万'),
  ideographLegalTraditional: (n) => inCapitals(counting(n), '零壹貳參肆伍陸柒捌玖', '拾佰仟', '萬'),
  japaneseLegal: (n) => inCapitals(counting(n), '零壱弐参四伍六七八九', '拾百阡', '萬'),
  ideographTraditional: (n) => STEMS[n - 1] ?? String(n),
  ideographZodiac: (n) => BRANCHES[n - 1] ?? String(n),
  ideographZodiacTraditional: (n) => `${STEMS[(n - 1) % 10]}${BRANCHES[(n - 1) % 12]}`,
  lowerLetter: (n) => letters(n, 'a'),
  upperLetter: (n) => letters(n, 'A'),
  lowerRoman: (n) => roman(n).toLowerCase(),
  upperRoman: roman,
  none: () => '',
};

/** `undefined` for a format that is not known: the caller says so and writes digits. */
export function formatNumber(value: number, format: string): string | undefined {
  return FORMATS[format]?.(value);
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function enclosed(value: number, first: number, last: number): string {
  return value >= 1 && value <= last ? String.fromCharCode(first + value - 1) : String(value);
}

function positional(value: number): string {
  return String(value).replace(/\d/g, (digit) => DIGITS.charAt(Number(digit)));
}

/** 十一, 二十, 一百零五, 一千零一十. Above 99,999 the digits one by one. */
function counting(value: number): string {
  if (value < 0 || value > 99_999) return positional(value);
  if (value >= 10_000) {
    const rest = value % 10_000;
    const zero = rest > 0 && rest < 1000 ? '零' : '';
    return `${counting(Math.floor(value / 10_000))}万${zero}${rest === 0 ? '' : spelt(rest)}`;
  }
  return value >= 10 && value < 20 ? spelt(value).slice(1) : value === 0 ? '〇' : spelt(value);
}

function spelt(value: number): string {
  const units = ['千', '百', '十', ''];
  const digits = String(value).padStart(4, '0');
  let text = '';
  let gap = false;
  for (const [i, unit] of units.entries()) {
    const digit = Number(digits[i]);
    if (digit === 0) gap = text !== '';
    else {
      text += `${gap ? '零' : ''}${DIGITS[digit]}${unit}`;
      gap = false;
    }
  }
  return text;
}

function inCapitals(plain: string, digits: string, units: string, tenThousand: string): string {
  return plain.replace(/./g, (character) => {
    const digit = DIGITS.indexOf(character);
    if (digit >= 0) return digits.charAt(digit);
    if (character === '零') return digits.charAt(0);
    if (character === '万') return tenThousand;
    return units['十百千'.indexOf(character)] ?? character;
  });
}

/** Word repeats a letter thirty times at most. */
const LAST_LETTER = 30 * 26;

/** a … z, aa, bb …: Word repeats the letter. Numbers outside are written as digits. */
function letters(value: number, first: 'a' | 'A'): string {
  if (value < 1 || value > LAST_LETTER) return String(value);
  const letter = String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26));
  return letter.repeat(Math.ceil(value / 26));
}

const ROMAN: readonly (readonly [string, number])[] = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let text = '';
  for (const [sign, worth] of ROMAN) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}
