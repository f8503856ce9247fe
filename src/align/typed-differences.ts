import type { LinkDifference } from '../model/index.js';
import { findNumerals } from '../text/index.js';

/** Words that say what must, may and must not be done. 不得 before 得, 不可以 before 可以. */
const POLARITY = /不应当|应当|必须|务必|不得|不准|不许|不可以|可以|严禁|禁止|不再|允许/gu;
/** Words that say which way a figure limits; without a figure beside them they say something else (以下措施, 超过往年). */
const BOUNDS =
  /(?:不低于|不少于|不小于|不高于|不超过|不大于|超过|低于|高于|至少|最多|力争|约)(?=[0-9百一二两三四五六七八九十])|(?<=[0-9%十百千万亿个家名人元年米亩吨])(?:左右|以上|以下|以内)/gu;
/** Words that ask for the same: 禁止 and 严禁 differ in weight, not in what may be done. */
const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/^(?:不得|不准|不许|不应当|不可以|严禁|禁止|不再)$/u, 'must not'],
  [/^(?:应当|必须|务必)$/u, 'must'],
  [/^(?:可以|允许)$/u, 'may'],
  [/^(?:不低于|不少于|不小于|超过|高于|至少|以上)$/u, 'at least'],
  [/^(?:不高于|不超过|不大于|低于|最多|以下|以内)$/u, 'at most'],
  [/^(?:左右|约)$/u, 'about'],
];

function classOf(word: string): string {
  return CLASSES.find(([words]) => words.test(word))?.[1] ?? word;
}

/** What makes a small Han numeral a figure: 三个, 五年; 统一 and 一体 are words. */
const COUNTED = /^(?:个|家|条|项|所|处|名|人|户|倍|成|年|月|日|天|小时|亩|次|座|万|亿|元|级|届)/u;

/**
 * What differs between two linked sentences in figures, deadlines, bounds, polarity or the members of a list:
 * differences that change what is asked for, however few characters they take.
 *
 * *In* sentences as printed, without markers, `same` telling whether two texts differ in place or level only.
 * *Out* in the order figures, bounds, polarity, members; empty where nothing of the kind differs.
 * *Cost* linear in the texts, quadratic in the members of a list.
 */
export function typedDifferences(
  up: string,
  down: string,
  same: (a: string, b: string) => boolean = (a, b) => a === b,
): LinkDifference[] {
  return [
    ...figureDifferences(up, down),
    ...wordDifferences('bound', BOUNDS, up, down),
    ...wordDifferences('polarity', POLARITY, up, down),
    ...memberDifferences(up, down, same),
  ];
}

interface Figure {
  readonly text: string;
  readonly key: string;
  readonly kind: 'number' | 'deadline';
  readonly unit: string;
  readonly arabic: boolean;
}

function figuresOf(text: string): Figure[] {
  return findNumerals(text).flatMap((numeral) => {
    const written = text.slice(numeral.start, numeral.end);
    const rest = text.slice(numeral.end);
    const lone = written.length === 1 && !numeral.arabic;
    if (/第$/u.test(text.slice(0, numeral.start))) return [];
    const inWord = written === '一' || /[统唯同进专]$/u.test(text.slice(0, numeral.start));
    if (/^[一]?百$/u.test(written) && /^年/u.test(rest)) return [];
    if (lone && (inWord || !COUNTED.test(rest))) return [];
    const year = /^年/u.test(rest) && numeral.value >= 1900 && numeral.value <= 2100;
    const unit = /^(?:个百分点|[\u4e00-\u9fff%])/u.exec(rest)?.[0] ?? '';
    const key = `${numeral.value} ${numeral.upper ?? ''} ${numeral.fraction ? '%' : ''}`;
    const kind = year ? 'deadline' : 'number';
    return [
      { text: `${written}${unit}`, key, kind, unit, arabic: numeral.arabic || numeral.fraction },
    ];
  });
}

/**
 * A figure against one of its unit; one that only came or went counts where it is written in digits:
 * 百年, 四个 and 五年 come and go with the phrases they belong to.
 */
function figureDifferences(up: string, down: string): LinkDifference[] {
  const [ups, downs] = leftOver(
    figuresOf(up),
    figuresOf(down),
    ({ key, kind }) => `${kind} ${key}`,
  );
  const free = new Set(downs);
  const changed = ups.flatMap((figure): LinkDifference[] => {
    const other = [...free].find((own) => own.kind === figure.kind && own.unit === figure.unit);
    if (other === undefined) return figure.arabic ? [differenceOf(figure, undefined)] : [];
    free.delete(other);
    return [differenceOf(figure, other)];
  });
  const added = [...free].filter(({ arabic }) => arabic);
  return [...changed, ...added.map((figure) => differenceOf(undefined, figure))];
}

function differenceOf(up: Figure | undefined, down: Figure | undefined): LinkDifference {
  const kind = up?.kind ?? down?.kind ?? 'number';
  return { kind, upstream: up?.text ?? '', downstream: down?.text ?? '' };
}

function wordDifferences(
  kind: LinkDifference['kind'],
  words: RegExp,
  up: string,
  down: string,
): LinkDifference[] {
  const found = (text: string): string[] => [...text.matchAll(words)].map(([word]) => word);
  const [ups, downs] = leftOver(found(up), found(down), classOf);
  return paired(kind, ups, downs);
}

/** Both without what is on both sides, each as often as it stands there. */
function leftOver<T>(
  ups: readonly T[],
  downs: readonly T[],
  keyOf: (item: T) => string,
): [T[], T[]] {
  const without = (own: readonly T[], other: readonly T[]): T[] => {
    const counts = new Map<string, number>();
    for (const item of other) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
    return own.filter((item) => {
      const left = counts.get(keyOf(item)) ?? 0;
      counts.set(keyOf(item), left - 1);
      return left <= 0;
    });
  };
  return [without(ups, downs), without(downs, ups)];
}

function paired(
  kind: LinkDifference['kind'],
  ups: readonly string[],
  downs: readonly string[],
): LinkDifference[] {
  return Array.from({ length: Math.max(ups.length, downs.length) }, (_, at) => ({
    kind,
    upstream: ups[at] ?? '',
    downstream: downs[at] ?? '',
  }));
}

/** What a list does not reach across; 、 twice parts two. */
const LIST_ENDS = /[，；。：！？（）“”,;:]|、{2,}/u;

/** Stretches of members joined by 、. One expression for the whole would try every character of a long run as its beginning. */
function listsIn(text: string): string[] {
  return text
    .split(LIST_ENDS)
    .map((part) => part.replace(/^、|、$/gu, ''))
    .filter((part) => part.includes('、'));
}

/** Lists that share half their members are one list; what only one of them has came or went. */
function memberDifferences(
  up: string,
  down: string,
  same: (a: string, b: string) => boolean,
): LinkDifference[] {
  const listsOf = (text: string): string[][] =>
    listsIn(text).map((list) => list.split(/、|以及|[和及与](?=[^和及与、]{2,12}$)/u));
  const downs = listsOf(down);
  return listsOf(up).flatMap((members) => {
    const shared = (other: readonly string[]): number =>
      members.filter((member) => other.some((own) => same(member, own))).length;
    const other = downs.reduce<string[]>(
      (best, list) => (shared(list) > shared(best) ? list : best),
      [],
    );
    if (other.length === 0 || 2 * shared(other) < Math.min(members.length, other.length)) return [];
    const opens = (a: string, b: string): boolean =>
      a === members[0] && b === other[0] && a.slice(-1) === b.slice(-1);
    const isLike = (a: string, b: string): boolean =>
      same(a, b) || holdsHalf(a, b) || opens(a, b) || opens(b, a);
    return paired(
      'list-member',
      members.filter((own) => !down.includes(own) && !other.some((each) => isLike(own, each))),
      other.filter((own) => !up.includes(own) && !members.some((each) => isLike(each, own))),
    );
  });
}

/** The first and the last member bear words of the clause around the list: half of the shorter in the longer will do. */
function holdsHalf(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const pairs = short.length - 1;
  if (pairs < 1) return long.includes(short);
  let held = 0;
  for (let at = 0; at < pairs; at += 1) if (long.includes(short.slice(at, at + 2))) held += 1;
  return 2 * held >= pairs;
}
