import type { MessageLanguage } from './catalogue.js';

/** What was cleaned up or left out while reading, in Chinese; English has the names. A test asks for each that is counted. */
const CLEANUP: Readonly<Record<string, string>> = {
  'automatic-number': '自动编号',
  blank: '多余空格',
  comment: '批注',
  control: '控制字符',
  'deleted-revision': '删除修订',
  'doubled-text': '重影文字',
  'embedded-part': '内嵌文档',
  'full-width': '全角字符',
  'glued-heading': '与正文相连的标题',
  'half-width-mark': '半角标点',
  'hidden-text': '隐藏文字',
  indent: '首行缩进',
  'inserted-revision': '插入修订',
  'lost-number': '丢失的编号',
  'markdown-alt-text': 'Markdown 图片说明',
  'markdown-bullet': 'Markdown 列表标记',
  'markdown-code': 'Markdown 代码标记',
  'markdown-comment': 'Markdown 注释',
  'markdown-emphasis': 'Markdown 强调标记',
  'markdown-escape': 'Markdown 转义',
  'markdown-fence': 'Markdown 代码块标记',
  'markdown-fence-word': 'Markdown 代码块语言',
  'markdown-footnote': 'Markdown 脚注',
  'markdown-footnote-mark': 'Markdown 脚注标记',
  'markdown-heading': 'Markdown 标题标记',
  'markdown-deleted-revision': 'Markdown 删除修订',
  'markdown-hidden-text': 'Markdown 隐藏文字',
  'markdown-inserted-revision': 'Markdown 插入修订',
  'markdown-html-block': 'Markdown 内的 HTML',
  'markdown-image': 'Markdown 图片',
  'markdown-link': 'Markdown 链接',
  'markdown-link-definition': 'Markdown 链接定义',
  'markdown-link-title': 'Markdown 链接标题',
  'markdown-attributes': '属性标记（Markdown）',
  'markdown-division': '区块标记（Markdown）',
  'markdown-math': 'Markdown 公式标记',
  'markdown-quote': 'Markdown 引用标记',
  'markdown-rule': 'Markdown 分隔线',
  'markdown-table-rule': 'Markdown 表格线',
  'markdown-task-mark': 'Markdown 任务标记',
  'misread-sign': '识别错误的符号',
  'misread-mark': '误读标点',
  'note-mark': '注释标记',
  'outside-article': '正文以外的文字',
  'page-field': '页码域',
  'page-footer': '页脚',
  'page-header': '页眉',
  radical: '部首字',
  'soft-hyphen': '软连字符',
  symbol: '符号字体',
  'table-of-contents': '目录',
  'text-box': '文本框',
  'trailing-blank': '行末空格',
  'turned-text': '倾斜或横排文字',
  'zero-width': '零宽字符',
};

/** A kind of clean-up as a person reads it. */
export function cleanupWord(kind: string, language: MessageLanguage): string {
  return language === 'zh' ? (CLEANUP[kind] ?? kind) : kind;
}

/** Why a document of a compendium begins where it does, where the reason is no element of documents. */
const BORDERS: Readonly<Record<string, string>> = {
  'after-page-number': '页码之后',
  'blank-lines': '空行',
  'file-start': '文件开头',
  'page-start': '页首',
  'text-ended': '上文已完',
  'title-words': '标题用语',
};

/** Evidence for the border of two documents as a person reads it; elements are words of `termIn`. */
export function borderWord(evidence: string, language: MessageLanguage): string | undefined {
  return language === 'zh' ? BORDERS[evidence] : undefined;
}
