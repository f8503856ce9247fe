import type { MarkerKind } from '../model/index.js';

/** A section marker at the start of a paragraph. */
export interface Marker {
  readonly kind: MarkerKind;
  /** As printed, `一、` `（一）` `1.` `第一，`. */
  readonly label: string;
  readonly number?: number;
  /** What names the section in an id: `四`, `11`, `（一）`, `附件`. */
  readonly core: string;
}

const HAN_NUMBER = '[一二三四五六七八九十百千零〇○]';
/** What an amendment puts between two articles: 第十七条之一. */
const BETWEEN =
  '(?:之(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]|\\d{1,2}))?';

interface MarkerRule {
  readonly kind: MarkerKind;
  readonly pattern: RegExp;
  readonly core: (match: RegExpMatchArray) => string;
}

const numberIn = (match: RegExpMatchArray): string => match[1] ?? '';

/** Group 1 is the number. First match wins, so the more specific stand first. Source: GB/T 9704-2012, 7.3.3. */
const RULES: readonly MarkerRule[] = [
  {
    kind: 'part',
    pattern: new RegExp(
      `^第(${HAN_NUMBER}{1,4}|\\d{1,3})(?:分?编|篇|部分)(?=[　\\s：:]|[^的。，、]{1,30}$)`,
    ),
    core: (m) => m[0].trim(),
  },
  {
    kind: 'chapter',
    pattern: new RegExp(`^第(${HAN_NUMBER}{1,4}|\\d{1,3})章${BETWEEN}`),
    core: (m) => m[0],
  },
  {
    kind: 'clause-section',
    pattern: new RegExp(`^第(${HAN_NUMBER}{1,4}|\\d{1,3})节${BETWEEN}`),
    core: (m) => m[0],
  },
  {
    kind: 'article',
    pattern: new RegExp(`^第(${HAN_NUMBER}{1,8}|\\d{1,4})条${BETWEEN}(?![款件例])`),
    core: (m) => m[0],
  },
  {
    kind: 'ordinal',
    pattern: new RegExp(`^第(${HAN_NUMBER}{1,3})[，、：]`),
    core: (m) => m[0].slice(0, -1),
  },
  {
    kind: 'han-paren',
    // A bracket may stand twice, (（七）, where someone numbered by hand what was numbered.
    pattern: new RegExp(`^[（(]{1,2}(${HAN_NUMBER}{1,4})${BETWEEN}[）)]{1,2}[、．.]?`),
    core: (m) => m[0].replace(/^[（(]{1,2}/, '（').replace(/[）)][\s\S]*$/, '）'),
  },
  { kind: 'enumerated', pattern: new RegExp(`^(${HAN_NUMBER}{1,3})是(?!否)`), core: (m) => m[0] },
  { kind: 'han', pattern: new RegExp(`^(${HAN_NUMBER}{1,4})[、．.]、?`), core: numberIn },
  {
    kind: 'decimal',
    pattern:
      /^(\d{1,2}(?:[.．]\d{1,2}){1,3})(?=[、.．\s]?(?:[\u4e00-\u9fff“《Ⅰ-Ⅻ]|[IVX]{1,3}级))(?!\s*(?:[亿万千百元个倍%吨米年月日级折]|公里|公顷|公斤|平方))[、.．]?/,
    core: (m) => numberIn(m).replaceAll(/[.．]/g, '-'),
  },
  { kind: 'arabic', pattern: /^(\d{1,3})[.．](?!\d(?!\d{3}年))/, core: numberIn },
  { kind: 'arabic-comma', pattern: /^(\d{1,3})、(?!\d)/, core: numberIn },
  {
    kind: 'arabic-paren',
    pattern: /^(?:[（(]|（\(|\(（)?(\d{1,2}|[1-9]\d\d(?=[）)]\D))[）)]{1,2}[、．.]?/,
    core: (m) => `（${m[1]}）`,
  },
  { kind: 'circled', pattern: /^([①-⑳])/, core: numberIn },
  { kind: 'stem', pattern: /^([甲乙丙丁戊己庚辛壬癸])[、．.]/, core: numberIn },
  {
    kind: 'stem',
    pattern: /^[（(]([甲乙丙丁戊己庚辛壬癸])[）)][、．.]?/,
    core: (m) => `（${m[1]}）`,
  },
  { kind: 'dash', pattern: /^(?:—{1,2}|―{1,2}|-{2}|─{1,2})(?=[^\s\d—―─-])/, core: () => '——' },
  {
    kind: 'annex',
    pattern:
      /^附\s*(?:(?:(?:件|录)\s*|(?=\d{1,2}(?![\d份张页个年月日条款项篇幅种名])))(\d{1,2}|[一二三四五六七八九十]{1,2})?(?:[：:．.、]|$|(?=[^，。；]{2,30}$))|[：:](?=[^，。；]{0,60}$))/,
    core: (m) => m[0].replace(/(?<![\s：:．.、])[\s：:．.、]+$/, ''),
  },
  {
    kind: 'box',
    pattern:
      /^专栏\s*(\d{1,3}|[一二三四五六七八九十]{1,3})?(?:[：:．.、\s]|$|(?=[\u4e00-\u9fff“]))/,
    core: (m) => m[0].replace(/(?<![\s：:．.、])[\s：:．.、]+$/, ''),
  },
];

/** The marker a paragraph begins with, or `undefined`. `text` is clean text. */
export function markerOf(text: string): Marker | undefined {
  const first = text.charCodeAt(0);
  if (!mayOpenMarker(first)) return undefined;
  for (const rule of RULES) {
    const match = rule.pattern.exec(text);
    if (match === null || match[0] === '') continue;
    if (rule.kind === 'annex' && /^\s*\d+[.．、]/.test(text.slice(match[0].length)))
      return undefined;
    const number = numberOf(match[1], rule.kind);
    return {
      kind: rule.kind,
      label: match[0].trimEnd(),
      core: rule.core(match),
      ...(number !== undefined && { number }),
    };
  }
  return undefined;
}

/** Cheap gate: what no marker begins with. */
function mayOpenMarker(code: number): boolean {
  return (
    (code >= 48 && code <= 57) ||
    '第（(一二三四五六七八九十甲乙丙丁戊己庚辛壬癸—―─-附专'.includes(String.fromCharCode(code)) ||
    (code >= 0x2460 && code <= 0x2473)
  );
}

function numberOf(text: string | undefined, kind: MarkerKind): number | undefined {
  if (text === undefined || text === '') return undefined;
  if (kind === 'circled') return text.charCodeAt(0) - 0x2460 + 1;
  if (kind === 'stem') return '甲乙丙丁戊己庚辛壬癸'.indexOf(text) + 1;
  if (kind === 'decimal') return Number(text.split(/[.．]/).at(-1));
  if (/^\d+$/.test(text)) return Number(text);
  return hanInteger(text);
}

/** The number of a section by what names it in ids: `一`, `（一）`, `第三章`, `2-1`. */
export function numberInCore(core: string, kind: MarkerKind): number | undefined {
  const numbers =
    core.match(/\d+|[一二三四五六七八九十百千零〇○]+|[甲乙丙丁戊己庚辛壬癸]|[①-⑳]/g) ?? [];
  return numberOf(kind === 'decimal' ? numbers.at(-1) : numbers[0], kind);
}

/** 一 … 九千九百九十九 as a section number. */
export function hanInteger(text: string): number | undefined {
  if (text === '') return undefined;
  let total = 0;
  let digit = 0;
  for (const char of text) {
    const value = '零一二三四五六七八九'.indexOf(char === '〇' || char === '○' ? '零' : char);
    if (value >= 0) digit = value;
    else {
      const unit = { 十: 10, 百: 100, 千: 1000 }[char];
      if (unit === undefined) return undefined;
      total += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
    }
  }
  return total + digit;
}
