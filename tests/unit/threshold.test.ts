import { describe, expect, it } from 'vitest';
import type { Neutral } from '../../src/align/neutralise.js';
import { provisionOf } from '../../src/align/provision.js';
import { thresholdHere } from '../../src/align/threshold.js';

describe('from what probability on a pair is taken', () => {
  it('is halfway between the fitted one and the one of the greatest expected F1', () => {
    // Taking two: 2 × 1.7 / (2 + 2.0) = 0.85; three: 2 × 1.9 / (3 + 2.0) = 0.76. So 0.8 should be best, and counts as 0.6.
    expect(thresholdHere(0.3, [0.1, 0.9, 0.2, 0.8])).toBeCloseTo((0.3 + 0.6) / 2);
    // Taking all three: 2 × 1.2 / (3 + 1.2) = 0.571; two: 2 × 0.9 / (2 + 1.2) = 0.5625.
    expect(thresholdHere(0.4, [0.5, 0.4, 0.3])).toBeCloseTo((0.4 + 0.3) / 2);
  });

  it('is lower where everything is doubtful, and the order of pairs does not matter', () => {
    const sure = thresholdHere(0.3, [0.95, 0.9, 0.05]);
    const doubtful = thresholdHere(0.3, [0.3, 0.25, 0.2, 0.05]);
    expect(doubtful).toBeLessThan(sure);
    expect(thresholdHere(0.3, [0.05, 0.9, 0.95])).toBe(sure);
  });

  it('stays within bounds, and is there without any pair', () => {
    expect(thresholdHere(0.3, [0.001])).toBeCloseTo((0.3 + 0.1) / 2);
    expect(thresholdHere(0.3, [])).toBeCloseTo(0.3);
  });
});

describe('what kind of provision a sentence makes', () => {
  const of = (text: string) => provisionOf(text, { text } as Neutral);
  it.each([
    ['由公安机关责令改正，处二百元罚款。', { penal: true, ban: false }],
    ['构成犯罪的，依法追究刑事责任。', { penal: true, ban: false }],
    ['造成损失的，承担赔偿责任。', { penal: true, ban: false }],
    ['不得焚烧垃圾。', { penal: false, ban: true }],
    ['任何人应当爱护公物，不得破坏。', { penal: false, ban: false }],
    ['实行消防安全责任制。', { penal: false, ban: false }],
    ['加快处理积案。', { penal: false, ban: false }],
  ])('%s', (text, provision) => {
    expect(of(text)).toEqual(provision);
  });
});
