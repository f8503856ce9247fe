import { doubtfulTexts } from '../../findings/index.js';
import type {
  ComparisonBlock,
  ComparisonRow,
  Report,
  ReportPair,
  SectionRef,
} from '../../model/index.js';
import { itemAt } from '../../text/index.js';

/** A block's rows in order: its headings first, then the rest; notes of moved sentences left out. */
export function rowsOf(block: ComparisonBlock): ComparisonRow[] {
  const rows = block.rows.flatMap((entry) => {
    if (entry.type === 'row') return [entry];
    return entry.type === 'folded' ? entry.rows : [];
  });
  return block.head.row === undefined ? rows : [block.head.row, ...rows];
}

/** A person has said that the next side has nothing of what stands here. */
export function isCalledMissing(row: ComparisonRow, side: number): boolean {
  return itemAt(row.cells, side).sentences.some(({ decided }) => decided === true);
}

/** The line before figures that rest on doubtful texts; none where no text is. */
export function doubtLines({ sides }: Report, language: 'zh' | 'en'): string[] {
  const line = doubtfulTexts(
    sides.flatMap(({ side }) => side.documents),
    language,
  );
  return line === undefined ? [] : [line];
}

/** `hubei → wuhan`, by the names the user gave. */
export function pairTitle(
  { sides }: Report,
  { upstream, downstream }: Pick<ReportPair, 'upstream' | 'downstream'>,
): string {
  return `${itemAt(sides, upstream).side.name} → ${itemAt(sides, downstream).side.name}`;
}

/** Themes of a row: those of any of its sentences, in the order of the report. */
export function themesOfRow(report: Report, row: ComparisonRow): string[] {
  const own = new Set(
    row.cells.flatMap((cell, side) =>
      cell.sentences.flatMap(
        ({ unit }) => itemAt(report.sides, side).units.get(unit)?.themes ?? [],
      ),
    ),
  );
  return report.themes.filter((theme) => own.has(theme.id)).map((theme) => theme.id);
}

/** `四、坚持创新…`; a document's title before its first section. */
export function sectionTitle(section: SectionRef): string {
  return section.label + section.heading;
}

/**
 * A side as people name it: `湖北省（hubei）` where the report is Chinese and all its documents are of one
 * region, else the name the user gave.
 */
export function sideLabel(report: Report, side: number, language: 'zh' | 'en'): string {
  const { name, documents } = itemAt(report.sides, side).side;
  const regions = new Set(documents.map(({ head }) => head.region?.name));
  const [region] = regions;
  return language === 'zh' && regions.size === 1 && region !== undefined && region !== name
    ? `${region}（${name}）`
    : name;
}

/** Without the side, which a column tells: `hubei:11.3` is `11.3`. */
export function shortAddress(address: string): string {
  return address.slice(address.indexOf(':') + 1);
}
