/** Joins the pure stages: names and files in, values of `model` out. */
export { checkThemeChange, diagnoseThemes, type Explanation, proposeTerms } from './align/index.js';
export { changedSince, extractRevision, fileAtRevision, gitFolder } from './ingest/index.js';
export {
  alignedPairs,
  alignPair,
  comparisonTools,
  corpusChain,
  corpusPairs,
  engineText,
  explainUnits,
  type Pair,
  sideAbove,
  tokensOfSides,
  upsideDown,
} from './pipeline/align.js';
export {
  commitmentLexicon,
  labelsOf,
  labelsOfSides,
  phraseLexicon,
  targetLexicon,
  themesOf,
} from './pipeline/knowledge.js';
export {
  corpusSide,
  knownNames,
  namesOf,
  type ReadOptions,
  readDocuments,
  readSide,
  unitsOf,
} from './pipeline/read.js';
export { openWorkspace, unitId, type Work, type Workspace } from './pipeline/workspace.js';
