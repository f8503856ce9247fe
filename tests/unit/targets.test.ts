import { describe, expect, it } from 'vitest';
import { readTargetLexicon } from '../../src/corpus/index.js';
import { compareTargets, compileTargets, extractTargets } from '../../src/findings/index.js';
import type { Target, TargetPair } from '../../src/model/index.js';
import { sampleAlignment, sampleDocument, sampleSide } from '../support/alignment.js';
import { projectFile } from '../support/corpus.js';

const lexicon = compileTargets(
  readTargetLexicon(projectFile('corpus/lexicon/units.yaml'), 'units.yaml'),
);

/** kind value unit bound and what else is known, as one line. */
function line(t: Target): string {
  const extra = [
    t.change,
    t.approximate ? 'roughly' : undefined,
    t.aspired ? 'aspired' : undefined,
    t.due === undefined ? undefined : `due ${t.due}`,
    t.base === undefined ? undefined : `base ${t.base}`,
    t.indicator === undefined ? undefined : `“${t.indicator}”`,
  ].filter((part) => part !== undefined);
  return [
    t.kind,
    `${t.value}${t.upper === undefined ? '' : `..${t.upper}`}`,
    t.unit,
    t.bound,
    ...extra,
  ].join(' ');
}

const targetsOf = (text: string, date?: string) =>
  extractTargets(sampleDocument('a', 'city', [['', text]], date), lexicon);

describe('extractTargets', () => {
  it.each([
    ['粮食年产量不低于500万吨。', ['quantity 5000000000 kg at-least “粮食年产量”']],
    ['力争研发投入强度超过3.5%。', ['share 0.035 1 at-least aspired “研发投入强度”']],
    ['城镇调查失业率控制在百分之五点五以内。', ['share 0.055 1 at-most “城镇调查失业率”']],
    ['新建学校三十所以上。', ['count 30 所 at-least “学校”']],
    ['森林覆盖率稳定在25%左右。', ['share 0.25 1 about “森林覆盖率”']],
    [
      '到2025年，城区绿道达到2000公里。',
      [
        'deadline 2025 year by “城区绿道达到2000公里”',
        'quantity 2000000 m at-least due 2025 “城区绿道”',
      ],
    ],
    [
      '“十四五”末，数字经济核心产业增加值年均增长8%。',
      [
        'deadline 2025 year by “数字经济核心产业增加值年均增长8%”',
        'share 0.08 1 exact increase due 2025 “数字经济核心产业增加值”',
      ],
    ],
    ['单位能耗比2020年下降13.5%。', ['share 0.135 1 exact decrease base 2020 “单位能耗”']],
    [
      '市场主体数量翻两番，企业利润减半。',
      ['ratio 4 1 exact “市场主体数量”', 'ratio 0.5 1 exact “企业利润”'],
    ],
    [
      '培育两个园区，带动数十个小镇。',
      ['count 2 个 exact “园区”', 'count 10 个 exact roughly “小镇”'],
    ],
    ['建成2个、3个、5个示范园区。', [2, 3, 5].map((n) => `count ${n} 个 exact “示范园区”`)],
    [
      '未经批准占道的，处一千元以上五千元以下罚款。',
      ['money 1000..5000 yuan exact “未经批准占道处罚款”'],
    ],
    [
      '管网漏损率不得高于9%，巡查记录保存不得少于三十日。',
      ['share 0.09 1 at-most “管网漏损率”', 'span 30 day at-least “巡查记录保存”'],
    ],
    [
      '风电、光伏装机分别达到2.5、1.8、0.6亿千瓦。',
      [2.5, 1.8, 0.6].map((n) => `quantity ${n * 1e11} W at-least “风电、光伏装机”`),
    ],
    ['泵站由12万千瓦增加至40万千瓦。', ['quantity 400000000 W at-least “泵站”']],
    ['学位补助标准从50元提高到84元。', ['money 84 yuan at-least “学位补助标准”']],
    ['累计节约用水30万吨。', ['quantity 300000000 kg exact “累计节约用水”']],
    ['禁止在25度以上陡坡开荒。', ['quantity 25 degree at-least “陡坡开荒”']],
    ['年供电20亿度。', ['quantity 2000000000 kWh exact “年供电”']],
    [
      '游客人数提高约20%，茶叶产量增长不低于10%。',
      ['share 0.2 1 about increase “游客人数”', 'share 0.1 1 at-least increase “茶叶产量”'],
    ],
    ['渔船油耗降低到5%。', ['share 0.05 1 at-most “渔船油耗”']],
    ['岸电用量比2020年增长40%左右。', ['share 0.4 1 about increase base 2020 “岸电用量”']],
    [
      '营业收入超10亿元企业达到5家，投资过亿元项目20个。',
      ['count 5 家 at-least “营业收入超10亿元企业”', 'count 20 个 exact “投资过亿元项目”'],
    ],
    ['支持年营收亿元以上企业做大做强。', []],
    ['共提出4项重点任务，落实12项具体措施。', []],
    ['完成12项整改任务。', ['count 12 项 exact “整改任务”']],
    [
      '推行全覆盖式巡检，织密全覆盖监测网络，实现渔港视频全覆盖和常态化。',
      ['share 1 1 exact “渔港视频”'],
    ],
    [
      '森林覆盖率到2030年和2050年分别达到30%和40%。',
      [
        'deadline 2030 year by “森林覆盖率分别达到30%和40%”',
        'deadline 2050 year by “分别达到30%和40%”',
        'share 0.3 1 at-least due 2030 “森林覆盖率”',
        'share 0.4 1 at-least due 2050 “森林覆盖率”',
      ],
    ],
    [
      '再经过5年的发展，到2030年，形成完备的渔港体系。',
      ['span 5 year exact “形成完备的渔港体系”', 'deadline 2030 year by “形成完备的渔港体系”'],
    ],
    ['建设地热田项目（3万千瓦）。', ['quantity 30000000 W exact “地热田项目”']],
    ['将2亿元财政资金纳入直达机制。', ['money 200000000 yuan exact “财政资金纳入直达机制”']],
    ['年均辐射量约5256兆焦/平方米。', []],
    ['加快渔港5G网络全覆盖。', ['share 1 1 exact “渔港5G网络”']],
    [
      '渔业营收年均增长10%以上，到2027年突破2亿元。',
      [
        'share 0.1 1 at-least increase “渔业营收”',
        'deadline 2027 year by “渔业营收突破2亿元”',
        'money 200000000 yuan at-least due 2027 “渔业营收”',
      ],
    ],
    ['研究人机物三元协同理论。', []],
    ['本市是国家十四个渔业基地之一。', []],
    ['推动25项先行先试举措落地。', []],
    ['以5万平方米（含）以上的大型商场为主。', []],
    ['对渔船进行全覆盖、全方位检查。', []],
    ['使用1000亿元保险基金支持渔业。', ['money 100000000000 yuan exact “保险基金”']],
    ['建设沿海、沿江、沿湖等3条绿道。', []],
    [
      '渔船保有量突破3万艘、增长46.7%。',
      ['count 30000 艘 at-least “渔船保有量”', 'share 0.467 1 exact increase “渔船保有量”'],
    ],
    ['发展水源热泵，在确保100%回灌的前提下推广。', ['share 1 1 exact “回灌”']],
    ['经过八年持续努力，渔港面貌焕然一新。', ['span 8 year exact “渔港面貌焕然一新”']],
    ['为进一步提高“十五五”时期渔港节能水平。', ['span 2026..2030 years exact “渔港节能水平”']],
    ['渔业赤字率拟按3%安排。', ['share 0.03 1 exact “渔业赤字率”']],
    [
      '赤字规模4万亿元，比上年年初预算增加1800亿元。',
      [
        'money 4000000000000 yuan exact “赤字规模”',
        'money 180000000000 yuan exact increase base 2019 “赤字规模”',
      ],
    ],
    ['渔港改造4个项目均已全部完工。', ['count 4 个 exact “项目”']],
    ['坚持百家争鸣，走进千家万户。', []],
    ['纪念建校三十周年，十年来成绩显著。', []],
    ['每新增1家企业给予10万元补助。', ['money 100000 yuan exact “每新增1家企业给予补助”']],
    [
      '对新认定的孵化器，给予最高60万元、40万元奖励。',
      [600000, 400000].map((n) => `money ${n} yuan at-most “对新认定的孵化器给予奖励”`),
    ],
    [
      '城镇居民收入和农村居民收入增长8.4%和11.4%。',
      [
        'share 0.084 1 exact increase “城镇居民收入”',
        'share 0.114 1 exact increase “农村居民收入”',
      ],
    ],
    [
      '风电、光伏发电利用率分别达到95%、97%。',
      ['share 0.95 1 at-least “风电利用率”', 'share 0.97 1 at-least “光伏发电利用率”'],
    ],
    [
      '创建低碳、零碳建筑试点面积100万平方米。',
      ['quantity 1000000 m2 exact “低碳、零碳建筑试点面积”'],
    ],
    ['形成50个通用、垂直领域数据产品。', ['count 50 个 exact “通用、垂直领域数据产品”']],
    ['完成建筑节能（绿色）改造500万平方米。', ['quantity 5000000 m2 exact “建筑节能改造”']],
    [
      '进出口总额增长8.6%，突破4000亿元。',
      [
        'share 0.086 1 exact increase “进出口总额”',
        'money 400000000000 yuan at-least “进出口总额”',
      ],
    ],
    [
      '粮食产量900万吨，占全省产量的12%。',
      ['quantity 9000000000 kg exact “粮食产量”', 'share 0.12 1 exact “粮食产量占全省产量”'],
    ],
    [
      '单位耗水量下降20%、18%。',
      [0.2, 0.18].map((n) => `share ${n} 1 exact decrease “单位耗水量”`),
    ],
    ['传感器信噪比达到70dB，面向5G应用。', ['quantity 70 dB at-least “传感器信噪比”']],
    [
      '沙化面积分别减少10.6万、3.8万平方公里。',
      [
        'quantity 106000000000 m2 exact decrease “沙化面积”',
        'quantity 38000000000 m2 exact decrease “沙化面积”',
      ],
    ],
    ['本办法有效期至2028年12月31日。', ['deadline 2028 year by “有效期”']],
    ['2021年5月27日常务委员会会议批准。', []],
    ['编制水系规划（2021-2035年）。', []],
    ['为改造1980年至2000年期间建成的泵站。', ['span 1980..2000 years exact “期间建成的泵站”']],
    ['专栏3 2030年水网重点工程', []],
    ['污水处理率% 85 95预期性', []],
    ['0403年底前建成。', []],
    ['生态环境厅等5部门印发通知。', []],
    ['经过三年努力，水质明显改善。', ['span 3 year exact “水质明显改善”']],
    [
      '到二O二五年，供水普及率达到95%。',
      ['deadline 2025 year by “供水普及率达到95%”', 'share 0.95 1 at-least due 2025 “供水普及率”'],
    ],
    [
      '培育30个示范街道及50个示范基地。',
      ['count 30 个 exact “示范街道”', 'count 50 个 exact “示范基地”'],
    ],
    ['养老金发放按时，去年人均提高10%。', ['share 0.1 1 exact increase “养老金发放按时人均”']],
    [
      '二产、三产占比分别提高7.5个和4.9个百分点。',
      [
        'share 7.5 percentage-point exact increase “二产占比”',
        'share 4.9 percentage-point exact increase “三产占比”',
      ],
    ],
    ['到3134年底，水网全面建成。', []],
    ['探索75%节能标准。', ['share 0.75 1 exact “节能标准”']],
    ['创建6个“零碳”示范村。', ['count 6 个 exact ““零碳”示范村”']],
    [
      '按每人最高5000元标准给予企业培训补助。',
      ['money 5000 yuan at-most “按每人标准给予企业培训补助”'],
    ],
    ['印发《“十四五”时期水网建设行动方案》。', []],
    ['每年完成万项技改。', ['count 10000 项 exact “技改”']],
    ['补助由每人每年380元提高到420元。', ['money 420 yuan at-least “补助”']],
    [
      '力争到2030年底，完成4000亿元投资。',
      [
        'deadline 2030 year by aspired “完成4000亿元投资”',
        'money 400000000000 yuan exact due 2030 “投资”',
      ],
    ],
    ['新建、扩建污水处理厂16座。', ['count 16 座 exact “扩建污水处理厂”']],
    ['清退岸线1公里范围内堆场。', []],
    ['与2015年相比，能耗下降了10%。', ['share 0.1 1 exact decrease “能耗”']],
    // One character is a noun as well as a unit; two are a unit.
    ['两公里绿道建成。', ['quantity 2000 m exact “绿道”']],
    ['两亩绿地建成。', []],
    ['打造百亿级产业园。', ['money 10000000000 yuan exact “产业园”']],
    [
      '2021—2023年每年改造老旧小区40余个。',
      [
        'span 2021..2023 years exact “每年改造老旧小区40余个”',
        'count 40 个 exact roughly due 2023 “老旧小区”',
      ],
    ],
    ['出行比例提高4个百分点。', ['share 4 percentage-point exact increase “出行比例”']],
    [
      '绿道、步道分别达到30公里、40公里。',
      ['quantity 30000 m at-least “绿道”', 'quantity 40000 m at-least “步道”'],
    ],
    [
      '到2025年、2030年，垃圾分类率分别达到60%、80%。',
      [
        'deadline 2025 year by “垃圾分类率分别达到60%、80%”',
        'deadline 2030 year by “垃圾分类率分别达到60%、80%”',
        'share 0.6 1 at-least due 2025 “垃圾分类率”',
        'share 0.8 1 at-least due 2030 “垃圾分类率”',
      ],
    ],
    ['落实《2030年前林业行动方案》要求。', []],
    ['实施小微企业三年倍增计划。', []],
    ['鼓励建筑面积3万平方米以上的商场参与。', []],
    ['发展壮大“两翼”，办好五件实事。', []],
    ['守住三条控制线，做好四个方面工作。', []],
    ['第三次全体会议审议第五个五年规划。', []],
    ['编制“十五五”规划和2035年远景目标纲要。', []],
    ['万元地区生产总值能耗和每万人医师数向好。', []],
    [
      '建设20个具有引领带动作用的农产品加工园区。',
      ['count 20 个 exact “具有引领带动作用的农产品加工园区”'],
    ],
    [
      '建设5个以“低碳生活，人人参与”为主题的示范社区。',
      ['count 5 个 exact “以“低碳生活，人人参与”为主题的示范社区”'],
    ],
    ['原油产量稳定在3亿吨水平。', ['quantity 300000000000 kg about “原油产量”']],
    ['到2027年，卫生厕所基本普及。', ['deadline 2027 year by “卫生厕所基本普及”']],
    ['严禁新建50万吨/年以下焦化装置。', []],
    ['对年营收在300万元至900万元之间的企业给予补助。', []],
    ['企业年销售收入首次达到3000万元、6000万元的，给予奖励。', []],
    ['项目资助额不超过核定总投资的40%。', ['share 0.4 1 at-most “项目资助额占核定总投资”']],
    ['补助上限为每年20万元。', ['money 200000 yuan at-most “补助”']],
    ['拥有八千多万名会员的工会组织更加坚强。', ['count 80000000 名 exact roughly “会员”']],
    ['养护职工由年初的300多人扩大到年末的900人。', ['count 900 人 exact “养护职工”']],
    ['对新办企业，减按15%税率征收所得税。', ['share 0.15 1 exact “征收所得税的税率”']],
    ['任期三年。', ['span 3 year exact “任期”']],
    ['完成时限：2027年9月底前。', ['deadline 2027 year by “完成时限”']],
    ['因情况复杂的，可以延长五个工作日，并告知申请人。', ['span 5 day exact “延长”']],
    [
      '到2027年，通过实施节能改造，机关能耗下降12%。',
      [
        'deadline 2027 year by “机关能耗下降12%”',
        'share 0.12 1 exact decrease due 2027 “机关能耗”',
      ],
    ],
    ['除山区县外，如图5所示。', []],
    [
      '单位地区生产总值能源消耗和二氧化碳排放分别降低13%和17%。',
      [
        'share 0.13 1 exact decrease “单位地区生产总值能源消耗”',
        'share 0.17 1 exact decrease “单位地区生产总值二氧化碳排放”',
      ],
    ],
    [
      '粗钢、生铁、焦炭产量达到300万吨、200万吨、100万吨。',
      [
        'quantity 3000000000 kg at-least “粗钢产量”',
        'quantity 2000000000 kg at-least “生铁产量”',
        'quantity 1000000000 kg at-least “焦炭产量”',
      ],
    ],
    ['暂停业务六个月以上二年以下。', ['span 6..24 month exact “暂停业务”']],
    ['每年至少安排四次演练。', ['count 4 次 at-least “演练”']],
    ['变换效率>98%。', ['share 0.98 1 at-least “变换效率”']],
    [
      '城镇和农村人均住房面积33平方米、38平方米。',
      ['quantity 33 m2 exact “城镇人均住房面积”', 'quantity 38 m2 exact “农村人均住房面积”'],
    ],
    [
      '从业人员中百分之七十以上（含百分之七十）为本地居民。',
      ['share 0.7 1 at-least “从业人员中本地居民”'],
    ],
    ['制定2027年示范创建工作计划。', []],
    ['对2016年底以前建成的管网进行改造。', []],
    ['２０３０年前二氧化碳排放达到峰值。', ['deadline 2030 year by “二氧化碳排放达到峰值”']],
  ])('%s', (text, expected) => {
    expect(targetsOf(text).map(line)).toEqual(expected);
  });

  it('counts a year as ahead by the date of the document', () => {
    expect(targetsOf('2020年经济总量1万亿元。', '2020-12-02').map((t) => t.kind)).toEqual([
      'money',
    ]);
    expect(targetsOf('2020年经济总量1万亿元。', '2020-01-10').map((t) => t.kind)).toEqual([
      'deadline',
      'money',
    ]);
  });

  it('reads 明年 and 比上年 from the date of the document', () => {
    expect(
      targetsOf('明年新建学校20所，失业率比上年降低1个百分点。', '2022-03-01').map(line),
    ).toEqual([
      'deadline 2023 year by “新建学校20所”',
      'count 20 所 exact due 2023 “学校”',
      'share 1 percentage-point exact decrease due 2023 base 2021 “失业率”',
    ]);
  });

  it('hands a due year on within the paragraph', () => {
    const document = sampleDocument('a', 'city', [
      ['一', '到2030年，生态环境根本好转；'],
      ['一', '森林覆盖率达到40%；'],
      ['二', '湿地保护率达到60%。'],
    ]);
    const dues = extractTargets(document, lexicon).map(({ text, due }) => [text, due]);
    expect(dues).toEqual([
      ['2030年', undefined],
      ['40%', 2030],
      ['60%', undefined],
    ]);
  });

  it('says where the number stands, bounds after it included', () => {
    const text = '占比达到25%左右。';
    const [target] = targetsOf(text);
    expect(text.slice(target!.start, target!.end)).toBe('25%左右');
    expect(target!.id).toBe('a/0.1#4');
  });
});

describe('compareTargets', () => {
  const up = sampleDocument('p', 'province', [
    ['一', '全省森林覆盖率达到42%。'],
    ['一', '高新技术企业达到2万家。'],
    ['一', '建设高标准农田4000万亩。'],
    ['一', '城镇化率提高到65%。'],
    ['一', '到2030年碳排放达到峰值。'],
  ]);
  const down = sampleDocument('c', 'city', [
    ['一', '全市森林覆盖率达到20%。'],
    ['一', '高新技术企业达到3万家。'],
    ['一', '城镇化率提高到65%。'],
    ['一', '打造12分钟文体圈。'],
    ['一', '到2028年碳排放达到峰值。'],
  ]);
  const alignment = sampleAlignment(sampleSide('p', up), sampleSide('c', down), [
    'p/一.5 > c/一.5 adapted',
  ]);
  const shown = (pair: TargetPair) =>
    `${pair.upstream?.text ?? '-'} ${pair.shift} ${pair.downstream?.text ?? '-'}`;

  it('tells raised, lowered, earlier, same and one-sided targets apart', () => {
    const pairs = compareTargets(
      alignment,
      extractTargets(up, lexicon),
      extractTargets(down, lexicon),
      lexicon,
    );
    expect(pairs.map(shown)).toEqual([
      '42% lowered 20%',
      '2万家 raised 3万家',
      '4000万亩 only-upstream -',
      '65% same 65%',
      '2030年 earlier 2028年',
      '- only-downstream 12分钟',
    ]);
  });

  it.each([
    ['单位能耗下降10%。', '单位能耗下降10%。', 'same'],
    ['单位能耗下降10%。', '单位能耗增长10%。', 'changed'],
    ['森林覆盖率稳定在30%左右。', '森林覆盖率不低于30%。', 'changed'],
  ])('%s and %s: %s', (above, below, shift) => {
    const [own, other] = [
      sampleDocument('p', 'province', [['一', above]]),
      sampleDocument('c', 'city', [['一', below]]),
    ];
    const pairs = compareTargets(
      sampleAlignment(sampleSide('p', own), sampleSide('c', other), ['p/一.1 > c/一.1 adapted']),
      extractTargets(own, lexicon),
      extractTargets(other, lexicon),
      lexicon,
    );
    expect(pairs.map((pair) => pair.shift)).toEqual([shift]);
  });

  it('compares deadlines only in linked sentences', () => {
    const free = sampleAlignment(alignment.upstream, alignment.downstream, []);
    const pairs = compareTargets(
      free,
      extractTargets(up, lexicon),
      extractTargets(down, lexicon),
      lexicon,
    );
    expect(pairs.filter((pair) => pair.upstream?.kind === 'deadline').map(shown)).toEqual([
      '2030年 only-upstream -',
    ]);
  });
});
