export { type AlignmentJsonV1, alignmentJson } from './alignment.js';
export { type CheckJsonV1, checkJson } from './check.js';
export { comparisonJson } from './comparison.js';
export { type CoverageJsonV1, coverageJson } from './coverage.js';
export { type SpanJson, spanPrinter } from './spans.js';
export { jsonText } from './text.js';
export { type ThemesJsonV1, themesJson } from './themes.js';
export { type TreeJsonV1, treeJson, treesJson } from './tree.js';
export { documentRef, unitsJson } from './units.js';
