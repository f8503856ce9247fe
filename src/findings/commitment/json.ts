import type {
  ClauseShift,
  Commitment,
  CommitmentCounts,
  CommitmentShift,
  CommitmentSummary,
  DocumentUnits,
} from '../../model/index.js';
import { rounded } from '../../text/index.js';
import { documentRef } from '../alignment/units.js';
import { sentencesJson } from '../alignment/units-used.js';
import type { CommitmentJson } from './schema.js';

interface CommitmentPairView {
  readonly upstream: { readonly name: string };
  readonly downstream: { readonly name: string };
  readonly summary: readonly CommitmentSummary[];
  readonly shifts: readonly CommitmentShift[];
  readonly grades: ReadonlyMap<string, Commitment>;
}

export function commitmentJson(
  documents: readonly DocumentUnits[],
  pairs: readonly CommitmentPairView[],
): CommitmentJson {
  const used = new Set(pairs.flatMap(({ grades }) => [...grades.keys()]));
  return {
    schema: 'duibiao.commitment/1',
    documents: documents.map(documentRef),
    pairs: pairs.map((pair) => ({
      upstream: pair.upstream.name,
      downstream: pair.downstream.name,
      summary: pair.summary.map(({ theme, upstream, downstream, shifts }) => ({
        theme,
        upstream: countsJson(upstream),
        downstream: countsJson(downstream),
        shifts: { ...shifts },
      })),
      shifts: pair.shifts.map((shift) => ({
        link: shift.link,
        shift: shift.shift,
        difference: rounded(shift.difference),
        basis: shift.basis,
        upstream: [...shift.upstream],
        downstream: [...shift.downstream],
        clauses: shift.clauses.map((clause) => ({
          upstream: clauseJson(clause.upstream),
          downstream: clauseJson(clause.downstream),
          similarity: rounded(clause.similarity),
        })),
      })),
      grades: [...pair.grades.values()].map(({ unit, grade, mean }) => ({
        unit,
        grade,
        mean: rounded(mean),
      })),
    })),
    units: sentencesJson(documents, used),
  };
}

function countsJson({
  units,
  grades,
  none,
  mean,
}: CommitmentCounts): CommitmentJson['pairs'][number]['summary'][number]['upstream'] {
  return {
    units,
    grades: { 1: grades[1], 2: grades[2], 3: grades[3], 4: grades[4] },
    none,
    mean: mean === undefined ? null : rounded(mean),
  };
}

function clauseJson({
  unit,
  start,
  end,
  grade,
  word,
}: ClauseShift['upstream']): CommitmentJson['pairs'][number]['shifts'][number]['clauses'][number]['upstream'] {
  return { unit, start, end, grade, word };
}
