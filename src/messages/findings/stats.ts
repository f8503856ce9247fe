import { catalogue, type Examples } from '../catalogue.js';
import { inLanguages } from '../words.js';

/** What `stats` prints. */
export const STATS_WORDS = inLanguages(
  catalogue({
    size: {
      en: '{characters} {characters|character|characters}, {sentences} {sentences|sentence|sentences}, {sections} {sections|section|sections} in {chapters} {chapters|chapter|chapters}',
      zh: '{characters} 字，{sentences} 句，{chapters} 个大章共 {sections} 节',
    },
    themes: [
      { en: 'theme', zh: '主题' },
      { en: 'sentences', zh: '句数' },
      { en: 'of all', zh: '占比' },
      { en: 'by characters', zh: '字数占比' },
    ],
    reuseOf: { en: 'against {against}', zh: '与 {against} 相比' },
    reuse: [
      { en: 'sentences', zh: '句数' },
      { en: 'of all', zh: '占比' },
      { en: 'by characters', zh: '字数占比' },
    ],
    termsOf: { en: 'more than in {against}', zh: '比 {against} 多用' },
    terms: [
      { en: 'here', zh: '本文' },
      { en: 'there', zh: '对照' },
      { en: 'G²', zh: 'G²' },
    ],
    noAbove: {
      en: 'Nothing to hold it against: no reuse, no distinctive terms (--against NAME).',
      zh: '没有可比较的上一级：不计沿用比例和特色词（可用 --against 指定）。',
    },
    noTerms: { en: 'No distinctive terms.', zh: '没有特色词。' },
  }),
);

/** What `stats` says of itself. */
export const STATS_TEXTS = catalogue({
  'stats.about': {
    en: 'size, themes, reuse and distinctive terms of documents',
    zh: '文件的篇幅、主题、沿用比例与特色词',
  },
  'stats.documents': {
    en: 'documents or sides, each held against the corpus level above it; none: one alias a level',
    zh: '文件或别名，各与语料库上一级比较；省略则每级一个别名',
  },
  'stats.against': {
    en: 'what the documents are held against, instead of the level above',
    zh: '与此比较，而不是上一级',
  },
  'stats.terms': { en: 'how many distinctive terms', zh: '特色词个数' },
});

export const STATS_EXAMPLES: Examples = {
  stats: [
    {
      line: 'duibiao stats hubei wuhan',
      en: 'size, themes, reuse and distinctive terms',
      zh: '篇幅、主题、沿用比例和特色用词',
    },
  ],
};
