export { alignmentJson } from './alignment/json.js';
export { renderLinks } from './alignment/terminal-links.js';
export { renderOutline } from './alignment/terminal-outline.js';
export { documentRef } from './alignment/units.js';
export { compareBodies } from './bodies/analyse.js';
export { bodiesJson } from './bodies/json.js';
export { bodyRows } from './bodies/rows.js';
export { renderBodies } from './bodies/terminal.js';
export { briefOf } from './brief/analyse.js';
export { elsewhereOf } from './brief/elsewhere.js';
export { briefJson } from './brief/json.js';
export {
  listTitle,
  type NoteView,
  noteOf,
  partnerOf,
  type ShownEntry,
  shownOf,
  textsOf,
} from './brief/lines.js';
export { briefRows } from './brief/rows.js';
export { renderBrief } from './brief/terminal.js';
export { missingWeights } from './brief/weigh-missing.js';
export type { CheckJson } from './check/schema.js';
export {
  type CompiledCommitment,
  compileCommitment,
  gradeCommitment,
} from './commitment/analyse.js';
export { commitmentJson } from './commitment/json.js';
export { commitmentRows } from './commitment/rows.js';
export { compareCommitment } from './commitment/shifts.js';
export { renderCommitment } from './commitment/terminal.js';
export { type ComparisonOptions, compareSides } from './comparison/analyse.js';
export { comparisonJson } from './comparison/json.js';
export { type CellMark, type MarkKind, marksOfCell } from './comparison/marks.js';
export { outlineSides } from './comparison/outline.js';
export type { ComparisonTools } from './comparison/pair-rows.js';
export { ownLink } from './comparison/partners.js';
export type { ComparisonScope, RowFilters } from './comparison/scope.js';
export { renderComparison } from './comparison/terminal/index.js';
export type { ComparisonLayout, ComparisonRenderOptions } from './comparison/terminal/options.js';
export { corpusRows } from './corpus/rows.js';
export { renderCorpusList } from './corpus/terminal.js';
export { coverage, coveragePair, type LabelsByUnit, labelsByUnit } from './coverage/analyse.js';
export { coverageJson } from './coverage/json.js';
export { sectionMatrix } from './coverage/matrix.js';
export { coverageEvidenceRows, coverageRows, matrixRows } from './coverage/rows.js';
export { renderCoverage, renderEvidence } from './coverage/terminal.js';
export { renderMatrices } from './coverage/terminal-matrix.js';
export { makeDiffer } from './diff/analyse.js';
export { joinSentences } from './diff/join.js';
export { diffusion } from './diffusion/analyse.js';
export { diffusionJson } from './diffusion/json.js';
export { renderDiffusion } from './diffusion/terminal.js';
export { evalJson } from './evaluation/json.js';
export { renderEval } from './evaluation/terminal.js';
export type {
  CurveOrder,
  EvaluationView,
  EvalView,
  ReviewCurve,
  ReviewPoint,
} from './evaluation/view.js';
export { explanationJson } from './explain/json.js';
export { renderExplain } from './explain/terminal.js';
export type { ExplainedPair } from './explain/view.js';
export type { FoundPassage, FoundView } from './find/found.js';
export { findJson } from './find/json.js';
export { findRows } from './find/rows.js';
export { renderFound } from './find/terminal.js';
export { clauseTraces, pairFigures, pairLinks } from './matrix/analyse.js';
export { matrixJson, matrixLinksJson } from './matrix/json.js';
export { MATRIX_LINKS, MATRIX_PAIRS, MATRIX_THEMES, type MatrixTable } from './matrix/rows.js';
export { renderMatrix } from './matrix/terminal.js';
export { ownFitJson } from './own-fit/json.js';
export { renderOwnFit } from './own-fit/terminal.js';
export type { OwnFitView } from './own-fit/view.js';
export { absentSeeds, createPhraseIndex, findPhrases, lookUpPhrase } from './phrases/analyse.js';
export { phrasesJson } from './phrases/json.js';
export { phraseRows } from './phrases/rows.js';
export { renderPhrase, renderPhrases } from './phrases/terminal.js';
export {
  FINDINGS,
  formatsMarkdown,
  jsonSchema,
  type ReportFormat,
  SCHEMA_NAMES,
  schemaOf,
} from './registry.js';
export { buildReport } from './report/analyse.js';
export type { ReportJson, ReportLineJson } from './report/schema.js';
export { characterCount } from './shared/characters.js';
export { clausesOf as clauseRangesOf } from './shared/clauses.js';
export { doubtfulTexts, doubtsText } from './shared/doubts.js';
export { type SideFacts, sideFacts } from './shared/side-facts.js';
export { nearnessBonus, type SourceCandidate, sourcesOf } from './sources/analyse.js';
export { sourcesJson } from './sources/json.js';
export { sourcesRows } from './sources/rows.js';
export { renderSources } from './sources/terminal.js';
export type { SourcesView } from './sources/view.js';
export { documentStats } from './stats/analyse.js';
export { statsJson } from './stats/json.js';
export { statsRows } from './stats/rows.js';
export { renderStats } from './stats/terminal.js';
export { distinctiveTerms, gramsOf, logLikelihood } from './stats/terms.js';
export { extractTargets } from './targets/analyse.js';
export { compareTargets } from './targets/compare.js';
export { targetsJson } from './targets/json.js';
export { type CompiledTargets, compileTargets } from './targets/lexicon.js';
export { targetPairRows, targetRows } from './targets/rows.js';
export { renderTargetPairs, renderTargets } from './targets/terminal.js';
export { themeChangesJson, unitJson } from './theme-changes/json.js';
export { themeChangeRows } from './theme-changes/rows.js';
export { changeLines, renderThemeChanges } from './theme-changes/terminal.js';
export { renderThemeTrial } from './theme-trial/terminal.js';
export { themesJson } from './themes/json.js';
export { themeRows } from './themes/rows.js';
export { renderThemes } from './themes/terminal.js';
export { trace, unitsOfPhrase, unitsOfSection, unitsOfTheme } from './trace/analyse.js';
export { traceJson } from './trace/json.js';
export { traceRows } from './trace/rows.js';
export { renderTrace } from './trace/terminal.js';
export type { TraceView } from './trace/view.js';
export { treeJson, treesJson } from './tree/json.js';
export { renderTree } from './tree/terminal.js';
