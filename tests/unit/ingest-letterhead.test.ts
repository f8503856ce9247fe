import { describe, expect, it } from 'vitest';
import { letterheadOf } from '../../src/ingest/letterhead.js';

describe('red heads that are set as tables', () => {
  const rows: [name: string, cells: string[][], expected: string | undefined][] = [
    [
      'offices in one cell',
      [['南湖省教育厅 南湖省财政厅', '文件']],
      '南湖省教育厅 南湖省财政厅 文件',
    ],
    [
      'an office a row',
      [
        ['南湖省教育厅', '文件'],
        ['南湖省财政厅', ''],
      ],
      '南湖省教育厅 南湖省财政厅 文件',
    ],
    ['letters spaced out', [['南 湖 市 水 务 局', '文　件']], '南湖市水务局 文件'],
    [
      'a table of tasks',
      [
        ['任务', '责任单位'],
        ['巡查', '市水务局'],
      ],
      undefined,
    ],
    ['a table of papers', [['市水务局', '文件', '令']], undefined],
    ['no offices', [['', '文件']], undefined],
  ];
  it.each(rows)('%s', (_, cells, expected) => {
    expect(letterheadOf(cells)?.join(' ')).toBe(expected);
  });
});
