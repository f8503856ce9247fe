import { catalogue } from '../catalogue.js';

/** What the commands about themes say of themselves, and analyses in common. */
export const THEME_TEXTS = catalogue({
  'themes.init.about': {
    en: 'propose a theme file from words, by association in the corpus',
    zh: '由若干词语按语料库中的关联生成主题文件草稿',
  },
  'themes.init.name': { en: 'id of the theme, in kebab-case', zh: '主题 id（小写字母与连字符）' },
  'themes.init.from': { en: 'words of the theme, separated by commas', zh: '主题的词语，逗号分隔' },
  'themes.init.most': { en: 'propose at most so many terms', zh: '最多提出的词条数' },
  'themes.init.label': { en: 'Chinese name of the theme', zh: '主题的中文名' },
  'themes.init.wrote': {
    en: '{file}: {terms} {terms|term|terms}, {seeds} of them yours. Strike out what does not belong, then: duibiao themes try {file}',
    zh: '{file}：{terms} 个词条，其中 {seeds} 个由您给出。删去不相干的词条后运行：duibiao themes try {file}',
  },
  'themes.try.about': {
    en: 'the sentences of a theme, doubtful ones first; take your yes and no into its file',
    zh: '主题下的句子，存疑的在前；把您的“是”“否”写回主题文件',
  },
  'themes.try.theme': { en: 'a theme of the corpus, or a file', zh: '语料库的主题，或主题文件' },
  'themes.try.yes': {
    en: 'addresses of sentences that belong to it, separated by commas',
    zh: '属于该主题的句子地址，逗号分隔',
  },
  'themes.try.no': {
    en: 'addresses of sentences that do not',
    zh: '不属于该主题的句子地址',
  },
  'themes.try.most': { en: 'show at most so many sentences', zh: '最多显示的句数' },
  'themes.check.about': {
    en: 'what an edit of a theme file adds and loses, sentence by sentence, and which entries do nothing',
    zh: '主题文件改动后逐句增减了什么，哪些词条不起作用',
  },
  'themes.check.file': {
    en: 'theme files; none: all of the corpus',
    zh: '主题文件；省略则检查语料库的全部主题',
  },
  'themes.check.since': {
    en: 'compare with this revision of git (else HEAD)',
    zh: '与 git 的这一版本比较（默认 HEAD）',
  },
  'themes.check.documents': {
    en: 'documents to look at, separated by commas; none: the whole corpus',
    zh: '用这些文件检查，逗号分隔；省略则为整个语料库',
  },
  compared: {
    en: '{count} {count|pair|pairs} compared: {pairs}',
    zh: '共比较 {count} 对：{pairs}',
  },
  between: { en: ', ', zh: '、' },
  none: { en: 'Nothing found.', zh: '没有找到。' },
});
