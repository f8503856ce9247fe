import type { Alignment, Target } from '../../model/index.js';
import { type CompiledCommitment, gradeCommitment } from '../commitment/analyse.js';
import { missingParts } from '../shared/lost.js';
import { sideSentences } from '../shared/sides.js';
import { toldSentences } from './comparable.js';
import { substanceOf } from './weigh.js';

/**
 * How heavy what each upper sentence lost is: the weight of its heaviest missing clause or member of a list, by id; sentences that lost nothing are left out.
 *
 * *In* `targets` of the upper sentences: what can be measured weighs more. *Cost* linear in clauses.
 */
export function missingWeights(
  { upstream, clauses }: Alignment,
  targets: readonly Target[],
  lexicon: CompiledCommitment,
): Map<string, number> {
  const sentences = new Map(sideSentences(upstream).map((unit) => [unit.id, unit]));
  const lost = (clauses?.upstream ?? []).flatMap((own) => {
    const missing = own.clauses.flatMap(missingParts);
    const unit = sentences.get(own.unit);
    return missing.length === 0 || unit === undefined ? [] : [{ unit, missing }];
  });
  const grades = new Map(
    lost.flatMap(({ unit }) => {
      const grade = gradeCommitment(unit, lexicon);
      return grade === undefined ? [] : [[unit.id, grade] as const];
    }),
  );
  const substance = substanceOf(targets, grades, toldSentences(upstream.documents));
  return new Map(
    lost.map(({ unit, missing }) => [
      unit.id,
      Math.max(...missing.map((clause) => substance(unit, clause) * (1 - clause.score))),
    ]),
  );
}
