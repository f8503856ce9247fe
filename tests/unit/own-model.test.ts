import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, explainPair } from '../../src/align/index.js';
import { measureWording, PAIR_COMPONENTS } from '../../src/align/measure.js';
import { ontoDistribution, withOwnModel } from '../../src/align/own-model.js';
import { prepareSides } from '../../src/align/score.js';
import { sampleDocument, sampleSide } from '../support/alignment.js';
import { ENGINE } from '../support/engine.js';

const up = sampleSide(
  'p',
  sampleDocument('p', 'province', [
    ['一', '加快建设数据交易中心，培育数据要素市场。'],
    ['一', '完善住房保障体系，增加保障性住房供给。'],
    ['一', '推进农业规模化经营，培养新型农民。'],
  ]),
);
const down = sampleSide(
  'c',
  sampleDocument('c', 'city', [
    ['一', '探索建设数据交易平台。'],
    ['一', '让群众住有所居。'],
    ['一', '开展土地流转试点。'],
  ]),
);

/** The second sentences of both sides mean the same, and the third; the first ones are strangers. */
const vector = (...numbers: number[]): Float32Array => Float32Array.from(numbers);
const semantics = {
  upstream: [vector(1, 0, 0, 0), vector(0, 1, 0, 0), vector(0, 0, 1, 0)],
  downstream: [vector(0, 0, 0, 1), vector(0, 1, 0, 0), vector(0, 0, 1, 0)],
};

const pair = prepareSides(up, down, ENGINE);
const candidates = [0, 1, 2].flatMap((d) => [0, 1, 2].map((u) => ({ up: u, down: d, cosine: 0 })));
const MEANING = PAIR_COMPONENTS.findIndex(({ name }) => name === 'meaning');
const meanings = ({ components }: { readonly components: Float64Array }): number[] =>
  candidates.map((_, i) => components[i * PAIR_COMPONENTS.length + MEANING]!);

describe('values by rank onto a distribution', () => {
  it.each([
    [
      [0.1, 0.9, 0.5],
      [5, 1, 3],
      [1, 5, 3],
    ],
    [
      [0.1, 0.9, 0.9],
      [5, 1, 3],
      [1, 4, 4],
    ],
    [
      [2, 2, 2],
      [0, 3, 6],
      [3, 3, 3],
    ],
    [[], [], []],
  ])('%j onto %j is %j', (values, distribution, expected) => {
    expect([...ontoDistribution(values, distribution)]).toEqual(expected);
  });

  it('keeps order and sum, and is the distribution itself where no two are equal', () => {
    const numbers = fc.array(fc.tuple(fc.integer(), fc.integer({ min: -99, max: 99 })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(numbers, (rows) => {
        const values = rows.map(([value]) => value);
        const own = rows.map(([, value]) => value);
        const mapped = ontoDistribution(values, own);
        const sum = (list: ArrayLike<number>): number =>
          Array.from(list).reduce((a, b) => a + b, 0);
        expect(sum(mapped)).toBeCloseTo(sum(own), 6);
        for (const [i, a] of values.entries())
          for (const [k, b] of values.entries())
            if (a < b) expect(mapped[i]).toBeLessThanOrEqual(mapped[k]!);
        if (new Set(values).size === values.length)
          expect([...mapped].sort((a, b) => a - b)).toEqual([...own].sort((a, b) => a - b));
      }),
    );
  });
});

describe('the user’s own model in the engine', () => {
  it('changes meaning and likeness alone, towards what it holds for near', () => {
    const plain = measureWording(pair, candidates);
    const before = { components: plain.components.slice(), likeness: plain.likeness.slice() };
    const own = withOwnModel(plain, candidates, semantics);
    expect(plain.components).toEqual(before.components);
    expect(plain.likeness).toEqual(before.likeness);
    expect(own.clauses).toBe(plain.clauses);
    for (const [i, value] of own.components.entries())
      if (i % PAIR_COMPONENTS.length !== MEANING) expect(value).toBe(plain.components[i]);
    const top = Math.max(...meanings(plain));
    const [engine, said] = [meanings(plain), meanings(own)];
    // Second with second and third with third are its two nearest: they share the two highest places.
    expect(said[4]! - engine[4]! / 2).toBeCloseTo(said[8]! - engine[8]! / 2, 12);
    expect(said[4]! - engine[4]! / 2).toBeLessThanOrEqual(top / 2 + 1e-12);
    expect(said[4]).toBeGreaterThanOrEqual(engine[4]!);
  });

  it('is the same for a model whose cosines are all high, and for one stretched', () => {
    const lifted = (vectors: readonly Float32Array[]) =>
      vectors.map((values) => Float32Array.from([...values, 3]));
    const plain = measureWording(pair, candidates);
    const one = withOwnModel(plain, candidates, semantics);
    const other = withOwnModel(plain, candidates, {
      upstream: lifted(semantics.upstream),
      downstream: lifted(semantics.downstream),
    });
    expect(meanings(other)).toEqual(meanings(one));
  });

  it('raises the probability of a pair it holds for near', () => {
    const ids = {
      upstream: up.documents[0]!.sentences[1]!.id,
      downstream: down.documents[0]!.sentences[1]!.id,
    };
    const plain = explainPair(up, down, ids, ENGINE);
    const own = explainPair(up, down, ids, { ...ENGINE, semantics });
    expect([plain?.ownModel, own?.ownModel]).toEqual([false, true]);
    const meaning = (explanation: typeof own): number =>
      explanation?.components.find(({ name }) => name === 'meaning')?.value ?? Number.NaN;
    expect(meaning(own)).toBeGreaterThan(meaning(plain));
  });

  it('wants one vector a sentence, all of one length', () => {
    const { upstream } = semantics;
    expect(() => align(up, down, { ...ENGINE, semantics: { upstream, downstream: [] } })).toThrow(
      RangeError,
    );
    const odd = [vector(1), vector(1), vector(1)];
    expect(() => align(up, down, { ...ENGINE, semantics: { upstream, downstream: odd } })).toThrow(
      RangeError,
    );
  });
});
