import { describe, expect, it } from 'vitest';
import {
  characterCount,
  coverage,
  coveragePair,
  labelsByUnit,
  sectionMatrix,
} from '../../src/findings/index.js';
import type { SentenceRelation, ThemeLabel } from '../../src/model/index.js';
import { sampleAlignment, sampleDocument, sampleSide } from '../support/alignment.js';

const up = sampleSide(
  'hubei',
  sampleDocument('h', 'province', [
    ['', '前言。'],
    ['一', '章首句。'],
    ['一/1', '建设住房。'],
    ['一/1', '推进创新。'],
    ['二/2', '住房创新。'],
  ]),
);
const down = sampleSide(
  'wuhan',
  sampleDocument('w', 'city', [
    ['一/1', '建设住房。'],
    ['二/2', '推进创新发展。'],
    ['二/2', '本地住房。'],
  ]),
);
const alignment = sampleAlignment(up, down, [
  'h/1.1 > w/1.1 verbatim',
  'h/1.1 > w/2.1 paraphrased',
  'h/1.2 h/2.1 > w/2.1 adapted',
]);
const label = (unit: string, theme: string, grade: 1 | 2 = 2): ThemeLabel => ({
  unit,
  theme,
  grade,
  score: 1,
  evidence: [],
});
const labels = labelsByUnit([
  label('h/1.1', 'housing'),
  label('h/2.1', 'housing', 1),
  label('h/2.1', 'innovation'),
  label('h/1.2', 'innovation'),
  label('h/0.1', 'innovation', 1),
  label('w/1.1', 'housing'),
  label('w/2.2', 'housing'),
  label('w/2.1', 'innovation'),
]);
const themes = [{ id: 'housing' }, { id: 'innovation' }, { id: 'rural' }];

/** One row as a line a person can check. */
function line(row: {
  key: string;
  upstream: { units: number; characters: number };
  downstream: { units: number };
  covered: Record<SentenceRelation, number>;
  missing: number;
  local: number;
  coverage?: number;
}): string {
  const { verbatim, adapted, paraphrased } = row.covered;
  const share = row.coverage === undefined ? 'none' : row.coverage.toFixed(2);
  return `${row.key} up ${row.upstream.units}/${row.upstream.characters} down ${row.downstream.units} v${verbatim} a${adapted} p${paraphrased} missing ${row.missing} local ${row.local} = ${share}`;
}

describe('coverage', () => {
  it.each([
    {
      name: 'by theme: the best relation counts once per unit',
      options: {},
      rows: [
        'housing up 2/8 down 2 v1 a1 p0 missing 0 local 1 = 1.00',
        'innovation up 3/10 down 1 v0 a2 p0 missing 1 local 0 = 0.67',
        'rural up 0/0 down 0 v0 a0 p0 missing 0 local 0 = none',
      ],
    },
    {
      name: 'only verbatim',
      options: { minRelation: 'verbatim' as const },
      rows: [
        'housing up 2/8 down 2 v1 a0 p0 missing 1 local 1 = 0.50',
        'innovation up 3/10 down 1 v0 a0 p0 missing 3 local 1 = 0.00',
        'rural up 0/0 down 0 v0 a0 p0 missing 0 local 0 = none',
      ],
    },
    {
      name: 'grade 2 only',
      options: { minGrade: 2 as const },
      rows: [
        'housing up 1/4 down 2 v1 a0 p0 missing 0 local 1 = 1.00',
        'innovation up 2/8 down 1 v0 a2 p0 missing 0 local 0 = 1.00',
        'rural up 0/0 down 0 v0 a0 p0 missing 0 local 0 = none',
      ],
    },
    {
      name: 'by innermost section, the text before the first under the document',
      options: { by: 'section' as const },
      rows: [
        'h up 1/2 down 0 v0 a0 p0 missing 1 local 0 = 0.00',
        'h/一 up 1/3 down 0 v0 a0 p0 missing 1 local 0 = 0.00',
        'h/1 up 2/8 down 2 v1 a1 p0 missing 0 local 0 = 1.00',
        'h/2 up 1/4 down 1 v0 a1 p0 missing 0 local 0 = 1.00',
      ],
    },
    {
      name: 'by chapter',
      options: { by: 'chapter' as const },
      rows: [
        'h up 1/2 down 0 v0 a0 p0 missing 1 local 0 = 0.00',
        'h/一 up 3/11 down 2 v1 a1 p0 missing 1 local 0 = 0.67',
        'h/二 up 1/4 down 1 v0 a1 p0 missing 0 local 0 = 1.00',
      ],
    },
  ])('$name', ({ options, rows }) => {
    expect(coverage(alignment, labels, themes, options).rows.map(line)).toEqual(rows);
  });

  it('totals every sentence of both sides', () => {
    expect(line(coverage(alignment, labels, themes).total)).toBe(
      'total up 5/17 down 3 v1 a2 p0 missing 2 local 1 = 0.60',
    );
  });

  it('lists the sentences behind a figure', () => {
    expect(coverage(alignment, labels, themes).rows[1]!.evidence).toEqual({
      covered: [
        { unit: 'h/1.2', relation: 'adapted', links: ['h/1.2 h/2.1>w/2.1'] },
        { unit: 'h/2.1', relation: 'adapted', links: ['h/1.2 h/2.1>w/2.1'] },
      ],
      missing: ['h/0.1'],
      carried: ['w/2.1'],
      local: [],
    });
  });

  it('tells what is local in each downstream section', () => {
    const { origins } = coverage(alignment, labels, themes, { by: 'chapter' });
    expect(origins.map((row) => [row.key, row.units, row.local, row.localShare])).toEqual([
      ['w/一', 1, 0, 0],
      ['w/二', 2, 1, 0.5],
    ]);
  });

  it('weighs by characters without punctuation', () => {
    const row = coverage(alignment, labels, themes).rows[1]!;
    expect(row.coverageByCharacters).toBeCloseTo(8 / 10);
    expect(characterCount('“十四五”末，5G 达到2.5万个。')).toBe(12);
  });

  it('speaks the contract', () => {
    const pair = coveragePair(coverage(alignment, labels, themes));
    expect(pair.upstream).toEqual({ id: 'h', level: 'province' });
    expect(pair.themes[0]).toEqual({
      theme: 'housing',
      upstream: { units: 2, characters: 8 },
      downstream: { units: 2, characters: 8 },
      covered: { verbatim: 1, adapted: 1, paraphrased: 0 },
      missing: 0,
      local: 1,
      coverage: 1,
      coverageByCharacters: 1,
    });
  });

  it('names a side of several documents by what the user called it', () => {
    const both = sampleSide(
      'national',
      sampleDocument('a', 'national', [['', '甲。']]),
      sampleDocument('b', 'national', [['', '乙。']]),
    );
    const report = coverage(sampleAlignment(both, down, ['b/0.1 > w/1.1 adapted']), labels, themes);
    expect(report.upstream).toEqual({
      id: 'national',
      name: 'national',
      level: 'national',
      date: '2020-12-02',
      documents: ['a', 'b'],
    });
    expect(line(report.total)).toContain('up 2/2');
  });
});

describe('sectionMatrix', () => {
  it('counts distinct sentences of each side', () => {
    expect(sectionMatrix(alignment).cells).toEqual([
      { upstream: 'h/一', downstream: 'w/一', units: 1, share: 1 / 3, shareDownstream: 1 },
      { upstream: 'h/一', downstream: 'w/二', units: 2, share: 2 / 3, shareDownstream: 0.5 },
      { upstream: 'h/二', downstream: 'w/二', units: 1, share: 1, shareDownstream: 0.5 },
    ]);
  });
});
