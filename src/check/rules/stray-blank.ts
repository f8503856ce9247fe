import { lineKinds } from '../blocks.js';
import type { DocumentRule } from '../types.js';

/** Han, Chinese marks and digits: between two of them Chinese text has no blank. */
const TIGHT =
  '[\\u3400-\\u9fff\\u3001\\u3002\\uff08\\uff09\\uff0c\\uff1a\\uff1b\\uff01\\uff1f\\u201c\\u201d\\u300a\\u300b]';
const BLANKS = '[ \\t\\u00a0\\u3000\\u2000-\\u200a\\u202f\\u205f]+';
const STRAY = new RegExp(
  `(?<=${TIGHT})${BLANKS}(?=${TIGHT}|[0-9])|(?<=[0-9%])${BLANKS}(?=${TIGHT})`,
  'g',
);
/** `张　三`: names of two characters are spread in lists of names. */
const SPREAD_NAME = /(?:^|[、，：\s（])[\u4e00-\u9fff]$/;
const NAME_END = /^[\u4e00-\u9fff](?:$|[、，。\s）])/;

/** A blank inside running Chinese text. */
export const strayBlank: DocumentRule = {
  id: 'stray-blank',
  scope: 'document',
  group: 'text',
  severity: 'warning',
  fixable: true,
  title: { en: 'Blank inside Chinese text', zh: '文中多余空格' },
  help: {
    en: 'Typesetting leaves blanks between characters or around digits; they break searching and comparing. Blanks between Latin words, at line ends, in tables and in spread names (张　三) are left alone.',
    zh: '排版常在汉字之间或数字两侧留下空格，妨碍检索和比对。西文单词之间、行首行尾、表格和姓名中的空格不计。',
  },
  message: { en: 'A blank stands inside the text.', zh: '文中有多余空格。' },
  bad: '推进科技 创新，建设 3 个实验室。',
  good: '推进科技创新，建设3个实验室。',
  run: (input) => {
    const { lines, at } = input;
    const kinds = lineKinds(input);
    return lines.flatMap((line, i) => {
      // A letterhead parts issuers by blanks.
      if (line.text.includes('\t') || kinds[i] === 'element') return [];
      return [...line.text.matchAll(STRAY)].flatMap((match) => {
        const start = line.start + match.index;
        const end = start + match[0].length;
        const before = line.text.slice(0, match.index);
        const after = line.text.slice(match.index + match[0].length);
        if (SPREAD_NAME.test(before) && NAME_END.test(after)) return [];
        // A marker and its heading: "一、 总体要求" is stray too, "附件 名单" is a form.
        if (/^附\s*件\d*$/.test(before.trim())) return [];
        return [at(start, end, {}, { fix: { start, end, text: '' } })];
      });
    });
  },
};
