import { describe, expect, it } from 'vitest';
import { treeBase, treeContributions, treeLogit } from '../../src/align/trees.js';
import { type BoostingOptions, fitBoosting } from '../../src/training/boosting.js';

const OPTIONS: BoostingOptions = {
  names: ['near', 'far', 'noise'],
  signs: { near: 1, far: -1 },
  trees: 60,
  leaves: 6,
  rate: 0.1,
  ridge: 1,
  least: 5,
  share: 0.67,
};

/** Linked where both conditions hold: no weighted sum of the two tells them apart. */
const EXAMPLES = Array.from({ length: 800 }, (_, i) => {
  const near = ((i * 37) % 100) / 100;
  const far = ((i * 61) % 97) / 97;
  const noise = ((i * 17) % 89) / 89;
  return { row: [near, far, noise], label: near > 0.6 && far < 0.4 ? 1 : 0, weight: 1 };
});

const model = fitBoosting(EXAMPLES, OPTIONS);

describe('boosted trees', () => {
  it('learn what holds only together', () => {
    const wrong = EXAMPLES.filter(({ row, label }) => treeLogit(model, row) > 0 !== (label === 1));
    expect(wrong.length).toBeLessThan(8);
    expect(EXAMPLES.filter(({ label }) => label === 1).length).toBeGreaterThan(80);
  });

  it('are the same for the same examples', () => {
    expect(fitBoosting(EXAMPLES, OPTIONS)).toEqual(model);
  });

  it('keep the sign of a component everywhere', () => {
    for (const { row } of EXAMPLES) {
      const here = treeLogit(model, row);
      expect(treeLogit(model, [row[0]! + 0.2, row[1]!, row[2]!])).toBeGreaterThanOrEqual(here);
      expect(treeLogit(model, [row[0]!, row[1]! + 0.2, row[2]!])).toBeLessThanOrEqual(here);
    }
  });

  it('account for a score by components that add up to it', () => {
    for (const { row } of EXAMPLES.slice(0, 50)) {
      const parts = treeContributions(model, row);
      const sum = parts.reduce((a, b) => a + b, treeBase(model));
      expect(sum).toBeCloseTo(treeLogit(model, row), 9);
    }
  });

  it('take labels between 0 and 1, and weights', () => {
    const halves = Array.from({ length: 200 }, (_, i) => ({
      row: [i % 2, 0, 0],
      label: i % 2 === 1 ? 0.75 : 0.25,
      weight: 2,
    }));
    const fitted = fitBoosting(halves, { ...OPTIONS, ridge: 0.01, trees: 200, share: 1 });
    expect(1 / (1 + Math.exp(-treeLogit(fitted, [1, 0, 0])))).toBeCloseTo(0.75, 1);
    expect(1 / (1 + Math.exp(-treeLogit(fitted, [0, 0, 0])))).toBeCloseTo(0.25, 1);
  });

  it('ask nothing where there is nothing to ask', () => {
    const alike = Array.from({ length: 40 }, (_, i) => ({
      row: [1, 1, 1],
      label: i % 2,
      weight: 1,
    }));
    const fitted = fitBoosting(alike, OPTIONS);
    expect(treeLogit(fitted, [1, 1, 1])).toBeCloseTo(0, 6);
    expect(fitted.trees.every((tree) => !tree.includes('<'))).toBe(true);
  });
});

describe('a tree on its line', () => {
  it('is read in pre-order: yes is the next node, no the one after its branch', () => {
    const tree = {
      bias: 0.5,
      components: ['a', 'b'],
      trees: ['0<1:0 1<1:0.1 0.2 0.3 1<2:0.4 -0.5 0.6'],
    };
    expect(treeLogit(tree, [0, 0])).toBeCloseTo(0.7);
    expect(treeLogit(tree, [0, 1])).toBeCloseTo(0.8);
    expect(treeLogit(tree, [1, 1])).toBeCloseTo(0);
    expect(treeLogit(tree, [1, 2])).toBeCloseTo(1.1);
    expect([...treeContributions(tree, [1, 2])].map((x) => Number(x.toFixed(6)))).toEqual([
      0.4, 0.2,
    ]);
  });
});
