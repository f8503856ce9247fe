import { describe, expect, it } from 'vitest';
import { decideStates } from '../../src/align/clauses/judge.js';
import { align } from '../../src/align/index.js';
import { coverage } from '../../src/findings/index.js';
import type { Alignment } from '../../src/model/index.js';
import { sideFromGold } from '../../src/training/gold-sides.js';
import { ENGINE } from '../support/engine.js';

const side = (id: string, texts: readonly string[]) =>
  sideFromGold(
    id,
    texts.map((text, i) => ({ id: `1.${i + 1}`, section: '1', text })),
  );

const UP = side('up', [
  '一、公园和河道',
  '实施湿地公园修复工程，新建游船码头15个，推广屋顶雨水收集利用。',
  '制定古树名木认养办法，（省林业局牵头，省财政厅配合）',
  '到2025年，全面完成老旧水闸改造。',
]);
const DOWN = side('down', [
  '一、公园和河道',
  '实施湿地公园修复工程，新建游船码头15个，开设夜间划船航线。',
  '全面完成老旧水闸改造。',
]);

/** Each clause as `state text`. */
function told({ upstream, downstream, clauses }: Alignment, which: 'upstream' | 'downstream') {
  const units = [...upstream.documents, ...downstream.documents].flatMap((d) => d.sentences);
  const texts = new Map(units.map(({ id, text }) => [id, text]));
  return (clauses?.[which] ?? []).flatMap(({ unit, clauses: own }) =>
    own.map(({ start, end, state }) => `${state} ${texts.get(unit)?.slice(start, end)}`),
  );
}

describe('clauses of an alignment', () => {
  const alignment = align(UP, DOWN, ENGINE);

  it('lie end to end and are the whole text', () => {
    for (const [which, { documents }] of [
      ['upstream', UP],
      ['downstream', DOWN],
    ] as const)
      for (const { id, text } of documents.flatMap((document) => document.sentences)) {
        const own =
          (alignment.clauses?.[which] ?? []).find(({ unit }) => unit === id)?.clauses ?? [];
        expect(own.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
        for (const [i, clause] of own.entries())
          expect(clause.start).toBe(i === 0 ? 0 : own[i - 1]?.end);
      }
  });

  it('tell what a linked sentence leaves out, and what has nothing to carry', () => {
    const states = told(alignment, 'upstream');
    expect(states).toContain('carried 实施湿地公园修复工程，');
    expect(states).toContain('missing 推广屋顶雨水收集利用。');
    expect(states).toContain('none （省林业局牵头，省财政厅配合）');
    expect(states).toContain('none 到2025年，');
    expect(states).toContain('carried 全面完成老旧水闸改造。');
  });

  it('tell below what is new', () => {
    expect(told(alignment, 'downstream')).toContain('new 开设夜间划船航线。');
    expect(told(alignment, 'downstream')).toContain('carried 实施湿地公园修复工程，');
  });

  it('name the sentences that carry them, and none where nothing does', () => {
    const below = DOWN.documents.flatMap(({ sentences }) => sentences);
    for (const { state, by, score } of (alignment.clauses?.upstream ?? []).flatMap(
      ({ clauses }) => clauses,
    )) {
      expect(by.length > 0).toBe(state === 'carried' || state === 'partly');
      expect(below.map(({ id }) => id)).toEqual(expect.arrayContaining([...by]));
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
    }
    const [, first] = below;
    const carried = alignment.clauses?.upstream
      .find(({ unit }) => unit === 'up/1.2')
      ?.clauses.find(({ state }) => state === 'carried');
    expect(carried?.by).toContain(first?.id);
  });

  it('are not carried by a pair that a person rejected', () => {
    const rejecting = align(UP, DOWN, {
      ...ENGINE,
      decisions: [{ action: 'reject', upstream: { id: 'up/1.2' }, downstream: { id: 'down/1.2' } }],
    });
    const named = rejecting.clauses?.upstream.find(({ unit }) => unit === 'up/1.2')?.clauses ?? [];
    expect(named.length).toBeGreaterThan(0);
    for (const { by } of named) expect(by).not.toContain('down/1.2');
  });
});

const span = { start: 0, end: 1, clause: 0 };
const judged = (odds: readonly (readonly [touched: number, whole: number] | undefined)[]) =>
  odds.map((own) => ({
    span,
    matches: [],
    ...(own && { odds: { touched: own[0], whole: own[1] } }),
  }));

it.each([
  [
    'the least likely are missing',
    [0.95, 0.9, 0.1, 0.05].map((p) => [p, p] as const),
    ['carried', 'carried', 'missing', 'missing'],
  ],
  ['all of one mind', [0.99, 0.99].map((p) => [p, p] as const), ['carried', 'carried']],
  ['nothing carried', [0.01, 0.02].map((p) => [p, p] as const), ['missing', 'missing']],
  ['touched and not whole is partly', [[0.95, 0.05] as const], ['partly']],
  ['nothing to carry has no state', [undefined, [0.98, 0.95] as const], [undefined, 'carried']],
  [
    'missing never so many that the rest cannot make up what is expected',
    [0.45, 0.45, 0.45, 0.45].map((p) => [p, p] as const),
    ['missing', 'missing', 'carried', 'carried'],
  ],
])('states: %s', (_, odds, states) => {
  const clauses = judged(odds);
  const decided = decideStates(clauses);
  expect(clauses.map((own) => decided.get(own))).toEqual(states);
});

it('coverage counts a part as half, leaves out what has nothing to carry, and says its error', () => {
  const alignment = align(UP, DOWN, ENGINE);
  const { total } = coverage(alignment, new Map(), []);
  const states = (alignment.clauses?.upstream ?? []).flatMap(({ clauses }) =>
    clauses.map(({ state }) => state),
  );
  const count = (state: string) => states.filter((own) => own === state).length;
  const asked = states.length - count('none');
  expect(total.clauses?.counts).toEqual({
    carried: count('carried'),
    partly: count('partly'),
    missing: count('missing'),
    none: count('none'),
  });
  expect(total.clauses?.coverage).toBeCloseTo((count('carried') + count('partly') / 2) / asked, 9);
  expect(total.clauses?.expectedError).toBeGreaterThan(0.03);
  expect(total.clauses?.missing).toHaveLength(count('missing'));
});

it('an alignment made without clauses is counted in sentences alone', () => {
  const { clauses: _, ...without } = align(UP, DOWN, ENGINE);
  expect(coverage(without, new Map(), []).total.clauses).toBeUndefined();
});
