/**
 * Is a decoded text Chinese as people write it, or bytes read in the wrong encoding?
 *
 * The 220 characters that are most frequent in policy texts (and some of general prose) make up 65 to
 * 70 % of the Han characters of such texts; of text decoded wrongly, whose characters spread over the
 * 6,763 of GB 2312 or the 20,902 of Unicode, under 10 %.
 */
const FREQUENT = new Set(
  '一三上下不与业个中为主之也了二于五产人他代以们企优会位低体作你保健党入全公共关农准出分划创利到制力加务动化区十升单及发可各合同和品善四国在地场坚城域基境增处大好委子学安完定实家对导就局展工市平年应度建开式强得心快态性成我战打技护持排控推提支改放政效文新方施时明是更有服本术机权来构林染标核武民气水汉江污河治法活流测济海深湖源点物环现理生用电的监目省碳社科程立等筑管系级经统绿而育能自色节范融行要规计议设识说质资达这进通造道部重量长防面革项领高',
);

/** Lowest share of frequent characters among the Han characters; half of what real texts have. */
const LEAST_FREQUENT = 0.3;
/** Highest share of private-use and control characters. */
const MOST_GARBAGE = 0.01;
/** As much as is looked at, in characters: more does not change the shares. */
const SAMPLE = 200_000;

/** Cost: linear in at most `SAMPLE` characters. */
export function isPlausibleChinese(text: string): boolean {
  let han = 0;
  let frequent = 0;
  let garbage = 0;
  const length = Math.min(text.length, SAMPLE);
  for (let i = 0; i < length; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= 0x3400 && code <= 0x9fff) {
      han += 1;
      if (FREQUENT.has(text.charAt(i))) frequent += 1;
    } else if (isGarbage(code)) garbage += 1;
  }
  return han > 0 && frequent >= LEAST_FREQUENT * han && garbage <= MOST_GARBAGE * length;
}

/** Private use, controls that no text holds, Hangul and half-width kana (what wrong decoding of Chinese makes). */
function isGarbage(code: number): boolean {
  return (
    (code >= 0xe000 && code <= 0xf8ff) ||
    (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12) ||
    (code >= 0x7f && code <= 0x9f) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xff61 && code <= 0xff9f) ||
    code === 0xfffd ||
    code >= 0xfffe
  );
}
