import type { ReviewClause, UpstreamClause } from '../model/index.js';

/** Odds that a clause is judged wrongly, from which a person is asked: below, three answers in four would change nothing. */
const WORTH_ASKING = 0.25;

/** What a person is asked about the clauses of a linked sentence. */
interface ClausesAsked {
  /** Those in doubt, and those a person has spoken of, in order. */
  readonly clauses: readonly ReviewClause[];
  /** How much of the sentence is expected to be put right, as a share of it. */
  readonly worth: number;
  readonly isOpen: boolean;
}

/**
 * The clauses of a linked sentence that are worth asking about. *In* `length`: of the sentence's text.
 *
 * A sentence without a link is asked about as a whole: where it has no counterpart, none of its clauses is carried.
 */
export function askedClauses(clauses: readonly UpstreamClause[], length: number): ClausesAsked {
  const asked = clauses.filter(
    (clause) => clause.decided === true || oddsOfError(clause) >= WORTH_ASKING,
  );
  const open = asked.filter(({ decided }) => decided !== true);
  return {
    clauses: asked.map(({ start, end, state, decided }) => ({
      start,
      end,
      carried: state === 'carried' || state === 'partly',
      ...(decided === true && { decided }),
    })),
    worth: open.reduce(
      (sum, clause) => sum + (oddsOfError(clause) * (clause.end - clause.start)) / length,
      0,
    ),
    isOpen: open.length > 0,
  };
}

function oddsOfError({ state, score }: UpstreamClause): number {
  return state === 'none' ? 0 : state === 'missing' ? score : 1 - score;
}
