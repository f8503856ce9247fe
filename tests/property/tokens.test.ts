import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTokenizer, type HanCutter, makeTokenizer } from '../../src/segment/index.js';
import { LONGEST_RUN, shortRuns, type WordLengthsAt } from '../../src/segment/short-runs.js';

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

/** A dictionary with words of two to four characters wherever the text repeats this one: as many ways as can be. */
const everywhere: WordLengthsAt = (run, at) => [1, 2, 3, 4].filter((n) => at + n <= run.length);
const nowhere: WordLengthsAt = () => [];
const inPairs: WordLengthsAt = (_run, at) => (at % 2 === 0 ? [2] : [1]);

const longRun = fc
  .array(fc.constantFrom(...'发展中国家庭院长江山水土地方面', '国家', '\u{20000}', '中\u0301'), {
    minLength: 10,
    maxLength: 2000,
  })
  .map((pieces) => pieces.join(''));

test('a long run is cut into short pieces that are the run, never inside a character', () => {
  fc.assert(
    fc.property(longRun, fc.constantFrom(everywhere, nowhere, inPairs), (run, wordsAt) => {
      const pieces = shortRuns(run, wordsAt);
      expect(pieces.join('')).toBe(run);
      for (const piece of pieces) {
        expect(piece.length).toBeLessThanOrEqual(LONGEST_RUN);
        expect(piece).not.toMatch(/^(?:[\udc00-\udfff]|\u0301)/);
      }
    }),
    { numRuns: 200 },
  );
});

test('the pieces of a run ask the dictionary once a place', () => {
  for (const length of [100, 1000, 10_000]) {
    let asked = 0;
    shortRuns('国'.repeat(length), (run, at) => {
      asked += 1;
      return everywhere(run, at);
    });
    expect(asked).toBe(length);
  }
});

test('runs of 10 to 2,000 characters without punctuation are tokens that cover them', async () => {
  const tokenize = await createTokenizer(['高质量发展']);
  fc.assert(
    fc.property(longRun, (run) => {
      expect(
        tokenize(run)
          .map((token) => token.text)
          .join(''),
      ).toBe(run);
    }),
    { numRuns: 30 },
  );
});
