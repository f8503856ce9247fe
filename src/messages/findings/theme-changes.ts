import { catalogue } from '../catalogue.js';
import { inLanguages } from '../words.js';

/** What `themes check` prints. */
export const THEME_CHANGES_WORDS = inLanguages(
  catalogue({
    none: { en: 'No theme file differs.', zh: '主题文件没有改动。' },
    counts: { en: '{before} → {after} sentences', zh: '{before} → {after} 句' },
    same: { en: 'No sentence changes.', zh: '没有句子变化。' },
    idle: { en: 'Never found here', zh: '在这些文件中从未出现' },
    overlap: {
      en: '{first} and {second} share {share}% of their sentences.',
      zh: '{first} 与 {second} 有 {share}% 的句子相同。',
    },
    grade: { en: 'grade {before} → {after}', zh: '等级 {before} → {after}' },
  }),
);
