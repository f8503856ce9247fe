import type { MarkerKind } from '../model/index.js';
import { itemAt } from '../text/index.js';
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
      const found = outer === inner ? 0 : votes(outer, inner);
      // 甲、总则 … 乙、附则: old papers have two or three of them.
      const enough = outer === 'stem' ? 1 : EVIDENCE;
      return found >= enough && found > 2 * votes(inner, outer);
    });
    outers.set(inner, proven);
  }
  return new Map(sortByOuters(order, outers).map((kind, rank) => [kind, rank]));
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

/** `outer>inner` → how often `inner` began anew at 1 below an `outer` whose own numbers then went on. */
function countInside(paragraphs: readonly RawParagraph[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const last = new Map<MarkerKind, number>();
  const pending = new Map<MarkerKind, Set<MarkerKind>>();
  for (const { marker } of paragraphs) {
    if (marker?.number === undefined) continue;
    const { kind, number } = marker;
    if (number === (last.get(kind) ?? 0) + 1) {
      for (const inner of pending.get(kind) ?? []) {
        const key = `${kind}>${inner}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    pending.set(kind, new Set());
    if (number === 1) for (const [outer, inner] of pending) if (outer !== kind) inner.add(kind);
    last.set(kind, number);
  }
  return counts;
}
