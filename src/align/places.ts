import type { Side } from '../model/index.js';

/** What a division's full name ends with; the short name is what stands before. */
const SUFFIX =
  /(?:壮族|回族|维吾尔|[一-龥]{1,5}族)*(?:特别行政区|自治区|自治州|自治县|地区|新区|省|市|盟|州|县|区|旗)$/u;

/** A short name of one character (京) would hit inside words. */
const MIN_SHORT = 2;

/**
 * Names under which a side speaks of its own place: the names in its documents' heads, each with its short form.
 *
 * `extra` adds what the caller knows besides (other names, abbreviations); nothing is hard-coded.
 */
export function placeNamesOf(side: Side, extra: readonly string[]): string[] {
  const names = new Set<string>(extra);
  for (const document of side.documents) {
    const name = document.head.region?.name;
    if (name === undefined) continue;
    names.add(name);
    names.add(shortName(name));
  }
  return [...names].filter((name) => name.length >= MIN_SHORT).sort((a, b) => (a < b ? -1 : 1));
}

/** 湖北省 → 湖北, 广西壮族自治区 → 广西. A name that would become too short stays. */
export function shortName(name: string): string {
  const short = name.replace(SUFFIX, '');
  return short.length >= MIN_SHORT ? short : name;
}
