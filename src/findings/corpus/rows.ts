import type { RowTable } from '../../render/index.js';
import type { CorpusJson } from './schema.js';

/** `duibiao.corpus-rows/1`: one row a document: the key to whatever names documents by id or path. */
export function corpusRows(documents: CorpusJson['documents']): RowTable {
  return {
    schema: 'duibiao.corpus-rows/1',
    columns: ['id', 'path', 'title', 'level', 'region', 'kind', 'date', 'aliases'],
    rows: documents.map((document) => ({ ...document })),
  };
}
