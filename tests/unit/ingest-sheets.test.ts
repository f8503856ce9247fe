import * as xlsx from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readBytes } from '../../src/ingest/index.js';

type Cell = string | number | Date;
type Merge = readonly [top: number, left: number, bottom: number, right: number];

interface Made {
  readonly name?: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly merges?: readonly Merge[];
  readonly hidden?: boolean;
}

function book(sheets: readonly Made[], bookType: 'xlsx' | 'biff8' = 'xlsx'): Uint8Array {
  const made = xlsx.utils.book_new();
  for (const [i, { name = `Sheet${i + 1}`, rows, merges = [] }] of sheets.entries()) {
    const sheet = xlsx.utils.aoa_to_sheet(rows.map((row) => [...row]));
    sheet['!merges'] = merges.map(([r, c, bottom, right]) => ({
      s: { r, c },
      e: { r: bottom, c: right },
    }));
    xlsx.utils.book_append_sheet(made, sheet, name);
  }
  made.Workbook = { Sheets: sheets.map(({ hidden }) => ({ Hidden: hidden === true ? 1 : 0 })) };
  return xlsx.write(made, { type: 'buffer', bookType }) as Uint8Array;
}

const TASKS: Made = {
  rows: [
    ['附件 重点任务分工表'],
    ['序号', '任务', '责任', ''],
    ['', '', '牵头单位', '配合单位'],
    [1, '管网改造', '市水务局', '各区'],
    [2, '', '市住建局', '各区'],
    ['二、工业'],
    [3, '水平衡测试', '市经信局', 0.5],
    ['注：按季度调度。'],
  ],
  merges: [
    [0, 0, 0, 3],
    [1, 0, 2, 0],
    [1, 1, 2, 1],
    [1, 2, 1, 3],
    [3, 1, 4, 1],
    [5, 0, 5, 3],
  ],
};

describe.each(['xlsx', 'biff8'] as const)('a workbook (%s)', (type) => {
  const path = type === 'xlsx' ? 'x.xlsx' : 'x.xls';

  it('has a line a row with its headings; what is merged downwards stands in every row', async () => {
    const { text, format, hints, places } = await readBytes(book([TASKS], type), path);
    expect(format).toBe(path.slice(2));
    expect(text.trimEnd().split('\n')).toEqual([
      '附件 重点任务分工表',
      '序号\t任务\t责任',
      '序号\t任务\t牵头单位\t配合单位',
      '1\t任务：管网改造\t责任·牵头单位：市水务局\t责任·配合单位：各区',
      '2\t任务：管网改造\t责任·牵头单位：市住建局\t责任·配合单位：各区',
      '二、工业',
      '3\t任务：水平衡测试\t责任·牵头单位：市经信局\t责任·配合单位：0.5',
      '注：按季度调度。',
    ]);
    expect(hints.filter(({ role }) => role === 'table-row')).toHaveLength(5);
    expect(places.map(({ paragraph }) => paragraph)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('has its sheets under their names, hidden ones counted', async () => {
    const sheets: Made[] = [
      {
        name: '任务',
        rows: [
          ['a', 'b'],
          ['c', 'd'],
        ],
      },
      { name: '底稿', rows: [['草稿', 'x']], hidden: true },
      { name: 'Sheet3', rows: [['e']] },
    ];
    const { text, hints, places, counts } = await readBytes(book(sheets, type), path);
    expect(text.trimEnd().split('\n')).toEqual(['任务', 'a\tb', 'a：c\tb：d', 'e']);
    expect(hints[0]).toEqual({ start: 0, outline: 1 });
    expect(places.at(-1)).toMatchObject({ page: 3, paragraph: 1 });
    expect(counts).toEqual({ 'hidden-text': 4 });
  });

  it('shows figures and dates as the sheet does, and tables of figures without headings', async () => {
    const rows = [
      [2024, new Date(Date.UTC(2025, 0, 5))],
      ['a', '甲\n乙'],
    ];
    const { text } = await readBytes(book([{ rows }], type), path);
    expect(text.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^2024\t2025-01-0\d$/),
      'a\t甲 乙',
    ]);
  });

  it('is refused without text', async () => {
    const empty = book([{ rows: [[]] }], type);
    await expect(readBytes(empty, path)).rejects.toMatchObject({ code: 'ingest/empty' });
  });
});

describe('a bad workbook', () => {
  const old = book([TASKS], 'biff8');
  const ole = (stream: string): Uint8Array =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(`${stream}\0`, 'utf16le')]);
  const bomb = zipSync({ 'xl/workbook.xml': strToU8(' '.repeat(8 * 2 ** 20)) });
  it.each([
    ['an old one cut off', old.subarray(0, 1000), 'ingest/sheet-broken'],
    ['a password', ole('EncryptedPackage'), 'ingest/password'],
    ['a bomb', bomb, 'ingest/zip-bomb'],
    ['no parts', zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), 'ingest/sheet-broken'],
  ])('%s', async (_, bytes, code) => {
    await expect(readBytes(bytes, 'x.xls')).rejects.toMatchObject({ code });
  });
});
