import { lineKinds } from '../blocks.js';
import type { DocumentRule } from '../types.js';

/** Shorter paragraphs (headings, formulas of a meeting) may repeat. */
const LEAST_LENGTH = 20;

/** A paragraph that stands twice in a document. */
export const duplicatedParagraph: DocumentRule = {
  id: 'duplicated-paragraph',
  scope: 'document',
  group: 'text',
  severity: 'error',
  title: { en: 'Paragraph twice', zh: '段落重复' },
  help: {
    en: 'The same paragraph of 20 characters or more stands twice: a slip of copying. Remove one.',
    zh: '同一段落（20 字以上）出现两次，多为复制所致，请删去一处。',
  },
  message: { en: 'The paragraph stands in line {line} already.', zh: '该段与第 {line} 行重复。' },
  bad: '健全社会保障体系，扩大失业保险覆盖面，完善最低生活保障制度。\n健全社会保障体系，扩大失业保险覆盖面，完善最低生活保障制度。',
  good: '健全社会保障体系，扩大失业保险覆盖面，完善最低生活保障制度。\n健全养老服务体系，发展普惠型养老服务和互助性养老。',
  run: (input) => {
    const kinds = lineKinds(input);
    const seen = new Map<string, number>();
    return input.lines.flatMap((line, i) => {
      const text = line.text.replaceAll(/\s+/g, '');
      if (text.length < LEAST_LENGTH || kinds[i] === 'table') return [];
      const found = input.at(line.start, line.end);
      const first = seen.get(text);
      if (first === undefined) {
        seen.set(text, found.place.line);
        return [];
      }
      return [{ ...found, params: { line: first } }];
    });
  },
};
