import type {
  Alignment,
  MovedNote,
  SectionLink,
  SectionRef,
  SectionRelation,
  SentenceUnit,
  Side,
} from '../../model/index.js';
import { itemAt, valueAt } from '../../text/index.js';
import { sideSentences } from '../shared/sides.js';
import type { RowDraft } from './pair-rows.js';

/** Blocks of rows in reading order. */
export type Arrangement = readonly DraftBlock[];

export interface DraftBlock {
  readonly sections: readonly (readonly SectionRef[])[];
  readonly relations: readonly (SectionRelation | undefined)[];
  readonly entries: readonly (DraftEntry | MovedNote)[];
}

export interface DraftEntry {
  readonly type: 'draft';
  readonly draft: RowDraft;
  /** Section of the units that stand outside the block's sections. */
  readonly elsewhere: ReadonlyMap<string, SectionRef>;
}

/**
 * Puts rows under section heads in reading order.
 *
 * The lower side of two, the middle one of three, is the *base*: its sections and sentences give the
 * order. A row without a base sentence goes to the block of its section's counterpart, after the row
 * of the sentence before it there; where the section has no counterpart it gets a block of its own,
 * after the block of the section before it.
 */
export function arrange(
  drafts: readonly RowDraft[],
  sides: readonly Side[],
  alignments: readonly Alignment[],
): Arrangement {
  const base = 1;
  const places = sides.map(placesOf);
  const ground: Ground = { base, places, alignments };
  const blocks = baseBlocks(drafts, base, places);
  for (const side of sides.keys()) if (side !== base) placeOrphans(drafts, side, blocks, ground);
  return blocks.map((block) => describeBlock(block, ground));
}

/** What stands fixed while rows are put in order. */
interface Ground {
  readonly base: number;
  readonly places: readonly Places[];
  readonly alignments: readonly Alignment[];
}

interface Place {
  readonly index: number;
  /** Section id, or the document's id before its first section. */
  readonly section: string;
}

interface Places {
  readonly sentences: ReadonlyMap<string, Place>;
  readonly inOrder: readonly SentenceUnit[];
  readonly sections: ReadonlyMap<string, SectionRef>;
}

interface Block {
  /** The side and section that give the block its place and name. */
  readonly side: number;
  readonly section: string;
  readonly rows: (RowDraft | MovedNote)[];
}

function placesOf(side: Side): Places {
  const inOrder = sideSentences(side);
  const sections = new Map<string, SectionRef>();
  for (const { head, sections: own } of side.documents) {
    const { id, title } = head;
    sections.set(id, { id, document: id, label: '', heading: title });
    for (const { id: section, label, heading } of own) {
      sections.set(section, { id: section, document: id, label, heading });
    }
  }
  return {
    inOrder,
    sections,
    sentences: new Map(
      inOrder.map((unit, index) => [unit.id, { index, section: sectionKey(unit) }]),
    ),
  };
}

function sectionKey(unit: SentenceUnit): string {
  return unit.section ?? unit.documentId;
}

function baseBlocks(drafts: readonly RowDraft[], base: number, places: readonly Places[]): Block[] {
  const blocks = new Map<string, Block>();
  const placedAt = (draft: RowDraft, side: number) =>
    itemAt(places, side).sentences.get(itemAt(draft.units, side)[0] ?? '');
  const withBase = drafts
    .flatMap((draft) => {
      const place = placedAt(draft, base);
      return place === undefined ? [] : [{ draft, ...place, top: placedAt(draft, 0)?.index ?? -1 }];
    })
    .sort((a, b) => a.index - b.index || a.top - b.top);
  for (const { draft, section } of withBase) {
    const block = blocks.get(section);
    if (block) block.rows.push(draft);
    else blocks.set(section, { side: base, section, rows: [draft] });
  }
  return [...blocks.values()];
}

/** Puts the rows that only one outer side has, and notes of its moved sentences, in their place. */
function placeOrphans(
  drafts: readonly RowDraft[],
  side: number,
  blocks: Block[],
  ground: Ground,
): void {
  const { base, places } = ground;
  const rowsOf = new Map<string, RowDraft[]>();
  for (const draft of drafts) {
    for (const unit of itemAt(draft.units, side)) {
      const own = rowsOf.get(unit);
      if (own) own.push(draft);
      else rowsOf.set(unit, [draft]);
    }
  }
  const homes = homesOf(side, blocks, ground);
  let before: Block | undefined;
  for (const group of groupBySectionRuns(itemAt(places, side).inOrder)) {
    const shown = group.filter((unit) => rowsOf.has(unit.id));
    if (shown.length === 0) continue;
    const orphans = shown.filter(
      (unit) => itemAt(itemAt(valueAt(rowsOf, unit.id), 0).units, base).length === 0,
    );
    let home = homes.get(sectionKey(itemAt(group, 0)));
    if (!home && orphans.length > 0) {
      home = { side, section: sectionKey(itemAt(group, 0)), rows: [] };
      blocks.splice(placeAfter(before, blocks, base), 0, home);
    }
    if (home) fillHome(home, shown, rowsOf, { side, base });
    before = home ?? before;
  }
}

/** Behind a block and the blocks without a base section that already follow it. */
function placeAfter(before: Block | undefined, blocks: readonly Block[], base: number): number {
  let index = before ? blocks.indexOf(before) + 1 : 0;
  if (before?.side === base || !before) {
    while (index < blocks.length && itemAt(blocks, index).side !== base) index += 1;
  }
  return index;
}

/** Walks a section's sentences in order and inserts what its home block lacks after what it has. */
function fillHome(
  home: Block,
  shown: readonly SentenceUnit[],
  rowsOf: ReadonlyMap<string, readonly RowDraft[]>,
  { side, base }: { readonly side: number; readonly base: number },
): void {
  let last: RowDraft | MovedNote | undefined;
  const pending: (RowDraft | MovedNote)[] = [];
  const insert = (entries: readonly (RowDraft | MovedNote)[], place: number) =>
    home.rows.splice(place, 0, ...entries);
  for (const unit of shown) {
    const rows = valueAt(rowsOf, unit.id);
    const row = rows.find((each) => home.rows.includes(each)) ?? itemAt(rows, 0);
    const isOrphan = itemAt(row.units, base).length === 0;
    const index = home.rows.indexOf(row);
    if (!isOrphan && index >= 0) {
      if (pending.length > 0) insert(pending.splice(0), index);
      last = row;
      continue;
    }
    const entry = isOrphan ? row : noteOf(unit, row, side, base);
    if (!entry) continue;
    if (last) insert([entry], home.rows.indexOf(last) + 1);
    else pending.push(entry);
    if (last) last = entry;
  }
  insert(pending, home.rows.length);
}

function noteOf(
  unit: SentenceUnit,
  row: RowDraft,
  side: number,
  base: number,
): MovedNote | undefined {
  const link = (side < base ? row.links[side] : row.links[side - 1])?.find((own) =>
    [...own.upstream, ...own.downstream].includes(unit.id),
  );
  if (side > base || !link?.moved) return undefined;
  return { type: 'moved', unit: unit.id, to: itemAt(row.units, base) };
}

function groupBySectionRuns(units: readonly SentenceUnit[]): SentenceUnit[][] {
  const groups: SentenceUnit[][] = [];
  for (const unit of units) {
    const last = groups.at(-1);
    if (last && sectionKey(itemAt(last, 0)) === sectionKey(unit)) last.push(unit);
    else groups.push([unit]);
  }
  return groups;
}

/** Block of each section's counterpart: by section link, else where most of its sentences went. */
function homesOf(
  side: number,
  blocks: readonly Block[],
  { base, places, alignments }: Ground,
): Map<string, Block> {
  const bySection = new Map(blocks.map((block) => [block.section, block]));
  const votes = new Map<string, Map<Block, number>>();
  const vote = (section: string, block: Block | undefined, weight: number) => {
    if (!block) return;
    const own = votes.get(section) ?? new Map<Block, number>();
    votes.set(section, own.set(block, (own.get(block) ?? 0) + weight));
  };
  for (const link of sectionLinks(itemAt(alignments, Math.min(side, base)))) {
    const [own, other] = ends(link, side < base);
    const weight = link.relation === 'counterpart' ? 1000 + link.score : link.score;
    for (const from of own) for (const to of other) vote(from, bySection.get(to), weight);
  }
  for (const block of blocks) {
    for (const row of block.rows) {
      if ('type' in row) continue;
      for (const unit of itemAt(row.units, side)) {
        vote(valueAt(itemAt(places, side).sentences, unit).section, block, 1);
      }
    }
  }
  const homes = new Map<string, Block>();
  for (const [section, own] of votes) {
    const ranked = [...own].sort(
      ([a, x], [b, y]) => y - x || blocks.indexOf(a) - blocks.indexOf(b),
    );
    homes.set(section, itemAt(ranked, 0)[0]);
  }
  return homes;
}

function describeBlock(block: Block, { base, places, alignments }: Ground): DraftBlock {
  const relations: (SectionRelation | undefined)[] = [];
  const sections = places.map((place, side): SectionRef[] => {
    if (side === block.side) return [valueAt(place.sections, block.section)];
    if (block.side !== base) return [];
    const links = sectionLinks(itemAt(alignments, Math.min(side, base)))
      .filter((link) => ends(link, side < base)[1].includes(block.section))
      .sort((a, b) => rank(a) - rank(b) || b.score - a.score);
    relations[Math.min(side, base)] = links[0]?.relation;
    const best = links.filter((link) => link.relation === itemAt(links, 0).relation);
    const ids = new Set(best.flatMap((link) => ends(link, side < base)[0]));
    return [...place.sections.values()].filter((section) => ids.has(section.id));
  });
  const own = sections.map((refs) => new Set(refs.map((section) => section.id)));
  return {
    sections,
    relations: alignments.map((_, index) => relations[index]),
    entries: block.rows.map((row) => {
      if ('type' in row) return row;
      return { type: 'draft', draft: row, elsewhere: foreignSections(row, own, places) };
    }),
  };
}

/** Sentences of the row whose section is not in the block's head. */
function foreignSections(
  row: RowDraft,
  own: readonly ReadonlySet<string>[],
  places: readonly Places[],
): Map<string, SectionRef> {
  const found = new Map<string, SectionRef>();
  for (const [side, units] of row.units.entries()) {
    for (const unit of units) {
      const { section } = valueAt(itemAt(places, side).sentences, unit);
      if (!itemAt(own, side).has(section))
        found.set(unit, valueAt(itemAt(places, side).sections, section));
    }
  }
  return found;
}

function sectionLinks(alignment: Alignment): SectionLink[] {
  return alignment.links.filter((link): link is SectionLink => link.grain === 'section');
}

/** Ends of a link: those of the outer side first, those of the base second. */
function ends(link: SectionLink, upper: boolean): readonly [readonly string[], readonly string[]] {
  return upper ? [link.upstream, link.downstream] : [link.downstream, link.upstream];
}

function rank(link: SectionLink): number {
  return link.relation === 'counterpart' ? 0 : 1;
}
