/** What the commands that look through a whole corpus say of themselves. */
export const SEARCH_TEXTS = {
  'progress.index': {
    en: 'indexing the corpus: {done} of {texts} papers',
    zh: '正在为语料库建立索引：{done} / {texts}',
  },
  'search.corpus': {
    en: 'a corpus, or any folder of papers',
    zh: '语料库，或任何存放文件的文件夹',
  },
  'search.from': {
    en: 'only papers of these levels: national, province, city, county',
    zh: '只看这些层级的文件：national、province、city、county',
  },
  'levels.from': {
    en: 'upper papers: only those of these levels (national, province, city, county)',
    zh: '上位文件：只取这些层级（national、province、city、county）',
  },
  'levels.to': { en: 'lower papers, likewise', zh: '下位文件，写法同上' },
  'sources.limit': {
    en: 'how many papers (without it at most 5, none with far fewer clauses than the first)',
    zh: '列出的文件数（默认最多 5 份，远少于首份的不列）',
  },
  'search.limit': { en: 'how many papers', zh: '列出的文件数' },
  'search.left': {
    en: 'left out, for they could not be read: {count} (first: {path})',
    zh: '未能读取而略过：{count} 个（例：{path}）',
  },
  'search.mended': {
    en: 'the index of {path} was damaged and has been made anew',
    zh: '{path} 的索引已损坏，已重新建立',
  },
  'sources.about': {
    en: 'which papers of a corpus a document draws on, with the passages',
    zh: '文件取材于语料库中的哪些文件，并列出对应段落',
  },
  'sources.document': { en: 'document: id, alias, path or -', zh: '文件：id、别名、路径或 -' },
  'sources.earlier': {
    en: 'only papers dated before the document',
    zh: '只看日期早于该文件的文件',
  },
  'sources.passages': {
    en: 'how many passages to show of each paper',
    zh: '每份文件显示几处对应段落',
  },
  'find.about': {
    en: 'a passage across a corpus, in other words too',
    zh: '在语料库中查找一段话，换了说法也能找到',
  },
  'find.text': {
    en: 'the passage; - reads it from standard input',
    zh: '要查找的话；- 从标准输入读取',
  },
} as const;
