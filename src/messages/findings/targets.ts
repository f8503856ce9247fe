import { catalogue, type Entry, type Examples, type MessageLanguage } from '../catalogue.js';
import { inLanguages } from '../words.js';

/** What `targets` prints. */
export const TARGETS_WORDS = inLanguages(
  catalogue({
    kinds: {
      quantity: { en: 'quantity', zh: '数量' },
      share: { en: 'share', zh: '比例' },
      money: { en: 'money', zh: '金额' },
      ratio: { en: 'ratio', zh: '倍数' },
      count: { en: 'count', zh: '个数' },
      deadline: { en: 'deadline', zh: '期限' },
      span: { en: 'period', zh: '时段' },
      name: { en: 'name', zh: '名称' },
    },
    shifts: {
      same: { en: 'same', zh: '相同' },
      raised: { en: 'raised', zh: '提高' },
      lowered: { en: 'lowered', zh: '降低' },
      earlier: { en: 'earlier', zh: '提前' },
      later: { en: 'later', zh: '推后' },
      changed: { en: 'changed', zh: '改变' },
      'only-upstream': { en: 'only above', zh: '仅上位' },
      'only-downstream': { en: 'only below', zh: '仅下位' },
    },
    head: [
      { en: 'place', zh: '位置' },
      { en: 'kind', zh: '类别' },
      { en: 'indicator', zh: '指标' },
      { en: 'as printed', zh: '原文' },
      { en: 'value', zh: '数值' },
    ],
    pairHead: [
      { en: 'shift', zh: '变化' },
      { en: 'indicator', zh: '指标' },
    ],
    none: { en: 'No targets.', zh: '没有找到指标。' },
    count: { en: '{count} {count|target|targets}', zh: '{count} 个指标' },
    line: { en: 'L{range}', zh: '{range}行' },
    page: { en: 'p.{range}', zh: '{range}页' },
    due: { en: 'by {year}', zh: '到 {year} 年' },
    aspired: { en: 'striven for', zh: '力争' },
  }),
);

/** Years of a target: how long, by when. */
export const YEAR_WORDS = inLanguages(
  catalogue({
    span: { en: '{years} years', zh: '{years}年' },
    due: { en: 'by {year}', zh: '{year}年' },
  }),
);

/** Units as they follow a number. */
const UNIT_WORDS: Readonly<Record<string, Entry>> = catalogue({
  yuan: { en: ' yuan', zh: '元' },
  usd: { en: ' US dollars', zh: '美元' },
  m: { en: ' m', zh: '米' },
  m2: { en: ' m²', zh: '平方米' },
  m3: { en: ' m³', zh: '立方米' },
  mu: { en: ' mu', zh: '亩' },
  kg: { en: ' kg', zh: '千克' },
  minute: { en: ' min', zh: '分钟' },
  'percentage-point': { en: ' percentage points', zh: '个百分点' },
  'kg-ce': { en: ' kg coal equivalent', zh: '千克标准煤' },
  W: { en: ' W', zh: '瓦' },
  kWh: { en: ' kWh', zh: '千瓦时' },
  month: { en: ' months', zh: '个月' },
  day: { en: ' days', zh: '天' },
  teu: { en: ' TEU', zh: '标箱' },
  degree: { en: ' degrees', zh: '度' },
  celsius: { en: ' °C', zh: '℃' },
  'year-of-age': { en: ' years of age', zh: '岁' },
  'microgram/m3': { en: ' µg/m³', zh: '微克/立方米' },
  'person-time': { en: ' person-times', zh: '人次' },
});

/** A normalised unit in words; absent for one that is printed as it is. */
export function unitWord(unit: string, language: MessageLanguage): string | undefined {
  return UNIT_WORDS[unit]?.[language];
}

/** What `targets` says of itself. */
export const TARGETS_TEXTS = catalogue({
  'targets.about': {
    en: 'quantities and deadlines: of a document, or of two levels side by side',
    zh: '指标与期限：列出一份文件的，或两级并排比较',
  },
  'targets.sides': {
    en: 'one document to list; an upstream and downstream sides, or folders of them, to compare; none: the whole corpus',
    zh: '一份文件则列出其指标；先上位后下位（也可给文件夹）则并排比较；省略则比较整个语料库',
  },
  'targets.kind': {
    en: 'only these kinds (quantity, share, money, ratio, count, deadline, span)',
    zh: '只看这些类别（quantity 数量、share 比例、money 金额、ratio 倍数、count 个数、deadline 期限、span 时段）',
  },
  'targets.shift': {
    en: 'only these shifts (raised, lowered, earlier, later, changed, same, only-upstream, only-downstream)',
    zh: '只看这些变化（raised 提高、lowered 降低、earlier 提前、later 推后、changed 改变、same 相同、only-upstream 仅上位、only-downstream 仅下位）',
  },
  'targets.names': {
    en: 'also numbers that only name something (“四个意识”)',
    zh: '同时列出只作名称的数字（“四个意识”）',
  },
});

export const TARGETS_EXAMPLES: Examples = {
  targets: [
    {
      line: 'duibiao targets hubei wuhan',
      en: 'quantities and deadlines side by side',
      zh: '并排列出指标与期限',
    },
  ],
};
