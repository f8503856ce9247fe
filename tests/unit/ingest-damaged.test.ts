import * as xlsx from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readBytes } from '../../src/ingest/index.js';
import { isWellFormed } from '../../src/ingest/xml-form.js';
import { UserError } from '../../src/text/index.js';
import { odt, paperDoc, rtfText } from '../support/paper-writers.js';
import {
  richBook,
  richDocx,
  richHtml,
  richMhtml,
  richOdt,
  richOfd,
  richRtf,
  richText,
} from '../support/rich-papers.js';

/** Damage that leaves something to read is told, with what it is and where; a whole file says nothing. */

beforeEach(() => {
  vi.stubEnv('DUIBIAO_SOFFICE', 'none');
});

async function told(bytes: Uint8Array, path: string): Promise<string[]> {
  try {
    const { diagnostics } = await readBytes(bytes, path);
    return diagnostics
      .filter(({ code }) => code.startsWith('ingest/damaged'))
      .map(({ code, params }) => `${code.slice(15)} ${params?.parts ?? params?.count}`);
  } catch (error) {
    if (error instanceof UserError) return [error.code];
    throw error;
  }
}

/** The bytes with the first of some replaced by as many others. */
function replaced(bytes: Uint8Array, from: string, to: string, encoding: BufferEncoding = 'utf8') {
  const copy = Buffer.from(bytes);
  const at = copy.indexOf(Buffer.from(from, encoding));
  expect(at).toBeGreaterThanOrEqual(0);
  copy.set(Buffer.from(to, encoding), at);
  return copy;
}

const stored = (bytes: Uint8Array): Uint8Array => zipSync(unzipSync(bytes), { level: 0 });
function repacked(bytes: Uint8Array, name: string, change: (text: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const part = parts[name];
  expect(part).toBeDefined();
  return zipSync({ ...parts, [name]: strToU8(change(Buffer.from(part ?? []).toString())) });
}
const without = (bytes: Uint8Array, name: string): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(unzipSync(bytes)).filter(([own]) => own !== name)));

describe('a whole file says nothing of damage', () => {
  it.each([
    ['x.docx', richDocx()],
    ['x.odt', richOdt()],
    ['x.ofd', richOfd()],
    ['x.xlsx', richBook('xlsx')],
    ['x.xls', richBook('biff8')],
    ['x.doc', paperDoc()],
    ['x.rtf', richRtf()],
    ['x.mht', richMhtml()],
    ['x.html', richHtml()],
    ['x.zip', zipSync({ 'a.txt': richText() })],
  ])('%s', async (path, bytes) => {
    expect(await told(bytes, path)).toEqual([]);
  });
});

describe('packed files', () => {
  it.each([
    [
      'a byte of the text, against the checksum',
      replaced(stored(richDocx()), '某市节水', '某县节水'),
      'x.docx',
      ['parts word/document.xml'],
    ],
    [
      'the name of a part',
      replaced(stored(richDocx()), 'word/footnotes.xmlPK', 'word/footnotez.xmlPK'),
      'x.docx',
      ['parts word/document.xml, word/footnotes.xml, word/footnotez.xml'],
    ],
    [
      'a note that is gone',
      without(richDocx(), 'word/footnotes.xml'),
      'x.docx',
      ['parts word/document.xml, word/footnotes.xml'],
    ],
    [
      'numbers that are gone',
      without(richDocx(), 'word/numbering.xml'),
      'x.docx',
      ['parts word/numbering.xml'],
    ],
    [
      'XML that is none',
      repacked(richDocx(), 'word/document.xml', (text) => text.replace('<w:tr>', '<w:tr<')),
      'x.docx',
      ['parts word/document.xml'],
    ],
    [
      'a page of an OFD without a place',
      repacked(richOfd(), 'Doc_0/Document.xml', (text) =>
        text.replace('<ofd:Page ', '<ofd:Page ID="3"/><ofd:Page '),
      ),
      'x.ofd',
      ['parts Doc_0/Document.xml'],
    ],
    [
      'a template that is none',
      repacked(richOfd(), 'Doc_0/Document.xml', (text) => text.replace('ID="9"', 'ID="8"')),
      'x.ofd',
      ['parts Doc_0/Pages/P1/Content.xml, Doc_0/Pages/P2/Content.xml, Doc_0/Pages/P3/Content.xml'],
    ],
    [
      'styles that a manifest promises',
      without(
        odt('<text:p>某市方案</text:p>', '', { 'META-INF/manifest.xml': strToU8('<m/>') }),
        'styles.xml',
      ),
      'x.odt',
      ['parts styles.xml'],
    ],
    [
      'a sheet',
      repacked(richBook('xlsx'), 'xl/worksheets/sheet1.xml', (text) =>
        text.replace('</row>', '<row>'),
      ),
      'x.xlsx',
      ['parts xl/worksheets/sheet1.xml'],
    ],
    [
      'a paper in an archive',
      replaced(stored(zipSync({ 'a.txt': richText() })), '节水行动', '用水行动'),
      'x.zip',
      ['parts a.txt'],
    ],
  ])('%s', async (_name, bytes, path, expected) => {
    expect(await told(bytes, path)).toEqual(expected);
  });

  it('pass over what holds no text', async () => {
    const book = repacked(richBook('xlsx'), 'xl/theme/theme1.xml', (text) => text.slice(9));
    expect(await told(book, 'x.xlsx')).toEqual([]);
  });
});

describe('XML', () => {
  it.each([
    '<a/>',
    '\ufeff<?xml version="1.0"?>\n<a b="1" c = \'2 > 1\'><!-- < & --><b>x &amp; y &#x4e2d; ]] ></b ><![CDATA[ <&> ]]></a>\n',
    '<w:a xmlns:w="x"><w:文 w:b=""/></w:a>',
  ])('that keeps the rules: %s', (text) => {
    expect(isWellFormed(Buffer.from(text))).toBe(true);
  });

  it.each([
    '',
    'a',
    '<a>',
    '<a></b>',
    '<a><b></a></b>',
    '<a/><b/>',
    '<a/>文',
    '<a b=1/>',
    '<a b="1"c="2"/>',
    '<a b="<"/>',
    '<a b="1/>',
    '<a b/>',
    '<a>&</a>',
    '<a>&amp</a>',
    '<a>\0</a>',
    '<a><!-- </a>',
    '<1/>',
    '</a>',
  ])('that does not: %j', (text) => {
    expect(isWellFormed(Buffer.from(text))).toBe(false);
  });
});

const rtf = (body: string): Uint8Array =>
  Buffer.from(`{\\rtf1\\ansi\\ansicpg936\\uc1 ${body}}`, 'latin1');
const zh = rtfText;

describe('an RTF', () => {
  it.each([
    ['a star in the text', `${zh('甲')}\\*${zh('乙')}`, ['places 1'], '甲乙'],
    ['a star behind a word', `{\\b \\*${zh('甲')}}${zh('乙')}`, ['places 1'], '甲乙'],
    ['a star and an unknown word', `{\\*\\new ${zh('甲')}}${zh('乙')}`, [], '乙'],
    ['a star on the next line', `{\n\\*\\new ${zh('甲')}}${zh('乙')}`, [], '乙'],
    ['what drops text, in the text', `${zh('甲')}\\sp120 ${zh('乙')}`, ['places 1'], '甲乙'],
    ['what drops text, behind a word', `{\\b\\pict 00}${zh('乙')}`, ['places 1'], '乙'],
    ['what drops text, behind text', `{${zh('甲')}\\info ${zh('乙')}}`, ['places 1'], '甲乙'],
    ['noughts', `${zh('甲')}\0\0\0${zh('乙')}`, ['places 1'], '甲乙'],
    ['a byte that is none', `${zh('甲')}\\'zz`, ['places 1'], '甲zz'],
    ['a character that is none', `${zh('甲')}\\u70000?`, ['places 1'], '甲\u1170'],
    ['text behind its end', `${zh('甲')}}${zh('乙')}`, ['places 2'], '甲乙'],
    [
      'data that does not end its group',
      `${zh('甲')}{\\pict\\bin1 ab}${zh('乙')}`,
      ['places 1'],
      '甲乙',
    ],
  ])('%s', async (_name, body, expected, text) => {
    expect(await told(rtf(body), 'x.rtf')).toEqual(expected);
    const source = await readBytes(rtf(body), 'x.rtf');
    expect(source.text.trim()).toBe(text);
  });

  it('has no half of a character', async () => {
    const source = await readBytes(rtf(`${zh('甲')}\\u-10179?${zh('乙')}`), 'x.rtf');
    expect(source.text).toBe('甲\ufffd乙\n');
    expect(source.diagnostics.map(({ code }) => code)).toEqual(['ingest/lost-characters']);
  });
});

const PAGE = `<html><body><h1>某市方案</h1><p>${'推进各项工作落地见效。'.repeat(20)}</p></body></html>`;
const part = (type: string, how: string, body: string, border = '--b'): string =>
  `${border}\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${how}\r\n\r\n${body}\r\n`;
const mht = (...parts: string[]): Uint8Array =>
  Buffer.from(
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n${parts.join('')}`,
    'utf8',
  );
const base64 = Buffer.from(PAGE).toString('base64').replaceAll(/.{76}/g, '$&\r\n');
const quoted = [...Buffer.from(PAGE)]
  .map((byte) => (byte >= 0x80 ? `=${byte.toString(16)}` : String.fromCharCode(byte)))
  .join('');
const END = '--b--\r\n';

describe('a saved page', () => {
  it.each([
    ['whole, in base64', mht(part('text/html', 'base64', base64), END), []],
    ['whole, quoted', mht(part('text/html', 'quoted-printable', quoted), END), []],
    [
      'whole, as it is',
      mht(part('text/html', '8bit', PAGE), part('image/png', 'base64', 'i'), END),
      [],
    ],
    ['without its end', mht(part('text/html', '8bit', PAGE)), ['places 1']],
    [
      'with a sign that base64 has not',
      mht(part('text/html', 'base64', base64.replace('\r\n', '!\r\n')), END),
      ['places 3'],
    ],
    [
      'with a line of base64 cut',
      mht(part('text/html', 'base64', base64.slice(8)), END),
      ['places 1'],
    ],
    [
      'with half an escape',
      mht(part('text/html', 'quoted-printable', quoted.replace('<h1>', '<h1>=g6')), END),
      ['places 1'],
    ],
    ['in no encoding there is', mht(part('text/html', 'base46', PAGE), END), ['places 1']],
    [
      'of no type there is',
      mht(part('text/htmm', '8bit', '<p>甲</p>'), part('text/html', '8bit', PAGE), END),
      ['places 1'],
    ],
    [
      'with a border gone before it',
      mht(part('text/html', '8bit', '<p>甲</p>', '-+b'), part('text/html', '8bit', PAGE), END),
      ['places 1'],
    ],
    [
      'with a border gone behind it',
      mht(part('text/html', '8bit', PAGE), part('text/css', '8bit', 'p {}', '-+b'), END),
      ['places 1'],
    ],
    [
      'with text among its headers',
      Buffer.from(
        mht(part('text/html', '8bit', `${PAGE}\r\n\r\n${PAGE}`), END)
          .toString()
          .replace('8bit\r\n\r\n', '8bit\r\n'),
      ),
      ['places 1'],
    ],
  ])('%s', async (_name, bytes, expected) => {
    expect(await told(bytes, 'x.mht')).toEqual(expected);
  });
});

describe('a page', () => {
  const prose = '推进各项工作落地见效，完善统筹协调机制。'.repeat(4);
  it.each([
    ['sloppy, and nothing lost', `<p>${prose}<p>${prose}<!-- 甲 --><script>"甲"</script><b`, []],
    ['a comment that never ends', `<p>${prose}</p><!-- <p>${prose}</p>`, ['places 1']],
    [
      'a script that never ends',
      `<p>${prose}</p><script>x = 1;</scrpt><p>${prose}</p>`,
      ['places 1'],
    ],
    ['a tag that never ends', `<p>${prose}</p><p class="a><b>${prose}</b></p>`, ['places 1']],
    [
      'a quotation mark gone',
      `<p>${prose}</p><p class="a>${prose}</p><p class="b">${prose}</p>`,
      ['places 1'],
    ],
    [
      'the end of a tag gone',
      `<p>${prose}</p><p class="a"${prose}</p><p>${prose}</p>`,
      ['places 1'],
    ],
  ])('%s', async (_name, body, expected) => {
    expect(await told(Buffer.from(`<html><body>${body}`), 'x.html')).toEqual(expected);
  });
});

describe('a workbook of Excel 97', () => {
  const book = (): Buffer => {
    const made = xlsx.utils.book_new();
    for (const name of ['甲', '乙']) {
      const rows = Array.from({ length: 9 }, (_, i) => [i, `${name}第${i}项任务`, '市水务局']);
      xlsx.utils.book_append_sheet(made, xlsx.utils.aoa_to_sheet(rows), name);
    }
    return Buffer.from(xlsx.write(made, { type: 'buffer', bookType: 'biff8', bookSST: true }));
  };
  /** Where the nth record of an id stands. */
  function record(bytes: Buffer, id: number, nth = 0): number {
    let at = bytes.indexOf(Buffer.from('0908100000060500', 'hex'));
    for (let seen = 0; ; at += 4 + bytes.readUInt16LE(at + 2)) {
      if (bytes.readUInt16LE(at) !== id) continue;
      if (seen === nth) return at;
      seen += 1;
    }
  }
  const TEXT = 0xfd;
  it.each<[string, (bytes: Buffer) => void, string[]]>([
    ['whole', () => undefined, []],
    [
      'a text of no number',
      (b) => b.writeUInt32LE(900, record(b, TEXT) + 10),
      ['ingest/sheet-broken'],
    ],
    [
      'two texts at one place',
      (b) => b.writeUInt16LE(b.readUInt16LE(record(b, TEXT) + 4), record(b, TEXT, 2) + 4),
      ['places 1'],
    ],
    [
      'noughts in its rows',
      (b) => b.fill(0, record(b, TEXT), record(b, TEXT) + 40),
      ['ingest/sheet-broken'],
    ],
    [
      'noughts in its texts',
      (b) =>
        b.fill(
          0,
          b.indexOf(Buffer.from('第1项', 'utf16le')),
          b.indexOf(Buffer.from('第1项', 'utf16le')) + 4,
        ),
      ['places 1'],
    ],
    [
      'a length of a text',
      (b) => b.writeUInt16LE(40, record(b, 0xfc) + 12),
      ['ingest/sheet-broken'],
    ],
    [
      'a length of a record',
      (b) => b.writeUInt16LE(9000, record(b, TEXT) + 2),
      ['ingest/sheet-broken'],
    ],
    [
      'the place of a sheet',
      (b) => b.writeUInt32LE(7, record(b, 0x85) + 4),
      ['parts 甲', 'places 1'],
    ],
    [
      'its records from the start',
      (b) => b.writeUInt8(7, record(b, 0x809)),
      ['ingest/sheet-broken'],
    ],
    [
      'a list of sectors that goes round',
      (b) => {
        const fat = (b.readUInt32LE(76) + 1) * 512;
        b.writeUInt32LE(b.readUInt32LE(48), fat + 4 * b.readUInt32LE(48));
      },
      ['ingest/sheet-broken'],
    ],
  ])('%s', async (_name, wound, expected) => {
    const bytes = book();
    wound(bytes);
    expect(await told(bytes, 'x.xls')).toEqual(expected);
  });

  it('cut short of a sector', async () => {
    const bytes = book();
    expect(await told(Buffer.concat([bytes, bytes.subarray(0, 9)]), 'x.xls')).toEqual(['places 1']);
  });
});

describe('an old Word file', () => {
  it('overwritten with noughts', async () => {
    const bytes = Buffer.from(paperDoc());
    const at = bytes.indexOf(Buffer.from('节约', 'utf16le'));
    expect(at).toBeGreaterThan(0);
    bytes.fill(0, at, at + 8);
    expect(await told(bytes, 'x.doc')).toEqual(['places 1']);
  });
});
