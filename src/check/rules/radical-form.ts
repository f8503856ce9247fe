import { unifiedIdeograph } from '../../text/index.js';
import type { DocumentRule } from '../types.js';

/** A radical where a character is meant. */
export const radicalForm: DocumentRule = {
  id: 'radical-form',
  scope: 'document',
  group: 'text',
  severity: 'warning',
  fixable: true,
  title: { en: 'Radical instead of a character', zh: '部首代替了汉字' },
  help: {
    en: 'PDF extractors write radicals (⼀, ⻅) that look like characters but are not found by searching.',
    zh: '从 PDF 提取的文字常含部首字形（⼀、⻅），外形相同但无法检索。',
  },
  message: {
    en: '"{text}" is a radical; "{wanted}" is meant.',
    zh: '“{text}”是部首，应为“{wanted}”。',
  },
  bad: '统⼀部署各项任务。',
  good: '统一部署各项任务。',
  run: ({ lines, at }) =>
    lines.flatMap((line) =>
      [...line.text.matchAll(/[\u2e80-\u2fdf]/g)].flatMap((match) => {
        const wanted = unifiedIdeograph(match[0].charCodeAt(0));
        if (wanted === undefined) return [];
        const start = line.start + match.index;
        const end = start + 1;
        return [at(start, end, { text: match[0], wanted }, { fix: { start, end, text: wanted } })];
      }),
    ),
};
