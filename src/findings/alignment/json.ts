import type {
  Alignment,
  DownstreamClause,
  Link,
  SentenceClauses,
  Side,
  UpstreamClause,
} from '../../model/index.js';
import { rounded } from '../../text/index.js';
import type { ClauseJson } from '../shared/schema-parts.js';
import type { AlignmentJson } from './schema.js';
import { documentRef, unitsJson } from './units.js';

export function alignmentJson(alignment: Alignment): AlignmentJson {
  return {
    schema: 'duibiao.alignment/1',
    upstream: sideJson(alignment.upstream),
    downstream: sideJson(alignment.downstream),
    units: {
      upstream: unitsJson(alignment.upstream.documents, clausesByUnit(alignment.clauses?.upstream)),
      downstream: unitsJson(
        alignment.downstream.documents,
        clausesByUnit(alignment.clauses?.downstream),
      ),
    },
    links: alignment.links.map(linkJson),
    unlinked: {
      upstream: [...alignment.unlinked.upstream],
      downstream: [...alignment.unlinked.downstream],
      ...(alignment.unlinked.decided && { decided: [...alignment.unlinked.decided] }),
    },
    swaps: alignment.swaps.map(({ upstream, downstream, count, listed }) => ({
      upstream,
      downstream,
      count,
      listed,
    })),
    staleOverrides: (alignment.staleDecisions ?? []).map(
      ({ decision, side, problem, movedTo, nearest }) => ({
        upstream: decision.upstream.id,
        downstream: 'downstream' in decision ? decision.downstream.id : null,
        side,
        problem,
        movedTo: movedTo ?? null,
        nearest: nearest ?? null,
      }),
    ),
  };
}

function clausesByUnit(
  sentences: readonly SentenceClauses<UpstreamClause | DownstreamClause>[] | undefined,
): Map<string, ClauseJson[]> {
  return new Map(
    (sentences ?? []).map(({ unit, clauses }) => [
      unit,
      clauses.map((clause) => ('by' in clause ? upstreamJson(clause) : downstreamJson(clause))),
    ]),
  );
}

function upstreamJson({ members, ...clause }: UpstreamClause): ClauseJson {
  const own = { ...clause, by: [...clause.by] };
  if (members === undefined) return own;
  return { ...own, members: members.map((member) => ({ ...member, by: [...member.by] })) };
}

function downstreamJson({ members, ...clause }: DownstreamClause): ClauseJson {
  return members === undefined ? clause : { ...clause, members: [...members] };
}

function sideJson(side: Side): AlignmentJson['upstream'] {
  return {
    name: side.name,
    documents: side.documents.map(documentRef),
  };
}

function linkJson(link: Link): AlignmentJson['links'][number] {
  const { id, moved, doubtful } = link;
  const ends = { upstream: [...link.upstream], downstream: [...link.downstream] };
  const rest = {
    score: rounded(link.score),
    moved,
    doubtful,
    ...(link.decided === true && { decided: true as const, pinned: true as const }),
  };
  if (link.grain === 'section')
    return { id, grain: link.grain, relation: link.relation, ...ends, ...rest };
  const swaps = link.swaps.map((swap) => ({ ...swap }));
  const differences = (link.differences ?? []).map((difference) => ({ ...difference }));
  return { id, grain: link.grain, relation: link.relation, ...ends, ...rest, swaps, differences };
}
