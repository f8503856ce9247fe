import type { DocumentUnits, Side } from '../../model/index.js';
import type { Source } from './analyse.js';

/** What `sources` found, with what its figures stand for. */
export interface SourcesView {
  readonly side: Side;
  readonly sources: readonly Source[];
  /** Papers of the corpus, and files of it that could not be read. */
  readonly papers: number;
  readonly left: readonly string[];
}

/** Texts of the sentences of some documents, by id. */
export function sentenceTexts(
  documents: readonly DocumentUnits[],
): (ids: readonly string[]) => string {
  const texts = new Map(
    documents.flatMap(({ sentences }) => sentences.map(({ id, text }) => [id, text])),
  );
  return (ids) => ids.map((id) => texts.get(id) ?? '').join('');
}
