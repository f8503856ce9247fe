import { INGEST_ERRORS } from './errors-ingest.js';
import { ARCHIVE_ERRORS } from './errors-ingest-archives.js';
import { FORMAT_ERRORS } from './errors-ingest-formats.js';
import { MATRIX_ERRORS } from './errors-matrix.js';
import { OWN_FIT_ERRORS } from './errors-own-fit.js';
import { REVIEW_ERRORS } from './errors-review.js';
import { SEARCH_ERRORS } from './errors-search.js';
import { SEMANTICS_ERRORS } from './errors-semantics.js';
import type { ErrorSpec } from './errors-type.js';

export type { ErrorText } from './errors-type.js';

/**
 * Everything a user can do wrong, sorted by code (`<stage>/<what>`).
 *
 * A parameter that is missing or misspelt where the error is thrown does not compile.
 * Both languages of an entry use the same parameters.
 */
export const ERRORS = {
  'cli/bad-value': {
    en: { message: '"{value}" is not a value of {option}.', hint: 'Use {allowed}.' },
    zh: { message: '“{value}”不是 {option} 的可用值。', hint: '可用：{allowed}。' },
  },
  'cli/no-folder': {
    en: {
      message: 'There is no folder "{folder}" to write "{path}" to.',
      hint: 'Make the folder first, or name another file with --output.',
    },
    zh: {
      message: '没有文件夹“{folder}”，无法写入“{path}”。',
      hint: '请先建立该文件夹，或用 --output 另指文件。',
    },
  },
  'cli/slow-pattern': {
    en: {
      message: 'The pattern {pattern} takes too long on these texts.',
      hint: 'Give its repetitions a bound, such as .{0,20}, and put none inside another.',
    },
    zh: {
      message: '正则 {pattern} 在这些文本上耗时过长。',
      hint: '请给重复加上限（例如 .{0,20}），不要嵌套重复。',
    },
  },
  'cli/unknown-section': {
    en: { message: 'No section "{section}".', hint: 'Near it: {nearest}' },
    zh: { message: '没有章节“{section}”。', hint: '相近的有：{nearest}' },
  },
  'cli/unknown-unit': {
    en: { message: 'No section or sentence "{unit}".', hint: 'Near it: {nearest}' },
    zh: { message: '没有章节或句子“{unit}”。', hint: '相近的有：{nearest}' },
  },
  'cli/unwritable': {
    en: {
      message: '"{path}" cannot be written ({reason}).',
      hint: 'Check that it is not a folder, that you may write there, and that there is room.',
    },
    zh: {
      message: '无法写入“{path}”（{reason}）。',
      hint: '请确认它不是文件夹、有写入权限且磁盘有空间。',
    },
  },
  'cli/usage': {
    en: { message: '{problem}', hint: 'See "duibiao {command}--help".' },
    zh: { message: '{problem}', hint: '请看“duibiao {command}--help”。' },
  },
  'corpus/bad-file': {
    en: { message: '{path}:{line}: {problem}', hint: '{advice}' },
    zh: { message: '{path}:{line}：{problem}', hint: '{advice}' },
  },
  'corpus/bad-head': {
    en: { message: '{path}:{line}: the document head is wrong: {problem}', hint: '{advice}' },
    zh: { message: '{path}:{line}：文件头有误：{problem}', hint: '{advice}' },
  },
  'corpus/cannot-store': {
    en: {
      message: '"{path}" cannot be added: {problem}.',
      hint: '{advice} State it: --title, --id, --date …',
    },
    zh: {
      message: '无法加入“{path}”：{problem}。',
      hint: '{advice}可以直接写明：--title、--id、--date 等。',
    },
  },
  'corpus/duplicate-id': {
    en: {
      message: 'Two documents of the corpus have the id "{id}": {first} and {second}.',
      hint: 'Change the id in one of the two document heads.',
    },
    zh: {
      message: '语料库中有两个文件的 id 都是“{id}”：{first} 和 {second}。',
      hint: '请修改其中一个文件头的 id。',
    },
  },
  'corpus/embedded': {
    en: {
      message: 'The embedded corpus is part of the program and is not written to.',
      hint: 'Name a corpus of your own with --corpus DIR; the folder is made if need be.',
    },
    zh: {
      message: '内置语料库是程序的一部分，不能写入。',
      hint: '请用 --corpus 指定自己的语料库文件夹；不存在时会自动建立。',
    },
  },
  'corpus/exists': {
    en: {
      message: '{path} exists already; nothing was written.',
      hint: 'Name another folder with --output, or add --force to replace it.',
    },
    zh: {
      message: '{path} 已存在，未写入任何内容。',
      hint: '请用 --output 另指文件夹，或加 --force 覆盖。',
    },
  },
  'corpus/known-text': {
    en: {
      message:
        '"{path}" is a copy of {same}, which is in the corpus already or was named before it.',
      hint: 'Leave it out; to read a document of the corpus anew, delete it and its line in corpus.yaml first.',
    },
    zh: {
      message: '“{path}”与 {same} 是同一文件，后者已在语料库中或排在其前。',
      hint: '请去掉该文件；如要重新读入，请先删除该文档及其在 corpus.yaml 中的一行。',
    },
  },
  'corpus/leads-outside': {
    en: {
      message: '{path} leads out of the corpus folder by a link.',
      hint: 'Replace the link with a folder.',
    },
    zh: {
      message: '{path} 经链接指向语料库文件夹之外。',
      hint: '请将该链接换成文件夹。',
    },
  },
  'corpus/locked': {
    en: {
      message: 'Another run is writing into {path}.',
      hint: 'Wait for it to end. If there is none, delete the file {lock} in that folder.',
    },
    zh: {
      message: '另一个运行正在写入 {path}。',
      hint: '请等待其结束；若并没有，可删除该文件夹中的 {lock}。',
    },
  },
  'corpus/no-corpus': {
    en: {
      message: '{path} is not a corpus: it has no corpus.yaml.',
      hint: 'Name a folder made by "duibiao corpus split", or leave --corpus out.',
    },
    zh: {
      message: '{path} 不是语料库：没有 corpus.yaml。',
      hint: '请指向用“duibiao corpus split”建立的文件夹，或不用 --corpus。',
    },
  },
  'corpus/not-same': {
    en: {
      message: '"{path}" cannot be added: the text of {id} would not read back as it is.',
      hint: 'This is a fault of the program: please report it with the file. Cut the file into its documents meanwhile.',
    },
    zh: {
      message: '无法加入“{path}”：{id} 存入后读出的内容与原文不一致。',
      hint: '这是程序的缺陷，请附上文件反馈；可先将其拆成单个文件再加入。',
    },
  },
  'corpus/one-level': {
    en: {
      message:
        'The corpus {path} has nothing to compare: no two levels have an alias, or one document alone, to stand for them.',
      hint: 'Name two sides, or add aliases for a higher and a lower level to corpus.yaml (aliases: { hubei: DOCUMENT, wuhan: DOCUMENT }).',
    },
    zh: {
      message: '语料库 {path} 无从比较：没有两个层级各有别名（或各只有一份文件）可作代表。',
      hint: '请给出两方文件，或在 corpus.yaml 中为上、下级各设别名（aliases: { hubei: 文件编号, wuhan: 文件编号 }）。',
    },
  },
  'corpus/refused': {
    en: {
      message: '{count} of {total} files cannot be added. Nothing was written.',
      hint: 'Mend them or leave them out; with --keep-going the others are added.',
    },
    zh: {
      message: '{total} 个文件中有 {count} 个无法加入。未写入任何内容。',
      hint: '请改正或去掉这些文件；加 --keep-going 则先加入其余文件。',
    },
  },
  'corpus/unknown-document': {
    en: {
      message: 'No document "{name}" in the corpus, and no such file.',
      hint: '[Did you mean {nearest}? ]Known: {known}. A path or "-" works too.',
    },
    zh: {
      message: '语料库中没有“{name}”，也没有这个路径的文件。',
      hint: '[是否指 {nearest}？]可用：{known}；也可给出文件路径或“-”。',
    },
  },
  'corpus/unknown-theme': {
    en: { message: 'No theme "{name}".', hint: '[Did you mean {nearest}? ]Known: {known}.' },
    zh: { message: '没有主题“{name}”。', hint: '[是否指 {nearest}？]可用：{known}。' },
  },
  'corpus/unlisted': {
    en: {
      message: '{path} exists already and holds something else.',
      hint: 'Give the new document another id with --id; where the file is not listed in corpus.yaml, list it or move it away.',
    },
    zh: {
      message: '{path} 已存在，且内容不同。',
      hint: '请用 --id 为新文件另取 id；该文件若未列入 corpus.yaml，也可将其列入或移走。',
    },
  },
  'engine/damaged': {
    en: {
      message: '{path} is not what the manifest of the engine says: it was changed or cut short.',
      hint: 'Install duibiao again; an engine of your own is written whole by `npm run fit`.',
    },
    zh: {
      message: '{path} 与引擎清单不符：文件被改动或不完整。',
      hint: '请重新安装 duibiao；自备引擎由“npm run fit”整体写出。',
    },
  },
  'engine/mismatch': {
    en: {
      message:
        'The engine in {path} was fitted for another version: its pass “{pass}” asks other components.',
      hint: 'Install duibiao again, or fit an engine of your own anew with `npm run fit`.',
    },
    zh: {
      message: '{path} 中的引擎是为另一版本拟合的：“{pass}”一步所用特征不同。',
      hint: '请重新安装 duibiao，或用“npm run fit”重新拟合自备引擎。',
    },
  },
  'eval/bad-file': {
    en: { message: '"{path}" cannot be scored: {problem}', hint: '{advice}' },
    zh: { message: '“{path}”无法用于评测：{problem}', hint: '{advice}' },
  },
  'eval/no-text': {
    en: {
      message: '{gold} is about "{document}", which the corpus does not have.',
      hint: 'Name the two texts with --up and --down, or a corpus with --corpus.',
    },
    zh: {
      message: '{gold} 标注的是“{document}”，语料库中没有该文件。',
      hint: '请用 --up 和 --down 指定两份文本，或用 --corpus 指定语料库。',
    },
  },
  ...INGEST_ERRORS,
  ...FORMAT_ERRORS,
  ...ARCHIVE_ERRORS,
  ...MATRIX_ERRORS,
  ...OWN_FIT_ERRORS,
  ...REVIEW_ERRORS,
  ...SEARCH_ERRORS,
  ...SEMANTICS_ERRORS,
} as const satisfies Record<string, ErrorSpec>;
