import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ComparisonRow, Report } from '../../src/model/index.js';
import { FIGURES, REPORT_RENDERERS, reportRenderer } from '../../src/render/report/index.js';
import { rowsOf } from '../../src/render/report/look-up.js';
import { revisionsOf } from '../../src/render/report/revisions.js';
import { stretchesOf } from '../../src/render/report/stretches.js';
import { columnName, fitting, workbook } from '../../src/render/report/xlsx/workbook.js';
import { csvCell } from '../../src/render/shared/csv-cell.js';
import { markdownCell } from '../../src/render/shared/markdown-cell.js';
import { sampleReport } from '../support/report-fixture.js';

const OPTIONS = { language: 'zh', epoch: 315_532_800 } as const;
const two = sampleReport();
const three = sampleReport({ sides: 3 });

function textOf(content: string | Uint8Array): string {
  if (typeof content === 'string') return content;
  return Object.entries(unzipSync(content))
    .map(([path, bytes]) => `${path}\n${strFromU8(bytes)}`)
    .join('\n');
}

function render(format: string, report: Report, extra = {}): string {
  const found = reportRenderer(format, undefined)!;
  return textOf(found.render(report, { ...OPTIONS, ...extra }));
}

function part(report: Report, format: string, path: string, extra = {}): string {
  const content = reportRenderer(format, undefined)!.render(report, { ...OPTIONS, ...extra });
  return strFromU8(unzipSync(content as Uint8Array)[path]!);
}

/** Names of elements left open or closed out of turn; well-formed XML has none. */
function unbalanced(xml: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  const rest = xml.replace(/<\?[\s\S]*?\?>/g, '');
  for (const [whole, closing, name, closed] of rest.matchAll(
    /<(\/?)([\w:-]+)(?:\s+[\w:-]+="[^"<]*")*\s*(\/?)>|<|&(?!#?\w+;)/g,
  )) {
    if (name === undefined) wrong.push(whole);
    else if (closing === '/') {
      if (open.pop() !== name) wrong.push(`/${name}`);
    } else if (closed !== '/') open.push(name);
  }
  return [...wrong, ...open];
}

const allRows = (report: Report): ComparisonRow[] => report.comparison.blocks.flatMap(rowsOf);

describe('every registered renderer', () => {
  for (const { format, render: draw } of REPORT_RENDERERS) {
    for (const report of [two, three]) {
      it(`${format}, ${report.sides.length} sides: the same bytes again, in both languages`, () => {
        for (const language of ['zh', 'en'] as const) {
          const options = { ...OPTIONS, language };
          const first = draw(report, options);
          expect(first.length).toBeGreaterThan(500);
          expect(draw(report, options)).toEqual(first);
        }
      });
    }
  }

  it('finds a renderer by format, then by ending', () => {
    const rows = [
      ['x.html', 'html'],
      ['a/b.HTM', 'html'],
      ['x.docx', 'docx'],
      ['x.md', 'markdown'],
      ['x.akn.xml', 'akoma'],
      ['x.ndjson', 'jsonl'],
      ['x.pdf', undefined],
      ['html', undefined],
    ] as const;
    for (const [file, format] of rows) {
      expect([file, reportRenderer(undefined, file)?.format]).toEqual([file, format]);
    }
    expect(reportRenderer('csv', 'x.html')?.format).toBe('csv');
  });
});

describe('XML parts', () => {
  const hostile = sampleReport({
    sides: 3,
    edit: (text) => `<script>alert("x")</script>'&amp;\u202e\u0001]]>${text}`,
  });

  it('the check itself sees what is wrong', () => {
    expect(unbalanced('<a><b></a></b>')).not.toEqual([]);
    expect(unbalanced('<a x="1">&</a>')).toEqual(['&']);
    expect(unbalanced('<a x="1"><b/>&lt;</a>')).toEqual([]);
  });

  for (const report of [two, three, hostile]) {
    it('are well formed', () => {
      for (const figure of FIGURES)
        expect(unbalanced(render('svg', report, { figure }))).toEqual([]);
      expect(unbalanced(render('akoma', report))).toEqual([]);
      for (const format of ['docx', 'xlsx']) {
        for (const trackChanges of [false, true]) {
          const content = reportRenderer(format, undefined)!.render(report, {
            ...OPTIONS,
            trackChanges,
          });
          for (const [path, bytes] of Object.entries(unzipSync(content as Uint8Array))) {
            expect([path, unbalanced(strFromU8(bytes))]).toEqual([path, []]);
          }
        }
      }
    });
  }

  it('keep markup of a text as text, in HTML and Markdown too', () => {
    const html = render('html', hostile);
    expect(html.split('<script>')).toHaveLength(2);
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toContain('\u202e');
    expect(render('markdown', hostile)).not.toContain('<script>');
    expect(markdownCell('a|b*c_<i>`')).toBe('a\\|b\\*c\\_&lt;i&gt;\\`');
  });
});

describe('differences', () => {
  it('stretches put together are the text of their cell', () => {
    for (const row of allRows(three)) {
      row.cells.forEach(({ text }, side) => {
        const whole = stretchesOf(row, side, 0, text.length).map((stretch) => stretch.text);
        expect(whole.join('')).toBe(text);
      });
    }
  });

  it('revisions accepted are the lower text, rejected the upper one', () => {
    const rows = allRows(three);
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      for (const side of [1, 2]) {
        const runs = revisionsOf(row, side);
        const without = (type: string): string =>
          runs
            .filter((run) => run.type !== type)
            .map(({ text }) => text)
            .join('');
        expect(without('deleted')).toBe(row.cells[side]!.text);
        expect(without('inserted')).toBe(row.cells[side - 1]!.text);
      }
    }
  });

  it('are typed in HTML, formatted or tracked in Word, coloured in Excel', () => {
    expect(render('html', two)).toMatch(/<ins class="k-number" title="数字期限">[^<]*2万套/);
    const word = part(two, 'docx', 'word/document.xml');
    expect(word).toContain('<w:strike/>');
    expect(word).not.toContain('<w:ins ');
    const tracked = part(two, 'docx', 'word/document.xml', { trackChanges: true });
    expect(tracked).toContain('<w:ins w:id="');
    expect(tracked).toContain('<w:delText');
    expect(part(two, 'xlsx', 'xl/worksheets/sheet5.xml')).toMatch(
      /<strike\/>.*<\/rPr><t [^>]*>10万套/,
    );
  });
});

describe('HTML', () => {
  const html = render('html', three);
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!);

  it('gives every sentence one anchor, and every link a target', () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const { units } of three.sides) {
      for (const { address } of units.values()) expect(ids).toContain(address);
    }
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => decodeURI(match[1]!));
    expect(targets.length).toBeGreaterThan(20);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  it('asks for nothing from anywhere', () => {
    expect(html).not.toMatch(/(?:src|href)="(?!#|data:,)/);
    expect(html).not.toMatch(/@import|url\(|fetch\(|XMLHttpRequest/);
    expect(html).toContain("default-src 'none'");
  });

  it('states what the report says: evidence, program, data', () => {
    expect(html).toContain('e'.repeat(64));
    expect(html).toContain('<summary><b>');
  });
});

describe('tidy formats', () => {
  it('JSON Lines: a head, then one row for each link, missing and local sentence', () => {
    const [head, ...rows] = render('jsonl', two)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const { links, unlinked } = two.pairs[0]!.alignment;
    expect(head).toMatchObject({
      schema: 'duibiao.report-rows/1',
      version: '0.0.0',
      data: 'd'.repeat(64),
    });
    expect(rows).toHaveLength(links.length + unlinked.upstream.length + unlinked.downstream.length);
    expect(rows.find((row) => row.relation === 'paraphrased')).toMatchObject({
      type: 'sentence',
      score: 0.52,
      moved: true,
      doubtful: true,
      upstream: [{ id: 'jiangbei/一.4', address: 'jiangbei:一.4' }, { id: 'jiangbei/三.2' }],
    });
  });

  it('CSV: a byte order mark, quoted cells, no formulas', () => {
    const csv = render('csv', two);
    expect(csv.startsWith('\ufefftype,pair,link')).toBe(true);
    const rows = [
      ['=1+1', "'=1+1"],
      ['-5', "'-5"],
      ['@x', "'@x"],
      ['+1', "'+1"],
      ['\tx', "'\tx"],
      ['a,b', '"a,b"'],
      ['"', '""""'],
      ['——一是', '——一是'],
    ] as const;
    for (const [value, expected] of rows) expect(csvCell(value)).toBe(expected);
  });

  it('XLSX: numbers as numbers, formulas as text, frozen heads, filters', () => {
    const sheet = {
      name: 'a',
      head: ['x', 'y'],
      rows: [
        ['=1+1', 3],
        ['+2', 0.25],
        ['', { share: 0.5 }],
      ],
    };
    const bytes = workbook([sheet], { title: 't', creator: 'c', epoch: OPTIONS.epoch });
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);
    expect(xml).toContain('t="inlineStr"><is><t xml:space="preserve">=1+1</t>');
    expect(xml).not.toContain('<f>');
    expect(xml).toContain('<v>3</v>');
    expect(xml).toContain('<v>0.5</v>');
    expect(xml).toContain('state="frozen"');
    expect(xml).toContain('<autoFilter ref="A1:B4"/>');
    expect(fitting('字'.repeat(32_767))).toBe('字'.repeat(32_767));
    expect(fitting('字'.repeat(40_000))).toBe(`${'字'.repeat(32_751)}…(+7249)`);
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });

  it('XLSX: the sheets a reader looks for', () => {
    const names = [...part(two, 'xlsx', 'xl/workbook.xml').matchAll(/<sheet name="([^"]+)"/g)];
    expect(names.map((match) => match[1])).toEqual([
      '要点',
      '概览',
      '承接率',
      '章节对应',
      '句子对应',
      '未承接',
      '本地新增',
      '指标',
      '提法',
      '方法与出处',
    ]);
  });
});

describe('Akoma Ntoso', () => {
  it('has every section and sentence once, under an id of its own', () => {
    const xml = render('akoma', three);
    const ids = [...xml.matchAll(/ eId="([^"]+)"/g)].map((match) => match[1]!);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { units, sections } of three.sides) {
      for (const { address } of [...units.values(), ...sections.values()]) {
        expect(ids).toContain(address);
      }
    }
    expect(ids.filter((id) => /\s/.test(id))).toEqual([]);
  });
});

describe('Word', () => {
  it('repeats the head row, turns the page, numbers pages, names an East Asian font', () => {
    const document = part(two, 'docx', 'word/document.xml');
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(document).toContain('w:orient="landscape"');
    expect(part(two, 'docx', 'word/footer1.xml')).toContain('NUMPAGES');
    expect(part(two, 'docx', 'word/styles.xml')).toContain('w:eastAsia="宋体"');
  });

  it('states the time of SOURCE_DATE_EPOCH', () => {
    const core = part(two, 'docx', 'docProps/core.xml', { epoch: 1_700_000_000 });
    expect(core).toContain('2023-11-14T22:13:20Z');
  });
});

describe('the first page', () => {
  const { brief } = two.pairs[0]!;
  const heaviest = brief.lists.missing[0]!;
  const address = two.sides[0]!.units.get(heaviest.unit)!.address;

  it.each([
    [
      'html',
      (page: string) => page.indexOf(`href="#${encodeURI(address)}"`),
      (page: string) => page.indexOf('id="overview"'),
    ],
    [
      'markdown',
      (page: string) => page.indexOf(`<sub>${address}</sub>`),
      (page: string) => page.indexOf('## 各主题承接率'),
    ],
    [
      'docx',
      (page: string) => page.indexOf(`>${address} <`),
      (page: string) => page.indexOf('各主题承接率'),
    ],
    [
      'xlsx',
      (page: string) => page.indexOf('>未承接<'),
      (page: string) => page.indexOf('xl/worksheets/sheet2.xml\n'),
    ],
  ])('%s says what is missing before all else', (format, entry, next) => {
    const page = render(format, two);
    expect(entry(page)).toBeGreaterThan(0);
    expect(entry(page)).toBeLessThan(next(page));
  });

  it('says what coverage counts and what it may be off by', () => {
    for (const format of ['html', 'markdown', 'docx']) {
      expect(render(format, two)).toMatch(/按分句[\s\S]*\d+% ±\d/u);
    }
  });
});
