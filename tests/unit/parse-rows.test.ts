import { describe, expect, it } from 'vitest';
import { findDate, isoDate } from '../../src/parse/dates.js';
import { createRegionIndex, parse } from '../../src/parse/index.js';
import { markerOf } from '../../src/parse/markers.js';
import { PARSE_OPTIONS, sourceOf } from '../support/sources.js';

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
