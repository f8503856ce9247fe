import type { DocumentUnits, SentenceUnit } from '../../model/index.js';
import { type SpanJson, spanPrinter } from '../shared/spans.js';
import type { CellValue } from './rows.js';

/** Where a sentence stands, for a person who wants to look it up. */
export interface Place {
  readonly unit: SentenceUnit;
  readonly document: DocumentUnits;
  /** Label and heading of the innermost section; `''` before the first. */
  readonly section: string;
  readonly span: SpanJson;
}

export type PlaceOf = (unit: string) => Place | undefined;

/** Looks sentences up by id. */
export function placeFinder(documents: readonly DocumentUnits[]): PlaceOf {
  const places = new Map<string, Place>();
  for (const document of documents) {
    const { source } = document;
    const print = spanPrinter(source);
    const sections = new Map(document.sections.map((section) => [section.id, section]));
    for (const unit of document.sentences) {
      const section = unit.section === undefined ? undefined : sections.get(unit.section);
      places.set(unit.id, {
        unit,
        document,
        section: section === undefined ? '' : `${section.label}${section.heading}`,
        span: print(unit.span),
      });
    }
  }
  return (unit) => places.get(unit);
}

const PLACE_COLUMNS = ['document', 'section', 'unit', 'text', 'file', 'lines', 'pages'] as const;

/** Columns of a place, after a prefix such as `upstream_`. */
export function placeColumns(prefix = ''): string[] {
  return PLACE_COLUMNS.map((column) => `${prefix}${column}`);
}

/** Cells of the places of some units; empty where there are none. */
export function placeCells(
  units: readonly string[],
  placeOf: PlaceOf,
  prefix = '',
): Record<string, CellValue> {
  const places = units.flatMap((unit) => placeOf(unit) ?? []);
  const each = (of: (place: Place) => string, separator: string): string =>
    [...new Set(places.map(of))].filter(Boolean).join(separator);
  return {
    [`${prefix}document`]: each(({ document }) => document.head.id, ' '),
    [`${prefix}section`]: each(({ section }) => section, '；'),
    [`${prefix}unit`]: units,
    [`${prefix}text`]: places.map(({ unit }) => unit.text).join(''),
    [`${prefix}file`]: each(({ document }) => document.source?.path ?? '', ' '),
    [`${prefix}lines`]: each(({ span }) => rangeText(span.lines), ' '),
    [`${prefix}pages`]: each(({ span }) => rangeText(span.pages), ' '),
  };
}

/** `12` or `12-14`; nothing where the file has no such places. */
export function rangeText(range: readonly [number, number] | undefined): string {
  if (range === undefined) return '';
  return range[0] === range[1] ? String(range[0]) : `${range[0]}-${range[1]}`;
}
