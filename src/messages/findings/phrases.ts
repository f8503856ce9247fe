import { catalogue } from '../catalogue.js';
import { inLanguages } from '../words.js';

/** What `phrases` prints. */
export const PHRASES_WORDS = inLanguages(
  catalogue({
    phrase: { en: 'phrase', zh: '提法' },
    first: { en: 'first in', zh: '首见' },
    legend: {
      en: '= in the same words (times)  ~ varied (times)  - absent',
      zh: '= 原文一致（次数）  ~ 变体（次数）  - 没有',
    },
    more: {
      en: '{shown} of {all} shown; --limit shows more.',
      zh: '显示 {all} 条中的 {shown} 条；用 --limit 显示更多。',
    },
    none: { en: 'No set phrases found.', zh: '没有找到提法。' },
    absentHere: {
      en: '"{text}" occurs in none of these documents.',
      zh: '这些文件中都没有“{text}”。',
    },
    nearest: { en: 'Phrases like it: {texts}', zh: '相近的提法：{texts}' },
    status: {
      identical: { en: 'identical', zh: '一致' },
      variant: { en: 'variant', zh: '变体' },
      absent: { en: 'absent', zh: '没有' },
    },
    kinds: {
      punctuation: { en: 'marks differ', zh: '标点不同' },
      abbreviation: { en: 'short and full form', zh: '简称与全称' },
      wording: { en: 'wording differs', zh: '字句不同' },
    },
    means: { en: 'means', zh: '释义' },
    line: { en: 'L', zh: '行' },
  }),
);
