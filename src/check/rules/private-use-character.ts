import { codePoints } from '../../text/index.js';
import type { DocumentRule } from '../types.js';

/** A character that only one font knows. */
export const privateUseCharacter: DocumentRule = {
  id: 'private-use-character',
  scope: 'document',
  group: 'text',
  severity: 'error',
  title: { en: 'Private-use character', zh: '私有区字符' },
  help: {
    en: 'Private-use characters mean something in one font only; elsewhere the text is lost. Look the place up in the original.',
    zh: '私有区字符只在特定字体中有意义，换一处就无法辨认，请对照原文改正。',
  },
  message: { en: 'Private-use character {text}.', zh: '私有区字符 {text}。' },
  bad: '推进科技\ue123创新。',
  good: '推进科技创新。',
  run: ({ lines, at }) =>
    lines.flatMap((line) =>
      [...line.text.matchAll(/[\ue000-\uf8ff\u{f0000}-\u{10fffd}]/gu)].map((match) => {
        const start = line.start + match.index;
        const [code] = codePoints(match[0]);
        return at(start, start + match[0].length, { text: `U+${code}` });
      }),
    ),
};
