import { catalogue } from './catalogue.js';

/** How the command line is used otherwise than it can be, and what it takes instead. */
export const USAGE_PHRASES = catalogue({
  'allowed/phrase': {
    en: 'a phrase of two characters or more, such as "高质量发展"',
    zh: '两个字以上的提法，如“高质量发展”',
  },
  'allowed/seeds': {
    en: 'words of two characters or more, such as "数字经济,数字产业"',
    zh: '两个字以上的词语，如“数字经济,数字产业”',
  },
  'allowed/both-sides': {
    en: 'an upstream and a downstream side',
    zh: '与上位、下位两方文件合用',
  },
  'allowed/epoch': { en: 'seconds since 1970', zh: '1970 年以来的秒数' },
  'allowed/found': {
    en: 'words that some sentence of the corpus holds',
    zh: '语料库中出现过的词语',
  },
  'allowed/region': {
    en: 'a name or code of GB/T 2260, such as "湖北省" or 420000',
    zh: 'GB/T 2260 的名称或代码，如湖北省、420000',
  },
  'allowed/regexp': { en: 'a regular expression', zh: '正则表达式' },
  'allowed/revision': {
    en: 'a commit, branch or tag that git has here (in CI: fetch-depth: 0)',
    zh: 'git 在此处有的提交、分支或标签（在 CI 中：fetch-depth: 0）',
  },
  'allowed/share': {
    en: 'THEME=SHARE with a share from 0 to 1, such as housing=0.6',
    zh: '主题=比例，比例在 0 到 1 之间，如 housing=0.6',
  },
  'budget/characters': { en: '{amount} characters of text', zh: ' {amount} 字' },
  'budget/memory': { en: '{amount} MB of memory', zh: ' {amount} MB 内存' },
  'budget/pages': { en: '{amount} pages', zh: ' {amount} 页' },
  'budget/seconds': { en: '{amount} seconds', zh: ' {amount} 秒' },
  'budget/units': { en: '{amount} paragraphs, rows or parts', zh: ' {amount} 个段落、行或成员' },
  'eval/format.advice': {
    en: 'See fixtures/gold for the format.',
    zh: '格式请看 fixtures/gold。',
  },
  'eval/no-json': { en: 'it is no JSON ({why})', zh: '不是 JSON（{why}）' },
  'eval/no-json.advice': { en: 'Mend the JSON.', zh: '请修正 JSON。' },
  'eval/place': { en: '{place}: {what}', zh: '{place}：{what}' },
  'eval/place.file': { en: 'file', zh: '文件' },
  'eval/schema': {
    en: 'schema: expected gold.alignment/1 or gold.themes/1, found {found}',
    zh: 'schema：应为 gold.alignment/1 或 gold.themes/1，实为 {found}',
  },
  'eval/schema.advice': {
    en: 'See "duibiao schema {schema}".',
    zh: '请看“duibiao schema {schema}”。',
  },
  'eval/wrong': { en: '{faults}', zh: '{faults}' },
  'git/bare': {
    en: 'The repository has no work tree.',
    zh: '该 git 仓库没有工作区。',
  },
  'git/damaged': {
    en: 'git cannot read an object of the repository: it is damaged, or was not fetched. "git fsck" tells more.',
    zh: 'git 无法读取仓库中的对象：仓库已损坏，或内容没有取全。“git fsck”可查看详情。',
  },
  'git/denied': {
    en: 'git may not read the repository.',
    zh: 'git 没有读取仓库的权限。',
  },
  'git/failed': {
    en: 'git could not do its part (exit code {code}). "git status" in the folder of the corpus tells why.',
    zh: 'git 未能完成所需操作（退出码 {code}）。请在语料库文件夹中运行“git status”查看原因。',
  },
  'git/no-commits': {
    en: 'The repository has no commits yet, so there is nothing to compare with. Leave --since out until the first one.',
    zh: '仓库还没有任何提交，无可比较。首次提交之前请不要使用 --since。',
  },
  'git/not-installed': { en: 'git is not installed.', zh: '没有安装 git。' },
  'git/no-repository': {
    en: 'The corpus is in no git repository.',
    zh: '语料库不在 git 仓库中。',
  },
  'git/other-owner': {
    en: 'git does not trust this repository, since its folder belongs to another user.',
    zh: '仓库文件夹属于其他用户，git 不予信任。',
  },
  'git/shallow': {
    en: 'The history of this clone is cut short and does not reach {ref}. Fetch the rest: git fetch --unshallow, or fetch-depth: 0 in a workflow.',
    zh: '此克隆的历史不完整，没有 {ref}。请取回其余历史：git fetch --unshallow，或在工作流中设 fetch-depth: 0。',
  },
  'usage/both-given': {
    en: '--up and --down are given together.',
    zh: '--up 与 --down 须同时给出。',
  },
  'usage/no-corpus': {
    en: 'There is no corpus here: no corpus/corpus.yaml in this folder or above it, up to the root of its repository. Name one with --corpus.',
    zh: '此处没有语料库：当前文件夹及其上级（至仓库根目录）都没有 corpus/corpus.yaml。请用 --corpus 指明。',
  },
  'usage/chain': {
    en: '--sides wants two or more names, highest first.',
    zh: '--sides 需要两个或更多名称，从高到低。',
  },
  'usage/embedded': {
    en: 'the embedded corpus is not edited; copy it, or name your own with --corpus.',
    zh: '内置语料库不可修改；请复制一份，或用 --corpus 指定自己的语料库。',
  },
  'usage/figure-format': {
    en: '--figure writes SVG; "{format}" is another format.',
    zh: '--figure 只输出 SVG，与格式“{format}”不符。',
  },
  'usage/file-exists': {
    en: '"{file}" exists already; nothing was written. Add --force to replace it.',
    zh: '“{file}”已存在，未写入。如要覆盖，请加 --force。',
  },
  'usage/grains': {
    en: 'A section and a sentence are never linked: name two of a kind.',
    zh: '章节与句子之间没有对应：请给出同类的两个单元。',
  },
  'usage/missing-argument': {
    en: 'The argument "{name}" is missing.',
    zh: '缺少参数“{name}”。',
  },
  'usage/missing-option': { en: 'The option "{name}" is missing.', zh: '缺少选项“{name}”。' },
  'usage/missing-value': {
    en: 'The option "{name}" wants a value.',
    zh: '选项“{name}”需要一个值。',
  },
  'usage/no-format': {
    en: 'Which format? Give -o FILE with one of these endings, or --format: {values}.',
    zh: '未指明格式：请用 -o 文件名（扩展名决定格式）或 --format：{values}。',
  },
  'usage/no-gold': {
    en: 'There are no gold files beside the program: name one.',
    zh: '程序旁没有标注文件：请指定一个。',
  },
  'usage/no-server': {
    en: 'Nothing was written: --ci says where the corpus is to be guarded, --ci github (a workflow), --ci gitlab (a pipeline) or --ci shell (any other server); each brings the hook before a commit.',
    zh: '没有写入任何文件：请用 --ci 说明在哪里检查语料，--ci github（工作流）、--ci gitlab（流水线）或 --ci shell（其他服务器）；三者都带提交前的钩子。',
  },
  'usage/no-terminal-format': {
    en: '{format} is no text for a terminal. Write it to a file with -o.',
    zh: '{format} 是二进制格式，不能显示在终端。请用 -o 写入文件。',
  },
  'usage/one-gold': {
    en: '--up, --down and --peer go with one gold file of links.',
    zh: '--up、--down 和 --peer 只能与一个标注文件合用。',
  },
  'usage/one-side': {
    en: '{command} wants an upstream and a downstream side, or none at all.',
    zh: '{command} 需要上位和下位两方，或一个都不给。',
  },
  'usage/relations-of-clauses': {
    en: '--min-relation counts sentences by their links; clauses have none. Leave one of --grain clause and --min-relation out.',
    zh: '--min-relation 按句子的对应关系计数，分句没有对应关系。--grain clause 与 --min-relation 请只给一个。',
  },
  'usage/same-side': {
    en: 'Both units stand on the same side: name an upstream and a downstream one.',
    zh: '两个单元在同一方：请给出上位、下位各一个。',
  },
  'usage/since-update': {
    en: '--update and --since do not go together: the lock holds the corpus as it is.',
    zh: '--update 与 --since 不能同用：基线记录的是现状。',
  },
  'usage/listed': {
    en: '--pairs names every pair, --candidates would leave some out: give one of them.',
    zh: '--pairs 已逐一列出各对，--candidates 会略去一部分：请只给一个。',
  },
  'usage/no-topic': {
    en: '{option} goes with a topic: duibiao trace housing …. Without one, trace goes through the whole collection.',
    zh: '{option} 须与主题等追踪对象同用：duibiao trace housing …。不给对象时，trace 汇总整个文集。',
  },
  'usage/one-topic': {
    en: '{option} is for a whole collection: leave the topic out, or the option.',
    zh: '{option} 只用于整个文集：请去掉追踪对象或该选项。',
  },
  'usage/too-many': { en: 'Too many arguments.', zh: '参数过多。' },
  'usage/unknown-command': {
    en: 'There is no command "{name}".[ Did you mean "{nearest}"?]',
    zh: '没有命令“{name}”。[是否指“{nearest}”？]',
  },
  'usage/text-into': {
    en: '"{file}" would hold plain text under the ending of another format; nothing was written. duibiao report writes Word and Excel.',
    zh: '这里输出的是纯文本，不能写入“{file}”这种扩展名，未写入。要 Word 或 Excel 文件，请用 duibiao report。',
  },
  'usage/unknown-ending': {
    en: 'The ending of "{file}" names no format; use one of {endings}, or --format.',
    zh: '无法从“{file}”的扩展名判断格式；可用扩展名：{endings}，或用 --format 指明。',
  },
  'usage/unknown-option': {
    en: 'There is no option "{name}".[ Did you mean "{nearest}"?]',
    zh: '没有选项“{name}”。[是否指“{nearest}”？]',
  },
  'usage/other': { en: '{text}', zh: '命令行有误：“{text}”' },
});
