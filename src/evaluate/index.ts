/** Evaluate: score alignments and theme labels against annotated gold. */
export type {
  AlignmentGold,
  ClausesGold,
  Gold,
  GoldSentence,
  GoldSide,
  ThemesGold,
} from './gold.js';
export { goldSections, mapSide } from './locate.js';
export type { Checked } from './parse-gold.js';
export {
  type AlignmentPrediction,
  predictedUnits,
  predictionOf,
  type ThemesPrediction,
} from './prediction.js';

export { calibrationError, pooledReliability } from './reliability.js';
export { scoreAlignment } from './score-alignment.js';
export {
  type ClausesPrediction,
  clausesPredicted,
  scoreClauses,
  statesOfSpans,
} from './score-clauses.js';
export { scoreCoverage } from './score-coverage.js';
export { scoreThemes } from './score-themes.js';

/** Checks of gold and prediction files; loaded when needed, since the schema library takes 70 ms to import. */
export function loadGoldChecks(): Promise<typeof import('./parse-gold.js')> {
  return import('./parse-gold.js');
}
