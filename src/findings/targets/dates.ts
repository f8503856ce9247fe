import type { TargetBound } from '../../model/index.js';
import {
  fiveYearPlan,
  lastNear,
  parseHanInteger,
  parsePlanName,
  toAsciiDigits,
} from '../../text/index.js';

/** A year, a date or a plan period found in a text. */
export interface DateMatch {
  readonly start: number;
  readonly end: number;
  /** `name`: mentioned, but not as a time by which or in which something is to happen. */
  readonly kind: 'deadline' | 'span' | 'name' | 'base';
  readonly value: number;
  readonly upper?: number;
  readonly bound: TargetBound;
}

const YEAR = '(?:[12１２][0-9０-９]{3}|[一二][〇零○ＯOo0０一二三四五六七八九]{3})';
const MONTH =
  '(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?(?:(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})[日号])?';
const BEFORE = '到|至|截至|截止|展望|在|自|从|比|较|于|即';
const AFTER = '年底前|年底|年末|底前|底之前|底以前|末前|底|末|前|之前|以前|初|上半年|下半年|中期';
const YEAR_PATTERN = new RegExp(
  `(?<before>${BEFORE})?(?<year>${YEAR})(?:年?[-－–—~～至到](?<until>${YEAR}))?年(?<month>${MONTH})?(?<after>${AFTER})?`,
  'gu',
);
const PLAN_PATTERN =
  /[“"‘「]?(?<plan>[一二三四五六七八九十]{1,3}五)[”"’」]?(?<tail>时期|期间|以来|期末|末期|末|初期|初|期)?/gu;
/** What a year may be part of the name of: 二〇三五年远景目标, 2021年度工作要点, 2025年规划. */
const NAME_TAIL =
  /^(?:远景目标|远景规划|规划|计划|纲要|中国|世界|度(?![内末底]|完成|实现|新增|达到))/u;

/** 2030年前碳达峰行动方案: a title without its marks. A verb between the two makes the plan what is due. */
const PLAN_TITLE =
  /^[^，。；、：！？（）制编出完印落组建形推开《]{0,8}(?:行动|实施|工作|建设|发展)?(?:方案|规划|计划|纲要|指导意见|工作要点|工作安排)/u;

/** 2021年5月27日…会议批准: the day a paper was passed is no day by which. */
const PASSED = /^[^，。；]{0,40}(?:通过|批准|修正|修订|公布|发布|印发|签署|批复)/u;
/** 规划（2021-2035年）: the years are part of what it is called. */
const PLAN_BEFORE = /(?:规划|计划|方案|纲要|行动|意见|清单)》?[（(]$/u;

/** “十四五”时期绿色发展行动方案. */
const PERIOD_TITLE =
  /^(?:制造|建[筑设材]|[^，。；、：！？（）制编出完印落组建形推开《》]){0,20}(?:方案|规划|计划|纲要)(?:$|[》”“（(]|的通知)/u;

/** Years told from the year of the document; each with the years between. */
const RELATIVE: Readonly<Record<string, number>> = {
  今年: 0,
  本年度: 0,
  明年: 1,
  后年: 2,
  去年: -1,
  上年: -1,
  前年: -2,
  年底前: 0,
  年底之前: 0,
  年内: 0,
};
const RELATIVE_PATTERN =
  /(?<before>[比较到至自从])?(?<![0-9０-９〇零一二三四五六七八九])(?<word>今年|本年度|明年|后年|去年|上年|前年|(?<=^|[，。；：、）“])年底之?前|(?<=^|[，。；：、）“])年内)(?:同期|度)?(?<after>年?底之?前|年?[底末]|前|以内|内|上半年|下半年|[0-9一二三四五六七八九十]{1,3}月(?:份|底|末)?前?)?/gu;

/** 制定2022年创建工作计划. */
const YEARS_PLAN =
  /^度?[^，。；、制编出印]{0,16}(?:宣传重点|宣传周|工作计划|(?:重点)?工作安排|工作方案|工作要点|实施方案|重点任务)/u;
const LEVEL_BEFORE = /(?:增加|增长|提[高升]|上升|扩大|下降|降低|减少|发展|缩[小短])$/u;
const MADE_THEN =
  /^(?:以前|以来|以后|之前|之后)?新?(?:发布|制定|建成|出台|施行|颁布|投产|备案|取得|注册|成立|开工|立项|批准|出生|入职)的/u;

/** When a document was written. */
export interface WrittenAt {
  readonly year?: number;
  /** First year that was still ahead. */
  readonly horizon?: number;
}

/**
 * Years, dates and five-year plans of a sentence.
 *
 * A year is a deadline if a word says so (到, 前, 底), or if it is `horizon` or later: the first year that
 * was still ahead when the document was written. Without a horizon only words decide.
 * A plan is a span with 时期 or 期间, a deadline with 末, and a name without either (“十四五”规划).
 */
export function findDates(text: string, written: WrittenAt = {}): DateMatch[] {
  const { year, horizon } = written;
  const plans = [...text.matchAll(PLAN_PATTERN)].flatMap(
    (match) => readPlan(match, text, year) ?? [],
  );
  const years = [...text.matchAll(YEAR_PATTERN)].flatMap(
    (match) => readYear(match, text, written) ?? [],
  );
  const relative =
    year === undefined
      ? []
      : [...text.matchAll(RELATIVE_PATTERN)].map((match) =>
          readRelative(match, text, { year, horizon: horizon ?? year }),
        );
  return [...plans, ...years, ...relative]
    .sort((a, b) => a.start - b.start)
    .map((date) => (isInTitle(text, date.start) ? { ...date, kind: 'name' } : date));
}

function readPlan(
  match: RegExpExecArray,
  text: string,
  current: number | undefined,
): DateMatch | undefined {
  const { plan = '', tail } = match.groups ?? {};
  const number = parsePlanName(plan);
  const years = number === undefined ? undefined : fiveYearPlan(number);
  const quoted = /^[“"‘「]/u.test(match[0]);
  // Without quotes and without 时期, 三五 or 四五 is most often part of another number (二〇三五年).
  if (number === undefined || years === undefined || number < 5) return undefined;
  if (!quoted && (tail === undefined || number < 10)) return undefined;
  const place = { start: match.index, end: match.index + match[0].length };
  // “十三五”期间已完成整治的村庄: of when a thing is.
  if (/^已[经]?[\u4e00-\u9fff]{2,8}的[\u4e00-\u9fff]/u.test(text.slice(place.end)))
    return { ...place, kind: 'name', value: years.start, upper: years.end, bound: 'exact' };
  if (/[比较]$/u.test(text.slice(0, place.start))) {
    return { ...place, kind: 'base', value: years.end, bound: 'exact' };
  }
  if (tail === undefined)
    return { ...place, kind: 'name', value: years.start, upper: years.end, bound: 'exact' };
  const isOver = current !== undefined && years.end < current;
  if (PERIOD_TITLE.test(text.slice(place.end)) || (isOver && /末/u.test(tail)))
    return { ...place, kind: 'name', value: years.end, bound: 'by' };
  if (/末/u.test(tail)) return { ...place, kind: 'deadline', value: years.end, bound: 'by' };
  if (/初/u.test(tail) && /[从自由]$/u.test(text.slice(Math.max(0, place.start - 1), place.start)))
    return { ...place, kind: 'base', value: years.start, bound: 'exact' };
  if (/初/u.test(tail)) return { ...place, kind: 'deadline', value: years.start, bound: 'by' };
  return {
    ...place,
    kind: 'span',
    value: years.start,
    upper: years.end,
    bound: tail === '以来' ? 'from' : 'exact',
  };
}

function readYear(
  match: RegExpExecArray,
  text: string,
  { year: current, horizon }: WrittenAt,
): DateMatch | undefined {
  const { before, after, year = '', until: last } = match.groups ?? {};
  const value = readYearNumber(year);
  if (value === undefined || value < 1900 || value > 2100) return undefined;
  const end = match.index + match[0].length;
  const place = { start: match.index + (before?.length ?? 0), end, value };
  const upper = last === undefined ? undefined : readYearNumber(last);
  const rest = text.slice(end);
  const told = /[日号]$/u.test(match[0]) && before === undefined && PASSED.test(rest);
  const inTitle = upper !== undefined && PLAN_BEFORE.test(text.slice(0, place.start));
  if (told || inTitle) return { ...place, kind: 'name', bound: 'exact', ...(inTitle && { upper }) };
  // 2020年 2025年: the head of a table.
  const inRow =
    after === undefined &&
    (/[0-9]年\s*$/u.test(text.slice(0, place.start)) || /^\s*[12][0-9]{3}年/u.test(rest));
  if (inRow) return { ...place, kind: 'name', bound: 'exact' };
  // 由1997年的5160元增加到2002年的7703元; 对2000年底以前发布的法规: of when something is, or was made.
  // 公告（2021年第6号）.
  if (/^[）)]?第[0-9]+号/u.test(rest)) return { ...place, kind: 'name', bound: 'exact' };
  const named = before === undefined && after === undefined && YEARS_PLAN.test(rest);
  const level =
    before === '到' &&
    /^的/u.test(rest) &&
    LEVEL_BEFORE.test(text.slice(Math.max(0, match.index - 2), match.index));
  // 近3年内（2019年以来）: says again what the words before it say.
  if (/^以来[）)]/u.test(rest)) return { ...place, kind: 'name', bound: 'exact' };
  // 落实2030年国家自主贡献目标: what the goal is called.
  const goal =
    /(?:落实|锚定|对标|围绕|对照)$/u.test(text.slice(Math.max(0, match.index - 2), match.index)) &&
    /^[^，。；]{0,20}目标/u.test(rest);
  // 截至2021年1月底，各省均开展了排查: how things stood.
  const reported = before === '截至' && /^，?[^，。；]{0,30}(?:[均都]?已|了)/u.test(rest);
  const heading = /^(?:重点|主要)?(?:工作|任务)(?:安排|要点)?$/u.test(rest);
  if (goal || reported || heading || level || named || MADE_THEN.test(rest))
    return { ...place, kind: 'name', bound: 'exact' };
  // 与2017—2019年平均排放量相比.
  if (upper !== undefined && /^平均[^，。；]{0,12}相比/u.test(rest))
    return { ...place, value: upper, kind: 'base', bound: 'exact' };
  if (upper !== undefined && upper > value)
    return { ...place, upper, kind: 'span', bound: 'exact' };
  const dueBefore = before === '到' || before === '至';
  if ((after === undefined && NAME_TAIL.test(rest)) || (!dueBefore && PLAN_TITLE.test(rest)))
    return { ...place, kind: 'name', bound: 'exact' };
  if (before === '比' || before === '较' || /^(?:的)?基础上/u.test(rest))
    return { ...place, kind: 'base', bound: 'exact' };
  // 水质从2015年的劣Ⅴ类改善为Ⅲ类: where it started from.
  if ((before === '从' || before === '自') && /^的/u.test(rest))
    return { ...place, kind: 'base', bound: 'exact' };
  if (before === '自' || before === '从' || /^(?:起|开始|以来)/u.test(rest))
    return { ...place, kind: 'span', bound: 'from' };
  const until = dueBefore || before === '展望' || (after !== undefined && /前|底|末/u.test(after));
  // 截至2020年底 in a paper of 2021 reports; a year that lies behind is no deadline any more.
  const over = current !== undefined && value < current;
  const ahead = horizon !== undefined && value >= horizon;
  return { ...place, kind: (until && !over) || ahead ? 'deadline' : 'name', bound: 'by' };
}

/** 明年 of a document of 2020 is 2021; 比上年 compares with 2019. */
function readRelative(
  match: RegExpExecArray,
  text: string,
  { year, horizon }: Required<WrittenAt>,
): DateMatch {
  const { before, word = '' } = match.groups ?? {};
  const value = year + (RELATIVE[word] ?? 0);
  const end = match.index + match[0].length;
  const place = { start: match.index + (before?.length ?? 0), end, value };
  if (before === '比' || before === '较') return { ...place, kind: 'base', bound: 'exact' };
  const started = before === '自' || before === '从' || /^(?:起|开始|以来)/u.test(text.slice(end));
  if (started && value >= horizon) return { ...place, kind: 'span', bound: 'from' };
  return { ...place, kind: value >= horizon && !started ? 'deadline' : 'name', bound: 'by' };
}

/** Inside 《》 a year belongs to what a document is called. */
export function isInTitle(text: string, at: number): boolean {
  return lastNear(text, '《', at) > lastNear(text, '》', at);
}

function readYearNumber(text: string): number | undefined {
  const ascii = toAsciiDigits(text);
  return /^\d{4}$/u.test(ascii)
    ? Number(ascii)
    : parseHanInteger(text.replaceAll(/[○ＯOo0０]/gu, '〇'));
}
