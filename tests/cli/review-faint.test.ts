import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { partsBy } from '../../src/text/index.js';
import { cli, inFolder } from '../support/cli.js';
import { fillCells, SHEET } from '../support/review-sheets.js';

const UP = `水利工作方案

一、河道整治

每年汛前完成河道清淤，疏通排水沟渠。

二、渔业发展

鼓励渔民加入合作社。
`;
const DOWN = `水利实施方案

一、河道整治

入汛以前疏浚河道，请广大市民监督。

二、茶馆

引导渔民入社，开展夜间经济试点。
`;
/** Clauses that share nothing with the sentence they are shown for. */
const ASIDE = ['请广大市民监督。', '开展夜间经济试点。'];

function withPair<Value>(use: (cwd: string) => Promise<Value>): Promise<Value> {
  return inFolder(async (cwd) => {
    writeFileSync(join(cwd, 'up.txt'), UP);
    writeFileSync(join(cwd, 'down.txt'), DOWN);
    return use(cwd);
  });
}

async function exported(cwd: string, file: string): Promise<string> {
  const { code, err } = await cli(['review', 'export', 'up.txt', 'down.txt', '-o', file, '--all'], {
    cwd,
  });
  expect([code, err]).toEqual([0, expect.stringContaining(file)]);
  return join(cwd, file);
}

const partOf = (path: string, part: string): string =>
  strFromU8(unzipSync(readFileSync(path))[part] ?? new Uint8Array());

/** Texts of runs that have this property. */
const runsWith = (xml: string, property: RegExp): string =>
  [...xml.matchAll(/<(?:w:)?r>(.*?)<\/(?:w:)?r>/g)]
    .filter(([, run = '']) => property.test(run))
    .map(([, run = '']) => run.replace(/<[^>]*>/g, ''))
    .join('|');

describe('clauses that may be passed over', () => {
  it('are grey in the workbook, which is read back as it was', () =>
    withPair(async (cwd) => {
      const path = await exported(cwd, 'review.xlsx');
      const grey = runsWith(partOf(path, SHEET), /<color rgb="FF767676"\/>/);
      for (const text of ASIDE) expect(grey).toContain(text);
      expect(grey).not.toContain('疏浚河道');
      fillCells(path, { I2: 'confirm' });
      const back = await cli(['review', 'import', 'review.xlsx'], { cwd });
      expect(back.err + back.out).not.toMatch(/error|not read/);
      expect(back.code).toBe(0);
    }));

  it('are grey in Word', () =>
    withPair(async (cwd) => {
      const path = await exported(cwd, 'review.docx');
      const grey = runsWith(partOf(path, 'word/document.xml'), /<w:color w:val="767676"\/>/);
      for (const text of ASIDE) expect(grey).toContain(text);
      expect(grey).not.toContain('疏浚河道');
    }));

  it('are faint in a terminal with colours, and there without them', () =>
    withPair(async (cwd) => {
      const args = ['review', 'up.txt', 'down.txt', '--tty'];
      const terminal = { columns: 200, rows: 40 };
      const colored = await cli([...args, '--color', 'always'], { cwd, stdin: 'q\n', terminal });
      const faint = colored.out
        .split('\u001B[38;5;245m')
        .slice(1)
        .map((rest) => rest.split('\u001B[39m')[0]);
      expect(faint.join('|')).toContain(ASIDE[1]);
      expect(faint.join('|')).not.toContain('引导渔民入社');
      const plain = await cli([...args, '--color', 'never'], { cwd, stdin: 'q\n', terminal });
      expect(plain.out).toContain(DOWN.trim().split('\n').at(-1));
      expect(plain.out).not.toContain('\u001B');
    }));
});

describe('partsBy', () => {
  it('loses nothing of a text', () => {
    expect(partsBy('一二三四', [{ start: 1, end: 2 }])).toEqual([
      { text: '一', inside: false },
      { text: '二', inside: true },
      { text: '三四', inside: false },
    ]);
    expect(partsBy('', [])).toEqual([]);
    expect(partsBy('一', [{ start: 0, end: 1 }])).toEqual([{ text: '一', inside: true }]);
  });
});
