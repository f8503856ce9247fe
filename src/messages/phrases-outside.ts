/** What a reader of Chinese is told where another program says it in English: an entry of the catalogue each. */
type Outside<T extends Readonly<Record<string, string>>> = {
  readonly [K in keyof T]: { readonly en: '{text}'; readonly zh: T[K] };
};

function outside<const T extends Readonly<Record<string, string>>>(texts: T): Outside<T> {
  return Object.fromEntries(
    Object.entries(texts).map(([code, zh]) => [code, { en: '{text}', zh }]),
  ) as Outside<T>;
}

/**
 * What other programs find wrong. English hands their `text` on; Chinese says the kind of fault in our words, and quotes
 * the text where it tells more than the kind does.
 *
 * *Source* of the codes: `ErrorCode` of the `yaml` package (a code without a row does not compile where YAML is read),
 * names of the errors of pdf.js, codes of zod's issues.
 */
export const OUTSIDE_PHRASES = outside({
  'json/syntax': 'JSON 语法有误（请看逗号、引号和括号）',
  'pdf/FormatError': 'PDF 内部格式有误',
  'pdf/InvalidPDFException': '文件结构不完整或已损坏',
  'pdf/ResponseException': '文件内容无法取得',
  'pdf/UnknownErrorException': '文件内部有无法识别的错误',
  'regexp/syntax': '正则语法有误（请看括号、量词和转义）',
  'yaml/ALIAS_PROPS': '别名（*）不能带锚点或标签',
  'yaml/BAD_ALIAS': '别名（*）有误',
  'yaml/BAD_COLLECTION_TYPE': '集合的类型与标签不符',
  'yaml/BAD_DIRECTIVE': '指令（%）有误',
  'yaml/BAD_DQ_ESCAPE': '双引号内的转义有误',
  'yaml/BAD_INDENT': '缩进有误，或括号没有闭合',
  'yaml/BAD_PROP_ORDER': '锚点和标签须写在值之前的同一处',
  'yaml/BAD_SCALAR_START': '值不能以此字符开头，请加引号',
  'yaml/BLOCK_AS_IMPLICIT_KEY': '此处不能直接嵌套映射，请检查冒号和缩进',
  'yaml/BLOCK_IN_FLOW': '方括号或花括号内不能用缩进写法',
  'yaml/DUPLICATE_KEY': '同一个键出现了两次',
  'yaml/IMPOSSIBLE': '内容无法解析',
  'yaml/KEY_OVER_1024_CHARS': '键名过长（超过 1024 个字符）',
  'yaml/MISSING_CHAR': '缺少字符，例如引号、括号、逗号、冒号或空格',
  'yaml/MULTILINE_IMPLICIT_KEY': '键须写在一行内，请检查冒号和引号',
  'yaml/MULTIPLE_ANCHORS': '一个值只能有一个锚点（&）',
  'yaml/MULTIPLE_DOCS': '文件中只能有一份 YAML 文档',
  'yaml/MULTIPLE_TAGS': '一个值只能有一个标签（!）',
  'yaml/NON_STRING_KEY': '键须为文字',
  'yaml/RESOURCE_EXHAUSTION': '嵌套过深，无法解析',
  'yaml/TAB_AS_INDENT': '不能用制表符缩进',
  'yaml/TAG_RESOLVE_FAILED': '值与其标签（!）不符',
  'yaml/UNEXPECTED_TOKEN': '此处有多余或错位的内容',
  'zod/invalid_type': '类型不对，或缺少此项',
  'zod/invalid_value': '不是可用的值',
  'zod/other': '不符合格式',
  'zod/too_small': '太少或太小',
});
