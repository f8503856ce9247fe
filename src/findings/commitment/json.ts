import type {
  ClauseShift,
  Commitment,
  CommitmentCounts,
  CommitmentShift,
  CommitmentSummary,
  DocumentUnits,
} from '../../model/index.js';
import { rounded } from '../../render/index.js';
import {
  type DocumentRefJsonV1,
  documentRef,
  type SentenceUnitJsonV1,
} from '../alignment/units.js';
import { sentencesJson } from '../alignment/units-used.js';

interface CountsJsonV1 {
  units: number;
  grades: Record<'1' | '2' | '3' | '4', number>;
  none: number;
  mean: number | null;
}

interface ClauseJsonV1 {
  unit: string;
  start: number;
  end: number;
  grade: number;
  word: string;
}

/** `duibiao.commitment/1`, see the published schema. */
export interface CommitmentJsonV1 {
  schema: 'duibiao.commitment/1';
  documents: DocumentRefJsonV1[];
  pairs: {
    upstream: string;
    downstream: string;
    summary: {
      theme: string;
      upstream: CountsJsonV1;
      downstream: CountsJsonV1;
      shifts: { stronger: number; weaker: number; same: number };
    }[];
    shifts: {
      link: string;
      shift: string;
      difference: number;
      basis: string;
      upstream: string[];
      downstream: string[];
      clauses: { upstream: ClauseJsonV1; downstream: ClauseJsonV1; similarity: number }[];
    }[];
    /** Sentences that commit, of both sides. */
    grades: { unit: string; grade: number; mean: number }[];
  }[];
  units: SentenceUnitJsonV1[];
}

export interface CommitmentPairView {
  readonly upstream: { readonly name: string };
  readonly downstream: { readonly name: string };
  readonly summary: readonly CommitmentSummary[];
  readonly shifts: readonly CommitmentShift[];
  readonly grades: ReadonlyMap<string, Commitment>;
}

export function commitmentJson(
  documents: readonly DocumentUnits[],
  pairs: readonly CommitmentPairView[],
): CommitmentJsonV1 {
  const used = new Set(pairs.flatMap(({ grades }) => [...grades.keys()]));
  return {
    schema: 'duibiao.commitment/1',
    documents: documents.map(({ head, source }) => documentRef(head, source?.path)),
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

function countsJson({ units, grades, none, mean }: CommitmentCounts): CountsJsonV1 {
  return {
    units,
    grades: { 1: grades[1], 2: grades[2], 3: grades[3], 4: grades[4] },
    none,
    mean: mean === undefined ? null : rounded(mean),
  };
}

function clauseJson({ unit, start, end, grade, word }: ClauseShift['upstream']): ClauseJsonV1 {
  return { unit, start, end, grade, word };
}
