import { isInTitle } from './dates.js';
import { type Found, touches } from './found.js';

/** Inside quotation marks, or part of a listed name. Plan names in quotes are judged by what follows them. */
export function isNamed(item: Found, text: string, named: Uint8Array): boolean {
  if (item.unit === 'years' || item.kind === 'deadline' || item.kind === 'name')
    return item.kind === 'name';
  return (
    isQuoted(item, text) ||
    isInTitle(text, item.start) ||
    touches(named, item) ||
    isInNotice(item, text) ||
    isDefinition(item, text)
  );
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

/** 百分之六十以上（含百分之六十）: said again. */
export function isRepeated({ start, end }: Found, text: string): boolean {
  return (
    /[（(]不?含$/u.test(text.slice(Math.max(0, start - 3), start)) &&
    /^[）)]/u.test(text.slice(end))
  );
}

/** 由225万千瓦增加至1145万千瓦, 从50元提高到84元: where it started from. */
export function isStart(item: Found, text: string, next: Found | undefined): boolean {
  return (
    next !== undefined &&
    next.unit === item.unit &&
    next.kind === item.kind &&
    ((/[从由](?:目前|原来|过去|每[人户年亩]|人均){0,2}的?$/u.test(
      text.slice(Math.max(0, item.start - 6), item.start),
    ) &&
      /^[^，。；：、]{0,8}[到至为]?$/u.test(text.slice(item.end, next.start))) ||
      // 由年初的400多万人扩大到年末的1120多万人.
      (/[从由][^，。；：、]{0,10}$/u.test(text.slice(Math.max(0, item.start - 11), item.start)) &&
        /^[的]?(?:稳步|逐步|大幅)?(?:增加?长?|提[高升]|扩大|上升|下?降低?|减少|缩[短小减]|压[减缩]|发展|调整|变)[到至为][^，。；：、]{0,6}$/u.test(
          text.slice(item.end, next.start),
        )))
  );
}

const NEAR = 80;

/** 关于印发首批10个行业核算指南的通知: a title without its marks. */
function isInNotice({ start, end }: Found, text: string): boolean {
  return (
    /关于(?:印发|发布|公布|下达|转发)[^，。；《》]{0,40}$/u.test(
      text.slice(Math.max(0, start - NEAR), start),
    ) && /^[^，。；]{0,60}的(?:通知|公告|函|通报)/u.test(text.slice(end, end + NEAR))
  );
}

/** 平均价格，是指截止日期之前连续六个月的平均价格; 本办法所称大型渔港是指…: what a word means is nothing to be reached. */
function isDefinition({ start }: Found, text: string): boolean {
  return /(?:，|所称[^，。；]{1,24})(?:是指|系指)[^。；]{0,70}$/u.test(
    text.slice(Math.max(0, start - NEAR), start),
  );
}
