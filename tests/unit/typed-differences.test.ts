import { describe, expect, it } from 'vitest';
import { typedDifferences } from '../../src/align/typed-differences.js';

describe('typedDifferences', () => {
  it.each([
    ['新建图书馆15个。', '新建图书馆2个。', ['number 15个 → 2个']],
    ['每年安排资金50万元。', '每年安排资金500万元。', ['number 50万元 → 500万元']],
    ['2025年建成地铁。', '2027年建成地铁。', ['deadline 2025年 → 2027年']],
    ['绿地率不低于30%。', '绿地率不超过30%。', ['bound 不低于 → 不超过']],
    ['企业应当公开信息。', '企业可以公开信息。', ['polarity 应当 → 可以']],
    ['禁止露天烧烤。', '严禁露天烧烤。', []],
    [
      '补齐供水、供电、供气、通信短板。',
      '补齐供水、供电、供热、通信短板。',
      ['list-member 供气 → 供热'],
    ],
    ['发展养蜂、养蚕、养鹿、养鸭。', '发展养蜂、制茶、酿酒、织布。', []],
    [
      '发展养蜂、养蚕、养鹿、养鸭。',
      '发展养蜂、养蚕、织布、酿酒。',
      ['list-member 养鹿 → 织布', 'list-member 养鸭 → 酿酒'],
    ],
    ['发展养蜂、养蚕。', '修缮祠堂、碑刻。', []],
    ['迎接建党百年，办好五件实事。', '办好实事。', []],
    ['依照第十二条处理。', '依照第十五条处理。', []],
  ])('%s and %s', (up, down, expected) => {
    const found = typedDifferences(up, down);
    expect(found.map((d) => `${d.kind} ${d.upstream} → ${d.downstream}`)).toEqual(expected);
  });
});
