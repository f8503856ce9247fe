import type { DocumentUnits, SentenceUnit, Target } from '../../model/index.js';
import { fiveYearPlan, parsePlanName } from '../../text/index.js';
import { type DateMatch, findDates, type WrittenAt } from './dates.js';
import { type Carried, carryOn, dueOf, yearFor } from './due.js';
import { type Found, fromDate, placesOf, withoutOverlap } from './found.js';
import { indicatorOf } from './indicator.js';
import type { CompiledTargets } from './lexicon.js';
import { isNamed, isRepeated, isStart } from './named.js';
import { numbers } from './numbers.js';
import { partOf } from './parts-of.js';
import { ratios } from './ratios.js';
import { respectiveOf } from './respective.js';

interface TargetOptions {
  /** Also give numbers that only name something (“四个意识”, “十四五”规划), with kind `name`. */
  readonly names?: boolean;
}

/**
 * Quantities, money, shares, ratios, counts, deadlines and spans of time a document states.
 *
 * What counts is defined in `docs/methods.md`, Targets. In short: a number with a unit or measure word,
 * a percentage, a doubling, full coverage (全覆盖 = 1), a year by which, a period in which.
 * Ordinals (第七届), numbers inside quotation marks or titles, small Han numbers that sum up a list (三大空间格局),
 * thresholds (100万以上的城市) and years that are part of a plan's name are `name`, left out unless asked for.
 *
 * *Out*: in document order. *Cost*: linear in the text.
 */
export function extractTargets(
  document: DocumentUnits,
  lexicon: CompiledTargets,
  options: TargetOptions = {},
): Target[] {
  const written = writtenAt(document);
  const all: Target[] = [];
  let carried: Carried | undefined;
  let last: { readonly paragraph: string; readonly targets: readonly Target[] } | undefined;
  for (const sentence of document.sentences) {
    const held = yearFor(sentence, carried);
    const read = readSentence(sentence, lexicon, written);
    const handedOn = read.past ? undefined : held?.year;
    const own = targetsOf(sentence, read, lexicon, handedOn);
    const before = last?.paragraph === sentence.paragraph ? last.targets : [];
    for (const target of own) all.push(withNounBefore(target, own, before));
    last = { paragraph: sentence.paragraph, targets: own };
    carried = carryOn(sentence, read.all, handedOn) ?? held;
    if (carried !== undefined && held?.list !== undefined)
      carried = { list: held.list, ...carried };
  }
  return options.names === true ? all : all.filter((target) => target.kind !== 'name');
}

/** 到2025年，装机容量达到400万千瓦；到2030年，达到500万千瓦。: the sentence before says of what. */
function withNounBefore(target: Target, own: readonly Target[], before: readonly Target[]): Target {
  const opens = own.find(({ kind }) => kind !== 'deadline' && kind !== 'name') === target;
  if (!opens || target.indicator !== undefined) return target;
  const indicator = before.findLast(
    ({ kind, unit }) => kind === target.kind && unit === target.unit,
  )?.indicator;
  return indicator === undefined ? target : { ...target, indicator };
}

/** From November on a document speaks of its own year as past (Central Economic Work Conference: December). */
const YEAR_IS_OVER = 11;

/** Sentences that may hold the title. */
const OPENING = 5;
/** 行动计划（2022—2024年）. */
const PLAN_YEARS =
  /(?:规划|计划|方案|纲要|行动)\s*[（(]\s*(20[0-9]{2})\s*[-－–—~～至]+\s*20[0-9]{2}\s*年?/u;

/** ——2013年3月5日在第十二届全国人民代表大会第一次会议上: a report given early in a year speaks of that year. */
const OPENED = /(20[0-9]{2}|19[0-9]{2})年[1-9]月[0-9]{1,2}日在[^。]{4,40}(?:会议|大会)上/u;

/** First year ahead of the document: by its date, else by the plan in its title. */
function writtenAt({ head, sentences }: DocumentUnits): WrittenAt {
  if (head.date !== undefined) {
    const year = Number(head.date.slice(0, 4));
    const over = Number(head.date.slice(5, 7)) >= YEAR_IS_OVER;
    return { year, horizon: over ? year + 1 : year };
  }
  const opened = OPENED.exec(
    sentences
      .slice(0, OPENING)
      .map(({ text }) => text)
      .join('\n'),
  )?.[1];
  if (opened !== undefined) return { year: Number(opened), horizon: Number(opened) };
  const plan =
    /第[一二三四五六七八九十]{1,3}个五年(?:规划|计划)/u.exec(head.title)?.[0] ??
    /“([一二三四五六七八九十]{1,3}五)”/u.exec(head.title)?.[1];
  const number = plan === undefined ? undefined : parsePlanName(plan);
  const opening = [head.title, ...sentences.slice(0, OPENING).map(({ text }) => text)].join('\n');
  const years = PLAN_YEARS.exec(opening)?.[1];
  const horizon =
    number !== undefined
      ? fiveYearPlan(number)?.start
      : years === undefined
        ? yearAimedAt(sentences)
        : Number(years);
  return horizon === undefined ? {} : { horizon };
}

/** Where neither date nor title tells, the year the paper most often says 到 of: 到2025年. */
function yearAimedAt(sentences: readonly SentenceUnit[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { text } of sentences)
    for (const [, year] of text.matchAll(/(?<![0-9年])到(20[0-9]{2})年/gu))
      counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
}

/** What a sentence holds, before it is made targets. */
interface Read {
  readonly all: readonly Found[];
  readonly bases: readonly DateMatch[];
  /** 1 for every place of a date. */
  readonly dated: Uint8Array;
  /** It names a year that lies behind: no later year is handed on to it. */
  readonly past: boolean;
}

/** 专栏1 “十四五”时期重点项目, 表3 2025年目标: dates in a title name what it shows. */
const CAPTION = /^\s*(?:专栏|附?[表图])\s*[0-9一二三四五六七八九十]+[^，。；]{0,40}$/u;

/** Cells of a table that came as one line: which figure is whose cannot be told. */
const CELLS =
  /预期性|约束性|现状值|指标名称|单位属性|[0-9％%]\s+[0-9]|[%％][0-9]|[≥≤]\s*[0-9]+\s*(?:预期|约束)/u;
/** A run of words that nothing parts, with figures, is rows of a table. */
const LONGEST_UNPARTED = 60;

/** Notes that a law database prints between the articles: 法宝联想：法学期刊3篇. */
const NOTES = /^法宝联想/u;

function isTable(text: string): boolean {
  if (NOTES.test(text)) return true;
  if (/[。；！？]/u.test(text)) return false;
  const unparted = text.length > LONGEST_UNPARTED && !/[，、：]/u.test(text);
  return CELLS.test(text) || (unparted && (text.match(/[0-9]+/gu)?.length ?? 0) >= 3);
}

/** A sentence that is nothing but a year. */
function isAlone({ kind, start, end }: Found, text: string): boolean {
  if (start === 0 && end === text.length) return true;
  return kind === 'deadline' && start <= 2 && /^[，。；）)]{0,2}$/u.test(text.slice(end));
}

/** 新增1600个预期性耕地保护化肥利用率——43%预期性: what an indicator of a table binds to stands between its figures. */
const PROPERTY = /[0-9个%％*+）)]\s?(?:预期性|约束性)(?![指目要的和、，。])/u;

/** 95%95%95%, 0.3 0.5 13.0%: figures of a row that nothing parts stand in a table that fell into a sentence. */
function isCell({ start, end }: Found, text: string): boolean {
  return (
    /[%％][0-9]|[0-9]\s+[0-9]+\.[0-9]|\.[0-9]+\s+[0-9]/u.test(
      text.slice(Math.max(0, start - 9), end + 9),
    ) || PROPERTY.test(text.slice(Math.max(0, start - 24), end + 24))
  );
}

/** 据统计, 目前: how things stand, and not by when they are to. */
const REPORTED =
  /据统计|截至目前|(?:^|[，；])(?:目前|当前|现有|近年来)|已(?:建成|完成|达到|投运|形成)/u;

function readSentence(sentence: SentenceUnit, lexicon: CompiledTargets, written: WrittenAt): Read {
  const { text } = sentence;
  const inCaption = CAPTION.test(text);
  const inTable = isTable(text);
  const dates = findDates(text, written)
    .filter((date) => date.start >= sentence.markerLength)
    .map((date) => (inCaption ? { ...date, kind: 'name' as const } : date));
  const found = [
    ...dates.filter((date) => date.kind !== 'base').map(fromDate),
    ...ratios(text),
    ...numbers(text, sentence.markerLength, dates, lexicon),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const names = [...text.matchAll(lexicon.names)].map(({ index, 0: name }) => ({
    start: index,
    end: index + name.length,
  }));
  const named = placesOf(text, names);
  return {
    all: withoutOverlap(found).map((item, at, all) =>
      inTable ||
      isAlone(item, text) ||
      isRepeated(item, text) ||
      isCell(item, text) ||
      isNamed(item, text, named) ||
      isStart(
        item,
        text,
        all.slice(at + 1, at + 3).find(({ kind }) => kind === item.kind),
      )
        ? { ...item, kind: 'name' as const }
        : item,
    ),
    bases: dates.filter((date) => date.kind === 'base'),
    dated: placesOf(text, dates),
    past:
      REPORTED.test(text) ||
      dates.some(({ kind, upper }) => kind === 'name' && upper === undefined),
  };
}

/** So many figures before and after one may bear on it; a sentence with more is a table that was run together. */
const NEIGHBOURS = 200;

function targetsOf(
  sentence: SentenceUnit,
  read: Read,
  lexicon: CompiledTargets,
  carried: number | undefined,
): Target[] {
  const targets: Target[] = [];
  let passed = 0;
  for (const [at, item] of read.all.entries()) {
    while ((read.bases[passed]?.end ?? Number.POSITIVE_INFINITY) <= item.start) passed += 1;
    const around = {
      ...read,
      all: read.all.slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1),
      bases: read.bases.slice(Math.max(0, passed - 1), passed),
      earlier: targets.slice(-NEIGHBOURS),
      carried,
    };
    targets.push(toTarget(item, sentence, lexicon, around));
  }
  return targets;
}

/** What else a sentence holds, near the figure at hand. */
interface Around extends Read {
  readonly earlier: readonly Target[];
  readonly carried: number | undefined;
}

function toTarget(
  item: Found,
  sentence: SentenceUnit,
  lexicon: CompiledTargets,
  { all, bases, dated, earlier, carried }: Around,
): Target {
  const { text, markerLength } = sentence;
  const clauseStart = lastBreak(text, item.start);
  const base = bases.findLast((other) => other.start >= clauseStart && other.end <= item.start);
  const inherited = earlier.findLast(
    (other) => other.kind === item.kind && other.unit === item.unit,
  )?.indicator;
  const place = respectiveOf(item, text, all, dated);
  const part = partOf(item, text, clauseStart);
  const indicator =
    place?.noun ??
    part?.noun ??
    indicatorOf(text, item, lexicon, { all, inherited, earlier, from: markerLength });
  const isTime = item.kind === 'deadline' || item.kind === 'span' || item.kind === 'name';
  const due = isTime ? undefined : dueOf(item, all, place, carried);
  const row = joinedTo(item, text, all, earlier);
  const { upper, approximate, ...own } = item;
  const change = item.change ?? row?.change;
  const bound =
    part?.bound ?? place?.bound ?? (item.bound === 'exact' ? (row?.bound ?? 'exact') : item.bound);
  return {
    id: `${sentence.id}#${item.start}`,
    document: sentence.documentId,
    sentence: sentence.id,
    ...own,
    bound,
    text: text.slice(item.start, item.end),
    ...(upper !== undefined && { upper }),
    ...(change !== undefined && { change }),
    approximate: approximate === true,
    aspired: lexicon.aspiration.test(text.slice(clauseStart, item.start)),
    ...(due !== undefined && { due }),
    ...(base !== undefined && { base: base.value }),
    ...(indicator !== undefined && { indicator }),
  };
}

/** The figure of the same kind that 、 or 和 joins to this one: what bounds it bounds both (下降20%、18%). */
function joinedTo(
  item: Found,
  text: string,
  all: readonly Found[],
  earlier: readonly Target[],
): Target | undefined {
  const previous = all[all.indexOf(item) - 1];
  const joined =
    previous !== undefined &&
    previous.kind === item.kind &&
    previous.unit === item.unit &&
    item.upper === undefined &&
    /^(?:[、和]|以及)$/u.test(text.slice(previous.end, item.start));
  return joined ? earlier.findLast(({ start }) => start === previous.start) : undefined;
}

/** What stands further before a number, in characters, says nothing of it, even where no punctuation parts them. */
const LONGEST_CLAUSE = 1000;

/** Start of the clause a place stands in, of which at most `LONGEST_CLAUSE` characters are looked at. */
function lastBreak(text: string, at: number): number {
  const first = Math.max(0, at - LONGEST_CLAUSE);
  for (let i = at - 1; i >= first; i -= 1)
    if ('，；。：！？（,;:'.includes(text.charAt(i))) return i + 1;
  return first;
}
