/** What and what to do, in one language; `{name}` marks a parameter. */
interface Words {
  readonly message: string;
  readonly hint: string;
}

export interface ErrorSpec {
  readonly en: Words;
  readonly zh: Words;
}

/** Everything a user can do wrong, sorted by code. */
export const ERRORS = {
  'cli/bad-value': {
    en: { message: '"{value}" is not a value of {option}.', hint: 'Use {allowed}.' },
    zh: { message: '“{value}”不是 {option} 的可用值。', hint: '可用：{allowed}。' },
  },
  'cli/usage': {
    en: { message: '{problem}', hint: 'See "duibiao {command} --help".' },
    zh: { message: '{problem}', hint: '请看“duibiao {command} --help”。' },
  },
  'corpus/bad-head': {
    en: { message: '{path}:{line}: the document head is wrong: {problem}', hint: '{advice}' },
    zh: { message: '{path}:{line}：文件头有误：{problem}', hint: '{advice}' },
  },
  'corpus/bad-file': {
    en: { message: '{path}:{line}: {problem}', hint: '{advice}' },
    zh: { message: '{path}:{line}：{problem}', hint: '{advice}' },
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
  'corpus/unknown-document': {
    en: {
      message: 'No document "{name}" in the corpus, and no such file.',
      hint: 'Did you mean {nearest}? Known: {known}. A path or "-" works too.',
    },
    zh: {
      message: '语料库中没有“{name}”，也没有这个路径的文件。',
      hint: '是否指 {nearest}？可用：{known}；也可给出文件路径或“-”。',
    },
  },
  'corpus/unknown-theme': {
    en: { message: 'No theme "{name}".', hint: 'Did you mean {nearest}? Known: {known}.' },
    zh: { message: '没有主题“{name}”。', hint: '是否指 {nearest}？可用：{known}。' },
  },
} as const satisfies Record<string, ErrorSpec>;

export type ErrorCode = keyof typeof ERRORS;

type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

/** The parameters the texts of a code need. */
export type ParamsOf<Code extends ErrorCode> = Readonly<
  Record<
    | Names<(typeof ERRORS)[Code]['en']['message']>
    | Names<(typeof ERRORS)[Code]['en']['hint']>
    | Names<(typeof ERRORS)[Code]['zh']['message']>
    | Names<(typeof ERRORS)[Code]['zh']['hint']>,
    string | number
  >
>;
