/** The data files a corpus is read with. */
import { lexiconFile } from '../corpus/index.js';
import type { Workspace } from './workspace.js';

interface DataFile {
  readonly name: string;
  readonly bytes: number;
}

const TEXTS = ['regions.tsv', 'document-names.yaml', 'policy-words.txt'];

/** Names and sizes, the corpus's own files before those of the program. */
export function dataFilesOf({ corpus }: Workspace): DataFile[] {
  return TEXTS.map((name) => ({
    name,
    bytes: Buffer.byteLength(lexiconFile(corpus, name).content),
  }));
}
