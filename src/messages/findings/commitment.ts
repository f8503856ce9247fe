import { catalogue, type Examples } from '../catalogue.js';
import { inLanguages } from '../words.js';

/** What `commitment` prints. */
export const COMMITMENT_WORDS = inLanguages(
  catalogue({
    head: [
      { en: 'theme', zh: '主题' },
      { en: 'mean above', zh: '上位平均' },
      { en: 'mean below', zh: '下位平均' },
      { en: 'stronger', zh: '增强' },
      { en: 'weaker', zh: '减弱' },
      { en: 'same', zh: '相同' },
    ],
    total: { en: 'all sentences', zh: '全部句子' },
    legend: {
      en: 'Mean grade of sentences that commit: 4 obligation (必须, 确保), 3 decided action (推进), 2 support (支持), 1 exploration (探索). Shifts count links whose both sides commit.',
      zh: '有力度词的句子的平均等级：4 必须、确保，3 推进、加快，2 支持、鼓励，1 探索、研究。变化只计两方都有力度词的对应。',
    },
    shifts: {
      stronger: { en: 'stronger', zh: '增强' },
      weaker: { en: 'weaker', zh: '减弱' },
      same: { en: 'same', zh: '相同' },
    },
    sentences: { en: 'by the means of the sentences', zh: '按句子平均' },
    none: { en: 'No link has a commitment on both sides.', zh: '没有两方都带力度词的对应。' },
  }),
);

/** What `commitment` says of itself. */
export const COMMITMENT_TEXTS = catalogue({
  'commitment.about': {
    en: 'how firmly sentences commit, and how that shifts on the way down',
    zh: '力度：措辞有多坚决，逐级如何变化',
  },
  'commitment.evidence': { en: 'list every shift with its wording', zh: '列出每处变化及其措辞' },
  'commitment.shift': {
    en: 'only these shifts (stronger, weaker, same)',
    zh: '只看这些变化（stronger 增强、weaker 减弱、same 相同）',
  },
});

export const COMMITMENT_EXAMPLES: Examples = {
  commitment: [
    {
      line: 'duibiao commitment hubei wuhan',
      en: 'where the city commits more or less firmly than the province',
      zh: '查看市里比省里力度更强或更弱之处',
    },
  ],
};
