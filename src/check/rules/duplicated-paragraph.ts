import { lineKinds } from '../blocks.js';
import type { DocumentRule } from '../types.js';

/** Shorter paragraphs (formulas of a meeting, of a method) may repeat. */
const LEAST_LENGTH = 28;

/** Rows and notes of responsible bodies may be the same. */
const UNREAD: ReadonlySet<string> = new Set(['table', 'element', 'furniture']);

/** A field of a form: 资助经费：200万元. */
const FIELD = /^[（(]?[^，。：:；]{2,10}[：:][^，；]{1,60}$/;

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
    const title = input.document?.title.replaceAll(/\s+/g, '');
    const seen = new Map<string, number>();
    return input.lines.flatMap((line, i) => {
      const text = line.text.replaceAll(/\s+/g, '');
      if (text.length < LEAST_LENGTH || UNREAD.has(kinds[i] ?? 'text') || !/[，。；]/.test(text))
        return [];
      // A page prints the title above the text and in it; a form has the same fields for each entry.
      if (title?.includes(text) === true || text === title || FIELD.test(text)) return [];
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
