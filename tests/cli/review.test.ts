import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SHEET_COLUMNS } from '../../src/model/index.js';
import { kappaOf } from '../../src/pipeline/review/agreement.js';
import { answerOf } from '../../src/pipeline/review/answers.js';
import { cli } from '../support/cli.js';
import { edit, exported, fillCells, SHEET, withPapers } from '../support/review-sheets.js';
import { ROOT } from '../support/root.js';

const importing = (cwd: string, ...args: string[]) =>
  cli(['review', 'import', ...args, '--lang', 'zh'], {
    cwd,
    env: { SOURCE_DATE_EPOCH: '1795737600' },
  });
const linksOf = (cwd: string): string => readFileSync(join(cwd, 'links.yaml'), 'utf8');

/** The rows of a CSV file, none of whose cells holds a line end or a quotation mark. */
function csvRows(path: string): string[] {
  return readFileSync(path, 'utf8').trim().split('\r\n');
}

describe('answers', () => {
  const row = (decision: string, change = '', relation = '', note = '') => ({
    line: 2,
    faults: [],
    cells: {
      ...(Object.fromEntries(SHEET_COLUMNS.map((column) => [column, ''])) as Record<
        (typeof SHEET_COLUMNS)[number],
        string
      >),
      ...{ decision, change, relation, note },
    },
  });
  it.each([
    ['a word of the list', row('确认'), { kind: 'confirm' }],
    ['short for it', row('√'), { kind: 'confirm' }],
    ['none', row('否'), { kind: 'none' }],
    ['numbers of candidates', row('改为', '1、3'), { kind: 'change', numbers: [1, 3] }],
    ['numbers in one cell with the word', row('改为 2'), { kind: 'change', numbers: [2] }],
    ['written without a blank, full width', row('改为２'), { kind: 'change', numbers: [2] }],
    [
      'what is linked and an address',
      row('改为', '现，b:3.1'),
      { keeps: true, addresses: ['b:3.1'] },
    ],
    ['a number alone', row('', '3'), { kind: 'change', numbers: [3] }],
    ['in English', row('change', 'now, 1'), { kind: 'change', keeps: true, numbers: [1] }],
    ['a relation', row('确认', '', '转述'), { kind: 'confirm', relation: 'paraphrased' }],
    ['a note alone', row('', '', '', '再议'), { kind: 'note', note: '再议' }],
    ['nothing', row(''), undefined],
    ['two answers', row('确认、否'), { code: 'review/two-answers' }],
    ['an answer and a change', row('否', '2'), { code: 'review/two-answers' }],
    ['no word that is known', row('也许'), { code: 'review/unknown-answer' }],
    ['a change to nothing', row('改为'), { code: 'review/no-target' }],
    ['no relation', row('确认', '', '差不多'), { code: 'review/unknown-relation' }],
  ])('%s', (_name, filled, expected) => {
    const answer = answerOf(filled);
    if (expected === undefined) expect(answer).toBeUndefined();
    else expect(answer).toMatchObject(expected);
  });
});

describe('a sheet', () => {
  it('comes back from the workbook it was written as', () =>
    withPapers(async (cwd) => {
      fillCells(await exported(cwd, 'r.xlsx'), {
        I2: '确认',
        I3: '否',
        I4: '改为',
        J4: '1',
        L4: '换一句',
      });
      const { code, out } = await importing(cwd, 'r.xlsx', '--by', '张三');
      expect(code).toBe(0);
      expect(out).toContain('由 3 行写入');
      const links = linksOf(cwd);
      expect(links).toMatch(/- pin:[\s\S]*- missing:/);
      expect(links).toContain('by: 张三');
      expect(links).toContain('at: 2026-11-27');
      expect(links).toContain('reason: 换一句');
      const again = await cli(['align', 'up.txt', 'down.txt', '--view', 'links', '--lang', 'zh'], {
        cwd,
      });
      expect(again.out.match(/人工/g)?.length).toBeGreaterThan(1);
    }));

  it.each(['libreoffice.xlsx', 'libreoffice.ods', 'libreoffice.docx'])(
    'filled in and saved by another program: %s',
    (name) =>
      withPapers(async (cwd) => {
        copyFileSync(join(ROOT, 'tests/support/files/review', name), join(cwd, name));
        const { code, out } = await importing(cwd, name);
        expect(out).toMatch(/第 2 行 {2}\w+ {2}确认/);
        expect(out).toMatch(/第 3 行 {2}\w+ {2}否/);
        expect(out).toMatch(/第 4 行 {2}\w+ {2}改为/);
        expect(code).toBe(0);
      }),
  );

  it('as CSV, sorted otherwise, rows deleted, apart by semicolons', () =>
    withPapers(async (cwd) => {
      const path = await exported(cwd, 'r.csv');
      const [head = '', ...rows] = csvRows(path);
      const filled = rows
        .slice(1, 3)
        .reverse()
        .map((row) => row.replace(/,,,,,(?=[^,]*,,,,[^,]*,[^,]*$)/, ',否,,,,'));
      writeFileSync(path, [head, ...filled].join('\n').replaceAll(',', ';'));
      const { code, out } = await importing(cwd, 'r.csv');
      expect(out).toContain('由 2 行写入');
      expect(code).toBe(0);
    }));

  it('as JSON Lines, answered by a program, or with decisions', () =>
    withPapers(async (cwd) => {
      const path = await exported(cwd, 'r.jsonl');
      const [head = '', first = '', ...rest] = readFileSync(path, 'utf8').trim().split('\n');
      const question = JSON.parse(first) as { upstream: string; candidates: { address: string }[] };
      const answered = { ...question, answer: { decision: 'change', to: [1], by: '模型' } };
      const plain = {
        upstream: (JSON.parse(rest[0] ?? '') as { upstream: string }).upstream,
        downstream: question.candidates[0]?.address,
        answer: 'no',
      };
      writeFileSync(path, [head, JSON.stringify(answered), JSON.stringify(plain)].join('\n'));
      const { code } = await importing(cwd, 'r.jsonl');
      expect(code).toBe(0);
      expect(linksOf(cwd)).toContain('by: 模型');
    }));

  it('of two reviewers: what they agree on is written, the rest is listed with κ', () =>
    withPapers(async (cwd) => {
      fillCells(await exported(cwd, 'a.xlsx'), { I2: '确认', I3: '否' });
      fillCells(await exported(cwd, 'b.xlsx'), { I2: '确认', I3: '确认' });
      const { code, out } = await importing(cwd, 'a.xlsx', 'b.xlsx', '--by', '张三,李四');
      expect(code).toBe(0);
      expect(out).toContain('意见不一');
      expect(out).toMatch(/κ = 0\.\d\d/);
      expect(linksOf(cwd)).toContain('by: 张三、李四');
    }));
});

describe('a sheet that cannot be taken', () => {
  it.each<[string, (path: string) => void, string]>([
    ['two answers in a row', (path) => fillCells(path, { I2: '确认', J2: '1' }), '一行有两个答案'],
    [
      'a candidate that is not there',
      (path) => fillCells(path, { I2: '改为', J2: '9' }),
      '没有候选 9',
    ],
    ['an address of nothing', (path) => fillCells(path, { J2: 'plan-2:九.9' }), '现已没有'],
    [
      'a text that was changed',
      (path) => {
        fillCells(path, { I2: '确认' });
        edit(path, SHEET, (xml) => xml.replace('疏通排水沟渠', '疏通排水沟渠道'));
      },
      '编号与本行文字不符',
    ],
    [
      'columns that were sorted apart',
      (path) => {
        fillCells(path, { I2: '确认' });
        edit(path, SHEET, (xml) => {
          const [, first = '', second = ''] =
            /<c r="A2"[^>]*>(.*?)<\/c>.*?<c r="A3"[^>]*>(.*?)<\/c>/s.exec(xml) ?? [];
          return xml.replace(first, '#').replace(second, first).replace('#', second);
        });
      },
      '编号与本行文字不符',
    ],
    [
      'a formula',
      (path) =>
        edit(path, SHEET, (xml) =>
          xml.replace(
            /<c r="I2" s="(\d)"\/>/,
            '<c r="I2" s="$1" t="str"><f>"确"&amp;"认"</f><v>确认</v></c>',
          ),
        ),
      '含有公式',
    ],
    [
      'merged cells',
      (path) => {
        fillCells(path, { I2: '确认' });
        edit(path, SHEET, (xml) =>
          xml.replace(
            '<dataValidations',
            '<mergeCells count="1"><mergeCell ref="I2:I3"/></mergeCells><dataValidations',
          ),
        );
      },
      '单元格被合并',
    ],
    [
      'an id that is gone',
      (path) => {
        fillCells(path, { I2: '确认' });
        edit(path, SHEET, (xml) => xml.replace(/(<c r="A2"[^>]*><is><t[^>]*>)\w+/, '$1'));
      },
      '本行没有编号',
    ],
    [
      'a changed heading',
      (path) => edit(path, SHEET, (xml) => xml.replace('>决定<', '>我的决定<')),
      '表头已被改动',
    ],
    [
      'a sentence that the paper no longer has',
      (path) => {
        fillCells(path, { I2: '确认' });
        const paper = join(path, '../up.txt');
        writeFileSync(paper, readFileSync(paper, 'utf8').replace('每年汛前完成河道清淤，', '逐年'));
      },
      '现已没有文字如此的句子',
    ],
    ['nothing filled in', () => {}, '没有填写任何一行'],
  ])('%s: what and where, nothing written', (_name, spoil, message) =>
    withPapers(async (cwd) => {
      const path = await exported(cwd, 'r.xlsx');
      spoil(path);
      const { code, err } = await importing(cwd, 'r.xlsx');
      expect(err).toContain(message);
      expect(code).toBe(2);
      expect(existsSync(join(cwd, 'links.yaml'))).toBe(false);
    }),
  );

  it.each([
    ['en', 'missing or twice: upstream, note.'],
    ['zh', '缺少或重复：上位编号、备注。'],
  ])('headings that are gone are named as the sheet names the others: %s', (lang, message) =>
    withPapers(async (cwd) => {
      const args = ['up.txt', 'down.txt', '-o', 'r.csv', '--lang', lang];
      await cli(['review', 'export', ...args], { cwd });
      const path = join(cwd, 'r.csv');
      const changed = readFileSync(path, 'utf8').replace(/,(?:upstream|上位编号),/, ',x,');
      writeFileSync(path, changed.replace(/,(?:note|备注),/, ',y,'));
      const { code, err } = await cli(['review', 'import', 'r.csv', '--lang', lang], { cwd });
      expect([code, err]).toEqual([2, expect.stringContaining(message)]);
      expect(existsSync(join(cwd, 'links.yaml'))).toBe(false);
    }),
  );

  it.each<[string, string, string | Uint8Array, string]>([
    ['a macro file', 'r.xlsm', 'PK', '含有宏'],
    ['another file', 'r.csv', '甲,乙\n1,2\n', '没有“review export”导出的表格'],
    ['an old workbook', 'r.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), '旧版或加密'],
    [
      'a line that is no JSON',
      'r.jsonl',
      '{"schema":"duibiao.review/1","upstream":"a","downstream":"b"}\n{x\n',
      '第 2 行',
    ],
    ['no file', 'none.xlsx', '', 'none.xlsx'],
  ])('%s', (_name, name, content, message) =>
    withPapers(async (cwd) => {
      if (content !== '') writeFileSync(join(cwd, name), content);
      const { code, err } = await importing(cwd, name);
      expect(err).toContain(message);
      expect(code).toBe(2);
      expect(existsSync(join(cwd, 'links.yaml'))).toBe(false);
    }),
  );
});

it.each([
  [
    'agreeing throughout',
    [
      [true, true],
      [false, false],
    ] as const,
    1,
  ],
  [
    'by chance',
    [
      [true, true],
      [true, false],
      [false, true],
      [false, false],
    ] as const,
    0,
  ],
  [
    'against each other',
    [
      [true, false],
      [false, true],
    ] as const,
    -1,
  ],
  ['of one mind', [[true, true]] as const, 1],
])('κ %s', (_name, pairs, expected) => {
  expect(kappaOf(pairs)).toBeCloseTo(expected, 9);
});
