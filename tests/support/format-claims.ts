import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect } from 'vitest';
import { readBytes } from '../../src/ingest/index.js';
import type { RecognisedLine } from '../../src/ingest/ocr/engine.js';
import { writeRecognised } from '../../src/ingest/ocr/recognised.js';
import type { SourceText } from '../../src/model/index.js';
import { parse } from '../../src/parse/index.js';
import { fileSpan } from '../../src/text/index.js';
import { ofd, rtfText, wordFile } from './paper-writers.js';
import * as rich from './rich-papers.js';
import { PARSE_OPTIONS } from './sources.js';
import { tinyPdf } from './tiny-pdf.js';

const { RICH } = rich;

interface Line {
  readonly text: string;
  readonly role: string | undefined;
  readonly outline: number | undefined;
  readonly paragraph: number | undefined;
  readonly page: number | undefined;
  readonly confidence: number | undefined;
}

/** What was read of the paper of a row: claims ask this. */
interface Read {
  readonly bytes: Uint8Array;
  readonly source: SourceText;
  readonly lines: readonly Line[];
  readonly codes: readonly string[];
  /** Label and heading of every section. */
  readonly sections: readonly string[];
}

function linesOf({ text, hints, places }: SourceText): readonly Line[] {
  let start = 0;
  return text.split('\n').flatMap((line) => {
    const at = start;
    start += line.length + 1;
    if (line.trim() === '') return [];
    const hint = hints.find((one) => one.start === at);
    const place = places.findLast((one) => one.start <= at);
    return [
      {
        text: line,
        role: hint?.role,
        outline: hint?.outline,
        confidence: hint?.confidence,
        paragraph: place?.paragraph,
        page: place?.page,
      },
    ];
  });
}

export async function readPaper(bytes: Uint8Array, path: string): Promise<Read> {
  const source = await readBytes(bytes, path);
  const sections: string[] = [];
  type Blocks = ReturnType<typeof parse>['documents'][number]['children'];
  const walk = (blocks: Blocks): void => {
    for (const block of blocks)
      if (block.type === 'section') {
        sections.push(`${block.label}${block.heading}`);
        walk(block.children);
      }
  };
  for (const { children } of parse(source, PARSE_OPTIONS).documents) walk(children);
  const codes = source.diagnostics.map(({ code }) => code);
  return { bytes, source, lines: linesOf(source), codes, sections };
}

type Claim = (read: Read) => void | Promise<void>;

const texts = ({ lines }: Read): readonly string[] => lines.map(({ text }) => text);
const whole = (read: Read): string => texts(read).join('\n');
const lineWith = ({ lines }: Read, text: string): Line => {
  const found = lines.find((line) => line.text.includes(text));
  if (found === undefined) throw new Error(`no line with ${text}`);
  return found;
};
const tableRows = ({ lines }: Read): readonly string[] =>
  lines.filter(({ role }) => role === 'table-row').map(({ text }) => text);
const notes = ({ lines }: Read): readonly Line[] => lines.filter(({ role }) => role === 'footnote');

/** A paper of numbers.doc has its automatic numbers on these. */
const isWord = ({ source }: Read): boolean => source.format === 'doc';
const asTyped: Claim = (read) => {
  expect(read.sections).toEqual(
    expect.arrayContaining([RICH.typed, ...RICH.numbered.map((one) => one.slice(0, -1))]),
  );
};
const automatic: Claim = (read) => {
  const numbers = isWord(read)
    ? ['一、总体要求', '（一）指导思想', '二、重点任务', '三、保障措施']
    : RICH.numbered.map((one) => one.slice(0, -1));
  expect(read.sections).toEqual(expect.arrayContaining(numbers));
  expect(read.source.counts['automatic-number']).toBeGreaterThan(0);
};
const typed: Claim = (read) =>
  expect(read.sections.some((one) => one === RICH.typed || one.startsWith('附件'))).toBe(true);

/** Rows parted by tabs; the office of row two, which reaches over row three, stands in neither, one or both. */
const rowsWith =
  (third: string): Claim =>
  (read) => {
    const rows = [...RICH.rows.slice(0, 2), ['2', '水平衡测试', third]];
    const joined = isWord(read) ? ['合并两列', '各区'] : RICH.rows[3];
    expect(tableRows(read)).toEqual(
      expect.arrayContaining([...rows, joined].map((row) => row.join('\t'))),
    );
  };
const inEveryRow = rowsWith('市水务局');
const headingOf = (read: Read): string => (isWord(read) ? RICH.title : RICH.heading);
const atTheEnd: Claim = (read) => {
  expect(notes(read).map(({ text }) => text)).toEqual([`①${RICH.note}`]);
  expect(read.lines.at(-1)?.role).toBe('footnote');
};
/** Where the file itself holds a text: in its parts, in any of the ways in which formats write characters. */
function holds(bytes: Uint8Array, text: string): boolean {
  const raw = Buffer.from(bytes);
  const parts = raw.subarray(0, 2).toString() === 'PK' ? Object.values(unzipSync(bytes)) : [raw];
  const mime = /base64\r\n\r\n([A-Za-z0-9+/=]+)/.exec(raw.toString('latin1'))?.[1] ?? '';
  const wide = Buffer.from(text, 'utf16le');
  const ways = [Buffer.from(text), wide, Buffer.from(rtfText(text))];
  ways.push(Buffer.from(Buffer.from(wide).swap16().toString('hex')));
  return [...parts, Buffer.from(mime, 'base64')].some((part) =>
    ways.some((way) => Buffer.from(part).includes(way)),
  );
}

/** In the file and not in the text. */
const leftOut =
  (text: string): Claim =>
  (read) => {
    expect(holds(read.bytes, text)).toBe(true);
    expect(whole(read)).not.toContain(text);
  };
const counted =
  (...kinds: readonly (readonly [kind: string, text: string])[]): Claim =>
  async (read) => {
    for (const [kind, text] of kinds) {
      await leftOut(text)(read);
      expect(read.source.counts[kind]).toBeGreaterThan(0);
    }
  };
/** The same workbook in the newer format: the library that writes the older one leaves comments out. */
const asXlsx = async (read: Read): Promise<Read> =>
  read.source.format === 'xls' ? readPaper(rich.richBook('xlsx'), 'a.xlsx') : read;
const HEADS = ['page-header', RICH.runningHead] as const;
const COMMENTS = ['comment', RICH.comment] as const;

/** What each part of a cell claims; a part that is not here fails, and so does a claim that no cell makes. */
export const CLAIMS: Readonly<Record<string, Readonly<Record<string, Claim>>>> = {
  numbers: {
    'as typed': asTyped,
    'typed and automatic': async (read) => {
      await typed(read);
      await automatic(read);
    },
    typed: asTyped,
    'and of lists': (read) =>
      expect(read.sections).toEqual(expect.arrayContaining(['3.第三项内容', '4.第四项内容'])),
    'typed only': (read) => {
      expect(read.sections).toEqual(['附件：任务分工表']);
      expect(texts(read)).toEqual(expect.arrayContaining(['总体要求', '重点任务']));
    },
    'and it is said': ({ codes }) => expect(codes).toContain('ingest/no-automatic-numbers'),
    'and automatic as the file writes them': async (read) => {
      await automatic(read);
      expect(read.codes).toEqual(['ingest/lost-numbers']);
    },
    'as shown': (read) => {
      expect(tableRows(read).at(-1)).toMatch(/^4\t.*：50%$/);
    },
    'as printed': asTyped,
    'as recognised': asTyped,
    'as the paper inside': async (read) => {
      const inside = await readPaper(rich.richDocx(), 'plan.docx');
      expect(read.source.text).toBe(inside.source.text);
      expect(read.source.hints).toEqual(inside.source.hints);
    },
  },
  headings: {
    'by their numbers': (read) => {
      expect(read.sections).toContain(RICH.typed);
      expect(read.sections).not.toContain(RICH.heading);
      expect(texts(read)).toContain(RICH.heading);
    },
    yes: (read) => {
      expect(lineWith(read, headingOf(read)).outline).toBeGreaterThan(0);
      if (!isWord(read)) expect(read.sections).toContain(RICH.heading);
    },
    no: ({ lines, sections }) => {
      expect(lines.filter(({ outline }) => outline !== undefined)).toEqual([]);
      expect(sections).not.toContain('总体要求');
    },
    'names of sheets': ({ lines }) =>
      expect(lines.filter(({ outline }) => outline !== undefined)).toMatchObject([
        { text: RICH.heading, outline: 1, page: 1 },
        { text: '另一张表', outline: 1, page: 2 },
      ]),
  },
  tables: {
    'rows in columns that blanks or tabs part': (read) => {
      const cells = tableRows(read).map((row) => row.split(/\t|\s{2,}/));
      expect(cells).toEqual([...RICH.rows, ...RICH.rows]);
    },
    'three or more': async () => {
      const table = (rows: number): Uint8Array =>
        strToU8(
          ['甲　　乙　　丙', '丁　　戊　　己', '庚　　辛　　壬'].map((row) => row.replaceAll(/[^　]/g, '$&单位')).slice(0, rows).join('\n'), // biome-ignore format: one table
        );
      expect(tableRows(await readPaper(table(2), 'a.txt'))).toEqual([]);
      expect(tableRows(await readPaper(table(3), 'a.txt'))).toHaveLength(3);
    },
    'pipe, grid and HTML tables': (read) => {
      const rows = RICH.rows.map((row) => row.join('\t'));
      expect(tableRows(read)).toEqual([...rows, ...rows, ...rows]);
    },
    rows: (read) => expect(tableRows(read).length).toBeGreaterThanOrEqual(4),
    'what is merged downwards in every row': (read) =>
      /^xlsx?$/.test(read.source.format)
        ? expect(tableRows(read)[2]).toContain('市水务局')
        : inEveryRow(read),
    'what is merged downwards in its first row': rowsWith(''),
    'a paragraph inside a cell breaks its row': async (read) => {
      expect(read.codes).toContain('ingest/no-automatic-numbers');
      const { lines } = await readPaper(wordFile('two-paragraphs-in-a-cell.doc'), 'a.doc');
      expect(lines.map(({ text, role }) => [text, role])).toEqual([
        ['任务\t责任单位', 'table-row'],
        ['管网改造', undefined],
        ['水平衡测试\t市水务局', 'table-row'],
      ]);
    },
    'every row with its headings': (read) =>
      expect(tableRows(read)[1]).toBe('1\t任务：管网改造\t责任单位：市水务局'),
    'rows by their columns': inEveryRow,
    'cells as the recogniser parts them': inEveryRow,
    'cells it joins as one line of text': () => {
      const line = (text: string, top: number): RecognisedLine => {
        const right = 100 + 20 * text.length;
        const box = [100, right, right, 100].map((x, i) => [x, top + (i < 2 ? 0 : 25)] as const);
        return { text, mean: 0.99, box };
      };
      const lines = ['任务责任单位', '管网改造市水务局', '漏损控制市住建局'].map((text, i) =>
        line(text, 100 + 40 * i),
      );
      const page = { number: 1, resolution: 144, width: 1190, height: 1684, lines };
      const { hints, text } = writeRecognised([page], {});
      expect(text).toContain('管网改造市水务局');
      expect(hints.map(({ role }) => role)).not.toContain('table-row');
    },
    'a row whose cells have several lines as text': async () => {
      const at = (x: number, y: number, text: string) => ({ x, y, text, size: 14 });
      const { lines } = await readPaper(
        tinyPdf([
          [
            ...['任务', '管网改造', '再生水'].map((text, i) => at(90, 100 + 60 * i, text)),
            ...['单位', '水务局', '住建局'].map((text, i) => at(300, 100 + 60 * i, text)),
            at(90, 176, '与分区计量'),
          ],
        ]),
        'a.pdf',
      );
      const texts = lines.map(({ text }) => text);
      expect(texts).toEqual(['任务　单位', '管网改造　水务局', '与分区计量', '再生水　住建局']);
      expect(lines.map(({ role }) => role)).not.toContain('table-row');
    },
  },
  notes: {
    no: (read) => expect(notes(read)).toEqual([]),
    yes: (read) => expect(notes(read).map(({ text }) => text)).toEqual([RICH.note]),
    'at the end': atTheEnd,
    'place lost': (read) => {
      const last = read.lines.findLast(({ role }) => role === undefined);
      expect(notes(read)[0]?.paragraph).toBe(last?.paragraph);
      expect(notes(read)[0]?.paragraph).not.toBe(lineWith(read, '附件：').paragraph);
    },
    'with the place of their mark': (read) => {
      const noted = isWord(read) ? '附件：' : RICH.noted;
      expect(notes(read)[0]?.paragraph).toBe(lineWith(read, noted).paragraph);
    },
    'by size and place': (read) => {
      expect(notes(read).map(({ text, page }) => [text, page])).toEqual([[`①${RICH.note}`, 1]]);
    },
  },
  places: {
    lines: ({ source, lines }) => {
      if (source.layout === 'wrapped') {
        // Printed lines stay apart, so that a place is a line of its page.
        expect(lines.slice(1, 4).map(({ page }) => page)).toEqual([1, 1, 1]);
        expect(lines.length).toBeGreaterThan(12);
        return;
      }
      const file = source.origin?.text ?? source.text;
      const start = source.text.indexOf(RICH.last);
      const span = fileSpan(source.origin, { start, end: start + RICH.last.length });
      expect(file.slice(span.start, span.end)).toBe(RICH.last);
      expect(file.slice(0, span.start).split('\n').length).toBeGreaterThan(4);
    },
    paragraphs: (read) => {
      const numbers = read.lines.map(({ paragraph }) => paragraph);
      expect(numbers).not.toContain(undefined);
      expect(lineWith(read, RICH.title).paragraph).toBe(1);
      expect(lineWith(read, '为落实最严格').paragraph).toBe(2);
    },
    rows: (read) =>
      expect(read.lines.slice(1, 5).map(({ paragraph }) => paragraph)).toEqual([1, 2, 3, 4]),
    sheets: (read) => {
      expect(lineWith(read, '管网改造').page).toBe(1);
      expect(lineWith(read, RICH.last).page).toBe(2);
    },
    pages: ({ lines, source }) => {
      expect(lines[0]?.page).toBe(1);
      const pages = new Set(lines.map(({ page }) => page));
      expect(pages.size).toBe(source.counts.page ?? pages.size);
      expect(pages.has(undefined)).toBe(false);
    },
    'each with its confidence': ({ lines }) =>
      expect(lines.every(({ confidence }) => confidence === 0.99)).toBe(true),
    '`a.zip#b.docx`': async ({ source }) => {
      expect(source.path).toBe('a.zip#a/plan.docx');
    },
  },
  'not read': {
    pictures: async (read) => {
      if (read.source.format !== 'ofd') return leftOut(RICH.picture)(await asXlsx(read));
      const { codes } = await readPaper(ofd([[{ x: 30, y: 50, text: RICH.title }], []]), 'a.ofd');
      expect(codes).toEqual(['ingest/pages-without-text']);
    },
    'struck text (counted)': counted(['deleted-revision', RICH.struck]),
    'running heads (counted)': counted(['page-header', '页眉文字']),
    'running heads': leftOut(RICH.runningHead),
    'running heads and comments (counted)': counted(HEADS, COMMENTS),
    'comments and tables of contents (counted)': counted(COMMENTS, [
      'table-of-contents',
      RICH.contents,
    ]),
    comments: async (read) => leftOut(RICH.comment)(await asXlsx(read)),
    'as `.docx`': ({ source }) => expect(source.counts['page-header']).toBeGreaterThan(0),
    'tracked changes are accepted and not told of': async () => {
      const bytes = wordFile('tracked.doc');
      const { lines, codes } = await readPaper(bytes, 'a.doc');
      expect(holds(bytes, '百分之五')).toBe(true);
      expect(lines.map(({ text }) => text)).toContain('到2025年节水百分之八以上。');
      expect(codes).toEqual(['ingest/no-automatic-numbers']);
    },
    formulas: (read) => {
      expect(lineWith(read, '节水率').text).toMatch(/^4\t/);
      expect(whole(read)).not.toMatch(/A4\s*\+/);
    },
    'hidden sheets (counted)': counted(['hidden-text', RICH.hidden]),
    'text askew (counted)': counted(['turned-text', RICH.turned]),
    'vertical writing': async () => {
      const upright = { x: 60, y: 100, text: '竖排的边注文字', turn: 90 };
      const page = [...rich.richPage()].map(({ column, line, text }) => ({
        x: 90 + 14 * column,
        y: 100 + 26 * line,
        text,
      }));
      const { source } = await readPaper(tinyPdf([[...page, upright]]), 'a.pdf');
      expect(source.text).not.toContain(upright.text);
      expect(source.counts['turned-text']).toBe(upright.text.length);
    },
    'stamps and annotations': leftOut(RICH.stamp),
    'pages without text in a PDF that has some': async () => {
      const { codes } = await readPaper(
        tinyPdf([[{ x: 90, y: 100, text: RICH.title }], []], { picture: true }),
        'a.pdf',
      );
      expect(codes).toContain('ingest/pages-without-text');
    },
    'archives inside': async () => {
      const inner = zipSync({ 'b.zip': rich.richZip() });
      await expect(readBytes(inner, 'a.zip', { member: 'b.zip' })).rejects.toMatchObject({
        code: 'ingest/unsupported',
      });
    },
  },
};
