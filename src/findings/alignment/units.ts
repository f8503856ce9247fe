import type { DocumentUnits, SectionUnit, SentenceUnit } from '../../model/index.js';
import { type SpanJson, spanPrinter } from '../../render/index.js';
import type {
  ClauseJson,
  DocumentRefJson,
  SectionUnitJson,
  SentenceUnitJson,
  UnitJson,
} from '../shared/schema-parts.js';

/** The units of a side: each document's sections, then its sentences, in document order. */
export function unitsJson(
  documents: readonly DocumentUnits[],
  clauses: ReadonlyMap<string, readonly ClauseJson[]> = new Map(),
): UnitJson[] {
  return documents.flatMap((document) => {
    const { source } = document;
    const print = spanPrinter(source);
    return [
      ...document.sections.map((unit) => sectionJson(unit, print(unit.span))),
      ...document.sentences.map((unit) => {
        const own = clauses.get(unit.id);
        const json = sentenceJson(unit, print(unit.span));
        return own === undefined ? json : { ...json, clauses: [...own] };
      }),
    ];
  });
}

function sectionJson(unit: SectionUnit, span: SpanJson): SectionUnitJson {
  return {
    id: unit.id,
    kind: 'section',
    document: unit.documentId,
    section: null,
    parent: unit.parent ?? null,
    label: unit.label,
    number: unit.number ?? null,
    depth: unit.depth,
    heading: unit.heading,
    span,
  };
}

function sentenceJson(unit: SentenceUnit, span: SpanJson): SentenceUnitJson {
  return {
    id: unit.id,
    kind: 'sentence',
    document: unit.documentId,
    section: unit.section ?? null,
    text: unit.text,
    heading: unit.heading,
    span,
  };
}

/** A document as figures name it, with what makes them doubtful. */
export function documentRef({
  head,
  source,
  quality,
}: Pick<DocumentUnits, 'head' | 'source' | 'quality'>): DocumentRefJson {
  const doubts = quality?.doubts ?? [];
  return {
    id: head.id,
    title: head.title,
    level: head.level ?? null,
    region: head.region?.code ?? null,
    kind: head.kind,
    date: head.date ?? null,
    ...(doubts.length > 0 && { doubts: [...doubts] }),
    path: source?.path ?? null,
  };
}
