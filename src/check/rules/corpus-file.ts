import type { CorpusRule } from '../types.js';

/** Two documents share an id. */
export const duplicateId: CorpusRule = {
  id: 'head-duplicate-id',
  scope: 'corpus',
  group: 'head',
  severity: 'error',
  title: { en: 'Id used twice', zh: 'id 重复' },
  help: {
    en: 'Every document of a corpus has an id of its own: links and reports name it.',
    zh: '语料库内每个文件的 id 必须唯一，对应关系和报告都以它为准。',
  },
  message: { en: 'The id "{id}" belongs to {first} already.', zh: 'id“{id}”已用于 {first}。' },
  bad: 'Two document heads with `id: example-2021`.',
  good: '`id: example-2021` and `id: example-2022`.',
  run: ({ documents }) => {
    const seen = new Map<string, string>();
    return documents.flatMap(({ id, path, idPlace }) => {
      if (id === undefined) return [];
      const first = seen.get(id);
      if (first === undefined) {
        seen.set(id, path);
        return [];
      }
      return [{ path, place: idPlace, params: { id, first }, key: id, document: id }];
    });
  },
};

/** `corpus.yaml` names what is not there. The faults are found where files are read. */
export const corpusFault: CorpusRule = {
  id: 'corpus-fault',
  scope: 'corpus',
  group: 'corpus',
  severity: 'error',
  title: { en: 'corpus.yaml does not fit the files', zh: 'corpus.yaml 与文件不符' },
  help: {
    en: 'Every document listed in corpus.yaml is a file, every alias names documents that are listed; a text with a head that is not listed is a warning.',
    zh: 'corpus.yaml 所列文件必须存在，别名必须指向所列文件；带文件头而未列入的文本给出警告。',
  },
  message: { en: '{problem}', zh: '{problem}' },
  bad: '`documents: [hubei/gone.txt]` without such a file.',
  good: 'A list of the files that are there.',
  run: ({ faults }) => faults,
};
