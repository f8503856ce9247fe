import { catalogue } from './catalogue.js';

/** What is wrong with the files of a corpus, and what to do. */
export const CORPUS_PHRASES = catalogue({
  'concepts/columns': { en: 'a concept has not two columns', zh: '概念不是两列' },
  'concepts/columns.advice': {
    en: 'Write name, TAB, expressions between bars.',
    zh: '请写：名称、制表符、以竖线分隔的说法。',
  },
  'concepts/short': {
    en: '“{expression}” has a part shorter than {least} characters',
    zh: '“{expression}”中有一段不足 {least} 个字',
  },
  'concepts/short.advice': { en: 'Lengthen it.', zh: '请写长一些。' },

  'config/count': { en: '{key} is not a count', zh: '“{key}”不是个数' },
  'config/count.advice': { en: 'Write 0, 1, 2 …', zh: '请写 0、1、2 等整数。' },
  'config/pair': { en: 'a pair wants two sides', zh: '一对须有上位、下位两方' },
  'config/pair.advice': { en: 'Write - [hubei, wuhan].', zh: '请写 - [hubei, wuhan]。' },
  'config/rule': { en: 'there is no rule "{name}"', zh: '没有规则“{name}”' },
  'config/rule.advice': {
    en: 'See "duibiao check --list-rules".',
    zh: '请看“duibiao check --list-rules”。',
  },
  'config/severity': { en: '"{severity}" is no severity', zh: '“{severity}”不是严重程度' },
  'config/severity.advice': { en: 'Use {known}.', zh: '可用：{known}。' },
  'config/share': {
    en: '{theme}: a share lies between 0 and 1',
    zh: '{theme}：比例须在 0 与 1 之间',
  },
  'config/share.advice': { en: 'Write 0.6 for 60 %.', zh: '60% 请写 0.6。' },
  'config/side': {
    en: 'pairs: the corpus has no document or alias "{name}"',
    zh: 'pairs：语料库中没有文件或别名“{name}”',
  },
  'config/theme': {
    en: 'min-coverage: there is no theme "{name}"',
    zh: 'min-coverage：没有主题“{name}”',
  },
  'config/until': { en: 'until is not a date', zh: 'until 不是日期' },
  'config/until.advice': { en: 'Write until: 2026-12-31.', zh: '请写 until: 2026-12-31。' },

  'corpus/alias': {
    en: 'the alias "{name}" wants an id or a list of ids',
    zh: '别名“{name}”须为一个 id 或一组 id',
  },
  'corpus/alias.advice': {
    en: 'Example: hubei: hubei-proposal-2020',
    zh: '例如：hubei: hubei-proposal-2020',
  },
  'corpus/documents': {
    en: '"documents" wants a list of paths',
    zh: '“documents”须为路径列表',
  },
  'corpus/documents.advice': {
    en: 'Example: documents: [hubei/hubei-proposal-2020.txt]',
    zh: '例如：documents: [hubei/hubei-proposal-2020.txt]',
  },
  'corpus/fields': {
    en: 'it wants the fields "documents" and "aliases"',
    zh: '须有“documents”和“aliases”字段',
  },
  'corpus/fields.advice': {
    en: 'See the embedded corpus.yaml.',
    zh: '请参照内置语料库的 corpus.yaml。',
  },
  'corpus/mend.advice': { en: 'Mend the YAML.', zh: '请修正 YAML。' },
  'corpus/missing': { en: 'there is no file "{name}"', zh: '没有文件“{name}”' },
  'corpus/missing.advice': {
    en: 'Put the file there, or take its line out of corpus.yaml.',
    zh: '请放入该文件，或从 corpus.yaml 中删去这一行。',
  },
  'corpus/outside': { en: '"{name}" lies outside the corpus', zh: '“{name}”在语料库之外' },
  'corpus/outside.advice': {
    en: 'Put the file into the corpus folder; "duibiao corpus add" does so.',
    zh: '请把文件放入语料库文件夹；“duibiao corpus add”会这样做。',
  },
  'corpus/themes': {
    en: '"themes" wants a folder, or folder and extend (shipped, none)',
    zh: '“themes”须为文件夹，或 folder 与 extend（shipped、none）',
  },
  'corpus/themes.advice': {
    en: 'Example: themes: { folder: themes, extend: none }',
    zh: '例如：themes: { folder: themes, extend: none }',
  },

  'fault/field': { en: 'unknown field "{name}"', zh: '不认识的字段“{name}”' },
  'fault/known': { en: 'Known here: {known}.', zh: '此处可用：{known}。' },
  'fault/known-fields': { en: 'Known fields: {known}.', zh: '可用字段：{known}。' },
  'fault/nearest': { en: 'Did you mean "{nearest}"?', zh: '是否指“{nearest}”？' },

  'head/date': { en: 'a date is written 2020-12-02', zh: '日期写作 2020-12-02' },
  'head/date.advice': {
    en: "Example: date: '2020-12-02'; '2020-12' and '2020' work too.",
    zh: "例如：date: '2020-12-02'；也可写 '2020-12' 或 '2020'。",
  },
  'head/fields': { en: 'it wants fields such as "id: …"', zh: '须有“id: …”等字段' },
  'head/fields.advice': {
    en: 'See "duibiao corpus show ID" for a head to copy.',
    zh: '可用“duibiao corpus show ID”查看文件头样例。',
  },
  'head/id': {
    en: 'an id is made of lower-case letters, digits and "-"',
    zh: 'id 由小写字母、数字和“-”组成',
  },
  'head/id.advice': {
    en: 'Example: id: hubei-proposal-2020',
    zh: '例如：id: hubei-proposal-2020',
  },
  'head/list': { en: 'it wants a list of texts', zh: '须为文字列表' },
  'head/list.advice': {
    en: 'Example: subtitles: [一行副题]',
    zh: '例如：subtitles: [一行副题]',
  },
  'head/mend.advice': {
    en: 'Mend the YAML between the two "---" lines.',
    zh: '请修正两行“---”之间的 YAML。',
  },
  'head/missing': { en: 'the field "{name}" is missing', zh: '缺少字段“{name}”' },
  'head/missing.advice': { en: 'Add a line "{name}: …".', zh: '请加一行“{name}: …”。' },
  'head/none': { en: 'there is none', zh: '没有文件头' },
  'head/none.advice': {
    en: 'A corpus document begins with "---", a YAML head (id, title, kind …) and "---".',
    zh: '语料文件以“---”、YAML 文件头（id、title、kind 等）和“---”开头。',
  },
  'head/one-of': { en: 'it wants one of {values}', zh: '须为其中之一：{values}' },
  'head/region': {
    en: 'a region is a code of GB/T 2260, six digits',
    zh: '区划为 GB/T 2260 代码，六位数字',
  },
  'head/region.advice': {
    en: "Example: region: '420000' (Hubei)",
    zh: "例如：region: '420000'（湖北）",
  },
  'head/source': {
    en: 'it wants file, lines [first, last] and sha256',
    zh: '须有 file、lines [首行, 末行] 和 sha256',
  },
  'head/source.advice': {
    en: 'Example: source: { file: a.txt, lines: [1, 20], sha256: … }',
    zh: '例如：source: { file: a.txt, lines: [1, 20], sha256: … }',
  },
  'head/text': { en: 'it wants text', zh: '须为文字' },
  'head/text.advice': { en: 'Give a text that is not empty.', zh: '请写明内容，不可为空。' },
  'head/value': { en: '{field}: {wanted}, not {value}', zh: '{field}：{wanted}，不能是 {value}' },

  'lexicon/grades': { en: '"{text}" has two grades', zh: '“{text}”有两个等级' },
  'lexicon/grades.advice': { en: 'Keep it in one.', zh: '请只保留在一个等级中。' },
  'lexicon/unit': { en: 'the unit "{text}" stands twice', zh: '单位“{text}”出现了两次' },
  'lexicon/unit.advice': { en: 'Keep it in one group.', zh: '请只保留在一组中。' },

  'links/answer': {
    en: 'an answer about two units is yes or no, one about a clause carried or missing',
    zh: '两处之间的判断须为 yes 或 no；分句的判断须为 carried 或 missing',
  },
  'links/answer.advice': {
    en: 'With "downstream" write answer: yes or no; without it answer: carried or missing.',
    zh: '写有 downstream 时填 answer: yes 或 no；没有时填 answer: carried 或 missing。',
  },
  'links/action': {
    en: 'a decision is one of pin, reject, carried, missing',
    zh: '人工判断须为 pin、reject、carried、missing 之一',
  },
  'links/action.advice': {
    en: 'Write "- pin: { … }" or "- reject: { … }"; of a clause "- carried: { … }" or "- missing: { … }".',
    zh: '请写“- pin: { … }”或“- reject: { … }”；分句写“- carried: { … }”或“- missing: { … }”。',
  },
  'links/range': {
    en: '"start" and "end" are not a stretch of text',
    zh: 'start 与 end 不是一段文字的起止',
  },
  'links/range.advice': {
    en: 'Give both as whole numbers, the start below the end, or leave both out.',
    zh: '两者都写整数且 start 小于 end，或都不写。',
  },
  'links/relation': { en: '"{name}" is no relation', zh: '“{name}”不是对应关系' },
  'links/relation.advice': { en: 'Use {known}.', zh: '可用：{known}。' },

  'lock/not-one': { en: 'it is not a lock file ({why})', zh: '不是基线文件（{why}）' },
  'lock/not-one.advice': {
    en: 'Take it from git again, or write it anew with "duibiao check --update".',
    zh: '请从 git 恢复，或用“duibiao check --update”重新写入。',
  },
  'lock/parts': { en: 'a part of it is missing or malformed', zh: '有部分内容缺失或格式有误' },
  'lock/schema': { en: 'it is not a {schema}', zh: '格式不是 {schema}' },

  'names/entry': { en: 'an entry wants pattern and id', zh: '每一项须有 pattern 和 id' },
  'names/example.advice': { en: 'Example: {example}', zh: '例如：{example}' },
  'names/list': { en: 'it wants a list of {form}', zh: '须为 {form} 的列表' },

  'part/check': { en: '"check"', zh: 'check' },
  'part/entry': { en: 'an entry of {list}', zh: '{list} 的一项' },
  'part/file': { en: 'the file', zh: '文件' },
  'part/grade': { en: 'grade {grade}', zh: '等级 {grade}' },
  'part/ignore': { en: 'an ignore', zh: '忽略项' },
  'part/override': { en: 'a decision', zh: '人工判断' },
  'part/pair': { en: 'a pair', zh: '一对' },
  'part/seed': { en: 'a seed', zh: '一条提法' },
  'part/side': { en: 'a side', zh: '一方' },
  'part/swap': { en: 'a swap', zh: '一条替换' },

  'reader/brackets.advice': {
    en: 'Check indentation, quotes and brackets.',
    zh: '请检查缩进、引号和括号。',
  },
  'reader/key': { en: 'unknown key "{key}" in {what}', zh: '“{what}”中有不认识的键“{key}”' },
  'reader/list': { en: '{what} is not a list', zh: '“{what}”不是列表' },
  'reader/list.advice': {
    en: 'Write one "- " line for each, or [a, b].',
    zh: '请每项写一行“- ”，或写 [a, b]。',
  },
  'reader/mapping': { en: '{what} is not a mapping', zh: '“{what}”不是映射' },
  'reader/mapping.advice': {
    en: 'Write "key: value" lines below it.',
    zh: '请在其下写“键: 值”。',
  },
  'reader/missing': { en: '"{key}" is missing in {what}', zh: '“{what}”中缺少“{key}”' },
  'reader/missing.advice': { en: 'It needs {keys}.', zh: '须有：{keys}。' },
  'reader/number': { en: '{what} is not a number', zh: '“{what}”不是数字' },
  'reader/number.advice': { en: 'Write it with digits: 1000.', zh: '请用阿拉伯数字：1000。' },
  'reader/text': { en: '{what} is not a text', zh: '“{what}”不是文字' },
  'reader/text.advice': { en: 'Put it in quotes.', zh: '请加引号。' },
  'reader/twice': { en: '"{word}" stands twice in {what}', zh: '“{what}”中“{word}”出现了两次' },
  'reader/twice.advice': { en: 'Remove one of the two.', zh: '请删去一个。' },
});
