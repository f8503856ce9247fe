import { catalogue } from '../catalogue.js';
import { inLanguages } from '../words.js';

/** What `coverage` prints. */
export const COVERAGE_WORDS = inLanguages(
  catalogue({
    theme: { en: 'theme', zh: '主题' },
    section: { en: 'section', zh: '章节' },
    total: { en: 'whole text', zh: '全文' },
    legend: {
      clause: {
        en: 'By clause: share of upstream clauses that are carried, one carried in part counting half, and how far it may be off (points, standard error). = carried  ~ partly  - missing',
        zh: '按分句计：承接率 =（承接 + ½ 部分承接）/ 有内容可承接的上位分句，± 为预期误差（百分点）。= 承接  ~ 部分承接  - 未承接',
      },
      sentence: {
        en: 'By sentence: share of upstream sentences with a counterpart downstream. = verbatim  ~ adapted  ≈ paraphrased  - missing  + local (downstream only)',
        zh: '按句计：承接率 = 有对应的上位句子 / 该主题全部上位句子。= 照搬  ~ 改写  ≈ 转述  - 未承接  + 本地新增（仅下位文件有）',
      },
      character: {
        en: 'By character: share of the characters of upstream sentences with a counterpart downstream; counts are of sentences. = verbatim  ~ adapted  ≈ paraphrased  - missing  + local (downstream only)',
        zh: '按字数计：有对应的上位句子的字数 / 该主题全部上位句子的字数；计数为句数。= 照搬  ~ 改写  ≈ 转述  - 未承接  + 本地新增（仅下位文件有）',
      },
    },
  }),
);
