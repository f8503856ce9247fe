import { groupsOf } from '../../text/index.js';
import type { Found } from './found.js';

/** Doubling, multiples in words, and the whole of something. A plan or project named so is none (倍增计划), nor is what 全覆盖 only describes (全覆盖监管, 全覆盖的网络). */
const RATIO =
  /翻(?<times>[一两二三四]?)番|(?<double>倍增)(?!管|器|效应|[^，。；、：！？]{0,6}(?:计划|行动|工程|战略|方案|一张图))|(?<![健完])(?<whole>全覆盖)(?![\u4e00-\u9fff](?<![和与及并或且、])|、[全无]|、[\u4e00-\u9fff]{2,8}的)|(?<half>减半)/gu;
const DOUBLINGS: Readonly<Record<string, number>> = { '': 1, 一: 1, 两: 2, 二: 2, 三: 3, 四: 4 };

export function ratios(text: string): Found[] {
  return [...text.matchAll(RATIO)].map((match) => {
    const place = {
      start: match.index,
      end: match.index + match[0].length,
      unit: '1',
      bound: 'exact' as const,
    };
    const { times, whole, half } = groupsOf(match);
    if (whole !== undefined) return { ...place, kind: 'share', value: 1 };
    if (half !== undefined) return { ...place, kind: 'ratio', value: 0.5 };
    return { ...place, kind: 'ratio', value: 2 ** (DOUBLINGS[times ?? ''] ?? 1) };
  });
}
