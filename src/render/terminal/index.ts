export { renderComparison } from './comparison.js';
export type { ComparisonLayout, ComparisonRenderOptions } from './comparison-options.js';
export { renderCorpusList } from './corpus-list.js';
<<<<<<< HEAD
export { renderCoverage, renderEvidence } from './coverage.js';
export { renderTable } from './table.js';
=======
export { type OutlineRenderOptions, renderOutline } from './outline.js';
export { renderTable, type TableAlign, type TableOptions } from './table.js';
export type { ColorMode } from './theme.js';
>>>>>>> 32be899 (Show aligned section trees and summary tables)
export { renderThemes } from './themes.js';
export { renderTree } from './tree.js';
export { COMPARE_WORDS, type CompareWords } from './words.js';
