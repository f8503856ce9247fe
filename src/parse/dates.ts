import { hanInteger } from './markers.js';

/** A date as found: `year` may be missing (datelines give month and day only). */
export interface FoundDate {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

const FULL = /(\d{4})年(\d{1,2})月(\d{1,2})日/;
const ISO = /(?<!\d)(20\d{2}|19\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
const HAN =
  /([二一][〇○零九][〇○零一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/;
const MONTH_DAY = /(\d{1,2})月(\d{1,2})日/;

/** First full date in a clean text (`2020年12月2日`, `二〇二〇年十二月二日`, `2021-09-15`), else month and day. */
export function findDate(text: string): FoundDate | undefined {
  const full = FULL.exec(text);
  if (full !== null) return { year: Number(full[1]), month: Number(full[2]), day: Number(full[3]) };
  const han = HAN.exec(text);
  if (han !== null) {
    const [, year = '', month = '', day = ''] = han;
    return { year: hanDigits(year), month: hanInteger(month) ?? 0, day: hanInteger(day) ?? 0 };
  }
  const iso = ISO.exec(text);
  if (iso !== null) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const short = MONTH_DAY.exec(text);
  return short === null ? undefined : { month: Number(short[1]), day: Number(short[2]) };
}

/**
 * Date of the text in force by its adoption note: the last of its passings, approvals and amendments.
 * The day from which it is in force (…起施行) is none of them.
 */
export function lastChange(note: string): string | undefined {
  const steps =
    note.match(/(?:\d{4}|[二一][〇○零九][〇○零一二三四五六七八九]{2})年.{0,60}?日[^日]{0,3}/g) ??
    [];
  return steps
    .filter((step) => !/日(?:起|施行)/.test(step))
    .map((step) => isoDate(findDate(step) ?? {}))
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);
}

/** ISO 8601, as precise as what is known; `undefined` without a year or with an impossible day. */
export function isoDate(date: FoundDate): string | undefined {
  if (date.year === undefined) return undefined;
  if (date.month === undefined || date.month < 1 || date.month > 12) return String(date.year);
  const month = String(date.month).padStart(2, '0');
  if (date.day === undefined || date.day < 1 || date.day > 31) return `${date.year}-${month}`;
  return `${date.year}-${month}-${String(date.day).padStart(2, '0')}`;
}

function hanDigits(text: string): number {
  return Number(
    [...text]
      .map((char) => '〇一二三四五六七八九'.indexOf(/[○零]/.test(char) ? '〇' : char))
      .join(''),
  );
}
