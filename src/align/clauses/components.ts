import { type Component, speaksAgainst, speaksEitherWay, speaksFor } from '../component.js';
import type { PreparedClause, PreparedSentence } from '../prepare.js';

/** How well one sentence of the other side has a clause. */
export interface ClauseMatch {
  /** Index of the other side's sentence. */
  readonly other: number;
  /** Probability that the two sentences are linked; 0 where nobody asked. */
  readonly link: number;
  /** Likeness of the sentence's best clause, half wording, half meaning. */
  readonly met: number;
  /** `met` beside the best that any clause of this side makes of the same clause there: 1 where it is the best. */
  readonly claim: number;
}

/** What is asked of a clause. */
interface ClauseContext {
  readonly sentence: PreparedSentence;
  readonly clause: PreparedClause;
  readonly matches: readonly ClauseMatch[];
  /** Sum of the probabilities of its sentence's links. */
  readonly links: number;
}

function best(matches: readonly ClauseMatch[], of: (match: ClauseMatch) => number): number {
  let most = 0;
  for (const match of matches) most = Math.max(most, of(match));
  return most;
}

/** How well a partner has the clause for itself: as near as it comes, and nearer than the clauses around it. */
export function claimOf({ met, claim }: ClauseMatch): number {
  return met * claim;
}

/** Of some thirty that were tried, those without which clauses of documents left out are judged worse (`align/README.md`). */
export const CLAUSE_COMPONENTS: readonly Component<ClauseContext>[] = [
  speaksFor('links', ({ links }) => Math.log1p(links)),
  speaksFor('claim-linked', ({ matches }) => best(matches, (m) => m.link * claimOf(m))),
  speaksFor('claim-anywhere', ({ matches }) => best(matches, claimOf)),
  speaksAgainst('reserved', ({ clause }) => (clause.reserved ? 1 : 0)),
  speaksEitherWay('penal', ({ sentence }) => (sentence.provision.penal ? 1 : 0)),
  speaksEitherWay(
    'information',
    ({ clause }) => clause.gramWeight / Math.max(1, clause.grams.length),
  ),
  speaksEitherWay('heading', ({ sentence }) => (sentence.unit.heading ? 1 : 0)),
];
