import { catalogue, type Examples } from '../catalogue.js';
import { inLanguages } from '../words.js';

/** What `brief` and the first page of a report say. */
export const BRIEF_WORDS = inLanguages(
  catalogue({
    brief: { en: 'Brief', zh: '要点' },
    coverage: { en: 'coverage by clause', zh: '承接率（按分句）' },
    byTheme: {
      en: 'Most was lost in (coverage, places missing): ',
      zh: '缺失较多的主题（承接率，未承接处数）：',
    },
    lists: {
      missing: { en: 'Missing below', zh: '未承接' },
      weakened: { en: 'Weakened', zh: '力度减弱' },
      lowered: { en: 'Figures lowered', zh: '指标下调' },
      postponed: { en: 'Postponed', zh: '期限推后' },
      local: { en: 'New below', zh: '本地新增' },
      doubtful: { en: 'Worth a look', zh: '存疑待核' },
    },
    more: { en: '  ({held} here, {more} more)', zh: '（这里含 {held} 处，另有 {more} 处）' },
    elsewhere: {
      en: ' ({count} of them addressed to other places)',
      zh: '（其中 {count} 处写给其他地方）',
    },
    to: { en: 'to {places}: ', zh: '写给{places}：' },
    nothing: { en: 'None: ', zh: '没有：' },
    and: { en: ', ', zh: '、' },
    doubt: { en: '?', zh: '？' },
    open: {
      en: 'More: --limit 20. Open one: duibiao compare {up} {down} --section {address}',
      zh: '多列几处：--limit 20；打开一处：duibiao compare {up} {down} --section {address}',
    },
    note: {
      en: 'Clauses and members of lists, in order of weight: how much they say (length, figures), and how sure the finding is.',
      zh: '按分句和列举项计，按分量排序：内容多少（字数、数字期限）与判断把握。',
    },
  }),
);

export type BriefWords = (typeof BRIEF_WORDS)['en'];

/** What `brief` says of itself. */
export const BRIEF_TEXTS = catalogue({
  'brief.about': {
    en: 'one page: what is missing, weakened, lowered, postponed, new, doubtful',
    zh: '一页要点：未承接、力度减弱、指标下调、期限推后、本地新增、存疑',
  },
  'brief.limit': {
    en: 'places a list (default 2: one screen); twice as many of what is missing',
    zh: '每类列出几处（默认 2，一屏之内）；未承接的列两倍',
  },
  'brief.whole': { en: 'texts in full instead of one line each', zh: '文字全部显示，不截成一行' },
});

export const BRIEF_EXAMPLES: Examples = {
  brief: [
    {
      line: 'duibiao brief hubei wuhan',
      en: 'what a reader asks first, on one screen',
      zh: '一屏看清要点',
    },
    {
      line: 'duibiao brief hubei wuhan --theme housing --whole --limit 20',
      en: 'one theme, more of it, texts in full',
      zh: '一个主题，多列几处，文字不截断',
    },
  ],
};
