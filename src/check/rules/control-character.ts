import type { DocumentRule } from '../types.js';

/** C0 and C1 controls, zero-width and direction marks, the replacement character; tabs are blanks. */
const CONTROL =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffd]/g;

/** Characters without a place in a text. */
export const controlCharacter: DocumentRule = {
  id: 'control-character',
  scope: 'document',
  group: 'text',
  severity: 'error',
  title: { en: 'Control or invisible character', zh: '控制字符或不可见字符' },
  help: {
    en: 'Control characters, zero-width marks and direction marks come from copying and hide in searches; U+FFFD means a character was lost.',
    zh: '控制字符、零宽字符和方向标记多由复制带入，妨碍检索；U+FFFD 表示有字已丢失。',
  },
  message: { en: 'Control or invisible character {text}.', zh: '控制字符或不可见字符 {text}。' },
  bad: '推进\u200b科技创新。',
  good: '推进科技创新。',
  run: ({ lines, at }) =>
    lines.flatMap((line) =>
      [...line.text.matchAll(CONTROL)].map((match) => {
        const start = line.start + match.index;
        return at(start, start + 1, { text: nameOf(match[0]) });
      }),
    ),
};

function nameOf(char: string): string {
  return `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
