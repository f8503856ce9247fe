import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type IngestOptions, readBytes } from '../../src/ingest/index.js';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Parts {
  readonly body: string;
  readonly numbering?: string;
  readonly styles?: string;
  readonly footnotes?: string;
}

/** A Word file from the inside of its parts. */
function docx({ body, numbering, styles, footnotes }: Parts): Uint8Array {
  const wrap = (root: string, inside: string | undefined) =>
    strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${root} ${W}>${inside ?? ''}</w:${root}>`);
  const relation = (name: string) =>
    `<Relationship Id="${name}" Type="${REL}/${name}" Target="${name}.xml"/>`;
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': strToU8(
      `<Relationships><Relationship Id="a" Type="${REL}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships>${['styles', 'numbering', 'footnotes'].map(relation).join('')}</Relationships>`,
    ),
    'word/document.xml': wrap('document', `<w:body>${body}</w:body>`),
    'word/styles.xml': wrap('styles', styles),
    'word/numbering.xml': wrap('numbering', numbering),
    'word/footnotes.xml': wrap('footnotes', footnotes),
  });
}

const p = (text: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr>${text === '' ? '' : `<w:r><w:t>${text}</w:t></w:r>`}</w:p>`;
const num = (id: number, level = 0) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
const lvl = (at: number, format: string, pattern: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:suff w:val="nothing"/><w:lvlText w:val="${pattern}"/></w:lvl>`;
const list = (id: number, levels: string) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const use = (id: number, abstract: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`;

async function lines(parts: Parts, options?: IngestOptions): Promise<string[]> {
  const { text } = await readBytes(docx(parts), 'x.docx', options);
  return text.replace(/\n$/, '').split('\n');
}

describe('automatic numbers are text', () => {
  const chapters = list(
    0,
    lvl(0, 'chineseCountingThousand', '第%1章') +
      lvl(1, 'chineseCountingThousand', '第%2条', '<w:lvlRestart w:val="0"/>') +
      lvl(2, 'chineseCounting', '（%3）'),
  );
  const policy = list(
    1,
    lvl(0, 'chineseCounting', '%1、') +
      lvl(1, 'japaneseCounting', '（%2）') +
      lvl(2, 'decimal', '%3.'),
  );
  const rows: [name: string, parts: Parts, expected: string[]][] = [
    [
      'articles count on through chapters',
      {
        numbering: chapters + use(1, 0),
        body: [
          p('总则', num(1)),
          p('甲', num(1, 1)),
          p('乙', num(1, 1)),
          p('子', num(1, 2)),
          p('附则', num(1)),
          p('丙', num(1, 1)),
          p('丑', num(1, 2)),
        ].join(''),
      },
      ['第一章总则', '第一条甲', '第二条乙', '（一）子', '第二章附则', '第三条丙', '（一）丑'],
    ],
    [
      'inner levels begin again, lists of one kind count together',
      {
        numbering: policy + use(1, 1) + use(2, 1),
        body: [
          p('甲', num(1)),
          p('乙', num(1, 1)),
          p('丙', num(1, 2)),
          p('丁', num(2)),
          p('戊', num(2, 1)),
        ].join(''),
      },
      ['一、甲', '（一）乙', '1.丙', '二、丁', '（一）戊'],
    ],
    [
      'a start of its own begins the list again',
      {
        numbering:
          policy +
          use(1, 1) +
          use(2, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
        body: [p('甲', num(1)), p('乙', num(2)), p('丙', num(2)), p('丁', num(1))].join(''),
      },
      ['一、甲', '五、乙', '六、丙', '七、丁'],
    ],
    [
      'a level may be replaced',
      {
        numbering:
          policy +
          use(1, 1, `<w:lvlOverride w:ilvl="0">${lvl(0, 'upperRoman', '%1.')}</w:lvlOverride>`),
        body: p('甲', num(1)) + p('乙', num(1)),
      },
      ['I.甲', 'II.乙'],
    ],
    [
      'digits only, where the level says so',
      {
        numbering:
          list(0, lvl(0, 'chineseCounting', '%1') + lvl(1, 'decimal', '%1.%2', '<w:isLgl/>')) +
          use(1, 0),
        body: p('甲', num(1)) + p('乙', num(1, 1)),
      },
      ['一甲', '1.1乙'],
    ],
    [
      'styles bring numbers and levels, a paragraph may step out',
      {
        styles:
          '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
          '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/></w:style>',
        numbering:
          list(
            0,
            lvl(0, 'chineseCounting', '%1、', '<w:pStyle w:val="H1"/>') +
              lvl(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="H2"/>'),
          ) + use(1, 0),
        body:
          p('甲', '<w:pStyle w:val="H1"/>') +
          p('乙', '<w:pStyle w:val="H2"/>') +
          p('丙', `<w:pStyle w:val="H2"/>${num(0)}`) +
          p('丁', '<w:pStyle w:val="H2"/>'),
      },
      ['一、甲', '（一）乙', '丙', '（二）丁'],
    ],
    [
      'a list may borrow the levels of a list style',
      {
        numbering:
          '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="S"/></w:abstractNum>' +
          `<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="S"/>${lvl(0, 'ideographDigital', '%1　')}</w:abstractNum>` +
          use(1, 0),
        body: p('甲', num(1)),
      },
      ['一　甲'],
    ],
    [
      'bullets are signs, empty paragraphs have no number but count',
      {
        numbering:
          list(0, lvl(0, 'bullet', '\uf06c')) +
          list(1, lvl(0, 'decimal', '%1.')) +
          use(1, 0) +
          use(2, 1),
        body: p('甲', num(1)) + p('', num(2)) + p('乙', num(2)),
      },
      ['•甲', '', '2.乙'],
    ],
  ];
  it.each(rows)('%s', async (_, parts, expected) => {
    expect(await lines(parts)).toEqual(expected);
  });

  const formats: [format: string, at: number, expected: string][] = [
    ['chineseCounting', 10, '十'],
    ['chineseCounting', 12, '十二'],
    ['chineseCounting', 20, '二十'],
    ['chineseCounting', 101, '一〇一'],
    ['chineseCountingThousand', 101, '一百零一'],
    ['chineseCountingThousand', 110, '一百一十'],
    ['chineseCountingThousand', 1010, '一千零一十'],
    ['chineseCountingThousand', 10_001, '一万零一'],
    ['chineseLegalSimplified', 23, '贰拾叁'],
    ['ideographDigital', 10, '一〇'],
    ['ideographTraditional', 3, '丙'],
    ['ideographZodiac', 2, '丑'],
    ['decimalFullWidth', 12, '１２'],
    ['decimalEnclosedCircle', 3, '③'],
    ['decimalEnclosedCircle', 21, '21'],
    ['decimalEnclosedParen', 2, '⑵'],
    ['decimalZero', 7, '07'],
    ['lowerLetter', 27, 'aa'],
    ['upperRoman', 14, 'XIV'],
    ['somethingNew', 4, '4'],
  ];
  it.each(formats)('%s %d is %s', async (format, at, expected) => {
    const numbering = `${list(0, lvl(0, format, '%1|').replace('<w:start w:val="1"/>', `<w:start w:val="${at}"/>`))}${use(1, 0)}`;
    expect(await lines({ numbering, body: p('x', num(1)) })).toEqual([`${expected}|x`]);
  });

  it('says that a number format is not known', async () => {
    const numbering = list(0, lvl(0, 'somethingNew', '%1.')) + use(1, 0);
    const { diagnostics } = await readBytes(docx({ numbering, body: p('x', num(1)) }), 'x.docx');
    expect(diagnostics).toMatchObject([
      { code: 'ingest/number-format', params: { format: 'somethingNew' } },
    ]);
  });
});

describe('tracked changes', () => {
  const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
  const gone = (text: string) =>
    `<w:del w:id="1"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
  const rows: [name: string, body: string, accepted: string[], rejected: string[]][] = [
    [
      'words',
      `<w:p>${run('到2025年')}${gone('初步')}<w:ins w:id="2">${run('全面')}</w:ins>${run('建成')}</w:p>`,
      ['到2025年全面建成'],
      ['到2025年初步建成'],
    ],
    [
      'moved words',
      `<w:p><w:moveFrom w:id="1">${run('甲')}</w:moveFrom>${run('乙')}<w:moveTo w:id="2">${run('甲')}</w:moveTo></w:p>`,
      ['乙甲'],
      ['甲乙'],
    ],
    [
      'a removed paragraph mark joins two paragraphs',
      `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('上')}</w:p>${p('下')}`,
      ['上下'],
      ['上', '下'],
    ],
    [
      'a paragraph removed whole leaves nothing',
      `${p('上')}<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${gone('中')}</w:p>${p('下')}`,
      ['上', '下'],
      ['上', '中', '下'],
    ],
    [
      'an inserted paragraph mark',
      `<w:p><w:pPr><w:rPr><w:ins w:id="1"/></w:rPr></w:pPr>${run('上')}</w:p>${p('下')}`,
      ['上', '下'],
      ['上下'],
    ],
    [
      'a removed row',
      `<w:tbl><w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>${p('甲')}</w:tc><w:tc>${p('乙')}</w:tc></w:tr><w:tr><w:tc>${p('丙')}</w:tc><w:tc>${p('丁')}</w:tc></w:tr></w:tbl>`,
      ['丙\t丁'],
      ['甲\t乙', '丙\t丁'],
    ],
    [
      'old formatting is no text',
      `<w:p><w:r><w:rPr><w:b/><w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>甲</w:t></w:r></w:p>`,
      ['甲'],
      ['甲'],
    ],
  ];
  it.each(rows)('%s', async (_, body, accepted, rejected) => {
    expect(await lines({ body })).toEqual(accepted);
    expect(await lines({ body }, { trackChanges: 'reject' })).toEqual(rejected);
  });

  it('removed paragraphs do not count in lists', async () => {
    const numbering = list(0, lvl(0, 'decimal', '%1.')) + use(1, 0);
    const removed = `<w:p><w:pPr>${num(1)}<w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${gone('乙')}</w:p>`;
    expect(await lines({ numbering, body: p('甲', num(1)) + removed + p('丙', num(1)) })).toEqual([
      '1.甲',
      '2.丙',
    ]);
  });

  it('are counted and said', async () => {
    const body = `<w:p>${gone('甲')}${run('乙')}</w:p>`;
    const { counts, diagnostics } = await readBytes(docx({ body }), 'x.docx');
    expect(counts).toEqual({ 'deleted-revision': 1 });
    expect(diagnostics).toMatchObject([
      { code: 'ingest/tracked-changes', params: { inserted: 0, deleted: 1, choice: 'accept' } },
    ]);
  });
});

describe('what stands in a paragraph', () => {
  const field = (code: string, result: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>${result}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const box = `<w:txbxContent>${p('框内')}</w:txbxContent>`;
  const rows: [name: string, body: string, expected: string[]][] = [
    [
      'results of fields, but not page numbers',
      `<w:p>${field('REF a', '前文')}${field('PAGE', '7')}</w:p>`,
      ['前文'],
    ],
    [
      'simple fields',
      '<w:p><w:fldSimple w:instr="PAGE"><w:r><w:t>7</w:t></w:r></w:fldSimple><w:r><w:t>甲</w:t></w:r></w:p>',
      ['甲'],
    ],
    [
      'a field without result',
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>XE "词"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>甲</w:t></w:r></w:p>',
      ['甲'],
    ],
    [
      'hyphens, tabs, breaks',
      '<w:p><w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t><w:softHyphen/><w:tab/><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>',
      ['A-B\t甲', '乙'],
    ],
    [
      'symbols',
      '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="宋体" w:char="2460"/></w:r></w:p>',
      ['□①'],
    ],
    [
      'hidden text is left out',
      '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r><w:r><w:t>明</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>亮</w:t></w:r></w:p>',
      ['明亮'],
    ],
    [
      'phonetic guides are left out',
      '<w:p><w:r><w:ruby><w:rt><w:r><w:t>hàn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>汉</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>',
      ['汉'],
    ],
    [
      'links and content controls are passed through',
      '<w:p><w:hyperlink><w:r><w:t>甲</w:t></w:r></w:hyperlink><w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent><w:r><w:t>乙</w:t></w:r></w:sdtContent></w:sdt></w:p>',
      ['甲乙'],
    ],
    [
      'a text box stands once, after its paragraph',
      `<w:p><w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>文中</w:t></w:r></w:p>`,
      ['文中', '框内'],
    ],
    [
      'a table of contents is left out',
      `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('目录')}${p('一、甲 1')}</w:sdtContent></w:sdt>${p('一、甲')}`,
      ['一、甲'],
    ],
    [
      'blanks at the edge of text count only if kept',
      '<w:p><w:r><w:t> 甲 </w:t><w:t xml:space="preserve"> 乙</w:t></w:r></w:p>',
      ['甲 乙'],
    ],
    ['entities', p('A&amp;B &lt;甲&gt; &#x4E59;'), ['A&B <甲> 乙']],
  ];
  it.each(rows)('%s', async (_, body, expected) => {
    expect(await lines({ body })).toEqual(expected);
  });
});

describe('tables', () => {
  const cell = (...texts: string[]) => `<w:tc>${texts.map((text) => p(text)).join('')}</w:tc>`;
  const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
  it('go row by row, cells parted by tabs; a frame of one cell is paragraphs', async () => {
    const inner = `<w:tbl>${row(cell('内'), cell('表'))}</w:tbl>`;
    const body =
      `<w:tbl>${row(cell('序号'), cell('指标'))}${row(cell('1'), cell('甲', '乙'))}${row(cell(''), cell(''))}${row(cell('2'), `<w:tc>${inner}${p('后')}</w:tc>`)}</w:tbl>` +
      `<w:tbl>${row(cell('专栏1', '正文'))}</w:tbl>`;
    const source = await readBytes(docx({ body }), 'x.docx');
    expect(source.text).toBe('序号\t指标\n1\t甲 乙\n2\t内 表 后\n专栏1\n正文\n');
    expect(
      source.hints.map(({ start, role }) => [source.text.slice(start, start + 2), role]),
    ).toEqual([
      ['序号', 'table-row'],
      ['1\t', 'table-row'],
      ['2\t', 'table-row'],
    ]);
  });

  it('repeat what is merged downwards in every row it reaches over', async () => {
    const merged = (text: string, merge: string, span = '') =>
      `<w:tc><w:tcPr>${span}<w:vMerge${merge}/></w:tcPr>${p(text)}</w:tc>`;
    const wide = `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p('合计')}</w:tc>`;
    const body = `<w:tbl>${row(merged('一、修渠', ' w:val="restart"'), cell('北渠'), cell('甲局'))}${row(merged('', ''), cell('南渠'), cell('乙局'))}${row(wide, merged('丙局', ' w:val="restart"'))}${row(cell('二'), cell('西渠'), merged('', ' w:val="continue"'))}</w:tbl>`;
    expect(await lines({ body })).toEqual([
      '一、修渠\t北渠\t甲局',
      '一、修渠\t南渠\t乙局',
      '合计\t丙局',
      '二\t西渠\t丙局',
    ]);
  });
});

describe('notes, places and outlines', () => {
  it('puts notes at the end, in order, and takes their marks out of the text', async () => {
    const mark = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const source = await readBytes(
      docx({
        body: `<w:p><w:r><w:t>首段</w:t></w:r>${mark}</w:p>${p('次段')}`,
        footnotes: `<w:footnote w:type="separator" w:id="0">${p('')}</w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>出处。</w:t></w:r></w:p></w:footnote>`,
      }),
      'x.docx',
    );
    expect(source.text).toBe('首段\n次段\n①出处。\n');
    expect(source.hints).toEqual([{ start: 6, role: 'footnote' }]);
    expect(source.places).toEqual([
      { start: 0, paragraph: 1 },
      { start: 3, paragraph: 2 },
      { start: 6, paragraph: 1 },
    ]);
  });

  it('takes outline levels from styles and paragraphs', async () => {
    const source = await readBytes(
      docx({
        styles:
          '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="标题 2"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:name w:val="x"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
        body:
          p('甲', '<w:pStyle w:val="a"/>') +
          p('乙', '<w:pStyle w:val="b"/>') +
          p('丙', '<w:pStyle w:val="b"/><w:outlineLvl w:val="9"/>'),
      }),
      'x.docx',
    );
    expect(source.hints).toEqual([
      { start: 0, outline: 2 },
      { start: 2, outline: 1 },
    ]);
  });

  it('reads what another program writes', async () => {
    const file = new Document({
      numbering: {
        config: [
          {
            reference: 'a',
            levels: [{ level: 0, format: 'chineseCounting', text: '%1、', suffix: 'nothing' }],
          },
        ],
      },
      sections: [
        {
          children: [
            new Paragraph({ text: '某市实施方案', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({ text: '总体要求', numbering: { reference: 'a', level: 0 } }),
            new Paragraph({
              children: [new TextRun('加快'), new TextRun({ text: '建设', bold: true })],
            }),
            new Paragraph({ text: '重点任务', numbering: { reference: 'a', level: 0 } }),
            new Table({
              rows: [
                new TableRow({
                  children: ['甲', '乙'].map(
                    (text) => new TableCell({ children: [new Paragraph(text)] }),
                  ),
                }),
              ],
            }),
          ],
        },
      ],
    });
    const source = await readBytes(new Uint8Array(await Packer.toBuffer(file)), 'x.docx');
    expect(source.text).toBe('某市实施方案\n一、总体要求\n加快建设\n二、重点任务\n甲\t乙\n');
    expect(source.hints[0]).toEqual({ start: 0, outline: 1 });
  });
});

describe('bad input is an error', () => {
  const whole = docx({ body: p('甲') });
  const withPart = (name: string, content: string) =>
    zipSync({ '[Content_Types].xml': strToU8('<Types/>'), [name]: strToU8(content) });
  const entity =
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hosts">]><w:document><w:p>&e;</w:p></w:document>';
  const rows: [name: string, bytes: Uint8Array, code: string, options?: IngestOptions][] = [
    ['half a zip', whole.subarray(0, whole.length / 2), 'ingest/zip-broken'],
    ['no document', withPart('word/styles.xml', '<a/>'), 'ingest/docx-no-document'],
    ['external entities', withPart('word/document.xml', entity), 'ingest/external-entity'],
    [
      'XML that breaks off',
      withPart('word/document.xml', '<w:document><w:p>'),
      'ingest/xml-broken',
    ],
    ['no XML at all', withPart('word/document.xml', 'x'), 'ingest/xml-broken'],
    ['no text', docx({ body: p('') }), 'ingest/empty'],
    [
      'nesting without end',
      docx({ body: '<w:x>'.repeat(3000) + '</w:x>'.repeat(3000) }),
      'ingest/too-deep',
    ],
    [
      'more than the limit',
      withPart('word/document.xml', `<w:p>${'x'.repeat(20_000)}</w:p>`),
      'ingest/zip-bomb',
      { budget: { bytes: 10_000 } },
    ],
    ['a bomb', withPart('word/document.xml', ' '.repeat(8 * 2 ** 20)), 'ingest/zip-bomb'],
  ];
  it.each(rows)('%s', async (_, bytes, code, options) => {
    await expect(readBytes(bytes, 'x.docx', options)).rejects.toMatchObject({ code });
  });

  it('a size that lies cannot make it unpack more', async () => {
    const bytes = withPart(
      'word/document.xml',
      `<w:document>${'<w:p/>'.repeat(1000)}</w:document>`,
    );
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let i = 0; i + 46 < bytes.length; i += 1) {
      if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, 10, true);
    }
    await expect(readBytes(bytes, 'x.docx')).rejects.toMatchObject({ name: 'UserError' });
  });
});
