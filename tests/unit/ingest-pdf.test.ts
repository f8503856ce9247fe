import { describe, expect, it, vi } from 'vitest';
import { readBytes } from '../../src/ingest/index.js';
import type { SourceText } from '../../src/model/index.js';
import { column, type PdfOptions, type Run, tinyPdf } from '../support/tiny-pdf.js';

const FULL = '坚持节约优先和保护优先方针，统筹推进各项重点工作任务落地见效。'.slice(0, 30);

async function read(pages: readonly (readonly Run[])[], options?: PdfOptions): Promise<SourceText> {
  return readBytes(tinyPdf(pages, options), 'x.pdf');
}

/** Lines with their roles: `[table-row] a|b`. */
function shown({ text, hints }: SourceText): string[] {
  const roles = new Map(hints.map(({ start, role }) => [start, role]));
  let at = 0;
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => {
      const role = roles.get(at);
      at += line.length + 1;
      return `${role === undefined ? '' : `[${role}] `}${line.replaceAll('\t', '|')}`;
    });
}

describe('lines are rebuilt from places', () => {
  const body = column(90, 200, 16, [FULL, FULL, FULL, FULL, FULL, FULL]);
  const six = Array.from({ length: 6 }, () => FULL);
  const rows: [name: string, runs: readonly Run[], expected: readonly string[]][] = [
    [
      'runs of one line, in any order',
      [
        { x: 110, y: 100, text: '某市' },
        { x: 130, y: 100, text: '方案' },
        { x: 90, y: 100, text: '关于' },
      ],
      ['关于某市方案'],
    ],
    [
      'from top to bottom',
      [
        { x: 90, y: 130, text: '下行' },
        { x: 90, y: 100, text: '上行' },
      ],
      ['上行', '下行'],
    ],
    [
      'squeezed punctuation that overlaps',
      [
        { x: 90, y: 100, text: '统筹，' },
        { x: 115, y: 100, text: '推进' },
      ],
      ['统筹，推进'],
    ],
    [
      'blanks that pdfjs sees in gaps stay for the clean-up',
      [
        { x: 90, y: 100, text: 'GDP' },
        { x: 108, y: 100, text: '2025' },
        { x: 130, y: 100, text: '年' },
        { x: 143, y: 100, text: '末' },
      ],
      ['GDP 2025 年 末'],
    ],
    [
      'split numbers stay whole',
      [
        { x: 90, y: 100, text: '20' },
        { x: 100, y: 100, text: '25' },
        { x: 110, y: 100, text: '年' },
      ],
      ['2025年'],
    ],
    [
      'raised and lowered figures',
      [
        { x: 90, y: 100, text: '万m' },
        { x: 105, y: 96, text: '2', size: 6 },
        { x: 110, y: 100, text: '和CO' },
        { x: 130, y: 102, text: '2', size: 6 },
      ],
      ['万m2和CO2'],
    ],
    [
      'letter-spaced words',
      [
        { x: 200, y: 100, text: '目' },
        { x: 240, y: 100, text: '录' },
      ],
      ['目录'],
    ],
    [
      'bold by printing twice',
      [
        { x: 90, y: 100, text: '总则' },
        { x: 90.5, y: 100, text: '总则' },
      ],
      ['总则'],
    ],
    [
      'a watermark is left out',
      [...body, { x: 150, y: 500, text: '征求意见', size: 60, turn: 45 }],
      six,
    ],
    [
      'a wide gap between lines is a blank line',
      [{ x: 90, y: 140, text: '一、总则' }, ...body],
      ['一、总则', '', ...six],
    ],
    [
      'pieces of a line that stand apart',
      [
        { x: 90, y: 100, text: '国发〔2021〕4号' },
        { x: 300, y: 100, text: '签发人：某某' },
      ],
      ['国发〔2021〕4号　签发人：某某'],
    ],
    [
      'bold that is drawn twice, character by character',
      [...'节水方案'].flatMap((text, i) => [
        { x: 90 + 10 * i, y: 100, text },
        { x: 90.4 + 10 * i, y: 100.3, text },
      ]),
      ['节水方案'],
    ],
    [
      'bold that is drawn again in other pieces, three times over',
      [
        { x: 90, y: 100, text: '节水方案2025年' },
        { x: 90.3, y: 100, text: '节水' },
        { x: 110.3, y: 100, text: '方案2025年' },
        { x: 90.6, y: 100, text: '节水方' },
        { x: 120.6, y: 100, text: '案2025年' },
      ],
      ['节水方案2025年'],
    ],
    [
      'characters that stand twice side by side, drawn once',
      [{ x: 90, y: 100, text: '人人参与，节节相扣，1100吨' }],
      ['人人参与，节节相扣，1100吨'],
    ],
    [
      'characters parted by blanks',
      [
        { x: 90, y: 100, text: '到 2 0 2 5 年 ， 节 水 1 . 5 亿 立 方 米 。' },
        { x: 90, y: 120, text: '5 0 个 。' },
      ],
      ['到2025年，节水1.5亿立方米。', '50个。'],
    ],
    [
      'words and rows of figures keep their blanks',
      [
        { x: 90, y: 100, text: '表 1 2 3 4' },
        { x: 90, y: 120, text: 'A B 类企业 World Bank' },
      ],
      ['表 1 2 3 4', 'A B 类企业 World Bank'],
    ],
  ];
  it.each(rows)('%s', async (_, runs, expected) => {
    expect(shown(await read([runs]))).toEqual(expected);
  });

  it('counts and says what it leaves out', async () => {
    const { counts, diagnostics } = await read([
      [
        { x: 90, y: 100, text: '总则' },
        { x: 90.4, y: 100, text: '总则' },
        { x: 200, y: 400, text: '样本', turn: 30 },
      ],
    ]);
    expect(counts).toEqual({ 'turned-text': 2, 'doubled-text': 2 });
    expect(diagnostics.map(({ code }) => code)).toEqual(['ingest/turned-text']);
  });

  it('gives edges in characters from the text block', async () => {
    const { hints } = await read([
      [
        ...column(90, 100, 16, [FULL, FULL, FULL]),
        { x: 110, y: 148, text: FULL.slice(0, 28) },
        { x: 90, y: 164, text: FULL.slice(0, 10) },
      ],
    ]);
    expect(hints.map(({ left, right }) => [left, right])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
      [2, 0],
      [0, 20],
    ]);
  });

  it('finds the edge of a short paper whose paragraphs have a line each', async () => {
    const first = FULL.slice(0, 28);
    const { hints } = await read([
      [
        { x: 110, y: 100, text: first },
        { x: 90, y: 120, text: FULL.slice(0, 9) },
        ...[140, 160, 180, 200].map((y) => ({ x: 110, y, text: FULL.slice(0, 12) })),
      ],
    ]);
    expect(hints.map(({ left }) => left)).toEqual([2, 0, 2, 2, 2, 2]);
  });

  it('follows margins that change sides', async () => {
    const odd = column(90, 100, 16, [FULL, FULL, FULL, FULL]);
    const even = column(100, 100, 16, [FULL, FULL, FULL, FULL]);
    const { hints, places, text } = await read([odd, even]);
    expect(new Set(hints.map(({ left }) => left))).toEqual(new Set([0]));
    expect(places).toEqual([
      { start: 0, page: 1 },
      { start: text.length / 2, page: 2 },
    ]);
  });

  it.each([90, 180, 270])('reads pages printed sideways (%d degrees)', async (turn) => {
    const place = (i: number): { x: number; y: number } =>
      turn === 90
        ? { x: 100 + 20 * i, y: 700 }
        : turn === 180
          ? { x: 500, y: 700 - 20 * i }
          : { x: 500 - 20 * i, y: 100 };
    const runs = ['第一行。', '第二行。'].map((text, i) => ({ ...place(i), text, turn }));
    expect(shown(await read([runs]))).toEqual(['第一行。', '第二行。']);
    expect(shown(await read([runs], { rotate: turn }))).toEqual(['第一行。', '第二行。']);
  });
});

describe('columns and tables', () => {
  it('reads columns of running text one after the other', async () => {
    const left = Array.from({ length: 10 }, (_, i) => `左栏文字左栏文字左栏文字左栏${i}`);
    const right = Array.from({ length: 10 }, (_, i) => `右栏文字右栏文字右栏文字右栏${i}`);
    const title = { x: 230, y: 80, text: '横跨两栏的一个大标题', size: 14 };
    const source = await read([
      [title, ...column(60, 120, 16, left), ...column(310, 120, 16, right)],
    ]);
    expect(shown(source).filter((line) => line !== '')).toEqual([
      '横跨两栏的一个大标题',
      ...left,
      ...right,
    ]);
  });

  it('reads tables row by row', async () => {
    const table = [
      ['序号', '指标名称', '目标'],
      ['1', '森林覆盖率', '24.1%'],
      ['2', '能耗降低', '13.5%'],
      ['3', '优良天数', '87.5%'],
    ];
    const runs = table.flatMap((cells, row) =>
      cells.map((text, i) => ({ x: [90, 150, 300][i]!, y: 200 + 20 * row, text })),
    );
    const source = await read([[...column(90, 100, 16, [FULL, FULL]), ...runs]]);
    expect(shown(source).slice(-4)).toEqual(table.map((cells) => `[table-row] ${cells.join('|')}`));
  });
});

describe('furniture of pages', () => {
  const page = (...more: Run[]): Run[] => [...column(90, 120, 16, [FULL, FULL, FULL]), ...more];
  const roles = async (pages: Run[][]) =>
    shown(await read(pages)).filter((line) => line.startsWith('['));
  const rows: [name: string, pages: Run[][], expected: string[]][] = [
    ['a page number in dashes', [page({ x: 280, y: 800, text: '— 7 —' })], ['[page-number] — 7 —']],
    [
      'bare numbers that run on',
      [page({ x: 290, y: 800, text: '11' }), page({ x: 290, y: 800, text: '12' })],
      ['[page-number] 11', '[page-number] 12'],
    ],
    ['a bare number of one page is text', [page({ x: 290, y: 800, text: '35' })], []],
    [
      'page of pages',
      [page({ x: 270, y: 800, text: '第2页 共9页' })],
      ['[page-number] 第2页 共9页'],
    ],
    [
      'numbers in the text are no page numbers',
      [page({ x: 90, y: 400, text: '12' }), page({ x: 90, y: 400, text: '13' })],
      [],
    ],
    [
      'running heads with changing numbers',
      [1, 2, 3].map((n) => page({ x: 90, y: 60, text: `某省公报2021年第${n}期` })),
      [
        '[header] 某省公报2021年第1期',
        '[header] 某省公报2021年第2期',
        '[header] 某省公报2021年第3期',
      ],
    ],
    [
      'a line that returns in the text is text',
      [1, 2, 3].map(() => page({ x: 90, y: 400, text: '单位：万元' })),
      [],
    ],
    [
      'notes in small type at the foot',
      [
        page(
          { x: 90, y: 740, text: '①指标口径见附表。', size: 8 },
          { x: 90, y: 752, text: '数据截至年底。', size: 8 },
        ),
      ],
      ['[footnote] ①指标口径见附表。', '[footnote] 数据截至年底。'],
    ],
  ];
  it.each(rows)('%s', async (_, pages, expected) => {
    expect(await roles(pages)).toEqual(expected);
  });
});

describe('bad input is an error', () => {
  const text = [[{ x: 90, y: 100, text: '一丁七万丈三上下' }]];
  const rows: [name: string, bytes: Uint8Array, code: string][] = [
    ['a password', tinyPdf(text, { locked: true }), 'ingest/password'],
    ['a scan', tinyPdf([[], []], { picture: true }), 'ingest/pdf-scanned'],
    ['characters without meaning', tinyPdf(text, { garbled: true }), 'ingest/pdf-undecodable'],
    ['no PDF at all', Buffer.from('%PDF-1.4\nnothing'), 'ingest/pdf-broken'],
    ['half a PDF', tinyPdf(text).subarray(0, 120), 'ingest/pdf-broken'],
  ];
  it.each(rows)('%s', async (_, bytes, code) => {
    vi.stubEnv('DUIBIAO_OCR', 'none');
    await expect(readBytes(bytes, 'x.pdf')).rejects.toMatchObject({ code });
  });

  it('names pages without text', async () => {
    const { diagnostics } = await read([...text, [], ...text]);
    expect(diagnostics).toMatchObject([
      { code: 'ingest/pages-without-text', params: { pages: '2' } },
    ]);
  });

  it('says which pages are damaged, and that figures rest on them', async () => {
    const whole = Buffer.from(tinyPdf([...text, [], ...text])).toString('latin1');
    // The last string of the last page is never closed.
    const at = whole.lastIndexOf('> Tj');
    const torn = Buffer.from(`${whole.slice(0, at)}<${whole.slice(at + 1)}`, 'latin1');
    const { diagnostics } = await readBytes(torn, 'x.pdf');
    expect(diagnostics.map(({ code, params }) => [code, params])).toContainEqual([
      'ingest/damaged-pages',
      { pages: '3' },
    ]);
  });

  it('leaves the bytes it was given alone', async () => {
    const bytes = tinyPdf(text);
    await readBytes(bytes, 'x.pdf');
    expect(Buffer.from(bytes).toString('latin1', 0, 5)).toBe('%PDF-');
  });
});
