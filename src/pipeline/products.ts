/** What duibiao makes, as functions: what the command line calls and what the library offers. One line a product. */
export { themeFileText } from '../corpus/index.js';
export * from './add-to-corpus.js';
export { alignedChain, alignedPairs, alignPair, comparisonTools } from './align.js';
export * from './bodies.js';
export * from './brief.js';
export * from './commitment.js';
export { type ComparisonOfOptions, type ComparisonResult, comparisonOf } from './compare.js';
export {
  type CleanText,
  cleanTextsOf,
  type SplitCompendiumOptions,
  type SplitCompendiumResult,
  splitCompendium,
} from './corpus-files.js';
export * from './coverage.js';
export { shippedEngine } from './engine.js';
export * from './evaluate/index.js';
export * from './explain.js';
export { type GuardOptions, type GuardResult, guardCorpus } from './guard/index.js';
export { labelsOf, labelsOfSides, themesOf } from './knowledge.js';
export * from './matrix/diffusion.js';
export {
  type MatrixOfOptions,
  type MatrixResult,
  matrixEstimate,
  matrixOf,
} from './matrix/index.js';
export { type WorkQueueOptions, workQueue } from './matrix/queue-worker.js';
export * from './own-fit/index.js';
export type { Paper } from './paper-type.js';
export { alignPapersOf, preparePaper } from './papers.js';
export * from './phrases.js';
export { readDocuments, readFiles, readSide, unitsOf } from './read.js';
export * from './report.js';
export * from './review/desk.js';
export { type ImportResult, type ImportReviewOptions, importReview } from './review/import.js';
export * from './review/server.js';
export { type ReviewSheetOptions, reviewSheet } from './review/sheet.js';
export * from './search/find.js';
export * from './search/sources.js';
export * from './sides-named.js';
export * from './stats.js';
export * from './targets.js';
export * from './theme-changes.js';
export * from './theme-draft.js';
export * from './theme-trial.js';
export * from './trace.js';
export { openWorkspace, type Workspace } from './workspace.js';
