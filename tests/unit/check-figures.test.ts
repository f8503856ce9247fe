import { expect, it } from 'vitest';
import { figuresOf } from '../../src/check/figures.js';

it.each([
  ['digits, shares, multipliers', '投资3.5亿元，增长12%，建成1200套。', ['3.5亿', '12%', '1200']],
  ['groups of three stay whole', '共1,200户，2,3号楼。', ['1,200', '2', '3']],
  ['full-width digits as plain ones', '到２０２５年达到８０％', ['2025', '80%']],
  ['fines and terms in Han numerals', '处三千元以上五万元以下罚款。', ['三千', '五万']],
  ['with some more', '惠及三百余户，二十多个村。', ['三百', '二十']],
  ['shares in words', '不低于百分之七十点五。', ['百分之七十点五']],
  ['articles cited', '依照第十七条第二款处理。', ['十七', '二']],
  ['terms of office and days', '任期五年，三十日内答复。', ['五', '三十']],
  ['a five-year plan', '“十四五”期间', ['十四五']],
  ['words that hold a numeral', '统一部署，一批项目十分重要，万众一心，千方百计。', []],
  ['个 in words', '一个别致的街区', []],
])('%s', (_name, text, expected) => {
  expect(figuresOf(text)).toEqual(expected);
});
