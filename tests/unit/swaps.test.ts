import { describe, expect, it } from 'vitest';
import { countSwaps } from '../../src/align/swaps.js';

const swap = (pair: string) => {
  const [upstream = '', downstream = ''] = pair.split('→');
  return { upstream, downstream };
};

describe('swaps counted over all links', () => {
  it.each([
    [
      'listed ones, each time they are seen',
      ['全省→全市', '全省→全市'],
      [],
      ['2 全省→全市 listed'],
    ],
    ['a single one', ['我省→我市'], [], ['1 我省→我市 listed']],
    ['exchanges seen twice', [], ['渔港→鱼塘', '渔港→鱼塘'], []],
    ['exchanges seen three times', [], ['渔港→鱼塘', '渔港→鱼塘', '渔港→鱼塘'], ['3 渔港→鱼塘']],
    ['one of the lexicon, seen once', [], ['县→区'], ['1 县→区 listed']],
    [
      'the most frequent first, then by their words',
      ['乙→丙', '甲→乙', '甲→丙', '甲→丙'],
      [],
      ['2 甲→丙 listed', '1 乙→丙 listed', '1 甲→乙 listed'],
    ],
  ])('%s', (_name, listed, exchanges, expected) => {
    const counted = countSwaps(listed.map(swap), exchanges.map(swap), [swap('县→区')]);
    expect(
      counted.map(
        ({ count, upstream, downstream, listed: known }) =>
          `${count} ${upstream}→${downstream}${known ? ' listed' : ''}`,
      ),
    ).toEqual(expected);
  });
});
