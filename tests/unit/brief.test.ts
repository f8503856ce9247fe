import { describe, expect, it } from 'vitest';
import { shownOf } from '../../src/findings/brief/lines.js';
import { afterBodies, doubtOf, isOpen, substanceOf } from '../../src/findings/brief/weigh.js';
import { BRIEF_LISTS, type Brief, type SentenceUnit, type Target } from '../../src/model/index.js';
import { sampleReport } from '../support/report-fixture.js';

const unit = (text: string, heading = false): SentenceUnit =>
  ({
    kind: 'sentence',
    id: 'up/1.1',
    documentId: 'up',
    paragraph: 'up/¶1',
    text,
    markerLength: 0,
    heading,
    span: { start: 0, end: 1 },
    content: undefined,
  }) as unknown as SentenceUnit;
const target = { id: 'up/1.1#6', sentence: 'up/1.1', start: 6, end: 9, kind: 'count' } as Target;
const grade = (start: number, end: number) =>
  new Map([
    [
      'up/1.1',
      {
        unit: 'up/1.1',
        grade: 3 as const,
        mean: 3,
        clauses: [{ start, end, grade: 3 as const, word: '建设', at: start }],
      },
    ],
  ]);

describe('what a clause weighs', () => {
  const text = '新增养老床位五百张，完善服务网络';
  const whole = { start: 0, end: 10 };
  const rest = { start: 10, end: text.length };
  const plain = substanceOf([], new Map());
  it.each([
    [
      'a longer one more than a shorter',
      plain(unit(text), { start: 0, end: text.length }),
      plain(unit(text), rest),
    ],
    [
      'one with a figure more than without',
      substanceOf([target], new Map())(unit(text), whole),
      plain(unit(text), whole),
    ],
    [
      'one that commits more than one beside it',
      substanceOf([], grade(0, 10))(unit(text), whole),
      substanceOf([], grade(10, 16))(unit(text), whole),
    ],
    [
      'one beside a commitment more than one of a report',
      substanceOf([], grade(10, 16))(unit(text), whole),
      plain(unit(text), whole),
    ],
    [
      'a sentence that commits more than its heading',
      substanceOf([], grade(0, 10))(unit(text), whole),
      substanceOf([], grade(0, 10))(unit(text, true), whole),
    ],
  ])('%s', (_, more, less) => {
    expect(more).toBeGreaterThan(less);
    expect(more).toBeLessThanOrEqual(1);
    expect(less).toBeGreaterThan(0);
  });

  it.each([
    ['a report of what was reached', '渔港整治取得明显成效', '渔港整治完成全部泊位'],
    ['what is wanting', '渔港管理有待进一步加强提高', '渔港管理继续进一步加强提高'],
    ['an explanation', '三港是指东港和西港和南港', '建设三港即东港和西港和南港'],
    ['an opening', '为深入贯彻落实渔港条例要求', '应深入贯彻落实渔港条例要求'],
  ])('%s weighs less', (_, told, own) => {
    const weigh = (said: string) => plain(unit(said), { start: 0, end: said.length });
    expect(weigh(told)).toBeLessThan(weigh(own));
  });

  it('weighs less what stands in a chapter of results', () => {
    const told = substanceOf([], new Map(), new Set(['up/1.1']));
    expect(told(unit(text), whole)).toBeLessThan(plain(unit(text), whole));
  });

  it.each([
    ['（牵头单位：市港务局，责任单位：市水务局）鼓励渔船换新。', '鼓励渔船换新。'],
    ['（市港务局、市水务局按职责分工负责）鼓励渔船换新。', '鼓励渔船换新。'],
    ['（含渔港）鼓励渔船换新。', '（含渔港）鼓励渔船换新。'],
  ])('begins after the bodies of %s', (said, rest) => {
    expect(said.slice(afterBodies(unit(said)))).toBe(rest);
  });

  it('is in doubt at one half and in none at the ends', () => {
    expect([doubtOf(0.5), doubtOf(0), doubtOf(1)]).toEqual([1, 0, 0]);
    expect([isOpen('missing', 0.5), isOpen('missing', 0.1), isOpen('carried', 0.5)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('a brief', () => {
  const report = sampleReport();
  const { brief, coverage } = report.pairs[0]!;

  it('counts what coverage counts', () => {
    expect(brief.lists.missing).toHaveLength(coverage.total.clauses!.counts.missing);
    expect(brief.coverage).toBe(coverage.total.clauses!.coverage);
    expect(brief.lists.missing.length).toBeGreaterThan(0);
    expect(brief.lists.local.length).toBeGreaterThan(0);
  });

  it('gives each entry its text, its own id first, and lists in order of weight', () => {
    const texts = new Map(
      report.sides.flatMap(({ units }) => [...units].map(([id, { unit: own }]) => [id, own.text])),
    );
    for (const list of BRIEF_LISTS) {
      const entries = brief.lists[list];
      expect(entries.map(({ weight }) => weight)).toEqual(
        entries.map(({ weight }) => weight).sort((a, b) => b - a),
      );
      for (const { unit: id, start, end, text, ids } of entries) {
        expect(texts.get(id)!.slice(start, end)).toBe(text);
        expect(ids[0]).toBe(id);
      }
    }
  });
});

describe('clauses on a page', () => {
  const entry = (start: number, end: number, weight: number, of = 'up/1.1') => ({
    unit: of,
    start,
    end,
    text: '甲乙丙丁戊己'.slice(start, end),
    weight,
    ids: [of],
  });
  const brief = (missing: readonly ReturnType<typeof entry>[]): Brief =>
    ({ lists: { missing } }) as unknown as Brief;
  const textOf = () => '甲乙丙丁戊己';

  it.each([
    [
      'that touch are one place',
      [entry(2, 4, 0.9), entry(0, 2, 0.5), entry(4, 6, 0.1)],
      ['甲乙丙丁戊己'],
      0,
    ],
    ['apart are two', [entry(0, 2, 0.9), entry(4, 6, 0.5)], ['甲乙', '戊己'], 0],
    [
      'beyond the limit are counted',
      [entry(0, 2, 0.9), entry(4, 6, 0.5), entry(0, 2, 0.4, 'up/1.2')],
      ['甲乙', '戊己'],
      1,
    ],
  ])('%s', (_, missing, texts, more) => {
    const shown = shownOf(brief(missing), 'missing', 2, textOf);
    expect(shown.shown.map(({ text }) => text)).toEqual(texts);
    expect(shown.more).toBe(more);
    expect(shown.count).toBe(missing.length);
    const held = shown.shown.reduce((sum, own) => sum + own.held, 0);
    expect(held + shown.more).toBe(missing.length);
  });
});
