import { catalogue } from '../catalogue.js';
import { inLanguages } from '../words.js';

/** What `matrix` prints for people. */
export const MATRIX_WORDS = inLanguages(
  catalogue({
    head: {
      pair: { en: 'upper → lower paper', zh: '上位 → 下位文件' },
      coverage: { en: 'carried', zh: '承接' },
      taken: { en: 'taken', zh: '取自上位' },
      relations: { en: '=  ~  ≈', zh: '=  ~  ≈' },
      targets: { en: 'lowered', zh: '指标降低' },
      lag: { en: 'days', zh: '相隔天数' },
    },
    more: {
      en: '… {count} more pairs: --format csv, ndjson or parquet gives all',
      zh: '……另有 {count} 对；--format csv、ndjson 或 parquet 给出全部',
    },
    legend: {
      en: 'By share carried. carried: upper clauses carried below, ± standard error in points; taken: lower clauses that come from above; links = verbatim ~ adapted ≈ paraphrased; lowered: targets.',
      zh: '按承接率排列。承接：上位分句被承接的比例，± 为标准误（百分点）；取自上位：下位分句中来自上位的比例；对应 = 照搬 ~ 改写 ≈ 转述。',
    },
  }),
);
