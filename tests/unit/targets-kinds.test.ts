import { describe, expect, it } from 'vitest';
import { readTargetLexicon } from '../../src/corpus/index.js';
import { compileTargets, extractTargets } from '../../src/findings/index.js';
import type { Target } from '../../src/model/index.js';
import { sampleDocument } from '../support/alignment.js';
import { projectFile } from '../support/corpus.js';

const lexicon = compileTargets(
  readTargetLexicon(projectFile('corpus/lexicon/units.yaml'), 'units.yaml'),
);

/** kind value unit bound, change, due and base year, and of what, as one line. */
function line({ kind, value, upper, unit, bound, change, due, base, indicator }: Target): string {
  return [
    kind,
    upper === undefined ? value : `${value}..${upper}`,
    unit,
    bound,
    change,
    due === undefined ? undefined : `due ${due}`,
    base === undefined ? undefined : `base ${base}`,
    indicator === undefined ? undefined : `“${indicator}”`,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
}

/** Sentences of one paragraph, parted by |, and what is read of them; of 2 December 2020. */
type Row = readonly [sentences: string, targets: readonly string[]];

/** Rows of one kind: what a rule is for, and neighbours that it must leave as they are. */
function kinds(name: string, rows: readonly Row[]): void {
  describe(name, () => {
    it.each(rows)('%s', (sentences, targets) => {
      const paragraph = sentences.split('|').map((text) => ['', text] as const);
      const read = extractTargets(sampleDocument('a', 'city', paragraph), lexicon);
      expect(read.map(line)).toEqual(targets);
    });
  });
}

kinds('rows of several subjects', [
  [
    '渔船、渔网、渔具产量分别达到10、20、30万套。',
    [
      'count 100000 套 at-least “渔船产量”',
      'count 200000 套 at-least “渔网产量”',
      'count 300000 套 at-least “渔具产量”',
    ],
  ],
  [
    '渔港用电量、用水量同比分别下降3%、5%。',
    ['share 0.03 1 exact decrease “渔港用电量”', 'share 0.05 1 exact decrease “用水量”'],
  ],
  [
    '今年早稻、晚稻最低收购价平均每斤分别提高0.03元、0.02元。',
    [
      'money 0.03 yuan exact increase “早稻最低收购价”',
      'money 0.02 yuan exact increase “晚稻最低收购价”',
    ],
  ],
  [
    '省辖市、县级市餐厨垃圾资源化率分别达到90%、80%。',
    [
      'share 0.9 1 at-least “省辖市餐厨垃圾资源化率”',
      'share 0.8 1 at-least “县级市餐厨垃圾资源化率”',
    ],
  ],
  [
    '耕地、地块整理率分别达到90%、80%。',
    ['share 0.9 1 at-least “耕地整理率”', 'share 0.8 1 at-least “地块整理率”'],
  ],
  [
    '人均综合能耗、人均用水量分别下降2%、3%。',
    ['share 0.02 1 exact decrease “人均综合能耗”', 'share 0.03 1 exact decrease “人均用水量”'],
  ],
  [
    '渔船、渔网、渔具产量达到10、20、30万吨。',
    [
      'quantity 100000000 kg at-least “渔船产量”',
      'quantity 200000000 kg at-least “渔网产量”',
      'quantity 300000000 kg at-least “渔具产量”',
    ],
  ],
]);

kinds('shares of a whole', [
  ['资助额度不超过设备投资的30%。', ['share 0.3 1 at-most “资助额度占设备投资”']],
  ['渔船改造补贴按不超过购置价的40%核定。', ['share 0.4 1 at-most “渔船改造补贴占购置价”']],
  ['第三方评估费，不超过合同总价的5%。', ['share 0.05 1 at-most “第三方评估费占合同总价”']],
  ['（二）补助资金不高于项目投资的25%。', ['share 0.25 1 at-most “补助资金占项目投资”']],
  [
    '资助金额不超过项目总额的10%、20%。',
    ['share 0.1 1 at-most “资助金额占项目总额”', 'share 0.2 1 at-most “资助金额占项目总额”'],
  ],
  ['渔具补贴不超过30%。', ['share 0.3 1 at-most “渔具补贴”']],
]);

kinds('conditions', [
  ['渔业保险覆盖率不足60%的，责令整改。', []],
  ['年捕捞量达到2000吨以上、连续两年增长的，给予奖励。', []],
  ['渔船使用达到设计年限三分之二的，应当更新。', []],
  ['渔船使用达到设计年限三分之二。', ['share 0.666666666667 1 exact “渔船使用达到设计年限”']],
  ['年捕捞量达到2000吨以上。', ['quantity 2000000 kg at-least “年捕捞量”']],
]);

kinds('sizes of whom or what is meant', [
  ['投资额在1亿元至5亿元的项目优先供地。', []],
  ['对投资在50万元（含）至80万元（含）的渔户给予补助。', []],
  ['投资额在1亿元至5亿元之间。', ['money 100000000..500000000 yuan exact “投资额在”']],
  ['面积在8公顷以上，并具备下列条件的湿地。', []],
  ['林地面积控制在8公顷以上，并保持稳定。', ['quantity 120 mu at-least “林地面积”']],
  ['渔场面积稳定在8公顷以上，并连片经营。', ['quantity 120 mu at-least “渔场面积”']],
  ['规模超过100个标准机架的数据中心。', []],
  ['数据中心规模超过100个标准机架。', ['count 100 个 at-least “标准机架”']],
  ['年龄在60年以上的渔船予以报废。', []],
  ['渔船使用60年以上。', ['span 60 year at-least “渔船使用”']],
  ['碳排放量超过1万吨二氧化碳当量的企业。', []],
  ['碳排放量不超过1万吨二氧化碳当量。', ['quantity 10000000 kg at-most “碳排放量”']],
  ['年产值过5亿元的渔业企业。', []],
  ['渔业年产值超过5亿元。', ['money 500000000 yuan at-least “渔业年产值”']],
  ['新建渔港半径2公里区域内禁止排污。', []],
  ['新建渔港引水渠2公里。', ['quantity 2000 m exact “渔港引水渠”']],
  ['供电煤耗高于285gce/kWh的机组限期改造。', []],
  ['供电煤耗不高于285gce/kWh。', ['quantity 285 gce/kWh at-most “供电煤耗”']],
]);

kinds('rates before a noun', [
  ['新增冷库能力5万吨/年项目。', ['quantity 50000000 kg/年 exact “冷库能力”']],
  ['形成10万吨/年海水淡化能力。', ['quantity 100000000 kg/年 exact “海水淡化能力”']],
  ['对放电量给予0.3元/度补贴。', ['money 0.3 yuan/度 exact “对放电量给予补贴”']],
  ['新增海水淡化能力5万吨/年。', ['quantity 50000000 kg/年 exact “海水淡化能力”']],
]);

kinds('ranges in two units', [
  ['处六个月以上一年以下有期徒刑。', ['span 6..12 month exact “有期徒刑”']],
  ['处一年以上十八个月以下拘役。', ['span 12..18 month exact “拘役”']],
  [
    '处一年以上六个月以下拘役。',
    ['span 1 year at-least “六个月以下拘役”', 'span 6 month at-most “拘役”'],
  ],
  ['并处货值20%以上1倍以下罚款。', ['share 0.2..1 1 exact “处货值”']],
  ['处货值百分之二十以上一倍以下罚款。', ['share 0.2..1 1 exact “处货值”']],
  ['处违法所得一倍以上五倍以下罚款。', ['ratio 1..5 times exact “处违法所得”']],
  [
    '出资比例20%以上，增长1倍以下。',
    ['share 0.2 1 at-least “出资比例”', 'ratio 1 times at-most increase “出资比例”'],
  ],
  ['渔获增长一倍。', []],
  ['渔港许可有效期一年以上。', ['span 1 year at-least “渔港许可有效期”']],
]);

kinds('words that bound', [
  ['渔港检查内容不宜少于5项。', ['count 5 项 at-least “渔港检查内容”']],
  ['巡查间隔不宜超过30天。', ['span 30 day at-most “巡查间隔”']],
  ['淡化水自用率不可低于40%。', ['share 0.4 1 at-least “淡化水自用率”']],
  ['渔业占比约为25%。', ['share 0.25 1 about “渔业占比”']],
  ['渔业占比为25%。', ['share 0.25 1 exact “渔业占比”']],
  ['公示时间最长为30天。', ['span 30 day at-most “公示时间”']],
  ['公示时间为30天。', ['span 30 day exact “公示时间”']],
  ['每市限报3个项目。', ['count 3 个 at-most “项目”']],
  ['每市上报3个项目。', ['count 3 个 exact “项目”']],
  ['许可年限填报3年。', ['span 3 year exact “许可年限填报”']],
  ['至少建5个码头。', ['count 5 个 at-least “码头”']],
  ['新建5个码头。', ['count 5 个 exact “码头”']],
]);

kinds('the noun in the clause or sentence before', [
  [
    '到2025年，冷库容量达到40万吨。|到2030年，达到60万吨。',
    [
      'deadline 2025 year by “冷库容量达到40万吨”',
      'quantity 400000000 kg at-least due 2025 “冷库容量”',
      'deadline 2030 year by “达到60万吨”',
      'quantity 600000000 kg at-least due 2030 “冷库容量”',
    ],
  ],
  [
    '到2025年，冷库容量达到40万吨。|到2030年，渔业产量达到60万吨。',
    [
      'deadline 2025 year by “冷库容量达到40万吨”',
      'quantity 400000000 kg at-least due 2025 “冷库容量”',
      'deadline 2030 year by “渔业产量达到60万吨”',
      'quantity 600000000 kg at-least due 2030 “渔业产量”',
    ],
  ],
  [
    '到2025年，冷库容量达到40万吨。|到2030年，达到60%。',
    [
      'deadline 2025 year by “冷库容量达到40万吨”',
      'quantity 400000000 kg at-least due 2025 “冷库容量”',
      'deadline 2030 year by “达到60%”',
      'share 0.6 1 at-least due 2030',
    ],
  ],
  [
    '氮氧化物浓度为每立方米34微克，比2015年下降35.8%。',
    ['share 0.358 1 exact decrease base 2015 “氮氧化物浓度”'],
  ],
  [
    '氮氧化物浓度为每立方米34微克，鱼价比2015年下降35.8%。',
    ['share 0.358 1 exact decrease base 2015 “鱼价”'],
  ],
  [
    '近海水温为20度，同比上升3%。',
    ['quantity 20 degree exact “近海水温”', 'share 0.03 1 exact increase “近海水温”'],
  ],
  [
    '渔业用电量显著增长，从3亿千瓦时增长到5亿千瓦时。',
    ['quantity 500000000 kWh at-least “渔业用电量”'],
  ],
  [
    '渔业产值500亿元，较全国平均高3%。',
    ['money 50000000000 yuan exact “渔业产值”', 'share 0.03 1 exact “渔业产值”'],
  ],
  ['试点渔港先行运营，为期三年。', ['span 3 year exact “试点渔港先行运营”']],
  ['试点渔港先行运营，休渔期三年。', ['span 3 year exact “休渔期”']],
  ['支持渔船更新数：不超过2艘。', ['count 2 艘 at-most “支持渔船更新数”']],
  ['（一）申报数量：不超过3项。', ['count 3 项 at-most “申报数量”']],
  ['要求如下：新建码头3个。', ['count 3 个 exact “码头”']],
  ['渔港改造项目（≥3万吨）。', ['quantity 30000000 kg at-least “渔港改造项目”']],
  ['新建渔港12个（包括国家级、省级）。', ['count 12 个 exact “渔港”']],
]);

kinds('其中 and levels', [
  [
    '渔业产值1000亿元，其中养殖300亿元。',
    ['money 100000000000 yuan exact “渔业产值”', 'money 30000000000 yuan exact “养殖”'],
  ],
  [
    '建成水产种质保护区20个，其中国家级3个、省级5个。',
    [
      'count 20 个 exact “水产种质保护区”',
      'count 3 个 exact “国家级水产种质保护区”',
      'count 5 个 exact “省级水产种质保护区”',
    ],
  ],
  [
    '建成10个国家级、100个省级渔港示范园。',
    ['count 10 个 exact “国家级渔港示范园”', 'count 100 个 exact “省级渔港示范园”'],
  ],
  ['全市国家级3个、省级5个。', ['count 3 个 exact “全市国家级”', 'count 5 个 exact “省级”']],
  [
    '建成10个国家级渔港、100个省级鱼市。',
    ['count 10 个 exact “国家级渔港”', 'count 100 个 exact “省级鱼市”'],
  ],
]);

kinds('the noun before or after the figure', [
  ['完善渔港改造体系，80%以上渔船完成改造。', ['share 0.8 1 at-least “渔船”']],
  ['渔民培训80%以上完成。', ['share 0.8 1 at-least “渔民培训”']],
  ['按照船网购置费的20%给予补助。', ['share 0.2 1 exact “船网购置费给予补助”']],
  ['按照船网购置费的20%收取。', ['share 0.2 1 exact “收取”']],
  ['拿出2亿元财政资金支持渔业。', ['money 200000000 yuan exact “财政资金”']],
  ['增发3亿元渔业专项债券。', ['money 300000000 yuan exact “渔业专项债券”']],
  ['渔港收入2亿元财政资金。', ['money 200000000 yuan exact “渔港收入”']],
  ['建设日加冰量500吨的成套装备。', ['quantity 500000 kg exact “日加冰量”']],
  ['推广500吨的成套装备。', ['quantity 500000 kg exact “成套装备”']],
  ['污泥回收率≥40%的技术目标。', ['share 0.4 1 at-least “污泥回收率”']],
  ['推广≥500吨的成套装备。', ['quantity 500000 kg at-least “成套装备”']],
  ['完成60万平方米老旧渔港节能改造。', ['quantity 600000 m2 exact “老旧渔港节能改造”']],
  ['支持60家渔业企业改造渔港。', ['count 60 家 exact “渔业企业”']],
  [
    '建成3个省级渔港和现有5个市级渔港。',
    ['count 3 个 exact “省级渔港”', 'count 5 个 exact “市级渔港”'],
  ],
  ['建成10个渔港加强管理。', ['count 10 个 exact “渔港”']],
  ['覆盖30个渔村全部用上清洁能源。', ['count 30 个 exact “渔村”']],
  ['补贴每千瓦时0.5元。', ['money 0.5 yuan exact “补贴”']],
]);

kinds('the verb of what is done left out', [
  ['有力推动渔业产值增长8%。', ['share 0.08 1 exact increase “渔业产值”']],
  ['有效提升渔业产值10%。', ['share 0.1 1 exact “渔业产值”']],
  ['有效灌溉面积30万亩。', ['quantity 300000 mu exact “有效灌溉面积”']],
  ['支撑渔业产值突破30亿元。', ['money 3000000000 yuan at-least “渔业产值”']],
  ['支撑能力达到30万吨。', ['quantity 300000000 kg at-least “支撑能力”']],
  ['已实现渔业产值500亿元。', ['money 50000000000 yuan exact “渔业产值”']],
  ['基本建成渔港20个。', ['count 20 个 exact “渔港”']],
  ['基本养老渔民20个。', ['count 20 个 exact “基本养老渔民”']],
  ['渔业产值回升并增长8%。', ['share 0.08 1 exact increase “渔业产值”']],
  [
    '“十四五”期间渔业产值年均增长8%。',
    [
      'span 2021..2025 years exact “渔业产值年均增长8%”',
      'share 0.08 1 exact increase due 2025 “渔业产值”',
    ],
  ],
  ['2021年度渔业产值增长8%。', ['share 0.08 1 exact increase “渔业产值”']],
  ['目前渔业产值100亿元。', ['money 10000000000 yuan exact “渔业产值”']],
]);

kinds('what is due', [
  [
    '到2025年，我省将立足海洋资源，渔业产值达到500亿元。',
    [
      'deadline 2025 year by “渔业产值达到500亿元”',
      'money 50000000000 yuan at-least due 2025 “渔业产值”',
    ],
  ],
  ['到2025年，以政府购买服务形式，完成渔港改造。', ['deadline 2025 year by “完成渔港改造”']],
  ['到2025年，以渔港为中心完成改造。', ['deadline 2025 year by “以渔港为中心完成改造”']],
  ['为2035年基本实现渔业现代化提供支撑。', ['deadline 2035 year by “基本实现渔业现代化”']],
  ['到2035年为渔民提供支撑。', ['deadline 2035 year by “为渔民提供支撑”']],
  ['渔获公示30天期满。', ['span 30 day exact “渔获公示”']],
  ['渔获公示30天办结。', ['span 30 day exact “渔获公示办结”']],
]);

kinds('names of standards and pictures, places in a ranking, parts of a list', [
  ['执行标准GB 3097类水质，新建渔港3个。', ['count 3 个 exact “渔港”']],
  ['建成GB级机房3个。', ['count 3 个 exact “GB级机房”']],
  ['如图3个码头。', []],
  ['绘制地图3幅。', ['count 3 幅 exact “绘制地图”']],
  ['进入全国渔港前100名企业。', []],
  ['之前100名渔民完成培训。', ['count 100 名 exact “渔民”']],
  ['这3项技术列入目录。', []],
  ['新增3项技术。', ['count 3 项 exact “技术”']],
  ['最近3次检查未发现问题。', []],
  ['渔港划分为三个层级。', []],
  ['渔港分为25个片区。', ['count 25 个 exact “片区”']],
  ['按照7个子行业的需求分类。', []],
  ['第1、2、3项渔港任务。', []],
  [
    '新建1、2、3项渔港工程。',
    ['count 1 项 exact “渔港工程”', 'count 2 项 exact “渔港工程”', 'count 3 项 exact “渔港工程”'],
  ],
  ['开展3项目建设。', []],
  ['开展3项建设。', ['count 3 项 exact “建设”']],
  ['组织10人员参加。', []],
  ['组织10人参加。', ['count 10 人 exact “参加”']],
  ['建设五大千亿级渔业产业。', []],
  ['建设千亿级渔业产业。', ['money 100000000000 yuan exact “渔业产业”']],
  ['4.20年市渔船减排清单。', []],
]);

kinds('doubling and the whole', [
  ['推广光伏倍增管。', []],
  ['发挥倍增效应。', []],
  ['渔业产值倍增。', ['ratio 2 1 exact “渔业产值”']],
  ['渔港视频全覆盖、无死角的巡查。', []],
  ['渔港视频全覆盖、常态化。', ['share 1 1 exact “渔港视频”']],
]);

kinds('definitions, titles, unit labels, forms, cells', [
  ['禁捕海域，是指连续三年禁止捕捞的海域。', []],
  ['本办法所称大型渔港是指停泊渔船100艘以上的渔港。', []],
  ['主要目标是渔港达到100个。', ['count 100 个 at-least “主要目标是渔港”']],
  ['根据关于印发首批20个渔港建设清单的通知，加快建设。', []],
  ['关于印发清单的工作，建成20个渔港。', ['count 20 个 exact “渔港”']],
  ['产量单位为万元。', []],
  ['产量为一万元。', ['money 10000 yuan exact “产量”']],
  ['申报总额不超过X万元。', []],
  ['申报总额不超过3万元。', ['money 30000 yuan at-most “申报总额”']],
  ['新增1600个预期性渔港保护率43%预期性渔船。', []],
  ['渔港保护率43%，是预期性指标。', ['share 0.43 1 exact “渔港保护率”']],
  ['2025年。）', []],
  ['2025年。）完成。', ['deadline 2025 year by']],
]);

kinds('years of what was', [
  ['水质从2015年的Ⅳ类改善为Ⅲ类。', []],
  ['从2015年起建设渔港。', ['span 2015 years from “建设渔港”']],
  ['与2017—2019年平均水平相比，捕捞量下降8%。', ['share 0.08 1 exact decrease “捕捞量”']],
  [
    '2022—2024年平均捕捞量下降8%。',
    [
      'span 2022..2024 years exact “平均捕捞量下降8%”',
      'share 0.08 1 exact decrease due 2024 “平均捕捞量”',
    ],
  ],
  ['从“十三五”初的20%提高到40%。', ['share 0.4 1 at-least base 2016']],
  ['到“十四五”初建成。', ['deadline 2021 year by “建成”']],
  ['截至2021年6月底，各市均已完成排查。', []],
  ['截至2021年6月底，完成渔港排查。', ['deadline 2021 year by “完成渔港排查”']],
  ['“十三五”期间已完成整治的渔港开展回头看。', []],
  ['“十三五”期间完成渔港整治。', ['span 2016..2020 years exact “完成渔港整治”']],
  ['2018年以来新建成的渔港。', []],
  ['2018年以来建设渔港。', ['span 2018 years from “建设渔港”']],
  ['落实2030年渔业碳减排目标。', []],
  ['落实渔港建设，2030年实现目标。', ['deadline 2030 year by “实现目标”']],
  ['近3年内（2019年以来）未发生事故。', []],
  ['《渔业规划》（2021-2035年）提出目标。', []],
  ['渔业任务（2021-2035年）提出目标。', ['span 2021..2035 years exact “渔业任务”']],
  ['制定2022年渔业生产和渔港建设管理重点工作安排。', []],
  ['2022年重点工作安排', []],
  ['2022年建成渔港。', ['deadline 2022 year by “建成渔港”']],
  ['经过60多年的发展，渔港成型。', []],
  ['经过6年的发展，渔港成型。', ['span 6 year exact “渔港成型”']],
  ['上三年渔获稳定。', []],
  ['以上三年渔获稳定。', ['span 3 year exact “渔获稳定”']],
]);
