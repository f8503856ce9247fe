import { catalogue, type Examples } from '../catalogue.js';
import { inLanguages } from '../words.js';

/** What `eval` prints. */
export const EVALUATION_WORDS = inLanguages(
  catalogue({
    head: [
      { en: '', zh: '' },
      { en: 'precision', zh: '精确率' },
      { en: 'recall', zh: '召回率' },
      { en: 'F1', zh: 'F1' },
      { en: 'found', zh: '找到' },
      { en: 'sure', zh: '确定' },
      { en: 'possible', zh: '可能' },
    ],
    rows: {
      sentences: { en: 'sentence links', zh: '句子对应' },
      crossing: { en: 'crossing links', zh: '交叉对应' },
      manyToMany: { en: 'm:n links', zh: '多对多' },
      local: { en: 'no counterpart', zh: '无对应' },
      sections: { en: 'section links', zh: '章节对应' },
    },
    mapped: {
      en: 'Sentences found in the annotated text: {up} above, {down} below.',
      zh: '在标注文本中找到的句子：上位 {up}，下位 {down}。',
    },
    accuracy: {
      en: 'Relations right on the links found: {share}',
      zh: '找到的对应中关系判断正确：{share}',
    },
    confusion: { en: 'annotated ↓ given →', zh: '标注 ↓ 判断 →' },
    reliability: [
      { en: 'score', zh: '分值' },
      { en: 'links', zh: '对应数' },
      { en: 'mean score', zh: '平均分' },
      { en: 'right', zh: '正确率' },
    ],
    byGenre: {
      en: 'Scores as probabilities · {genre} ({pairs} {pairs|pair|pairs})',
      zh: '分值与正确率 · {genre}（{pairs} 对文件）',
    },
    calibration: {
      en: 'Mean distance of score and share right: {error}',
      zh: '分值与正确率的平均差距：{error}',
    },
    curve: { en: 'F1 by decisions made', zh: '判断次数与 F1' },
    time: {
      en: 'links put right · minutes, by a rate of reading',
      zh: '改正的对应 · 分钟（按阅读速度推算）',
    },
    thirty: { en: '30 links: answers · minutes', zh: '改正 30 处：次数 · 分钟' },
    orders: {
      worth: { en: 'what changes most first', zh: '影响最大的优先' },
      weakest: { en: 'weakest link first', zh: '最弱的对应优先' },
      random: { en: 'at random', zh: '随机' },
      perfect: { en: 'by the answers (the most there is)', zh: '已知答案时（上限）' },
      links: {
        en: 'a list of the links, weakest first',
        zh: '逐条判断对应（最弱的优先）',
      },
    },
    theme: { en: 'theme', zh: '主题' },
    any: { en: 'grade 1 or 2', zh: '1 级或 2 级' },
    about: { en: 'grade 2', zh: '2 级' },
    macro: {
      en: 'Macro F1 over the themes (grade 1 or 2): {f1}',
      zh: '各主题宏平均 F1（1 级或 2 级）：{f1}',
    },
    missing: { en: 'missing clauses', zh: '未承接分句' },
    clauses: {
      en: 'States right on the {count} clauses found: {share}',
      zh: '找到的 {count} 个分句中状态判断正确：{share}',
    },
    byClause: {
      en: 'Coverage by clause, annotated {gold}, found {found}: error {error}',
      zh: '按分句计的承接率：标注 {gold}，程序 {found}，误差 {error}',
    },
    mappedClauses: {
      en: 'Annotated clauses found in the text: {share}.',
      zh: '在文本中找到的标注分句：{share}。',
    },
    coverage: {
      en: 'Coverage by theme, annotated against found',
      zh: '各主题承接率：标注与程序所得',
    },
    coverageHead: [
      { en: 'theme', zh: '主题' },
      { en: 'annotated', zh: '标注' },
      { en: 'found', zh: '程序' },
      { en: 'error', zh: '误差' },
    ],
    peer: { en: 'Scored: {path}', zh: '评测对象：{path}' },
    legend: {
      en: 'A link found is right if an annotator has it; a sure link, which enough annotators have, is to be found.',
      zh: '找到的对应只要有一位标注者认可即为正确；达到规定人数认可的为“确定”，应当找到。',
    },
  }),
);

/** What `eval` says of itself. */
export const EVALUATION_TEXTS = catalogue({
  'eval.about': {
    en: 'score the engine, or another tool, against annotated links and themes',
    zh: '用人工标注评测对应与主题的准确度',
  },
  'eval.gold': {
    en: 'gold files (gold.alignment/1, gold.themes/1); none: those of the project',
    zh: '标注文件（gold.alignment/1、gold.themes/1）；省略则用项目自带的',
  },
  'eval.peer': {
    en: 'score the links of this file (duibiao.alignment/1 or duibiao.themes/1) instead',
    zh: '改为评测此文件中的结果（duibiao.alignment/1 或 duibiao.themes/1）',
  },
  'eval.up': {
    en: 'the upstream text, where the corpus has none',
    zh: '上位文本（语料库中没有时）',
  },
  'eval.curve': {
    en: 'F1 of links by decisions made, the gold as the person: by worth, weakest first, at random, by the answers',
    zh: '以标注代人工，测量判断 0、10、20、50、100 次后的 F1：按价值、最弱优先、随机、已知答案',
  },
  'eval.down': {
    en: 'the downstream text, where the corpus has none',
    zh: '下位文本（语料库中没有时）',
  },
});

export const EVALUATION_EXAMPLES: Examples = {
  eval: [
    {
      line: 'duibiao eval',
      en: 'the engine against the shipped annotations',
      zh: '用自带标注评测对应结果',
    },
  ],
};
