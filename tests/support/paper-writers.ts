import { PARAGRAPHS, TITLE } from './one-paper.js';

/** The one paper in formats whose files are written by hand. */

/** Unicode escapes of an RTF, each with a question mark for readers that know none. */
export const rtfText = (text: string): string =>
  text.replace(/[^\x20-\x7e]/g, (character) => `\\u${character.charCodeAt(0)}?`);

export function paperRtf(): Uint8Array {
  const body = PARAGRAPHS.map(([number, text]) => {
    const mark = number === '' ? '' : `{\\listtext\\pard ${rtfText(number)}}\\ls1`;
    return `\\pard${mark} ${rtfText(text)}\\par`;
  });
  return Buffer.from(
    `{\\rtf1\\ansi\\ansicpg936\\uc1{\\fonttbl{\\f0\\fcharset134 SimSun;}}\n\\pard ${rtfText(TITLE)}\\par\n${body.join('\n')}}`,
    'latin1',
  );
}
