import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { PARAGRAPHS, TITLE } from './one-paper.js';
import { ROOT } from './root.js';

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

const SPACES = ['office:1.0', 'text:1.0', 'table:1.0', 'style:1.0', 'drawing:1.0']
  .map((name) => `xmlns:${name.slice(0, -4)}="urn:oasis:names:tc:opendocument:xmlns:${name}"`)
  .join(' ');

/** An OpenDocument text from the inside of its body and of its styles. */
export function odt(body: string, styles = '', more: Record<string, Uint8Array> = {}): Uint8Array {
  const part = (root: string, inside: string): Uint8Array =>
    strToU8(`<office:${root} ${SPACES}>${inside}</office:${root}>`);
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': part(
      'document-content',
      `<office:body><office:text>${body}</office:text></office:body>`,
    ),
    'styles.xml': part('document-styles', styles),
    ...more,
  });
}

const LIST = `<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-suffix="、" style:num-format="一, 二, 三, ..."><style:list-level-label-alignment text:label-followed-by="nothing"/></text:list-level-style-number><text:list-level-style-number text:level="2" style:num-prefix="（" style:num-suffix="）" style:num-format="一, 二, 三, ..."><style:list-level-label-alignment text:label-followed-by="nothing"/></text:list-level-style-number></text:list-style>`;

export function paperOdt(): Uint8Array {
  const body = PARAGRAPHS.map(([number, text]) => {
    const p = `<text:p>${text}</text:p>`;
    if (number === '') return p;
    const item = (inside: string): string => `<text:list-item>${inside}</text:list-item>`;
    const inside = number.endsWith('、') ? item(p) : item(`<text:list>${item(p)}</text:list>`);
    return `<text:list text:style-name="L" text:continue-numbering="true">${inside}</text:list>`;
  });
  return odt(`<text:p>${TITLE}</text:p>${body.join('')}`, LIST);
}

/** Saved by LibreOffice 7.4 from the one paper, its numbers typed. */
export const paperDoc = (): Uint8Array => wordFile('paper.doc');

/** `numbered.doc`: automatic numbers, a heading, a note, a table with merged cells, a running head. */
export const wordFile = (name: string): Uint8Array =>
  readFileSync(join(ROOT, 'tests/support/files', name));
