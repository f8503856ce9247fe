import type { TargetBound } from '../../model/index.js';
import { type Found, touches } from './found.js';

/** The place of a number in a row that 分别 opens, and the noun of that place. */
interface Respective {
  readonly index: number;
  readonly count: number;
  readonly noun?: string;
  /** 分别不低于3%、5% and 分别在7%、2%以下 bound every number of the row. */
  readonly bound?: TargetBound;
}

/** What a noun of the row may begin with that is not its own. */
const LEAD =
  /^(?:力争|确保|努力|使|今年|明年|全市|全省|全国|到|至|在)?(?:(?:[12][0-9]{3}|[一二][〇零一二三四五六七八九]{3})年(?:底|末|前)?)?(?:力争|确保|努力|使)?/u;
/** Between two numbers of a row: 、 or a word, and what bounds the second (达到30%和不低于40%). */
const LINK =
  /^(?:(?:[、和及与]|以及)[^，。；、和及与]{0,6}|，(?:分别|不低于|不少于|不高于|不超过|达到|超过|约|近)?)$/u;
const LONGEST_NOUN = 24;
const LONGEST_PAIR = 80;

/**
 * Which number of A、B和C分别达到x、y和z goes with which noun.
 *
 * *Out*: absent where no 分别 stands before the row. The noun is absent where their numbers differ, or the
 * row is one of years.
 */
export function respectiveOf(
  item: Found,
  text: string,
  all: readonly Found[],
  dated: Uint8Array,
): Respective | undefined {
  const row = rowOf(item, text, all);
  const first = row[0];
  if (first === undefined || row.length < 2) return undefined;
  const lead = text.slice(Math.max(0, first.start - LISTED_LEAD), first.start);
  const listed = LISTED.test(lead) && !lead.startsWith('分别');
  if (row.length > 2 && listed) {
    const nouns = nounsBefore(text, first.start - LISTED_VERB, dated, row.length);
    const noun = nouns[row.indexOf(item)];
    if (noun !== undefined) return { index: row.indexOf(item), count: row.length, noun };
  }
  const before = text.slice(Math.max(0, first.start - 16), first.start);
  const word = /分别[^，。；、：:;]{0,10}$/u.exec(before);
  if (word === null) return pairOf(item, row, text, dated);
  const at = first.start - before.length + word.index;
  const index = row.indexOf(item);
  const bounded = row.filter(({ bound }) => bound !== 'exact');
  const edge = first.bound === 'exact' && bounded.length === 1 ? row.at(-1)?.bound : first.bound;
  const shared = item.bound === 'exact' && edge !== undefined && edge !== 'exact';
  const place = { index, count: row.length, ...(shared && { bound: edge }) };
  const noun = nounsBefore(text, at, dated, row.length)[index];
  // 分别占全国产量的38%和49%: of what it is a share is said after 分别.
  const share = /^分别(占[^，。；]{2,}?)的?$/u.exec(word[0])?.[1] ?? '';
  return noun === undefined ? place : { ...place, noun: noun + share };
}

/** 再生铜、再生铝、再生铅产量达到400、1150、290万吨: three nouns and three figures go together without 分别. */
const LISTED = /(?:达到|超过)$/u;
const LISTED_VERB = 2;
const LISTED_LEAD = 4;

/** 城镇和农村人均住房面积32.9平方米、37.1平方米. */
const PER_HEAD =
  /(?<one>城镇|城市|城乡?|男性)[和、与](?<other>农村|乡村|女性)(?<what>(?:居民|人口)?人均[\u4e00-\u9fff]{2,12}?)(?:达到?|为)?$/u;

/** 城镇和农村居民收入增长8.4%和11.4%: two nouns joined as two figures are, without 分别. */
function pairOf(
  item: Found,
  row: readonly Found[],
  text: string,
  dated: Uint8Array,
): Respective | undefined {
  const [first, second] = row;
  if (first === undefined || second === undefined || row.length > 2) return undefined;
  const joint = text.slice(first.end, second.start);
  if (joint !== '和' && joint !== '、') return undefined;
  const near = Math.max(0, first.start - LONGEST_PAIR);
  const head = /(?<![^，。；：])[^，。；：]*$/u.exec(text.slice(near, first.start))?.[0] ?? '';
  const each = PER_HEAD.exec(head)?.groups;
  if (each !== undefined)
    return {
      index: row.indexOf(item),
      count: 2,
      noun: `${(row.indexOf(item) === 0 ? each.one : each.other) ?? ''}${each.what ?? ''}`,
    };
  if (joint !== '和') return undefined;
  const from = first.start - head.length;
  const verb =
    /(?:实际|年均|累计)?(?:增长|下降|提高|降低|增加|减少|达到|分别)[^，。；：]{0,4}$/u.exec(head);
  if (verb === null || touches(dated, { start: from, end: first.start })) return undefined;
  const nouns = head.slice(0, verb.index).split('和');
  const noun = nouns.length === 2 ? nouns[row.indexOf(item)] : undefined;
  if (noun === undefined || nouns.some((own) => own.length < 4 || own.length > LONGEST_NOUN))
    return undefined;
  return { index: row.indexOf(item), count: 2, noun: noun.replace(LEAD, '') };
}

function rowOf(item: Found, text: string, all: readonly Found[]): Found[] {
  const own = all.filter(({ kind }) => kind === item.kind);
  const at = own.indexOf(item);
  if (at < 0) return [];
  let [from, to] = [at, at];
  const joined = (left: Found | undefined, right: Found | undefined): boolean =>
    left !== undefined && right !== undefined && LINK.test(text.slice(left.end, right.start));
  while (joined(own[from - 1], own[from])) from -= 1;
  while (joined(own[to], own[to + 1])) to += 1;
  return own.slice(from, to + 1);
}

/** The clause that ends here, and without what it begins with. */
function phraseTo(text: string, end: number): { readonly from: number; readonly own: string } {
  const marks = ['，', '。', '；', '：', ';', ','];
  const from = Math.max(...marks.map((mark) => text.lastIndexOf(mark, end - 1))) + 1;
  const own = text.slice(from, end).replace(LEAD, '');
  // 化肥、农药用量同比分别减少, 收购价平均每斤分别提高: by what it is reckoned.
  return {
    from,
    own: own.replace(
      /(?:同比|环比|[比较][0-9]{4}年|年均|累计|平均每?[\u4e00-\u9fff]?|每[斤吨人亩户])$/u,
      '',
    ),
  };
}

/** The nouns of a row of so many, split at every joint or at 、 alone; none where neither gives so many. */
function nounsBefore(text: string, end: number, dated: Uint8Array, count: number): string[] {
  let { from, own } = phraseTo(text, end);
  // A、B浓度分别为48、34微克，比2015年分别下降36%、37%: the nouns stand before the first row.
  if (/^(?:比[^，]{2,8}|较[^，]{2,8}|同比)?$/u.test(own)) {
    const near = Math.max(0, from - LONGEST_PAIR);
    const first = text.slice(near, from).lastIndexOf('分别');
    if (first >= 0) ({ from, own } = phraseTo(text, near + first));
  } else if (touches(dated, { start: from, end }) && /年(?:、|和)/u.test(text.slice(from, end)))
    return [];
  const ways = [own.split(/[、和及与]|以及/u), own.split(/、|和(?=[^、和]*$)/u), own.split('、')];
  const fits = (nouns: readonly string[]): boolean =>
    nouns.length === count &&
    nouns.every(
      (noun) =>
        noun.length >= 2 && noun.length <= LONGEST_NOUN && !/^(?:比|较|高于|低于)/u.test(noun),
    );
  return withSharedHead(ways.find(fits) ?? []);
}

/** What a figure is of, at the end of the last noun of a row. */
const HEAD =
  /(?:率|用量|最低收购价|价格|(?:排放|消费|供应|处理|使用|施用|利用|用水|发电|运输|吞吐|交易|产生)(?:总量|量|强度)|面积|比例|比重|占比|规模|产量|能力|装机|容量|强度|数量|增加值|产值|总量|浓度|里程)$/u;

/** 人均综合能耗、人均用水量: each is measured by itself. */
const MEASURED = new RegExp(`${HEAD.source}|(?:能耗|水耗|物耗|用[水电能]量|[率值额])$`, 'u');

/** 单位地区生产总值能源消耗和二氧化碳排放: what both are measured by. */
const PER_UNIT = /^单位(?:地区生产总值|国内生产总值|GDP|工业增加值|产品)/u;

/** 风电、光伏发电利用率: the head of the last noun is that of all. */
function withSharedHead(nouns: readonly string[]): string[] {
  const per = PER_UNIT.exec(nouns[0] ?? '')?.[0] ?? '';
  if (per !== '' && nouns.slice(1).every((noun) => !noun.startsWith('单位')))
    return nouns.map((noun, at) => (at === 0 ? noun : per + noun));
  const last = nouns.at(-1) ?? '';
  const head = HEAD.exec(last)?.[0];
  if (head === undefined || nouns.slice(0, -1).some((noun) => MEASURED.test(noun)))
    return [...nouns];
  const tail = afterJoint(nouns[0] ?? '', last, head);
  if (tail !== undefined)
    return nouns.map((noun, at) => (at === nouns.length - 1 ? noun : noun + tail));
  // 率 alone is no word: 利用率.
  const own = last.length - head.length - (head === '率' ? 2 : 0);
  if (own < 1) return [...nouns];
  return nouns.map((noun, at) => (at === nouns.length - 1 ? noun : noun + last.slice(own)));
}

/** 省辖市、县级市污泥无害化处理率: what follows the word that both end in. */
function afterJoint(first: string, last: string, head: string): string | undefined {
  const own = last.slice(0, last.length - head.length);
  for (const length of [2, 1]) {
    const end = first.slice(-length);
    const at = own.indexOf(end);
    const tail = last.slice(at + length);
    // 耕地 and 地块 share no word.
    if (at > 0 && end.length === length && tail.length > 1 && !/^[块面点段]/u.test(tail))
      return tail;
  }
  return undefined;
}
