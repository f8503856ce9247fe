import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type AlignmentGold,
  type AlignmentPrediction,
  calibrationError,
  loadGoldChecks,
  pooledReliability,
  scoreAlignment,
  scoreCoverage,
  scoreThemes,
  type ThemesGold,
  type ThemesPrediction,
} from '../../src/evaluate/index.js';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(`fixtures/align/scoring/${name}.json`, 'utf8'));
const { checkGold, checkAlignmentPrediction, checkThemesPrediction } = await loadGoldChecks();

function checked<T>(
  result: { ok: true; value: T } | { ok: false; problems: readonly string[] },
): T {
  if (!result.ok) throw new Error(result.problems.join('; '));
  return result.value;
}

const gold = checked(checkGold(read('gold'))) as AlignmentGold;
const prediction: AlignmentPrediction = checked(checkAlignmentPrediction(read('prediction')));
const themesGold = checked(checkGold(read('themes-gold'))) as ThemesGold;
const themesPrediction: ThemesPrediction = checked(
  checkThemesPrediction(read('themes-prediction')),
);

describe('agrees with the reference scorer of the gold', () => {
  // Figures printed by the reference scorer for these files.
  it('on links, relations, local sentences and sections', () => {
    const score = scoreAlignment(gold, prediction);
    expect(score.mapped).toEqual({ upstream: 1, downstream: 0.8571 });
    expect(score.links!.sentences).toEqual({
      precision: 0.8,
      recall: 0.75,
      f1: 0.7742,
      predicted: 5,
      sure: 4,
      possible: 5,
    });
    expect(score.links!.relationAccuracy).toBe(0.75);
    expect(score.links!.local).toEqual({
      precision: 0,
      recall: 0,
      f1: 0,
      predicted: 1,
      sure: 1,
      possible: 2,
    });
    expect(score.sections).toEqual({
      precision: 0.5,
      recall: 1,
      f1: 0.6667,
      predicted: 2,
      sure: 1,
      possible: 2,
    });
  });

  it('on themes', () => {
    const { themes, macroF1Any } = scoreThemes(themesGold, themesPrediction);
    expect(macroF1Any).toBe(0.7333);
    expect(themes.roads!.any).toEqual({
      precision: 0.6667,
      recall: 1,
      f1: 0.8,
      predicted: 3,
      sure: 2,
      possible: 3,
    });
    expect([themes.water!.any.f1, themes.water!.about.f1, themes.roads!.about.f1]).toEqual([
      0.6667, 1, 1,
    ]);
  });
});

describe('beyond the reference', () => {
  const links = scoreAlignment(gold, prediction).links!;

  it('counts relations in a confusion table', () => {
    expect(links.confusion).toEqual({
      verbatim: { verbatim: 1 },
      adapted: { adapted: 2, paraphrased: 1 },
    });
  });

  it('scores crossing links and links of sentences with several', () => {
    expect(links.crossing).toMatchObject({ predicted: 5, possible: 5 });
    expect(links.manyToMany).toMatchObject({ predicted: 2, possible: 2, f1: 1 });
  });

  it('compares scores with what held', () => {
    expect(links.reliability).toEqual([
      { from: 0.4, to: 0.5, links: 1, meanScore: 0.45, right: 0 },
      { from: 0.7, to: 0.8, links: 1, meanScore: 0.7, right: 1 },
      { from: 0.8, to: 0.9, links: 2, meanScore: 0.8, right: 1 },
      { from: 0.97, to: 1, links: 1, meanScore: 1, right: 1 },
    ]);
  });

  it('measures how far coverage is off by theme', () => {
    expect(scoreCoverage(gold, themesGold, prediction, themesPrediction)).toEqual([
      { theme: 'roads', gold: 1, predicted: 1, error: 0 },
      { theme: 'water', gold: 1, predicted: 0, error: 1 },
    ]);
  });

  it('scores a perfect prediction as perfect', () => {
    const units = (sentences: AlignmentGold['upstream']['sentences']) =>
      sentences.map((s) => ({ id: s.id, kind: 'sentence', section: s.section, text: s.text }));
    const perfect = scoreAlignment(gold, {
      units: {
        upstream: units(gold.upstream.sentences),
        downstream: units(gold.downstream.sentences),
      },
      links: gold.sentences.map((l) => ({
        grain: 'sentence',
        relation: l.relations[0]!,
        upstream: [l.upstream],
        downstream: [l.downstream],
      })),
    });
    expect([perfect.links!.sentences.f1, perfect.links!.relationAccuracy]).toEqual([1, 1]);
  });
});

describe('checks at the border', () => {
  it.each([
    [
      'another schema',
      { schema: 'gold/9' },
      'schema: expected gold.alignment/1 or gold.themes/1, found "gold/9"',
    ],
    ['not an object', null, 'schema: expected gold.alignment/1 or gold.themes/1, found undefined'],
    ['a missing part', { ...(read('gold') as object), scope: undefined }, 'scope: '],
  ])('%s', (_name, value, problem) => {
    const result = checkGold(value);
    expect(result.ok ? '' : result.problems[0]).toContain(problem);
  });

  it('says where a link is wrong', () => {
    const result = checkAlignmentPrediction({
      units: { upstream: [], downstream: [] },
      links: [{ grain: 'sentence' }],
    });
    expect(result.ok ? [] : result.problems.map((p) => p.split(':')[0])).toEqual([
      'links.0.relation',
      'links.0.upstream',
      'links.0.downstream',
    ]);
  });
});

describe('scores of many pairs as probabilities', () => {
  const row = (from: number, to: number, links: number, meanScore: number, right: number) => ({
    from,
    to,
    links,
    meanScore,
    right,
  });

  it('are those of their links laid together', () => {
    const pooled = pooledReliability([
      [row(0.4, 0.5, 1, 0.4, 1), row(0.9, 0.97, 4, 0.95, 1)],
      [row(0.4, 0.5, 3, 0.48, 0)],
    ]);
    expect(pooled).toEqual([row(0.4, 0.5, 4, 0.46, 0.25), row(0.9, 0.97, 4, 0.95, 1)]);
    // |0.46 − 0.25| and |0.95 − 1|, by links.
    expect(calibrationError(pooled)).toBeCloseTo(0.13, 5);
    expect(calibrationError([])).toBe(0);
  });
});
