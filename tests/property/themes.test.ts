import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildAutomaton } from '../../src/align/themes/automaton.js';
import { compileThemes, labelThemes } from '../../src/align/themes/index.js';
import { findPatternFault } from '../../src/corpus/theme-pattern.js';
import type { Theme, ThemeTerm } from '../../src/model/index.js';
import { unitsOf } from '../support/themes-units.js';

/** Few letters, so that needles overlap, nest and repeat. */
const word = (min: number, max: number) =>
  fc
    .array(fc.constantFrom('水', '土', '治', '，'), { minLength: min, maxLength: max })
    .map((letters) => letters.join(''));

const term = fc.record({
  text: word(1, 4),
  weight: fc.constantFrom(-0.7, 0.3, 0.5, 1),
});

const theme: fc.Arbitrary<Theme> = fc.record({
  id: fc.constant('water'),
  labels: fc.constant({ zh: '水', en: 'Water' }),
  terms: fc.uniqueArray(term, {
    selector: ({ text }: ThemeTerm) => text,
    minLength: 1,
    maxLength: 6,
  }),
  patterns: fc.constantFrom<readonly ThemeTerm[]>([], [{ text: '治[^，]{0,2}土', weight: 1 }]),
  exclusions: fc.array(word(2, 5), { maxLength: 2 }),
});

const sections = fc.array(
  fc.record({
    heads: fc.array(word(1, 5), { maxLength: 2 }),
    sentences: fc.array(word(1, 12), { minLength: 1, maxLength: 5 }),
  }),
  { minLength: 1, maxLength: 4 },
);

describe('the automaton', () => {
  it('finds exactly what a search for each needle finds', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(word(1, 4), { minLength: 1, maxLength: 8 }),
        word(0, 30),
        (needles, text) => {
          const naive = needles.flatMap((needle, index) =>
            [...text].flatMap((_, start) =>
              text.startsWith(needle, start) ? [`${index} ${start}`] : [],
            ),
          );
          const found = buildAutomaton(needles)
            .find(text)
            .map(({ needle, start }) => `${needle} ${start}`);
          expect(found.sort()).toEqual(naive.sort());
        },
      ),
    );
  });
});

describe('hits', () => {
  it('lie in the text, in order, none inside another and none inside an exclusion', () => {
    fc.assert(
      fc.property(theme, word(0, 30), (one, text) => {
        const hits = compileThemes([one]).match(text)[0]!;
        hits.forEach((hit, i) => {
          if (hit.kind === 'term') expect(text.slice(hit.start, hit.end)).toBe(hit.source);
          const next = hits[i + 1];
          if (next) expect(next.start > hit.start && next.end > hit.end).toBe(true);
          for (const exclusion of one.exclusions) {
            for (let at = text.indexOf(exclusion); at >= 0; at = text.indexOf(exclusion, at + 1)) {
              expect(at <= hit.start && hit.end <= at + exclusion.length).toBe(false);
            }
          }
        });
      }),
    );
  });
});

describe('labels', () => {
  it('name sentences of the document once each, in order, with evidence that can be read there', () => {
    fc.assert(
      fc.property(theme, sections, (one, parts) => {
        const document = unitsOf(parts);
        const labels = labelThemes(document, [one]);
        const order = document.sentences.map(({ id }) => id);
        const places = labels.map(({ unit }) => order.indexOf(unit));
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
        for (const { unit, evidence, score } of labels) {
          const text = document.sentences.find(({ id }) => id === unit)!.text;
          const headings = document.sections
            .map(({ heading }) => heading)
            .concat(document.sentences.map((s) => s.text));
          expect(evidence.length).toBeGreaterThan(0);
          expect(score).toBeGreaterThanOrEqual(0.7);
          expect(score).toBeLessThanOrEqual(1);
          for (const found of evidence) {
            const [, heading] = /^section:(.*)$/u.exec(found) ?? [];
            if (heading === undefined) expect(text).toContain(found);
            else expect(headings.some((line) => line.includes(heading))).toBe(true);
          }
        }
      }),
    );
  });

  it('do not depend on which other themes are asked for, nor on earlier documents', () => {
    fc.assert(
      fc.property(theme, theme, sections, (one, two, parts) => {
        const document = unitsOf(parts);
        const other = { ...two, id: 'other' };
        const compiled = compileThemes([other, one]);
        labelThemes(document, compiled);
        const together = labelThemes(document, compiled).filter((label) => label.theme === one.id);
        expect(together).toEqual(labelThemes(document, [one]));
      }),
    );
  });

  it('stay with their section when sections change places', () => {
    fc.assert(
      fc.property(theme, sections, (one, parts) => {
        const textsOf = (some: typeof parts) => {
          const document = unitsOf(some);
          const labels = new Set(labelThemes(document, [one]).map(({ unit }) => unit));
          return document.sentences
            .filter(({ id }) => labels.has(id))
            .map(({ text }) => text)
            .sort();
        };
        expect(textsOf([...parts].reverse())).toEqual(textsOf(parts));
      }),
    );
  });
});

describe('accepted patterns', () => {
  const atom = fc.constantFrom('水', '.', '[^，]', '\\p{Script=Han}', '(?:水|土)', '(?:水|水土)');
  const times = fc.constantFrom('', '?', '{0,3}', '{2}', '{1,20}', '+', '*');
  const part = fc.tuple(atom, times).map((pair) => pair.join(''));
  const flat = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));
  const nested = fc.tuple(flat, times).map(([inner, count]) => `(?:${inner})${count}`);

  it('never repeat without a bound, and take few steps on a text made to hurt', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(flat, nested), { minLength: 1, maxLength: 3 }), (parts) => {
        const source = `${parts.join('')}尾`;
        if (findPatternFault(source) !== undefined) return;
        expect(source).not.toMatch(/[+*]|,\}/u);
        // A catastrophe would not end within the time of the test.
        new RegExp(source, 'gu').test('水'.repeat(2_000));
      }),
    );
  });
});
