import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { align } from '../../src/align/index.js';
import { type AlignmentGold, predictionOf, scoreAlignment } from '../../src/evaluate/index.js';
import { sideFromGold } from '../../src/training/gold-sides.js';
import { ENGINE } from '../support/engine.js';

function score(file: string, up: string | undefined, down: string) {
  const gold = {
    annotators: 2,
    ...JSON.parse(readFileSync(`fixtures/gold/${file}.json`, 'utf8')),
  } as AlignmentGold;
  const result = align(
    sideFromGold(gold.upstream.id, gold.upstream.sentences, up),
    sideFromGold(gold.downstream.id, gold.downstream.sentences, down),
    ENGINE,
  );
  return scoreAlignment(gold, predictionOf(result));
}

/** Floors. The figures under cross-validation stand in src/align/README.md; a floor may fall only when what it guards was fitted to the pair itself. */
describe('alignment against gold', () => {
  it('hubei-wuhan', () => {
    const result = score('hubei-wuhan', '湖北省', '武汉市');
    expect(result.mapped).toEqual({ upstream: 1, downstream: 1 });
    expect(result.links!.sentences.f1).toBeGreaterThanOrEqual(0.84);
    // 0.88 before a changed list member or figure was kept out of verbatim; the annotators called one such link verbatim.
    expect(result.links!.relationAccuracy).toBeGreaterThanOrEqual(0.87);
    expect(result.sections.f1).toBeGreaterThanOrEqual(0.94);
    expect(result.links!.crossing.f1).toBeGreaterThanOrEqual(0.84);
  });

  it('cewc-hubei: paragraphs of a conference against items of a plan are hard', () => {
    expect(score('cewc-hubei', undefined, '湖北省').sections.f1).toBeGreaterThanOrEqual(0.55);
  });
});
