import { expect, it } from 'vitest';
import { carriedFingerprints } from '../../src/check/carried.js';
import { linePlace } from '../../src/check/place.js';

const found = (rule: string, key: string, path = 'corpus/a.txt') => ({
  rule,
  path,
  key,
  params: {},
  place: linePlace(1),
});

it.each([
  [
    'a word mended beside a mark',
    'unbalanced-quote',
    '开发全市“数字工信系统资原',
    '开发全市“数字工信系统资源',
    1,
  ],
  [
    'a year in a title',
    'reference-unknown',
    '《强市计划（2023—2025年）》',
    '《强市计划（2023—2030年）》',
    1,
  ],
  ['another place', 'unbalanced-quote', '开发全市“数字工信系统', '修建乡村“绿色走廊工程', 0],
  ['an order of numbers', 'numbering-gap', '四、保障供水安全', '五、保障供水安全', 0],
])('%s', (_name, rule, before, after, carried) => {
  expect(carriedFingerprints([found(rule, before)], [found(rule, after)])).toHaveLength(carried);
});

it('carries one for one, within a file, and nothing that still stands', () => {
  const [old, now] = [
    found('stray-blank', '加强农村道路 建设'),
    found('stray-blank', '加强农村道路 养护'),
  ];
  expect(carriedFingerprints([old], [now, now])).toHaveLength(1);
  expect(carriedFingerprints([old], [old, now])).toEqual([]);
  expect(carriedFingerprints([old], [{ ...now, path: 'corpus/b.txt' }])).toEqual([]);
});
