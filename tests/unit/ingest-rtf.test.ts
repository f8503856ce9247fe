import { describe, expect, it } from 'vitest';
import type { IngestOptions } from '../../src/ingest/index.js';
import { readBytes } from '../../src/ingest/index.js';
import { rtfText } from '../support/paper-writers.js';

const FONTS =
  '{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset134 SimSun;}{\\f2\\fcharset136 MingLiU;}}';
const rtf = (body: string): Uint8Array =>
  Buffer.from(`{\\rtf1\\ansi\\ansicpg936\\deff0${FONTS}${body}}`, 'latin1');

const read = (body: string, options?: IngestOptions) => readBytes(rtf(body), 'x.rtf', options);

async function lines(body: string, options?: IngestOptions): Promise<string[]> {
  return (await read(body, options)).text.replace(/\n$/, '').split('\n');
}

describe('characters of an RTF', () => {
  it.each([
    ['code page of the file', "\\'d6\\'d0\\'b9\\'fa", '中国'],
    ['the second byte as a letter', "\\'81H", '丠'],
    ['code page of the font', "\\f2\\'a4\\'a4\\'b0\\'ea", '中國'],
    ['a font that leaves it to the file', "\\f0\\'d6\\'d0", '中'],
    ['Unicode with one substitute', "\\uc1\\u20013?\\u22269\\'3f", '中国'],
    ['Unicode with two substitutes', "\\uc2\\u20013\\'d6\\'d0\\u22269\\'b9\\'fa", '中国'],
    ['Unicode without a substitute', '\\uc0\\u20013\\u22269 AB', '中国AB'],
    ['negative Unicode', '\\u-10179?\\u-8704?', '😀'],
    ['substitutes end with their group', '{\\uc4\\u20013?}国'.replace('国', "\\'b9\\'fa"), '中国'],
    ['line ends of the writer', "\\'d6\\'d0\r\n\\'b9\\'fa", '中国'],
    ['escaped signs', 'a\\{b\\}c\\\\', 'a{b}c\\'],
    ['named signs', 'a\\emdash b\\~c\\_d\\-e', 'a—b\u00a0c-de'],
    ['raw data', '\\bin3 }}}ab', 'ab'],
  ])('%s', async (_, body, expected) => {
    expect(await lines(body)).toEqual([expected]);
  });
});

const zh = rtfText;

describe('what is text of an RTF and what is not', () => {
  it.each([
    ['paragraphs', 'a\\par b\\line c\\par', ['a', 'b', 'c']],
    ['unknown destinations', 'a{\\*\\newthing b{c}}d', ['ad']],
    ['styles and pictures', '{\\stylesheet{\\s1 Heading;}}a{\\pict 0102}b', ['ab']],
    ['running heads', '{\\header h\\par}a{\\footerr f}', ['a']],
    ['a link', 'a{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt b}}c', ['abc']],
    ['a page number', 'a{\\field{\\*\\fldinst{ PAGE }}{\\fldrslt{7}}}c', ['ac']],
    ['hidden text', 'a{\\v b}c', ['ac']],
    ['a comment', 'a{\\*\\annotation b\\par}c', ['ac']],
    ['the Unicode twin', '{\\upr{a}{\\*\\ud{b}}}', ['b']],
    [
      'a number as it is written',
      `{\\listtext\\pard ${zh('一、')}\\tab}${zh('总则')}`,
      ['一、 总则'],
    ],
    ['an older number', '{\\pntext (1)\\tab}a', ['(1) a']],
    [
      'a box after its paragraph',
      'a{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt b\\par c\\par}}}d\\par e',
      ['ad', 'b', 'c', 'e'],
    ],
    ['a note at the end', 'a{\\footnote\\pard{\\chftn} b\\par}c\\par d', ['ac', 'd', '①b']],
    [
      'rows of a table',
      '\\trowd\\cellx1\\cellx2\\pard\\intbl a\\par b\\cell\\pard\\intbl c\\cell\\row\\pard d',
      ['a b\tc', 'd'],
    ],
    [
      'joined cells',
      '\\trowd\\clmgf\\cellx1\\clmrg\\cellx2\\cellx3\\pard\\intbl a\\cell\\cell b\\cell\\row',
      ['a\tb'],
    ],
    [
      'cells merged downwards, by their columns',
      '\\trowd\\clvmgf\\cellx1\\cellx2\\pard\\intbl a\\cell b\\cell\\row\\trowd\\clvmrg\\cellx1\\cellx2\\cellx3\\pard\\intbl\\cell c\\cell d\\cell\\row',
      ['a\tb', 'a\tc\td'],
    ],
    [
      'a table in a cell',
      '\\trowd\\cellx1\\cellx2\\pard\\intbl a\\par\\pard\\intbl\\itap2 b\\nestcell c\\nestcell{\\*\\nesttableprops\\trowd\\cellx1\\cellx2\\nestrow}\\pard\\intbl\\cell d\\cell\\row',
      ['a b c\td'],
    ],
    ['a row that is not ended', '\\pard\\intbl a\\cell b', ['a\tb']],
  ])('%s', async (_, body, expected) => {
    expect(await lines(body)).toEqual(expected);
  });

  it.each([
    ['accept', ['a新c']],
    ['reject', ['a旧c']],
  ] as const)('tracked changes: %s', async (trackChanges, expected) => {
    const body = `a{\\deleted ${zh('旧')}}{\\revised ${zh('新')}}c`;
    const { text, diagnostics } = await read(body, { trackChanges });
    expect(text.trimEnd().split('\n')).toEqual(expected);
    expect(diagnostics).toMatchObject([
      { code: 'ingest/tracked-changes', params: { inserted: 1, deleted: 1 } },
    ]);
  });

  it('keeps headings, paragraphs and roles', async () => {
    const { hints, places } = await read('\\outlinelevel0 a\\par\\pard b\\par{\\footnote c}d');
    expect(hints).toEqual([
      { start: 0, outline: 1 },
      { start: 6, role: 'footnote' },
    ]);
    expect(places.map(({ paragraph }) => paragraph)).toEqual([1, 2, 3]);
  });

  it('keeps a heading whose number is a gap alone, as LibreOffice writes them', async () => {
    const { text, hints, diagnostics } = await read(
      '\\pard\\outlinelevel1{\\listtext\\pard\\plain \\tab}\\ls1 a\\par\\pard b',
    );
    expect(text).toBe('a\nb\n');
    expect(hints).toEqual([{ start: 0, outline: 2 }]);
    expect(diagnostics).toEqual([]);
  });

  it('says that numbers are lost, and characters', async () => {
    const numbers = await read('\\pard\\ls1 a\\par\\pard b');
    expect(numbers.diagnostics).toMatchObject([
      { code: 'ingest/lost-numbers', params: { count: 1 } },
    ]);
    const characters = await read("a\\'ff\\'ff\\par");
    expect(characters.diagnostics).toMatchObject([{ code: 'ingest/lost-characters' }]);
  });
});

describe('a bad RTF', () => {
  it.each([
    ['cut off', rtf('a').subarray(0, -1), 'ingest/rtf-broken'],
    ['without text', rtf('\\par'), 'ingest/empty'],
    ['nesting without end', Buffer.from(`{\\rtf1${'{'.repeat(5000)}`), 'ingest/too-deep'],
  ])('%s', async (_, bytes, code) => {
    await expect(readBytes(bytes, 'x.rtf')).rejects.toMatchObject({
      code,
      params: { path: 'x.rtf' },
    });
  });
});
