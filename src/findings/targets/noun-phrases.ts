import { itemAt } from '../../text/index.js';
import type { CompiledTargets } from './lexicon.js';

/** A longer stretch of text is not a noun phrase any more. */
const LONGEST = 20;
/** With the other members of a list that it closes. */
const LONGEST_LIST = 40;

/** A relative clause and its noun. */
const LONGEST_AFTER = 60;

/** Up to the first mark that ends a phrase. */
const STOP_AFTER = /^[^，。；：！？）（,;:]*/u;

/** What bounds a phrase before a number. */
interface Before {
  /** Where the sentence begins, after its marker. */
  readonly from: number;
  /** Only what is said to do something: nothing where a verb's object follows. */
  readonly subjectOnly?: boolean;
  /** Figures of the sentence: a list does not reach over one. */
  readonly all?: readonly { readonly start: number; readonly end: number }[];
}

/** The noun phrase that ends at a number, without the words that lead to the number. */
export function phraseBefore(
  text: string,
  end: number,
  lexicon: CompiledTargets,
  { from, subjectOnly = false, all = [] }: Before,
): string | undefined {
  const start = Math.max(from, listStart(text, startBefore(text, end), { end, all, lexicon }));
  let phrase = text.slice(start, end);
  for (
    let shorter = trimEnd(phrase, lexicon);
    shorter !== phrase;
    shorter = trimEnd(phrase, lexicon)
  )
    phrase = shorter;
  phrase = phrase
    .replace(
      /^(?:按照|依照|根据|依据|对照|围绕|(?:加快|推进|推动|促进|稳步|着力|坚决|全力|扎实|切实|如期|按期|有力|有效(?=[管支提推控])|支撑(?=[^能服保体作材])|现?已(?=实现|建成|形成)|基本(?=实现|完成|建成|形成))+(?:提升|提高|增加|降低)?)/u,
      '',
    )
    .replace(/^并(?=实现|完成|建成|推动|推进)/u, '')
    .replace(/^(?:原则上|确保)(?=[\u4e00-\u9fff]{3})/u, '')
    .replace(LEADING_TIME, '')
    .replace(lexicon.aspirationFirst, '')
    .replace(LEADING_TIME, '');
  const verb = [...phrase.matchAll(lexicon.anyVerb)].find(
    (match) => match.index === 0 && !COMPOUND.test(phrase),
  );
  if (subjectOnly && /^(?:为|以)?(?:了|更好|进一步)/u.test(phrase)) return undefined;
  // 制定2030年前…方案: a verb's object follows; there is no subject.
  if (subjectOnly && (verb !== undefined || !/[\u4e00-\u9fff]{4}$/u.test(phrase))) return undefined;
  return clean(
    verb === undefined ? phrase : phrase.slice(verb[0].length).replace(LEADING_TIME, ''),
  );
}

/** 新建建筑中绿色建材应用率: the verb is part of a noun. */
const COMPOUND =
  /^(?:新建|改造|建设|认定|培育|设立|投入)(?:建筑|项目|用地|工程|企业|机构|小区|规模|面积|期|率|标准|成本|数量|强度|产出)/u;

function startBefore(text: string, end: number): number {
  let start = end;
  while (
    start > 0 &&
    end - start < 2 * LONGEST &&
    (!'，；。：！？、（—,;:'.includes(itemAt(text, start - 1)) ||
      /^[一二三四五六ⅠⅡⅢⅣⅤ]、[二三四五六七ⅠⅡⅢⅣⅤ]/u.test(text.slice(start - 2, start + 1)))
  )
    start -= 1;
  return start;
}

/** A member of a list that does something is a clause of its own. */
const ACTION =
  /^(?:加强|推进|推动|完善|优化|开展|促进|鼓励|支持|提升|提高|强化|加快|积极|大力|全面|深化|健全|严格|落实|降低|减少|确保|力争|到|实现|完成|建成|新增|新建|累计)/u;

/** Where the list begins whose last member ends at a number: 近零能耗及低碳、零碳建筑试点面积100万平方米. */
function listStart(
  text: string,
  start: number,
  {
    end,
    all,
    lexicon,
  }: Required<Pick<Before, 'all'>> & { readonly end: number; readonly lexicon: CompiledTargets },
): number {
  let from = start;
  while (text[from - 1] === '、' && !ACTION.test(text.slice(from, from + 4))) {
    const earlier = startBefore(text, from - 1);
    const has = all.some((place) => place.start >= earlier && place.end <= from);
    const starts = text.slice(from, from + 6).search(lexicon.anyVerb);
    if (has || starts === 0 || end - earlier > LONGEST_LIST || from - earlier > LONGEST) break;
    from = earlier;
  }
  return from;
}

/** What is left of a date or period before the noun: 末全省经济总量, 到2025年全市常住人口. */
const LEADING_TIME =
  /^(?:(?:截至|到|至|在)?(?:[0-9]{4}年?[至到—–-])?(?:[0-9]{4}|[一二][〇零一二三四五六七八九]{3})年(?:底|末|前|以来|度(?!过))?|分别(?=新)|连续[0-9一二三四五六七八九十]+年|“[一二三四五六七八九十]{1,3}五”(?:时期|期间|期末|末)|目前(?!为止)|去年又?|今年|明年|后年|末|时期|期间|每年|年均)+/u;

/** Words between a noun and its number: 经济总量【年均增长】6%, 占比【达到】25%, 收入【比2010年】翻番, 标准【从50元】提高到84元. */
const BETWEEN =
  /(?:[与和](?:[0-9]{4}|[一二][〇零一二三四五六七八九]{3})年相比|相?[比较到至]?(?:(?:[0-9]{4}|[一二][〇零一二三四五六七八九]{3})年?(?:底|末|前)?[、和及][到至]?){0,6}(?:[0-9]{4}|[一二][〇零一二三四五六七八九]{3})年(?:底|末|前)?|年均|[比较](?:上年|去年|同期|上一年)(?:同期|年初预算|预算|实际)?|[高低]于全国平均水平|原则上|一般|约占|拟先|重[回返]|[><＞＜≥≤]|(?<=[\u4e00-\u9fff]{2})(?:[一二三四五六七八九十]年|都|统一|实际|名义|同比|环比|逐年|再|大幅|稳步|持续|进一步|回升|回落|基本|全部|总体|稳定|(?<!部)划?分为?|(?:回升|回落|下降|增长|提高|增加)并|合计|总计)|[从由][^，；。：、0-9一二三四五六七八九十]{0,6}[0-9一二三四五六七八九十][^，；。：、]{0,24}|每年|分别|平均|累计|预计|应当?|不[宜可]|[须需]|要|将|拟[按安排]{0,2}|又|(?:大约|约|共|现|已|仅|尚|计划)有?|(?<![人户平年月日])均|各|由|按|首次|相继|接连|先后|提前|接近|最[长短高低多少]|以上|到|至)$/u;

function trimEnd(phrase: string, lexicon: CompiledTargets): string {
  for (const pattern of [lexicon.boundBefore, lexicon.increase, lexicon.decrease, BETWEEN]) {
    const match = pattern.exec(phrase);
    if (match !== null) return phrase.slice(0, match.index);
  }
  return phrase;
}

/** The noun phrase that begins after a number; the other members of its list, as far as none does something of its own. */
export function phraseAfter(
  text: string,
  start: number,
  lexicon: CompiledTargets,
): string | undefined {
  const rest = text.slice(start, start + LONGEST_AFTER);
  if (/^[并且而和及与或、]/u.test(rest) || NO_NOUN_AFTER.test(rest)) return undefined;
  const [stopped = ''] = STOP_AFTER.exec(rest) ?? [];
  // 十四亿多人口…: 人 was read as the measure word.
  const whole = text[start - 1] === '人' && stopped.startsWith('口') ? `人${stopped}` : stopped;
  const modified = MODIFIER.test(whole);
  const before = listAfter(whole, lexicon, modified);
  // 每百户不少于二十平方米的标准，配套…: the standard is of what comes next.
  const next = /^的?标准[，,]([^，。；：,;:]{2,})/u.exec(
    text.slice(start, start + LONGEST_LIST),
  )?.[1];
  if (next !== undefined) return clean(next);
  const phrase = before
    .replace(/^(?:的|以上|左右|大关|级|为(?!民|主))+/u, '')
    // …项目均已全部完成: what became of them is not what they are.
    .replace(
      /(?:均已|都已|已经|已全部|已|均|正在|按要求|中(?=寻求|选择?|实现|开展|推|探索|形成)|为(?:抓手|着力点|突破口|重点|核心)|就能够?|就可以?|作为|用于|用作|加强|签署|签订|组成(?!部分)|(?<=[区县市村家])全部(?!国)|能够|可以|应当|必须|不得|的(?:前提|基础|情况|要求|条件)下?)[\s\S]*$/u,
      '',
    )
    .replace(/等(?:任务|工作|主要)?(?:任务|目标|指标)$/u, '')
    // 在不少于3种产品中实现….
    .replace(/(?<![其集高初年期])中$/u, '')
    // …及50个以上示范基地 has a figure of its own.
    .replace(
      /(?:以及|[及和与或、](?:在[营建用]的|现有的?)?|(?<=[省市区县]))\u{E000}*[0-9]+[个家项][\s\S]*$/u,
      '',
    );
  // 具有示范带动作用的项目: a verb that modifies ends no noun.
  const head = modified ? phrase.lastIndexOf('的') + 1 : 0;
  const done = DOING.test(text.slice(Math.max(0, start - LONGEST), start));
  const verb = [...phrase.matchAll(lexicon.anyVerb)].find(
    (match) =>
      match.index > Math.max(1, head) &&
      !isNominal(phrase, match) &&
      !(done && match[0] !== '建设' && match.index + match[0].length === phrase.length),
  );
  const own = verb === undefined ? phrase : phrase.slice(0, verb.index);
  // （不含交叉重叠）: nothing but what stands in brackets.
  return /^\u{E000}*$/u.test(own) ? undefined : clean(own);
}

/** 完成60万平方米既有建筑节能改造: what is done has its verb at its end. */
const DOING = /(?:完成|推进|实施|开展|启动)[^，。；、：]{0,16}$/u;

/** 许可和认定事项, 老旧小区改造项目: the verb is part of what the thing is called. */
function isNominal(phrase: string, { index, 0: verb }: RegExpExecArray): boolean {
  return (
    /[和与及或]/u.test(phrase.charAt(index - 1)) ||
    /^(?:(?:示范|试点|重点|重大|标准化)?(?:项目|工程|任务|行动|试点|示范|基地|标准|能力|体系|事项|计划|中心|平台|单位|企业|机构|工作|区|县|市|村))/u.test(
      phrase.slice(index + verb.length),
    )
  );
}

/** 稳定在2亿吨水平, 24台共1104万千瓦: what follows is no noun of its own. */
const NO_NOUN_AFTER =
  /^的?(?:(?:二氧化碳)?当量|(?:水平|规模|关口|区间|台阶|目标)(?=[，。；、）]|以上|$)|(?:共计?|合计|总计|约|近|达)[0-9]|达到)/u;
/** Opens a relative clause, with or without a list of what is required: 积极性高、社会影响大、带动作用强的企业. */
const MODIFIER =
  /^(?:(?:具有|具备|拥有|符合|满足|能够?|可以?|以|在|对|带动|引领|体现|代表|面向|服务|适应|适合|支撑|基于|依托|从事|达到|有|较)[^的]{2,}的[\u4e00-\u9fff“]{2}|[^、，的]{2,10}(?:高|强|大|好|优|快|多|广|突出|明显|显著|完善|先进|丰富|清晰|健全|合理|领先|优良|精湛|过硬|规范)、[^的]*的[\u4e00-\u9fff“]{2})/u;

/** The members of a list that begins after a number; one with a figure or a verb is another thing. */
function listAfter(whole: string, lexicon: CompiledTargets, modified: boolean): string {
  const [first = '', ...others] = whole.split('、');
  let before = first;
  for (const other of others) {
    const open = modified && !before.includes('的');
    const figure = other.search(/[0-9〇一二三四五六七八九十]/u);
    // A list ends with what it lists: 电力、航空等行业重点单位2021年度….
    const closed = /等[^0-9等]{2,30}(?=20[0-9]{2}年)/u.exec(other);
    if (closed !== null) return `${before}、${other.slice(0, closed.index + closed[0].length)}`;
    if (figure >= 0 || (!open && (ACTION.test(other) || other.search(lexicon.anyVerb) === 0)))
      break;
    before = `${before}、${other}`;
  }
  return before;
}

/** The clause before the one a number stands in, where it is short enough to name something. */
export function clauseBefore(
  text: string,
  at: number,
  from: number,
  longest = LONGEST + 4,
): string | undefined {
  const marks = '，。；：！？,;:';
  let end = at;
  while (end > from && !marks.includes(text.charAt(end - 1))) end -= 1;
  if (end <= from || text[end - 1] !== '，') return undefined;
  let start = end - 1;
  while (start > from && !marks.includes(text.charAt(start - 1)) && end - start <= longest)
    start -= 1;
  if (end - start > longest) return undefined;
  const clause = text.slice(start, end - 1).replace(LEADING_TIME, '');
  // 力争到2022年底，… says when, and not what.
  if (
    /^(?:力争|努力|争取)?(?:到|至|在|自|从)?[“”一-龥0-9]{0,8}(?:年[底末初]?前?|期间|时期|以来)$/u.test(
      clause,
    )
  )
    return undefined;
  return clean(clause);
}

/** The phrase without what matches at its end. */
export function trimmed(phrase: string | undefined, end: RegExp): string | undefined {
  return phrase?.replace(end, '');
}

/** Without the particles at its ends; nothing where one character is left. */
export function clean(phrase: string): string | undefined {
  const open = phrase.split('“').length === phrase.split('”').length;
  const inner = (open ? phrase : phrase.replaceAll(/[“”]/gu, ''))
    .replace(
      /^(?:[的了、]|将(?![来军])|并(?![网轨购联])|和(?![谐平睦美])|及(?![时早格])|与(?!会|[^，。；]{2,14}相))+/u,
      '',
    )
    .replace(/^(?:但是?|则|其中[，：]?|0[0-9])(?=[\u4e00-\u9fff])(?!占)/u, '')
    .replace(
      /(?<![的了将并及与已、）)])(?:[的了将已、）)]|(?<![合归兼])并|(?<![普涉顾提惠])及|(?<![参给])与)+$/u,
      '',
    );
  return [...inner].length < 2 ? undefined : inner;
}

const FURTHEST = 200;

/** The mark before a place, that ends the clause before its own; -1 where none is near. */
export function lastMark(text: string, at: number): number {
  for (let i = at - 1; i >= Math.max(0, at - FURTHEST); i -= 1)
    if ('，。；：！？,;:'.includes(text.charAt(i))) return i;
  return -1;
}

/** PM2.5浓度为每立方米34微克，比2015年下降35.8%: what has the level in the clause before has the change too. */
export function levelBefore(text: string, at: number, from: number): string | undefined {
  const own = lastMark(text, at);
  if (text[own] !== '，' || !/^(?:分别)?(?:同比|[比较])/u.test(text.slice(own + 1, at)))
    return undefined;
  const clause = text.slice(Math.max(from, lastMark(text, own) + 1), own);
  const noun =
    /^([^，。；]{2,24}?)(?:为|达到?|[升降]至|(?:上升|下降|提高|降低|增长)[到至])[^，。；]{0,10}[0-9]/u.exec(
      clause,
    )?.[1];
  return noun === undefined ? undefined : clean(noun.replace(LEADING_TIME, ''));
}

/** 支持项目数：不超过2项: what stands before the colon. */
export function labelBefore(text: string, at: number): string | undefined {
  return /(?:^|[，。；（）.、\u{E000}])([\u4e00-\u9fff]{2,12})[：:][^，。；：:0-9]{0,6}$/u.exec(
    text.slice(Math.max(0, at - 24), at),
  )?.[1];
}

/** 产量明显提升，从1106亿立方米增长到1762亿立方米: how it went is not what it is. */
export const COURSE =
  /(?:明显|大幅|持续|稳步|成倍|保持|快速|显著|不断|逐年){1,3}(?:提升|提高|增长|增加|下降|降低|改善|扩大)$/u;
