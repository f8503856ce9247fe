import type { DocumentHead, DocumentUnits, SectionUnit, SentenceUnit } from '../../model/index.js';
import { type SpanJson, spanPrinter } from './spans.js';

export interface SectionUnitJsonV1 {
  id: string;
  kind: 'section';
  document: string;
  section: null;
  parent: string | null;
  label: string;
  number: number | null;
  depth: number;
  heading: string;
  span: SpanJson;
}

export interface SentenceUnitJsonV1 {
  id: string;
  kind: 'sentence';
  document: string;
  section: string | null;
  text: string;
  heading: boolean;
  span: SpanJson;
}

export interface DocumentRefJsonV1 {
  id: string;
  title: string;
  level: string | null;
  region: string | null;
  kind: string;
  date: string | null;
  path: string | null;
}

/** The units of a side: each document's sections, then its sentences, in document order. */
export function unitsJson(
  documents: readonly DocumentUnits[],
): (SectionUnitJsonV1 | SentenceUnitJsonV1)[] {
  return documents.flatMap((document) => {
    const { source } = document;
    const print = spanPrinter(source);
    return [
      ...document.sections.map((unit) => sectionJson(unit, print(unit.span))),
      ...document.sentences.map((unit) => sentenceJson(unit, print(unit.span))),
    ];
  });
}

function sectionJson(unit: SectionUnit, span: SpanJson): SectionUnitJsonV1 {
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

function sentenceJson(unit: SentenceUnit, span: SpanJson): SentenceUnitJsonV1 {
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

export function documentRef(head: DocumentHead, path?: string): DocumentRefJsonV1 {
  return {
    id: head.id,
    title: head.title,
    level: head.level ?? null,
    region: head.region?.code ?? null,
    kind: head.kind,
    date: head.date ?? null,
    path: path ?? null,
  };
}
