import { describe, expect, it } from 'vitest';
import {
  distinctiveTerms,
  documentStats,
  gramsOf,
  labelsByUnit,
  logLikelihood,
} from '../../src/findings/index.js';
import { sampleAlignment, sampleDocument, sampleSide } from '../support/alignment.js';
import { corpusDocument } from '../support/corpus.js';

const up = sampleSide(
  'p',
  sampleDocument('p', 'province', [
    ['一', '建设住房。'],
    ['一', '发展教育。'],
  ]),
);
const document = sampleDocument('c', 'city', [
  ['一/1', '建设住房。'],
  ['一/1', '办好学校教育。'],
  ['二', '修桥。'],
]);
const above = sampleAlignment(up, sampleSide('c', document), [
  'p/一.1 > c/1.1 verbatim',
  'p/一.2 > c/1.1 paraphrased',
  'p/一.2 > c/1.2 paraphrased',
]);
const labels = labelsByUnit([
  { unit: 'c/1.1', theme: 'housing', grade: 2, score: 1, evidence: [] },
]);

describe('documentStats', () => {
  it('counts, and shares what has a link above', () => {
    const stats = documentStats(document, labels, [{ id: 'housing' }, { id: 'innovation' }], {
      above,
    });
    expect(stats).toEqual({
      document: 'c',
      level: 'city',
      characters: 12,
      sentences: 3,
      sections: 3,
      chapters: 2,
      themes: [
        { theme: 'housing', sentences: 1, characters: 4, share: 1 / 3, shareByCharacters: 4 / 12 },
        { theme: 'innovation', sentences: 0, characters: 0, share: 0, shareByCharacters: 0 },
      ],
      reuse: {
        sentences: { verbatim: 1, adapted: 0, paraphrased: 1, local: 1 },
        characters: { verbatim: 4, adapted: 0, paraphrased: 6, local: 2 },
      },
      distinctive: [],
    });
  });

  it('says nothing of reuse without a level above', () => {
    expect(Object.keys(documentStats(document, labels, []))).not.toContain('reuse');
  });

  it('finds what Wuhan speaks of more than Hubei, and the other way round', () => {
    const [hubei, wuhan] = [
      corpusDocument('hubei-proposal-2020'),
      corpusDocument('wuhan-proposal-2020'),
    ];
    const terms = (own: typeof hubei, other: typeof hubei) =>
      documentStats(own, labels, [], { reference: [other] }).distinctive!.map((item) => item.term);
    expect(terms(wuhan, hubei)).toEqual(expect.arrayContaining(['武汉', '我市', '城市']));
    expect(terms(hubei, wuhan)).toEqual(expect.arrayContaining(['湖北', '我省', '全省']));
    expect(terms(hubei, wuhan)).not.toContain('武汉');
  });
});

describe('distinctiveTerms', () => {
  const repeat = (term: string, times: number) => Array.from({ length: times }, () => term);

  it.each([
    // By hand: 2 (20 ln 2) = 27.73; 2 (15 ln 1.5 + 5 ln 0.5) = 5.23; 2 (30 ln 3 + 10 ln ⅓) = 43.94.
    [20, 0, 100, 100, 27.726],
    [15, 5, 100, 100, 5.232],
    [10, 10, 100, 100, 0],
    [30, 10, 100, 300, 43.944],
  ])('G² of %d : %d in %d : %d', (a, b, c, d, expected) =>
    expect(logLikelihood(a, b, c, d)).toBeCloseTo(expected, 2),
  );

  it('ranks by G², keeps what is overused and significant', () => {
    const own = [
      ...repeat('桥', 40),
      ...repeat('路', 20),
      ...repeat('水', 20),
      ...repeat('灯', 20),
    ];
    const reference = [
      ...repeat('路', 20),
      ...repeat('水', 60),
      ...repeat('灯', 10),
      ...repeat('树', 10),
    ];
    expect(
      distinctiveTerms(own, reference).map((item) => [item.term, item.count, item.reference]),
    ).toEqual([['桥', 40, 0]]);
  });

  it('ranks terms as distinctive: the longer first, then by code unit', () => {
    const own = ['路', '大桥', '河'].flatMap((term) => repeat(term, 40));
    const found = distinctiveTerms(own, repeat('其他', 100)).map((item) => item.term);
    expect(found).toEqual(['大桥', '河', '路']);
  });

  it('names the longest of nested terms', () => {
    const own = [
      ...repeat('光谷科技', 20),
      ...repeat('光谷', 20),
      ...repeat('谷科', 20),
      ...repeat('科技', 60),
    ];
    const found = distinctiveTerms(own, repeat('其他', 100)).map((item) => item.term);
    expect(found).toEqual(['科技', '光谷科技']);
  });

  it('cuts n-grams inside Han runs only', () => {
    expect(gramsOf('建桥，5G路')).toEqual(['建桥']);
  });
});
