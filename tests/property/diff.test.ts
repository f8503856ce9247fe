import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffSentences } from '../../src/findings/diff/analyse.js';
import type { Change, Token } from '../../src/model/index.js';

const KNOWLEDGE = {
  swaps: [{ upstream: '全省', downstream: '全市' }],
  setPhrases: [['因城施策', '一城一策']],
  commitment: new Map([
    ['推进', 4],
    ['探索', 2],
  ]),
};
const WORDS = '推进 探索 全省 全市 的 和 住房 供给 制度 因城施策 一城一策 ， 。 力争 左右'.split(
  ' ',
);
const FIGURES = ['10%', '12%', '2030年'];

function asTokens(texts: readonly string[]): Token[] {
  let start = 0;
  return texts.map((text) => {
    const kind = FIGURES.includes(text) ? 'number' : 'word';
    const token: Token = { text, start, end: start + text.length, kind };
    start = token.end;
    return token;
  });
}

const plain = fc.array(fc.constantFrom(...WORDS, ...FIGURES), { maxLength: 25 });
const withLists = fc.array(fc.constantFrom(...WORDS, ...FIGURES, '、', '、'), { maxLength: 25 });

function run(up: readonly string[], down: readonly string[]): Change[] {
  return diffSentences(
    { text: up.join(''), tokens: asTokens(up) },
    { text: down.join(''), tokens: asTokens(down) },
    KNOWLEDGE,
  );
}

/** Upstream text with every change carried out. */
function applied(up: string, down: string, changes: readonly Change[]): string {
  let text = '';
  let at = 0;
  for (const change of changes) {
    text += up.slice(at, change.startUp) + down.slice(change.startDown, change.endDown);
    at = change.endUp;
  }
  return text + up.slice(at);
}

describe('differences', () => {
  test('carried out on the upstream text they give the downstream text', () => {
    fc.assert(
      fc.property(plain, plain, (up, down) => {
        expect(applied(up.join(''), down.join(''), run(up, down))).toBe(down.join(''));
      }),
      { numRuns: 1000 },
    );
  });

  test('are in order, apart, inside the texts, and at token borders', () => {
    fc.assert(
      fc.property(withLists, withLists, (up, down) => {
        const borders = (texts: readonly string[]) =>
          new Set([0, ...asTokens(texts).map((token) => token.end)]);
        const [upBorders, downBorders] = [borders(up), borders(down)];
        let [u, d] = [0, 0];
        for (const change of run(up, down)) {
          expect(change.startUp).toBeGreaterThanOrEqual(u);
          expect(change.startDown).toBeGreaterThanOrEqual(d);
          expect(change.endUp - change.startUp + change.endDown - change.startDown).toBeGreaterThan(
            0,
          );
          for (const at of [change.startUp, change.endUp]) expect(upBorders.has(at)).toBe(true);
          for (const at of [change.startDown, change.endDown])
            expect(downBorders.has(at)).toBe(true);
          [u, d] = [change.endUp, change.endDown];
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('there are none between a text and itself', () => {
    fc.assert(
      fc.property(withLists, (texts) => {
        expect(run(texts, texts)).toEqual([]);
      }),
    );
  });

  test('shuffling an enumeration makes none', () => {
    const members = fc.uniqueArray(fc.constantFrom(...'甲乙丙丁戊己庚'), { minLength: 2 });
    fc.assert(
      fc.property(members, fc.infiniteStream(fc.nat()), (list, order) => {
        const shuffled = list
          .map((member) => [order.next().value as number, member] as const)
          .sort(([a], [b]) => a - b)
          .map(([, member]) => member);
        const enumeration = (texts: readonly string[]) => [
          '发展',
          ...texts.flatMap((text, index) => (index === 0 ? [text] : ['、', text])),
          '。',
        ];
        expect(run(enumeration(list), enumeration(shuffled))).toEqual([]);
      }),
    );
  });
});
