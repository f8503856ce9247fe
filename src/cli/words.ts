import type { Language } from './io.js';
import { MODEL_WORDS } from './model-words.js';

/** Everything the command line says, in both languages, by key. */
const WORDS = {
  ...MODEL_WORDS,
  about: {
    en: 'Compare Chinese policy documents across levels of government: what the centre asked, what the province took up, what the city did with it.',
    zh: '对标：逐条比较各级政府的政策文件——中央的要求、省里的承接、市里的落实。',
  },
  examples: { en: 'Examples:', zh: '示例：' },
  'help.usage': { en: 'Usage:', zh: '用法：' },
  'help.arguments': { en: 'Arguments:', zh: '参数：' },
  'help.options': { en: 'Options:', zh: '选项：' },
  'help.optionsWord': { en: 'options', zh: '选项' },
  'help.commandWord': { en: 'command', zh: '命令' },
  'help.global': { en: 'Global options:', zh: '通用选项：' },
  'help.commands': { en: 'Commands:', zh: '命令：' },
  'help.default': { en: 'default', zh: '默认' },
  'help.choices': { en: 'choices', zh: '可选' },
  'help.option': { en: 'show this help', zh: '显示帮助' },
  'help.command': { en: 'show the help of a command', zh: '显示某个命令的帮助' },
  'version.option': { en: 'print the version', zh: '显示版本号' },
  'option.corpus': {
    en: 'corpus folder (else corpus/ here or above, else the embedded one)',
    zh: '语料库文件夹（默认：当前或上级的 corpus/，否则用内置语料库）',
  },
  'option.lang': {
    en: 'language of messages: zh or en (else from the locale)',
    zh: '提示语言：zh 或 en（默认随系统语言）',
  },
  'option.color': { en: 'colour: auto, always or never', zh: '颜色：auto、always 或 never' },
  'option.width': { en: 'width of the output in columns', zh: '输出宽度（列）' },
  'option.ambiguous': {
    en: 'columns of “ ” … ─ in your terminal: 1 or 2',
    zh: '终端中“ ” … ─ 所占列数：1 或 2',
  },
  'option.pager': {
    en: 'print at once instead of opening a pager',
    zh: '直接输出，不打开分页程序',
  },
  'option.cache': {
    en: 'compute everything anew, keep nothing for the next run',
    zh: '全部重新计算，不读写缓存',
  },
  'option.ascii': { en: 'borders in ASCII', zh: '表格线用 ASCII 字符' },
  'option.format': { en: 'output format', zh: '输出格式' },
  'option.output': {
    en: 'write to a file instead of the terminal (- is the terminal)',
    zh: '写入文件而不是终端（- 表示终端）',
  },
  'option.theme': {
    en: 'only these themes (ids, separated by commas)',
    zh: '只看这些主题（id，逗号分隔）',
  },
  'option.force': { en: 'replace files that exist', zh: '覆盖已有文件' },
  'option.encoding': {
    en: 'encoding of a text file (utf-8, gb18030, big5 …); else it is found',
    zh: '文本编码（utf-8、gb18030、big5 等；默认自动识别）',
  },
  'option.single': { en: 'take the file as one document', zh: '整个文件按一份文件处理' },
  'option.track': {
    en: 'tracked changes of a Word file: accept or reject',
    zh: 'Word 修订：accept（接受）或 reject（拒绝）',
  },
  'argument.document': {
    en: 'id, alias, path, PATH#ID or - (standard input)',
    zh: '文件 id、别名、路径、路径#id 或 -（标准输入）',
  },
  'argument.upstream': {
    en: 'upstream side: id, alias, path or -',
    zh: '上位文件：id、别名、路径或 -',
  },
  'argument.downstream': {
    en: 'downstream side: id, alias, path or -',
    zh: '下位文件：id、别名、路径或 -',
  },
  'argument.compendium': {
    en: 'file that holds one or several documents, or -',
    zh: '含一份或多份文件的汇编，或 -',
  },
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
  'parse.document': { en: '{count} documents in {path}', zh: '{path} 中共 {count} 份文件' },
  'parse.characters': { en: 'chars', zh: '字' },
  'parse.lines': { en: 'lines', zh: '行' },
  'parse.page': { en: 'p.', zh: '页' },
  'parse.paragraph': { en: '¶', zh: '段' },
  'parse.elements': { en: 'recognised', zh: '已识别' },
  'parse.cleanup': { en: 'cleaned up', zh: '已清理' },
  'parse.evidence': { en: 'begins here because of', zh: '划分依据' },
  'parse.quiet': {
    en: '{errors} errors, {warnings} warnings, {infos} remarks; --diagnostics lists them',
    zh: '错误 {errors}、警告 {warnings}、提示 {infos}；用 --diagnostics 查看',
  },
  'parse.breaks': {
    en: 'line breaks: {joined} lines joined to the one before, {broken} begin a paragraph',
    zh: '断行：{joined} 行接上一行，{broken} 行另起一段',
  },
  'parse.break': { en: 'break', zh: '另起' },
  'parse.join': { en: 'join', zh: '接续' },
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
  'corpus.wrote': { en: 'wrote {count} files to {path}', zh: '已在 {path} 写入 {count} 个文件' },
  'corpus.added': { en: 'added {path}', zh: '已加入 {path}' },
  'compare.section': {
    en: 'only these sections: 45, 45:46, hubei:45, a label or words of a heading',
    zh: '只看这些章节：45、45:46、hubei:45、序号或标题中的词',
  },
  'compare.relation': {
    en: 'only these relations (verbatim, adapted, paraphrased)',
    zh: '只看这些关系（verbatim 照搬、adapted 改写、paraphrased 转述）',
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
  'coverage.section': { en: 'section', zh: '章节' },
  'coverage.total': { en: 'all sentences', zh: '全部句子' },
  'coverage.covered': { en: 'covered', zh: '已承接' },
  'coverage.missing': { en: 'missing', zh: '未承接' },
  'coverage.local': { en: 'local', zh: '本地新增' },
  'coverage.legend': {
    en: 'Share of upstream sentences with a counterpart downstream. = verbatim  ~ adapted  ≈ paraphrased  - missing  + local (downstream only)',
    zh: '承接率 = 有对应的上位句子 / 该主题全部上位句子。= 照搬  ~ 改写  ≈ 转述  - 未承接  + 本地新增（仅下位文件有）',
  },
  'coverage.by': {
    en: 'rows: theme, section or chapter',
    zh: '按 theme（主题）、section（章节）或 chapter（大章）统计',
  },
  'coverage.oneSide': {
    en: 'coverage wants an upstream and a downstream side, or none at all.',
    zh: 'coverage 需要上位和下位两方，或一个都不给。',
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
  'argument.sides': {
    en: 'upstream side, then one or more downstream sides; none: the whole corpus',
    zh: '先上位、后下位（可多个）；省略则统计整个语料库',
  },
  'column.id': { en: 'id', zh: 'id' },
  'column.level': { en: 'level', zh: '层级' },
  'column.date': { en: 'date', zh: '日期' },
  'column.kind': { en: 'kind', zh: '文种' },
  'column.title': { en: 'title', zh: '标题' },
  'column.aliases': { en: 'aliases', zh: '别名' },
  'column.theme': { en: 'theme', zh: '主题' },
  'progress.align': { en: 'aligning {up} and {down}', zh: '正在比对 {up} 与 {down}' },
  'progress.segment': { en: 'loading the word segmenter', zh: '正在载入分词词典' },
  yes: { en: 'yes', zh: '是' },
  no: { en: 'no', zh: '否' },
  'completion.about': {
    en: 'print a completion script for a shell',
    zh: '输出命令行补全脚本',
  },
  'complete.about': { en: 'what may be typed next', zh: '列出可补全的词' },
  'argument.shell': { en: 'bash, zsh or fish', zh: 'bash、zsh 或 fish' },
  'argument.schema': {
    en: 'name of a format; without it, the names there are',
    zh: '格式名称；省略则列出全部名称',
  },
  'schema.about': {
    en: 'print the JSON Schema of a machine-readable format',
    zh: '输出机器可读格式的 JSON Schema',
  },
  'man.about': { en: 'print the manual page (roff)', zh: '输出手册页（roff）' },
  'man.section': { en: 'User Commands', zh: '用户命令' },
  'man.name': { en: 'NAME', zh: '名称' },
  'man.synopsis': { en: 'SYNOPSIS', zh: '概要' },
  'man.examples': { en: 'EXAMPLES', zh: '示例' },
  'man.commands': { en: 'COMMANDS', zh: '命令' },
  'man.options': { en: 'OPTIONS', zh: '选项' },
  'man.shared': { en: 'Every command takes:', zh: '各命令通用：' },
  'man.exit': { en: 'EXIT STATUS', zh: '退出码' },
  'man.environment': { en: 'ENVIRONMENT', zh: '环境变量' },
  'exit.done': { en: 'done', zh: '完成' },
  'exit.found': {
    en: 'check found something, or there are differences and --exit-code was given',
    zh: 'check 发现问题，或使用 --exit-code 时存在差异',
  },
  'exit.usage': { en: 'wrong usage or unreadable input', zh: '用法有误或输入无法读取' },
  'exit.bug': { en: 'a bug in the program', zh: '程序错误' },
  'exit.interrupted': { en: 'interrupted', zh: '被中断' },
  'env.lang': {
    en: 'language of messages, before the locale',
    zh: '提示语言，优先于系统语言',
  },
  'env.pager': {
    en: 'pager for long output on a terminal; empty or cat for none',
    zh: '终端分页程序；留空或 cat 表示不分页',
  },
  'env.cache': {
    en: 'folder of the cache, or the folder it lies in',
    zh: '缓存文件夹，或其上级文件夹',
  },
  'env.ambiguous': { en: 'as --ambiguous-width', zh: '同 --ambiguous-width' },
  'env.theme': {
    en: 'dark or light: the background that colours are chosen for',
    zh: 'dark 或 light：按终端背景选择配色',
  },
  'env.color': {
    en: 'no colour; colour also where the output is no terminal',
    zh: '禁用颜色；非终端时也用颜色',
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
  'doctor.corpusFound': { en: '{path}, {count} documents', zh: '{path}，{count} 份文件' },
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
  error: { en: 'error', zh: '错误' },
  'stale.unknown-unit': { en: 'there is no unit {unit}', zh: '没有单元 {unit}' },
  'stale.quote-not-found': {
    en: '{unit} no longer holds the quotation',
    zh: '{unit} 中已没有所引文字',
  },
  'stale.kinds-differ': {
    en: 'one side is a section, the other a sentence',
    zh: '一方是章节，另一方是句子',
  },
  'stale.moved': {
    en: 'the quotation of {unit} now stands in {to}; honoured there',
    zh: '{unit} 所引文字现在位于 {to}，已按该处处理',
  },
  warning: { en: 'warning', zh: '警告' },
  info: { en: 'note', zh: '提示' },
  hint: { en: 'hint', zh: '建议' },
  bug: {
    en: 'This is a bug of duibiao. Please report it with the lines above.',
    zh: '这是 duibiao 的程序错误，请附上以上内容反馈。',
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

export type WordKey = keyof typeof WORDS;

/** A text in a language; `{name}` is filled from `params`. */
export type Say = (key: WordKey, params?: Readonly<Record<string, string | number>>) => string;

export function sayIn(language: Language): Say {
  return (key, params = {}) =>
    WORDS[key][language].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}
