import { catalogue, type Examples } from '../catalogue.js';
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

/** What `phrases` says of itself. */
export const PHRASES_TEXTS = catalogue({
  'phrases.about': {
    en: 'set phrases: who carries, varies or drops them',
    zh: '提法：哪些文件沿用、改动或没有',
  },
  'phrases.documents': {
    en: 'documents or sides; none: the whole corpus',
    zh: '文件或别名；省略则为整个语料库',
  },
  'phrases.phrase': { en: 'look this phrase up', zh: '查找这一提法' },
  'phrases.limit': { en: 'show at most so many', zh: '最多显示条数' },
  'phrases.source': {
    en: 'only those from seed (the list), quoted (quotation marks) or repeated (found by repetition)',
    zh: '只看 seed（词表）、quoted（引号）或 repeated（重复发现）的提法',
  },
  'phrases.status': {
    en: 'only those with an identical, variant or absent wording at a level below the first',
    zh: '只看在首见层级以下 identical（一致）、variant（有变体）或 absent（没有）的提法',
  },
});

export const PHRASES_EXAMPLES: Examples = {
  phrases: [
    {
      line: 'duibiao phrases hubei wuhan',
      en: 'who carries, varies or drops which set phrase',
      zh: '各级对固定提法的沿用、变动与省略',
    },
  ],
};
