import type { DocumentRule } from '../types.js';

/** A page number, running head or scanner noise between the lines of a clean text. */
export const pageNumberLeft: DocumentRule = {
  id: 'page-number-left',
  scope: 'document',
  group: 'text',
  severity: 'error',
  fixable: true,
  title: { en: 'Page number or running head in the text', zh: '残留页码或页眉' },
  help: {
    en: 'A clean corpus text has no page furniture. A line that is nothing but a page number is removed by --fix.',
    zh: '语料正文不应残留页码、页眉。整行为页码的可用 --fix 删除。',
  },
  message: {
    en: '"{text}" belongs to the page, not to the text.',
    zh: '“{text}”是页码或页眉，不是正文。',
  },
  bad: '深入推进县域商业体系建设，畅通农产品进城渠道。\n— 12 —\n持续改善农村人居环境，提升乡村治理水平。',
  good: '深入推进县域商业体系建设，畅通农产品进城渠道。\n持续改善农村人居环境，提升乡村治理水平。',
  run: ({ document, text, lines, at }) =>
    (document?.furniture ?? []).map((item) => {
      const { start, end } = item.span;
      const line = lines.find((one) => one.start <= start && start < one.end);
      const alone = line !== undefined && line.text.trim() === text.slice(start, end).trim();
      if (item.kind !== 'page-number' || !alone) return at(start, end, { text: item.text });
      let lineEnd = line.end;
      if (text[lineEnd] === '\r') lineEnd += 1;
      if (text[lineEnd] === '\n') lineEnd += 1;
      const fix = { start: line.start, end: lineEnd, text: '' };
      return at(start, end, { text: item.text }, { fix });
    }),
};
