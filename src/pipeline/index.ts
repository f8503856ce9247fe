/** Joins the pure stages: names and files in, values of `model` out. */
export { type ThemeDraft, themeFileText, writeWhole } from '../corpus/index.js';
export {
  type AddedDocument,
  type AddToCorpusOptions,
  type AddToCorpusResult,
  addToCorpus,
  type RefusedFile,
} from './add-to-corpus.js';
export { addressMaker } from './addresses.js';
export { alignedChain, alignedPairs, alignPair, comparisonTools } from './align.js';
export { type BodiesResult, bodiesOf } from './bodies.js';
export { type BriefOfOptions, type BriefResult, briefOfPair } from './brief.js';
export { cachePlace, openRunCache } from './cache.js';
export { type CommitmentOfOptions, type CommitmentResult, commitmentOf } from './commitment.js';
export {
  type ComparisonOfOptions,
  type ComparisonResult,
  comparisonDrawn,
  comparisonOf,
  type Drawing,
} from './compare.js';
export {
  type CleanText,
  cleanTextsOf,
  type SplitCompendiumOptions,
  type SplitCompendiumResult,
  splitCompendium,
} from './corpus-files.js';
export { type CoverageOfOptions, type CoverageResult, coverageOf } from './coverage.js';
export { dataFilesOf } from './data-files.js';
export { shippedEngine } from './engine.js';
export { type EvaluationOfOptions, evaluationOf } from './evaluate/index.js';
export { type ExplanationResult, explanationOf } from './explain.js';
export {
  configurationText,
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
export { diffusionOf } from './matrix/diffusion.js';
export {
  dropState,
  type MatrixOfOptions,
  type MatrixResult,
  type MatrixStep,
  matrixEstimate,
  matrixOf,
} from './matrix/index.js';
export { type WorkerEvent, type WorkQueueOptions, workQueue } from './matrix/queue-worker.js';
export { type FitOwnOptions, fitOwnOf } from './own-fit/index.js';
export type { LevelChoice } from './pairing.js';
export type { Paper } from './paper-type.js';
export { alignPapersOf, preparePaper } from './papers.js';
export { type PhrasesOfOptions, type PhrasesResult, phrasesOf } from './phrases.js';
export { plainFolder } from './plain-folder.js';
export {
  distinctDocuments,
  knownNames,
  type ReadOptions,
  readDocuments,
  readFiles,
  readSide,
  unitsOf,
} from './read.js';
export { type MakeReportOptions, makeReport } from './report.js';
export { type DeskOptions, type DeskState, openDesk, type ReviewDesk } from './review/desk.js';
export {
  type ImportResult,
  type ImportReviewOptions,
  importReview,
} from './review/import.js';
export { papersOf } from './review/papers.js';
export { serveReview } from './review/server.js';
export { type ReviewSheetOptions, reviewSheet } from './review/sheet.js';
export { type FindPassageOptions, type FindPassageResult, findPassage } from './search/find.js';
export {
  type SourcesOfOptions,
  type SourcesResult,
  sourcesOfDocument,
} from './search/sources.js';
export { selectThemes } from './select-themes.js';
export { sidesNamed } from './sides-named.js';
export { type StatsOfOptions, type StatsResult, statsOf } from './stats.js';
export { type TargetsOfOptions, type TargetsResult, targetsOf } from './targets.js';
export {
  type ThemeChangesOfOptions,
  type ThemeChangesResult,
  themeChangesOf,
} from './theme-changes.js';
export { type DraftThemeOptions, draftTheme } from './theme-draft.js';
export { type ThemeTrialResult, type TryThemeOptions, tryThemeOf } from './theme-trial.js';
export { type TraceOfOptions, type TraceResult, traceOf } from './trace.js';
export { openWorkspace, type Work, type Workspace } from './workspace.js';
