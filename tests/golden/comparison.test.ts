import { describe, expect, test } from 'vitest';
import {
  type ComparisonLayout,
  compareSides,
  outlineSides,
  renderComparison,
  renderOutline,
} from '../../src/findings/index.js';
import { COMPARE_WORDS } from '../../src/render/index.js';
import { addressOf, readComparison } from '../support/comparison-fixture.js';

const { alignments, tools } = readComparison('housing');
const VIEWS = {
  two: compareSides([alignments[0]], tools),
  three: compareSides(alignments, tools),
};
const OUTLINES = { two: outlineSides([alignments[0]]), three: outlineSides(alignments) };

type Sides = keyof typeof VIEWS;
type Row = readonly [sides: Sides, width: number, lang: 'zh' | 'en', layout?: ComparisonLayout];

const WIDTHS: readonly Row[] = [60, 80, 120, 200].flatMap((width): Row[] => [
  ['two', width, 'zh'],
  ['two', width, 'en'],
  ['three', width, 'zh'],
]);
const LAYOUTS: readonly Row[] = [
  ['two', 80, 'zh', 'inline'],
  ['two', 80, 'zh', 'unified'],
  ['three', 80, 'en', 'inline'],
  ['three', 100, 'en', 'unified'],
];

/** `fixtures/compare/expected/<name>.txt`; read the diff before you update it. */
function expected(name: string): string {
  return `../../fixtures/compare/expected/${name}.txt`;
}

describe('a comparison in a terminal', () => {
  for (const [sides, width, lang, layout] of [...WIDTHS, ...LAYOUTS]) {
    const name = [sides, width, lang, ...(layout ? [layout] : [])].join('-');
    test(name, async () => {
      const text = renderComparison(VIEWS[sides], {
        width,
        words: COMPARE_WORDS[lang],
        addressOf,
        showScore: lang === 'en',
        ...(layout && { layout }),
      });
      await expect(text).toMatchFileSnapshot(expected(name));
    });
  }

  test('ASCII, ambiguous characters two columns wide', async () => {
    const text = renderComparison(VIEWS.two, {
      width: 80,
      words: COMPARE_WORDS.zh,
      addressOf,
      ascii: true,
      ambiguousWidth: 2,
    });
    await expect(text).toMatchFileSnapshot(expected('two-80-zh-ascii'));
  });

  test('colours', async () => {
    const text = renderComparison(VIEWS.two, {
      width: 120,
      words: COMPARE_WORDS.zh,
      addressOf,
      color: 'dark',
    });
    await expect(text.replaceAll('\u001b', '␛')).toMatchFileSnapshot(expected('two-120-zh-dark'));
  });

  test('in colour bear no brackets unless they are asked for', () => {
    const draw = (more: object): string =>
      renderComparison(VIEWS.two, { width: 120, words: COMPARE_WORDS.zh, addressOf, ...more });
    const signs = /[[{][-+~#!*=]/u;
    expect(draw({})).toMatch(signs);
    expect(draw({ color: 'dark' })).not.toMatch(signs);
    expect(draw({ color: 'dark', signs: true })).toMatch(signs);
    expect(draw({ signs: false })).not.toMatch(signs);
  });

  test('counts only', () => {
    const text = renderComparison(VIEWS.two, {
      width: 80,
      words: COMPARE_WORDS.en,
      addressOf,
      summaryOnly: true,
    });
    expect(text.split('\n')).toHaveLength(8);
    expect(text).toContain('Coverage by sentence 90%');
  });
});

describe('an outline in a terminal', () => {
  test.each([
    ['two', 60, 'zh'],
    ['two', 80, 'zh'],
    ['two', 120, 'en'],
    ['three', 80, 'zh'],
    ['three', 120, 'zh'],
  ] as const)('%s sides, %i columns, %s', async (sides, width, lang) => {
    const text = renderOutline(OUTLINES[sides], { width, words: COMPARE_WORDS[lang] });
    await expect(text).toMatchFileSnapshot(expected(`outline-${sides}-${width}-${lang}`));
  });
});
