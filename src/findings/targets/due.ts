import type { SentenceUnit } from '../../model/index.js';
import type { Found } from './found.js';

/** A year by which the text after it speaks, as far as its paragraph goes. */
export interface Carried {
  readonly paragraph: string;
  /** The section whose further paragraphs it holds for: 到2025年，主要目标是： opens a list. */
  readonly list?: string;
  readonly year: number;
}

/** A deadline, or a period that ends in a known year. */
function isDue(item: Found): boolean {
  return (
    item.kind === 'deadline' ||
    (item.kind === 'span' && item.unit === 'years' && item.bound !== 'from')
  );
}

function yearOf(item: Found): number {
  return item.upper ?? item.value;
}

/**
 * The year a number is due: the last deadline before it in its sentence; after 到2025年、2030年…分别 the one of
 * its place in the row; else the year that the paragraph was opened with.
 */
export function dueOf(
  item: Found,
  all: readonly Found[],
  place: { readonly index: number; readonly count: number } | undefined,
  carried: number | undefined,
): number | undefined {
  const before = all.filter((other) => other !== item && other.end <= item.start && isDue(other));
  const row = place === undefined ? [] : before.slice(-place.count);
  if (place !== undefined && place.count > 1 && row.length === place.count && isRow(row)) {
    const own = row[place.index];
    if (own !== undefined) return yearOf(own);
  }
  const last = before.at(-1);
  return last === undefined ? carried : yearOf(last);
}

/** Between the members of 2025年、2030年 or “十四五”和“十五五”期间 stands one character. */
function isRow(dates: readonly Found[]): boolean {
  return dates.every((date, at) => at === 0 || date.start - (dates[at - 1]?.end ?? 0) <= 2);
}

/** Before the year a paragraph opens with stand a marker and a word or two: 一是到2025年. */
const OPENING = 6;

/**
 * What a sentence hands on to the next one of its paragraph: its last deadline if it ends at a semicolon,
 * the one it opens with otherwise; nothing where it speaks of a past year.
 */
export function carryOn(
  sentence: SentenceUnit,
  found: readonly Found[],
  carried: number | undefined,
): Carried | undefined {
  if (sentence.heading) return undefined;
  const dues = found.filter(isDue);
  const opening = dues.find((item) => item.start - sentence.markerLength <= OPENING);
  const own = /[；;]$/u.test(sentence.text) ? dues.at(-1) : opening;
  const year = own === undefined ? carried : yearOf(own);
  if (year === undefined) return undefined;
  const list = /[：:]$/u.test(sentence.text) ? sentence.section : undefined;
  return { paragraph: sentence.paragraph, year, ...(list !== undefined && { list }) };
}

/** The year that holds for a sentence: its paragraph was opened with it, or it is a member of a list that was. */
export function yearFor(sentence: SentenceUnit, carried: Carried | undefined): Carried | undefined {
  if (carried === undefined) return undefined;
  const { list } = carried;
  const inList =
    list !== undefined &&
    (sentence.section === list || sentence.section?.startsWith(`${list}/`) === true);
  return carried.paragraph === sentence.paragraph || inList ? carried : undefined;
}
