/** SourceText → document trees and diagnostics. */
export { levelOfCode } from './infer.js';
export { LINE_BREAK_RULES, type LineBreakRule, TEXT_RUNS_ON } from './line-breaks.js';
export { type ParseOptions, parse, type StatedHead } from './parse.js';
export type { RegionIndex } from './region-index.js';
export { createRegionIndex } from './regions.js';
