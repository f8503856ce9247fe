import { findNumerals, type Numeral, parseNumeral } from '../../text/index.js';
import type { DateMatch } from './dates.js';
import { type Found, placesOf, touches } from './found.js';
import type { CompiledTargets } from './lexicon.js';
import { joinRanges } from './ranges.js';
import { isTally, isTallyOfMeasures } from './tallies.js';
import { isCondition, isScale } from './thresholds.js';
import { unitIn, unitWordOf } from './unit-words.js';

/** Numbers of a sentence that count or measure something, or name it; dates are left to `findDates`. */
export function numbers(
  text: string,
  from: number,
  dates: readonly DateMatch[],
  lexicon: CompiledTargets,
): Found[] {
  const dated = placesOf(text, dates);
  const found: Found[] = [];
  let next: { readonly start: number; readonly unit: string; readonly scale: number } | undefined;
  // From the end, so that 10.6万、3.8万、3.3万平方公里 know the unit of their row.
  for (const numeral of findNumerals(text).reverse()) {
    if (touches(dated, numeral) || numeral.start < from) continue;
    const whole = withUnitWhole(numeral, text);
    const shared =
      next !== undefined && isJoined(text.slice(whole.end, next.start), next.unit)
        ? next.unit
        : undefined;
    const own = shared === undefined ? whole : scaledAs(whole, next?.scale ?? 1, text);
    const read = readNumber(own, text, lexicon, shared);
    const unit =
      shared?.endsWith('百分点') === true
        ? shared
        : (lexicon.unit.exec(text.slice(own.end))?.[0] ?? shared);
    next =
      unit === undefined
        ? undefined
        : { start: own.start, unit, scale: scaleOf(own, text, next?.scale) };
    if (read !== undefined) found.push(read);
  }
  return joinRanges(found.reverse(), text);
}

/** 7.5个、4.9个百分点 are percentage points both. */
function isJoined(between: string, unit: string): boolean {
  return /^[、和]$/u.test(between) || (/^个[、和]$/u.test(between) && unit.endsWith('百分点'));
}

/** 2.8、2.5、0.3亿千瓦: ten thousands and hundreds of millions are those of the last number too. */
function scaledAs(numeral: Numeral, scale: number, text: string): Numeral {
  const written = text.slice(numeral.start, numeral.end);
  return /^[0-9.]+$/u.test(written) ? { ...numeral, value: tidy(numeral.value * scale) } : numeral;
}

function scaleOf(numeral: Numeral, text: string, next = 1): number {
  const written = text.slice(numeral.start, numeral.end);
  if (/^[0-9.]+$/u.test(written)) return next;
  return written.endsWith('亿') ? 1e8 : written.endsWith('万') ? 1e4 : 1;
}

/** 2855万千瓦: 千 belongs to the unit, as in 千米 and 千克. */
function withUnitWhole(found: Numeral, text: string): Numeral {
  // 完成万项: 成 belongs to the verb.
  const isVerb = /[完建形达生促][成]$/u.test(
    text.slice(Math.max(0, found.start - 1), found.start + 1),
  );
  const numeral = isVerb ? { ...found, start: found.start + 1, approximate: false } : found;
  const written = text.slice(numeral.start, numeral.end);
  if (!/.千$/u.test(written) || !/^[瓦米克帕焦伏卡]/u.test(text.slice(numeral.end))) return numeral;
  const shorter = parseNumeral(written.slice(0, -1));
  return shorter === undefined
    ? numeral
    : { ...shorter, start: numeral.start, end: numeral.end - 1 };
}

const CALLED =
  /(?:(?:GB|DB|HJ|ISO|IEC|JJ[FG]|[A-Z]{2}\/T)[/TZ0-9]{0,4}[ -]?|(?:^|[，。；：（(见如])\s?(?:附?[图表]|附件|附录))$/u;

/** Bare 百亿, 千亿, 万亿 before these is an amount of money, as in 万亿级产业集群. */
const MONEY_HEAD = /^(?:元)?(?:级|产业|企业|集群|园区|项目|俱乐部|县)/u;
const ORDINAL_TAIL = /^(?:届|期|轮|代|号|次全会|中全会|大报告|局|级|环|型|维)/u;

function readNumber(
  numeral: Numeral,
  text: string,
  lexicon: CompiledTargets,
  shared: string | undefined,
): Found | undefined {
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
  // 三个1亿人.
  if (numeral.arabic && /[二两三四五六]个$/u.test(before)) return name;
  // 不超过X万元: a form to be filled in.
  if (/[XxΧ×]$/u.test(before) && /^[百千万亿]+$/u.test(written)) return undefined;
  // 亿万人民 is a figure of speech.
  if (written === '亿万') return undefined;
  // 第1、2、3项.
  if (
    /第[0-9一二三四五六七八九十]{1,3}(?:[、和至][0-9一二三四五六七八九十]{0,3}){1,4}$/u.test(before)
  )
    return name;
  // GB/T 27025, 图1: what a standard or a picture is called.
  if (CALLED.test(before)) return undefined;
  // 0403年 is a damaged 2023年.
  if (/^[0０][0-9０-９]/u.test(written)) return undefined;
  if (
    written === '零' ||
    isDenominator(written, before, rest) ||
    isUnitLabel(written, before, rest, lexicon)
  )
    return undefined;
  if (/第$/u.test(before) || (/[a-zA-Z+＋.]$/u.test(before) && numeral.arabic))
    return numeral.arabic && !/第$/u.test(before) ? undefined : name;
  const change = changeBefore(before, lexicon);
  const changed = change === undefined ? {} : ({ change } as const);
  if (numeral.fraction) {
    const share = { ...base, ...changed, kind: 'share' as const, unit: '1' };
    return isCondition(text, share) ? name : withBound(share, text, lexicon);
  }
  if (ORDINAL_TAIL.test(rest) && !/^级/u.test(rest)) return name;
  // 五大千亿级产业: of what size they are.
  if (/^[百千万]+亿$/u.test(written) && /[两三四五六七八九十]大$/u.test(before)) return name;
  if (/^[百千万]+亿$/u.test(written) && MONEY_HEAD.test(rest)) {
    const end = base.end + (/^元?级?/u.exec(rest)?.[0].length ?? 0);
    return withBound({ ...base, end, kind: 'money', unit: 'yuan' }, text, lexicon);
  }
  return readSized(base, { numeral, shared, name, changed }, text, lexicon);
}

/** What only bounds a change: 提高约20%, 增长不低于6%, 分别下降超过3%. Words that end in 到, 至, 为 or 在 give a level. */
const BOUNDS_CHANGE = /(?<![到至为在])$/u;

/** 增长6%, with what bounds it between the two or not. */
function changeBefore(before: string, lexicon: CompiledTargets): Found['change'] {
  const bounding = lexicon.boundBefore.exec(before)?.[0] ?? '';
  const bare =
    bounding !== '' && BOUNDS_CHANGE.test(bounding) ? before.slice(0, -bounding.length) : before;
  for (const words of new Set([before, bare])) {
    if (lexicon.increase.test(words)) return 'increase';
    if (lexicon.decrease.test(words)) return 'decrease';
  }
  return undefined;
}

/** A number with its unit, printed after it or shared with its row; without either what it may be all the same. */
function readSized(
  base: Omit<Found, 'kind' | 'unit' | 'bound'>,
  {
    numeral,
    shared,
    name,
    changed,
  }: {
    readonly numeral: Numeral;
    readonly shared: string | undefined;
    /** What it is where it measures nothing. */
    readonly name: Found;
    readonly changed: Pick<Found, 'change'>;
  },
  text: string,
  lexicon: CompiledTargets,
): Found | undefined {
  const written = text.slice(numeral.start, numeral.end);
  const rest = text.slice(numeral.end);
  const before = text.slice(Math.max(0, numeral.start - 12), numeral.start);
  const scale = /^[多余]/u.test(rest) && numeral.approximate === false ? 1 : 0;
  const printed =
    shared?.endsWith('百分点') === true ? undefined : unitIn(rest.slice(scale), before, lexicon);
  const unit = printed ?? shared;
  if (unit === undefined)
    return (
      latinUnit(base, rest, text, lexicon) ??
      bareNumber(base, { written, rest, before }, text, lexicon)
    );
  const word = unitWordOf(unit, { written, text, start: numeral.start }, lexicon);
  const per =
    /^[/／](?:(?:年|日|天|小时|月)(?![0-9])|(?:[\u4e00-\u9fff]{1,4}?|[a-zA-Z0-9]+)(?=[，。；、：！？（）,;以左的补奖给]|$))/u.exec(
      rest.slice(scale + unit.length),
    )?.[0];
  const sized = {
    ...base,
    ...changed,
    end:
      base.end +
      (printed === undefined
        ? Number(/^个[、和]/u.test(rest))
        : scale + printed.length + (per?.length ?? 0)),
    value: tidy(base.value * word.factor),
    ...(base.upper !== undefined && { upper: tidy(base.upper * word.factor) }),
    unit: `${word.unit}${per ?? ''}`,
    kind: word.kind,
    approximate: base.approximate || scale === 1,
  };
  if (isScale(text, sized, lexicon) || isCondition(text, sized) || isPerOne(numeral.value, before))
    return { ...name, end: sized.end };
  if (
    isTally(numeral, { written, before, rest: text.slice(sized.end) }, word, lexicon) ||
    isTallyOfMeasures(sized, { before, rest: text.slice(sized.end) })
  )
    return { ...name, end: sized.end };
  if (word.kind === 'span' && base.value < 1 && /[上下]$/u.test(before))
    return { ...name, end: sized.end };
  if (word.kind === 'span' && /第[一二三四五六七八九十]+个(?:关键|重要)?的?$/u.test(before))
    return { ...name, end: sized.end };
  // 3134年 is a damaged year.
  // 4.20年市减排量结算清单: a number of a list and a year.
  if (word.text === '年' && (sized.value >= 1000 || /\.[0-9]{2}$/u.test(written))) return undefined;
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
    /[每/／]$/u.test(before) ||
    (written === '万' && /^元(?:地区|国内|工业|生产|增加|产值|GDP|单位)/u.test(rest))
  );
}

/** 套餐（万户）: the label of a column of a table. */
function isUnitLabel(
  written: string,
  before: string,
  rest: string,
  lexicon: CompiledTargets,
): boolean {
  if (!/^[百千万亿]+$/u.test(written)) return false;
  const unit = lexicon.unit.exec(rest)?.[0] ?? '';
  return (
    /(?:[（(]|单位(?:为|是)?[：:]?)$/u.test(before) || /^\s*[0-9）)]/u.test(rest.slice(unit.length))
  );
}

/** 每认定1家给予…: one is what the figure that follows is paid for. */
function isPerOne(value: number, before: string): boolean {
  return value === 1 && /每[^，。；、：]{0,6}$/u.test(before);
}

const LATIN_UNIT =
  /^\s?(?<unit>[a-zA-ZμΩ°][a-zA-Z0-9²³]*(?:[/／][a-zA-Z0-9]+)?)(?=[，。；、）的以,;]|$)/u;

/** Units of technology as printed (70dB, 1TFLOPS/w), where a word says that the number limits. */
function latinUnit(
  base: Omit<Found, 'kind' | 'unit' | 'bound'>,
  rest: string,
  text: string,
  lexicon: CompiledTargets,
): Found | undefined {
  const match = LATIN_UNIT.exec(rest);
  const unit = match?.groups?.unit;
  if (match === null || unit === undefined) return undefined;
  const sized = { ...base, end: base.end + match[0].length, kind: 'quantity' as const, unit };
  if (isScale(text, sized, lexicon)) return undefined;
  const found = withBound(sized, text, lexicon);
  return found.bound === 'exact' ? undefined : found;
}

/** 581万贫困人口, 近1000万农户, 参保人数增加1.4亿: ten thousands of something without a measure word. */
function bareNumber(
  base: Omit<Found, 'kind' | 'unit' | 'bound'>,
  {
    written,
    rest,
    before,
  }: { readonly written: string; readonly rest: string; readonly before: string },
  text: string,
  lexicon: CompiledTargets,
): Found | undefined {
  if (!/[万亿]$/u.test(written.slice(-1)) || !/[0-9０-９]/u.test(written)) return undefined;
  const counted = /(?:数|量|人口)[^，。；、]{0,6}$/u.test(before);
  if (!/^[\u4e00-\u9fff]/u.test(rest) && !counted) return undefined;
  return withBound({ ...base, kind: 'count', unit: '' }, text, lexicon);
}

/** Lengths of time are spans; 三年行动 and 十年禁渔 are names of a plan. */
const DURATION_NAME =
  /^(?:一[评体考检轮换]|禁渔|攻坚|来|间(?!隔)|以来|前[，,]|级|期|间的|[^，。；、：！？内完实达建将]{0,8}(?:行动|计划|规划|方案))/u;
/** 这五年, 过去五年: years that are spoken of. */
const DURATION_TOLD = /(?:(?<!以)上|这|过去|前|近|最近|时代)$/u;

function readDuration(found: Omit<Found, 'bound'>, text: string, lexicon: CompiledTargets): Found {
  const before = text.slice(Math.max(0, found.start - 4), found.start);
  const isJubilee = text.slice(found.start, found.end).endsWith('周年');
  const isAge = /^[百千万]+年/u.test(text.slice(found.start, found.end));
  const isName =
    found.unit === 'year' && (isJubilee || isAge || DURATION_NAME.test(text.slice(found.end)));
  // 经过60多年的演进: so long it has been.
  const isLong = found.unit === 'year' && found.approximate === true && found.value > 10;
  if (isName || isLong || DURATION_TOLD.test(before))
    return { ...found, kind: 'name', bound: 'exact' };
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
  const said = afterWord?.bound ?? beforeWord?.bound ?? 'exact';
  const bound =
    unadvised(text, found.start) ??
    (said === 'exact' ? (limitBefore(text, found.start) ?? said) : said);
  return { ...found, end: found.end + (after?.length ?? 0), bound };
}

/** 不宜少于5项. */
function unadvised(text: string, at: number): Found['bound'] | undefined {
  const word = /不[宜可]([少低小多高大超])[于过]$/u.exec(text.slice(Math.max(0, at - 4), at))?.[1];
  if (word === undefined) return undefined;
  return /[少低小]/u.test(word) ? 'at-least' : 'at-most';
}

/** 补贴上限为每年10万元. */
function limitBefore(text: string, at: number): Found['bound'] | undefined {
  const word = /([上下])限(?:为|是)?(?:每[\u4e00-\u9fff]{1,3})?$/u.exec(
    text.slice(Math.max(0, at - 8), at),
  )?.[1];
  if (word !== undefined) return word === '上' ? 'at-most' : 'at-least';
  // 至少安排四次, 约占25%.
  const before = text.slice(Math.max(0, at - 6), at);
  if (/约[占为]$/u.test(before)) return 'about';
  if (/(?<![有期权界上下局年时])限(?:申报|申请|推荐|报送?|填报?)$/u.test(before)) return 'at-most';
  if (/最[长高多大](?:为|是)$/u.test(before)) return 'at-most';
  if (/至少(?:应当?|要)?占[^，。；]{2,12}的$/u.test(text.slice(Math.max(0, at - 20), at)))
    return 'at-least';
  const least = /(至少|最多)[\u4e00-\u9fff]{1,3}$/u.exec(before)?.[1];
  if (least !== undefined) return least === '至少' ? 'at-least' : 'at-most';
  // 效率>99%.
  const sign = /[>＞≥<＜≤]\s?$/u.exec(text.slice(Math.max(0, at - 2), at))?.[0];
  return sign === undefined ? undefined : /[>＞≥]/u.test(sign) ? 'at-least' : 'at-most';
}
