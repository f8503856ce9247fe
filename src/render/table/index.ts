export { type CommitmentOfPair, commitmentRows } from './commitment.js';
export { coverageEvidenceRows, coverageRows, type MatrixPair, matrixRows } from './coverage.js';
export { renderRows } from './formats.js';
export { phraseRows } from './phrases.js';
export {
  type Place,
  type PlaceOf,
  placeCells,
  placeColumns,
  placeFinder,
  rangeText,
} from './places.js';
export {
  type CellValue,
  isRowFormat,
  ROW_FORMATS,
  type RowFormat,
  type RowTable,
  rounded,
  type TableRow,
} from './rows.js';
export { statsRows } from './stats.js';
export { type TargetsOfPair, targetPairRows, targetRows } from './targets.js';
export { themeChangeRows } from './theme-changes.js';
export { themeRows } from './themes.js';
export { traceRows } from './trace.js';
