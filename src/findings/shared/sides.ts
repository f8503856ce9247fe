import type { DocumentUnits, SectionUnit, SentenceUnit, Side } from '../../model/index.js';

/** All sentences of a side, in document order. */
export function sideSentences(side: Side): SentenceUnit[] {
  return side.documents.flatMap((document) => document.sentences);
}

/** The sentences that stand in one section. */
export interface SectionGroup {
  /** Section id; the document's id for the text before its first section. */
  readonly key: string;
  readonly document: string;
  /** Label and heading as printed; the document's title for the text before its first section. */
  readonly heading: string;
  readonly sentences: readonly SentenceUnit[];
}

/**
 * Sentences of a side by innermost section (`section`) or outermost section (`chapter`).
 *
 * *Out*: document order; sections without a sentence of their own are left out.
 */
export function groupBySection(side: Side, by: 'section' | 'chapter'): SectionGroup[] {
  return side.documents.flatMap((document) => groupDocument(document, by));
}

function groupDocument(document: DocumentUnits, by: 'section' | 'chapter'): SectionGroup[] {
  const keyOf = by === 'chapter' ? chapterIndex(document.sections) : undefined;
  const groups = new Map<string, SentenceUnit[]>();
  for (const sentence of document.sentences) {
    const { section } = sentence;
    const key = section === undefined ? document.head.id : (keyOf?.get(section) ?? section);
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [sentence]);
    else own.push(sentence);
  }
  const headings = new Map(
    document.sections.map((section) => [section.id, section.label + section.heading]),
  );
  return [...groups].map(([key, sentences]) => ({
    key,
    document: document.head.id,
    heading: headings.get(key) ?? document.head.title,
    sentences,
  }));
}

/** Outermost section of every section. */
export function chapterIndex(sections: readonly SectionUnit[]): Map<string, string> {
  const chapter = new Map<string, string>();
  for (const { id, parent } of sections) {
    chapter.set(id, parent === undefined ? id : (chapter.get(parent) ?? parent));
  }
  return chapter;
}
