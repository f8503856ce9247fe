import { catalogue } from '../catalogue.js';

/** What the analysis commands say of themselves. */
export const ANALYSIS_TEXTS = catalogue({
  'targets.about': {
    en: 'quantities and deadlines: of a document, or of two levels side by side',
    zh: '指标与期限：列出一份文件的，或两级并排比较',
  },
  'targets.sides': {
    en: 'one document to list; an upstream and downstream sides, or folders of them, to compare; none: the whole corpus',
    zh: '一份文件则列出其指标；先上位后下位（也可给文件夹）则并排比较；省略则比较整个语料库',
  },
  'targets.kind': {
    en: 'only these kinds (quantity, share, money, ratio, count, deadline, span)',
    zh: '只看这些类别（quantity 数量、share 比例、money 金额、ratio 倍数、count 个数、deadline 期限、span 时段）',
  },
  'targets.shift': {
    en: 'only these shifts (raised, lowered, earlier, later, changed, same, only-upstream, only-downstream)',
    zh: '只看这些变化（raised 提高、lowered 降低、earlier 提前、later 推后、changed 改变、same 相同、only-upstream 仅上位、only-downstream 仅下位）',
  },
  'targets.names': {
    en: 'also numbers that only name something (“四个意识”)',
    zh: '同时列出只作名称的数字（“四个意识”）',
  },
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
  'trace.about': {
    en: 'follow a theme, section, sentence or phrase through the levels; without one, who takes what from whom in a whole collection',
    zh: '沿层级追踪主题、章节、句子或提法；不给对象则汇总整个文集中谁承接谁',
  },
  'trace.topic': {
    en: 'theme id or label, address of a section or sentence (hubei:11, hubei:11.3), or a phrase; none: the whole collection',
    zh: '主题 id 或名称、章节或句子地址（hubei:11、hubei:11.3）、或提法；省略则为整个文集',
  },
  'trace.sides': {
    en: 'the chain, highest first (else one alias a level of the corpus)',
    zh: '传导链，从高到低（默认：语料库每级一个别名）',
  },
  'trace.up': { en: 'follow upwards: where does it come from', zh: '向上追踪来源' },
  'trace.minRelation': {
    en: 'weakest relation that is followed: verbatim, adapted or paraphrased',
    zh: '追踪的最低关系：verbatim、adapted 或 paraphrased',
  },
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
  'bodies.about': {
    en: 'responsible bodies (责任单位, 牵头): who leads above, who leads below',
    zh: '责任单位：上位由谁牵头，下位由谁牵头',
  },
  'brief.about': {
    en: 'one page: what is missing, weakened, lowered, postponed, new, doubtful',
    zh: '一页要点：未承接、力度减弱、指标下调、期限推后、本地新增、存疑',
  },
  'brief.limit': {
    en: 'places a list (default 2: one screen); twice as many of what is missing',
    zh: '每类列出几处（默认 2，一屏之内）；未承接的列两倍',
  },
  'brief.whole': { en: 'texts in full instead of one line each', zh: '文字全部显示，不截成一行' },
  'commitment.about': {
    en: 'how firmly sentences commit, and how that shifts on the way down',
    zh: '力度：措辞有多坚决，逐级如何变化',
  },
  'commitment.evidence': { en: 'list every shift with its wording', zh: '列出每处变化及其措辞' },
  'commitment.shift': {
    en: 'only these shifts (stronger, weaker, same)',
    zh: '只看这些变化（stronger 增强、weaker 减弱、same 相同）',
  },
  'explain.about': {
    en: 'why two units were linked, or why not',
    zh: '为什么两个单元对应或不对应',
  },
  'explain.first': {
    en: 'a link id, or the address of a section or sentence (hubei:11.3)',
    zh: '对应 id，或章节、句子地址（hubei:11.3）',
  },
  'explain.second': {
    en: 'the other unit; without it, the best partners of the first',
    zh: '另一单元；省略则列出前者的最佳对应',
  },
  'explain.up': {
    en: 'upstream side (else found in the corpus)',
    zh: '上位文件（默认在语料库中查找）',
  },
  'explain.down': {
    en: 'downstream side (else found in the corpus)',
    zh: '下位文件（默认在语料库中查找）',
  },
  'eval.about': {
    en: 'score the engine, or another tool, against annotated links and themes',
    zh: '用人工标注评测对应与主题的准确度',
  },
  'eval.gold': {
    en: 'gold files (gold.alignment/1, gold.themes/1); none: those of the project',
    zh: '标注文件（gold.alignment/1、gold.themes/1）；省略则用项目自带的',
  },
  'eval.peer': {
    en: 'score the links of this file (duibiao.alignment/1 or duibiao.themes/1) instead',
    zh: '改为评测此文件中的结果（duibiao.alignment/1 或 duibiao.themes/1）',
  },
  'eval.up': {
    en: 'the upstream text, where the corpus has none',
    zh: '上位文本（语料库中没有时）',
  },
  'eval.curve': {
    en: 'F1 of links by decisions made, the gold as the person: by worth, weakest first, at random',
    zh: '以标注代人工，测量判断 0、10、20、50、100 次后的 F1：按价值、最弱优先、随机',
  },
  'eval.down': {
    en: 'the downstream text, where the corpus has none',
    zh: '下位文本（语料库中没有时）',
  },
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
