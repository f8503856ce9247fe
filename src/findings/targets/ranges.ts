import type { Found } from './found.js';

/** 一万元以上五万元以下 is one range, not two bounds. */
export function joinRanges(found: readonly Found[], text: string): Found[] {
  const all: Found[] = [];
  for (const item of found) {
    const last = all.at(-1);
    const range = last === undefined ? undefined : joined(last, item, text);
    if (range === undefined) all.push(item);
    else all[all.length - 1] = range;
  }
  return all;
}

function joined(last: Found, item: Found, text: string): Found | undefined {
  if (isFromTo(last, item, text)) {
    if (item.kind === 'name') return { ...item, start: last.start };
    const bound = item.bound === 'exact' ? last.bound : item.bound;
    return { ...last, end: item.end, upper: item.value, bound };
  }
  // 百分之二十以上一倍以下: a multiple of the same sum.
  if (
    last.end === item.start &&
    last.kind === 'share' &&
    item.kind === 'ratio' &&
    last.bound === 'at-least' &&
    item.bound === 'at-most'
  )
    return { ...last, end: item.end, upper: item.value, bound: 'exact' };
  if (last.end !== item.start || last.kind !== item.kind) return undefined;
  if (last.bound !== 'at-least' || item.bound !== 'at-most') return undefined;
  const range = { ...last, end: item.end, bound: 'exact' as const };
  if (last.kind === 'span' && last.unit === 'month' && item.unit === 'year')
    return { ...range, upper: item.value * MONTHS };
  if (last.kind === 'span' && last.unit === 'year' && item.unit === 'month') {
    const value = last.value * MONTHS;
    return value < item.value ? { ...range, unit: 'month', value, upper: item.value } : undefined;
  }
  return last.unit === item.unit && last.value < item.value
    ? { ...range, upper: item.value }
    : undefined;
}

/** 六个月以上一年以下, 一年以上十八个月以下. */
const MONTHS = 12;

/** 500万元至2000万元 with both units printed; 从50元到84元 is a start and a level. */
function isFromTo(last: Found, item: Found, text: string): boolean {
  if (!/^(?:至|到|[-－–—~～])$/u.test(text.slice(last.end, item.start))) return false;
  if (/[从由自][^，。；]{0,8}$/u.test(text.slice(Math.max(0, last.start - 10), last.start)))
    return false;
  return (
    last.upper === undefined &&
    (item.kind === 'name' ||
      (last.kind === item.kind && last.unit === item.unit && last.value < item.value))
  );
}
