import type { Target } from '../../model/index.js';

const BOUNDS = {
  exact: '',
  'at-least': '≥ ',
  'at-most': '≤ ',
  about: '≈ ',
  by: '',
  from: '',
} as const;
const ASCII_BOUNDS = { ...BOUNDS, 'at-least': '>= ', 'at-most': '<= ', about: '~ ' } as const;

/** Ten thousands as Chinese counts them, thousands as English does. */
const SCALES = {
  zh: [
    [1e12, '万亿'],
    [1e8, '亿'],
    [1e4, '万'],
  ],
  en: [
    [1e12, ' trillion'],
    [1e9, ' billion'],
    [1e6, ' million'],
  ],
} as const;

const UNITS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  yuan: { zh: '元', en: ' yuan' },
  usd: { zh: '美元', en: ' US dollars' },
  m: { zh: '米', en: ' m' },
  m2: { zh: '平方米', en: ' m²' },
  m3: { zh: '立方米', en: ' m³' },
  mu: { zh: '亩', en: ' mu' },
  kg: { zh: '千克', en: ' kg' },
  minute: { zh: '分钟', en: ' min' },
};

const CHANGES = { increase: '+', decrease: '−' } as const;

/** A target's normalised value as a person reads it: `≥ 25%`, `6万亿元`, `by 2035`. */
export function valueText(target: Target, language: 'zh' | 'en', ascii = false): string {
  const { kind, unit, value, upper } = target;
  const sign = (ascii ? ASCII_BOUNDS : BOUNDS)[target.bound];
  const change = target.change === undefined ? '' : CHANGES[target.change];
  const range = (text: (value: number) => string): string =>
    upper === undefined ? text(value) : `${text(value)}–${text(upper)}`;
  if (kind === 'span' && unit === 'year')
    return `${sign}${range(String)}${language === 'zh' ? '年' : ' years'}`;
  if (unit === 'year') return language === 'zh' ? `${range(String)}年` : `by ${range(String)}`;
  if (unit === 'years') return range(String);
  if (kind === 'share') return `${sign}${change}${range((share) => `${tidy(share * 100)}%`)}`;
  if (kind === 'ratio') return `${sign}${change}×${range(tidy)}`;
  const word = UNITS[unit]?.[language] ?? (unit === '' || language === 'zh' ? unit : ` ${unit}`);
  return `${sign}${change}${range((each) => scaled(each, language))}${word}`;
}

function scaled(value: number, language: 'zh' | 'en'): string {
  const scale = SCALES[language].find(([size]) => Math.abs(value) >= size);
  return scale === undefined ? tidy(value) : `${tidy(value / scale[0])}${scale[1]}`;
}

/** Products of decimals leave dust in binary: six digits are enough to read. */
function tidy(value: number): string {
  return String(Number(value.toPrecision(6)));
}
