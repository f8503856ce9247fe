/** Papers with one very long unit, in every format that can be written in a few lines. */

import * as xlsx from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';

const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const zipOf = (parts) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
const linesOf = (unit) => ['某市方案', '一、总体要求', unit, '二、城市更新', '完善服务体系。'];

function docx(body) {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const kind = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${kind}"/></Types>`,
    'word/document.xml': `<w:document ${w}><w:body>${body}</w:body></w:document>`,
  });
}
const wordLine = (text) => `<w:p><w:r><w:t>${escaped(text)}</w:t></w:r></w:p>`;

function odt(unit) {
  const spaces = ['office', 'text', 'table'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  const body = linesOf(unit).map((line) => `<text:p>${escaped(line)}</text:p>`);
  return zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content ${spaces.join(' ')}><office:body><office:text>${body.join('')}</office:text></office:body></office:document-content>`,
  });
}

function ofd(unit) {
  const ns = 'xmlns:ofd="http://www.ofdspec.org/2016"';
  const objects = linesOf(unit).map(
    (line, i) =>
      `<ofd:TextObject Boundary="20 ${20 + 10 * i} 170 10" Size="5" Font="1"><ofd:TextCode X="0" Y="5" DeltaX="g ${line.length - 1} 5">${escaped(line)}</ofd:TextCode></ofd:TextObject>`,
  );
  return zipOf({
    'OFD.xml': `<ofd:OFD ${ns} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `<ofd:Document ${ns}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/P/Content.xml"/></ofd:Pages></ofd:Document>`,
    'Doc_0/Pages/P/Content.xml': `<ofd:Page ${ns}><ofd:Content><ofd:Layer>${objects.join('')}</ofd:Layer></ofd:Content></ofd:Page>`,
  });
}

/** A cell holds 32,767 characters at most: the unit goes on in the cells beside it. */
function xlsxOf(unit) {
  const cells = unit.match(/[\s\S]{1,32767}/gu) ?? [];
  const book = xlsx.utils.book_new();
  const rows = linesOf('').map((line) => (line === '' ? cells : [line]));
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows), '表');
  return new Uint8Array(xlsx.write(book, { type: 'array', bookType: 'xlsx' }));
}

const rtf = (unit) =>
  `{\\rtf1\\ansi ${linesOf(unit)
    .map((line) => line.replaceAll(/[^ -~]|[\\{}]/gu, (char) => `\\u${char.charCodeAt(0)}?`))
    .join('\\par ')}\\par}`;

/** One page whose third line is the unit, in the standard Chinese font. */
function pdf(unit) {
  const hex = (text) =>
    [...text].map((char) => char.charCodeAt(0).toString(16).padStart(4, '0')).join('');
  const drawn = linesOf(unit).map(
    (line, i) => `BT /F 16 Tf 1 0 0 1 60 ${760 - 28 * i} Tm <${hex(line)}> Tj ET`,
  );
  const stream = drawn.join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 4 0 R >> >> /Contents 6 0 R >>',
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [5 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 700 /StemV 93 >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
  ];
  let out = '%PDF-1.7\n';
  const offsets = objects.map((body, i) => {
    const offset = out.length;
    out += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${`${offset}`.padStart(10, '0')} 00000 n \n`).join('');
  return `${out}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${out.length}\n%%EOF\n`;
}

const htmlOf = (unit) =>
  `<article><h1>某市方案</h1><p>一、总体要求</p><p>推进城市更新，改造老旧小区。</p><table><tr><td>${escaped(unit)}</td><td>甲</td></tr></table><p>二、城市更新</p><p>完善服务体系，加强生态环境保护。</p></article>`;

/** By name: the ending and what makes the file; a name tells where the unit stands. */
export const PLACES = {
  txt: ['txt', (unit) => linesOf(unit).join('\n')],
  md: [
    'md',
    (unit) => `# 某市方案\n\n## 一、总体要求\n\n${unit}\n\n## 二、${unit}\n\n完善服务体系。\n`,
  ],
  html: ['html', htmlOf],
  mht: [
    'mht',
    (unit) =>
      `From: <x>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html; charset="utf-8"\nContent-Transfer-Encoding: base64\n\n${Buffer.from(htmlOf(unit)).toString('base64').replaceAll(/.{76}/g, '$&\n')}\n--b--\n`,
  ],
  docx: ['docx', (unit) => docx(linesOf(unit).map(wordLine).join(''))],
  cell: [
    'docx',
    (unit) =>
      docx(
        `${linesOf('').map(wordLine).join('')}<w:tbl><w:tr><w:tc>${wordLine('甲')}</w:tc><w:tc>${wordLine(unit)}</w:tc></w:tr></w:tbl>`,
      ),
  ],
  odt: ['odt', odt],
  ofd: ['ofd', ofd],
  xlsx: ['xlsx', xlsxOf],
  rtf: ['rtf', rtf],
  pdf: ['pdf', pdf],
};
