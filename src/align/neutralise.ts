import { escapePattern, itemAt } from '../text/index.js';
/** Stands for the name of the side's own place: 湖北, 武汉市. A private-use character, so that no text holds it. */
export const PLACE_SLOT = '\uE000';
/** Stands for the side's own level: 全省, 我市, 省委, 强市. */
export const LEVEL_SLOT = '\uE001';
/** Stands between stretches of content, where punctuation was. */
export const GAP = ' ';
/** Stands between clauses. */
export const CLAUSE_GAP = '\n';

/**
 * Clauses of two sentences are compared each with each: what follows so many is one clause. The longest of 1.1 million sentences of
 * 3,625 official texts has 60.
 */
export const MOST_CLAUSES = 128;

/** Text made ready for comparing: content characters, slots and gaps, with the way back. */
export interface Neutral {
  readonly text: string;
  /** Offset in the original text of each code unit of `text`. */
  readonly origins: ArrayLike<number>;
  /** End in the original text of what each code unit of `text` stands for; differs from one more than the origin at slots. */
  readonly ends: ArrayLike<number>;
}

/**
 * One expression finds every swap in one pass; the order of its branches is their precedence.
 *
 * - own names of the place, longest first (given, never hard-coded);
 * - 全省 我市 本区 and the like;
 * - 省委 市级 省内: a level word that governs what follows (市场, 区域, 国家 are not);
 * - 县级以上地方 设区的市和县（市、区） before 人民政府: whichever tiers a statute names, it means those below it;
 * - 强省 兴市 富县: a level word that a verb governs (增强国际, 增强市场 are not).
 */
function swapPattern(placeNames: readonly string[]): RegExp {
  const names = [...placeNames].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const place = names.length === 0 ? '(?!)' : names.map(escapePattern).join('|');
  const level = '自治区|自治州|国|省|市|区|县|州';
  const tier =
    '县级以上|(?:不)?设区的|各级|地方|本级|同级|所在地|自治[州县区]|直辖市|[省市区县州]级?|\\([省市区县州、]{1,6}\\)';
  return new RegExp(
    `(?<place>${place})|(?<level>(?:${tier})(?:${tier}|[、和及与或]){0,12}(?=人民政府)|[全我本](?:${level})(?![际家防民])|自治区|自治州|[省市县州](?=[级内外域委直属辖际]|政府|人民政府|政协|人大|本级)|(?<=[强兴富])(?:[国省县](?![际家内有防民产资土级])|市(?![场民政])|区(?![域块间位])))`,
    'gu',
  );
}

/** Makes neutral texts for one side; the pattern is compiled once. */
export function createNeutraliser(
  placeNames: readonly string[],
): (text: string, from: number) => Neutral {
  const pattern = swapPattern(placeNames);
  return (text, from) => neutralise(text, from, pattern);
}

/** Notes of responsible bodies say who does it, not what is done. */
const RESPONSIBLE_NOTE =
  /[（(](?:责任单位|牵头单位|配合单位|责任部门|各[^（）()]{0,80}负责|[^（）()]{2,400}?(?:负责|牵头|配合|参与|落实))[^（）()]{0,40}[）)]|^(?:责任单位|牵头单位|配合单位|责任部门)[：:].*$/gu;

function neutralise(text: string, from: number, pattern: RegExp): Neutral {
  const { text: plain, origins } = foldWidth(text, from);
  const masked = plain.replace(RESPONSIBLE_NOTE, (note) => GAP.repeat(note.length));
  const out: string[] = [];
  const back: number[] = [];
  const ends: number[] = [];
  let gaps = 0;
  const put = (asked: string, at: number, end: number): void => {
    const character = asked === CLAUSE_GAP && gaps === MOST_CLAUSES - 1 ? GAP : asked;
    const last = out.at(-1);
    if (character === GAP && (last === undefined || last === GAP || last === CLAUSE_GAP)) return;
    if (character === CLAUSE_GAP) {
      if (last === undefined || last === CLAUSE_GAP) return;
      gaps += 1;
      if (last === GAP) {
        out.pop();
        back.pop();
        ends.pop();
      }
    }
    if ((character === PLACE_SLOT || character === LEVEL_SLOT) && last === character) {
      ends[ends.length - 1] = end;
      return;
    }
    out.push(character);
    back.push(at);
    ends.push(end);
  };
  const copy = (start: number, end: number): void => {
    for (let i = start; i < end; i += 1)
      put(contentOf(masked, i), itemAt(origins, i), itemAt(origins, i) + 1);
  };
  let done = 0;
  for (const match of masked.matchAll(pattern)) {
    copy(done, match.index);
    const end = match.index + match[0].length;
    put(
      match.groups?.place === undefined ? LEVEL_SLOT : PLACE_SLOT,
      itemAt(origins, match.index),
      itemAt(origins, end - 1) + 1,
    );
    done = end;
  }
  copy(done, masked.length);
  while (out.at(-1) === GAP || out.at(-1) === CLAUSE_GAP) {
    out.pop();
    back.pop();
    ends.pop();
  }
  return { text: out.join(''), origins: back, ends };
}

/** Full-width forms folded one code unit at a time, so that the way back stays simple. */
function foldWidth(text: string, from: number): { text: string; origins: number[] } {
  let folded = '';
  const origins: number[] = [];
  for (let at = from; at < text.length; at += 1) {
    const unit = itemAt(text, at);
    const plain =
      unit >= '\uFF01' && unit <= '\uFF5E'
        ? String.fromCharCode(unit.charCodeAt(0) - 0xfee0)
        : unit;
    folded += plain;
    origins.push(at);
  }
  return { text: folded, origins };
}

const CONTENT = /[\p{Script=Han}〇0-9A-Za-z%‰]/u;
const CLAUSE_END = /[,，;；:：。！!？?]/u;

function contentOf(text: string, at: number): string {
  const character = itemAt(text, at);
  if (CONTENT.test(character)) return character;
  // A decimal point and a thousands comma belong to their number.
  const inNumber =
    /[.,]/u.test(character) && /\d/u.test(text[at - 1] ?? '') && /\d/u.test(text[at + 1] ?? '');
  if (inNumber) return '.';
  return CLAUSE_END.test(character) ? CLAUSE_GAP : GAP;
}
