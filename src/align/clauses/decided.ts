import type { AlignmentClauses, UpstreamClause } from '../../model/index.js';
import type { ResolvedClause } from '../decisions.js';

/** Partners named at most, as for clauses that the engine judges. */
const MAX_CARRIERS = 3;

/**
 * A person's word on clauses over the engine's: every clause that lies in the range, or more than half in it, has the state that
 * was given. *In* `partners`: sentences below that a sentence is linked to, for clauses whose carrier the engine does not know.
 */
export function withDecidedClauses(
  clauses: AlignmentClauses,
  decided: readonly ResolvedClause[],
  partners: (unit: string) => readonly string[],
): AlignmentClauses {
  if (decided.length === 0) return clauses;
  const words = new Map<string, ResolvedClause[]>();
  for (const own of decided) words.set(own.unit, [...(words.get(own.unit) ?? []), own]);
  const upstream = clauses.upstream.map((sentence) => {
    const own = words.get(sentence.unit);
    if (own === undefined) return sentence;
    return {
      unit: sentence.unit,
      clauses: sentence.clauses.map((clause) => {
        const word = own.findLast(({ range }) => range === undefined || isOf(clause, range));
        return word === undefined
          ? clause
          : decidedClause(clause, word, partners(sentence.unit).slice(0, MAX_CARRIERS));
      }),
    };
  });
  return { ...clauses, upstream };
}

function decidedClause(
  clause: UpstreamClause,
  { decision, range }: ResolvedClause,
  partners: readonly string[],
): UpstreamClause {
  // A word on the whole sentence says nothing of what holds nothing to carry.
  if (range === undefined && clause.state === 'none') return clause;
  const { start, end } = clause;
  const by = clause.by.length > 0 ? clause.by : partners;
  const state = decision.action;
  // What a person has said is certain: it is neither doubtful nor an error to be expected.
  return state === 'carried'
    ? { start, end, state, score: 1, by, decided: true }
    : { start, end, state, score: 0, by: [], decided: true };
}

function isOf(
  clause: { readonly start: number; readonly end: number },
  range: { readonly start: number; readonly end: number },
): boolean {
  const both = Math.min(clause.end, range.end) - Math.max(clause.start, range.start);
  return 2 * both > Math.min(clause.end - clause.start, range.end - range.start);
}
