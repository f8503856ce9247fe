/** SourceText → document trees and diagnostics. */
export { liesIn } from './divisions.js';
export { LINE_BREAK_RULES, type LineBreakRule, TEXT_RUNS_ON } from './line-breaks.js';
export { type ParseOptions, parse, type StatedHead } from './parse.js';
export { isMunicipality, levelOfCode } from './place.js';
export type { RegionIndex } from './region-index.js';
export { createRegionIndex } from './regions.js';
