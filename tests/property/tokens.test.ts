import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type HanCutter, makeTokenizer } from '../../src/segment/index.js';

const policy = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'坚持创新驱动，。；：《》“”（） —…·0123456789%'),
      fc.constantFrom(
        '2030年前',
        '5万亿元',
        '两个维护',
        '“十四五”',
        '𬌗',
        'e\u0301',
        'https://a.cn',
        '统一条件',
      ),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));
const text = fc.oneof(policy, fc.string({ unit: 'binary' }));

/** Cutters as bad as segmentit: they lose blanks, change characters, answer nothing. */
const cutters: readonly HanCutter[] = [
  (run) => [run],
  (run) => [...run],
  (run) => run.match(/.{1,2}/gsu) ?? [],
  (run) => [...run].slice(1),
  (run) => [`${run}x`, ''],
  () => [],
];

test('tokens stand next to each other and cover the text, whatever the cutter does', () => {
  fc.assert(
    fc.property(text, fc.constantFrom(...cutters), (source, cut) => {
      const tokens = makeTokenizer(cut, ['两个维护'])(source);
      let done = 0;
      for (const token of tokens) {
        expect(token.start).toBe(done);
        expect(token.text).toBe(source.slice(token.start, token.end));
        expect(token.end).toBeGreaterThan(token.start);
        done = token.end;
      }
      expect(done).toBe(source.length);
    }),
    { numRuns: 500 },
  );
});
