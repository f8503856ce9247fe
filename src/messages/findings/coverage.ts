import { catalogue } from '../catalogue.js';
import { inLanguages } from '../words.js';

/** What `coverage` prints. */
export const COVERAGE_WORDS = inLanguages(
  catalogue({
    theme: { en: 'theme', zh: '主题' },
    section: { en: 'section', zh: '章节' },
    total: { en: 'all sentences', zh: '全部句子' },
    legend: {
      en: 'Share of upstream sentences with a counterpart downstream. = verbatim  ~ adapted  ≈ paraphrased  - missing  + local (downstream only)',
      zh: '承接率 = 有对应的上位句子 / 该主题全部上位句子。= 照搬  ~ 改写  ≈ 转述  - 未承接  + 本地新增（仅下位文件有）',
    },
  }),
);
