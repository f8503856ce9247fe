import { describe, expect, it } from 'vitest';
import { comparableOf, isSameAim, toldSentences } from '../../src/findings/brief/comparable.js';
import type { Alignment, DocumentUnits, Target } from '../../src/model/index.js';

const side = (id: string, level: string, date: string) => ({
  documents: [
    {
      head: { id, level, date },
      sections: [
        { id: `${id}/一`, heading: '建设成效' },
        { id: `${id}/一/1`, parent: `${id}/一`, heading: '水网' },
        { id: `${id}/二`, heading: '主要目标' },
      ],
      sentences: [
        { id: `${id}/一/1.1`, section: `${id}/一/1` },
        { id: `${id}/二.1`, section: `${id}/二` },
      ],
    },
  ],
});
const pair = (below: string) =>
  ({
    upstream: side('up', 'province', '2021-12-01'),
    downstream: side('down', below, '2022-02-01'),
    links: [
      { grain: 'sentence', relation: 'adapted', upstream: ['up/二.1'], downstream: ['down/二.1'] },
    ],
  }) as unknown as Alignment;
const target = (document: string, own: Partial<Target>) =>
  ({ document, sentence: `${document}/二.1`, kind: 'share', unit: '1', ...own }) as Target;

describe('figures that a brief compares', () => {
  const { isAim } = comparableOf(pair('city'));
  it.each([
    ['an aim', {}, true],
    ['one due after the paper', { due: 2025 }, true],
    ['one due before it', { due: 2020 }, false],
    ['one of a chapter of results', { sentence: 'up/一/1.1' }, false],
  ])('%s', (_, own, expected) => expect(isAim(target('up', own))).toBe(expected));

  it.each([
    ['a share under another name', 'city', { kind: 'share', unit: '1' }, 0.3, false],
    ['a share of that name', 'city', { kind: 'share', unit: '1' }, 0.8, true],
    ['a total of a province and of a city', 'city', { kind: 'count', unit: '个' }, 1, false],
    ['a total of two provinces', 'province', { kind: 'count', unit: '个' }, 1, true],
    ['a temperature', 'city', { kind: 'quantity', unit: 'celsius' }, 1, true],
    ['an amount a day', 'city', { kind: 'quantity', unit: 'm3/日' }, 1, false],
    ['a concentration', 'city', { kind: 'quantity', unit: 'mg/升' }, 1, true],
  ] as const)('%s', (_, level, own, similarity, expected) => {
    const { isSame } = comparableOf(pair(level));
    expect(isSame(target('up', own), target('down', own), similarity)).toBe(expected);
  });
});

describe('years and standards of two figures', () => {
  it.each([
    ['the same year', 2030, 2030, true],
    ['a step on the way', 2030, 2025, false],
    ['less, and later', 2025, 2030, true],
    ['a year on one side', 2025, undefined, true],
  ])('%s', (_, up, down, expected) => {
    const due = (year: number | undefined) => (year === undefined ? {} : { due: year });
    const { isSame } = comparableOf(pair('province'));
    expect(isSame(target('up', due(up)), target('down', due(down)), 1)).toBe(expected);
  });

  it.each([
    ['渔港全面执行绿色港口标准', '渔港全面执行绿色港口标准', true],
    ['渔港全面执行绿色港口标准', '渔港全面执行零碳港口标准', false],
    ['渔港全面执行绿色港口标准', '渔港绿色发展水平提升', true],
  ])('%s / %s', (up, down, expected) =>
    expect(isSameAim(target('up', { indicator: up }), target('down', { indicator: down }))).toBe(
      expected,
    ),
  );
});

describe('chapters that report', () => {
  const toldUnder = (heading: string): boolean =>
    toldSentences([
      {
        sections: [{ id: 'p/一', heading }],
        sentences: [{ id: 'p/一.1', section: 'p/一' }],
      } as unknown as DocumentUnits,
    ]).size === 1;

  it.each([
    ['渔业发展成效', true],
    ['现状与问题', true],
    ['发展基础', true],
    ['“十三五”时期取得的成绩', true],
    ['完善基础设施体系', false],
    ['夯实产业基础', false],
    ['推动渔港改革取得新进展', false],
    ['主要任务', false],
  ])('%s: %s', (heading, expected) => expect(toldUnder(heading)).toBe(expected));
});
