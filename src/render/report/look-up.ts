import type {
  ComparisonBlock,
  ComparisonCell,
  ComparisonRow,
  DocumentUnits,
  Report,
  ReportUnit,
  SectionRef,
} from '../../model/index.js';
import { type SpanJson, spanPrinter } from '../json/spans.js';

/** A block's rows in order: its headings first, then the rest; notes of moved sentences left out. */
export function rowsOf(block: ComparisonBlock): ComparisonRow[] {
  const rows = block.rows.flatMap((entry) => {
    if (entry.type === 'row') return [entry];
    return entry.type === 'folded' ? entry.rows : [];
  });
  return block.head.row === undefined ? rows : [block.head.row, ...rows];
}

/** Themes of a row: those of any of its sentences, in the order of the report. */
export function themesOfRow(report: Report, row: ComparisonRow): string[] {
  const own = new Set(
    row.cells.flatMap((cell, side) =>
      cell.sentences.flatMap(({ unit }) => report.sides[side]!.units.get(unit)?.themes ?? []),
    ),
  );
  return report.themes.filter((theme) => own.has(theme.id)).map((theme) => theme.id);
}

/** Addresses of a cell's sentences, and those of the sections a row came from. */
export function addressesOf(report: Report, side: number, units: readonly string[]): string[] {
  return units.map((unit) => report.sides[side]!.units.get(unit)?.address ?? unit);
}

export function unitsOfCell(cell: ComparisonCell): string[] {
  return cell.sentences.map((sentence) => sentence.unit);
}

/** `四、坚持创新…`; a document's title before its first section. */
export function sectionTitle(section: SectionRef): string {
  return section.label + section.heading;
}

/** Where a sentence stands in its file. */
export interface Place extends SpanJson {
  readonly path: string | undefined;
}

/** Looks up the place of a sentence of one side. */
export function placer(report: Report, side: number): (unit: string) => Place | undefined {
  const printers = new Map(
    report.sides[side]!.side.documents.map((document) => [document.head.id, printerOf(document)]),
  );
  return (id) => {
    const found = report.sides[side]!.units.get(id);
    return found === undefined ? undefined : printers.get(found.unit.documentId)?.(found);
  };
}

function printerOf({ source }: DocumentUnits): (unit: ReportUnit) => Place {
  const print = spanPrinter({ starts: source?.lineStarts ?? [0] }, source?.places);
  return ({ unit }) => ({ path: source?.path, ...print(unit.span) });
}

/** `12` or `12–13`: a range for people and spreadsheets. */
export function rangeText(range: readonly [number, number] | undefined): string {
  if (range === undefined) return '';
  return range[0] === range[1] ? String(range[0]) : `${range[0]}–${range[1]}`;
}
