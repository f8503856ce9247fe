import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findRange, suffixArray } from '../../src/findings/shared/suffix-array.js';

const codes = fc
  .array(fc.integer({ min: 97, max: 99 }), { minLength: 1, maxLength: 60 })
  .map((list) => Int32Array.from(list));
const SEED = { seed: 5, numRuns: 500 };
const DEPTH = 8;
const prefix = (text: Int32Array, start: number) =>
  String.fromCharCode(...text.subarray(start, start + DEPTH));

it('orders suffixes by their first codes', () => {
  fc.assert(
    fc.property(codes, (text) => {
      const { order } = suffixArray(text, DEPTH);
      expect([...order].sort((a, b) => a - b)).toEqual([...text.keys()]);
      const prefixes = [...order].map((start) => prefix(text, start));
      expect(prefixes).toEqual([...prefixes].sort());
    }),
    SEED,
  );
});

it('knows how much neighbours have in common', () => {
  fc.assert(
    fc.property(codes, (text) => {
      const { order, lcp } = suffixArray(text, DEPTH);
      for (let i = 1; i < order.length; i += 1) {
        const [a, b] = [prefix(text, order[i - 1]!), prefix(text, order[i]!)];
        let common = 0;
        while (common < a.length && a[common] === b[common]) common += 1;
        expect(lcp[i]).toBe(common);
      }
    }),
    SEED,
  );
});

it('finds every occurrence of a pattern', () => {
  fc.assert(
    fc.property(codes, fc.nat(60), fc.integer({ min: 1, max: DEPTH }), (text, at, length) => {
      const start = at % text.length;
      const pattern = text.subarray(start, start + length);
      const [from, to] = findRange(suffixArray(text, DEPTH), pattern);
      const whole = String.fromCharCode(...text);
      const sought = String.fromCharCode(...pattern);
      const expected = [...text.keys()].filter((i) => whole.startsWith(sought, i)).length;
      expect(to - from).toBe(expected);
    }),
    SEED,
  );
});
