import { catalogue } from '../catalogue.js';

/** What help, manual and messages are framed with, and the options and arguments of several commands. */
export const HELP_TEXTS = catalogue({
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
  'option.links': {
    en: 'file of decisions on links (else links.yaml of the corpus and beside the downstream paper)',
    zh: '人工判断文件（默认：语料库中的及下位文件旁的 links.yaml）',
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
  'option.quiet': {
    en: 'say nothing of the files that were written',
    zh: '不提示已写入的文件',
  },
  'output.wrote': { en: 'wrote {file} ({size} kB)', zh: '已写入 {file}（{size} kB）' },
  'output.appended': { en: 'appended to {file}', zh: '已追加到 {file}' },
  'output.written': { en: 'wrote {file}', zh: '已写入 {file}' },
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
  'argument.sides': {
    en: 'upstream side, then one or more downstream sides, or folders of them; none: the whole corpus',
    zh: '先上位、后下位（可多个，也可给文件夹）；省略则统计整个语料库',
  },
  yes: { en: 'yes', zh: '是' },
  no: { en: 'no', zh: '否' },
  'complete.about': { en: 'what may be typed next', zh: '列出可补全的词' },
  'argument.shell': { en: 'bash, zsh or fish', zh: 'bash、zsh 或 fish' },
  'argument.schema': {
    en: 'name of a format; without it, the names there are',
    zh: '格式名称；省略则列出全部名称',
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
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  hint: { en: 'hint', zh: '建议' },
  bug: {
    en: 'This is a bug of duibiao. Please report it with the lines above.',
    zh: '这是 duibiao 的程序错误，请附上以上内容反馈。',
  },
});
