import { catalogue } from '../catalogue.js';
import { inLanguages } from '../words.js';

/** What `themes try` prints. */
export const THEME_TRIAL_WORDS = inLanguages(
  catalogue({
    counts: {
      en: '{labelled} sentences, {near} just outside (?)',
      zh: '{labelled} 句，另有 {near} 句接近（?）',
    },
    more: { en: '{rest} more (--most).', zh: '另有 {rest} 句（--most）。' },
    taken: { en: 'Taken into the file', zh: '已写入主题文件' },
    weighed: { en: '{text}: {from} → {to}', zh: '{text}：{from} → {to}' },
    struck: { en: '{text}: struck out', zh: '{text}：已删去' },
    excluded: { en: 'exclusion: {text}', zh: '排除：{text}' },
    openYes: {
      en: 'no term of the theme says so; write one: {text}',
      zh: '没有词条可据以收入，请自行添加：{text}',
    },
    openNo: {
      en: 'no term can be lowered for it; weigh by hand: {text}',
      zh: '没有词条可据以排除，请自行调整：{text}',
    },
    noAnswers: {
      en: 'No answers yet: --yes ADDRESS and --no ADDRESS take what you say of a sentence into the file.',
      zh: '尚无判断：用 --yes 地址、--no 地址 把您对句子的判断写回主题文件。',
    },
    fit: {
      en: 'Against {answers} answers: F1 {f1}, precision {precision}, recall {recall}',
      zh: '对照 {answers} 条判断：F1 {f1}，精确率 {precision}，召回率 {recall}',
    },
    overlap: {
      en: 'Sentences shared with other themes (share of this one):',
      zh: '同时属于其他主题的句子（占本主题的比例）：',
    },
    years: [
      { en: 'year', zh: '年份' },
      { en: 'sentences', zh: '主题句' },
      { en: 'of all', zh: '全部句' },
      { en: 'share', zh: '占比' },
    ],
  }),
);
