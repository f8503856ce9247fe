import type {
  Alignment,
  OutlineLink,
  OutlineRow,
  OutlineSection,
  OutlineView,
  SectionLink,
  SectionUnit,
  Side,
} from '../../model/index.js';
import { itemAt, valueAt } from '../../text/index.js';
import { linkIndex } from '../shared/link-index.js';

/**
 * Aligned section trees of two or three sides.
 *
 * *In*: one alignment, or two that share the middle side. *Out*: every section of every side; the lower
 * side of two, the middle one of three, gives the order, and a section without a counterpart stands
 * after the section before it. Counterparts come first; a section that has none shows what it is related
 * to.
 */
export function outlineSides(
  alignments: readonly [Alignment] | readonly [Alignment, Alignment],
): OutlineView {
  const [upper, lower] = alignments;
  const sides = [upper.upstream, upper.downstream, ...(lower ? [lower.downstream] : [])];
  const describers = sides.map((side, index) => makeDescriber(side, alignments[index]));
  const base = itemAt(sides, 1);
  const rows: DraftRow[] = sectionsOf(base).map((section) => ({
    cells: sides.map((_, side) =>
      side === 1 ? [section.id] : counterparts(section.id, side, alignments).ids,
    ),
    links: alignments.map(
      (_, index) => counterparts(section.id, index === 0 ? 0 : 2, alignments).link,
    ),
  }));
  for (const side of sides.keys()) if (side !== 1) insertOrphans(rows, side, sides);
  const seen = new Set<string>();
  return {
    sides: sides.map((side) => ({ name: side.name, sections: sectionsOf(side).length })),
    rows: rows.map((row): OutlineRow => describeRow(row, describers, seen)),
  };
}

interface DraftRow {
  readonly cells: readonly (readonly string[])[];
  readonly links: readonly (OutlineLink | undefined)[];
}

type Describer = (id: string, again: boolean) => OutlineSection;

function describeRow(
  row: DraftRow,
  describers: readonly Describer[],
  seen: Set<string>,
): OutlineRow {
  const cells = row.cells.map((ids, side) =>
    ids.map((id) => itemAt(describers, side)(id, seen.has(id))),
  );
  for (const id of row.cells.flat()) seen.add(id);
  return { cells, links: row.links };
}

function sectionsOf(side: Side): SectionUnit[] {
  return side.documents.flatMap((document) => document.sections);
}

/** Sections of another side that correspond to a section of the base. */
function counterparts(
  section: string,
  side: number,
  alignments: readonly Alignment[],
): { readonly ids: readonly string[]; readonly link: OutlineLink | undefined } {
  const alignment = itemAt(alignments, side === 0 ? 0 : 1);
  const [near, far] =
    side === 0 ? (['downstream', 'upstream'] as const) : (['upstream', 'downstream'] as const);
  const links = alignment.links.filter(
    (link): link is SectionLink => link.grain === 'section' && link[near].includes(section),
  );
  const full = links.filter((link) => link.relation === 'counterpart');
  const shown = full.length > 0 ? full : links;
  const best = [...shown].sort((a, b) => b.score - a.score)[0];
  if (!best) return { ids: [], link: undefined };
  const ids = new Set(shown.flatMap((link) => link[far]));
  const order = sectionsOf(side === 0 ? alignment.upstream : alignment.downstream);
  const { relation, score, moved } = best;
  return {
    ids: order.map((each) => each.id).filter((id) => ids.has(id)),
    link: { relation, score, moved },
  };
}

/** Sections of a side that no row shows yet, each after the row of the section before it. */
function insertOrphans(rows: DraftRow[], side: number, sides: readonly Side[]): void {
  let after: DraftRow | undefined;
  for (const { id } of sectionsOf(itemAt(sides, side))) {
    const shown = rows.find((row) => itemAt(row.cells, side).includes(id));
    if (shown) {
      after = shown;
      continue;
    }
    const row: DraftRow = {
      cells: sides.map((_, index) => (index === side ? [id] : [])),
      links: sides.slice(1).map(() => undefined),
    };
    rows.splice(after ? rows.indexOf(after) + 1 : 0, 0, row);
    after = row;
  }
}

function makeDescriber(side: Side, below: Alignment | undefined): Describer {
  const sections = new Map(sectionsOf(side).map((section) => [section.id, section]));
  const units = new Map<string, number>();
  const carried = new Map<string, number>();
  const linked = below ? linkIndex(below.links).upstream : undefined;
  for (const { id, section } of side.documents.flatMap((document) => document.sentences)) {
    for (let above = section; above !== undefined; above = sections.get(above)?.parent) {
      units.set(above, (units.get(above) ?? 0) + 1);
      if (linked?.has(id)) carried.set(above, (carried.get(above) ?? 0) + 1);
    }
  }
  return (id, again) => {
    const { documentId, label, heading, depth } = valueAt(sections, id);
    return {
      id,
      document: documentId,
      label,
      heading,
      depth,
      units: units.get(id) ?? 0,
      ...(linked && { carried: carried.get(id) ?? 0 }),
      again,
    };
  };
}
