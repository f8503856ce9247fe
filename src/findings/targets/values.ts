import { unitWord, YEAR_WORDS } from '../../messages/index.js';
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

const CHANGES = { increase: '+', decrease: '−' } as const;

/** A target's normalised value as a person reads it: `≥ 25%`, `6万亿元`, `by 2035`. */
export function valueText(target: Target, language: 'zh' | 'en', ascii = false): string {
  const { kind, unit, value, upper } = target;
  const sign = (ascii ? ASCII_BOUNDS : BOUNDS)[signedBound(target)];
  const change = target.change === undefined ? '' : CHANGES[target.change];
  const range = (text: (value: number) => string): string =>
    upper === undefined ? text(value) : `${text(value)}–${text(upper)}`;
  if (kind === 'span' && unit === 'year')
    return `${sign}${YEAR_WORDS[language].span({ years: range(String) })}`;
  if (unit === 'year') return YEAR_WORDS[language].due({ year: range(String) });
  if (unit === 'years') return range(String);
  if (unit === 'percentage-point')
    return `${sign}${change}${range(tidy)}${unitWord(unit, language) ?? ''}`;
  if (kind === 'share') return `${sign}${change}${range((share) => `${tidy(share * 100)}%`)}`;
  if (kind === 'ratio') return `${sign}${change}×${range(tidy)}`;
  const word = unitText(unit, language);
  return `${sign}${change}${range((each) => scaled(each, language))}${word}`;
}

/** A fall by 20 % at least is a change of −20 % at most. */
function signedBound({ bound, change }: Target): Target['bound'] {
  if (change !== 'decrease') return bound;
  return bound === 'at-least' ? 'at-most' : bound === 'at-most' ? 'at-least' : bound;
}

/** A unit per another keeps the other as printed: 人/平方公里. */
function unitText(unit: string, language: 'zh' | 'en'): string {
  const [own = '', ...per] = unitWord(unit, language) === undefined ? unit.split('/') : [unit];
  const named = unitWord(own, language) ?? (own === '' || language === 'zh' ? own : ` ${own}`);
  return [named, ...per].join('/');
}

function scaled(value: number, language: 'zh' | 'en'): string {
  const scale = SCALES[language].find(([size]) => Math.abs(value) >= size);
  return scale === undefined ? tidy(value) : `${tidy(value / scale[0])}${scale[1]}`;
}

/** Products of decimals leave dust in binary: six digits are enough to read. */
function tidy(value: number): string {
  return String(Number(value.toPrecision(6)));
}
