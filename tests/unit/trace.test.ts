import { describe, expect, it } from 'vitest';
import {
  createPhraseIndex,
  labelsByUnit,
  lookUpPhrase,
  trace,
  unitsOfPhrase,
  unitsOfSection,
  unitsOfTheme,
} from '../../src/findings/index.js';
import type { TraceNode } from '../../src/model/index.js';
import { sampleAlignment, sampleDocument, sampleSide } from '../support/alignment.js';

const n = sampleSide(
  'national',
  sampleDocument('n', 'national', [
    ['一', '甲。'],
    ['一', '乙。'],
    ['一/1', '丙。'],
    ['一', '丁。'],
  ]),
);
const p = sampleSide(
  'hubei',
  sampleDocument('p', 'province', [
    ['一', '甲一。'],
    ['一', '甲二。'],
    ['一', '乙。'],
    ['一', '省新。'],
  ]),
);
const c = sampleSide(
  'wuhan',
  sampleDocument('c', 'city', [
    ['一', '甲。'],
    ['一', '丙。'],
    ['一', '市新。'],
  ]),
);
const down = [
  sampleAlignment(n, p, ['n/一.1 > p/一.1 p/一.2 adapted', 'n/一.2 > p/一.3 verbatim']),
  sampleAlignment(p, c, [
    'p/一.1 > c/一.1 paraphrased',
    'p/一.2 > c/一.1 adapted',
    'p/一.3 > c/一.1 paraphrased',
  ]),
];
const direct = sampleAlignment(n, c, ['n/一.1 > c/一.1 verbatim', 'n/1.1 > c/一.2 adapted']);

/** A tree as indented lines. */
function lines(nodes: readonly TraceNode[], indent = ''): string[] {
  return nodes.flatMap((node) => [
    `${indent}${node.unit}${node.relation === undefined ? '' : ` ${node.relation}`}${node.stops ? ' stops' : ''}`,
    ...lines(node.children, `${indent}  `),
  ]);
}

describe('trace', () => {
  const report = trace(down, ['n/1.1', 'n/一.2', 'n/一.1', 'unknown'], {
    direct,
    topic: new Set(['p/一.4', 'p/一.1', 'c/一.3']),
  });

  it('follows each unit down, in document order', () => {
    expect(lines(report.roots)).toEqual([
      'n/一.1',
      '  p/一.1 adapted',
      '    c/一.1 paraphrased',
      '  p/一.2 adapted',
      '    c/一.1 adapted',
      'n/一.2',
      '  p/一.3 verbatim',
      '    c/一.1 paraphrased',
      'n/1.1 stops',
    ]);
  });

  it('says where it stops and what is new', () => {
    expect(report.steps).toEqual([
      { side: 'national', arrive: 3, stop: 1, fresh: 0 },
      { side: 'hubei', arrive: 3, stop: 0, fresh: 1 },
      { side: 'wuhan', arrive: 1, stop: 0, fresh: 1 },
    ]);
    expect(report.fresh).toEqual([
      { unit: 'p/一.4', step: 1 },
      { unit: 'c/一.3', step: 2 },
    ]);
  });

  it('holds the way through against the direct links', () => {
    expect(report.descents).toEqual([
      {
        upstream: 'n/一.1',
        downstream: 'c/一.1',
        descent: 'both',
        through: ['p/一.1', 'p/一.2'],
        composed: 'adapted',
        direct: 'verbatim',
      },
      {
        upstream: 'n/一.2',
        downstream: 'c/一.1',
        descent: 'through',
        through: ['p/一.3'],
        composed: 'paraphrased',
      },
      { upstream: 'n/1.1', downstream: 'c/一.2', descent: 'past', through: [], direct: 'adapted' },
    ]);
  });

  it('tells whom the city follows', () => {
    expect(report.follows).toEqual([
      { unit: 'c/一.1', above: 'adapted', highest: 'verbatim', follows: 'highest' },
      { unit: 'c/一.2', highest: 'adapted', follows: 'highest' },
    ]);
  });

  it('leaves weaker links out when asked', () => {
    expect(lines(trace(down, ['n/一.2'], { minRelation: 'adapted' }).roots)).toEqual([
      'n/一.2',
      '  p/一.3 verbatim stops',
    ]);
  });

  it('starts at a lower level too', () => {
    expect(lines(trace(down, ['p/一.2']).roots)).toEqual(['p/一.2', '  c/一.1 adapted']);
  });

  it('finds the sentences of a section and what is in it', () => {
    expect(unitsOfSection(n.documents[0]!, 'n/一')).toEqual([
      'n/一.1',
      'n/一.2',
      'n/1.1',
      'n/一.3',
    ]);
  });

  it('finds where a theme or a phrase starts', () => {
    const labels = labelsByUnit(
      ['c/一.3', 'n/一.2'].map((unit) => ({
        unit,
        theme: 'housing',
        grade: 2 as const,
        score: 1,
        evidence: [],
      })),
    );
    expect(unitsOfTheme([n, p, c], labels, 'housing')).toEqual(['n/一.2', 'c/一.3']);
    expect(
      unitsOfPhrase(lookUpPhrase(createPhraseIndex([...p.documents, ...c.documents]), '甲二')),
    ).toEqual(['p/一.2']);
  });

  it('shares what many ways lead to', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const sides = names.map((name) =>
      sampleSide(
        name,
        sampleDocument(
          name,
          'city',
          Array.from({ length: 60 }, () => ['', '句。'] as const),
        ),
      ),
    );
    const units = (at: number) => sides[at]!.documents[0]!.sentences.map(({ id }) => id);
    const dense = sides
      .slice(1)
      .map((side, at) =>
        sampleAlignment(sides[at]!, side, [
          `${units(at).join(' ')} > ${units(at + 1).join(' ')} adapted`,
        ]),
      );
    // 60⁶ ways.
    expect(trace(dense, units(0)).steps.map((step) => step.arrive)).toEqual([
      60, 60, 60, 60, 60, 60,
    ]);
  });
});
