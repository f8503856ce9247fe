import type {
  Alignment,
  ClauseCommitment,
  ClauseShift,
  Commitment,
  CommitmentCounts,
  CommitmentGrade,
  CommitmentShift,
  CommitmentSummary,
  SentenceLink,
  SentenceUnit,
  Theme,
} from '../../model/index.js';
import type { LabelsByUnit } from '../coverage/analyse.js';
import { dice } from '../shared/dice.js';
import { sideSentences } from '../shared/sides.js';
import { type CompiledCommitment, gradeCommitment } from './analyse.js';

/** Clauses with this share of their bigrams in common are about the same thing: 加快建设科技强省 / 建设科技强市 is 0.5. */
const SAME_CLAUSE = 0.4;
/** Mean grades of sentences without like clauses must differ by this much: half a grade. */
const CLEAR_DIFFERENCE = 0.5;

interface CommitmentReport {
  /** By unit, both sides; units without a commitment are left out. */
  readonly grades: ReadonlyMap<string, Commitment>;
  readonly shifts: readonly CommitmentShift[];
  /** `total` first, then the themes in the order given. */
  readonly summary: readonly CommitmentSummary[];
}

/**
 * Commitment of both sides and how it shifts along sentence links.
 *
 * Links in which one side has no commitment have no shift.
 * *Cost*: linear in the text, quadratic in the clauses of a link.
 */
export function compareCommitment(
  alignment: Alignment,
  lexicon: CompiledCommitment,
  labels: LabelsByUnit,
  themes: readonly Pick<Theme, 'id'>[],
): CommitmentReport {
  const sides = {
    upstream: sideSentences(alignment.upstream),
    downstream: sideSentences(alignment.downstream),
  };
  const texts = new Map(
    [...sides.upstream, ...sides.downstream].map((unit) => [unit.id, unit.text]),
  );
  const grades = new Map<string, Commitment>();
  for (const unit of [...sides.upstream, ...sides.downstream]) {
    const grade = gradeCommitment(unit, lexicon);
    if (grade !== undefined) grades.set(unit.id, grade);
  }
  const shifts = alignment.links.flatMap((link) =>
    link.grain === 'sentence' ? (shiftOf(link, grades, texts) ?? []) : [],
  );
  const row = (theme: string, has: (unit: string) => boolean): CommitmentSummary => ({
    theme,
    upstream: countGrades(sides.upstream, grades, has),
    downstream: countGrades(sides.downstream, grades, has),
    shifts: countShifts(
      shifts.filter((shift) => [...shift.upstream, ...shift.downstream].some(has)),
    ),
  });
  const ofTheme = (theme: string) => (unit: string) =>
    (labels.get(unit) ?? []).some((label) => label.theme === theme);
  return {
    grades,
    shifts,
    summary: [row('total', () => true), ...themes.map((theme) => row(theme.id, ofTheme(theme.id)))],
  };
}

type Placed = ClauseCommitment & { readonly unit: string };

function shiftOf(
  link: SentenceLink,
  grades: ReadonlyMap<string, Commitment>,
  texts: ReadonlyMap<string, string>,
): CommitmentShift | undefined {
  const up = link.upstream.flatMap((unit) => grades.get(unit) ?? []);
  const down = link.downstream.flatMap((unit) => grades.get(unit) ?? []);
  if (up.length === 0 || down.length === 0) return undefined;
  const clauses = likeClauses(placed(up), placed(down), texts);
  const basis = clauses.length > 0 ? 'clauses' : 'sentences';
  const difference =
    basis === 'clauses'
      ? clauses.reduce((sum, pair) => sum + pair.downstream.grade - pair.upstream.grade, 0)
      : mean(down.map((grade) => grade.mean)) - mean(up.map((grade) => grade.mean));
  const clear = basis === 'clauses' ? difference !== 0 : Math.abs(difference) >= CLEAR_DIFFERENCE;
  const shift = !clear ? 'same' : difference > 0 ? 'stronger' : 'weaker';
  return {
    link: link.id,
    shift,
    difference,
    basis,
    upstream: link.upstream,
    downstream: link.downstream,
    clauses,
  };
}

function placed(commitments: readonly Commitment[]): Placed[] {
  return commitments.flatMap(({ unit, clauses }) => clauses.map((clause) => ({ ...clause, unit })));
}

/** Pairs of clauses about the same thing, most alike first, each clause once; in upstream order. */
function likeClauses(
  up: readonly Placed[],
  down: readonly Placed[],
  texts: ReadonlyMap<string, string>,
): ClauseShift[] {
  const content = ({ unit, start, end, word, at }: Placed) => {
    const text = texts.get(unit) ?? '';
    return text.slice(start, at) + text.slice(at + word.length, end);
  };
  const all = up.flatMap((a, i) =>
    down.flatMap((b, j) => {
      const similarity = dice(content(a), content(b));
      return similarity >= SAME_CLAUSE ? [{ a, b, similarity, i, j }] : [];
    }),
  );
  all.sort((x, y) => y.similarity - x.similarity || x.i - y.i || x.j - y.j);
  const taken = { up: new Set<number>(), down: new Set<number>() };
  const kept = all.filter(({ i, j }) => {
    if (taken.up.has(i) || taken.down.has(j)) return false;
    taken.up.add(i);
    taken.down.add(j);
    return true;
  });
  return kept
    .sort((x, y) => x.i - y.i)
    .map(({ a, b, similarity }) => ({ upstream: a, downstream: b, similarity }));
}

function countGrades(
  units: readonly SentenceUnit[],
  grades: ReadonlyMap<string, Commitment>,
  has: (unit: string) => boolean,
): CommitmentCounts {
  const own = units.filter((unit) => has(unit.id));
  const found = own.flatMap((unit) => grades.get(unit.id) ?? []);
  const counts: Record<CommitmentGrade, number> = { 1: 0, 2: 0, 3: 0, 4: 0 };
  for (const { grade } of found) counts[grade] += 1;
  const average = found.length === 0 ? {} : { mean: mean(found.map((grade) => grade.mean)) };
  return { units: own.length, grades: counts, none: own.length - found.length, ...average };
}

function countShifts(shifts: readonly CommitmentShift[]): CommitmentSummary['shifts'] {
  const count = (kind: CommitmentShift['shift']) =>
    shifts.filter(({ shift }) => shift === kind).length;
  return { stronger: count('stronger'), weaker: count('weaker'), same: count('same') };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
