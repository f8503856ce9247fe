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

/** A run of text on a page of a made-up OFD: millimetres, from the top left corner. */
export interface OfdRun {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  /** More attributes of its TextObject, and of its TextCode. */
  readonly object?: string;
  readonly code?: string;
}

const OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"';

const ofdText = ({ x, y, text, size = 5, object = '', code }: OfdRun): string =>
  `<ofd:TextObject Boundary="${x} ${y} 200 10" Size="${size}" Font="1" ${object}><ofd:TextCode X="0" Y="${size}" ${code ?? `DeltaX="g ${text.length - 1} ${size}"`}>${text}</ofd:TextCode></ofd:TextObject>`;

const ofdLayer = (inside: string): string =>
  `<ofd:Content><ofd:Layer>${inside}</ofd:Layer></ofd:Content>`;

/** An OFD of A4 pages; the template, if there is one, lies under each. */
export function ofd(
  pages: readonly (readonly OfdRun[])[],
  template: readonly OfdRun[] = [],
  more: Record<string, Uint8Array> = {},
): Uint8Array {
  const parts: Record<string, Uint8Array> = {
    'OFD.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><ofd:OFD ${OFD} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    ),
    'Doc_0/Document.xml': strToU8(
      `<ofd:Document ${OFD}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:TemplatePage ID="9" BaseLoc="Tpls/Content.xml"/></ofd:CommonData><ofd:Pages>${pages.map((_, i) => `<ofd:Page ID="${i + 10}" BaseLoc="${i % 2 === 0 ? '' : '/Doc_0/'}Pages/P${pages.length - i}/Content.xml"/>`).join('')}</ofd:Pages></ofd:Document>`,
    ),
    'Doc_0/Tpls/Content.xml': strToU8(
      `<ofd:Page ${OFD}>${ofdLayer(template.map(ofdText).join(''))}</ofd:Page>`,
    ),
  };
  for (const [i, runs] of pages.entries())
    parts[`Doc_0/Pages/P${pages.length - i}/Content.xml`] = strToU8(
      `<ofd:Page ${OFD}><ofd:Template TemplateID="9"/>${ofdLayer(runs.map(ofdText).join(''))}</ofd:Page>`,
    );
  return zipSync({ ...parts, ...more });
}

/** 28 characters a line, first lines indented by two, page numbers at the foot. */
export function paperOfd(): Uint8Array {
  const lines: Omit<OfdRun, 'y'>[] = [];
  for (const parts of PARAGRAPHS) {
    const text = parts.join('');
    lines.push({ x: 45, text: text.slice(0, 26) });
    for (let at = 26; at < text.length; at += 28)
      lines.push({ x: 35, text: text.slice(at, at + 28) });
  }
  const pages = [lines.slice(0, 12), lines.slice(12)].map((page, i) => [
    ...(i === 0 ? [{ x: 75, y: 35, text: TITLE, size: 6.5 }] : []),
    ...page.map((run, n) => ({ ...run, y: 50 + 10 * n })),
    { x: 95, y: 280, text: `— ${i + 1} —`, size: 4.5, code: '' },
  ]);
  return ofd(pages);
}
