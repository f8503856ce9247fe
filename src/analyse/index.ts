/** Links → findings: coverage and what else the comparison says. */
export { characterCount } from './characters.js';
export { type CompiledCommitment, compileCommitment, gradeCommitment } from './commitment.js';
export { type CommitmentReport, compareCommitment } from './commitment-shifts.js';
export { type ComparisonOptions, compareSides } from './comparison.js';
export { outlineSides } from './comparison-outline.js';
export type { ComparisonTools } from './comparison-rows.js';
export type { ComparisonScope, RowFilters } from './comparison-scope.js';
export {
  type CoverageOptions,
  coverage,
  coveragePair,
  type LabelsByUnit,
  labelsByUnit,
} from './coverage.js';
export { type MatrixOptions, sectionMatrix } from './coverage-matrix.js';
export {
  type Differ,
  type DiffKnowledge,
  type DiffText,
  diffSentences,
  makeDiffer,
} from './diff.js';
export { type JoinedText, joinSentences } from './diff-join.js';
export type { PhraseVariants } from './diff-phrases.js';
export {
  absentSeeds,
  createPhraseIndex,
  findPhrases,
  lookUpPhrase,
  type PhraseIndex,
  type PhraseOptions,
} from './phrases.js';
export { buildReport, type ReportInput } from './report.js';
export { documentStats, type StatsOptions } from './stats.js';
export {
  type DistinctiveOptions,
  distinctiveTerms,
  gramsOf,
  logLikelihood,
} from './stats-terms.js';
export { extractTargets, type TargetOptions } from './targets.js';
export { compareTargets } from './targets-compare.js';
export { type CompiledTargets, compileTargets } from './targets-lexicon.js';
export { type TraceOptions, trace, unitsOfPhrase, unitsOfSection, unitsOfTheme } from './trace.js';
