/** Patterns of users' files and of the command line: they end, whatever they and the texts are, or are refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileThemes } from '../../src/align/themes/index.js';
import { fitsGlob } from '../../src/check/glob.js';
import { readMisreadings, readNamesFile } from '../../src/corpus/index.js';
import { findPatternFault } from '../../src/corpus/theme-pattern.js';
import { wordPhrase } from '../../src/messages/index.js';
import { withinTime } from '../../src/pipeline/within-time.js';
import { patternCost, UserError } from '../../src/text/index.js';
import { fuzzed } from '../support/fuzzed.js';

const ATOMS = [
  '水',
  '.',
  '[^，]',
  '\\p{L}',
  '(?:水|水水)',
  '(?:水|.)',
  '(水)',
  '水?',
  '(?=水)',
  '(?<=水)水',
];
const TIMES = ['+', '*', '?', '{0,20}', '{2,}', '{1,3000}', '{3000}', '{1000000}'];

/** Nested, overlapping and neighbouring repetition, looks ahead and behind, back-references, of every atom and number. */
const CATASTROPHES = ATOMS.flatMap((atom) =>
  TIMES.flatMap((times) => [
    `(?:${atom}${times})${times}尾`,
    `(?:${atom}${times}|${atom})${times}尾`,
    `${`(?:${atom})${times}`.repeat(3)}尾`,
    `(?=(?:${atom}){0,1000})(?:${atom})${times}尾`,
    `(?<=尾(?:${atom}){0,1000})(?:${atom})${times}`,
    `((?:${atom})${times})\\1尾`,
    `${'水?'.repeat(10)}(?:${atom})${times}尾`,
    `(?<a>${atom})${times}\\k<a>`,
  ]),
);
const TEXTS = [
  '水'.repeat(100_000),
  '水土'.repeat(20_000),
  '水，'.repeat(5_000),
  '尾'.repeat(10_000),
];

/** Steps that a text may take where a second is some 300 millions. */
const SECOND = 250_000_000;

describe('a pattern of a theme', () => {
  it(`is refused with a reason, or ends: ${CATASTROPHES.length} made to hurt, on texts of 10,000 to 100,000 characters`, () => {
    const passed: string[] = [];
    for (const source of CATASTROPHES) {
      const fault = compiles(source) ? findPatternFault(source) : undefined;
      if (fault !== undefined) expect(wordPhrase(fault.problem, 'en')).toMatch(/pattern/);
      else if (compiles(source)) passed.push(source);
    }
    expect(passed.length).toBeGreaterThan(30);
    for (const source of passed) {
      const cost = patternCost(source);
      const steps = cost.kind === 'steps' ? cost.steps : Number.POSITIVE_INFINITY;
      for (const text of TEXTS) expect(steps * text.length).toBeLessThanOrEqual(SECOND);
      // One that was counted wrong would not end within the time of the test.
      new RegExp(source, 'gu').test(TEXTS[0]?.slice(0, 2_000) ?? '');
    }
  });

  it.each([
    ['ten choices before a long word', `${'水?'.repeat(10)}水{3000}尾`, /too many ways/],
    ['brackets without end', `${'(?:'.repeat(3000)}水${')'.repeat(3000)}`, /longer than/],
    ['a pattern of a million letters', '水'.repeat(1_000_000), /longer than/],
    ['looks ahead without end', `${'(?=水)'.repeat(2000)}水`, /longer than/],
    ['repetition of repetition', '(?:水{0,99}){0,99}尾', /too many ways/],
    ['a branch that begins another', '(?:水|水水){0,40}尾', /too many ways/],
  ])('%s is refused', (_name, source, said) => {
    const fault = findPatternFault(source);
    expect(fault && wordPhrase(fault.problem, 'en')).toMatch(said);
  });

  it.each([
    ['(?:住|租|购)房(?:难|补贴)', 9],
    ['水{40}', 40],
    ['(?:水|土){0,3}尾', 13],
    ['(?:水|水土){0,3}尾', 43],
    ['水(?=土|石)尾', 5],
    ['[^，]{0,8}尾', 17],
    ['(?<=尾水{0,3})水', 9],
    ['[\\p{L}、]{0,3}尾', 19],
  ])('%s takes %d steps', (source, steps) => {
    expect(patternCost(source)).toEqual({ kind: 'steps', steps });
  });

  it('is counted no lower than an engine that goes back goes', () => {
    const atom = fc.constantFrom('水', '.', '(?:水|土)', '(?:水|水水)', '(?:水?水?)');
    const times = fc.constantFrom('', '?', '{0,3}', '{2}', '{1,4}');
    const part = fc.tuple(atom, times).map((pair) => pair.join(''));
    const { seed, runs } = fuzzed(200);
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
        const cost = patternCost(`${parts.join('')}尾`);
        const ways = parts.map(waysOf).reduce((a, b) => a * b, 1);
        expect(cost.kind === 'steps' && cost.steps >= ways).toBe(true);
      }),
      { seed, numRuns: runs },
    );
  });

  it('finds what stands far behind in a sentence without end', () => {
    const theme = {
      id: 'water',
      labels: { zh: '水', en: 'Water' },
      terms: [],
      patterns: [{ text: '修[^，]{0,3}堤', weight: 1 }],
      exclusions: [],
    };
    const [hits] = compileThemes([theme]).match(`${'土'.repeat(50_000)}修江堤`);
    expect(hits).toMatchObject([{ start: 50_000, end: 50_003 }]);
  });
});

function compiles(source: string): boolean {
  try {
    new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}

/** Different lengths that a part can have, at least. */
function waysOf(part: string): number {
  const lengths = new Set<number>();
  for (let n = 0; n <= 8; n += 1)
    if (new RegExp(`^(?:${part})$`, 'u').test('水'.repeat(n))) lengths.add(n);
  return lengths.size;
}

describe('patterns elsewhere', () => {
  it.each([
    ['repetition of all', '.*', true],
    ['as the shipped file has it', '政治局(?:召开)?[^\\n]*生活会', true],
    ['repetition inside repetition', '(.*)*尾', false],
    ['three in a row', '.*.*.*尾', false],
    ['what does not compile', '[', false],
  ])('names of documents: %s', (_name, pattern, isGood) => {
    const read = () => readNamesFile(`- { pattern: '第${pattern}', id: x }\n`, 'names.yaml');
    if (isGood) expect(read()).toHaveLength(1);
    else expect(read).toThrow(UserError);
  });

  it('misreadings: a line that cannot be used is named', () => {
    expect(readMisreadings('# x\n己经(?!营)\t已经\n\n', 'm.tsv')).toEqual([['己经(?!营)', '已经']]);
    for (const wrong of ['(己*)*经', '己经(', ''])
      expect(() => readMisreadings(`# x\n${wrong}\t已经\n`, 'm.tsv')).toThrow(
        expect.objectContaining({ params: expect.objectContaining({ line: 2 }) }),
      );
  });

  it('--grep ends a pattern that would not end', () => {
    const searcher = withinTime(/(?:\p{L}?\p{L}?)*尾/u);
    expect(() => '水'.repeat(5_000).search(searcher)).toThrow(UserError);
    expect('水数据'.search(withinTime(/(?:数.*)+据/u))).toBe(1);
    expect('水土'.search(withinTime(/土/u))).toBe(1);
  });

  it.each([
    ['a/b.txt', 'a/*.txt', true],
    ['a/b/c.txt', 'a/*.txt', false],
    ['a/b/c.txt', 'a/**.txt', true],
    ['a/b/c.txt', '**/c.txt', true],
    ['a.txt', 'a.t?t', false],
    ['a', '', false],
    ['', '**', true],
    ['湖北/𠀀.txt', '湖北/*', true],
    [`${'a'.repeat(4000)}`, `${'**a'.repeat(60)}b`, false],
  ])('%s and the glob %s', (path, glob, fits) => {
    expect(fitsGlob(path, glob)).toBe(fits);
  });
});
