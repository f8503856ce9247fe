import type { Side } from '../model/index.js';

/** Peoples after whom autonomous divisions are named (GB/T 3304), as they stand in names of divisions. */
const PEOPLES =
  '维吾尔|哈萨克|柯尔克孜|塔吉克|锡伯|蒙古|藏|回|壮|苗|瑶|侗|彝|傣|白|羌|黎|水|土家|土|布依|哈尼|拉祜|佤|纳西|景颇|傈僳|布朗|怒|独龙|普米|仡佬|仫佬|毛南|畲|满|朝鲜|达斡尔|鄂温克|鄂伦春|裕固|撒拉|东乡|保安';

/** What a division's full name ends with; the short name is what stands before. */
const SUFFIX = new RegExp(
  `(?:(?:${PEOPLES})族?|各族){0,12}(?:自治区|自治州|自治县|自治旗)$|(?:特别行政区|地区|新区|省|市|盟|州|县|区|旗)$`,
  'u',
);

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
function shortName(name: string): string {
  const short = name.replace(SUFFIX, '');
  return short.length >= MIN_SHORT ? short : name;
}
