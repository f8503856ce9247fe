import { describe, expect, it } from 'vitest';
import {
  type FitData,
  type FitPair,
  FOLDS,
  foldsOf,
  perFold,
} from '../../src/training/fit-pairs.js';

/** A gold pair of so many links; nothing else of it is asked. */
const pair = (links: number): FitPair =>
  ({ gold: { sentences: new Array(links).fill({}) } }) as unknown as FitPair;
const data = (fold: number): FitData => ({ fold }) as FitData;

describe('parts of the gold that take turns', () => {
  it('keeps chains whole and the parts of like size', () => {
    const chains = [
      [pair(10)],
      [pair(200), pair(200)],
      [pair(150)],
      [pair(20)],
      [pair(30)],
      [pair(25)],
    ];
    const folds = foldsOf(chains);
    expect(folds).toHaveLength(chains.length);
    expect(new Set(folds).size).toBe(FOLDS);
    // The two smallest share a part; the largest has one of its own.
    expect(folds[0]).toBe(folds[3]);
    expect(folds.filter((fold) => fold === folds[1])).toHaveLength(1);
  });

  it('makes each part’s model of what lies outside it, and of all where nothing does', () => {
    const made = perFold([data(0), data(1), data(1)], [['a'], ['b'], ['c']], (others) =>
      others.join(''),
    );
    // No model for parts that nobody is in.
    expect(made).toEqual(['bc', 'a']);
    expect(perFold([data(0)], [['a']], (others) => others.join(''))[0]).toBe('a');
  });
});
