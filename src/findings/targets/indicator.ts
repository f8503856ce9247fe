import type { TargetKind } from '../../model/index.js';
import { amongWhom, atRate, whatIsGiven, whatIsOwned } from './given.js';
import { shown, withoutInserts } from './hidden.js';
import { levelled, withKind } from './levels.js';
import type { CompiledTargets } from './lexicon.js';
import {
  COURSE,
  clauseBefore,
  clean,
  labelBefore,
  lastMark,
  levelBefore,
  phraseAfter,
  phraseBefore,
  trimmed,
} from './noun-phrases.js';

interface Place {
  readonly start: number;
  readonly end: number;
  readonly kind: TargetKind;
}

/** A figure of the same sentence that has been read. */
interface Earlier {
  readonly start: number;
  readonly end: number;
  readonly kind: TargetKind;
  readonly indicator?: string;
}

/** What the sentence holds around the figure. */
interface Around {
  readonly all: readonly Place[];
  /** Indicator of the last figure of this kind and unit. */
  readonly inherited?: string | undefined;
  readonly earlier?: readonly Earlier[];
  /** Where the sentence begins, after its marker. */
  readonly from?: number;
}

/** Kinds whose number stands before its noun: 2-3个国际地标性商圈, 15分钟生活圈. */
const NOUN_AFTER: ReadonlySet<TargetKind> = new Set(['count', 'quantity', 'name']);
/** What is due is a whole clause. */
const LONGEST_DUE = 60;

/**
 * The noun phrase a number is about, as printed: before it for levels and shares (经济总量跨越6万亿元),
 * after it for counts and extents (10个优势农业产业), both for deadlines (二氧化碳排放…达到峰值).
 * Members of a list joined by 、 share the noun of their neighbour (3万亿元、4万亿元大关); a level without
 * a subject has that of the one before it in the sentence (2018年突破4万亿元), `inherited`, or of the clause before.
 */
export function indicatorOf(
  printed: string,
  place: Place,
  lexicon: CompiledTargets,
  around: Around,
): string | undefined {
  const text = withoutInserts(printed, place);
  return shown(indicatorIn(text, place, lexicon, around));
}

function indicatorIn(
  text: string,
  place: Place,
  lexicon: CompiledTargets,
  around: Around,
): string | undefined {
  const { all, inherited, from = 0 } = around;
  if (place.kind === 'deadline' || place.kind === 'span')
    return whatIsDue(text, place, lexicon, around);
  const other = sameThing(text, place, around);
  if (other !== undefined) return other;
  // 地热田项目（3万千瓦）: the noun stands before the bracket.
  const bracketed =
    /[（(][≥≤><＞＜]?$/u.test(text.slice(Math.max(0, place.start - 2), place.start)) &&
    /^[）)]/u.test(text.slice(place.end));
  const start = bracketed
    ? text.slice(0, place.start).search(/[（(][≥≤><＞＜]?$/u)
    : chainStart(text, place, all);
  const end = chainEnd(text, place, all);
  const given = place.kind === 'money' ? whatIsGiven(text, { start, end }, from) : undefined;
  const told = given ?? atRate(text, { start, end }, from) ?? whatIsOwned(text, { start, end });
  if (told !== undefined) return told;
  const before = () =>
    withSubject(
      withKind(phraseBefore(text, start, lexicon, { from, all }), inherited),
      around,
      text,
      start,
    );
  const after = () => {
    const noun = levelled(text, end, phraseAfter(text, end, lexicon));
    // 承包造林地25%以内的面积: of what, stands before.
    return noun === undefined || !/^(?:面积|比例|份额|部分|数量)$/u.test(noun)
      ? noun
      : `${before() ?? ''}${noun}`;
  };
  // 具有国际竞争力的【万亿】产业集群: what ends in 的 modifies the noun after the number; so does a number before 的.
  // 将2亿元财政资金纳入…: so does what 将 or 把 brings forward.
  const modifies =
    /(?:[的将把]|使用|安排|拿出|增发|发行|投放)$/u.test(
      text.slice(Math.max(0, place.start - 2), place.start),
    ) ||
    /[的级]/u.test(text.slice(place.end - 1, place.end + 1)) ||
    text[end] === '的';
  // 按照购置费的20%给予补助.
  const paid = /^(?:给予|予以|进行|实行|发放)[\u4e00-\u9fff]{0,4}(?:补助|补贴|奖励|支持)/u.exec(
    text.slice(end, end + 12),
  )?.[0];
  const base = paid === undefined ? undefined : before();
  if (base !== undefined) return `${base}${paid}`;
  // 从业人员中百分之六十以上为城镇待业人员, 全国70%左右县级机关建成…目标: of whom, and who.
  const among = place.kind === 'share' ? amongWhom(text, { start, end }, from) : undefined;
  if (among !== undefined) return among;
  // 加氢量500公斤/天的成套装备: how much of what the thing does stands before it.
  const measured =
    place.kind === 'quantity' &&
    /的$|[/／]/u.test(text.slice(place.start, end + 1)) &&
    /(?:量|功率|能力|深度|长度|高度)$/u.test(before() ?? '');
  // 回收率≥40%的技术目标.
  const signed = /[≥≤＞＜><]$/u.test(text.slice(0, start));
  const nounAfter =
    !(measured || signed) &&
    (modifies || (NOUN_AFTER.has(place.kind) && !isRunOn(text, place, all)));
  const nearest = () => subjectBefore(text, start, around) ?? levelBefore(text, start, from);
  const subject = () => nearest() ?? trimmed(clauseBefore(text, start, from), COURSE);
  // …体系，80%以上钢铁产能完成改造: nothing of its clause stands before it.
  const opens =
    place.kind === 'share' && (start <= from || /[，；。：]/u.test(text.charAt(start - 1)));
  return nounAfter
    ? (after() ?? before() ?? labelBefore(text, start) ?? inherited ?? subject())
    : ((opens ||
      isAction(before()) ||
      text.slice(0, start).endsWith('确保') ||
      lexicon.verbBefore.test(text.slice(Math.max(0, start - 8), start))
        ? after()
        : undefined) ??
        before() ??
        nearest() ??
        inherited ??
        subject() ??
        after() ??
        labelBefore(text, start));
}

/** Rows of a table run together: the noun after the figure is that of the next one. */
function isRunOn(text: string, place: Place, all: readonly Place[]): boolean {
  const next = all.find((other) => other.start > place.end);
  if (next === undefined || next.kind !== place.kind || place.kind === 'count') return false;
  return /^[^，。；：！？、和及与（）,;:]{2,}$/u.test(text.slice(place.end, next.start));
}

/** 示范项目59个、112.3万平方米: two figures of one thing. */
function sameThing(text: string, place: Place, { earlier = [] }: Around): string | undefined {
  const last = earlier.at(-1);
  if (last !== undefined && /^、(?:增长|下降|增加|减少)$/u.test(text.slice(last.end, place.start)))
    return last.indicator;
  const ends = /^(?:[，。；）、]|$)/u.test(text.slice(place.end));
  return last?.kind === 'count' &&
    place.kind !== 'count' &&
    text[place.start - 1] === '、' &&
    ends &&
    last.end === place.start - 1
    ? last.indicator
    : undefined;
}

/** 探索75%节能标准: what is done, and not of what the share is. */
function isAction(phrase: string | undefined): boolean {
  return /^(?:探索|实施|执行|落实|推行|推广|研究|开展|全面|严格)+$/u.test(phrase ?? '');
}

/** Says how, and not of what. */
const BARE =
  /^(?:人均|户均|同比|环比|增速|增幅|合计|总计|其中|[0-9一二三四五六七八九十]{1,3}年|每[家个人项]|[比较][^，。；]{2,10}(?:高出?|低|多出?|少|提前)|(?:约?为|是|相当于)?(?:[12][0-9]{3}年|上年|去年))$/u;

/** 可再生能源发电量2.2万亿千瓦时，占全部发电量的29.1%: a share says of what it is one in the clause before. */
function withSubject(
  phrase: string | undefined,
  around: Around,
  text: string,
  start: number,
): string | undefined {
  const bare = phrase !== undefined && BARE.test(phrase);
  if (phrase === undefined || !(bare || /^(?:其中)?占/u.test(phrase))) return phrase;
  const subject =
    subjectBefore(text, start, around) ??
    (bare ? clauseBefore(text, start, around.from ?? 0) : undefined);
  return subject === undefined || subject.includes('占')
    ? phrase
    : `${subject}${/年$|^[比较]|^[同环]比$/u.test(phrase) ? '' : phrase}`;
}

/** The indicator of the figure in the clause right before: 货物进出口总额增长8.6%，突破40万亿元. */
function subjectBefore(text: string, at: number, { earlier = [] }: Around): string | undefined {
  const own = lastMark(text, at);
  if (own < 0 || text[own] !== '，') return undefined;
  const from = lastMark(text, own);
  // 营收增长10%，到2027年突破2亿元: the year of its own clause is no subject.
  const last = earlier.findLast(
    ({ start, indicator, kind }) => start < own && indicator !== undefined && kind !== 'name',
  );
  return last === undefined ||
    last.start <= from ||
    last.kind === 'deadline' ||
    last.kind === 'span' ||
    last.kind === 'count'
    ? undefined
    : last.indicator;
}

/** The subject before a date, if any, and what is to happen after it; the next clause where a comma follows. */
function whatIsDue(
  text: string,
  place: Place,
  lexicon: CompiledTargets,
  { from = 0, earlier = [] }: Around,
): string | undefined {
  const length = lengthOf(text, place, lexicon, from);
  if (length !== undefined) return length;
  const bracketed =
    /[（(]/u.test(text.charAt(place.start - 1)) && /^[）)]/u.test(text.slice(place.end));
  // 湿地修复工程（2021-2023年）.
  if (bracketed) return phraseBefore(text, place.start - 1, lexicon, { from });
  const before =
    trimmed(
      phraseBefore(text, place.start, lexicon, { from, subjectOnly: true }),
      /[自从于在]$/u,
    ) ?? '';
  const row =
    /^(?:[、和](?:[0-9]{4}年?|“[一二三四五六七八九十]+五”(?:时期|期间|末)?))*/u.exec(
      text.slice(place.end),
    )?.[0] ?? '';
  // 到2025年、2030年，…: both years are for what follows the row.
  const end = place.end + row.length;
  const begun =
    end +
    (/^(?:(?:起|开始|期间)(?=，)|起)?\u{E000}*/u.exec(text.slice(end, end + 40))?.[0].length ?? 0);
  const next = text[begun] === '，' ? begun + 1 : begun;
  const first = dueClause(text, next);
  // 经过三年努力，…: what it is for stands in the next clause.
  const clauseAt = (at: number): string => dueClause(text, at);
  const isEffort =
    (FRAME.test(first) ||
      /^(?:之?[前后内]|以[前后内]|多?的|左右的?)?(?:(?:持续|不懈|共同|艰苦)?(?:努力|奋斗)|时间|发展|建设)?$/u.test(
        first,
      )) &&
    text[next + first.length] === '，';
  const then = next + first.length + 1;
  const second = isEffort ? clauseAt(then) : first;
  // 再经过五年的发展，到2030年，…: the year is a clause of its own.
  const after = isEffort && YEAR_ALONE.test(second) ? clauseAt(then + second.length + 1) : second;
  const due = after.replace(DUE_LEAD, '');
  // 为2035年基本实现现代化提供保障: what is due is what the work serves.
  const own = /为$/u.test(text.slice(0, place.start))
    ? due.replace(/(?:提供|奠定|打下|[作做]出)[^，。；]{2,30}$/u, '')
    : due;
  const said = clean(before + (before === '' ? subjectOf(own, earlier) : '') + own);
  // 保管全部文件至少5年: nothing follows, so that what is done stands before.
  return said ?? phraseBefore(text, place.start, lexicon, { from });
}

const DUE_LEAD = /^(?:的|，|起|开始|以来|间(?=[\u4e00-\u9fff])|[0-9]{1,2}[时点]前?)+/u;
/** 到2025年，通过实施行动，…; 除钢铁、电力行业外，…: what is due comes after it. */
const FRAME =
  /^(?:(?:我[省市县区国厅]|[全本][省市县区国])?[将要应]?)(?:着眼|立足|聚焦|通过|经过|按照|根据|围绕|结合|依托|随着)[^，]*$|^除[^，]+外$|^以[^，]+(?:形式|方式)$|^在[^，]+(?:基础上|前提下|条件下|方面)$/u;
/** The clause from here; one that is longer than any is cut between its members. */
function dueClause(text: string, at: number): string {
  const clause = CLAUSE_AFTER.exec(text.slice(at, at + LONGEST_DUE))?.[0] ?? '';
  const members = clause.length === LONGEST_DUE ? clause.lastIndexOf('、') : -1;
  return members > 0 ? clause.slice(0, members) : clause;
}

const YEAR_ALONE = /^(?:到|至)[0-9]{4}年(?:底|末|前)?$/u;
/** 营收年均增长10%，2024年、2025年分别突破2万亿元: what follows the year has no subject of its own. */
const NO_SUBJECT =
  /^(?:分别|进一步)?(?:达到?|突破|超过|提[升高][到至]|增[加长][到至]|降[到至低])[^，。；]{0,4}[0-9]/u;

function subjectOf(due: string, earlier: readonly Earlier[]): string {
  if (!NO_SUBJECT.test(due)) return '';
  return earlier.findLast(({ kind }) => kind !== 'deadline' && kind !== 'span')?.indicator ?? '';
}

/** 有效期至2025年12月31日, 任期2年, 数据存储时间不少于3年, 重污染天数15天: how long is what the words before it say. */
const LENGTH =
  /(?:天数|日数|时间|日期|期限|时限|年限|时长|寿命|周期|(?<![时同近长中前后分定学日本])期)$/u;
/** 可以延长五个工作日. */
const LASTING =
  /(延长|缩短|公示|公告|保存|保留|保管|居住|持续|停业|拘留|休息|留存|留验|备份)(?:期|不超过|不少于|不得少于|不得超过)?$/u;
/** 完成时限：2021年12月底前. */
const LABEL = /(?:^|[，。；（])([\u4e00-\u9fff]{2,8})[：:]$/u;

function lengthOf(
  text: string,
  { start, end, kind }: Place,
  lexicon: CompiledTargets,
  from: number,
): string | undefined {
  const ends = /^(?:[0-9]{1,2}(?:[时点]前?|[：:][0-9]{2}))?(?:[，。；、！（）]|期满|$)/u.test(
    text.slice(end),
  );
  // 受理时间：2022年7月4日至2022年7月24日.
  const head = text
    .slice(Math.max(from, start - 28), start)
    .replace(/[0-9]{4}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?[至到—-]?$/u, '');
  const label = LABEL.exec(head)?.[1];
  if (label !== undefined && ends) return label;
  const phrase = phraseBefore(text, start, lexicon, { from });
  const verb =
    ends && kind === 'span' ? LASTING.exec(text.slice(Math.max(from, start - 8), start)) : null;
  // 办案期限可以延长，但是最长不得超过12个月; 记过，12个月.
  const alone =
    ends &&
    kind === 'span' &&
    /，(?:暂定|试行|为期)?$/u.test(text.slice(Math.max(from, start - 3), start)) &&
    !/^(?:[“"]|[12][0-9]{3})/u.test(text.slice(start, end));
  if (alone || /^最[长短]$/u.test(phrase ?? '')) return clauseBefore(text, start, from);
  const lasting = phrase?.endsWith(verb?.[1] ?? '\n') === true ? phrase : verb?.[1];
  const found = phrase !== undefined && LENGTH.test(phrase) ? phrase : lasting;
  if (kind === 'span') return found?.replace(/^(?:但|其)/u, '');
  return /(?:有效期限?|截止(?:时间|日期)|期限)$/u.exec(found ?? '')?.[0];
}

/** Up to the mark that ends a clause, or to the year of another one: 2030年前碳达峰、2060年前碳中和. */
const CLAUSE_AFTER =
  /^(?:(?!、(?:到|至|力争)*[12][0-9]{3}年)[^，；。：！？）（,;:]|(?<=[0-9]),(?=[0-9]))*/u;

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
  if (!/[、和]/u.test(text.charAt(place.end))) return place.end;
  const next = all.find((other) => other.start > place.end);
  const near =
    next !== undefined &&
    next.kind === place.kind &&
    /^[、和][^，；。：]{0,6}$/u.test(text.slice(place.end, next.start));
  return near ? chainEnd(text, next, all) : place.end;
}
