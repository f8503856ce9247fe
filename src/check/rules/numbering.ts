import type { DocumentInput, DocumentRule, Found } from '../types.js';

/** Remarks of the parser with that code, at their places. */
function remarks(input: DocumentInput, code: string): Found[] {
  return (input.parsed?.diagnostics ?? []).flatMap(({ code: own, span, params = {} }) => {
    if (own !== code || span === undefined) return [];
    const label = String(params.label ?? '');
    const previous = String(params.previous ?? '') || '—';
    const start = span.start;
    const end = Math.min(span.end, start + Math.max(1, label.length));
    return [input.at(start, end, { label, previous, expected: params.expected ?? '' })];
  });
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
