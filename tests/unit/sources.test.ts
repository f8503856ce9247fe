import { describe, expect, it } from 'vitest';
import { type SourceCandidate, sourcesOf } from '../../src/findings/index.js';
import type { Alignment, ClauseState, Level } from '../../src/model/index.js';
import { sampleAlignment, sampleDocument, sampleSide } from '../support/alignment.js';

const paper = sampleDocument('own', 'city', [
  ['一', '清理渔网，登记渔船，'],
  ['一', '修补堤坝。'],
]);

/** A paper above, what of ours stands in it (`1` for our first sentence), and the state of our three clauses. */
function candidate(
  path: string,
  level: Level,
  [texts, links, states]: readonly [readonly string[], readonly string[], readonly ClauseState[]],
): SourceCandidate {
  const document = sampleDocument(
    path,
    level,
    texts.map((text) => ['一', text] as const),
  );
  const plain = sampleAlignment(sampleSide(path, document), sampleSide('own', paper), links);
  const clause = (start: number, end: number, at: number) => ({
    ...{ start, end, state: states[at] ?? 'missing', expected: 0.5, units: [], members: [] },
  });
  const downstream = [
    { unit: 'own/一.1', clauses: [clause(0, 5, 0), clause(5, 10, 1)] },
    { unit: 'own/一.2', clauses: [clause(0, 5, 2)] },
  ];
  const clauses = { upstream: [], downstream } as unknown as Alignment['clauses'];
  return { path, document, alignment: { ...plain, ...(clauses && { clauses }) } };
}

/** `path credited share found`, the greatest first. */
const credited = (candidates: readonly SourceCandidate[]): string[] =>
  sourcesOf([paper], candidates).map(
    ({ path, clauses, share, found }) =>
      `${path} ${clauses} ${share.toFixed(2)} ${found.toFixed(2)}`,
  );

describe('who is credited with a clause', () => {
  const whole = candidate('b.txt', 'province', [
    ['清理渔网，登记渔船，'],
    ['b.txt/一.1 > own/一.1 verbatim'],
    ['carried', 'carried', 'missing'],
  ]);
  const half = candidate('a.txt', 'province', [
    ['清理渔网，', '修补堤坝。'],
    ['a.txt/一.1 > own/一.1 adapted', 'a.txt/一.2 > own/一.2 verbatim'],
    ['carried', 'missing', 'carried'],
  ]);
  const nothing = candidate('c.txt', 'province', [
    ['清理渔网。'],
    [],
    ['missing', 'missing', 'missing'],
  ]);

  it('the paper with its wording, the first of equals, and no paper without any', () => {
    expect(credited([whole])).toEqual(['b.txt 2 0.67 0.67']);
    expect(credited([nothing, whole, half])).toEqual(['b.txt 2 0.67 0.67', 'a.txt 1 0.33 0.67']);
  });

  it('by path where two are credited with as much and hold as much', () => {
    const one = (path: string, at: number, states: readonly ClauseState[]) =>
      candidate(path, 'province', [
        [at === 1 ? '清理渔网，' : '修补堤坝。'],
        [`${path}/一.1 > own/一.${at} verbatim`],
        states,
      ]);
    const first = one('z.txt', 1, ['carried', 'missing', 'missing']);
    const second = one('y.txt', 2, ['missing', 'missing', 'carried']);
    expect(credited([first, second])).toEqual(['y.txt 1 0.33 0.33', 'z.txt 1 0.33 0.33']);
  });

  it('the nearer paper where both have the wording, and passages of credited sentences alone', () => {
    const law = candidate('law.txt', 'national', [
      ['清理渔网，登记渔船，', '修补堤坝。'],
      ['law.txt/一.1 > own/一.1 verbatim', 'law.txt/一.2 > own/一.2 adapted'],
      ['carried', 'carried', 'carried'],
    ]);
    expect(credited([whole, law])).toEqual(['law.txt 3 1.00 1.00']);
    const [only] = sourcesOf([paper], [whole, half]).slice(1);
    expect(only?.passages.map(({ downstream }) => downstream)).toEqual([['own/一.2']]);
  });

  it('nobody with a clause too short to be compared', () => {
    const { alignment, ...rest } = whole;
    const [first] = alignment.clauses?.downstream ?? [];
    const short = first?.clauses.slice(0, 1).map((own) => ({ ...own, end: 1 }));
    const clauses = { upstream: [], downstream: [{ unit: 'own/一.1', clauses: short }] };
    expect(credited([{ ...rest, alignment: { ...alignment, clauses } as Alignment }])).toEqual([]);
  });

  it('nobody without clauses that have something to say', () => {
    const silent = candidate('s.txt', 'province', [
      ['清理渔网，'],
      ['s.txt/一.1 > own/一.1 adapted'],
      ['none', 'none', 'none'],
    ]);
    expect(credited([silent])).toEqual([]);
    expect(credited([])).toEqual([]);
  });
});
