import type { AlignmentClauses, DownstreamClause, UpstreamClause } from '../../model/index.js';
import type { Concepts } from '../concepts.js';
import type { PreparedPair } from '../prepare.js';
import { type ClauseModels, judgeClauses } from './judge.js';
import type { Direction } from './measure.js';

export { withDecidedClauses } from './decided.js';

/** How likely two sentences are linked, by index, once an analyst's word is heard. */
export interface JudgedLink {
  readonly up: number;
  readonly down: number;
  readonly probability: number;
}

/**
 * Clause by clause: what of the upper text is carried and by what, and what of the lower one is new.
 *
 * The lower side is asked the same questions the other way about: its clauses are `carried` where anything of them comes from above.
 */
export function clausesOf(
  pair: PreparedPair,
  links: readonly JudgedLink[],
  models: ClauseModels,
  concepts?: Concepts,
): AlignmentClauses {
  const up: Direction = {
    own: pair.upstream,
    other: pair.downstream,
    links: linksOf(pair.upstream.sentences.length, links, ({ up: own, down }) => [own, down]),
    concepts,
  };
  const down: Direction = {
    own: pair.downstream,
    other: pair.upstream,
    links: linksOf(pair.downstream.sentences.length, links, ({ up: other, down: own }) => [
      own,
      other,
    ]),
    concepts,
  };
  return {
    upstream: judgeClauses(pair, up, models),
    downstream: judgeClauses(pair, down, models).map(({ unit, clauses }) => ({
      unit,
      clauses: clauses.map(
        ({ members, ...clause }): DownstreamClause => ({
          ...newOrCarried(clause),
          ...(members !== undefined && { members: members.map(newOrCarried) }),
        }),
      ),
    })),
  };
}

function newOrCarried({
  start,
  end,
  state,
}: Pick<UpstreamClause, 'start' | 'end' | 'state'>): Pick<
  DownstreamClause,
  'start' | 'end' | 'state'
> {
  return { start, end, state: state === 'missing' ? 'new' : state === 'none' ? 'none' : 'carried' };
}

/** Probabilities of the links of each unit of one side, by the other end. */
export function linksOf(
  size: number,
  links: readonly JudgedLink[],
  ends: (link: JudgedLink) => readonly [own: number, other: number],
): Map<number, number>[] {
  const out = Array.from({ length: size }, () => new Map<number, number>());
  for (const link of links) {
    const [own, other] = ends(link);
    out[own]?.set(other, link.probability);
  }
  return out;
}
