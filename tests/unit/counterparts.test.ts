import { describe, expect, it } from 'vitest';
import { COUNTERPART_COMPONENTS, measureCounterparts } from '../../src/align/counterparts.js';
import { measureSections, prepareSides, wordingCandidates } from '../../src/align/index.js';
import { sideFromGold } from '../../src/training/gold-sides.js';

const UP = sideFromGold('up', [
  { id: 'U1.1', section: 'U1', text: '一、加强水资源保护' },
  { id: 'U1.2', section: 'U1', text: '划定重要水库保护范围，严格水源地管理。' },
  { id: 'U1.3', section: 'U1', text: '推进节水型社会建设，提高用水效率。' },
  { id: 'U2.1', section: 'U2', text: '二、发展绿色建筑' },
  { id: 'U2.2', section: 'U2', text: '新建建筑全面执行绿色标准，推广装配式建筑。' },
]);
const DOWN = sideFromGold('down', [
  { id: 'D1.1', section: 'D1', text: '一、推广绿色建筑' },
  { id: 'D1.2', section: 'D1', text: '推广装配式建筑，新建建筑执行绿色标准。' },
  { id: 'D2.1', section: 'D2', text: '二、保护水资源' },
  { id: 'D2.2', section: 'D2', text: '严格水源地管理，划定水库保护范围。' },
]);

const pair = prepareSides(UP, DOWN, {});
const sections = measureSections(pair, wordingCandidates(pair)).map((section) => ({
  ...section,
  probability: 0.5,
}));

function measured(links: readonly (readonly [up: number, down: number, probability: number])[]) {
  const rows = measureCounterparts(
    pair,
    sections,
    links.map(([up, down]) => ({ up, down })),
    links.map(([, , probability]) => probability),
  );
  return (up: number, down: number): Record<string, number> => {
    const at = sections.findIndex((section) => section.up === up && section.down === down);
    return Object.fromEntries(COUNTERPART_COMPONENTS.map(({ name }, k) => [name, rows[at]![k]!]));
  };
}

describe('evidence for counterparts', () => {
  it('is the share of either section expected to be linked into the other', () => {
    const of = measured([
      [0, 2, 0.9],
      [1, 3, 0.8],
      [2, 3, 0.5],
    ]);
    const water = of(0, 1);
    // Downstream each sentence by its likeliest link: (0.9 + 0.8) of 2; upstream (0.9 + 0.8 + 0.5) of 3.
    expect(water['linked-downstream']).toBeCloseTo(0.85);
    expect(water['linked-upstream']).toBeCloseTo(2.2 / 3);
    expect(water['linked-both']).toBeCloseTo(2.2 / 3);
    expect(water['headings-linked']).toBeCloseTo(0.9);
    expect(water['best-of-one']).toBe(1);
  });

  it('is measured against the rivals of either section', () => {
    const of = measured([
      [3, 0, 0.7],
      [4, 1, 0.9],
      [1, 3, 0.8],
    ]);
    const building = of(1, 0);
    expect(building['linked-row-margin']).toBeCloseTo(1.6);
    expect(building['other-share']).toBe(1);
    for (const row of sections.map(({ up, down }) => of(up, down))) {
      expect(row['other-share']).toBeLessThanOrEqual(row['best-share']!);
      expect(row['best-share']).toBeLessThanOrEqual(1);
    }
  });

  it('is nothing where no sentence is linked', () => {
    const of = measured([]);
    expect(of(0, 1)['linked-upstream']).toBe(0);
    expect(of(0, 1)['headings-linked']).toBe(0);
  });
});
