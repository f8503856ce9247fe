import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareSides,
  outlineSides,
  renderComparison,
  renderOutline,
} from '../../src/findings/index.js';
import {
  type Alignment,
  type ComparisonView,
  SENTENCE_RELATIONS,
  type SentenceLink,
} from '../../src/model/index.js';
import { COMPARE_WORDS } from '../../src/render/index.js';
import { displayWidth } from '../../src/text/index.js';
import { addressOf, readComparison } from '../support/comparison-fixture.js';

const { alignments, tools } = readComparison('housing');
const unitsOf = (side: Alignment['upstream']) =>
  side.documents.flatMap((document) => document.sentences.map((sentence) => sentence.id));

/** The fixture's two sides with links thrown at random: crossing, m:n, one unit in several links. */
function anyAlignment(base: Alignment): fc.Arbitrary<Alignment> {
  const [up, down] = [unitsOf(base.upstream), unitsOf(base.downstream)];
  const link = fc.record({
    upstream: fc.uniqueArray(fc.constantFrom(...up), { minLength: 1, maxLength: 3 }),
    downstream: fc.uniqueArray(fc.constantFrom(...down), { minLength: 1, maxLength: 3 }),
    relation: fc.constantFrom(...SENTENCE_RELATIONS),
    score: fc.double({ min: 0, max: 1, noNaN: true }),
    moved: fc.boolean(),
    doubtful: fc.boolean(),
  });
  return fc.array(link, { maxLength: 8 }).map((links): Alignment => {
    const sentenceLinks = links.map(
      (each, index): SentenceLink => ({ ...each, grain: 'sentence', id: `${index}`, swaps: [] }),
    );
    const linked = new Set(links.flatMap((each) => [...each.upstream, ...each.downstream]));
    return {
      ...base,
      links: [...base.links.filter((each) => each.grain === 'section'), ...sentenceLinks],
      unlinked: {
        upstream: up.filter((unit) => !linked.has(unit)),
        downstream: down.filter((unit) => !linked.has(unit)),
      },
    };
  });
}

const pair = anyAlignment(alignments[0]);
const triple = fc.tuple(pair, anyAlignment(alignments[1]));
const view = fc.oneof(
  pair.map((alignment) => compareSides([alignment], tools)),
  triple.map((both) => compareSides(both, { ...tools, context: Number.POSITIVE_INFINITY })),
);
const layout = fc.constantFrom('side-by-side', 'stacked', 'inline', 'unified', undefined);

function rowsOf(shown: ComparisonView) {
  return shown.blocks.flatMap(({ head, rows }) => [
    ...(head.row ? [head.row] : []),
    ...rows.flatMap((entry) =>
      entry.type === 'folded' ? entry.rows : entry.type === 'row' ? [entry] : [],
    ),
  ]);
}

describe('comparisons', () => {
  test('hold every sentence of every side', () => {
    const all = fc.oneof(
      pair.map((one) => [one] as const),
      triple.map((both) => both as readonly [Alignment, Alignment]),
    );
    fc.assert(
      fc.property(all, (some) => {
        const shown = rowsOf(compareSides(some, tools)).flatMap((row) =>
          row.cells.flatMap((cell) => cell.sentences),
        );
        const units = [some[0].upstream, ...some.map((each) => each.downstream)].flatMap(unitsOf);
        expect([...new Set(shown.map((sentence) => sentence.unit))].sort()).toEqual(units.sort());
        expect(shown.filter((sentence) => !sentence.again)).toHaveLength(units.length);
      }),
    );
  });

  test('are drawn with no line too wide, in one, two or three panes', () => {
    fc.assert(
      fc.property(
        view,
        fc.integer({ min: 20, max: 220 }),
        layout,
        fc.boolean(),
        fc.constantFrom(1, 2),
        (shown, width, asked, ascii, ambiguousWidth) => {
          const text = renderComparison(shown, {
            width,
            words: COMPARE_WORDS.zh,
            addressOf,
            ascii,
            ambiguousWidth: ambiguousWidth as 1 | 2,
            showScore: true,
            ...(asked && { layout: asked }),
          });
          for (const line of text.split('\n')) {
            expect(displayWidth(line, ambiguousWidth as 1 | 2)).toBeLessThanOrEqual(width);
          }
        },
      ),
    );
  });

  test('are mapped with no line too wide', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.integer({ min: 20, max: 220 }),
        fc.constantFrom<1 | 2>(1, 2),
        (both, width, ambiguousWidth) => {
          const outline = outlineSides(both ? alignments : [alignments[0]]);
          const text = renderOutline(outline, { width, words: COMPARE_WORDS.en, ambiguousWidth });
          for (const line of text.split('\n')) {
            expect(displayWidth(line, ambiguousWidth)).toBeLessThanOrEqual(width);
          }
        },
      ),
    );
  });

  test('are the same text with and without colours', () => {
    fc.assert(
      fc.property(view, layout, fc.constantFrom('dark', 'light'), (shown, asked, color) => {
        const options = {
          width: 100,
          words: COMPARE_WORDS.en,
          addressOf,
          signs: true,
          ...(asked && { layout: asked }),
        } as const;
        const coloured = renderComparison(shown, { ...options, color: color as 'dark' | 'light' });
        expect(coloured.replace(/\u001b\[[\d;]*m/gu, '').replace(/ +$/gmu, '')).toBe(
          renderComparison(shown, options).replace(/ +$/gmu, ''),
        );
      }),
    );
  });

  test('show every character of every sentence, in order', () => {
    fc.assert(
      fc.property(pair, layout, (alignment, asked) => {
        const shown = compareSides([alignment], { ...tools, context: Number.POSITIVE_INFINITY });
        // One pane a line as wide as it needs: what is left after taking the signs out is the text.
        const text = renderComparison(shown, {
          width: 2000,
          words: COMPARE_WORDS.zh,
          addressOf,
          ...(asked && { layout: asked }),
        });
        const plain = text.replace(/[[{][-+~#!*=]|[\]}‹›_]/gu, '');
        for (const row of rowsOf(shown)) {
          for (const [side, cell] of row.cells.entries()) {
            const replaced = asked === 'inline' && row.pairs.some((each) => each !== undefined);
            if (replaced && side === 0) {
              for (const character of cell.text) expect(text).toContain(character);
            } else if (!replaced) {
              for (const { start, end } of cell.sentences)
                expect(plain).toContain(cell.text.slice(start, end));
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
