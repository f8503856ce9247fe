import { valueAt } from '../../text/index.js';
import type { DocumentRule } from '../types.js';

/** O, l, I between digits, O at the end of a number (1OO个), l at the head of a year (l997年); but in a formula: Fe2O3. */
const LETTER_IN_NUMBER =
  /(?<=(?<![A-Za-z]\d{0,20})\d)[OolI](?=\d)|(?<=(?<![A-Za-z]\d{0,20})\d[Oo]{0,2})[Oo](?=[Oo]{0,2}(?![A-Za-z\d]))|(?<![A-Za-z\d])[lI](?=\d{3}年)/g;
/** A letter that is told as a misread digit stands in a text. */
export function hasLetterForDigit(text: string): boolean {
  return text.search(LETTER_IN_NUMBER) >= 0;
}

const DIGIT = new Map(Object.entries({ O: '0', o: '0', l: '1', I: '1' }));

/** Words text recognition is known to confuse. */
export const misreading: DocumentRule = {
  id: 'misreading',
  scope: 'document',
  group: 'text',
  severity: 'warning',
  title: { en: 'Likely misreading', zh: '疑似误识' },
  help: {
    en: 'Text recognition confuses characters of similar shape (己经 for 已经, 2O20 for 2020). The list is `lexicon/misreadings.tsv` of the corpus. Never fixed by itself: wording is yours.',
    zh: '文字识别易混淆形近字（如把“已经”认成“己经”、“2020”认成“2O20”）。词表为语料库的 lexicon/misreadings.tsv，不自动改字。',
  },
  message: {
    en: '"{text}" looks like a misreading of "{wanted}".',
    zh: '“{text}”疑为“{wanted}”之误。',
  },
  bad: '到2O25年，这项工作己经完成。',
  good: '到2025年，这项工作已经完成。',
  run: ({ lines, knowledge, at }) =>
    lines.flatMap((line) => [
      ...[...line.text.matchAll(LETTER_IN_NUMBER)].map((match) => {
        const start = line.start + match.index;
        return at(start, start + 1, { text: match[0], wanted: valueAt(DIGIT, match[0]) });
      }),
      ...knowledge.misreadings.flatMap(([wrong, right]) =>
        [...line.text.matchAll(new RegExp(wrong, 'gu'))].map((match) => {
          const start = line.start + match.index;
          return at(start, start + match[0].length, { text: match[0], wanted: right });
        }),
      ),
    ]),
};
