import { parseHanInteger } from '../../text/index.js';
import type { DocumentInput, DocumentRule, Found } from '../types.js';

/** Remarks of the parser with that code, at their places. */
function remarks(input: DocumentInput, code: string): Found[] {
  const numbered = (input.parsed?.diagnostics ?? []).filter(({ code: own }) => CODES.has(own));
  return numbered.flatMap(({ code: own, span, params = {} }, i) => {
    if (own !== code || span === undefined) return [];
    if (followsFrom(params, numbered[i - 1]?.params ?? {}) || isHole(params, numbered)) return [];
    const label = String(params.label ?? '');
    if (isOwnCount(label) || beginsInside(input.text, span.start, label)) return [];
    if (goesOn(input, span.start, label)) return [];
    if (code === 'parse/numbering-repeat' && !isSeen(input, span.start, label)) return [];
    const line = input.text.slice(span.start).split('\n', 1)[0] ?? '';
    if (CONTENTS.test(line) || FORMULA.test(line) || isAmongContents(input, span.start)) return [];
    const previous = String(params.previous ?? '') || '—';
    const start = span.start;
    const end = Math.min(span.end, start + Math.max(1, label.length));
    return [input.at(start, end, { label, previous, expected: params.expected ?? '' })];
  });
}

const CODES: ReadonlySet<string> = new Set(['parse/numbering-gap', 'parse/numbering-repeat']);

type Params = Readonly<Record<string, unknown>>;

/**
 * The remark before says it already: a section out of its place, after which the count goes on where it was
 * (八, 十五, 九), or one with another's number, of the next (四, 六, 六) or any (二, 五, 四).
 */
function followsFrom({ label, previous }: Params, before: Params): boolean {
  if (typeof before.label !== 'string' || previous !== before.label) return false;
  const [number, expected] = [numberOf(label), Number(before.expected)];
  return label === previous || number === expected || number === expected + 1;
}

/**
 * The number that is missing here stands elsewhere, out of its place, and is told there: not where this remark is what tells
 * of it, as of neighbours that changed places (十五, 十七, 十六, 十八).
 */
function isHole({ expected }: Params, all: readonly { readonly params?: Params }[]): boolean {
  return all.some(
    ({ params = {} }, i) =>
      numberOf(params.label) === Number(expected) &&
      followsFrom(all[i + 1]?.params ?? {}, params) &&
      !followsFrom(params, all[i - 1]?.params ?? {}),
  );
}

function numberOf(label: unknown): number | undefined {
  const digits = /\d+|[一二三四五六七八九十百]+/.exec(String(label))?.[0] ?? '';
  return /^\d/.test(digits) ? Number(digits) : parseHanInteger(digits);
}

/** A line of contents: its page at the end, after dots. */
const CONTENTS = /(?:[.·．]{2}|…|[\u4e00-\u9fff][.·])\s*[（(]?\d{1,3}[)）]?\s*$/;

/** A title whose dots or page stand on a line of their own, or none at all, among contents. */
function isAmongContents({ lines }: DocumentInput, start: number): boolean {
  const here = lines.findIndex((line) => line.start <= start && start < line.end);
  if (/[。；，]/.test(lines[here]?.text ?? '。')) return false;
  return [lines[here - 1], lines[here + 1]].some((line) => CONTENTS.test(line?.text ?? ''));
}

/** The number of a formula, before what explains it. */
const FORMULA = /^[（(]\d+[）)]\s*(?:式中|其中)/;

/** Annexes and boxes are counted apart from what stands beside them; （零） is a piece of a word, a figure no number. */
function isOwnCount(label: string): boolean {
  return /^(?:附|专栏|表|图)|[零〇]|\d{3}|^\d{2}\.\d|^0|\.0\d|^\d\.[4-9]\d$/.test(label);
}

/** Characters before a marker in which its list may have begun inside a line: 附件：1.申请表. */
const LEAD = 240;

/** The list's first item stands inside a line above: 附件：1.申请表, then 2.清单 on the next. */
function beginsInside(text: string, start: number, label: string): boolean {
  const first = label
    .replace(/\d+/, '1')
    .replace(/[一二三四五六七八九十百]+/, '一')
    .replace(/[②-⑳]/, '①');
  if (first === label) return false;
  const above = text.lastIndexOf('\n', start - 2);
  const lead = text.slice(Math.max(0, Math.min(above, start - LEAD)), start).replaceAll('．', '.');
  const at = lead.lastIndexOf(first.replaceAll('．', '.'));
  const before = lead[at - 1];
  return at > 0 && before !== undefined && /[：:。；;）)》 \u3000]/.test(before);
}

/** Lines above in which the item before is looked for. */
const ABOVE = 120;

/** A heading of a higher kind: lists end where it begins. */
const HIGHER = /^(?:第[一二三四五六七八九十百\d]+[编章节条]|[一二三四五六七八九十]{1,3}、)/;

/**
 * The item before stands above for a reader: at the head of a line that was taken for something else (1.4月底前…), before a
 * list of its own that is numbered in the same way, or at the end of a line that holds several.
 */
function goesOn({ lines }: DocumentInput, start: number, label: string): boolean {
  const [number, form] = [numberOf(label), formOf(label)];
  const here = lines.findIndex((line) => line.start <= start && start < line.end);
  if (number === undefined) return holdsCircled(lines[here - 1]?.text ?? '', label);
  if (holdsSeveral(lines[here - 1]?.text ?? '', number - 1, label)) return true;
  const above: number[] = [];
  for (let i = here - 1; i >= Math.max(0, here - ABOVE); i -= 1) {
    const text = lines[i]?.text.trimStart().replace(ANNEX, '') ?? '';
    const own = LABEL.exec(text)?.[0];
    if (own !== undefined && formOf(own) === form) above.push(numberOf(own) ?? 0);
    else if (HIGHER.test(text)) break;
  }
  return followsIn(above, number);
}

/** A label at the head of a line; a decimal is none, a date after it is: 1.4月底前. */
const LABEL =
  /^(?:[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]|(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:、|[.．](?!\d)|[.．](?=\d{1,2}[年月日])|[）)]))/;

/** A list of annexes begins behind their name: 附件1.任务清单. */
const ANNEX = /^附[件表录]\s*[：:]?\s*/;

/** What a label is made of besides its number. */
function formOf(label: string): string {
  return label
    .replace(/\d+/, '1')
    .replace(/[一二三四五六七八九十]+/, '一')
    .replaceAll('(', '（')
    .replaceAll(')', '）');
}

/** Lists inside an item that are passed over. */
const MOST_INNER = 3;

/** *In* numbers of a kind, nearest first: the one before `number` is the nearest, but for whole lists counted from 1. */
function followsIn(above: readonly number[], number: number): boolean {
  let at = 0;
  for (let inner = 0; inner <= MOST_INNER; inner += 1) {
    if (above[at] === number - 1) return true;
    while (above[at + 1] === (above[at] ?? 0) - 1) at += 1;
    if (above[at] !== 1) return false;
    at += 1;
  }
  return false;
}

/** Points of running text: …。二是…. */
const POINT = /(?<=[。；：])[一二三四五六七八九十]{1,2}是/g;

/** A line of several items, the one before among them: 11.甲；12.乙；13.丙；. */
function holdsSeveral(line: string, before: number, label: string): boolean {
  if (label.endsWith('是'))
    return [...line.matchAll(POINT)].some(([own]) => numberOf(own) === before);
  const mark = /[.．、]$/.exec(label)?.[0];
  if (mark === undefined) return false;
  const inside = [...line.matchAll(/(?<![\d.．])(\d{1,2})[.．、](?=[\u4e00-\u9fff])/g)].map(
    ([, own]) => Number(own),
  );
  return inside.length >= 2 && inside.includes(before);
}

/** The line before holds the item before: ①甲；②乙；, then ③ on the next. */
function holdsCircled(line: string, label: string): boolean {
  const own = /^[②-⑳]/.exec(label)?.[0].codePointAt(0);
  if (own === undefined) return false;
  const before = String.fromCodePoint(own - 1);
  return ['。', '；', '：'].some((mark) => line.includes(mark + before));
}

/** A reader finds the same number at the head of a line above; inside a line it is a reference, or read amiss. */
function isSeen({ lines }: DocumentInput, start: number, label: string): boolean {
  const here = lines.findIndex((line) => line.start <= start && start < line.end);
  return lines
    .slice(Math.max(0, here - ABOVE), Math.max(0, here))
    .some(({ text }) => text.trimStart().startsWith(label));
}

/** A number is left out between two sections of a kind. */
export const numberingGap: DocumentRule = {
  id: 'numbering-gap',
  scope: 'document',
  group: 'structure',
  severity: 'error',
  title: { en: 'Gap in the numbering', zh: '序号跳号' },
  help: {
    en: 'Numbers of one kind of marker run on by one; beginning again at 1 is allowed.',
    zh: '同类序号应逐一递增，可从 1 重新开始。',
  },
  message: {
    en: '"{label}" follows "{previous}"; number {expected} was expected.',
    zh: '“{label}”接在“{previous}”之后，应为第 {expected} 项。',
  },
  bad: '一、总体要求\n坚持稳中求进工作总基调。\n二、重点任务\n加快建设现代产业体系。\n四、组织保障\n压实各方责任。',
  good: '一、总体要求\n坚持稳中求进工作总基调。\n二、重点任务\n加快建设现代产业体系。\n三、组织保障\n压实各方责任。',
  run: (input) => remarks(input, 'parse/numbering-gap'),
};

/** A number stands twice in a row. */
export const numberingRepeat: DocumentRule = {
  id: 'numbering-repeat',
  scope: 'document',
  group: 'structure',
  severity: 'error',
  title: { en: 'Number used twice', zh: '序号重复' },
  help: {
    en: 'Two neighbouring sections of a kind have the same number.',
    zh: '相邻的同类章节用了同一序号。',
  },
  message: { en: '"{label}" stands twice in a row.', zh: '“{label}”连续出现两次。' },
  bad: '一、总体要求\n坚持稳中求进工作总基调。\n二、重点任务\n加快建设现代产业体系。\n二、组织保障\n压实各方责任。',
  good: '一、总体要求\n坚持稳中求进工作总基调。\n二、重点任务\n加快建设现代产业体系。\n三、组织保障\n压实各方责任。',
  run: (input) => remarks(input, 'parse/numbering-repeat'),
};
