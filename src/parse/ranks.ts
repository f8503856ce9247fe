import type { MarkerKind } from '../model/index.js';
import { itemAt } from '../text/index.js';
import type { Marker } from './markers.js';
import type { RawParagraph } from './paragraphs.js';

/**
 * The usual order from outer to inner (GB/T 9704-2012, 7.3.3: 一、（一）1.（1）; laws: 章 节 条).
 * Only a start: what the document does with its markers decides.
 */
const USUAL: readonly MarkerKind[] = [
  'annex',
  'part',
  'chapter',
  'clause-section',
  'article',
  'han',
  'han-paren',
  'decimal',
  'arabic',
  'arabic-comma',
  'arabic-paren',
  'stem',
  'circled',
  'ordinal',
  'enumerated',
  'dash',
  'box',
];

/** 编 章 节 条: the law fixes their order (立法法, art. 65), whatever articles that run on over sections seem to say. */
const STATUTORY: readonly MarkerKind[] = ['part', 'chapter', 'clause-section', 'article'];

/** What lists inside a box are numbered with; headings go on around it. */
export const LISTS: ReadonlySet<MarkerKind> = new Set([
  'arabic',
  'arabic-comma',
  'arabic-paren',
  'circled',
  'stem',
  'enumerated',
]);

/** How often one kind must contradict the usual order before it is overruled. */
const EVIDENCE = 2;

/**
 * Rank of each marker kind of a document: smaller is outer.
 *
 * Kind `b` lies inside kind `a` where its numbers begin anew at 1 after an `a` while the numbers of `a` go on.
 */
export function rankMarkers(paragraphs: readonly RawParagraph[]): ReadonlyMap<MarkerKind, number> {
  const order = [
    ...new Set(paragraphs.flatMap((p) => (p.marker === undefined ? [] : [p.marker.kind]))),
  ].sort((a, b) => USUAL.indexOf(a) - USUAL.indexOf(b));
  const inside = countInside(paragraphs);
  const votes = (outer: MarkerKind, inner: MarkerKind): number =>
    inside.get(`${outer}>${inner}`) ?? 0;
  const outers = new Map<MarkerKind, MarkerKind[]>();
  for (const inner of order) {
    const proven = order.filter((outer) => {
      if (STATUTORY.includes(outer) && STATUTORY.includes(inner)) return false;
      if (outer === 'box' && !LISTS.has(inner) && !isOfBoxes(inner, paragraphs)) return false;
      const found = outer === inner ? 0 : votes(outer, inner);
      // 甲、总则 … 乙、附则: old papers have two or three of them.
      const enough = outer === 'stem' ? 1 : EVIDENCE;
      return found >= enough && found > 2 * votes(inner, outer);
    });
    outers.set(inner, proven);
  }
  return new Map(sortByOuters(order, outers).map((kind, rank) => [kind, rank]));
}

/**
 * Headings go on around boxes: only what begins anew right under one, time and again and hardly anywhere else, is
 * what their lists are numbered with.
 */
function isOfBoxes(kind: MarkerKind, paragraphs: readonly RawParagraph[]): boolean {
  let inBoxes = 0;
  let elsewhere = 0;
  let before: MarkerKind | undefined;
  for (const { marker } of paragraphs) {
    if (marker === undefined) continue;
    if (marker.kind === kind && marker.number === 1) {
      if (before === 'box') inBoxes += 1;
      else elsewhere += 1;
    }
    before = marker.kind;
  }
  return inBoxes > 2 * elsewhere;
}

/** Usual order, but nothing before what was seen to hold it; a circle of evidence is cut at the usual first. */
function sortByOuters(
  usual: readonly MarkerKind[],
  outers: ReadonlyMap<MarkerKind, readonly MarkerKind[]>,
): MarkerKind[] {
  const sorted: MarkerKind[] = [];
  while (sorted.length < usual.length) {
    const left = usual.filter((kind) => !sorted.includes(kind));
    const free = left.find((kind) =>
      (outers.get(kind) ?? []).every((outer) => sorted.includes(outer)),
    );
    sorted.push(free ?? itemAt(left, 0));
  }
  return sorted;
}

/**
 * `outer>inner` → how often `inner` began anew at 1 below an `outer` whose own numbers then went on.
 *
 * Where a usual outer kind stands between the two, that one explains it: 专栏 3 … 第三章 … 第一节 … 专栏 4 does not
 * put sections into boxes.
 */
function countInside(paragraphs: readonly RawParagraph[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const last = new Map<MarkerKind, number>();
  const pending = new Map<MarkerKind, Set<MarkerKind>>();
  const since = new Map<MarkerKind, Set<MarkerKind>>();
  for (const { marker } of paragraphs) {
    if (marker?.number === undefined) continue;
    const { kind, number } = marker;
    if (number === (last.get(kind) ?? 0) + 1) {
      for (const inner of pending.get(kind) ?? []) {
        const key = `${kind}>${inner}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    for (const [outer, seen] of since) if (outer !== kind) seen.add(kind);
    pending.set(kind, new Set());
    since.set(kind, new Set());
    if (number === 1)
      for (const [outer, inner] of pending)
        if (outer !== kind && !isExplained(outer, kind, since.get(outer))) inner.add(kind);
    last.set(kind, number);
  }
  return counts;
}

/** What speaks against the usual order: only where no usual outer kind stands between. */
function isExplained(
  outer: MarkerKind,
  inner: MarkerKind,
  between: ReadonlySet<MarkerKind> = new Set(),
): boolean {
  const own = USUAL.indexOf(inner);
  if (USUAL.indexOf(outer) < own) return false;
  return [...between].some((kind) => USUAL.indexOf(kind) < own);
}

/**
 * `1）` lies inside `（1）` where a paper has both, each counted from 1: a kind in two forms is two levels.
 * Where the numbers run from one form into the other a bracket was lost.
 */
export function hasHalfBrackets(paragraphs: readonly RawParagraph[]): boolean {
  let last = 0;
  let whole = false;
  let half = false;
  for (const { marker } of paragraphs) {
    if (marker?.kind !== 'arabic-paren' || marker.number === undefined) continue;
    if (!isHalfBracket(marker)) {
      whole ||= marker.number === 1;
      continue;
    }
    if (marker.number !== 1 && marker.number !== last + 1) return false;
    half = true;
    last = marker.number;
  }
  return whole && half;
}

export function isHalfBracket(marker: Marker | undefined): boolean {
  return marker?.kind === 'arabic-paren' && /^\d/.test(marker.label);
}
