import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  findNumerals,
  formatHanDigits,
  formatHanInteger,
  parseHanInteger,
  parseNumeral,
} from '../../src/text/index.js';

const SEED = { seed: 20201202, numRuns: 3000 };
const whole = fc.oneof(
  fc.nat(1e8),
  fc.nat(20_000),
  fc.nat(1000).map((n) => n * 10_000),
);

it('reads every numeral it writes', () => {
  fc.assert(
    fc.property(whole, (value) => {
      expect(parseHanInteger(formatHanInteger(value))).toBe(value);
    }),
    SEED,
  );
});

it('reads 两 wherever people write it for 二', () => {
  fc.assert(
    fc.property(whole, (value) => {
      const text = formatHanInteger(value).replaceAll(/二(?=[百千万亿])/gu, '两');
      expect(parseHanInteger(text)).toBe(value);
    }),
    SEED,
  );
});

it('reads digits one by one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 1e8 }), (value) => {
      expect(parseHanInteger(formatHanDigits(value))).toBe(value);
    }),
    SEED,
  );
});

it('reads the same number in Arabic digits, full width, and with a scale', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
      const full = [...String(value)]
        .map((d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
        .join('');
      expect(parseNumeral(full)?.value).toBe(value);
      expect(parseNumeral(`${value}万`)?.value).toBe(value * 1e4);
      expect(parseNumeral(`${value / 100}亿`)?.value).toBe(value * 1e6);
    }),
    SEED,
  );
});

it('finds numbers in order, apart, inside the text, whatever the text', () => {
  const piece = fc.constantFrom(...'〇零一二两三十百千万亿点分之几数多余上半%％-至到年个，0123.');
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 30 }).map((p) => p.join('')),
      (text) => {
        let at = 0;
        for (const { start, end, value } of findNumerals(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(Number.isFinite(value)).toBe(true);
          at = end;
        }
      },
    ),
    SEED,
  );
});
