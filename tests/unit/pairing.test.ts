import { describe, expect, it } from 'vitest';
import type { Level } from '../../src/model/index.js';
import { liesIn } from '../../src/parse/index.js';
import { levelPairs, namedPairs, pairsOfLevels } from '../../src/pipeline/pairing.js';

const LEVELS: Readonly<Record<string, Level>> = {
  n: 'national',
  p: 'province',
  c: 'city',
  k: 'county',
};

/** `p420000`: a province's side; `c`: a city of no known region; `?x`: nothing tells its level. */
function side(text: string) {
  const level = LEVELS[text.charAt(0)];
  const code = text.slice(1);
  return {
    text,
    ...(level !== undefined && { level }),
    ...(level !== undefined && code !== '' && { region: { code, name: code } }),
  };
}

describe('which sides are compared', () => {
  it.each([
    ['two, as they stand', 'c420100 p420000', 'c420100>p420000'],
    ['a chain of levels', 'n p420000 c420100', 'n>p420000 p420000>c420100 n>c420100'],
    [
      'one above many siblings',
      'p420000 c420100 c420500 c420600',
      'p420000>c420100 p420000>c420500 p420000>c420600',
    ],
    [
      'siblings alone: the first is above',
      'p420000 p430000 p440000',
      'p420000>p430000 p420000>p440000',
    ],
    [
      'cities with their own provinces',
      'p420000 p430000 c420100 c430100',
      'p420000>c420100 p430000>c430100',
    ],
    ['in any order', 'p420000 c420100 p430000 c430100', 'p420000>c420100 p430000>c430100'],
    [
      'a province without a city of its own is compared too',
      'p420000 p430000 c420100',
      'p420000>c420100 p430000>c420100',
    ],
    ['cities of no known region with all', 'p420000 p430000 c', 'p420000>c p430000>c'],
    [
      'districts with their city',
      'c420100 c420500 k420102 k420502',
      'c420100>k420102 c420500>k420502',
    ],
    ['no level known: the first is above', '?a ?b ?c', '?a>?b ?a>?c'],
    ['an unknown first above all', '?a c420100 c420500', '?a>c420100 ?a>c420500'],
    ['an unknown one beside the one before', 'n p420000 ?b', 'n>p420000 n>?b'],
    ['one alone', 'p420000', ''],
  ])('%s', (_, sides, expected) => {
    const pairs = namedPairs(sides.split(' ').map(side));
    expect(pairs.map(([up, down]) => `${up.text}>${down.text}`).join(' ')).toBe(expected);
  });

  it('pairs a corpus along the tree, and leaves out who has nobody below', () => {
    const groups = [['n'], ['p420000', 'p430000'], ['c420100']].map((group) => group.map(side));
    expect(levelPairs(groups).map(([up, down]) => `${up.text}>${down.text}`)).toEqual([
      'n>p420000',
      'n>p430000',
      'p420000>c420100',
      'n>c420100',
    ]);
  });
});

describe('a division in another', () => {
  it.each([
    ['420100', '420000', true],
    ['420102', '420000', true],
    ['420102', '420100', true],
    ['110101', '110000', true],
    ['420500', '420100', false],
    ['420000', '420000', false],
    ['420000', '100000', true],
    ['429004', '420000', true],
    ['420102', '420103', false],
  ])('%s in %s: %s', (code, above, expected) => {
    expect(liesIn(code, above)).toBe(expected);
  });
});

describe('which sides are compared where levels are asked for', () => {
  const ALL = 'n p420000 p430000 c420100 c430100 k420102 ?x';
  it.each([
    ['one level under another', 'national', 'province', 'n>p420000 n>p430000'],
    ['along the tree', 'province', 'city', 'p420000>c420100 p430000>c430100'],
    ['over a level that is left out', 'province', 'county', 'p420000>k420102'],
    ['several above', 'national,province', 'county', 'n>k420102 p420000>k420102'],
    ['all above one level', undefined, 'county', 'n>k420102 p420000>k420102 c420100>k420102'],
    ['all below one level', 'city', undefined, 'c420100>k420102'],
    ['siblings never', 'province', 'province', ''],
    ['nothing upside down', 'county', 'national', ''],
  ])('%s', (_, from, to, expected) => {
    const levels = (names: string | undefined) =>
      names === undefined ? undefined : new Set(names.split(',') as Level[]);
    const sides = ALL.split(' ').map(side);
    const pairs = pairsOfLevels(sides, { from: levels(from), to: levels(to) });
    expect(pairs.map(([up, down]) => `${up.text}>${down.text}`).join(' ')).toBe(expected);
  });
});
