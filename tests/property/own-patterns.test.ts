/** Patterns of the program itself, also those it makes of words while it runs: none goes back more than in proportion to the text, whatever the text is. */
import { analyse } from 'scslre';
import { describe, expect, it, vi } from 'vitest';
import { attacksOn, stepCounter } from '../support/counted-match.js';
import {
  madePatterns,
  type OwnPattern,
  patternsMadeBy,
  writtenPatterns,
} from '../support/own-patterns.js';

/** As often a pump is repeated where it is short, then twice as often. */
const REPEATS = 16;
const LONGEST = 120;
/** Twice the text is at most twice the steps where they go with the text; a square is four times as many. */
const IN_PROPORTION = 2.9;

/** What is reported of these and is not so, by where they are made. */
const KNOWN = new Map([
  // A run of digits that one branch gives up is matched by another at the same place, and is passed.
  ['text/numerals-find.ts', 'Move'],
  ['text/wrap.ts', 'Move'],
]);

/** Patterns of users, in whose hands it is what they match: counted before they are used, see `patterns.test.ts`. */
const OF_USERS = new Map([
  ['align/themes/match.ts', 1],
  ['check/rules/misreading.ts', 1],
  ['check/theme-use.ts', 1],
  ['cli/commands/compare.ts', 1],
  ['corpus/names-file.ts', 1],
  ['corpus/theme-pattern.ts', 1],
  ['text/pattern-steps.ts', 1],
]);

/** Patterns made of words of the corpus and of the texts while the program runs: walked as it makes them below. */
const WHILE_IT_RUNS = new Map([
  ['align/neutralise.ts', 1],
  ['findings/brief/elsewhere.ts', 3],
  ['findings/commitment/analyse.ts', 3],
  ['findings/diff/keys.ts', 1],
  ['findings/targets/lexicon.ts', 11],
]);

/** What makes each of those at least once, with the words of the embedded corpus: in modules and with a cache that nobody used before. */
async function runAll(): Promise<void> {
  vi.resetModules();
  const { cli } = await import('../support/cli.js');
  for (const args of [
    ['compare', 'hubei', 'wuhan'],
    ['report', 'hubei', 'wuhan', '-f', 'json'],
    ['targets', 'hubei', 'wuhan'],
  ])
    expect((await cli(args, { env: {} })).code).toBe(0);
}

const { literals, inFunctions } = writtenPatterns();
const made = await madePatterns((path) => import(path));
const running = (await patternsMadeBy(runAll)).filter(({ where }) => WHILE_IT_RUNS.has(where));
const OWN = [
  ...new Map(
    [...literals, ...made, ...running].map((own) => [`${own.source}/${own.flags}`, own]),
  ).values(),
];

/** Steps for twice the text by steps for it, at worst, with the text. */
function worstGrowth({ source, flags }: Omit<OwnPattern, 'where'>): { times: number; by: string } {
  let worst = { times: 0, by: '' };
  const stepsIn = stepCounter(source, flags);
  for (const { before, pump, after } of attacksOn(source, flags)) {
    const repeats = Math.max(3, Math.min(REPEATS, Math.floor(LONGEST / pump.length)));
    const steps = (count: number): number => stepsIn(before + pump.repeat(count) + after);
    const twice = steps(2 * repeats);
    const times = twice === Number.POSITIVE_INFINITY ? twice : twice / steps(repeats);
    if (times > worst.times) worst = { times, by: `${before}(${pump})*${JSON.stringify(after)}` };
  }
  return worst;
}

/** What a checker says that knows each single character: two repetitions take from one run, or one begins at each place of it. */
function reported({ source, flags }: Omit<OwnPattern, 'where'>): string[] {
  // All that is left always matches.
  const bare = source.replace(/\[\\s\\S\]\*\$$/, '');
  return analyse({ source: bare, flags }).reports.map(({ type }) => type);
}

describe('the checkers', () => {
  it.each([
    ['a run that begins at each of its places', /\d+年/u, 4],
    ['a mark that opens and is never closed', /《[^》]*》/gu, 4],
    ['three repetitions over one run', /(?:\.{5,})[\s-]*\d{0,4}[\s-]*$/u, 5],
    [
      'a word that ends two others',
      /^(?:职责(?:分工)?|分工|共同)*负责$/u,
      Number.POSITIVE_INFINITY,
    ],
    ['a word in two lists', /^(?:统筹|推进|加快|统筹)+$/u, Number.POSITIVE_INFINITY],
    ['a comment that may hold others', /^(?:<!--[\s\S]*?-->\s*)*<html/u, Number.POSITIVE_INFINITY],
    ['words that any place begins', /(?:建设|发展)+机制/u, 3],
  ])('see %s', (_name, { source, flags }, times) => {
    expect(worstGrowth({ source, flags }).times).toBeGreaterThanOrEqual(times * 0.85);
  });

  it.each([
    ['a run that begins once', /(?<!\d)\d+年/gu],
    ['a mark that opens once', /《[^《》]*》/gu],
    ['repetition with an end', /(?:建设|发展){1,8}机制/u],
    ['words each read in one way', /^(?:职责|分工|共同)*负责$/u],
    ['a comment up to its end', /^(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<html/u],
  ])('pass %s', (_name, { source, flags }) => {
    expect(worstGrowth({ source, flags }).times).toBeLessThan(IN_PROPORTION);
    expect(reported({ source, flags })).toEqual([]);
  });
});

describe('a pattern of the program', () => {
  it('is written, or made when its module is loaded, or stands in a list with its reason', () => {
    expect(literals.length).toBeGreaterThan(900);
    expect(made.length).toBeGreaterThan(30);
    const counts = new Map<string, number>();
    for (const path of inFunctions) counts.set(path, (counts.get(path) ?? 0) + 1);
    expect([...counts].sort()).toEqual([...OF_USERS, ...WHILE_IT_RUNS].sort());
    // Each of those was made, those of two sides twice.
    for (const [path, count] of WHILE_IT_RUNS)
      expect(running.filter(({ where }) => where === path).length).toBeGreaterThanOrEqual(count);
  });

  it('goes back in proportion to the text, by a checker of single characters', () => {
    const faults = OWN.flatMap((own) =>
      reported(own)
        .filter((type) => KNOWN.get(own.where) !== type)
        .map((type) => `${own.where} ${type} ${own.source}`),
    );
    expect(faults).toEqual([]);
  });

  it('goes back in proportion to the text, by steps counted on texts made to hurt', () => {
    const faults = OWN.flatMap((own) => {
      const { times, by } = worstGrowth(own);
      return times < IN_PROPORTION ? [] : [`${own.where} ${times} ${by} ${own.source}`];
    });
    expect(faults).toEqual([]);
  }, 120_000);
});
