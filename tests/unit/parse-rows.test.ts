import { describe, expect, it } from 'vitest';
import { cleanRange } from '../../src/parse/clean.js';
import { findDate, isoDate, lastChange } from '../../src/parse/dates.js';
import { createRegionIndex, parse } from '../../src/parse/index.js';
import { type Layout, layoutOf } from '../../src/parse/layout.js';
import { isBareLine, isHeadLine, isSetRight, LineBorder } from '../../src/parse/line-border.js';
import { type Line, openingAndEnd, setWidth } from '../../src/parse/lines.js';
import { markerOf } from '../../src/parse/markers.js';
import { spanOf } from '../../src/text/index.js';
import { PARSE_OPTIONS, sourceOf } from '../support/sources.js';

describe('the last change of a statute', () => {
  it.each([
    ['（2019年3月27日青禾市人民代表大会常务委员会通过）', '2019-03-27'],
    ['2019年3月27日通过\n2021年9月30日批准第一次修正\n2022年1月1日施行', '2021-09-30'],
    ['（2021年5月28日通过自2022年1月1日起施行）', '2021-05-28'],
    ['2022年1月1日起施行', undefined],
  ])('%s is %s', (note, iso) => {
    expect(lastChange(note)).toBe(iso);
  });
});

describe('dates', () => {
  it.each([
    ['2021年3月5日', '2021-03-05'],
    ['于2021年12月31日起施行', '2021-12-31'],
    ['二〇二一年十二月三十一日', '2021-12-31'],
    ['二○二一年三月五日', '2021-03-05'],
    ['二零一九年十月二十日', '2019-10-20'],
    ['一九九八年一月十一日', '1998-01-11'],
    ['2021-09-15', '2021-09-15'],
    ['2021/9/5', '2021-09-05'],
    ['2021.10.1', '2021-10-01'],
    ['2021年13月5日', '2021'],
    ['2021年0月5日', '2021'],
    ['2021年12月32日', '2021-12'],
    ['2021年1月0日', '2021-01'],
    ['3月5日', undefined],
  ])('%s is %s', (text, iso) => {
    expect(isoDate(findDate(text) ?? {})).toBe(iso);
  });

  it('knows month and day where a dateline has no year', () => {
    expect(findDate('新华社北京12月18日电')).toEqual({ month: 12, day: 18 });
    expect(findDate('十二月中旬')).toBeUndefined();
    expect(isoDate({ year: 2021 })).toBe('2021');
  });
});

describe('markers', () => {
  it.each([
    ['一、总体要求', 'han', '一、', '一', 1],
    ['二十、附则', 'han', '二十、', '二十', 20],
    ['（十二）强化监督', 'han-paren', '（十二）', '（十二）', 12],
    ['第一，加强领导', 'ordinal', '第一，', '第一', 1],
    ['第十条本办法', 'article', '第十条', '第十条', 10],
    ['第二十一条罚则', 'article', '第二十一条', '第二十一条', 21],
    ['第一百零五条附则', 'article', '第一百零五条', '第一百零五条', 105],
    ['第三章监督管理', 'chapter', '第三章', '第三章', 3],
    ['三是压实责任', 'enumerated', '三是', '三是', 3],
    ['2.1.3渠道管护', 'decimal', '2.1.3', '2-1-3', 3],
    ['12.健全制度', 'arabic', '12.', '12', 12],
    ['3、健全制度', 'arabic-comma', '3、', '3', 3],
    ['（4）健全制度', 'arabic-paren', '（4）', '（4）', 4],
    ['①渠道长度', 'circled', '①', '①', 1],
    ['⑳渠道断面', 'circled', '⑳', '⑳', 20],
    ['附件2：责任分工', 'annex', '附件2：', '附件2', 2],
    ['专栏3节水工程', 'box', '专栏3', '专栏3', 3],
  ])('%s', (text, kind, label, core, number) => {
    expect(markerOf(text)).toEqual({ kind, label, core, number });
  });

  it.each(['3.5亿元用于改造', '一是否可行', '第三条款', '2025.6', '附近渠道，', '专业队伍', ''])(
    '%j has none',
    (text) => {
      expect(markerOf(text)).toBeUndefined();
    },
  );
});

describe('regions', () => {
  const { regions } = PARSE_OPTIONS;

  it.each([
    ['湖北省人民政府', '420000'],
    ['湖北省武汉市人民政府', '420100'],
    ['武汉市节水规划', '420100'],
  ])('%s', (text, code) => {
    expect(regions.find(text)?.code).toBe(code);
  });

  it('finds none where none is named', () => {
    expect(regions.find('关于加强渠道管护的通知')).toBeUndefined();
  });

  it('leaves comments and empty lines of the table out', () => {
    const index = createRegionIndex('# head\n\n420000\t湖北省\t湖北\thubei\n');
    expect([...index.byCode.keys()]).toEqual(['420000']);
  });
});

describe('run-in headings', () => {
  it.each([
    ['（一）改造渠道。三年内完成。', '改造渠道', true],
    ['（一）落实“有人管。有钱修”要求。三年内完成。', '落实“有人管。有钱修”要求', true],
    ['（一）改造渠道（含支渠；斗渠）。三年内完成。', '改造渠道（含支渠；斗渠）', true],
    ['（一）目标：三年内完成。', '目标', true],
    ['（一）支渠五公里；', '', false],
    ['（一）改造渠道', '改造渠道', false],
  ])('%s', (text, heading, runIn) => {
    const parsed = parse(sourceOf(`青禾县节水方案\n${text}\n`), PARSE_OPTIONS);
    const [section] = parsed.documents[0]?.children ?? [];
    expect(section).toMatchObject({ type: 'section', heading, runIn });
  });
});

/** A printed line, as far as the rows below ask of it. */
function lineOf(text: string, facts: Partial<Line> = {}): Line {
  const content = { text, starts: [0], origins: [0] };
  return {
    start: 0,
    end: text.length,
    content,
    text,
    indent: 0,
    width: setWidth(text),
    blanksBefore: 0,
    pageStart: false,
    ...openingAndEnd(text),
    ...facts,
  };
}

const WRAPPED: Layout = {
  wrapped: true,
  width: 34,
  indentation: 'lost',
  blanksSeparate: false,
  pieces: false,
};

describe('borders between printed lines', () => {
  it.each([
    ['a date that is clearly short', '2021年3月5日', 29, true],
    ['one as wide as an indented line', '2021年3月5日', 30, false],
    ['an addressee is no head line', '各市人民政府：', 14, false],
    ['text is none', '改造渠道五公里', 14, false],
  ])('%s', (_name, text, width, expected) => {
    expect(isHeadLine(lineOf(text, { width }), WRAPPED)).toBe(expected);
  });

  it.each([
    [0.6, false],
    [0.7, undefined],
    [1.3, undefined],
    [1.4, true],
  ])('%d characters from the edge: indented %s', (left, expected) => {
    const border = new LineBorder(
      [lineOf('改造渠道五公里')],
      [lineOf('新建泵站', { left }), undefined],
      14,
      WRAPPED,
    );
    expect(border.indented).toBe(expected);
  });

  it.each([
    [9.9, 4, false],
    [10, 4, true],
    [10, 4.1, false],
  ])('%d from the left and %d from the right edge: set right %s', (left, right, expected) => {
    expect(isSetRight(lineOf('青禾县人民政府', { left, right }))).toBe(expected);
  });

  it.each([
    ['a line of a title', '青禾县节水方案', true],
    ['a line with punctuation', '青禾县，节水', false],
    ['a line of four fifths', '青'.repeat(13), true],
    ['a wider one', '青'.repeat(14), false],
  ])('bare: %s', (_name, text, expected) => {
    expect(isBareLine(lineOf(text), WRAPPED)).toBe(expected);
  });
});

function times(count: number, width: number): number[] {
  return Array.from({ length: count }, () => width);
}

describe('how a text is set', () => {
  /** Lines that break off in mid-sentence, of these many Han characters each. */
  const open = (...counts: number[]): Line[] => counts.map((count) => lineOf('渠'.repeat(count)));

  it.each([
    ['the most frequent width', [20, 20, 20, 20, 18], 40],
    ['the wider of two that are as frequent', [20, 20, 18, 18, 14], 40],
  ])('%s', (_name, counts, width) => {
    expect(layoutOf(open(...counts), 'unknown').width).toBe(width);
  });

  it.each([
    ['a line one cell narrower counts nearly whole', [40, 40, 39, 39, 36, 36, 36], 40],
    [
      'a line one cell wider counts half',
      [...times(18, 40), ...times(3, 41), ...times(19, 30)],
      40,
    ],
  ])('%s', (_name, widths, width) => {
    const lines = widths.map((cells) => lineOf('渠'.repeat(20), { width: cells }));
    expect(layoutOf(lines, 'unknown').width).toBe(width);
  });

  it.each([
    ['none', 0, false],
    ['two of five lines', 2, true],
    ['three of five', 3, false],
  ])('blank lines before %s separate paragraphs: %#', (_name, separated, expected) => {
    const lines = open(20, 20, 20, 20, 20).map((line, i) => ({
      ...line,
      blanksBefore: i < separated ? 1 : 0,
    }));
    expect(layoutOf(lines, 'unknown').blanksSeparate).toBe(expected);
  });
});

describe('clean text', () => {
  it('leads a kept tab back to the blank it was', () => {
    const counts: Record<string, number> = {};
    const cells = cleanRange('x甲 \t乙', { start: 1, end: 5 }, counts, { keepTabs: true });
    expect([cells.text, ...[0, 1, 2].map((at) => spanOf(cells, at, at + 1).start)]).toEqual([
      '甲\t乙',
      1,
      2,
      4,
    ]);
    expect(counts).toEqual({ blank: 2 });
  });
});

describe('heads', () => {
  it.each([
    [
      'a number, a title and an addressee',
      '鄂政发〔2021〕5号\n关于改造渠道的通知\n各市人民政府：\n',
      ['document-number 鄂政发〔2021〕5号', 'title 关于改造渠道的通知', 'addressee 各市人民政府：'],
    ],
    [
      'an adoption note over two lines',
      '青禾县节水条例\n（2021年3月5日青禾县第三届人民代表大会\n常务委员会第九次会议通过）\n',
      [
        'title 青禾县节水条例',
        'adoption-note （2021年3月5日青禾县第三届人民代表大会常务委员会第九次会议通过）',
      ],
    ],
  ])('%s', (_name, head, expected) => {
    const parsed = parse(sourceOf(`${head}一、总体要求\n改造渠道。\n`), PARSE_OPTIONS);
    const elements = parsed.documents[0]?.elements ?? [];
    expect(elements.map(({ kind, text }) => `${kind} ${text}`)).toEqual(expected);
  });

  it.each([
    ['the year it speaks of most', '2021年、2020年、2021年', '2021-12-18'],
    ['the earlier of two as frequent', '2021年、2020年', '2020-12-18'],
  ])('a dateline without a year takes %s', (_name, years, date) => {
    const text = `青禾县召开节水会议\n新华社北京12月18日电　会议总结${years}的工作，部署渠道改造。\n`;
    expect(parse(sourceOf(text), PARSE_OPTIONS).documents[0]?.date).toBe(date);
  });
});

describe('page numbers', () => {
  const page = (before: string, after: string): string =>
    `青禾县节水方案\n\n改造渠道五公里，新建泵站三座，${before}3\n${after}完善计量设施。\n\n加强管护队伍建设，落实经费。\n`;

  it.each([
    ['set apart by blank lines', page('\n\n\n', '\n\n'), 1],
    ['no further apart than the lines are', page('\n\n', '\n'), 0],
  ])('a lone number %s', (_name, text, expected) => {
    const [document] = parse(sourceOf(text), PARSE_OPTIONS).documents;
    expect(document?.furniture.filter(({ kind }) => kind === 'page-number')).toHaveLength(expected);
  });
});

describe('what a web site puts around a text', () => {
  const text =
    '青禾县节水方案\n一、总体要求\n改造渠道五公里，加强版权保护。\n二、保障措施\n落实经费，完善管护制度。\n';
  const siteOf = (more: string): string[] => {
    const [document] = parse(sourceOf(`${text}${more}`), PARSE_OPTIONS).documents;
    return (document?.furniture ?? [])
      .filter(({ kind }) => kind === 'site')
      .map((item) => item.text);
  };

  it.each([
    ['buttons', '【打印】\n关闭窗口\n', ['【打印】', '关闭窗口']],
    ['the editor', '责任编辑：李禾\n', ['责任编辑：李禾']],
    [
      'a notice of rights cut into lines',
      '本作品是官方文件，根据《\n著作权法\n》不受保护，属于\n公有领域\n。\n',
      ['本作品是官方文件，根据《', '著作权法', '》不受保护，属于', '公有领域', '。'],
    ],
    ['no sentence about rights', '本网站栏目由县水利局维护，逐月更新。\n', []],
    ['no section about rights', '三、版权说明\n本作品的著作权由县水利局管理。\n（一）登记。\n', []],
  ])('%s', (_name, more, expected) => {
    expect(siteOf(more)).toEqual(expected);
  });
});
