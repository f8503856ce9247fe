/** Evaluate: score alignments and theme labels against annotated gold. */
export type { AlignmentGold, Gold, GoldSentence, GoldSide, ThemesGold } from './gold.js';
export { type Measure, measure } from './measures.js';
export {
  type AlignmentPrediction,
  type PredictedUnit,
  predictionOf,
  type ThemesPrediction,
} from './prediction.js';
export type { ReliabilityRow } from './reliability.js';
export { type AlignmentScore, type LinkScore, scoreAlignment } from './score-alignment.js';
export { type CoverageError, scoreCoverage } from './score-coverage.js';
export { scoreThemes, type ThemesScore } from './score-themes.js';

/** Checks of gold and prediction files; loaded when needed, since the schema library takes 70 ms to import. */
export function loadGoldChecks(): Promise<typeof import('./parse-gold.js')> {
  return import('./parse-gold.js');
}
