import { describe, expect, it } from 'vitest';
import { logit } from '../../src/align/logistic.js';
import { type Mixture, mixtureContributions, mixtureLogit } from '../../src/align/mixture.js';
import { treeBase, treeLogit } from '../../src/align/trees.js';

const MIXTURE: Mixture = {
  line: {
    bias: -1,
    components: [
      { name: 'wording', mean: 0.5, deviation: 0.25, weight: 2 },
      { name: 'meaning', mean: 0, deviation: 1, weight: -1 },
    ],
  },
  trees: {
    bias: 0.5,
    components: ['wording', 'meaning'],
    trees: ['0<0.4:0.1 -1 1<0.2:0.6 0.3 2', '1<0.5:0 -0.5 0.5'],
  },
};

describe('a line and trees together', () => {
  it.each([[[0, 0]], [[0.9, 0.1]], [[0.9, 0.9]]])(
    'average their log-odds, of which the contributions make up all but a constant: %j',
    (row) => {
      const sum = mixtureLogit(MIXTURE, row);
      expect(sum).toBeCloseTo((logit(MIXTURE.line, row) + treeLogit(MIXTURE.trees, row)) / 2, 10);
      const parts = mixtureContributions(MIXTURE, row).reduce((a, b) => a + b, 0);
      const constant = (MIXTURE.line.bias + treeBase(MIXTURE.trees)) / 2;
      expect(parts + constant).toBeCloseTo(sum, 10);
    },
  );

  it('does not ask the trees where the line sees no chance', () => {
    const row = [-0.2, 3];
    const ofLine = logit(MIXTURE.line, row);
    expect(ofLine).toBeLessThan(-5);
    expect(mixtureLogit(MIXTURE, row)).toBe(ofLine);
    const parts = mixtureContributions(MIXTURE, row).reduce((a, b) => a + b, 0);
    expect(parts + MIXTURE.line.bias).toBeCloseTo(ofLine, 10);
  });
});
