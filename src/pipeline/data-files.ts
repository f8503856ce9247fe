/** The data files a corpus is read with. */
import { lexiconBytes, lexiconFile } from '../corpus/index.js';
import type { Workspace } from './workspace.js';

interface DataFile {
  readonly name: string;
  /** Absent: the corpus has none, and does without. */
  readonly bytes?: number;
}

const TEXTS = ['regions.tsv', 'document-names.yaml', 'policy-words.txt', 'concepts.txt'];

/** Names and sizes, the corpus's own files before those of the program. */
export function dataFilesOf({ corpus }: Workspace): DataFile[] {
  const texts = TEXTS.map((name) => ({
    name,
    bytes: Buffer.byteLength(lexiconFile(corpus, name).content),
  }));
  const bytes = lexiconBytes(corpus, 'background.bin')?.length;
  return [...texts, { name: 'background.bin', ...(bytes !== undefined && { bytes }) }];
}
