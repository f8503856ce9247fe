import { valueAt } from '../../text/index.js';
import type { DocumentRule } from '../types.js';

const HALF_MARKS = new Map(
  Object.entries({
    ',': '，',
    ';': '；',
    ':': '：',
    '?': '？',
    '!': '！',
  }),
);
const FULL = /[\uff05\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+/g;
const HALF = /[,;:?!](?<=[\u4e00-\u9fff”》）%]\s*[,;:?!])(?=\s*(?:[\u4e00-\u9fff“《（]|$))/g;
const BRACKETS = /\((?=[^()]*[\u4e00-\u9fff])([^()\n]{1,60})\)/g;
/** One of a pair in half width. */
const HALF_OPEN = /\((?=[^()（）\n]{1,60}）)/g;
const HALF_CLOSE = /(?<=（[^()（）\n]{1,60})\)/g;

/** Full-width digits or letters; half-width marks between Chinese characters. */
export const mixedWidth: DocumentRule = {
  id: 'mixed-width',
  scope: 'document',
  group: 'text',
  severity: 'warning',
  fixable: true,
  title: { en: 'Mixed width', zh: '全角半角混用' },
  help: {
    en: 'Digits, letters and % are half-width; marks and brackets between Chinese characters are full-width (GB/T 15834, GB/T 15835).',
    zh: '数字、字母和百分号用半角，汉字之间的标点和括号用全角（GB/T 15834、GB/T 15835）。',
  },
  message: { en: '"{text}" should be "{wanted}".', zh: '“{text}”应为“{wanted}”。' },
  bad: '增长１２％,就业稳定(见附表)。',
  good: '增长12%，就业稳定（见附表）。',
  run: ({ lines, at }) =>
    lines.flatMap((line) => {
      const replace = (
        { 0: text, index }: { readonly 0: string; readonly index: number },
        wanted: string,
      ) => {
        const start = line.start + index;
        const end = start + text.length;
        const fix = { start, end, text: wanted };
        return at(start, end, { text, wanted }, { fix });
      };
      return [
        ...[...line.text.matchAll(FULL)].map((match) => replace(match, toHalf(match[0]))),
        ...[...line.text.matchAll(HALF)].map((match) =>
          replace(match, valueAt(HALF_MARKS, match[0])),
        ),
        ...[...line.text.matchAll(HALF_OPEN)].map((match) => replace(match, '（')),
        ...[...line.text.matchAll(HALF_CLOSE)].map((match) => replace(match, '）')),
        ...[...line.text.matchAll(BRACKETS)].flatMap((match) => {
          const start = line.start + match.index;
          const end = start + match[0].length;
          return [
            replace({ 0: '(', index: match.index }, '（'),
            at(
              end - 1,
              end,
              { text: ')', wanted: '）' },
              { fix: { start: end - 1, end, text: '）' } },
            ),
          ];
        }),
      ];
    }),
};

function toHalf(text: string): string {
  return [...text].map((char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).join('');
}
