/** Joins the pure stages: names and files in, values of `model` out. */
export {
  checkThemeChange,
  diagnoseThemes,
  proposeTerms,
} from '../align/index.js';
export { addressMaker } from './addresses.js';
export {
  alignedPairs,
  alignPair,
  comparisonTools,
  corpusChain,
  sideAbove,
  tokensOfSides,
  upsideDown,
} from './align.js';
export { type CommitmentOfOptions, type CommitmentResult, commitmentOf } from './commitment.js';
export { type ComparisonOfOptions, type ComparisonResult, comparisonOf } from './compare.js';
export { type CoverageOfOptions, type CoverageResult, coverageOf } from './coverage.js';
export { type ExplanationResult, explanationOf } from './explain.js';
export {
  configure,
  type GuardOptions,
  type GuardResult,
  guardCorpus,
  isShipped,
} from './guard/index.js';
export {
  labelsOf,
  labelsOfSides,
  themesOf,
} from './knowledge.js';
export { type PhrasesOfOptions, type PhrasesResult, phrasesOf } from './phrases.js';
export {
  corpusSide,
  distinctDocuments,
  knownNames,
  namesOf,
  type ReadOptions,
  readDocuments,
  readSide,
  unitsOf,
} from './read.js';
export { type MakeReportOptions, makeReport } from './report.js';
export { selectThemes } from './select-themes.js';
export { type TargetsOfOptions, type TargetsResult, targetsOf } from './targets.js';
export { type Topic, topicOf } from './topic.js';
export { openWorkspace, type Work, type Workspace } from './workspace.js';
