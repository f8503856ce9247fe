import { catalogue } from '../catalogue.js';
import { inLanguages } from '../words.js';

/** What `sources` and `find` print. */
export const SEARCH_WORDS = inLanguages(
  catalogue({
    sources: {
      en: 'What {name} draws on, among {papers} {papers|paper|papers}',
      zh: '{name}的来源（检索 {papers} 份文件）',
    },
    noSources: {
      en: 'Nothing of it stands in another paper that was looked for.',
      zh: '在所检索的文件中没有找到它的来源。',
    },
    table: [
      { en: 'share', zh: '占比' },
      { en: 'clauses', zh: '分句' },
      { en: 'stands there', zh: '见于其中' },
      { en: 'level', zh: '层级' },
      { en: 'date', zh: '日期' },
      { en: 'file', zh: '文件' },
    ],
    source: { en: '{rank}. {title}', zh: '{rank}. {title}' },
    more: { en: '… {count} more passages', zh: '……另有 {count} 处' },
    legend: {
      en: 'share: of its clauses, each credited to the source nearest in wording and place; = verbatim, ~ adapted, ≈ paraphrased',
      zh: '占比：分句数之比，每个分句记在措辞与层级最近的来源名下；= 照搬，~ 改写，≈ 转述',
    },
    places: {
      en: '{count} {count|place|places} in {papers} {papers|paper|papers}',
      zh: '在 {papers} 份文件中找到 {count} 处',
    },
    noPlaces: {
      en: 'Nothing like it stands in {papers} {papers|paper|papers}.',
      zh: '{papers} 份文件中没有类似的话。',
    },
    line: { en: 'line {line}', zh: '第 {line} 行' },
  }),
);
