import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AmbiguousWidth,
  clusters,
  displayWidth,
  harmless,
  NEVER_FIRST,
  NEVER_LAST,
  padEnd,
  TRUNCATION_MARKS,
  truncate,
  wrapStyled,
  wrapText,
} from '../../src/text/index.js';

const piece = fc.oneof(
  fc.constantFrom(...'坚持创新驱动发展全省我市的，。、；：？！）》”’%（《“‘—…·①│ ab9'),
  fc.constantFrom('𬌗', 'e\u0301', '葛\u{e0100}', '👨‍👩‍👧', '🇨🇳', '12%', '5万亿元', '2030年前'),
  fc.constantFrom('https://www.gov.cn/zhengce/2020-12/03/content_5566.htm?a=b', 'R&D', '\n'),
  fc.constantFrom('《关于推动高质量发展的意见》', '《民法典》', '9'.repeat(40)),
);
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
const width = fc.integer({ min: 1, max: 60 });
const ambiguous = fc.constantFrom<AmbiguousWidth>(1, 2);

/** The stretch around a place of a line break that kinsoku alone would hold together. */
function heldTogether(line: string, next: string, ambiguousWidth: AmbiguousWidth): number {
  const before = clusters(line);
  const after = clusters(next);
  let start = before.length - 1;
  while (start > 0 && isHeld(before[start - 1]!, before[start]!)) start -= 1;
  let end = 1;
  while (end < after.length && isHeld(after[end - 1]!, after[end]!)) end += 1;
  return displayWidth(before.slice(start).join('') + after.slice(0, end).join(''), ambiguousWidth);
}

function isHeld(before: string, after: string): boolean {
  return (
    NEVER_FIRST.includes(after[0]!) ||
    NEVER_LAST.includes(before[0]!) ||
    after === ' ' ||
    /^[\w&.:/?=%-]+$/u.test(before + after) ||
    /^(?:——|……|—…|…—)$/u.test(before + after) ||
    /^[\d十百千万亿]$/u.test(before)
  );
}

describe('wrapping', () => {
  test('loses nothing but line feeds', () => {
    fc.assert(
      fc.property(text, width, ambiguous, (source, columns, ambiguousWidth) => {
        const lines = wrapText(source, columns, { ambiguousWidth });
        expect(lines.join('')).toBe(source.replaceAll('\n', ''));
      }),
    );
  });

  test('makes no line too wide, but for one character wider than the column', () => {
    fc.assert(
      fc.property(text, width, ambiguous, (source, columns, ambiguousWidth) => {
        for (const line of wrapText(source, columns, { ambiguousWidth })) {
          if (clusters(line).length > 1) {
            expect(displayWidth(line, ambiguousWidth)).toBeLessThanOrEqual(columns);
          }
        }
      }),
    );
  });

  test('never begins a line with a closing or ends one with an opening mark where that is possible', () => {
    fc.assert(
      fc.property(text, width, ambiguous, (source, columns, ambiguousWidth) => {
        for (const paragraph of source.split('\n')) {
          const lines = wrapText(paragraph, columns, { ambiguousWidth });
          for (let at = 1; at < lines.length; at += 1) {
            const [line, next] = [lines[at - 1]!, lines[at]!];
            const last = clusters(line).at(-1)!;
            if (!NEVER_FIRST.includes(next[0]!) && !NEVER_LAST.includes(last[0]!)) continue;
            expect(heldTogether(line, next, ambiguousWidth)).toBeGreaterThan(columns);
          }
        }
      }),
      { numRuns: 500, examples: [['𬌗é，：', 3, 1]] },
    );
  });

  test('keeps numbers, words and titles whole where they fit', () => {
    const whole = fc.constantFrom('1100余条', '12%', '2030年前', '《民法典》', 'RCEP', '三十年');
    fc.assert(
      fc.property(text, whole, text, ambiguous, (before, unit, after, ambiguousWidth) => {
        const source = `${before.replace(/[\w《“‘（\s%]+/gu, '市')}市${unit}市${after}`;
        const lines = wrapText(source, 20, { ambiguousWidth });
        expect(lines.some((line) => line.includes(unit))).toBe(true);
      }),
    );
  });

  test('breaks styled text where it breaks plain text', () => {
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 6 }),
        width,
        ambiguous,
        (parts, columns, ambiguousWidth) => {
          const styled = wrapStyled(
            parts.map((part, style) => ({ text: part, style })),
            columns,
            { ambiguousWidth },
          );
          expect(styled.map((line) => line.map((stretch) => stretch.text).join(''))).toEqual(
            wrapText(parts.join(''), columns, { ambiguousWidth }),
          );
        },
      ),
    );
  });
});

describe('display text', () => {
  test('clusters give the text back, and widths add up', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), ambiguous, (source, ambiguousWidth) => {
        const parts = clusters(source);
        expect(parts.join('')).toBe(source);
        const sum = parts.reduce((total, part) => total + displayWidth(part, ambiguousWidth), 0);
        expect(sum).toBe(displayWidth(source, ambiguousWidth));
      }),
    );
  });

  test('truncation is never too wide and counts what it left out', () => {
    fc.assert(
      fc.property(text, width, ambiguous, (source, columns, ambiguousWidth) => {
        const line = source.replaceAll('\n', '');
        const cut = truncate(line, columns, TRUNCATION_MARKS.zh, ambiguousWidth);
        expect(displayWidth(cut, ambiguousWidth)).toBeLessThanOrEqual(columns);
        const counted = /^(.*)…（还有 (\d+) 字）$/su.exec(cut);
        if (cut !== line && counted) {
          expect(clusters(line).length - clusters(counted[1]!).length).toBe(Number(counted[2]));
        }
      }),
    );
  });

  test('harmless text holds no control character and stays harmless', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (source) => {
        const shown = harmless(source);
        expect(shown).not.toMatch(
          /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u,
        );
        expect(harmless(shown)).toBe(shown);
      }),
    );
  });

  test('padded text is as wide as asked', () => {
    fc.assert(
      fc.property(
        fc.array(
          piece.filter((each) => each !== '\n'),
          { maxLength: 8 },
        ),
        ambiguous,
        (pieces, ambiguousWidth) => {
          expect(displayWidth(padEnd(pieces.join(''), 600, ambiguousWidth), ambiguousWidth)).toBe(
            600,
          );
        },
      ),
    );
  });
});
