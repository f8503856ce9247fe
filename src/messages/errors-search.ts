import type { ErrorSpec } from './errors-type.js';

/** What goes wrong with a corpus that is searched. */
export const SEARCH_ERRORS = {
  'search/no-folder': {
    en: {
      message: '"{path}" is no folder.',
      hint: 'Name a corpus or a folder of papers with --corpus DIR.',
    },
    zh: {
      message: '“{path}”不是文件夹。',
      hint: '请用 --corpus 指定一个语料库或存放文件的文件夹。',
    },
  },
  'search/no-papers': {
    en: {
      message: 'There is no paper in "{path}" in a format that is read.',
      hint: 'Formats: .txt, .md, .docx, .doc, .wps, .pdf, .ofd, .html and others; archives are unpacked with "duibiao corpus add".',
    },
    zh: {
      message: '“{path}”中没有可读格式的文件。',
      hint: '可读格式：.txt、.md、.docx、.doc、.wps、.pdf、.ofd、.html 等；压缩包请先用“duibiao corpus add”解开。',
    },
  },
  'search/no-text': {
    en: {
      message: 'There is too little to look for in "{text}".',
      hint: 'Give at least three characters that stand together: a phrase, a sentence, a paragraph.',
    },
    zh: {
      message: '“{text}”内容太少，无法检索。',
      hint: '请给出至少三个相连的字：短语、句子或段落。',
    },
  },
} as const satisfies Record<string, ErrorSpec>;
