import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readBytes } from '../../src/ingest/index.js';
import { type OfdRun, ofd } from '../support/paper-writers.js';

const read = (pages: readonly (readonly OfdRun[])[], template?: readonly OfdRun[]) =>
  readBytes(ofd(pages, template), 'x.ofd');

async function lines(...runs: readonly OfdRun[]): Promise<string[]> {
  const { text } = await read([runs]);
  return text.split('\n').filter((line) => line !== '');
}

describe('lines of an OFD', () => {
  it.each<[string, readonly OfdRun[], readonly string[]]>([
    [
      'from the top down',
      [
        { x: 30, y: 60, text: '乙' },
        { x: 30, y: 50, text: '甲' },
      ],
      ['甲', '乙'],
    ],
    [
      'pieces of one line',
      [
        { x: 30, y: 50, text: '甲乙' },
        { x: 40, y: 50, text: '丙' },
      ],
      ['甲乙丙'],
    ],
    [
      'a piece placed by a matrix',
      [
        { x: 0, y: 0, text: '甲乙', size: 1, code: 'DeltaX="1"', object: 'CTM="5 0 0 5 30 50"' },
        { x: 40, y: 49, text: '丙' },
      ],
      ['甲乙丙'],
    ],
    ['distances one by one', [{ x: 30, y: 50, text: '甲乙丙', code: 'DeltaX="5 5"' }], ['甲乙丙']],
    ['letter-spaced titles', [{ x: 30, y: 50, text: '通知', code: 'DeltaX="20"' }], ['通知']],
    [
      'wide gaps between words',
      [{ x: 30, y: 50, text: '甲乙丙丁', code: 'DeltaX="5 25 5"' }],
      ['甲乙　丙丁'],
    ],
    ['Latin words', [{ x: 30, y: 50, text: 'GDP per head', code: '' }], ['GDP per head']],
    [
      'bold drawn twice',
      [
        { x: 30, y: 50, text: '甲乙' },
        { x: 30.1, y: 50, text: '甲乙' },
      ],
      ['甲乙'],
    ],
  ])('%s', async (_, runs, expected) => {
    expect(await lines(...runs)).toEqual(expected);
  });

  it('takes pages in the order of the document, with their numbers', async () => {
    const { text, places, layout } = await read([
      [{ x: 30, y: 50, text: '第一页' }],
      [{ x: 30, y: 50, text: '第二页' }],
      [{ x: 30, y: 50, text: '第三页' }],
    ]);
    expect(text).toBe('第一页\n第二页\n第三页\n');
    expect(places).toEqual([
      { start: 0, page: 1 },
      { start: 4, page: 2 },
      { start: 8, page: 3 },
    ]);
    expect(layout).toBe('wrapped');
  });

  it('lays the template under each page, where it is a running head', async () => {
    const page = [{ x: 30, y: 50, text: '正文' }];
    const { text, hints } = await read([page, page, page], [{ x: 30, y: 10, text: '某市公报' }]);
    expect(text.split('\n').filter((line) => line === '某市公报')).toHaveLength(3);
    expect(hints.map(({ role }) => role)).toEqual([
      'header',
      undefined,
      'header',
      undefined,
      'header',
      undefined,
    ]);
  });

  it('leaves out watermarks and hidden text, counts them and says so', async () => {
    const { text, counts, diagnostics } = await read([
      [
        { x: 30, y: 50, text: '正文内容' },
        { x: 30, y: 90, text: '内部', object: 'CTM="0.7 -0.7 0.7 0.7 0 0"' },
        { x: 30, y: 120, text: '草稿', object: 'Visible="false"' },
      ],
    ]);
    expect(text).toBe('正文内容\n');
    expect(counts).toEqual({ 'turned-text': 2, 'hidden-text': 2 });
    expect(diagnostics.map(({ code }) => code)).toEqual(['ingest/turned-text']);
  });

  it('says which pages hold no text', async () => {
    const { diagnostics } = await read([[{ x: 30, y: 50, text: '甲' }], []]);
    expect(diagnostics).toMatchObject([
      { code: 'ingest/pages-without-text', params: { pages: '2' } },
    ]);
  });
});

describe('an OFD as producers pack it', () => {
  const xmlns = 'xmlns="http://www.ofdspec.org/2016"';
  const body = (text: string) =>
    `<Page ${xmlns}><Area><PhysicalBox>0 0 210 297</PhysicalBox></Area><Content><Layer Type="Body" ID="2"><PageBlock ID="3"><TextObject ID="4" Boundary="30 45 120 8" Font="14" Size="5.6"><CGTransform CodePosition="0" CodeCount="2" GlyphCount="2"><Glyphs>20 21</Glyphs></CGTransform><TextCode X="0" Y="5" DeltaX="g ${text.length - 1} 5.6">${text}</TextCode></TextObject></PageBlock></Layer></Content></Page>`;
  const packed = (root: string, page: string, names: { document: string; page: string }) =>
    zipSync({
      'OFD.xml': strToU8(
        `<OFD ${xmlns} Version="1.0" DocType="OFD"><DocBody><DocInfo><CustomDatas><CustomData Name="a">b</CustomData></CustomDatas></DocInfo><DocRoot>${root}</DocRoot><Signatures>Doc_0/Signs/Signatures.xml</Signatures></DocBody></OFD>`,
      ),
      [names.document]: strToU8(
        `<Document ${xmlns}><CommonData><MaxUnitID>9</MaxUnitID></CommonData><Pages><Page ID="1" BaseLoc="${page}"/></Pages><Attachments>Attachs/Attachments.xml</Attachments><CustomTags>Tags/CustomTags.xml</CustomTags></Document>`,
      ),
      [names.page]: strToU8(body('市水务局关于节水的通知')),
      'Doc_0/Tags/CustomTag.xml': strToU8(
        '<公文标识><标题><ObjectRef>4</ObjectRef></标题></公文标识>',
      ),
    });
  it.each<[string, Uint8Array]>([
    [
      'paths from the root',
      packed('/Doc_0/Document.xml', '/Doc_0/Pages/Page_0/Content.xml', {
        document: 'Doc_0/Document.xml',
        page: 'Doc_0/Pages/Page_0/Content.xml',
      }),
    ],
    [
      'names in another case',
      packed('Doc_0/Document.xml', 'Pages/Page_0/Content.xml', {
        document: 'doc_0/document.xml',
        page: 'Doc_0/pages/page_0/content.xml',
      }),
    ],
    [
      'folders parted by backslashes',
      packed('Doc_0\\Document.xml', 'Pages\\Page_0\\Content.xml', {
        document: 'Doc_0/Document.xml',
        page: 'Doc_0/Pages/Page_0/Content.xml',
      }),
    ],
    [
      'blanks, written and escaped',
      packed('Doc 0/Document.xml', 'Pages/Page%200/Content.xml', {
        document: 'Doc 0/Document.xml',
        page: 'Doc 0/Pages/Page 0/Content.xml',
      }),
    ],
    [
      'folders of its own',
      packed('a/b.xml', '../c/./d.xml', { document: 'a/b.xml', page: 'c/d.xml' }),
    ],
  ])('%s', async (_, bytes) => {
    expect((await readBytes(bytes, 'x.ofd')).text).toBe('市水务局关于节水的通知\n');
  });
});

describe('a bad OFD', () => {
  const page = [[{ x: 30, y: 50, text: '甲' }]];
  const without = strToU8(
    '<ofd:Document xmlns:ofd="x"><ofd:Page BaseLoc="no.xml"/></ofd:Document>',
  );
  it.each([
    ['no text', ofd([[], []]), 'ingest/ofd-no-text', { pages: 2 }],
    [
      'a missing page',
      ofd(page, [], { 'Doc_0/Document.xml': without }),
      'ingest/ofd-broken',
      { part: 'Doc_0/no.xml' },
    ],
    ['a lock', ofd(page, [], { 'Encryptions.xml': strToU8('<a/>') }), 'ingest/password', {}],
    ['half a file', ofd(page).subarray(0, 700), 'ingest/zip-broken', {}],
    ['broken XML', ofd(page, [], { 'OFD.xml': strToU8('<a>') }), 'ingest/xml-broken', {}],
    [
      'characters without meaning',
      ofd([[{ x: 30, y: 50, text: '\ue001\ue002' }]]),
      'ingest/pdf-undecodable',
      {},
    ],
    [
      'a bomb',
      ofd(page, [], { 'Doc_0/big.xml': strToU8(' '.repeat(8 * 2 ** 20)) }),
      'ingest/zip-bomb',
      {},
    ],
  ])('%s', async (_, bytes, code, params) => {
    await expect(readBytes(bytes, 'x.ofd')).rejects.toMatchObject({ code, params });
  });
});
