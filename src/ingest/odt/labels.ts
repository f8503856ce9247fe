import { formatNumber } from '../numerals.js';
import type { OdtLevel, OdtLevels } from './styles.js';

export interface OdtLabel {
  readonly text: string;
  readonly bullet: boolean;
  /** A number format this program does not know; digits were written. */
  readonly unknownFormat?: string;
}

/** Formats by their first sign, as office suites name them: `一, 二, 三, ...`. */
const FORMATS: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  一: 'chineseCounting',
  壹: 'chineseLegalSimplified',
  壱: 'japaneseLegal',
  甲: 'ideographTraditional',
  子: 'ideographZodiac',
  '①': 'decimalEnclosedCircle',
  '１': 'decimalFullWidth',
};

/** 壹 stands for both capitals; the traditional ones go on with 貳. */
function nameOf(format: string): string {
  if (format.startsWith('壹') && format.includes('貳')) return 'ideographLegalTraditional';
  return FORMATS[format.charAt(0)] ?? format;
}

/** The label of a level, from the numbers of all levels (1-based). */
export function labelOf(
  levels: OdtLevels,
  at: number,
  numbers: readonly (number | undefined)[],
): OdtLabel | undefined {
  const level = levels.get(at);
  if (level === undefined) return undefined;
  if (level.bullet !== undefined) {
    const sign = level.bullet.replace(/[\ue000-\uf8ff]/g, '•');
    return { text: `${sign} `, bullet: true };
  }
  if (level.format === '') return undefined;
  let unknownFormat: string | undefined;
  const written = (i: number): string => {
    const own = levels.get(i);
    const value = numbers[i] ?? own?.start ?? 1;
    const format = nameOf(own?.format ?? '1');
    const text = own?.format === '' ? '' : formatNumber(value, format);
    if (text === undefined) unknownFormat = format;
    return text ?? String(value);
  };
  const bare = level.pattern?.replace(/%(\d+)%/g, (_, i: string) => written(Number(i)));
  const text = `${bare ?? joined(level, at, written)}${level.gap}`;
  return { text, bullet: false, ...(unknownFormat !== undefined && { unknownFormat }) };
}

function joined(level: OdtLevel, at: number, written: (i: number) => string): string {
  const numbers: string[] = [];
  for (let i = Math.max(1, at - level.shown + 1); i <= at; i += 1) numbers.push(written(i));
  return `${level.prefix}${numbers.filter((text) => text !== '').join('.')}${level.suffix}`;
}

/** Numbers of one list, level by level. */
export type Counter = (number | undefined)[];

/** The next number of a level; deeper levels begin again, and outer ones that no paragraph opened have begun. */
export function countOn(counter: Counter, levels: OdtLevels, at: number, start?: number): void {
  counter[at] = start ?? (counter[at] ?? (levels.get(at)?.start ?? 1) - 1) + 1;
  for (let i = 1; i < at; i += 1) counter[i] ??= levels.get(i)?.start ?? 1;
  counter.length = at + 1;
}
