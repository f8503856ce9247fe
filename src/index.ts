/**
 * duibiao as a library: the same pipeline as the command line, as typed functions.
 *
 * @example
 * const ws = openWorkspace(process.cwd());
 * const alignment = await alignPair(ws, await readSide(ws, 'hubei'), await readSide(ws, 'wuhan'));
 */
export {
  align,
  type Concepts,
  type Engine,
  labelThemes,
  parseBackground,
  parseConcepts,
} from './align/index.js';
export {
  alignmentJson,
  compareSides,
  coverage,
  coverageJson,
  outlineSides,
  sectionMatrix,
  themesJson,
  treeJson,
} from './findings/index.js';
export { type IngestOptions, readBytes, readSource } from './ingest/index.js';
export * from './model/index.js';
export { createRegionIndex, type ParseOptions, parse } from './parse/index.js';
export {
  type AddedDocument,
  type AddToCorpusOptions,
  type AddToCorpusResult,
  addToCorpus,
  alignedChain,
  alignedPairs,
  alignPair,
  type CleanText,
  type CommitmentOfOptions,
  type CommitmentResult,
  type ComparisonOfOptions,
  type ComparisonResult,
  type CoverageOfOptions,
  type CoverageResult,
  cleanTextsOf,
  commitmentOf,
  comparisonOf,
  comparisonTools,
  coverageOf,
  type DraftThemeOptions,
  diffusionOf,
  draftTheme,
  type EvaluationOfOptions,
  type ExplanationResult,
  evaluationOf,
  explanationOf,
  type GuardOptions,
  type GuardResult,
  guardCorpus,
  labelsOf,
  labelsOfSides,
  type MakeReportOptions,
  type MatrixOfOptions,
  type MatrixResult,
  makeReport,
  matrixEstimate,
  matrixOf,
  openWorkspace,
  type PhrasesOfOptions,
  type PhrasesResult,
  phrasesOf,
  readDocuments,
  readFiles,
  readSide,
  type SplitCompendiumOptions,
  type SplitCompendiumResult,
  type StatsOfOptions,
  type StatsResult,
  shippedEngine,
  splitCompendium,
  statsOf,
  type TargetsOfOptions,
  type TargetsResult,
  type ThemeChangesOfOptions,
  type ThemeChangesResult,
  type TraceOfOptions,
  type TraceResult,
  targetsOf,
  themeChangesOf,
  themeFileText,
  themesOf,
  traceOf,
  unitsOf,
  type Workspace,
} from './pipeline/index.js';
export { REPORT_RENDERERS, type ReportRenderer, reportRenderer } from './render/report/index.js';
export { segment } from './segment/index.js';
export { describeError, UserError } from './text/index.js';
