import type {
  DocumentHead,
  DocumentUnits,
  SentenceUnit,
  Target,
  TargetBound,
  TargetKind,
  UnitWord,
} from '../../model/index.js';
import {
  findNumerals,
  fiveYearPlan,
  groupsOf,
  type Numeral,
  parsePlanName,
  valueAt,
} from '../../text/index.js';
import { type DateMatch, findDates } from './dates.js';
import { indicatorOf } from './indicator.js';
import type { CompiledTargets } from './lexicon.js';

interface TargetOptions {
  /** Also give numbers that only name something (“四个意识”, “十四五”规划), with kind `name`. */
  readonly names?: boolean;
}

/**
 * Quantities, money, shares, ratios, counts, deadlines and spans of time a document states.
 *
 * What counts is defined in `docs/methods.md`, Targets. In short: a number with a unit or measure word,
 * a percentage, a doubling, full coverage (全覆盖 = 1), a year by which, a period in which.
 * Ordinals (第七届), numbers inside quotation marks, small Han numbers that sum up a list (三大空间格局)
 * and years that are part of a plan's name are `name`, left out unless asked for.
 *
 * *Out*: in document order. *Cost*: linear in the text.
 */
export function extractTargets(
  document: DocumentUnits,
  lexicon: CompiledTargets,
  options: TargetOptions = {},
): Target[] {
  const horizon = horizonOf(document.head);
  const all = document.sentences.flatMap((sentence) => sentenceTargets(sentence, lexicon, horizon));
  return options.names === true ? all : all.filter((target) => target.kind !== 'name');
}

/** From November on a document speaks of its own year as past (Central Economic Work Conference: December). */
const YEAR_IS_OVER = 11;

/** First year ahead of the document: by its date, else by the five-year plan in its title. */
function horizonOf(head: DocumentHead): number | undefined {
  if (head.date !== undefined) {
    const year = Number(head.date.slice(0, 4));
    return Number(head.date.slice(5, 7)) >= YEAR_IS_OVER ? year + 1 : year;
  }
  const plan =
    /第[一二三四五六七八九十]{1,3}个五年(?:规划|计划)/u.exec(head.title)?.[0] ??
    /“([一二三四五六七八九十]{1,3}五)”/u.exec(head.title)?.[1];
  const number = plan === undefined ? undefined : parsePlanName(plan);
  return number === undefined ? undefined : fiveYearPlan(number)?.start;
}

/** A finding before it is made a target. */
interface Found {
  readonly start: number;
  readonly end: number;
  readonly kind: TargetKind;
  readonly value: number;
  readonly upper?: number;
  readonly unit: string;
  readonly bound: TargetBound;
  readonly approximate?: boolean;
  readonly change?: 'increase' | 'decrease';
}

function sentenceTargets(
  sentence: SentenceUnit,
  lexicon: CompiledTargets,
  horizon: number | undefined,
): Target[] {
  const { text } = sentence;
  const dates = findDates(text, horizon).filter((date) => date.start >= sentence.markerLength);
  const bases = dates.filter((date) => date.kind === 'base');
  const found = [
    ...dates.filter((date) => date.kind !== 'base').map(fromDate),
    ...ratios(text),
    ...numbers(text, sentence.markerLength, dates, lexicon),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  if (found.length === 0) return [];
  const names = [...text.matchAll(lexicon.names)].map(({ index, 0: name }) => ({
    start: index,
    end: index + name.length,
  }));
  const named = placesOf(text, names);
  const apart = withoutOverlap(found).map((item) =>
    isNamed(item, text, named) ? { ...item, kind: 'name' as const } : item,
  );
  const targets: Target[] = [];
  const around = { all: apart, bases, earlier: targets };
  for (const item of apart) targets.push(toTarget(item, sentence, lexicon, around));
  return targets;
}

function fromDate({ start, end, kind, value, upper, bound }: DateMatch): Found {
  const unit = upper === undefined && kind !== 'span' ? 'year' : 'years';
  return {
    start,
    end,
    kind: kind as TargetKind,
    value,
    ...(upper !== undefined && { upper }),
    unit,
    bound,
  };
}

/** Doubling, multiples in words, and the whole of something. A plan or project named so is none (倍增计划). */
const RATIO =
  /翻(?<times>[一两二三四]?)番|(?<double>倍增)(?!计划|行动|工程|战略|方案)|(?<![健完])(?<whole>全覆盖)|(?<half>减半)/gu;
const DOUBLINGS: Readonly<Record<string, number>> = { '': 1, 一: 1, 两: 2, 二: 2, 三: 3, 四: 4 };

function ratios(text: string): Found[] {
  return [...text.matchAll(RATIO)].map((match) => {
    const place = {
      start: match.index,
      end: match.index + match[0].length,
      unit: '1',
      bound: 'exact' as const,
    };
    const { times, whole, half } = groupsOf(match);
    if (whole !== undefined) return { ...place, kind: 'share', value: 1 };
    if (half !== undefined) return { ...place, kind: 'ratio', value: 0.5 };
    return { ...place, kind: 'ratio', value: 2 ** (DOUBLINGS[times ?? ''] ?? 1) };
  });
}

function numbers(
  text: string,
  from: number,
  dates: readonly DateMatch[],
  lexicon: CompiledTargets,
): Found[] {
  const dated = placesOf(text, dates);
  return findNumerals(text).flatMap((numeral) => {
    return touches(dated, numeral) || numeral.start < from
      ? []
      : (readNumber(numeral, text, lexicon) ?? []);
  });
}

/** 1 for every place of a text that lies in one of these ranges: to ask it of each of many takes the square of them. */
function placesOf(text: string, ranges: Iterable<Pick<Found, 'start' | 'end'>>): Uint8Array {
  const places = new Uint8Array(text.length);
  for (const { start, end } of ranges) places.fill(1, start, end);
  return places;
}

function touches(places: Uint8Array, { start, end }: Pick<Found, 'start' | 'end'>): boolean {
  return places.subarray(start, end).includes(1);
}

/** Bare 百亿, 千亿, 万亿 before these is an amount of money, as in 万亿级产业集群. */
const MONEY_HEAD = /^(?:元)?(?:级|产业|企业|集群|园区|项目|俱乐部|县)/u;
const ORDINAL_TAIL = /^(?:届|期|轮|代|号|次全会|中全会|大报告|局|级|环|型|维)/u;

function readNumber(numeral: Numeral, text: string, lexicon: CompiledTargets): Found | undefined {
  const written = text.slice(numeral.start, numeral.end);
  const rest = text.slice(numeral.end);
  const before = text.slice(Math.max(0, numeral.start - 12), numeral.start);
  const base = {
    start: numeral.start,
    end: numeral.end,
    value: numeral.value,
    ...(numeral.upper !== undefined && { upper: numeral.upper }),
    approximate: numeral.approximate,
  };
  const name = { ...base, kind: 'name' as const, unit: '', bound: 'exact' as const };
  if (written === '零' || isDenominator(written, before, rest)) return undefined;
  if (/第$/u.test(before) || (/[a-zA-Z+＋.]$/u.test(before) && numeral.arabic))
    return numeral.arabic && !/第$/u.test(before) ? undefined : name;
  const change = lexicon.increase.test(before)
    ? 'increase'
    : lexicon.decrease.test(before)
      ? 'decrease'
      : undefined;
  const changed = change === undefined ? {} : ({ change } as const);
  if (numeral.fraction)
    return withBound({ ...base, ...changed, kind: 'share', unit: '1' }, text, lexicon);
  if (ORDINAL_TAIL.test(rest) && !/^级/u.test(rest)) return name;
  if (/^[百千万]+亿$/u.test(written) && MONEY_HEAD.test(rest)) {
    const end = base.end + (/^元?级?/u.exec(rest)?.[0].length ?? 0);
    return withBound({ ...base, end, kind: 'money', unit: 'yuan' }, text, lexicon);
  }
  const scale = /^[多余]/u.test(rest) && numeral.approximate === false ? 1 : 0;
  const unit = lexicon.unit.exec(rest.slice(scale))?.[0];
  if (unit === undefined) return bareNumber(base, { written, rest }, text, lexicon);
  const word = valueAt(lexicon.units, unit);
  const sized = {
    ...base,
    ...changed,
    end: base.end + scale + unit.length,
    value: tidy(base.value * word.factor),
    ...(base.upper !== undefined && { upper: tidy(base.upper * word.factor) }),
    unit: word.unit,
    kind: word.kind,
    approximate: base.approximate || scale === 1,
  };
  if (isTally(numeral, { written, before }, word, lexicon)) return { ...name, end: sized.end };
  if (word.kind === 'span' && /第[一二三四五六七八九十]+个$/u.test(before))
    return { ...name, end: sized.end };
  if (word.kind === 'span') return readDuration(sized, text, lexicon);
  return withBound(sized, text, lexicon);
}

/** Products of decimals leave dust in binary: twelve digits are kept. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** 万元地区生产总值能耗, 每万人拥有医师数: the number belongs to the indicator's name. */
function isDenominator(written: string, before: string, rest: string): boolean {
  return (
    /每$/u.test(before) ||
    (written === '万' && /^元(?:地区|国内|工业|生产|增加|产值|GDP|单位)/u.test(rest))
  );
}

/** 581万贫困人口, 近1000万农户: ten thousands of something without a measure word. */
function bareNumber(
  base: Omit<Found, 'kind' | 'unit' | 'bound'>,
  { written, rest }: { readonly written: string; readonly rest: string },
  text: string,
  lexicon: CompiledTargets,
): Found | undefined {
  if (!/[0-9０-９].*[万亿]$/u.test(written) || !/^[\u4e00-\u9fff]/u.test(rest)) return undefined;
  return withBound({ ...base, kind: 'count', unit: '' }, text, lexicon);
}

/**
 * A Han number up to ten with a measure word names or sums up (两个市场, 三大格局, 鄂西、鄂中、鄂东三个示范区),
 * unless a verb of making stands right before it (新增三个). 一 is an article more often than a number: never.
 */
function isTally(
  numeral: Numeral,
  { written, before }: { readonly written: string; readonly before: string },
  word: UnitWord,
  lexicon: CompiledTargets,
): boolean {
  if (numeral.arabic || numeral.approximate) return false;
  if (word.kind === 'span') return written === '一' && !lexicon.boundBefore.test(before);
  // One-character units are nouns as well: 三方对接, 两头在外.
  const doubtful = word.kind === 'count' || (word.kind === 'quantity' && word.text.length === 1);
  if (!doubtful) return written === '一' && !lexicon.boundBefore.test(before);
  if (written === '一') return true;
  return (
    numeral.value <= 10 && !lexicon.verbBefore.test(before) && !lexicon.boundBefore.test(before)
  );
}

/** Lengths of time are spans; 三年行动 and 十年禁渔 are names of a plan. */
const DURATION_NAME = /^(?:行动|计划|规划|禁渔|攻坚|发展规划|来之|级|期|间的)/u;

function readDuration(found: Omit<Found, 'bound'>, text: string, lexicon: CompiledTargets): Found {
  if (DURATION_NAME.test(text.slice(found.end))) return { ...found, kind: 'name', bound: 'exact' };
  return withBound(found, text, lexicon);
}

/** Words before and after the number that say how it limits. After wins: 达到25%左右 is about 25 %. */
function withBound(found: Omit<Found, 'bound'>, text: string, lexicon: CompiledTargets): Found {
  const after = lexicon.boundAfter.exec(text.slice(found.end))?.[0];
  const before = lexicon.boundBefore.exec(
    text.slice(Math.max(0, found.start - 8), found.start),
  )?.[0];
  const afterWord = after === undefined ? undefined : lexicon.bounds.get(`after ${after}`);
  const beforeWord = before === undefined ? undefined : lexicon.bounds.get(`before ${before}`);
  const bound = afterWord?.bound ?? beforeWord?.bound ?? 'exact';
  return { ...found, end: found.end + (after?.length ?? 0), bound };
}

function withoutOverlap(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const item of found) if (item.start >= (kept.at(-1)?.end ?? 0)) kept.push(item);
  return kept;
}

/** Inside quotation marks, or part of a listed name. Plan names in quotes are judged by what follows them. */
function isNamed(item: Found, text: string, named: Uint8Array): boolean {
  if (item.unit === 'years' || item.kind === 'deadline' || item.kind === 'name')
    return item.kind === 'name';
  return isQuoted(item, text) || touches(named, item);
}

/** Longest quotation that is taken for a name: “主城做优、四副做强、城乡一体、融合发展” has 22 characters. */
const LONGEST_NAME = 24;

function isQuoted({ start, end }: Found, text: string): boolean {
  const from = Math.max(0, start - LONGEST_NAME);
  const before = text.slice(from, start + 1);
  const open = Math.max(before.lastIndexOf('“'), before.lastIndexOf('‘')) + from;
  if (open < from) return false;
  const close = text.slice(open, open + LONGEST_NAME + 1).search(/[”’]/u) + open;
  return close >= end && close - open <= LONGEST_NAME;
}

/** What else a sentence holds. */
interface Around {
  readonly all: readonly Found[];
  readonly bases: readonly DateMatch[];
  readonly earlier: readonly Target[];
}

function toTarget(
  item: Found,
  sentence: SentenceUnit,
  lexicon: CompiledTargets,
  { all, bases, earlier }: Around,
): Target {
  const { text } = sentence;
  const clauseStart = lastBreak(text, item.start);
  const due = all.findLast((other) => other.end <= item.start && other !== item && isDue(other));
  const base = bases.findLast((other) => other.start >= clauseStart && other.end <= item.start);
  const inherited = earlier.findLast(
    (other) => other.kind === item.kind && other.unit === item.unit,
  )?.indicator;
  const indicator = indicatorOf(text, item, lexicon, { all, inherited });
  const isTime = item.kind === 'deadline' || item.kind === 'span' || item.kind === 'name';
  const { change, upper, approximate, ...own } = item;
  return {
    id: `${sentence.id}#${item.start}`,
    document: sentence.documentId,
    sentence: sentence.id,
    ...own,
    text: text.slice(item.start, item.end),
    ...(upper !== undefined && { upper }),
    ...(change !== undefined && { change }),
    approximate: approximate === true,
    aspired: lexicon.aspiration.test(text.slice(clauseStart, item.start)),
    ...(!isTime && due !== undefined && { due: due.upper ?? due.value }),
    ...(base !== undefined && { base: base.value }),
    ...(indicator !== undefined && { indicator }),
  };
}

function isDue(item: Found): boolean {
  return (
    item.kind === 'deadline' ||
    (item.kind === 'span' && item.unit === 'years' && item.bound !== 'from')
  );
}

/** What stands further before a number, in characters, says nothing of it, even where no punctuation parts them. */
const LONGEST_CLAUSE = 1000;

/** Start of the clause a place stands in, of which at most `LONGEST_CLAUSE` characters are looked at. */
function lastBreak(text: string, at: number): number {
  const first = Math.max(0, at - LONGEST_CLAUSE);
  for (let i = at - 1; i >= first; i -= 1)
    if ('，；。：！？（'.includes(text.charAt(i))) return i + 1;
  return first;
}
