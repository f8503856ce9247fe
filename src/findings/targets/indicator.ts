import type { TargetKind } from '../../model/index.js';
import { itemAt } from '../../text/index.js';
import type { CompiledTargets } from './lexicon.js';

interface Place {
  readonly start: number;
  readonly end: number;
  readonly kind: TargetKind;
}

/** Kinds whose number stands before its noun: 2-3个国际地标性商圈, 15分钟生活圈. */
const NOUN_AFTER: ReadonlySet<TargetKind> = new Set(['count', 'quantity', 'name']);
/** A longer stretch of text is not a noun phrase any more. */
const LONGEST = 20;
/** What is due is a whole clause. */
const LONGEST_DUE = 40;

/**
 * The noun phrase a number is about, as printed: before it for levels and shares (经济总量跨越6万亿元),
 * after it for counts and extents (10个优势农业产业), both for deadlines (二氧化碳排放…达到峰值).
 * Members of a list joined by 、 share the noun of their neighbour (3万亿元、4万亿元大关); a level without
 * a subject has that of the one before it in the sentence (2018年突破4万亿元), `inherited`.
 */
export function indicatorOf(
  text: string,
  place: Place,
  lexicon: CompiledTargets,
  { all, inherited }: { readonly all: readonly Place[]; readonly inherited?: string | undefined },
): string | undefined {
  if (place.kind === 'deadline' || place.kind === 'span') return whatIsDue(text, place, lexicon);
  const before = () => phraseBefore(text, chainStart(text, place, all), lexicon);
  const after = () => phraseAfter(text, chainEnd(text, place, all), lexicon);
  // 具有国际竞争力的【万亿】产业集群: what ends in 的 modifies the noun after the number; so does a number before 的.
  const modifies = text[place.start - 1] === '的' || text[place.end] === '的';
  const nounAfter = NOUN_AFTER.has(place.kind) || modifies;
  return nounAfter ? (after() ?? before() ?? inherited) : (before() ?? inherited ?? after());
}

/** The subject before a date, if any, and what is to happen after it; the next clause where a comma follows. */
function whatIsDue(text: string, place: Place, lexicon: CompiledTargets): string | undefined {
  const before = phraseBefore(text, place.start, lexicon, true) ?? '';
  const row =
    /^(?:[、和](?:[0-9]{4}年?|“[一二三四五六七八九十]+五”(?:时期|期间|末)?))*/u.exec(
      text.slice(place.end),
    )?.[0] ?? '';
  // 到2025年、2030年，…: both years are for what follows the row.
  const end = place.end + row.length;
  const from = text[end] === '，' ? end + 1 : end;
  const after = CLAUSE_AFTER.exec(text.slice(from, from + LONGEST_DUE))?.[0] ?? '';
  return clean(before + after.replace(/^(?:的|，)+/u, ''));
}

/** Up to the first mark that ends a phrase, and a clause. */
const STOP_AFTER = /^[^，；。：！？、）（”“,;:]*/u;
const CLAUSE_AFTER = /^(?:[^，；。：！？）（,;:]|(?<=[0-9]),(?=[0-9]))*/u;

/** Start of the first number in an unbroken chain joined by 、 or 和. */
function chainStart(text: string, place: Place, all: readonly Place[]): number {
  const previous = all.findLast((other) => other.end <= place.start);
  if (
    previous === undefined ||
    !/^[^，；。：]{0,4}[、和]?$/u.test(text.slice(previous.end, place.start))
  )
    return place.start;
  return previous.kind === place.kind && /[、和]$/u.test(text.slice(previous.end, place.start))
    ? chainStart(text, previous, all)
    : place.start;
}

function chainEnd(text: string, place: Place, all: readonly Place[]): number {
  if (text[place.end] !== '、') return place.end;
  const next = all.find((other) => other.start > place.end);
  const near =
    next !== undefined &&
    next.kind === place.kind &&
    /^、[^，；。：]{0,6}$/u.test(text.slice(place.end, next.start));
  return near ? chainEnd(text, next, all) : place.end;
}

function phraseBefore(
  text: string,
  end: number,
  lexicon: CompiledTargets,
  subjectOnly = false,
): string | undefined {
  let start = end;
  while (
    start > 0 &&
    end - start < 2 * LONGEST &&
    !'，；。：！？、（“”—,;:'.includes(itemAt(text, start - 1))
  )
    start -= 1;
  let phrase = text.slice(start, end);
  for (
    let shorter = trimEnd(phrase, lexicon);
    shorter !== phrase;
    shorter = trimEnd(phrase, lexicon)
  )
    phrase = shorter;
  phrase = phrase.replace(LEADING_TIME, '').replace(lexicon.aspirationFirst, '');
  const verb = [...phrase.matchAll(lexicon.anyVerb)].find((match) => match.index === 0);
  // 制定2030年前…方案: a verb's object follows; there is no subject.
  if (subjectOnly && (verb !== undefined || !/[\u4e00-\u9fff]{4}$/u.test(phrase))) return undefined;
  return clean(verb === undefined ? phrase : phrase.slice(verb[0].length));
}

/** What is left of a date or period before the noun: 末全省经济总量, 到2025年全市常住人口. */
const LEADING_TIME =
  /^(?:(?:到|至|在)?(?:[0-9]{4}|[一二][〇零一二三四五六七八九]{3})年(?:底|末|前)?|今年|明年|后年|末|时期|期间|每年|年均)+/u;

/** Words between a noun and its number: 经济总量【年均增长】6%, 占比【达到】25%, 收入【比2010年】翻番. */
const BETWEEN =
  /(?:[比较到至]?(?:[0-9]{4}|[一二][〇零一二三四五六七八九]{3})年(?:底|末|前)?|年均|[比较](?:上年|去年|同期|上一年)(?:同期)?|[高低]于全国平均水平|每年|分别|平均|累计|预计|应当?|[须需]|要|将|均|各|由|相继|提前|接近|以上|到|至)$/u;

function trimEnd(phrase: string, lexicon: CompiledTargets): string {
  for (const pattern of [lexicon.boundBefore, lexicon.increase, lexicon.decrease, BETWEEN]) {
    const match = pattern.exec(phrase);
    if (match !== null) return phrase.slice(0, match.index);
  }
  return phrase;
}

function phraseAfter(text: string, start: number, lexicon: CompiledTargets): string | undefined {
  const [before = ''] = STOP_AFTER.exec(text.slice(start, start + LONGEST)) ?? [];
  const phrase = before.replace(/^(?:的|以上|左右|大关|级)+/u, '');
  const verb = [...phrase.matchAll(lexicon.anyVerb)].find((match) => match.index > 1);
  return clean(verb === undefined ? phrase : phrase.slice(0, verb.index));
}

function clean(phrase: string): string | undefined {
  const trimmed = phrase.replace(/^[的了将并和及与]+|[的了将并及与]+$/gu, '');
  return [...trimmed].length < 2 ? undefined : trimmed;
}
