import { catalogue } from '../catalogue.js';

/** What commands say of themselves and on their way: reading, aligning, comparing, coverage, corpora. */
export const COMMAND_TEXTS = catalogue({
  'start.about': {
    en: 'coverage table of the corpus and what to try next',
    zh: '语料库承接率总表与下一步建议',
  },
  'start.intro': {
    en: 'Who took up what: share of upstream sentences on a theme that have a counterpart downstream.',
    zh: '承接率：上位文件某一主题的句子中，在下位文件有对应的比例。',
  },
  'start.next': { en: 'Try next:', zh: '接下来可以试试：' },
  'start.compare': {
    en: 'what Wuhan did with Hubei’s housing policy, side by side',
    zh: '并排查看武汉如何落实湖北的住房政策',
  },
  'start.coverage': {
    en: 'the sentences behind each figure on innovation',
    zh: '列出创新主题每个数字背后的句子',
  },
  'start.parse': {
    en: 'the section tree of a document, also of your own file',
    zh: '查看文件的章节结构，也可用于自己的文件',
  },
  'parse.about': { en: 'print the section tree of a document', zh: '显示文件的章节结构' },
  'parse.depth': { en: 'show sections down to this depth', zh: '显示到第几层章节' },
  'parse.diagnostics': {
    en: 'list what was remarked while reading, and which rule joined or broke each line',
    zh: '列出读取时的提示，以及各行接续或另起所依据的规则',
  },
  'parse.stated': { en: 'state the {field} instead of inferring it', zh: '指定{field}，不再推断' },
  'align.about': {
    en: 'find what corresponds in two sides: sections and sentences',
    zh: '找出两份文件中相互对应的章节和句子',
  },
  'compare.about': { en: 'read two or three levels side by side', zh: '并排阅读两级或三级文件' },
  'coverage.about': {
    en: 'share of upstream units taken up downstream, by theme',
    zh: '按主题统计承接率',
  },
  'themes.about': {
    en: 'which sentences belong to which theme, and why',
    zh: '各主题包含哪些句子及其依据',
  },
  'corpus.about': { en: 'look after a corpus', zh: '管理语料库' },
  'corpus.list.about': { en: 'list the documents of the corpus', zh: '列出语料库中的文件' },
  'corpus.show.about': { en: 'print a document’s head and clean text', zh: '显示文件头和正文' },
  'corpus.split.about': {
    en: 'split a compendium into clean texts with heads, and write corpus.yaml',
    zh: '将汇编拆分为带文件头的正文，并写出 corpus.yaml',
  },
  'corpus.add.about': {
    en: 'read files, show what was understood, add their clean texts to the corpus',
    zh: '读取文件，显示识别结果，并把清理后的正文加入语料库',
  },
  'corpus.folder': { en: 'folder to write to', zh: '写入的文件夹' },
  'corpus.dry': {
    en: 'show what would be written, write nothing',
    zh: '只显示将写入的内容，不写入',
  },
  'corpus.wrote': {
    en: 'wrote {count} {count|file|files} to {path}',
    zh: '已在 {path} 写入 {count} 个文件',
  },
  'corpus.guessed': {
    en: 'Guessed of {count} {count|document|documents}, please check (right the head of the file):',
    zh: '以下 {count} 个文件有猜测的内容，请核对（可在文件头中改正）：',
  },
  'corpus.guess.level.none': { en: 'level: nothing tells', zh: '层级：无从判断' },
  'corpus.guess.level.name': { en: "level: from the file's name", zh: '层级：取自文件名' },
  'corpus.guess.level.text': { en: 'level: from the whole text', zh: '层级：由全文推断' },
  'corpus.guess.title.name': { en: "title: from the file's name", zh: '标题：取自文件名' },
  'corpus.left': {
    en: 'not read, in no format that is known: {path}',
    zh: '未读取（格式不支持）：{path}',
  },
  'corpus.refused': { en: 'refused {message}', zh: '未加入：{message}' },
  'corpus.keepGoing': {
    en: 'add the other files where some cannot be added (exit code 2 then)',
    zh: '有文件无法加入时，仍加入其余文件（此时退出码为 2）',
  },
  'corpus.added': { en: 'added {path}', zh: '已加入 {path}' },
  'compare.section': {
    en: 'only these sections: 45, 45:46, hubei:45, a label or words of a heading',
    zh: '只看这些章节：45、45:46、hubei:45、序号或标题中的词',
  },
  'compare.relation': {
    en: 'only these relations (verbatim, adapted, paraphrased)',
    zh: '只看这些关系（verbatim 照搬、adapted 改写、paraphrased 转述）',
  },
  'compare.signs': {
    en: 'brackets around differences in colour too',
    zh: '有颜色时也用括号标出差异',
  },
  'compare.only': {
    en: 'only missing, local or changed',
    zh: '只看 missing（未承接）、local（本地新增）或 changed（有改动）',
  },
  'compare.grep': { en: 'only rows whose text matches', zh: '只看含有该正则的行' },
  'compare.minScore': { en: 'leave links below this score out', zh: '略去低于此分值的对应' },
  'compare.layout': {
    en: 'side-by-side, stacked, inline or unified (else by width)',
    zh: 'side-by-side（并排）、stacked（上下）、inline（行内）或 unified（合并）；默认随宽度',
  },
  'compare.context': {
    en: 'identical rows kept around a difference',
    zh: '差异前后保留的相同行数',
  },
  'compare.full': { en: 'fold nothing', zh: '不折叠相同内容' },
  'compare.summary': { en: 'only the counts', zh: '只显示统计' },
  'compare.noSwaps': {
    en: 'treat swaps (全省 → 全市) as equal',
    zh: '层级替换（全省→全市）视为相同',
  },
  'compare.score': { en: 'show the score of each link', zh: '显示每条对应的分值' },
  'align.view': {
    en: 'outline: section trees side by side; links: every link',
    zh: 'outline（章节并排）或 links（逐条列出）',
  },
  'coverage.by': {
    en: 'rows: theme, section or chapter',
    zh: '按 theme（主题）、section（章节）或 chapter（大章）统计',
  },
  'coverage.grain': {
    en: 'what is counted: clause (unless --min-relation is given), sentence or character',
    zh: '计数单位：clause（分句，未给 --min-relation 时的默认）、sentence（句）、character（字数）',
  },
  'coverage.matrix': {
    en: 'chapters by chapters: how the lower text re-grouped the upper one',
    zh: '大章对大章的矩阵：下位文件如何重新归并',
  },
  'coverage.evidence': {
    en: 'list the sentences behind each figure',
    zh: '列出每个数字背后的句子',
  },
  'coverage.minRelation': {
    en: 'weakest relation that counts: verbatim, adapted or paraphrased',
    zh: '计入承接的最低关系：verbatim、adapted 或 paraphrased',
  },
  'progress.align': { en: 'aligning {up} and {down}', zh: '正在比对 {up} 与 {down}' },
  'progress.segment': { en: 'loading the word segmenter', zh: '正在载入分词词典' },
  'completion.about': {
    en: 'print a completion script for a shell',
    zh: '输出命令行补全脚本',
  },
  'schema.about': {
    en: 'print the JSON Schema of a machine-readable format',
    zh: '输出机器可读格式的 JSON Schema',
  },
  'doctor.about': {
    en: 'show what duibiao sees: versions, terminal, corpus, cache',
    zh: '检查运行环境：版本、终端、语料库、缓存',
  },
  'doctor.locale': { en: 'locale', zh: '系统语言' },
  'doctor.language': { en: 'messages in', zh: '提示语言' },
  'doctor.terminal': { en: 'terminal', zh: '终端' },
  'doctor.width': { en: 'output width', zh: '输出宽度' },
  'doctor.color': { en: 'colour', zh: '颜色' },
  'doctor.pager': { en: 'pager', zh: '分页程序' },
  'doctor.corpus': { en: 'corpus', zh: '语料库' },
  'doctor.themes': { en: 'themes', zh: '主题' },
  'doctor.data': { en: 'data files', zh: '数据文件' },
  'doctor.cache': { en: 'cache', zh: '缓存' },
  'doctor.none': { en: 'none', zh: '无' },
  'doctor.embedded': { en: 'the embedded one', zh: '内置语料库' },
  'doctor.corpusFound': {
    en: '{path}, {count} {count|document|documents}',
    zh: '{path}，{count} 份文件',
  },
  'doctor.isTerminal': { en: 'the output is a terminal', zh: '输出到终端' },
  'doctor.noTerminal': { en: 'the output is no terminal', zh: '输出不是终端' },
  'doctor.notUtf8': {
    en: 'the locale is not UTF-8: Chinese text may come out wrong',
    zh: '系统语言不是 UTF-8，中文可能显示错误',
  },
  'doctor.readOnly': { en: 'may not be written to', zh: '没有写入权限' },
  'doctor.ruler': {
    en: 'How wide does your terminal draw these?',
    zh: '您的终端如何显示下面这行字符？',
  },
  'doctor.rulerHow': {
    en: 'If the first bar stands above the bar marked 1, use --ambiguous-width 1; if above the one marked 2, use --ambiguous-width 2. DUIBIAO_AMBIGUOUS_WIDTH keeps the choice.',
    zh: '如果第一行的竖线与标 1 的竖线对齐，请用 --ambiguous-width 1；与标 2 的对齐，请用 --ambiguous-width 2。可用环境变量 DUIBIAO_AMBIGUOUS_WIDTH 固定下来。',
  },
  'doctor.rulerNow': { en: 'Now in use: {width}.', zh: '当前使用：{width}。' },
  'stale.unknown-unit': { en: 'there is no unit {unit}', zh: '没有单元 {unit}' },
  'stale.quote-not-found': {
    en: '{unit} no longer holds the quotation',
    zh: '{unit} 中已没有所引文字',
  },
  'stale.kinds-differ': {
    en: 'one side is a section, the other a sentence',
    zh: '一方是章节，另一方是句子',
  },
  'stale.nearest': { en: 'nearest now: {unit} {text}', zh: '现最接近的是 {unit} {text}' },
  'stale.moved': {
    en: 'the quotation of {unit} now stands in {to}; honoured there',
    zh: '{unit} 所引文字现在位于 {to}，已按该处处理',
  },
});
