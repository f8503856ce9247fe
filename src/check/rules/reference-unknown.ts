import type { CorpusRule } from '../types.js';

/** A document named in the text that the corpus does not have. */
export const referenceUnknown: CorpusRule = {
  id: 'reference-unknown',
  scope: 'corpus',
  group: 'reference',
  severity: 'info',
  title: { en: 'Named document not in the corpus', zh: '引用的文件不在语料库中' },
  help: {
    en: 'One note for each 《title》 or document number a text names that no document of the corpus has; short names such as 《建议》 are left aside.',
    zh: '正文引用的《……》或发文字号在语料库中没有对应文件时提示一次；《建议》之类简称不计。',
  },
  message: { en: '{text} is named but not in the corpus.', zh: '引用了{text}，语料库中没有。' },
  bad: 'A text that names 《中华人民共和国长江保护法》 in a corpus without it.',
  good: 'A text that names a document of the corpus.',
  run: ({ documents }) => {
    const known = documents.flatMap(({ title, number }) =>
      [title, number].filter((text) => text !== undefined).map(bare),
    );
    return documents.flatMap(({ path, id, cited }) =>
      cited.flatMap(({ text, place, section }) => {
        const name = bare(text);
        if (name.length < LEAST_LENGTH || known.some((other) => sameTitle(name, other))) return [];
        return [
          {
            path,
            place,
            params: { text },
            key: text,
            ...(id !== undefined && { document: id }),
            ...(section !== undefined && { section }),
          },
        ];
      }),
    );
  },
};

/** 《建议》, 《决定》, 《建议（讨论稿）》: the text itself, or one named in full before. */
const LEAST_LENGTH = 6;

function bare(text: string): string {
  return text
    .replaceAll(/（(?:讨论稿|征求意见稿|草案|送审稿|试行)[^）]{0,60}）/g, '')
    .replaceAll(/[《》\s]/g, '');
}

function sameTitle(name: string, title: string): boolean {
  return title === name || title.endsWith(name) || name.endsWith(title);
}
