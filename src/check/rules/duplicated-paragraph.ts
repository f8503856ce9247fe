import { lineKinds } from '../blocks.js';
import type { BodyLine, DocumentInput, DocumentRule } from '../types.js';

/** Shorter paragraphs (formulas of a meeting, of a method) may repeat. */
const LEAST_LENGTH = 28;

/** So far apart at most a paragraph was copied where it stands. */
const SIDE_BY_SIDE = 2;

/** So many in a row that stand elsewhere in the same order are a page taken in twice; fewer are what guides, forms and statutes ask of every part again. */
const PAGE = 5;

/** Headings and short lines between the paragraphs of a page. */
const NEIGHBOURS = 3;

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
    en: 'The same paragraph stands twice, side by side or in a page of them: a slip of copying or scanning. Remove one. What guides, forms and statutes ask again of every part is left alone.',
    zh: '同一段落前后相接出现两次，或整页重复，多为复制、扫描所致，请删去一处。指南、表单、法规中逐项重复的要求不计。',
  },
  message: { en: 'The paragraph stands in line {line} already.', zh: '该段与第 {line} 行重复。' },
  bad: '健全社会保障体系，扩大失业保险覆盖面，完善最低生活保障制度。\n健全社会保障体系，扩大失业保险覆盖面，完善最低生活保障制度。',
  good: '健全社会保障体系，扩大失业保险覆盖面，完善最低生活保障制度。\n健全养老服务体系，发展普惠型养老服务和互助性养老。',
  run: (input) => {
    const repeats = repeatsOf(input);
    return repeats
      .filter(({ distance }, i) => distance <= SIDE_BY_SIDE || beginsPage(repeats, i))
      .map(({ line, first }) => ({ ...input.at(line.start, line.end), params: { line: first } }));
  },
};

interface Repeat {
  readonly line: BodyLine;
  /** Place among the lines of the body. */
  readonly index: number;
  /** How many lines above the same stands. */
  readonly distance: number;
  /** Line of the file where it stands first. */
  readonly first: number;
}

/** Paragraphs that stand above already. */
function repeatsOf(input: DocumentInput): Repeat[] {
  const kinds = lineKinds(input);
  const title = input.document?.title.replaceAll(/\s+/g, '');
  const seen = new Map<string, { index: number; line: number }>();
  return input.lines.flatMap((line, index): Repeat[] => {
    const text = line.text.replaceAll(/\s+/g, '');
    if (text.length < LEAST_LENGTH || UNREAD.has(kinds[index] ?? 'text') || !/[，。；]/.test(text))
      return [];
    // A page prints the title above the text and in it; a form has the same fields for each entry.
    if (title?.includes(text) === true || FIELD.test(text)) return [];
    const above = seen.get(text);
    if (above === undefined) {
      seen.set(text, { index, line: input.at(line.start, line.end).place.line });
      return [];
    }
    return [{ line, index, distance: index - above.index, first: above.line }];
  });
}

/** Neighbours that stand as far from what they repeat. */
function goesOn(before: Repeat | undefined, after: Repeat | undefined): boolean {
  return (
    before !== undefined &&
    after !== undefined &&
    after.index - before.index <= NEIGHBOURS &&
    after.distance === before.distance
  );
}

function isInPage(repeats: readonly Repeat[], at: number): boolean {
  let start = at;
  while (goesOn(repeats[start - 1], repeats[start])) start -= 1;
  let end = at;
  while (goesOn(repeats[end], repeats[end + 1])) end += 1;
  return end - start + 1 >= PAGE;
}

function beginsPage(repeats: readonly Repeat[], at: number): boolean {
  return !goesOn(repeats[at - 1], repeats[at]) && isInPage(repeats, at);
}
