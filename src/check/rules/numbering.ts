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
    if (CONTENTS.test(input.text.slice(span.start).split('\n', 1)[0] ?? '')) return [];
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

/** The number that is missing here stands elsewhere, out of its place. */
function isHole({ expected }: Params, all: readonly { readonly params?: Params }[]): boolean {
  return all.some(
    ({ params = {} }, i) =>
      numberOf(params.label) === Number(expected) && followsFrom(all[i + 1]?.params ?? {}, params),
  );
}

function numberOf(label: unknown): number | undefined {
  const digits = /\d+|[一二三四五六七八九十百]+/.exec(String(label))?.[0] ?? '';
  return /^\d/.test(digits) ? Number(digits) : parseHanInteger(digits);
}

/** A line of contents: its page at the end, after dots. */
const CONTENTS = /(?:[.·…．]{2,}|[\u4e00-\u9fff][.·])\s*[（(]?\d{1,3}[)）]?\s*$/;

/** Annexes and boxes are counted apart from what stands beside them; （零） is a piece of a word, a figure no number. */
function isOwnCount(label: string): boolean {
  return /^(?:附|专栏|表|图)|[零〇]|\d{3}|^\d{2}\.\d/.test(label);
}

/** Characters before a marker in which its list may have begun inside a line: 附件：1.申请表. */
const LEAD = 240;

/** The list's first item stands inside a line above: 附件：1.申请表, then 2.清单 on the next. */
function beginsInside(text: string, start: number, label: string): boolean {
  const first = label.replace(/\d+/, '1').replace(/[一二三四五六七八九十百]+/, '一');
  if (first === label) return false;
  const lead = text.slice(Math.max(0, start - LEAD), start).replaceAll('．', '.');
  const at = lead.lastIndexOf(first.replaceAll('．', '.'));
  const before = lead[at - 1];
  return at > 0 && before !== undefined && /[：:。；;）)》 \u3000]/.test(before);
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
