import { clauseBefore, clean, lastMark } from './noun-phrases.js';

interface Place {
  readonly start: number;
  readonly end: number;
}

/** How far the words after a figure are read. */
const LONGEST_DUE = 60;

/** What gives or takes money stands right before it; whom and what for, in the clause before. */
const GIVING =
  /(?:一次性|分别|可){0,4}(?<verb>给予|予以|处以?|并处|奖励|补助|补贴|资助|奖补)(?:一次性|每[\u4e00-\u9fff]{1,3}|最高|不超过|一定|不低于|总额){0,8}$/u;
const GIVEN =
  /^\u{E000}*(?:[（(][^）)]{0,20}[）)])?(?:的|以内的?|以下的?|左右的?)?(?:一次性|资金|经费)?(?<noun>[\u4e00-\u9fff]{0,4}?(?:罚款|罚金|奖励|补助|补贴|资助|支持|扶持|奖补|资金))/u;
/** 高级技师5000元的标准给予企业补贴. */
const RATE = /^的?(标准(?:给予|予以|发放|奖励|补助|补贴)[^，。；：]{0,20})/u;
const WHOM = /^(?:对|给|凡|经|按|向|逾期|违反|未|擅自|拒|情节|造成|有下列|其中|首次|新)/u;
const LONGEST_GIVEN = 60;

/** 对新认定的企业，给予最高100万元奖励: 对新认定的企业给予奖励. */
export function whatIsGiven(text: string, { start, end }: Place, from: number): string | undefined {
  const head = text.slice(Math.max(from, lastMark(text, start) + 1), start);
  const verb = GIVING.exec(head);
  const rate = RATE.exec(text.slice(end, end + LONGEST_GIVEN))?.[1];
  if (rate !== undefined) return clean(`${head.replace(/^.*[、]|最高$/gu, '')}${rate}`);
  if (verb === null) return undefined;
  const noun = GIVEN.exec(text.slice(end, end + LONGEST_GIVEN))?.groups?.noun ?? '';
  const lead = head.slice(0, verb.index);
  const previous = clauseBefore(text, start, from, LONGEST_GIVEN);
  const whom = lead.length < 2 && previous !== undefined && WHOM.test(previous) ? previous : '';
  return clean(`${whom}${lead}${verb.groups?.verb ?? ''}${noun}`);
}

/** 减按10%税率征收所得税, 按30%的比例配套资金, 不足二百平方米的，按二百平方米安排: at what rate, or as how much, something is done. */
export function atRate(text: string, { start, end }: Place, from: number): string | undefined {
  if (!/(?:减按|[，：]按照?)$/u.test(text.slice(Math.max(0, start - 3), start))) return undefined;
  const rest = text.slice(end, end + LONGEST_DUE);
  const { rate, done } =
    /^的?(?<rate>(?:优惠)?税率|比例|标准|幅度)(?<done>[\u4e00-\u9fff]{2,20})/u.exec(rest)?.groups ??
    {};
  if (rate !== undefined) return `${done}的${rate}`;
  return text.slice(0, start).endsWith('，按') ? clauseBefore(text, start, from) : undefined;
}

export function amongWhom(text: string, { start, end }: Place, from: number): string | undefined {
  const whole = /(?:^|[，。；、：）])([^，。；、：（）]{2,16}中)$/u.exec(
    text.slice(Math.max(from, start - 20), start),
  )?.[1];
  const who = /^(?:以上|左右|以下)?\u{E000}*为([\u4e00-\u9fff]{2,16})/u.exec(
    text.slice(end, end + LONGEST_DUE),
  )?.[1];
  return whole === undefined || who === undefined ? undefined : `${whole}${who}`;
}

/** 拥有九千多万名党员的政党: what is owned, and not who owns it. */
export function whatIsOwned(text: string, { start, end }: Place): string | undefined {
  if (!/(?:拥有|共有|容纳)$/u.test(text.slice(Math.max(0, start - 2), start))) return undefined;
  return /^([\u4e00-\u9fff]{2,6}?)的/u.exec(text.slice(end, end + 8))?.[1];
}
