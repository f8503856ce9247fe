import { catalogue } from '../catalogue.js';
import { inLanguages } from '../words.js';

/** What is said of a text before a figure that rests on it. */
export const QUALITY_WORDS = inLanguages(
  catalogue({
    rests: {
      en: 'warning: what follows rests on a text that is doubtful: {documents}',
      zh: '警告：以下结果所依据的文本存疑：{documents}',
    },
    document: { en: '{title} ({doubts})', zh: '{title}（{doubts}）' },
    quality: { en: 'doubtful: {doubts}', zh: '存疑：{doubts}' },
    between: { en: '; ', zh: '；' },
    doubts: {
      'lost-text': {
        en: 'the file is damaged, text may be missing',
        zh: '文件已损坏，文字可能有缺失',
      },
      'open-paragraphs': {
        en: '{open} of the paragraphs end without a stop',
        zh: '{open} 的段落末尾没有句号',
      },
      'damaged-lines': { en: '{damaged} of the lines are damaged', zh: '{damaged} 的行残缺' },
      'no-title': { en: 'no title found', zh: '没有找到标题' },
      'weak-title': { en: 'title guessed', zh: '标题系推测' },
      'weak-level': { en: 'level guessed', zh: '层级系推测' },
    },
  }),
);
