import { describe, expect, it } from 'vitest';
import { membersOf } from '../../src/align/clauses/lists.js';
import { align } from '../../src/align/index.js';
import { briefOf, coverage } from '../../src/findings/index.js';
import type { Alignment, UpstreamClause } from '../../src/model/index.js';
import { sideFromGold } from '../../src/training/gold-sides.js';
import { ENGINE } from '../support/engine.js';

const split = (clause: string): string =>
  membersOf(clause, 0, clause.length)
    .map(({ start, end }) => clause.slice(start, end))
    .join(' | ');

describe('members of lists that are measures of their own', () => {
  it.each([
    [
      'each with a verb',
      '开展河道清淤、修复沿岸步道、整治乱堆渣土。',
      '开展河道清淤 | 修复沿岸步道 | 整治乱堆渣土',
    ],
    [
      'objects of one verb',
      '加快补齐乡镇供水、村级道路、校舍维修、冷链仓储等领域短板，',
      '乡镇供水 | 村级道路 | 校舍维修 | 冷链仓储',
    ],
    [
      'the last two joined',
      '建设滨河驿站、街角花园、社区书屋和夜间球场，',
      '滨河驿站 | 街角花园 | 社区书屋 | 夜间球场',
    ],
    [
      'joined by 以及',
      '发展竹编工艺、山地茶园、林下养蜂以及溪谷漂流、古道徒步等产业。',
      '竹编工艺 | 山地茶园 | 林下养蜂 | 溪谷漂流 | 古道徒步',
    ],
    [
      'a common head',
      '推进老旧水闸、乡村泵站、山塘堤坝、灌溉渠道改造。',
      '老旧水闸 | 乡村泵站 | 山塘堤坝 | 灌溉渠道',
    ],
    [
      'in quotation marks',
      '推行“一窗收件、一网通查、一站办结、一次送达”，',
      '一窗收件 | 一网通查 | 一站办结 | 一次送达',
    ],
    [
      'the last with a quality longer than the members before it',
      '建设滨河驿站、街角花园、通宵开放亮灯的书屋，',
      '滨河驿站 | 街角花园 | 通宵开放亮灯的书屋',
    ],
    [
      'verbs before the first object',
      '鼓励、支持修建村级粮仓、乡镇农机库房、田间晾晒场地，',
      '村级粮仓 | 乡镇农机库房 | 田间晾晒场地',
    ],
  ])('%s', (_, clause, expected) => {
    expect(split(clause)).toBe(expected);
  });

  it.each([
    ['two verbs of one object', '引导、支持农户加入合作社，'],
    ['qualities of one thing', '打造开放、共享、便捷、安全的停车系统，'],
    [
      'a quality as long as what is listed before it',
      '建设滨河驿站、街角花园、彻夜亮灯处的社区书屋，',
    ],
    ['principles', '坚持因地制宜、分类施策、稳步推进、务求实效原则，'],
    ['ways of doing it', '通过发放补贴、减免租金、技术培训、代办手续等方式支持返乡创业，'],
    ['who does it', '规划、住建、水利、交通等部门应当加强巡查，'],
    ['texts', '实施《河湖管护办法》、《水库安全规定》、《山塘整治细则》、《泵站运行规程》，'],
    ['a clause that goes on', '支持学校、医院、车站、商场提供无障碍设施，'],
    ['no list', '加强湿地公园管护，'],
  ])('none: %s', (_, clause) => {
    expect(split(clause)).toBe('');
  });

  it('takes time in proportion', () => {
    const clause = `建设${'滨河驿站、'.repeat(40_000)}街角花园${'建设'.repeat(40_000)}x。`;
    expect(membersOf(clause, 0, clause.length).length).toBeLessThanOrEqual(64);
  });
});

const side = (id: string, texts: readonly string[]) =>
  sideFromGold(
    id,
    texts.map((text, i) => ({ id: `1.${i + 1}`, section: '1', text })),
  );

const UP = side('up', [
  '一、乡村建设',
  '加快补齐乡镇供水、村级道路、校舍维修、冷链仓储等领域短板，推广节水灌溉。',
  '开展河道清淤、修复沿岸步道、整治乱堆渣土。',
]);
const DOWN = side('down', [
  '一、乡村建设',
  '加快补齐乡镇供水、村级道路、夜间照明、候车长廊等领域短板，推广节水灌溉。',
  '开展河道清淤、修复沿岸步道、整治乱堆渣土。',
]);

function clauseWith({ upstream, clauses }: Alignment, text: string): UpstreamClause | undefined {
  const texts = new Map(
    upstream.documents.flatMap((d) => d.sentences).map((unit) => [unit.id, unit.text]),
  );
  return clauses?.upstream
    .flatMap(({ unit, clauses: own }) =>
      own.map((clause) => ({ clause, said: texts.get(unit)?.slice(clause.start, clause.end) })),
    )
    .find(({ said }) => said?.includes(text))?.clause;
}

describe('members judged', () => {
  const alignment = align(UP, DOWN, ENGINE);
  const states = (text: string) => clauseWith(alignment, text)?.members?.map(({ state }) => state);

  it('a clause some of whose members are missing is carried in part', () => {
    expect(states('冷链仓储')).toEqual(['carried', 'carried', 'missing', 'missing']);
    expect(clauseWith(alignment, '冷链仓储')?.state).toBe('partly');
  });

  it('one whose members all are there is carried', () => {
    expect(states('河道清淤')).toEqual(['carried', 'carried', 'carried']);
    expect(clauseWith(alignment, '河道清淤')?.state).toBe('carried');
  });

  it('members lie inside their clause, in order, apart', () => {
    for (const clause of alignment.clauses?.upstream.flatMap(({ clauses }) => clauses) ?? []) {
      let at = clause.start;
      for (const { start, end } of clause.members ?? []) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        at = end;
      }
      expect(at).toBeLessThanOrEqual(clause.end);
    }
  });

  it('of a clause that nothing carries no member is carried', () => {
    const apart = align(UP, side('other', ['一、财政', '编制年度预算草案。']), ENGINE);
    expect(clauseWith(apart, '冷链仓储')?.state).toBe('missing');
    expect(clauseWith(apart, '冷链仓储')?.members?.map(({ state }) => state)).toEqual(
      Array(4).fill('missing'),
    );
  });

  it('below, a member that comes from nowhere is new', () => {
    const { sentences } = DOWN.documents[0] ?? { sentences: [] };
    const found = alignment.clauses?.downstream.flatMap(({ unit, clauses }) =>
      clauses.flatMap(({ members = [] }) =>
        members
          .filter(({ state }) => state === 'new')
          .map(({ start, end }) => sentences.find(({ id }) => id === unit)?.text.slice(start, end)),
      ),
    );
    expect(found).toEqual(['夜间照明', '候车长廊']);
  });

  it('missing members stand in coverage, in no count, and in the brief', () => {
    const report = coverage(alignment, new Map(), []);
    const { counts, missing = [] } = report.total.clauses ?? {};
    expect(counts?.missing).toBe(0);
    const text = UP.documents[0]?.sentences[1]?.text ?? '';
    const named = missing.map(({ start, end, member }) => [text.slice(start, end), member]);
    expect(named).toEqual([
      ['校舍维修', true],
      ['冷链仓储', true],
    ]);
    const brief = briefOf({
      alignment,
      labels: new Map(),
      coverage: report,
      shifts: [],
      grades: new Map(),
      targets: [],
    });
    expect(brief.lists.missing.map((entry) => entry.text).sort()).toEqual(['冷链仓储', '校舍维修']);
    expect(brief.lists.local.map((entry) => entry.text).sort()).toEqual(['候车长廊', '夜间照明']);
  });
});
