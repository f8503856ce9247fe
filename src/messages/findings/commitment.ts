import { catalogue } from '../catalogue.js';
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
