import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SHEET_COLUMNS } from '../../src/model/index.js';
import { openDesk, openWorkspace } from '../../src/pipeline/index.js';
import { answerOf } from '../../src/pipeline/review/answers.js';
import { cli } from '../support/cli.js';
import { edit, exported, fillCells, withPapers } from '../support/review-sheets.js';

const importing = (cwd: string, file: string) =>
  cli(['review', 'import', file, '--lang', 'zh'], { cwd });
const linksOf = (cwd: string): string => readFileSync(join(cwd, 'links.yaml'), 'utf8');
const json = async (cwd: string, ...args: string[]): Promise<string> =>
  (await cli([...args, 'up.txt', 'down.txt', '--format', 'json', '--no-cache'], { cwd })).out;

/** The sentence whose first clause is in doubt is asked about first: its row is the second of a sheet. */
const DOUBTFUL = '每年汛前完成河道清淤，';

describe('clauses in sheets', () => {
  const row = (decision: string, lacking: string) => ({
    line: 2,
    faults: [],
    cells: {
      ...(Object.fromEntries(SHEET_COLUMNS.map((column) => [column, ''])) as Record<
        (typeof SHEET_COLUMNS)[number],
        string
      >),
      ...{ decision, lacking },
    },
  });
  it.each([
    ['numbers', row('确认', '1、3'), { kind: 'confirm', lacking: [1, 3] }],
    ['full width', row('', '２'), { kind: 'clauses', lacking: [2] }],
    ['all', row('', '全'), { lacking: 'all' }],
    ['none lacks', row('确认', '0'), { lacking: [] }],
    ['none and all agree', row('否', '全'), { kind: 'none', lacking: 'all' }],
    ['none and one', row('否', '1'), { code: 'review/two-answers' }],
    ['no number', row('确认', '第一句'), { code: 'review/unknown-clauses' }],
  ])('%s', (_name, filled, expected) => {
    expect(answerOf(filled)).toMatchObject(expected);
  });

  it('a workbook asks for the clause in doubt, and the answer is kept with its place', () =>
    withPapers(async (cwd) => {
      fillCells(await exported(cwd, 'r.xlsx'), { I2: '确认', N2: '1' });
      const { code } = await importing(cwd, 'r.xlsx');
      expect(code).toBe(0);
      expect(linksOf(cwd)).toMatch(/- pin:/);
      expect(linksOf(cwd)).toMatch(
        new RegExp(
          `- missing:\\s+upstream: \\S+\\s+quote-upstream: ${DOUBTFUL}\\s+start: 0\\s+end: 11`,
        ),
      );
    }));

  it('in Word', () =>
    withPapers(async (cwd) => {
      const path = await exported(cwd, 'r.docx');
      // The cells of the first row that are open: decision, clauses, note.
      let cell = 0;
      edit(path, 'word/document.xml', (xml) =>
        xml.replace(/<w:p><\/w:p>|<w:p\/>/g, (empty) => {
          cell += 1;
          return cell === 1 ? '<w:p><w:r><w:t>0</w:t></w:r></w:p>' : empty;
        }),
      );
      const { code, out } = await importing(cwd, 'r.docx');
      expect(out).toContain('分句：1 条判断');
      expect(code).toBe(0);
      expect(linksOf(cwd)).toMatch(/- carried:/);
      expect(linksOf(cwd)).not.toMatch(/pin|reject/);
    }));

  it('as JSON Lines', () =>
    withPapers(async (cwd) => {
      const path = await exported(cwd, 'r.jsonl');
      const [head = '', first = '', ...rest] = readFileSync(path, 'utf8').trim().split('\n');
      const answered = { ...JSON.parse(first), answer: { decision: 'confirm', lacking: [1] } };
      writeFileSync(path, [head, JSON.stringify(answered), ...rest].join('\n'));
      const { code } = await importing(cwd, 'r.jsonl');
      expect(code).toBe(0);
      expect(linksOf(cwd)).toMatch(/- missing:[\s\S]*start: 0/);
    }));

  it.each([
    ['a number that the row does not have', { N2: '4' }, '“4”不是本行的分句'],
    ['a row without clauses', { N3: '1' }, '“1”不是本行的分句'],
    ['words of the clause changed', { I2: '确认', N2: '1' }, '编号与本行文字不符'],
  ])('%s is refused, and nothing written', (name, cells, problem) =>
    withPapers(async (cwd) => {
      const path = await exported(cwd, 'r.xlsx');
      fillCells(path, cells);
      if (name.startsWith('words'))
        edit(path, 'xl/worksheets/sheet1.xml', (xml) =>
          xml.replace(`承接 ${DOUBTFUL}`, '承接 每年汛后完成河道清淤，'),
        );
      const { code, err } = await importing(cwd, 'r.xlsx');
      expect(err).toContain(problem);
      expect(code).toBe(2);
      expect(() => linksOf(cwd)).toThrow();
    }),
  );

  it('are asked for again no more, and are honoured wherever clauses are counted', () =>
    withPapers(async (cwd) => {
      const before = JSON.parse(await json(cwd, 'coverage', '--grain', 'clause'));
      fillCells(await exported(cwd, 'r.xlsx'), { I2: '确认', N2: '1' });
      await importing(cwd, 'r.xlsx');
      const again = readFileSync(await exported(cwd, 'again.jsonl'), 'utf8');
      expect(again).not.toContain('"clauses":[');
      const aligned = JSON.parse(await json(cwd, 'align')) as {
        units: { upstream: { clauses?: { start: number; state: string; decided?: true }[] }[] };
      };
      const said = aligned.units.upstream.flatMap(({ clauses = [] }) =>
        clauses.filter(({ decided }) => decided),
      );
      expect(said).toMatchObject([{ start: 0, state: 'missing' }]);
      const after = JSON.parse(await json(cwd, 'coverage', '--grain', 'clause'));
      const share = ({ pairs }: { pairs: { total: { coverageByClause: number } }[] }) =>
        pairs[0]?.total.coverageByClause ?? Number.NaN;
      expect(share(after)).toBeLessThan(share(before));
      const brief = JSON.parse(await json(cwd, 'brief')) as {
        missing: { text: string; decided?: true }[];
        doubtful: { text: string }[];
      };
      expect(brief.missing.find(({ text }) => text === DOUBTFUL)?.decided).toBe(true);
      expect(brief.doubtful.map(({ text }) => text)).not.toContain(DOUBTFUL);
      const { out } = await cli(
        ['compare', 'up.txt', 'down.txt', '--only', 'missing', '--lang', 'zh', '--no-cache'],
        { cwd },
      );
      expect(out).toMatch(/1 个分句未承接\s+人工/);
    }));
});

describe('clauses asked one by one', () => {
  it.each([
    ['as marked', '\n\nq\n', /carried:[\s\S]*start: 0/],
    ['not carried', '\n1\nq\n', /missing:[\s\S]*start: 0/],
    ['all are carried', '\n0\nq\n', /carried:[\s\S]*start: 0/],
    ['not understood, then said', '\n7\n1\nq\n', /missing:[\s\S]*start: 0/],
    ['passed over', '\ns\nq\n', /pin:(?![\s\S]*start: 0)/],
    ['the input ends', '\n', /pin:(?![\s\S]*start: 0)/],
  ])('in the terminal: %s', (_name, stdin, written) =>
    withPapers(async (cwd) => {
      const args = ['review', 'up.txt', 'down.txt', '--tty', '--lang', 'zh'];
      const { code, out } = await cli(args, { cwd, stdin });
      expect(code).toBe(0);
      expect(out).toContain(`1 + ${DOUBTFUL}`);
      expect(linksOf(cwd)).toMatch(written);
    }),
  );

  it('are taken back with the answer, and gone where there is no counterpart', () =>
    withPapers(async (cwd) => {
      const desk = await openDesk(openWorkspace(cwd), 'up.txt', 'down.txt', { at: '2026-11-27' });
      const [question] = desk.state().questions;
      const { unit = '', clauses = [], partners = [] } = question ?? {};
      expect(clauses).toEqual([{ start: 0, end: 11, carried: true }]);
      const said = [{ start: 0, end: 11, carried: false }];
      const chosen = partners.filter(({ linked }) => linked).map((own) => own.unit);
      const heard = await desk.answer({ unit, chosen, clauses: said });
      expect(heard.questions.find((own) => own.unit === unit)).toMatchObject({
        clauses: [{ start: 0, end: 11, carried: false, decided: true }],
        answered: true,
      });
      await desk.answer({ unit, chosen: [], clauses: said });
      expect(linksOf(cwd)).not.toContain('start: 0');
      expect(linksOf(cwd)).toContain('missing');
      await desk.undo();
      expect(linksOf(cwd)).toContain('start: 0');
      await desk.undo();
      expect(linksOf(cwd)).not.toContain('plan');
    }));

  it.each([
    ['beyond the sentence', [{ start: 5, end: 500, carried: true }]],
    ['the wrong way about', [{ start: 9, end: 3, carried: true }]],
  ])('a place %s is refused, and nothing written', (_name, clauses) =>
    withPapers(async (cwd) => {
      const desk = await openDesk(openWorkspace(cwd), 'up.txt', 'down.txt', { at: '2026-11-27' });
      const { unit = '', partners = [] } = desk.state().questions[0] ?? {};
      const chosen = partners.slice(0, 1).map((own) => own.unit);
      await expect(desk.answer({ unit, chosen, clauses })).rejects.toThrow();
      expect(() => linksOf(cwd)).toThrow();
    }),
  );
});

describe('sentences in the same words', () => {
  const papers = (cwd: string): void => {
    const report = '各乡镇按月报送进展，接受县水利局督查。';
    writeFileSync(
      join(cwd, 'up.txt'),
      `水利工作方案\n\n一、河道整治\n\n全面加固沿江河堤，三年内完成险段除险。\n${report}\n\n二、渔业发展\n\n支持建设标准化鱼塘。\n${report}\n`,
    );
    writeFileSync(
      join(cwd, 'down.txt'),
      '水利实施方案\n\n一、河道整治\n\n沿江河堤一律加固到位，险段两年内完成除险。\n\n二、报送\n\n各村按月报告进展情况。\n',
    );
  };

  it.each(['xlsx', 'docx', 'csv', 'jsonl'])('are one row of a sheet: %s', (format) =>
    withPapers(async (cwd) => {
      papers(cwd);
      const path = await exported(cwd, `r.${format}`);
      if (format === 'xlsx') fillCells(path, { I2: '改为', J2: '1' });
      else if (format === 'docx')
        edit(path, 'word/document.xml', (xml) =>
          xml.replace('<w:t xml:space="preserve"> </w:t></w:r></w:sdtContent>', (text) =>
            text.replace(' </w:t>', '改为 1</w:t>'),
          ),
        );
      else
        writeFileSync(
          path,
          readFileSync(path, 'utf8')
            .replace(/(\n.*?)"answer":null/, '$1"answer":{"decision":"change","to":[1]}')
            .replace(/(报送)(,,+)(?=,,plan)/, (_all, word: string, commas: string) =>
              format === 'csv' ? `${word},,改为 1${commas.slice(2)}` : `${word}${commas}`,
            ),
        );
      const { code, out, err } = await importing(cwd, `r.${format}`);
      expect(err).toBe('');
      expect(out).toContain('由 1 行写入 4 条判断');
      expect(code).toBe(0);
      expect(linksOf(cwd).match(/- pin:/g)).toHaveLength(2);
      expect(linksOf(cwd).match(/plan:[一二]\.3/g)).toHaveLength(4);
    }),
  );

  it('whose line was deleted are left out; one that changed is said', () =>
    withPapers(async (cwd) => {
      papers(cwd);
      const path = await exported(cwd, 'r.xlsx');
      fillCells(path, { I2: '改为', J2: '1' });
      const bytes = readFileSync(path);
      const LINE = /plan:一\.3 = [^<]*/;
      edit(path, 'xl/worksheets/sheet1.xml', (xml) => xml.replace(LINE, ''));
      expect((await importing(cwd, 'r.xlsx')).out).toContain('由 1 行写入 2 条判断');
      writeFileSync(path, bytes);
      edit(path, 'xl/worksheets/sheet1.xml', (xml) => xml.replace('plan:一.3 =', 'plan:一.2 ='));
      const { code, err } = await importing(cwd, 'r.xlsx');
      expect(err).toContain('“同此处理”中的 plan:一.2 已与导出时不同');
      expect(code).toBe(2);
    }));

  it('are answered together at a desk', () =>
    withPapers(async (cwd) => {
      papers(cwd);
      const desk = await openDesk(openWorkspace(cwd), 'up.txt', 'down.txt', { at: '2026-11-27' });
      const { unit = '', partners = [], alike } = desk.state().questions[0] ?? {};
      expect(alike).toHaveLength(1);
      const chosen = partners.slice(0, 1).map((own) => own.unit);
      const { answered } = await desk.answer({ unit, chosen, alike: true });
      expect(answered).toBe(2);
      expect(linksOf(cwd).match(/- pin:/g)).toHaveLength(2);
    }));
});

describe('a sentence that a person called missing is marked so', () => {
  const UNIT = '鼓励渔民加入合作社。';
  const decided = (cwd: string): void =>
    writeFileSync(
      join(cwd, 'links.yaml'),
      `- missing: { upstream: 'plan:二.3', quote-upstream: ${UNIT} }\n`,
    );

  it.each([
    ['compare', ['compare', 'up.txt', 'down.txt', '--lang', 'zh'], /未承接\s+人工/],
    [
      'compare, one under the other',
      ['compare', 'up.txt', 'down.txt', '--lang', 'zh', '--layout', 'stacked'],
      /未承接\s+人工/,
    ],
    ['compare as JSON', ['compare', 'up.txt', 'down.txt', '-f', 'json'], /"decided": true/],
    ['align as JSON', ['align', 'up.txt', 'down.txt', '-f', 'json'], /"decided": \[\s*"plan\//],
    ['brief', ['brief', 'up.txt', 'down.txt', '--lang', 'zh'], /人工 {2}鼓励渔民/],
    ['brief as CSV', ['brief', 'up.txt', 'down.txt', '-f', 'csv'], /true/],
    [
      'a page',
      ['report', 'up.txt', 'down.txt', '-f', 'html', '--lang', 'zh'],
      /t-missing">[^<]*<b>未承接<\/b> <span class="from">人工/,
    ],
    [
      'Markdown',
      ['report', 'up.txt', 'down.txt', '-f', 'markdown', '--lang', 'zh'],
      /鼓励渔民加入合作社。 \|.*人工/,
    ],
    ['CSV', ['report', 'up.txt', 'down.txt', '-f', 'csv'], /missing,[^\n]*,true,/],
    [
      'JSON',
      ['report', 'up.txt', 'down.txt', '-f', 'json'],
      /"type": "missing"[\s\S]{0,300}"decided": true/,
    ],
  ])('%s', (_name, args, shown) =>
    withPapers(async (cwd) => {
      const plain = await cli([...args, '--no-cache'], { cwd });
      expect(plain.err).toBe('');
      expect(plain.out).not.toMatch(shown);
      decided(cwd);
      const { out, err } = await cli([...args, '--no-cache'], { cwd });
      expect(err).toBe('');
      expect(out).toMatch(shown);
    }),
  );

  it.each([
    ['docx', 'word/document.xml'],
    ['xlsx', 'xl/worksheets/sheet6.xml'],
  ])('%s, %s', (format, part) =>
    withPapers(async (cwd) => {
      const made = async (name: string): Promise<string> => {
        const args = ['report', 'up.txt', 'down.txt', '-o', name, '--lang', 'zh', '--no-cache'];
        const { err, code } = await cli(args, { cwd });
        expect([err, code]).toEqual([expect.anything(), 0]);
        let text = '';
        edit(join(cwd, name), part, (xml) => {
          text = xml;
          return xml;
        });
        return text;
      };
      const count = (text: string): number => text.match(/人工/g)?.length ?? 0;
      const before = count(await made(`a.${format}`));
      decided(cwd);
      expect(count(await made(`b.${format}`))).toBeGreaterThan(before);
    }),
  );
});
