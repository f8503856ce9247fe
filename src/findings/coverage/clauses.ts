import {
  type AlignmentClauses,
  CLAUSE_STATES,
  type ClauseCoverage,
  type ClauseState,
  type MissingClause,
  type SentenceUnit,
  type UpstreamClause,
} from '../../model/index.js';
import { missingParts } from '../shared/lost.js';

/**
 * How far coverage by clause was off on whole documents the engine had not seen: root mean square over eight (2,276 clauses;
 * `npm run fit:clauses`, `src/align/README.md`). The odds of single clauses do not tell how a document differs from the others.
 */
const DOCUMENT_ERROR = 0.033;

/** What a carried and a partly carried clause count. */
const WORTH: Readonly<Record<ClauseState, number>> = {
  carried: 1,
  partly: 0.5,
  missing: 0,
  none: 0,
};

/** Makes figures by clause for any sentences of the upper side; undefined where clauses were not judged. */
export function clauseCounter(
  clauses: AlignmentClauses | undefined,
): (sentences: readonly SentenceUnit[]) => ClauseCoverage | undefined {
  if (clauses === undefined) return () => undefined;
  const byUnit = new Map(clauses.upstream.map(({ unit, clauses: own }) => [unit, own]));
  return (sentences) => {
    const all = sentences.flatMap(({ id }) =>
      (byUnit.get(id) ?? []).map((clause) => ({ unit: id, clause })),
    );
    const asked = all.filter(({ clause }) => clause.state !== 'none');
    const counts = Object.fromEntries(
      CLAUSE_STATES.map((state) => [
        state,
        all.filter(({ clause }) => clause.state === state).length,
      ]),
    ) as Record<ClauseState, number>;
    return {
      counts,
      missing: asked.flatMap(missingOf),
      ...(asked.length > 0 && shareOf(asked.map(({ clause }) => clause))),
    };
  };
}

function missingOf({
  unit,
  clause,
}: {
  readonly unit: string;
  readonly clause: UpstreamClause;
}): MissingClause[] {
  return missingParts(clause).map(({ member, decided, ...part }) => ({
    unit,
    ...part,
    ...(member && { member }),
    ...(decided && { decided }),
  }));
}

/** The share that is carried, and how far it may be off: what the odds leave open, and what documents were off by. */
function shareOf(
  clauses: readonly UpstreamClause[],
): Pick<ClauseCoverage, 'coverage' | 'expectedError'> {
  const worth = clauses.reduce((sum, { state }) => sum + WORTH[state], 0);
  const open = clauses.reduce((sum, { score }) => sum + score * (1 - score), 0);
  return {
    coverage: worth / clauses.length,
    expectedError: Math.hypot(DOCUMENT_ERROR, Math.sqrt(open) / clauses.length),
  };
}
