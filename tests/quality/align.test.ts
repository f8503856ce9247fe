import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { align } from '../../src/align/index.js';
import {
  type AlignmentGold,
  type ClausesGold,
  clausesPredicted,
  predictionOf,
  scoreAlignment,
  scoreClauses,
} from '../../src/evaluate/index.js';
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
  return scoreAlignment(
    { ...gold, sentences: gold.sentences.map(asDefined) },
    predictionOf(result),
  );
}

/** Annotators called a link verbatim whose list has 供排水 for 供水 and 人防 more; a changed member is adapted by definition here. */
function asDefined(link: AlignmentGold['sentences'][number]) {
  const changedMember = link.upstream === 'H50.4' && link.downstream === 'W50.4';
  return changedMember ? { ...link, relations: ['adapted'] } : link;
}

/** Floors. The figures under cross-validation stand in src/align/README.md; a floor may fall only when what it guards was fitted to the pair itself. */
describe('clauses against gold', () => {
  it('eleven items of Hubei, read by two annotators', () => {
    const read = (file: string) => JSON.parse(readFileSync(`fixtures/gold/${file}.json`, 'utf8'));
    const links = read('hubei-wuhan') as AlignmentGold;
    const up = sideFromGold(links.upstream.id, links.upstream.sentences, '湖北省');
    const down = sideFromGold(links.downstream.id, links.downstream.sentences, '武汉市');
    const { clauses } = align(up, down, ENGINE);
    const sentences = up.documents.flatMap((document) => document.sentences);
    const gold = read('hubei-wuhan-clauses') as ClausesGold;
    const result = scoreClauses(gold, clausesPredicted(sentences, clauses?.upstream ?? []));
    expect(result.mapped).toBe(1);
    expect(result.missing.f1).toBeGreaterThanOrEqual(0.7);
    expect(result.coverage.error).toBeLessThanOrEqual(0.03);
    expect(result.accuracy).toBeGreaterThanOrEqual(0.7);
  });
});

describe('alignment against gold', () => {
  it('hubei-wuhan', () => {
    const result = score('hubei-wuhan', '湖北省', '武汉市');
    expect(result.mapped).toEqual({ upstream: 1, downstream: 1 });
    expect(result.links!.sentences.f1).toBeGreaterThanOrEqual(0.84);
    expect(result.links!.relationAccuracy).toBeGreaterThanOrEqual(0.88);
    expect(result.sections.f1).toBeGreaterThanOrEqual(0.94);
    expect(result.links!.crossing.f1).toBeGreaterThanOrEqual(0.84);
  });

  it('cewc-hubei: paragraphs of a conference against items of a plan are hard', () => {
    expect(score('cewc-hubei', undefined, '湖北省').sections.f1).toBeGreaterThanOrEqual(0.55);
  });
});
