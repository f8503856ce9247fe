import { catalogue } from './catalogue.js';

/** What is wrong with a theme file, and what to do. */
export const THEME_PHRASES = catalogue({
  'pattern/back-reference': { en: 'the pattern uses a back-reference', zh: '正则使用了反向引用' },
  'pattern/back-reference.advice': {
    en: 'Write the text out a second time.',
    zh: '请把文字再写一遍。',
  },
  'pattern/compile': { en: 'the pattern does not compile: {why}', zh: '正则无法使用：{why}' },
  'pattern/compile.advice': {
    en: 'Escape ( ) [ ] { } . + * ? with \\.',
    zh: '( ) [ ] { } . + * ? 前请加 \\ 转义。',
  },
  'pattern/empty': { en: 'the pattern matches the empty text', zh: '正则会匹配空文字' },
  'pattern/empty.advice': {
    en: 'Make at least one character necessary.',
    zh: '请使至少一个字符必须出现。',
  },
  'pattern/long': {
    en: 'the pattern is longer than 4,000 characters, or nests more than 50 brackets',
    zh: '正则超过 4000 个字符，或括号嵌套超过 50 层',
  },
  'pattern/slow': {
    en: 'the pattern has too many ways to match and could be very slow',
    zh: '正则的匹配方式过多，可能极慢',
  },
  'pattern/slow.advice': {
    en: 'Use fewer or shorter repetitions, none inside another, or two patterns.',
    zh: '请减少或缩短重复，不要嵌套重复，或拆成两条。',
  },
  'pattern/unbounded': {
    en: 'the pattern repeats without a bound (*, + or {n,})',
    zh: '正则的重复没有上限（*、+ 或 {n,}）',
  },
  'pattern/unbounded.advice': {
    en: 'Give the repetition a bound, such as [^，。]{0,8}.',
    zh: '请给重复加上限，例如 [^，。]{0,8}。',
  },

  'theme/answer': {
    en: 'a line is neither "yes" nor "no", a tab and a sentence',
    zh: '该行不是“yes”或“no”加制表符加句子',
  },
  'theme/answer.advice': {
    en: 'Mend or delete the line: nothing was written.',
    zh: '请改正或删去该行；尚未写入任何内容。',
  },
  'theme/entry': { en: 'an entry without "text"', zh: '词条缺少“text”' },
  'theme/entry.advice': {
    en: 'Write {text: 住房, weight: 1}.',
    zh: '请写 {text: 住房, weight: 1}。',
  },
  'theme/exclusion': { en: 'a exclusion is not a text', zh: '排除词不是文字' },
  'theme/exclusions': { en: '"exclusions" is not a list', zh: '“exclusions”不是列表' },
  'theme/exclusions.advice': {
    en: 'Write one "- " line for each.',
    zh: '请每项写一行“- ”。',
  },
  'theme/file': { en: 'a theme file is a mapping', zh: '主题文件须为映射' },
  'theme/file.advice': { en: 'Its keys are {keys}.', zh: '其键为：{keys}。' },
  'theme/group': { en: 'the group {weight} holds no list', zh: '权重 {weight} 之下不是列表' },
  'theme/group.advice': {
    en: 'Write one "- " line for each entry.',
    zh: '请每个词条写一行“- ”。',
  },
  'theme/groups': {
    en: '"{key}" is neither a list nor groups by weight',
    zh: '“{key}”既不是列表，也不是按权重分组',
  },
  'theme/groups.advice': {
    en: 'Write 1: and 0.5: below it, each with a list.',
    zh: '请在其下写 1: 和 0.5:，各带一个列表。',
  },
  'theme/id': { en: 'the id is not in kebab-case', zh: 'id 须为小写字母加连字符' },
  'theme/id-taken': {
    en: 'the theme id "{id}" stands in {first} already',
    zh: '主题 id“{id}”已用于 {first}',
  },
  'theme/id-taken.advice': { en: 'Give one of them another id.', zh: '请为其中一个另取 id。' },
  'theme/id.advice': {
    en: 'Use lower-case letters, digits and single hyphens: carbon-peak.',
    zh: '请用小写字母、数字和单个连字符：carbon-peak。',
  },
  'theme/key': { en: 'unknown key "{key}" in {where}', zh: '“{where}”中有不认识的键“{key}”' },
  'theme/label': { en: 'label "{key}" is missing', zh: '缺少名称“{key}”' },
  'theme/label.advice': {
    en: 'Give a name in Chinese (zh) and in English (en).',
    zh: '请给出中文（zh）和英文（en）名称。',
  },
  'theme/labels': { en: '"labels" is a mapping', zh: '“labels”须为映射' },
  'theme/labels.advice': { en: 'Write zh: and en: below it.', zh: '请在其下写 zh: 和 en:。' },
  'theme/missing': { en: '"{key}" is missing', zh: '缺少“{key}”' },
  'theme/missing.advice': {
    en: 'A theme needs id, labels and terms.',
    zh: '主题须有 id、labels 和 terms。',
  },
  'theme/one-character': {
    en: '"{text}" is one character and would match everywhere',
    zh: '“{text}”只有一个字，会到处匹配',
  },
  'theme/one-character.advice': {
    en: 'Use words of two or more characters, or a pattern.',
    zh: '请用两个字以上的词，或用正则。',
  },
  'theme/pattern': { en: 'a pattern is not a text', zh: '正则不是文字' },
  'theme/repeated': {
    en: '"{text}" stands in line {line} already',
    zh: '“{text}”已见于第 {line} 行',
  },
  'theme/repeated.advice': { en: 'Keep one of them.', zh: '请只保留一个。' },
  'theme/term': { en: 'a term is not a text', zh: '词条不是文字' },
  'theme/twice': { en: '"{key}" stands twice', zh: '“{key}”出现了两次' },
  'theme/twice.advice': { en: 'Join the two.', zh: '请合并。' },
  'theme/weight': {
    en: 'a weight is a number from -1 to 1, not 0',
    zh: '权重为 -1 到 1 之间的数，且不为 0',
  },
  'theme/weight.advice': {
    en: 'Use 1 for enough by itself, 0.5 for needs company, below 0 for speaks against.',
    zh: '1 表示单独即可判定，0.5 表示须与他词配合，负数表示反证。',
  },
  'theme/where.entry': { en: 'an entry', zh: '词条' },
  'theme/where.labels': { en: 'labels', zh: 'labels' },
  'theme/where.theme': { en: 'theme', zh: '主题' },
});
