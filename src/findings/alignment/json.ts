import type { Alignment, Link, Side } from '../../model/index.js';
import {
  type DocumentRefJsonV1,
  documentRef,
  type SectionUnitJsonV1,
  type SentenceUnitJsonV1,
  unitsJson,
} from './units.js';

interface LinkJsonV1 {
  id: string;
  grain: 'section' | 'sentence';
  relation: string;
  upstream: string[];
  downstream: string[];
  score: number;
  moved: boolean;
  doubtful: boolean;
  pinned?: true;
  swaps?: { upstream: string; downstream: string }[];
}

/** `duibiao.alignment/1`, see the published schema. */
export interface AlignmentJsonV1 {
  schema: 'duibiao.alignment/1';
  upstream: { name: string; documents: DocumentRefJsonV1[] };
  downstream: { name: string; documents: DocumentRefJsonV1[] };
  units: {
    upstream: (SectionUnitJsonV1 | SentenceUnitJsonV1)[];
    downstream: (SectionUnitJsonV1 | SentenceUnitJsonV1)[];
  };
  links: LinkJsonV1[];
  unlinked: { upstream: string[]; downstream: string[] };
  swaps: { upstream: string; downstream: string; count: number; listed: boolean }[];
  /** Overrides that could not be honoured as written. */
  staleOverrides: {
    upstream: string;
    downstream: string;
    side: string;
    problem: string;
    movedTo: string | null;
  }[];
}

export function alignmentJson(alignment: Alignment): AlignmentJsonV1 {
  return {
    schema: 'duibiao.alignment/1',
    upstream: sideJson(alignment.upstream),
    downstream: sideJson(alignment.downstream),
    units: {
      upstream: unitsJson(alignment.upstream.documents),
      downstream: unitsJson(alignment.downstream.documents),
    },
    links: alignment.links.map(linkJson),
    unlinked: {
      upstream: [...alignment.unlinked.upstream],
      downstream: [...alignment.unlinked.downstream],
    },
    swaps: alignment.swaps.map(({ upstream, downstream, count, listed }) => ({
      upstream,
      downstream,
      count,
      listed,
    })),
    staleOverrides: (alignment.staleOverrides ?? []).map(
      ({ override, side, problem, movedTo }) => ({
        upstream: override.upstream.id,
        downstream: override.downstream.id,
        side,
        problem,
        movedTo: movedTo ?? null,
      }),
    ),
  };
}

function sideJson(side: Side): { name: string; documents: DocumentRefJsonV1[] } {
  return {
    name: side.name,
    documents: side.documents.map(({ head, source }) => documentRef(head, source?.path)),
  };
}

function linkJson(link: Link): LinkJsonV1 {
  return {
    id: link.id,
    grain: link.grain,
    relation: link.relation,
    upstream: [...link.upstream],
    downstream: [...link.downstream],
    score: Math.round(link.score * 1e4) / 1e4,
    moved: link.moved,
    doubtful: link.doubtful,
    ...(link.pinned === true && { pinned: true as const }),
    ...(link.grain === 'sentence' && { swaps: link.swaps.map((swap) => ({ ...swap })) }),
  };
}
