import type {
  Block,
  Diagnostic,
  MappedText,
  MarkerKind,
  Paragraph,
  Section,
} from '../model/index.js';
import { EMPTY_MAPPED, itemAt, sliceMapped, spanOf } from '../text/index.js';
import { isLastChapter, isPreamble } from './head-lines.js';
import { leadOf } from './leads.js';
import type { Marker } from './markers.js';
import { noteMarks, withoutNoteMark } from './note-marks.js';
import { isSubpart, numberingRemarks } from './numbering.js';
import type { RawParagraph } from './paragraphs.js';
import { hasHalfBrackets, isHalfBracket, LISTS, rankMarkers } from './ranks.js';

/** A section while it is being built. */
interface Draft {
  readonly marker: Marker | undefined;
  readonly kind: MarkerKind;
  readonly rank: number;
  readonly id: string;
  readonly depth: number;
  readonly heading: string;
  readonly runIn: boolean;
  /** An item of a list, by the file's own marks. */
  readonly listed: boolean;
  readonly content: MappedText;
  readonly children: Block[];
  readonly drafts: (Draft | Paragraph)[];
}

interface Tree {
  readonly children: readonly Block[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Nest paragraphs into sections.
 *
 * Levels come from how markers nest in this document (`rankMarkers`), not from a fixed order.
 * In: paragraphs in source order, elements taken out. Out: blocks with ids; numbering remarks.
 */
export function buildTree(documentId: string, paragraphs: readonly RawParagraph[]): Tree {
  const ranks = rankMarkers(paragraphs);
  const halves = hasHalfBrackets(paragraphs);
  const notes = noteMarks(paragraphs);
  const root: (Draft | Paragraph)[] = [];
  const stack: Draft[] = [];
  const ids = idMaker(documentId, paragraphs, ranks);
  let paragraphCount = 0;
  const here = (): (Draft | Paragraph)[] => stack.at(-1)?.drafts ?? root;
  const addParagraph = (raw: RawParagraph, owner: string): void => {
    paragraphCount += 1;
    here().push(paragraphOf(raw, `${owner}#p${paragraphCount}`));
  };
  for (const raw of paragraphs) {
    const opening = openingOf(raw, { ranks, halves, notes });
    if (opening === undefined) {
      closeList(stack, root, raw);
      closeLeaves(stack, raw);
      addParagraph(raw, stack.at(-1)?.id ?? `${documentId}/0`);
      continue;
    }
    closeFor(stack, opening);
    const draft: Draft = {
      ...opening,
      // A preamble ends where the first section opens.
      ...(isPreamble(opening.heading) && { rank: Number.POSITIVE_INFINITY }),
      id: ids(opening, stack.at(-1)),
      depth: stack.length + 1,
      children: [],
      drafts: [],
    };
    here().push(draft);
    stack.push(draft);
    if (draft.runIn || draft.heading === '') addParagraph(raw, draft.id);
  }
  const children = root.map(finish);
  return { children, diagnostics: numberingRemarks(children) };
}

/**
 * Close the sections a new one does not belong to: those of its rank and below, up to the sibling whose
 * number it continues. A list that begins at 1 right under a box belongs to the box.
 */
function closeFor(stack: Draft[], opening: Opening): void {
  const number = opening.marker?.number;
  if (opening.kind === 'outline') closeForHeading(stack, opening);
  for (let top = stack.at(-1); top !== undefined && top.rank >= opening.rank; top = stack.at(-1)) {
    if (top.kind === 'box' && number === 1 && isListInBox(stack, opening.kind)) return;
    // A list by the file's own marks lies below the heading that it stands under.
    if (top.kind === 'outline' && opening.listed && opening.kind !== 'outline') return;
    stack.pop();
    const before = top.rank === opening.rank && top.kind === opening.kind;
    if (before && number !== undefined && top.marker?.number === number - 1) return;
  }
}

/** Headings go on around a box: `一、` below one belongs to it only where a `一、` … is open already. */
function isListInBox(stack: readonly Draft[], kind: MarkerKind): boolean {
  return LISTS.has(kind) || (kind !== 'box' && stack.some((open) => open.kind === kind));
}

/**
 * A heading by the file's own styles closes those of its level and below, with whatever is numbered inside
 * them, and the items of a list: `<h2>` after `<ol>`.
 */
function closeForHeading(stack: Draft[], { rank }: Opening): void {
  const closed = stack.findIndex((open) => open.kind === 'outline' && open.rank >= rank);
  if (closed >= 0) stack.length = closed;
  const item = stack.findIndex(({ listed }) => listed);
  if (item >= 0) stack.length = item;
}

type Opening = Pick<Draft, 'marker' | 'kind' | 'rank' | 'heading' | 'runIn' | 'content' | 'listed'>;

/** How a paper numbers. */
interface Numbering {
  readonly ranks: ReadonlyMap<MarkerKind, number>;
  /** `1）` lies inside `（1）`. */
  readonly halves: boolean;
  /** Marks of notes. */
  readonly notes: ReadonlySet<string>;
}

/** What a paragraph opens, if it opens a section. */
function openingOf(raw: RawParagraph, { ranks, halves, notes }: Numbering): Opening | undefined {
  const kind = kindOf(raw);
  if (kind === undefined) return undefined;
  const label = raw.marker?.label.length ?? 0;
  const { text } = raw.content;
  const rest = text.slice(label);
  const split = headingEnd(rest, kind);
  return {
    marker: raw.marker,
    kind,
    rank: rankOf(raw, kind, ranks) + (halves && isHalfBracket(raw.marker) ? 0.5 : 0),
    heading: withoutNoteMark(rest.slice(0, split.heading).trim(), notes),
    runIn: split.runIn,
    listed: raw.role === 'list-item' && raw.outline === undefined,
    content: sliceMapped(raw.content, 0, label + split.heading + (split.runIn ? 1 : 0)),
  };
}

/** A decimal's parts are levels of their own: 2.1.1 lies in 2.1; and so is the 分编 in its 编. */
function rankOf(
  raw: RawParagraph,
  kind: MarkerKind,
  ranks: ReadonlyMap<MarkerKind, number>,
): number {
  // A preamble stands beside the outermost sections, inside its annex only.
  const { text } = raw.content;
  const last = kind === 'outline' && isLastChapter(text);
  if (kind === 'outline' && (isPreamble(text) || (last && raw.outline === 1)))
    return (ranks.get('annex') ?? -1) + 0.5;
  const chapter = last ? ranks.get('chapter') : undefined;
  if (chapter !== undefined) return chapter + 0.5;
  if (kind === 'outline') return 100 + (raw.outline ?? 1);
  const rank = ranks.get(kind) ?? 0;
  const parts = kind === 'decimal' ? (raw.marker?.core.split('-').length ?? 0) : 0;
  return rank + parts / 10 + (isSubpart(raw.marker?.label) ? 0.5 : 0);
}

function kindOf(raw: RawParagraph): MarkerKind | undefined {
  if (raw.role === 'table-row' || raw.role === 'footnote') return undefined;
  return raw.marker?.kind ?? (raw.outline === undefined ? undefined : 'outline');
}

/** Longest run-in heading, in characters: the longest of the texts seen has 34. */
const LONGEST_RUN_IN = 40;

/**
 * Where the heading ends in the text after the marker. Articles of law have none.
 *
 * Without any sentence mark the whole is a heading on a line of its own. Else it runs in: up to the
 * first 。 (or ： after a short term) outside brackets and quotes, if that is short enough;
 * an item that is one long sentence has no heading.
 */
function headingEnd(rest: string, kind: MarkerKind): { heading: number; runIn: boolean } {
  const stop = firstStop(rest);
  if (kind === 'article') return { heading: 0, runIn: false };
  if (stop < 0) {
    const standsAlone = rest.length <= 80 || kind === 'han' || kind === 'chapter';
    return standsAlone ? { heading: rest.length, runIn: false } : { heading: 0, runIn: false };
  }
  // A member of a list ends with ；.
  if (rest[stop] === '；' || rest[stop] === ';') return { heading: 0, runIn: false };
  const colon = rest[stop] === '：' || rest[stop] === ':';
  if (colon && stop === rest.length - 1) return { heading: stop, runIn: true };
  if (stop <= (colon ? 30 : LONGEST_RUN_IN)) return { heading: stop, runIn: true };
  return { heading: 0, runIn: false };
}

/** First 。！？； or ： outside brackets and quotes; `-1` where there is none. */
function firstStop(text: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charAt(i);
    if ('（(《“‘〔['.includes(char)) depth += 1;
    else if ('）)》”’〕]'.includes(char)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && '。！？；：:;'.includes(char)) return i;
  }
  return -1;
}

/**
 * A paragraph below a list by the file's own marks, `<p>` after `</ol>`, belongs to what holds the list. Items that are
 * headings, a list for each with its text below, keep it.
 */
function closeList(stack: Draft[], root: Draft['drafts'], raw: RawParagraph): void {
  for (let top = stack.at(-1); top?.listed === true; top = stack.at(-1)) {
    const siblings = stack.at(-2)?.drafts ?? root;
    if (raw.role !== undefined || !(top.runIn || isBare(siblings.at(-2)))) return;
    stack.pop();
  }
}

/** An item with nothing below it. */
function isBare(before: Draft | Paragraph | undefined): boolean {
  return before !== undefined && !('type' in before) && before.listed && before.drafts.length === 0;
}

/** Points without a heading of their own line end with their paragraph: what follows belongs to what holds them. */
function closeLeaves(stack: Draft[], raw: RawParagraph): void {
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    if (!top.runIn && top.heading !== '') return;
    const point = top.kind === 'dash' || top.kind === 'circled' || top.kind === 'stem';
    const enumerated = top.kind === 'enumerated' && leadOf(raw.content.text) !== undefined;
    if (!point && !enumerated) return;
    stack.pop();
  }
}

function paragraphOf(raw: RawParagraph, id: string): Paragraph {
  const lead = leadOf(raw.content.text);
  return {
    type: 'paragraph',
    id,
    content: raw.content,
    span: spanOf(raw.content),
    ...(lead !== undefined && { lead }),
    ...(raw.role === 'table-row' && { table: true as const }),
  };
}

/**
 * Ids: `<document>/11` where a marker's numbers run through the document, `<document>/四/（一）` where
 * they begin anew in each section; `~2` tells a repeat apart.
 */
function idMaker(
  documentId: string,
  paragraphs: readonly RawParagraph[],
  ranks: ReadonlyMap<MarkerKind, number>,
) {
  const running = runningKinds(paragraphs, ranks);
  const used = new Map<string, number>();
  return (opening: Opening, parent: Draft | undefined): string => {
    const core = opening.marker?.core ?? (opening.heading.slice(0, 12) || '—');
    const inAnnex = parent?.id.includes('/附') === true;
    const flat = parent === undefined || (running.has(opening.kind) && !inAnnex);
    const base = flat ? `${documentId}/${core}` : `${parent.id}/${core}`;
    const points = opening.kind === 'dash';
    const count = (used.get(base) ?? 0) + 1;
    used.set(base, count);
    return points ? `${base}${count}` : count === 1 ? base : `${base}~${count}`;
  };
}

/** Marker kinds whose numbers never repeat outside annexes. */
function runningKinds(
  paragraphs: readonly RawParagraph[],
  ranks: ReadonlyMap<MarkerKind, number>,
): ReadonlySet<MarkerKind> {
  const seen = new Map<MarkerKind, Set<string>>();
  const repeated = new Set<MarkerKind>();
  for (const { marker } of paragraphs) {
    if (marker === undefined) continue;
    if (marker.kind === 'annex') break;
    const cores = seen.get(marker.kind) ?? new Set();
    if (cores.has(marker.core)) repeated.add(marker.kind);
    cores.add(marker.core);
    seen.set(marker.kind, cores);
  }
  return new Set(
    [...ranks.keys()].filter((kind) => kind !== 'dash' && seen.has(kind) && !repeated.has(kind)),
  );
}

function finish(node: Draft | Paragraph): Block {
  if ('type' in node) return node;
  const children = node.drafts.map(finish);
  const headingSpan =
    node.content === EMPTY_MAPPED ? itemAt(children, 0).span : spanOf(node.content);
  const section: Section = {
    type: 'section',
    id: node.id,
    marker: node.kind,
    label: node.marker?.label ?? '',
    depth: node.depth,
    heading: node.heading,
    runIn: node.runIn,
    content: node.content,
    headingSpan,
    span: {
      start: headingSpan.start,
      end: Math.max(headingSpan.end, children.at(-1)?.span.end ?? 0),
    },
    children,
    ...(node.marker?.number !== undefined && { number: node.marker.number }),
  };
  return section;
}
